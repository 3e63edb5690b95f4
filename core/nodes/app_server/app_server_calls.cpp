#include "core/kernel/encoding.h"
#include "core/kernel/placeholders.h"
#include "core/kernel/quantity.h"
#include "core/nodes/app_server/app_server.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace roundtrip {

Task<> AppServer::callService(const HandlerBlock& block, Handling& handling) {
    const NodeId service = context().nodeOf(block.to);
    if (!port("services").isConnectedTo(service)) {
        fail(handling, 500, "no-service\n" + block.to);
        co_return;
    }
    http::Request request{.method = block.method,
                          .target = filledIn(block.target, handling.values),
                          .body = filledIn(block.body, handling.values)};
    request.headers.set("Host", block.to);
    request.headers.set("Accept", "application/json");
    if (!request.body.empty()) {
        request.headers.set("Content-Type", "application/json");
    }
    if (block.isIdempotent) {
        request.headers.set("Idempotency-Key", base64Url(secretBytes(12)));
    }
    SimTime pause = block.backoff;
    for (int attempt = 0; mayCall(block, handling); ++attempt) {
        const SimTime startedAt = now();
        Task<std::optional<Message>> call =
            port("services").callWithin(service, ask(handling, request), block.timeout);
        const std::optional<Message> answer = co_await call;
        const HttpResponseMessage* got = httpAnswer(answer);
        const int status = statusOf(got);
        const bool isGood = status > 0 && status < 500 && status != 429;
        noteCall(block, handling, isGood);
        if (isGood) {
            takeAnswer(block, handling, got->response);
            co_return;
        }
        record(handling.message.request, handling.span,
               CheckFailed{.check = text("call"),
                           .reason = text(failureOf(got, now() - startedAt)),
                           .status = 0});
        if (attempt >= block.retries) {
            break;
        }
        co_await simulation().delay(pause);
        pause = pause * 2;
        pass(handling, "call", fmt::format("again\n{}", attempt + 2));
    }
    Task<> otherwise = callOtherwise(block, handling);
    co_await otherwise;
}

Task<> AppServer::callOtherwise(const HandlerBlock& block, Handling& handling) {
    if (block.otherwise.empty()) {
        fail(handling, 502, "service-failed\n" + block.to);
        co_return;
    }
    Task<> otherwise = runBlocks(block.otherwise, handling);
    co_await otherwise;
}

tasks::CircuitBreaker* AppServer::breakerOf(const HandlerBlock& block) {
    const HandlerBlock::Breaker& wanted = block.breaker;
    if (wanted.failures == 0) {
        return nullptr;
    }
    const tasks::CircuitBreaker::Rule rule{wanted.failures, wanted.window, wanted.openFor,
                                           wanted.trials};
    const auto [known, isNew] =
        breakers_.try_emplace(block.to, Breaker{rule, tasks::CircuitBreaker(rule)});
    if (!isNew && known->second.rule != rule) {
        known->second = {rule, tasks::CircuitBreaker(rule)};
    }
    return &known->second.state;
}

bool AppServer::mayCall(const HandlerBlock& block, const Handling& handling) {
    using Permission = tasks::CircuitBreaker::Permission;
    tasks::CircuitBreaker* breaker = breakerOf(block);
    const Permission permission = breaker == nullptr ? Permission::allowed : breaker->ask(now());
    if (permission == Permission::trial) {
        pass(handling, "breaker", "tries\n" + block.to);
    } else if (permission == Permission::refused) {
        record(handling.message.request, handling.span,
               CheckFailed{.check = text("breaker"),
                           .reason = text(fmt::format("open\n{}\n{}", block.to,
                                                      durationText(breaker->triesIn(now())))),
                           .status = 0});
    }
    return permission != Permission::refused;
}

void AppServer::noteCall(const HandlerBlock& block, const Handling& handling, bool isGood) {
    using Change = tasks::CircuitBreaker::Change;
    tasks::CircuitBreaker* breaker = breakerOf(block);
    if (breaker == nullptr) {
        return;
    }
    const Change change = isGood ? breaker->succeeded(now()) : breaker->failed(now());
    if (change == Change::closed) {
        pass(handling, "breaker", "closes\n" + block.to);
    } else if (change == Change::opened) {
        record(handling.message.request, handling.span,
               CheckFailed{.check = text("breaker"),
                           .reason = text(fmt::format("opens\n{}\n{}", block.to,
                                                      durationText(block.breaker.openFor))),
                           .status = 0});
    }
}

void AppServer::takeAnswer(const HandlerBlock& block, Handling& handling,
                           const http::Response& response) {
    handling.result = response.body;
    nlohmann::json body = nlohmann::json::parse(response.body, nullptr, false);
    handling.data[block.name] = body.is_discarded() ? nlohmann::json(response.body) : body;
}

} // namespace roundtrip
