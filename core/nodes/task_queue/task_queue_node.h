#pragma once

#include "core/kernel/resource.h"
#include "core/nodes/node.h"
#include "core/tasks/broker.h"
#include "core/tasks/idempotency_store.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace roundtrip {

/// Keeps tasks between those who order them and those who do them, with a store of their results
/// beside it, as Redis or RabbitMQ with a result backend. A list of Redis forgets a task as soon as
/// a worker takes it; RabbitMQ keeps it until it is acknowledged.
class TaskQueueNode : public Node {
  public:
    TaskQueueNode(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    void linkLeaves(const Port& port, LinkId link) override;

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;
    void parametersChanged() override;
    /// Connections are gone, and what is not on disk.
    void stopped() override;
    void started() override;

  private:
    struct Tracked {
        TaskOrder order;
        RequestId request = RequestId::none;
        SpanId span = SpanId::none;
    };
    struct Client {
        std::uint64_t connection = 0;
        tasks::Broker::ChannelId channel = 0;
        tasks::Broker::ConsumerId consumer = 0; ///< 0: none
        std::size_t atWork = 0;                 ///< taken from a list and not settled
    };
    struct Result {
        TaskState state;
        SimTime keptUntil;
    };

    Process serve(Message message);
    void handle(const Message& message, const TaskCommand& command);
    void publish(const Message& message, const TaskCommand& command);
    void consume(const Message& message, const TaskCommand& command);
    void stopConsuming(Client& client, LinkId link);
    /// A client's connection is gone: what it did not acknowledge waits again.
    void forget(LinkId link);
    void close(const Message& message, const TaskCommand& command);
    void settle(const Message& message, const TaskCommand& command);
    void claim(const Message& message, const TaskCommand& command);
    void answerStatus(const Message& message, const TaskCommand& command);

    /// False when there is no room.
    bool enqueue(Tracked task);
    Process enqueueLater(Tracked task, SimTime delay);
    void tend();
    void deliver();
    void send(const tasks::Broker::Delivery& delivery, LinkId link, std::uint64_t connection,
              bool isForgotten);
    void bury();
    void watchExpiry();
    Process expireAt(SimTime at);
    void lose(std::uint64_t id, std::string_view reason);
    void pass(const Tracked& task, std::string_view check, std::string_view reason);
    void refuse(const Tracked& task, std::string_view check, std::string_view reason);
    /// Ends all connections; what they had is given back, and the workers come again.
    void disconnect();
    void setState(std::uint64_t id, TaskState state);
    void returnDeadLetters();
    void declareQueues();
    void showFill();
    [[nodiscard]] bool isList() const { return values().text("flavour") == "redis_list"; }

    tasks::Broker broker_;
    Resource thread_;
    std::unordered_map<std::uint64_t, Tracked> tasks_; ///< those that the broker has
    std::map<LinkId, Client> clients_;
    std::deque<LinkId> takers_; ///< processes that wait at a list, the longest wait first
    std::unordered_map<std::uint64_t, Result> results_;
    std::deque<std::pair<SimTime, std::uint64_t>> resultOrder_; ///< when each may be forgotten
    tasks::IdempotencyStore done_;                              ///< keys of tasks that succeeded
    bool isList_;
    std::optional<SimTime> expiryAt_;
    std::uint64_t lastId_ = 0;
    std::uint64_t restarts_ = 0;
    std::array<std::int64_t, 3> shown_{-1, -1, -1};
};

[[nodiscard]] NodeKind taskQueueKind();

} // namespace roundtrip
