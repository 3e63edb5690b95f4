#include "core/nodes/queueing/source.h"

#include "core/nodes/text_marker.h"

#include <utility>

namespace roundtrip {

Source::Source(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), random_(context.seed, key(), "arrivals") {}

void Source::start() {
    if (port("out").isConnected()) {
        simulation().spawn(emit());
    }
}

Process Source::emit() {
    const Distribution gap = values().distribution("between");
    const auto jobClass = static_cast<std::uint32_t>(values().integer("class"));
    const auto limit = static_cast<std::uint32_t>(values().integer("count"));
    for (std::uint32_t id = 1; limit == 0 || id <= limit; ++id) {
        co_await simulation().delay(gap.sample(random_));
        Message message;
        message.payload = Job{id, jobClass, now()};
        port("out").send(std::move(message));
    }
}

NodeKind sourceKind() {
    NodeKind kind;
    kind.id = "source";
    kind.name = ROUNDTRIP_TEXT("parts", "Source");
    kind.help = ROUNDTRIP_TEXT("parts", "Jobs enter here, for comparing with queueing theory.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The door of the shop");
    kind.category = Category::theory;
    kind.ports = {{"out", PortInfo::Direction::out, "job"}};
    kind.parameters = {
        {.name = "between",
         .label = ROUNDTRIP_TEXT("parameters", "Time between jobs"),
         .help = ROUNDTRIP_TEXT("parameters", "How long after one job the next one comes."),
         .type = ParameterType::distribution,
         .fallback = {{"exponential", "1 s"}}},
        {.name = "class",
         .label = ROUNDTRIP_TEXT("parameters", "Class"),
         .help = ROUNDTRIP_TEXT("parameters", "0 goes first at a station with priorities."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 7},
        {.name = "count",
         .label = ROUNDTRIP_TEXT("parameters", "Jobs in all"),
         .help = ROUNDTRIP_TEXT("parameters", "0 means without end."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 4e9},
    };
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Source>(*findKind("source"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
