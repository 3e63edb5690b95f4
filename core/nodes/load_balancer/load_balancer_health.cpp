#include "core/nodes/load_balancer/load_balancer.h"

#include <fmt/format.h>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr std::size_t kInFlightGauge = 0;
constexpr std::size_t kHealthyGauge = 1;

} // namespace

void LoadBalancer::watchAll() {
    ++round_;
    if (values().text("health_path").empty()) {
        return;
    }
    for (std::size_t server = 0; server < servers_.size(); ++server) {
        if (!servers_[server].isGone) {
            simulation().spawn(watch(server, round_));
        }
    }
}

Process LoadBalancer::watch(std::size_t server, std::uint32_t round) {
    while (round == round_ && isRunning()) {
        co_await simulation().delay(values().duration("health_interval"));
        if (round != round_ || !isRunning()) {
            co_return;
        }
        const SimTime askedAt = now();
        Message message;
        message.payload =
            http::Request{.method = http::Method::get, .target = values().text("health_path")};
        Task<std::optional<Message>> call = port("servers").callWithin(
            servers_[server].node, std::move(message), values().duration("health_timeout"));
        const std::optional<Message> answer = co_await call;
        if (round != round_ || !isRunning()) {
            co_return;
        }
        const HttpResponseMessage* got = httpAnswer(answer);
        const int status = statusOf(got);
        const bool isGood = status >= 200 && status < 400;
        noteAnswer(servers_[server], isGood, isGood ? "" : failureOf(got, now() - askedAt));
    }
}

/// Answers to people count as well as those to health checks, but nobody is taken back without one.
void LoadBalancer::noteAnswer(Server& server, bool isGood, std::string_view what) {
    server.failures = isGood ? 0 : server.failures + 1;
    server.successes = isGood && !server.isHealthy ? server.successes + 1 : 0;
    const bool isWatched = !values().text("health_path").empty();
    if (server.isHealthy && isWatched && server.failures >= values().integer("fall")) {
        server.isHealthy = false;
        record(RequestId::none, SpanId::none,
               CheckFailed{.check = text("health"),
                           .reason = text(
                               fmt::format("down\n{}\n{}\n{}", server.name, server.failures, what)),
                           .status = 0});
    } else if (!server.isHealthy && server.successes >= values().integer("rise")) {
        server.isHealthy = true;
        server.successes = 0;
        record(RequestId::none, SpanId::none,
               CheckPassed{.check = text("health"),
                           .reason = text(fmt::format("up\n{}", server.name))});
    }
    showState();
}

void LoadBalancer::showState() const {
    setGauge(kInFlightGauge, inFlight_);
    const auto there = std::ranges::count(servers_, false, &Server::isGone);
    setGauge(kHealthyGauge,
             std::ranges::count_if(
                 servers_, [](const Server& server) { return server.isHealthy && !server.isGone; }),
             there);
}

bool LoadBalancer::neverRests() const {
    return isRunning() && !servers_.empty() && !values().text("health_path").empty();
}

} // namespace roundtrip
