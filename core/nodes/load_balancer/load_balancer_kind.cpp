#include "core/kernel/text_marker.h"
#include "core/nodes/load_balancer/load_balancer.h"

#include <algorithm>
#include <iterator>

namespace roundtrip {

namespace {

std::vector<Parameter> choiceParameters() {
    return {
        {.name = "policy",
         .label = ROUNDTRIP_TEXT("parameters", "Who gets the next request"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "round_robin: one after the other. least_connections: who has "
                                "least to do. power_of_two: the less busy of two at random. "
                                "consistent_hash: the same key goes to the same server."),
         .type = ParameterType::choice,
         .fallback = "round_robin",
         .choices = {"round_robin", "least_connections", "power_of_two", "random",
                     "consistent_hash"}},
        {.name = "hash_by",
         .label = ROUNDTRIP_TEXT("parameters", "Key of the hash"),
         .help = ROUNDTRIP_TEXT("parameters", "For consistent_hash: what two requests must have in "
                                              "common to get to the same server."),
         .type = ParameterType::choice,
         .fallback = "path",
         .choices = {"path", "client", "header"}},
        {.name = "hash_header",
         .label = ROUNDTRIP_TEXT("parameters", "Header of the hash"),
         .help = ROUNDTRIP_TEXT("parameters", "For hash_by header: its name."),
         .type = ParameterType::text,
         .fallback = "Authorization"},
        {.name = "sticky",
         .label = ROUNDTRIP_TEXT("parameters", "Sticky sessions"),
         .help = ROUNDTRIP_TEXT("parameters", "cookie: who was once at a server stays there, as "
                                              "long as it lives."),
         .type = ParameterType::choice,
         .fallback = "none",
         .choices = {"none", "cookie"}},
        {.name = "cookie",
         .label = ROUNDTRIP_TEXT("parameters", "Cookie of sticky sessions"),
         .help = ROUNDTRIP_TEXT("parameters", "Its name."),
         .type = ParameterType::text,
         .fallback = "server"},
    };
}

std::vector<Parameter> failureParameters() {
    return {
        {.name = "timeout",
         .label = ROUNDTRIP_TEXT("parameters", "Patience with a server"),
         .help = ROUNDTRIP_TEXT("parameters", "How long it waits for an answer. 0: for ever."),
         .type = ParameterType::duration,
         .fallback = "60 s",
         .least = 0.0,
         .most = 86400.0},
        {.name = "next_tries",
         .label = ROUNDTRIP_TEXT("parameters", "Further servers to try"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "When one does not answer. What changes data is tried again only "
                                "if the first server never got it."),
         .type = ParameterType::integer,
         .fallback = 1,
         .least = 0,
         .most = 100},
        {.name = "health_path",
         .label = ROUNDTRIP_TEXT("parameters", "Address of the health check"),
         .help = ROUNDTRIP_TEXT("parameters", "Asked now and then. Empty: no health checks."),
         .type = ParameterType::text,
         .fallback = ""},
        {.name = "health_interval",
         .label = ROUNDTRIP_TEXT("parameters", "Time between health checks"),
         .help = ROUNDTRIP_TEXT("parameters", "Of each server."),
         .type = ParameterType::duration,
         .fallback = "2 s",
         .least = 0.01,
         .most = 3600.0},
        {.name = "health_timeout",
         .label = ROUNDTRIP_TEXT("parameters", "Patience with a health check"),
         .help = ROUNDTRIP_TEXT("parameters", "No answer in that time counts as a failure."),
         .type = ParameterType::duration,
         .fallback = "1 s",
         .least = 0.001,
         .most = 3600.0},
        {.name = "fall",
         .label = ROUNDTRIP_TEXT("parameters", "Failures until it is left out"),
         .help = ROUNDTRIP_TEXT("parameters", "In a row."),
         .type = ParameterType::integer,
         .fallback = 3,
         .least = 1,
         .most = 1000},
        {.name = "rise",
         .label = ROUNDTRIP_TEXT("parameters", "Successes until it is back"),
         .help = ROUNDTRIP_TEXT("parameters", "In a row."),
         .type = ParameterType::integer,
         .fallback = 2,
         .least = 1,
         .most = 1000},
        {.name = "overhead",
         .label = ROUNDTRIP_TEXT("parameters", "Time to hand on a request"),
         .help = ROUNDTRIP_TEXT("parameters", "How long one request keeps it busy."),
         .type = ParameterType::duration,
         .fallback = "0.05 ms",
         .least = 0.0,
         .most = 10.0},
    };
}

} // namespace

NodeKind loadBalancerKind() {
    NodeKind kind;
    kind.id = "load_balancer";
    kind.name = ROUNDTRIP_TEXT("parts", "Load balancer");
    kind.help = ROUNDTRIP_TEXT("parts", "Shares requests among several servers that do the same, "
                                        "and leaves out those that do not answer.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The host who shows you to a table");
    kind.category = Category::edge;
    kind.ports = {{"clients", PortInfo::Direction::in, "http"},
                  {"servers", PortInfo::Direction::out, "http"}};
    kind.parameters = choiceParameters();
    std::ranges::move(failureParameters(), std::back_inserter(kind.parameters));
    kind.gauges = {{"in_flight", ROUNDTRIP_TEXT("gauges", "{value} on their way"),
                    GaugeInfo::Look::text, "", GaugeInfo::Measures::connections},
                   {"healthy", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} servers well"),
                    GaugeInfo::Look::boxes, "servers"}};
    kind.price = {.base = 0.03};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<LoadBalancer>(*findKind("load_balancer"), context,
                                              std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
