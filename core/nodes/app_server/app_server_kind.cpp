#include "core/nodes/app_server/app_server.h"
#include "core/nodes/text_marker.h"

namespace roundtrip {

NodeKind appServerKind() {
    NodeKind kind;
    kind.id = "app_server";
    kind.name = ROUNDTRIP_TEXT("parts", "App server");
    kind.help = ROUNDTRIP_TEXT("parts", "Runs your program: finds the route of a request and does "
                                        "what its handler says, with so many workers at a time.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The assistant who fetches");
    kind.category = Category::compute;
    kind.ports = {{"clients", PortInfo::Direction::in, "http"},
                  {"cache", PortInfo::Direction::out, "cache"},
                  {"database", PortInfo::Direction::out, "sql"}};
    kind.parameters = {
        {.name = "workers",
         .label = ROUNDTRIP_TEXT("parameters", "Workers"),
         .help = ROUNDTRIP_TEXT("parameters", "How many requests it can work on at the same time."),
         .type = ParameterType::integer,
         .fallback = 8,
         .least = 1,
         .most = 10000},
        {.name = "overhead",
         .label = ROUNDTRIP_TEXT("parameters", "Time to read a request"),
         .help = ROUNDTRIP_TEXT("parameters", "Parsing and routing, before the handler starts."),
         .type = ParameterType::duration,
         .fallback = "0.2 ms",
         .least = 0.0,
         .most = 60.0},
        {.name = "use_cache",
         .label = ROUNDTRIP_TEXT("parameters", "Use the cache"),
         .help = ROUNDTRIP_TEXT("parameters", "Off: every request goes to the database."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "invalidate_on_write",
         .label = ROUNDTRIP_TEXT("parameters", "Remove the copy when data changes"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "On: an update deletes the cached copy, the next read is fresh."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "routes",
         .label = ROUNDTRIP_TEXT("parameters", "Routes"),
         .help =
             ROUNDTRIP_TEXT("parameters", "Which address runs which handler; first match wins."),
         .type = ParameterType::routes,
         .fallback = nlohmann::json::array()},
    };
    kind.gauges = {{"workers", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} workers busy"),
                    GaugeInfo::Look::boxes},
                   {"queue", ROUNDTRIP_TEXT("gauges", "{value} in line")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<AppServer>(*findKind("app_server"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
