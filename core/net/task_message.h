#pragma once

#include "core/kernel/sim_time.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace roundtrip {

/// A task that is to be done later, by somebody else.
struct TaskOrder {
    std::uint64_t id = 0; ///< the queue gives it
    std::string name;
    std::string arguments; ///< a JSON object
    int priority = 0;      ///< higher goes first, where the queue has priorities
    std::string key;       ///< of orders with the same one only the first is done; may be empty
    int attempt = 1;
    SimTime pause; ///< before this attempt
};

/// How far a task has come, as its queue's result store knows.
struct TaskState {
    enum class Status { unknown, queued, started, succeeded, failed };
    Status status = Status::unknown;
    int done = 0; ///< steps of `of`
    int of = 1;
    int attempt = 1;
};
/// "queued", "started" and so on.
[[nodiscard]] const char* nameOf(TaskState::Status status);

/// What producers and workers tell a task queue.
struct TaskCommand {
    enum class Kind {
        publish,  ///< answered by a TaskReply
        consume,  ///< from now on tasks are delivered; answered by a TaskReply
        cancel,   ///< no more of them
        close,    ///< the connection ends, with all that is not acknowledged
        ack,      ///< done
        retry,    ///< done for now: `order` comes again after `delay`
        reject,   ///< given up
        progress, ///< `done` of `of` steps
        claim,    ///< was something with this key done before? Answered by a TaskReply
        status    ///< how far is task `order.id`? Answered by a TaskReply
    };
    Kind kind = Kind::publish;
    TaskOrder order;
    SimTime delay;                ///< publish, retry: not before
    std::uint64_t connection = 0; ///< counts the sender's connections: to know what is outdated
    std::uint64_t tag = 0;        ///< of the delivery that is settled
    std::size_t prefetch = 0;     ///< consume: 0 is without limit
    std::size_t processes = 1;    ///< consume: so many ask for a task each, where nothing is pushed
    bool isAutomatic = false;     ///< consume: acknowledged by being sent
    int done = 0;
    int of = 1;
};
struct TaskReply {
    bool isAccepted = true; ///< publish: there was room; claim: it is new
    std::uint64_t id = 0;
    TaskState state;
    bool isMissing = false; ///< nobody answered: the queue is not there
};
/// A task on its way to a worker.
struct TaskDelivery {
    TaskOrder order;
    std::uint64_t connection = 0;
    std::uint64_t tag = 0;
    bool isRedelivered = false;
    bool isForgotten = false; ///< the queue does not have it any more: if it is lost, it is lost
    SimTime queuedAt;
    bool isClosed = false; ///< no task at all: the queue closed the connection
};

/// Whether the queue answers it.
[[nodiscard]] bool isAnswered(const TaskCommand& command);
[[nodiscard]] std::string titleOf(const TaskCommand& command);
[[nodiscard]] std::string titleOf(const TaskReply& reply);
[[nodiscard]] std::string titleOf(const TaskDelivery& delivery);
/// The same with all that is known, a line each.
[[nodiscard]] std::string wireText(const TaskCommand& command);
[[nodiscard]] std::string wireText(const TaskReply& reply);
[[nodiscard]] std::string wireText(const TaskDelivery& delivery);

} // namespace roundtrip
