#include "core/kernel/text_marker.h"
#include "core/nodes/external_api/external_api.h"

namespace roundtrip {

namespace {

std::vector<Parameter> parametersOfExternalApi() {
    return {
        {.name = "service",
         .label = ROUNDTRIP_TEXT("parameters", "Service"),
         .help = ROUNDTRIP_TEXT(
             "parameters", "weather: GET /weather/Oslo. payment: POST /charges with amount and "
                           "currency. email: POST /messages with to."),
         .type = ParameterType::choice,
         .fallback = "weather",
         .choices = {"weather", "payment", "email"}},
        {.name = "latency",
         .label = ROUNDTRIP_TEXT("parameters", "Time for an answer"),
         .help = ROUNDTRIP_TEXT("parameters", "How long it works on a request; may vary."),
         .type = ParameterType::distribution,
         .fallback = "80 ms"},
        {.name = "quota",
         .label = ROUNDTRIP_TEXT("parameters", "Requests per minute"),
         .help = ROUNDTRIP_TEXT("parameters", "Further ones are answered with 429. 0: no limit."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1e6,
         .unit = "1/min"},
        {.name = "failure_rate",
         .label = ROUNDTRIP_TEXT("parameters", "Share of failures"),
         .help = ROUNDTRIP_TEXT("parameters", "Which part is answered with 503, 0 to 1."),
         .type = ParameterType::real,
         .fallback = 0.0,
         .least = 0.0,
         .most = 1.0},
        {.name = "fails_after_work",
         .label = ROUNDTRIP_TEXT("parameters", "Fails after the work"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "On: what was asked is done and only the answer is lost, so a "
                                "second try does it twice."),
         .type = ParameterType::boolean,
         .fallback = false},
        {.name = "key",
         .label = ROUNDTRIP_TEXT("parameters", "API key"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Wanted as \"Authorization: Bearer\" or X-Api-Key. Empty: anybody "
                                "may ask."),
         .fallback = ""},
    };
}

} // namespace

NodeKind externalApiKind() {
    NodeKind kind;
    kind.id = "external_api";
    kind.name = ROUNDTRIP_TEXT("parts", "Service of others");
    kind.help = ROUNDTRIP_TEXT("parts", "An API that somebody else runs: weather, payments or "
                                        "e-mail, with a key, a quota and bad days.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The shop next door that you phone");
    kind.category = Category::edge;
    kind.ports = {{"clients", PortInfo::Direction::in, "http"}};
    kind.parameters = parametersOfExternalApi();
    kind.gauges = {
        {"quota", ROUNDTRIP_TEXT("gauges", "asked this minute: {value}"), GaugeInfo::Look::bar},
        {"charges", ROUNDTRIP_TEXT("gauges", "charges made: {value}")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<ExternalApi>(*findKind("external_api"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
