#include "core/nodes/browser/browser.h"
#include "core/nodes/text_marker.h"

namespace roundtrip {

namespace {

std::vector<Parameter> sendArguments() {
    return {
        {.name = "method",
         .label = ROUNDTRIP_TEXT("parameters", "Method"),
         .help =
             ROUNDTRIP_TEXT("parameters", "What the request asks for: GET reads, PUT replaces."),
         .type = ParameterType::choice,
         .fallback = "GET",
         .choices = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}},
        {.name = "target",
         .label = ROUNDTRIP_TEXT("parameters", "Address"),
         .help = ROUNDTRIP_TEXT("parameters", "Path and query, for example /users/123."),
         .fallback = "/"},
        {.name = "body",
         .label = ROUNDTRIP_TEXT("parameters", "Body"),
         .help = ROUNDTRIP_TEXT("parameters", "JSON that travels with the request."),
         .fallback = ""},
    };
}

std::vector<Parameter> sendManyArguments() {
    return {
        {.name = "count",
         .label = ROUNDTRIP_TEXT("parameters", "Requests"),
         .help = ROUNDTRIP_TEXT("parameters", "How many requests are sent."),
         .type = ParameterType::integer,
         .fallback = 100,
         .least = 1,
         .most = 1e7},
        {.name = "rate",
         .label = ROUNDTRIP_TEXT("parameters", "Rate"),
         .help = ROUNDTRIP_TEXT("parameters", "Requests per second on average, at random moments."),
         .type = ParameterType::real,
         .fallback = 50,
         .least = 0.001,
         .most = 1e6,
         .unit = "1/s"},
        {.name = "target",
         .label = ROUNDTRIP_TEXT("parameters", "Address"),
         .help =
             ROUNDTRIP_TEXT("parameters", "Path; {key} becomes the number of what is asked for."),
         .fallback = "/users/{key}"},
        {.name = "keys",
         .label = ROUNDTRIP_TEXT("parameters", "Different things asked for"),
         .help = ROUNDTRIP_TEXT("parameters", "The keys run from 1 to this number."),
         .type = ParameterType::integer,
         .fallback = 200,
         .least = 1,
         .most = 1e6},
        {.name = "skew",
         .label = ROUNDTRIP_TEXT("parameters", "Popularity"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Zipf exponent: 0 asks for all alike, 1 mostly for a few."),
         .type = ParameterType::real,
         .fallback = 1.0,
         .least = 0.0,
         .most = 5.0},
        {.name = "update_share",
         .label = ROUNDTRIP_TEXT("parameters", "Share of updates"),
         .help = ROUNDTRIP_TEXT("parameters", "Which part of the requests is a PUT, 0 to 1."),
         .type = ParameterType::real,
         .fallback = 0.0,
         .least = 0.0,
         .most = 1.0},
        {.name = "update_body",
         .label = ROUNDTRIP_TEXT("parameters", "Body of updates"),
         .help = ROUNDTRIP_TEXT("parameters", "JSON; {n} becomes the number of the request."),
         .fallback = "{}"},
    };
}

} // namespace

NodeKind browserKind() {
    NodeKind kind;
    kind.id = "browser";
    kind.name = ROUNDTRIP_TEXT("parts", "Browser");
    kind.help = ROUNDTRIP_TEXT("parts", "Sends requests for a person and shows the answers. Keeps "
                                        "answers for as long as Cache-Control allows.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "You at your desk");
    kind.category = Category::clients;
    kind.ports = {{"server", PortInfo::Direction::out, "http"}};
    kind.parameters = {
        {.name = "host",
         .label = ROUNDTRIP_TEXT("parameters", "Host"),
         .help = ROUNDTRIP_TEXT("parameters", "The site that it visits; written in each request."),
         .fallback = "shop.example"},
        {.name = "cache_entries",
         .label = ROUNDTRIP_TEXT("parameters", "Answers it can keep"),
         .help = ROUNDTRIP_TEXT("parameters", "When more arrive, the one unused for longest goes."),
         .type = ParameterType::integer,
         .fallback = 1000,
         .least = 1,
         .most = 1e6},
    };
    kind.gauges = {{"waiting", ROUNDTRIP_TEXT("gauges", "{value} waiting for an answer")},
                   {"kept", ROUNDTRIP_TEXT("gauges", "answers kept: {value}")}};
    kind.actions = {
        {"send", ROUNDTRIP_TEXT("actions", "Send request"), sendArguments()},
        {"send_many", ROUNDTRIP_TEXT("actions", "Send many requests"), sendManyArguments()},
        {"clear_cache", ROUNDTRIP_TEXT("actions", "Empty the browser's cache"), {}},
    };
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Browser>(*findKind("browser"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
