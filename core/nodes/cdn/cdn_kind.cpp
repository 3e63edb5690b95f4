#include "core/kernel/text_marker.h"
#include "core/nodes/cdn/cdn.h"
#include "core/nodes/storage_parameters.h"

namespace roundtrip {

namespace {

constexpr double kYear = 86400.0 * 365;

Parameter lifetime(std::string name, const char* label, const char* help) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::duration,
            .fallback = "0 s",
            .least = 0.0,
            .most = kYear};
}

std::vector<Parameter> cdnParameters() {
    return {
        evictionPolicyParameter(),
        capacityParameter(1000),
        capacityBytesParameter(),
        lifetime("default_ttl", ROUNDTRIP_TEXT("parameters", "Time when nothing is said"),
                 ROUNDTRIP_TEXT("parameters",
                                "How long an answer is fresh that does not say it itself. 0 s: "
                                "only what the answer allows.")),
        lifetime("negative_ttl", ROUNDTRIP_TEXT("parameters", "Time for \"not there\""),
                 ROUNDTRIP_TEXT("parameters",
                                "How long a 404 or 410 is fresh that does not say it itself.")),
        lifetime("stale_while_revalidate", ROUNDTRIP_TEXT("parameters", "Old while asking"),
                 ROUNDTRIP_TEXT("parameters",
                                "For how long after its time an answer is still given while a "
                                "newer one is fetched; an answer can say it itself.")),
        lifetime("stale_if_error", ROUNDTRIP_TEXT("parameters", "Old when the origin fails"),
                 ROUNDTRIP_TEXT("parameters",
                                "For how long after its time an answer is still given when the "
                                "origin fails; an answer can say it itself.")),
        {.name = "collapse",
         .label = ROUNDTRIP_TEXT("parameters", "Ask once for all"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "On: while one request is on its way to the origin, others for the "
                                "same wait for its answer."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "timeout",
         .label = ROUNDTRIP_TEXT("parameters", "Patience with the origin"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How long it waits for the origin's answer. 0 s: for ever."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0.0,
         .most = 86400.0},
        operationTimeParameter("0.2 ms"),
    };
}

} // namespace

NodeKind cdnKind() {
    NodeKind kind;
    kind.id = "cdn";
    kind.name = ROUNDTRIP_TEXT("parts", "CDN");
    kind.help = ROUNDTRIP_TEXT("parts", "A shared cache of answers between clients and the origin, "
                                        "near the clients. Each answer says in X-Cache where it "
                                        "came from.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The corner shop that stocks what the factory makes");
    kind.category = Category::edge;
    kind.ports = {{"clients", PortInfo::Direction::in, "http"},
                  {"origin", PortInfo::Direction::out, "http"}};
    kind.parameters = cdnParameters();
    kind.gauges = {
        {"fill", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} answers"), GaugeInfo::Look::bar},
        {"hit_ratio", ROUNDTRIP_TEXT("gauges", "hit ratio {value} % so far"),
         GaugeInfo::Look::text}};
    kind.actions = {
        {"purge_all", ROUNDTRIP_TEXT("actions", "Purge everything"), {}},
        {"purge",
         ROUNDTRIP_TEXT("actions", "Purge one address"),
         {{.name = "target",
           .label = ROUNDTRIP_TEXT("parameters", "Address"),
           .help = ROUNDTRIP_TEXT("parameters", "Path and query, for example /users/1."),
           .fallback = "/"}}},
    };
    kind.price = {.base = 0.1};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Cdn>(*findKind("cdn"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
