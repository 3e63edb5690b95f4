#include "core/nodes/queueing/fork_join.h"

#include "core/kernel/text_marker.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

Fork::Fork(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)) {
    port("in").setReceiver([this](const Message& message) { split(message); });
}

void Fork::split(const Message& message) {
    setGauge(0, ++split_);
    port("out").sendToAll(message);
}

Join::Join(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)) {
    port("in").setReceiver([this](Message message) { take(std::move(message)); });
}

void Join::countParts() {
    const auto parts = static_cast<std::size_t>(values().integer("parts"));
    parts_ = parts > 0 ? parts : port("in").peers().size();
}

void Join::take(Message message) {
    const Job job = std::get<Job>(message.payload);
    const auto [place, isFirst] =
        incomplete_.try_emplace({job.source, job.id}, Incomplete{0, now()});
    if (isFirst) {
        statistics_.arrived(now(), job.jobClass);
    }
    if (++place->second.parts >= parts_) {
        const SimTime since = place->second.since;
        incomplete_.erase(place);
        complete(std::move(message), since);
    }
    setGauge(0, static_cast<std::int64_t>(incomplete_.size()));
}

void Join::complete(Message message, SimTime since) {
    const std::uint32_t jobClass = std::get<Job>(message.payload).jobClass;
    statistics_.started(now(), now() - since, jobClass);
    statistics_.departed(now(), now() - since, jobClass);
    if (port("out").isConnected()) {
        port("out").send(std::move(message));
    }
}

NodeKind forkKind() {
    NodeKind kind;
    kind.id = "fork";
    kind.name = ROUNDTRIP_TEXT("parts", "Fork");
    kind.help = ROUNDTRIP_TEXT("parts", "Splits a job into parts, one for each station behind it.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "One order, several cooks");
    kind.category = Category::theory;
    kind.ports = {{"in", PortInfo::Direction::in, "job"}, {"out", PortInfo::Direction::out, "job"}};
    kind.gauges = {{"split", ROUNDTRIP_TEXT("gauges", "{value} split")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Fork>(*findKind("fork"), context, std::move(setup));
    };
    return kind;
}

NodeKind joinKind() {
    NodeKind kind;
    kind.id = "join";
    kind.name = ROUNDTRIP_TEXT("parts", "Join");
    kind.help = ROUNDTRIP_TEXT("parts", "Waits for all parts of a job, then sends it on as one.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The tray that leaves when every dish is on it");
    kind.category = Category::theory;
    kind.ports = {{"in", PortInfo::Direction::in, "job"}, {"out", PortInfo::Direction::out, "job"}};
    kind.parameters = {
        {.name = "parts",
         .label = ROUNDTRIP_TEXT("parameters", "Parts of a job"),
         .help = ROUNDTRIP_TEXT("parameters", "0: as many as there are links that lead here."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 10000},
    };
    kind.gauges = {{"incomplete", ROUNDTRIP_TEXT("gauges", "{value} incomplete")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Join>(*findKind("join"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
