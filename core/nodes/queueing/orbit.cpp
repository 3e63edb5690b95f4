#include "core/nodes/queueing/orbit.h"

#include "core/kernel/text_marker.h"

#include <utility>

namespace roundtrip {

Orbit::Orbit(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), pause_(values().distribution("pause")),
      mostTries_(static_cast<std::uint32_t>(values().integer("tries"))),
      random_(context.seed, key(), "pauses") {
    port("in").setReceiver([this](Message message) { take(std::move(message)); });
}

void Orbit::take(Message message) {
    Job& job = std::get<Job>(message.payload);
    if (mostTries_ > 0 && job.tries >= mostTries_) {
        statistics_.blocked(now(), job.jobClass);
        if (port("lost").isConnected()) {
            port("lost").send(std::move(message));
        }
        return;
    }
    ++job.tries;
    statistics_.arrived(now(), job.jobClass);
    statistics_.started(now(), SimTime(), job.jobClass);
    setGauge(0, ++orbiting_);
    simulation().spawn(tryAgain(std::move(message)));
}

Process Orbit::tryAgain(Message message) {
    const SimTime pause = pause_.sample(random_);
    co_await simulation().delay(pause);
    statistics_.departed(now(), pause, std::get<Job>(message.payload).jobClass);
    setGauge(0, --orbiting_);
    if (port("out").isConnected()) {
        port("out").send(std::move(message));
    }
}

NodeKind orbitKind() {
    NodeKind kind;
    kind.id = "orbit";
    kind.name = ROUNDTRIP_TEXT("parts", "Orbit");
    kind.help = ROUNDTRIP_TEXT("parts", "Jobs that found no room wait here and try again.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "Walking around the block until there is a table");
    kind.category = Category::theory;
    kind.ports = {{"in", PortInfo::Direction::in, "lost job"},
                  {"out", PortInfo::Direction::out, "job"},
                  {"lost", PortInfo::Direction::out, "lost job"}};
    kind.parameters = {
        {.name = "pause",
         .label = ROUNDTRIP_TEXT("parameters", "Time before the next try"),
         .help = ROUNDTRIP_TEXT("parameters", "How long a job stays before it tries again."),
         .type = ParameterType::distribution,
         .fallback = {{"exponential", "1 s"}}},
        {.name = "tries",
         .label = ROUNDTRIP_TEXT("parameters", "Further tries"),
         .help = ROUNDTRIP_TEXT("parameters", "After so many a job gives up. 0: never."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1e6},
    };
    kind.gauges = {{"orbiting", ROUNDTRIP_TEXT("gauges", "{value} will try again")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Orbit>(*findKind("orbit"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
