#include "core/kernel/placeholders.h"
#include "core/nodes/app_server/app_server.h"
#include "core/nodes/app_server/program.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace roundtrip {

namespace {

constexpr const char* kRetryAfter = "5"; // seconds

/// Zero when it is no number.
template <class Number>
Number numberIn(const std::string& text) {
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

Task<> AppServer::enqueue(const HandlerBlock& block, Handling& handling) {
    if (values().boolean("tasks_inline")) {
        Task<> running = runTask(block, handling);
        co_await running;
        co_return;
    }
    if (!port("tasks").isConnected()) {
        fail(handling, 500, "no-task-queue");
        co_return;
    }
    TaskCommand command{
        .kind = TaskCommand::Kind::publish,
        .order = {.name = block.to,
                  .arguments = filledInJson(block.arguments, handling.values).dump(),
                  .key = filledIn(block.key, handling.values)},
        .delay = block.delay};
    command.order.priority = numberIn<int>(filledIn(block.priority, handling.values));
    Task<Message> call = port("tasks").call(ask(handling, std::move(command)));
    const Message answer = co_await call;
    const auto& reply = std::get<TaskReply>(answer.payload);
    if (reply.isAccepted) {
        takeTask(block, handling, reply.id, {.status = TaskState::Status::queued});
    } else if (block.otherwise.empty() && reply.isMissing) {
        fail(handling, 503, "task-queue-away");
    } else if (block.otherwise.empty()) {
        refuseTask(handling, block.to);
    } else {
        Task<> otherwise = runBlocks(block.otherwise, handling);
        co_await otherwise;
    }
}

/// Back-pressure: the client learns that there is no room, and when to come again (RFC 9110 section
/// 15.6.4).
void AppServer::refuseTask(Handling& handling, const std::string& task) {
    refuse(handling, "enqueue", fmt::format("no-room\n{}\n{}", task, kRetryAfter), 503);
    handling.response.headers.set("Retry-After", kRetryAfter);
}

Task<> AppServer::askTaskStatus(const HandlerBlock& block, Handling& handling) {
    if (!port("tasks").isConnected()) {
        fail(handling, 500, "no-task-queue");
        co_return;
    }
    TaskCommand command{.kind = TaskCommand::Kind::status, .order = {}};
    command.order.id = numberIn<std::uint64_t>(filledIn(block.key, handling.values));
    Task<Message> call = port("tasks").call(ask(handling, std::move(command)));
    const Message answer = co_await call;
    const auto& reply = std::get<TaskReply>(answer.payload);
    if (reply.isMissing) {
        fail(handling, 503, "task-queue-away");
        co_return;
    }
    if (reply.state.status == TaskState::Status::unknown) {
        fail(handling, 404, "no-such-task");
        co_return;
    }
    takeTask(block, handling, reply.id, reply.state);
    const bool isUnderWay = reply.state.status == TaskState::Status::queued ||
                            reply.state.status == TaskState::Status::started;
    handling.isAnswered = true;
    handling.response.status = isUnderWay ? 202 : 200;
    handling.response.headers.set("Content-Type", "application/json");
    handling.response.body = handling.result;
}

/// The twin of a worker, for comparison: the same time and the same failures, and the client waits.
Task<> AppServer::runTask(const HandlerBlock& block, Handling& handling) {
    const auto known = handling.program.tasks.find(block.to);
    if (known == handling.program.tasks.end()) {
        fail(handling, 500, "no-task-of-that-name\n" + block.to);
        co_return;
    }
    const TaskKind& task = known->second;
    const std::uint64_t id = ++inlineTasks_;
    const SimTime took = task.duration.sample(taskDurations_);
    const bool fails = task.failure > 0 && taskFailures_.uniform() < task.failure;
    const std::string arguments = filledInJson(block.arguments, handling.values).dump();
    co_await simulation().delay(took);
    record(handling.message.request, handling.span, Computed{.took = took});
    if (fails) {
        fail(handling, 500, "task-failed\n" + block.to);
        co_return;
    }
    for (const TaskEnd& end : task.ends) {
        if (end.kind != TaskEnd::Kind::sql) {
            continue; // who waits for the answer needs no message
        }
        Task<SqlReply> call = sendSql({end.sql, taskValues(arguments, id, block.to, 1)}, handling);
        const SqlReply reply = co_await call;
        if (!reply.error.empty() && !handling.isAnswered) {
            fail(handling, 500, reply.error);
        }
        if (handling.isAnswered) {
            co_return;
        }
    }
    takeTask(block, handling, id, {TaskState::Status::succeeded, task.steps, task.steps, 1});
}

void AppServer::takeTask(const HandlerBlock& block, Handling& handling, std::uint64_t id,
                         const TaskState& state) {
    const nlohmann::json shown{{"id", id},
                               {"state", nameOf(state.status)},
                               {"done", state.done},
                               {"of", state.of},
                               {"attempt", state.attempt}};
    handling.data[block.name] = shown;
    for (const auto& [member, value] : shown.items()) {
        handling.values[block.name + "_" + member] = value;
    }
    handling.result = shown.dump();
}

} // namespace roundtrip
