#include "core/kernel/text_marker.h"
#include "core/nodes/crowd/crowd.h"

#include <algorithm>
#include <iterator>

namespace roundtrip {

namespace {

std::vector<Parameter> loadParameters() {
    return {
        {.name = "starts",
         .label = ROUNDTRIP_TEXT("parameters", "Begins by itself"),
         .help = ROUNDTRIP_TEXT("parameters", "On: it sends from the start. Off: once told to."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "loop",
         .label = ROUNDTRIP_TEXT("parameters", "Who sends the next request"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "open: somebody new, whether or not others still wait. closed: "
                                "the same users, each after the answer and a pause."),
         .type = ParameterType::choice,
         .fallback = "open",
         .choices = {"open", "closed"}},
        {.name = "rate",
         .label = ROUNDTRIP_TEXT("parameters", "Rate"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Open: requests per second on average, at random moments."),
         .type = ParameterType::real,
         .fallback = 10.0,
         .least = 1e-6,
         .most = 1e6,
         .unit = "1/s"},
        {.name = "between",
         .label = ROUNDTRIP_TEXT("parameters", "Time between requests"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Open: in place of the rate, for other than random moments. 0 s: "
                                "the rate counts."),
         .type = ParameterType::distribution,
         .fallback = "0 s"},
        {.name = "users",
         .label = ROUNDTRIP_TEXT("parameters", "Users"),
         .help = ROUNDTRIP_TEXT("parameters", "Closed: how many people there are."),
         .type = ParameterType::integer,
         .fallback = 10,
         .least = 0,
         .most = 1e6},
        {.name = "think",
         .label = ROUNDTRIP_TEXT("parameters", "Time to think"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Closed: from an answer to the same user's next request."),
         .type = ParameterType::distribution,
         .fallback = {{"exponential", "1 s"}}},
        {.name = "profile",
         .label = ROUNDTRIP_TEXT("parameters", "More and less over time"),
         .help = ROUNDTRIP_TEXT(
             "parameters", "A factor on the rate or the users: a ramp, steps, bursts or a "
                           "day, as {\"ramp\": {\"from\": 0, \"to\": 2, \"over\": \"60 s\"}}."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkLoadProfile},
    };
}

std::vector<Parameter> requestParameters() {
    return {
        {.name = "host",
         .label = ROUNDTRIP_TEXT("parameters", "Host"),
         .help = ROUNDTRIP_TEXT("parameters", "The site that it visits; written in each request."),
         .fallback = "shop.example"},
        {.name = "requests",
         .label = ROUNDTRIP_TEXT("parameters", "Requests"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "What is asked for, each as often as its weight says. {key} "
                                "becomes the number of a thing, {n} that of the request."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array({{{"target", "/users/{key}"}}}),
         .check = checkRequestMix},
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
        {.name = "timeout",
         .label = ROUNDTRIP_TEXT("parameters", "Patience"),
         .help = ROUNDTRIP_TEXT("parameters", "How long it waits for an answer. 0 s: for ever."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0.0,
         .most = 86400.0},
        {.name = "retries",
         .label = ROUNDTRIP_TEXT("parameters", "Further tries"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How often somebody asks again after a timeout or a server's "
                                "error. POST and PATCH never."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 20},
        {.name = "backoff",
         .label = ROUNDTRIP_TEXT("parameters", "Pause before the next try"),
         .help = ROUNDTRIP_TEXT("parameters", "Doubles each time, so that a busy server recovers."),
         .type = ParameterType::duration,
         .fallback = "100 ms",
         .least = 0.0,
         .most = 3600.0},
    };
}

} // namespace

NodeKind crowdKind() {
    NodeKind kind;
    kind.id = "crowd";
    kind.name = ROUNDTRIP_TEXT("parts", "Crowd");
    kind.help = ROUNDTRIP_TEXT("parts", "Many people who send requests. Keeps no answers.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The line outside on the first day of the sale");
    kind.category = Category::clients;
    kind.ports = {{"server", PortInfo::Direction::out, "http"}};
    kind.parameters = loadParameters();
    std::ranges::move(requestParameters(), std::back_inserter(kind.parameters));
    kind.gauges = {{"load", ROUNDTRIP_TEXT("gauges", "load now: {value}")},
                   {"in_flight", ROUNDTRIP_TEXT("gauges", "{value} waiting for an answer")},
                   {"failed", ROUNDTRIP_TEXT("gauges", "{value} % failed"), GaugeInfo::Look::bar}};
    kind.actions = {{"start", ROUNDTRIP_TEXT("actions", "Let them come"), {}},
                    {"stop", ROUNDTRIP_TEXT("actions", "Send them home"), {}}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Crowd>(*findKind("crowd"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
