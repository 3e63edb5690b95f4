#include "core/nodes/queueing/token_bucket.h"

#include "core/kernel/text_marker.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

TokenBucketGate::TokenBucketGate(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      period_(SimTime::fromSeconds(1 / values().real("rate"))),
      tolerance_(period_ * (values().integer("burst") - 1)),
      delays_(values().text("when_empty") == "delay"), room_(values().integer("room")) {
    port("in").setReceiver([this](Message message) { take(std::move(message)); });
}

void TokenBucketGate::take(Message message) {
    const SimTime due = expectedAt_ - tolerance_;
    const bool waits = now() < due;
    if (waits && (!delays_ || (room_ > 0 && waiting_ >= room_))) {
        refuse(std::move(message));
        return;
    }
    expectedAt_ = std::max(now(), expectedAt_) + period_;
    statistics_.arrived(now(), std::get<Job>(message.payload).jobClass);
    if (waits) {
        setGauge(0, ++waiting_);
        simulation().spawn(passAfter(std::move(message), due - now()));
    } else {
        pass(std::move(message), SimTime());
    }
}

void TokenBucketGate::refuse(Message message) {
    statistics_.blocked(now(), std::get<Job>(message.payload).jobClass);
    if (port("lost").isConnected()) {
        port("lost").send(std::move(message));
    }
}

Process TokenBucketGate::passAfter(Message message, SimTime wait) {
    co_await simulation().delay(wait);
    setGauge(0, --waiting_);
    pass(std::move(message), wait);
}

void TokenBucketGate::pass(Message message, SimTime waited) {
    const std::uint32_t jobClass = std::get<Job>(message.payload).jobClass;
    statistics_.started(now(), waited, jobClass);
    statistics_.departed(now(), waited, jobClass);
    if (port("out").isConnected()) {
        port("out").send(std::move(message));
    }
}

NodeKind tokenBucketKind() {
    NodeKind kind;
    kind.id = "token_bucket";
    kind.name = ROUNDTRIP_TEXT("parts", "Token bucket");
    kind.help = ROUNDTRIP_TEXT("parts", "Lets a job through for a token; tokens come at a steady "
                                        "rate.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The turnstile that takes a coin");
    kind.category = Category::theory;
    kind.ports = {{"in", PortInfo::Direction::in, "job"},
                  {"out", PortInfo::Direction::out, "job"},
                  {"lost", PortInfo::Direction::out, "lost job"}};
    kind.parameters = {
        {.name = "rate",
         .label = ROUNDTRIP_TEXT("parameters", "Tokens"),
         .help = ROUNDTRIP_TEXT("parameters", "How many tokens come each second."),
         .type = ParameterType::real,
         .fallback = 1.0,
         .least = 1e-6,
         .most = 1e6,
         .unit = "1/s"},
        {.name = "burst",
         .label = ROUNDTRIP_TEXT("parameters", "Bucket"),
         .help = ROUNDTRIP_TEXT("parameters", "How many tokens it holds; it is full at first."),
         .type = ParameterType::integer,
         .fallback = 1,
         .least = 1,
         .most = 1e6},
        {.name = "when_empty",
         .label = ROUNDTRIP_TEXT("parameters", "Without a token"),
         .help = ROUNDTRIP_TEXT("parameters", "drop: the job is turned away. delay: it waits."),
         .type = ParameterType::choice,
         .fallback = "drop",
         .choices = {"drop", "delay"}},
        {.name = "room",
         .label = ROUNDTRIP_TEXT("parameters", "Room to wait"),
         .help = ROUNDTRIP_TEXT("parameters", "With delay: how many can wait. 0: no limit."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1e9},
    };
    kind.gauges = {{"waiting", ROUNDTRIP_TEXT("gauges", "{value} waiting for a token")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<TokenBucketGate>(*findKind("token_bucket"), context,
                                                 std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
