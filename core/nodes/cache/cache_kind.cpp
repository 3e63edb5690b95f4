#include "core/kernel/text_marker.h"
#include "core/nodes/cache/cache.h"
#include "core/nodes/storage_parameters.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace roundtrip {

namespace {

Problems checkRowRules(const nlohmann::json& value) {
    Problems problems;
    readRowRules(value, problems);
    return problems;
}

// What it keeps, and for how long.
std::vector<Parameter> storageParameters() {
    return {
        evictionPolicyParameter(),
        capacityParameter(100),
        capacityBytesParameter(),
        {.name = "ttl",
         .label = ROUNDTRIP_TEXT("parameters", "Time to live"),
         .help = ROUNDTRIP_TEXT("parameters", "An entry older than this counts as missing."),
         .type = ParameterType::duration,
         .fallback = "60 s",
         .least = 0.001,
         .most = 86400.0 * 365},
        {.name = "sliding",
         .label = ROUNDTRIP_TEXT("parameters", "Each hit prolongs"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "On: the time to live begins anew with each hit, as for sessions."),
         .type = ParameterType::boolean,
         .fallback = false},
        {.name = "stale_while_revalidate",
         .label = ROUNDTRIP_TEXT("parameters", "Old while asking"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "For how long after its time an entry is still given to all but "
                                "the first who asks, who loads it anew."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0.0,
         .most = 86400.0 * 365},
        {.name = "persists",
         .label = ROUNDTRIP_TEXT("parameters", "Survives a restart"),
         .help = ROUNDTRIP_TEXT("parameters", "Without it a restart loses everything."),
         .type = ParameterType::boolean,
         .fallback = false},
        operationTimeParameter("0.05 ms"),
    };
}

// What the cache knows of the rows that lie behind its keys.
std::vector<Parameter> rowParameters() {
    return {
        {.name = "rows",
         .label = ROUNDTRIP_TEXT("parameters", "Rows behind the keys"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "For keys of a form like user:{id}: the SELECT that loads what is "
                                "missing, and the UPDATE that writes what is set."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array(),
         .check = checkRowRules},
        {.name = "writes",
         .label = ROUNDTRIP_TEXT("parameters", "Writes rows"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "through: what is set is written to the database before the "
                                "answer. behind: after it; what is not written when the cache "
                                "stops is lost."),
         .type = ParameterType::choice,
         .fallback = "none",
         .choices = {"none", "through", "behind"}},
        {.name = "write_delay",
         .label = ROUNDTRIP_TEXT("parameters", "Writes behind after"),
         .help = ROUNDTRIP_TEXT("parameters", "How long it collects writes."),
         .type = ParameterType::duration,
         .fallback = "1 s",
         .least = 0.0,
         .most = 86400.0},
    };
}

} // namespace

NodeKind cacheKind() {
    NodeKind kind;
    kind.id = "cache";
    kind.name = ROUNDTRIP_TEXT("parts", "Cache");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps answers in memory for a while. When it is full, one "
                                        "has to go: which, its policy says.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "Your desk drawer");
    kind.category = Category::data;
    kind.ports = {{"clients", PortInfo::Direction::in, "cache"},
                  {"database", PortInfo::Direction::out, "sql"}};
    kind.parameters = storageParameters();
    std::ranges::move(rowParameters(), std::back_inserter(kind.parameters));
    kind.gauges = {
        {"fill", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} keys"), GaugeInfo::Look::bar},
        {"hit_ratio", ROUNDTRIP_TEXT("gauges", "hit ratio {value} % so far"),
         GaugeInfo::Look::text},
        {"unwritten", ROUNDTRIP_TEXT("gauges", "{value} not yet written"), GaugeInfo::Look::text,
         "database"}};
    kind.actions = {
        {"clear", ROUNDTRIP_TEXT("actions", "Empty the cache"), {}},
        {"remove",
         ROUNDTRIP_TEXT("actions", "Remove one entry"),
         {{.name = "key",
           .label = ROUNDTRIP_TEXT("parameters", "Key"),
           .help = ROUNDTRIP_TEXT("parameters", "For example user:123."),
           .fallback = ""}}},
    };
    kind.price = {0.05, "capacity", 0.00005};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Cache>(*findKind("cache"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
