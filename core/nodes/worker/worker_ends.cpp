#include "core/kernel/placeholders.h"
#include "core/nodes/worker/worker.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace roundtrip {

namespace {

constexpr SimTime kPatience = SimTime::seconds(30);

} // namespace

Task<bool> Worker::runEnds(std::uint64_t number, const TaskKind& task) {
    for (const TaskEnd& end : task.ends) {
        Task<bool> running = runEnd(number, end);
        const bool isGood = co_await running;
        if (!isGood) {
            co_return false;
        }
    }
    co_return true;
}

Task<bool> Worker::runEnd(std::uint64_t number, const TaskEnd& end) {
    if (!isAlive(number)) {
        co_return false;
    }
    const TaskOrder& order = runs_.at(number).delivery().order;
    const nlohmann::json values = taskValues(order.arguments, order.id, order.name, order.attempt);
    Task<bool> running = end.kind == TaskEnd::Kind::sql    ? runSql(number, end, values)
                         : end.kind == TaskEnd::Kind::call ? runCall(number, end, values)
                                                           : runPublish(number, end, values);
    const bool isGood = co_await running;
    co_return isGood;
}

Task<bool> Worker::runSql(std::uint64_t number, const TaskEnd& end, const nlohmann::json& values) {
    if (!port("database").isConnected()) {
        refuse(runs_.at(number), "task", "no-database");
        co_return false;
    }
    SqlCommand command{end.sql, values};
    Task<Message> call = port("database").call(messageFor(runs_.at(number), std::move(command)));
    const Message answer = co_await call;
    const std::string& error = std::get<SqlReply>(answer.payload).error;
    const bool isGood = error.empty();
    if (!isGood && isAlive(number)) {
        refuse(runs_.at(number), "task", "sql-failed\n" + error);
    }
    co_return isGood;
}

Task<bool> Worker::runCall(std::uint64_t number, const TaskEnd& end, const nlohmann::json& values) {
    const Run& run = runs_.at(number);
    const NodeId service = context().nodeOf(end.to);
    if (!port("services").isConnectedTo(service)) {
        refuse(run, "task", "no-service\n" + end.to);
        co_return false;
    }
    http::Request request{.method = end.method,
                          .target = filledIn(end.target, values),
                          .body = filledIn(end.body, values)};
    request.headers.set("Host", end.to);
    if (!request.body.empty()) {
        request.headers.set("Content-Type", "application/json");
    }
    if (!run.delivery().order.key.empty()) {
        request.headers.set("Idempotency-Key", run.delivery().order.key);
    }
    const SimTime askedAt = now();
    Task<std::optional<Message>> call =
        port("services").callWithin(service, messageFor(run, std::move(request)), kPatience);
    const std::optional<Message> answer = co_await call;
    const HttpResponseMessage* got = httpAnswer(answer);
    const int status = statusOf(got);
    const bool isGood = status > 0 && status < 400;
    if (status == 0 && isAlive(number)) {
        refuse(runs_.at(number), "call", failureOf(got, now() - askedAt));
    } else if (!isGood && isAlive(number)) {
        refuse(runs_.at(number), "task", fmt::format("call-failed\n{}\n{}", end.to, status));
    }
    co_return isGood;
}

Task<bool> Worker::runPublish(std::uint64_t number, const TaskEnd& end,
                              const nlohmann::json& values) {
    if (!port("keys").isConnected()) {
        refuse(runs_.at(number), "task", "no-key-value-store");
        co_return false;
    }
    KeyCommand command{
        .words = {"PUBLISH", filledIn(end.channel, values), filledIn(end.message, values)}};
    Task<Message> call = port("keys").call(messageFor(runs_.at(number), std::move(command)));
    const Message answer = co_await call;
    co_return !std::get<KeyReply>(answer.payload).reply.isError();
}

} // namespace roundtrip
