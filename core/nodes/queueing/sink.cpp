#include "core/nodes/queueing/sink.h"

#include "core/kernel/text_marker.h"

#include <utility>

namespace roundtrip {

Sink::Sink(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)) {
    port("in").setReceiver(
        [this](const Message& message) { leave(std::get<Job>(message.payload)); });
}

void Sink::leave(const Job& job) {
    statistics_.arrived(now(), job.jobClass);
    statistics_.started(now(), SimTime(), job.jobClass);
    statistics_.departed(now(), now() - job.createdAt, job.jobClass);
    setGauge(0, ++left_);
}

NodeKind sinkKind() {
    NodeKind kind;
    kind.id = "sink";
    kind.name = ROUNDTRIP_TEXT("parts", "Sink");
    kind.help = ROUNDTRIP_TEXT("parts", "Jobs leave here; measures their whole way.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The way out");
    kind.category = Category::theory;
    kind.ports = {{"in", PortInfo::Direction::in, "job"}};
    kind.gauges = {{"left", ROUNDTRIP_TEXT("gauges", "{value} have left")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Sink>(*findKind("sink"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
