#include "core/nodes/queueing/source.h"

#include "core/kernel/text_marker.h"

#include <utility>
#include <vector>

namespace roundtrip {

namespace {

WeightedChoice classesOf(const nlohmann::json& shares) {
    return WeightedChoice(shares.get<std::vector<double>>());
}

} // namespace

Source::Source(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), batch_(values().value("batch")),
      classes_(classesOf(values().value("classes"))), random_(context.seed, key(), "arrivals"),
      choices_(context.seed, key(), "choices") {}

void Source::begin() {
    if (port("out").isConnected() && !isEmitting_) {
        isEmitting_ = true;
        simulation().spawn(emit());
    }
}

Process Source::emit() {
    const Distribution gap = values().distribution("between");
    const auto limit = static_cast<std::uint32_t>(values().integer("count"));
    while (limit == 0 || sent_ < limit) {
        co_await simulation().delay(gap.sample(random_));
        if (!isEmitting_) {
            co_return;
        }
        for (std::int64_t left = batch_.draw(choices_); left > 0; --left) {
            if (limit == 0 || sent_ < limit) {
                sendOne();
            }
        }
    }
}

/// Nobody enters where no way leads.
void Source::sendOne() {
    if (!port("out").isConnected()) {
        return;
    }
    const auto jobClass = classes_.empty() ? static_cast<std::uint32_t>(values().integer("class"))
                                           : static_cast<std::uint32_t>(classes_.draw(choices_));
    Message message;
    message.payload = Job{.id = ++sent_, .jobClass = jobClass, .createdAt = now(), .source = id()};
    port("out").send(std::move(message));
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
        {.name = "batch",
         .label = ROUNDTRIP_TEXT("parameters", "Jobs that come together"),
         .help = ROUNDTRIP_TEXT("parameters", "A number, {\"uniform\": [1, 4]}, {\"geometric\": "
                                              "mean} or {\"shares\": [of 1, of 2, ...]}."),
         .type = ParameterType::document,
         .fallback = 1,
         .check = checkBatchSize},
        {.name = "classes",
         .label = ROUNDTRIP_TEXT("parameters", "Shares of classes"),
         .help = ROUNDTRIP_TEXT("parameters", "How many jobs are of class 0, 1 and so on, as "
                                              "[0.3, 0.7]. Empty: all are of the class above."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array(),
         .check = checkClassShares},
    };
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Source>(*findKind("source"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
