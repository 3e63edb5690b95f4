#include "core/net/task_message.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <array>

namespace roundtrip {

namespace {

std::string orderLines(const TaskOrder& order) {
    std::string lines = fmt::format("\narguments: {}\nattempt: {}", order.arguments, order.attempt);
    if (order.priority > 0) {
        lines += fmt::format("\npriority: {}", order.priority);
    }
    return order.key.empty() ? lines : lines + fmt::format("\nidempotency-key: {}", order.key);
}

} // namespace

const char* nameOf(TaskState::Status status) {
    constexpr std::array<const char*, 5> kNames{"unknown", "queued", "started", "succeeded",
                                                "failed"};
    return kNames.at(static_cast<std::size_t>(status));
}

bool isAnswered(const TaskCommand& command) {
    using Kind = TaskCommand::Kind;
    return command.kind == Kind::publish || command.kind == Kind::consume ||
           command.kind == Kind::claim || command.kind == Kind::status;
}

std::string titleOf(const TaskCommand& command) {
    using Kind = TaskCommand::Kind;
    constexpr std::array<const char*, 10> kNames{"publish", "consume", "cancel", "close",
                                                 "ack",     "retry",   "reject", "progress",
                                                 "claim",   "status"};
    const char* name = kNames.at(static_cast<std::size_t>(command.kind));
    switch (command.kind) {
    case Kind::consume:
    case Kind::cancel:
    case Kind::close:
        return name;
    case Kind::progress:
        return fmt::format("{} {}: {} of {}", name, command.order.id, command.done, command.of);
    case Kind::claim:
        return fmt::format("{} {}", name, command.order.key);
    case Kind::publish:
        return fmt::format("{} {}", name, command.order.name);
    default:
        return fmt::format("{} {}", name, command.order.id);
    }
}

std::string wireText(const TaskCommand& command) {
    using Kind = TaskCommand::Kind;
    std::string text = titleOf(command);
    if (command.kind == Kind::publish || command.kind == Kind::retry) {
        text += orderLines(command.order);
        if (command.delay > SimTime()) {
            text += fmt::format("\ndelay: {}", durationText(command.delay));
        }
    } else if (command.kind == Kind::consume) {
        text += fmt::format("\nprefetch: {}\nno-ack: {}", command.prefetch, command.isAutomatic);
    }
    return text;
}

std::string titleOf(const TaskReply& reply) {
    if (!reply.isAccepted) {
        return "refused";
    }
    return reply.state.status == TaskState::Status::unknown ? "accepted"
                                                            : nameOf(reply.state.status);
}

std::string wireText(const TaskReply& reply) {
    if (reply.id == 0) { // of no task: it may consume from now on
        return titleOf(reply);
    }
    return fmt::format("{}\ntask: {}\nprogress: {} of {}", titleOf(reply), reply.id,
                       reply.state.done, reply.state.of);
}

std::string titleOf(const TaskDelivery& delivery) {
    return delivery.isClosed ? "connection closed"
                             : fmt::format("{} {}", delivery.order.name, delivery.order.id);
}

std::string wireText(const TaskDelivery& delivery) {
    return delivery.isClosed
               ? titleOf(delivery)
               : fmt::format("deliver {}\ndelivery-tag: {}\nredelivered: {}{}", titleOf(delivery),
                             delivery.tag, delivery.isRedelivered, orderLines(delivery.order));
}

} // namespace roundtrip
