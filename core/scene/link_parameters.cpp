#include "core/scene/link_parameters.h"

#include "core/kernel/text_marker.h"

#include <algorithm>

namespace roundtrip {

namespace {

std::vector<Parameter> connectionParameters() {
    return {
        {.name = "connections",
         .label = ROUNDTRIP_TEXT("parameters", "Connections"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "open: they are there, for any number of requests at a time. "
                                "keep_alive: opened when needed and kept, one request at a time. "
                                "per_request: a new one for each request."),
         .type = ParameterType::choice,
         .fallback = "open",
         .choices = {"open", "keep_alive", "per_request"}},
        {.name = "keep_alive",
         .label = ROUNDTRIP_TEXT("parameters", "Keep connections"),
         .help = ROUNDTRIP_TEXT("parameters", "An unused connection is closed after so long."),
         .type = ParameterType::duration,
         .fallback = "60 s",
         .least = 0.0,
         .most = 86400.0},
        {.name = "most_connections",
         .label = ROUNDTRIP_TEXT("parameters", "Connections at most"),
         .help = ROUNDTRIP_TEXT("parameters", "At the same time; more requests wait in line, as in "
                                              "a browser with its 6. 0: no limit."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1e6},
        {.name = "tls_work",
         .label = ROUNDTRIP_TEXT("parameters", "Work of a TLS handshake"),
         .help = ROUNDTRIP_TEXT("parameters", "For keys and signatures, beside the round trips."),
         .type = ParameterType::duration,
         .fallback = "1 ms",
         .least = 0.0,
         .most = 10.0},
    };
}

ConnectionRule::Mode modeOf(std::string_view name) {
    return name == "keep_alive"    ? ConnectionRule::Mode::keepAlive
           : name == "per_request" ? ConnectionRule::Mode::perRequest
                                   : ConnectionRule::Mode::open;
}

} // namespace

const std::vector<Parameter>& linkParameters() {
    static const std::vector<Parameter> kParameters = [] {
        std::vector<Parameter> all{
            {.name = "latency",
             .label = ROUNDTRIP_TEXT("parameters", "Time on the way"),
             .help = ROUNDTRIP_TEXT("parameters", "One way, for each message."),
             .type = ParameterType::distribution,
             .fallback = "1 ms"},
            {.name = "bandwidth",
             .label = ROUNDTRIP_TEXT("parameters", "Bandwidth"),
             .help = ROUNDTRIP_TEXT("parameters", "How much fits through, each way. 0: no limit."),
             .type = ParameterType::real,
             .fallback = 0,
             .least = 0,
             .most = 1e13,
             .unit = "bit/s"},
            {.name = "tls",
             .label = ROUNDTRIP_TEXT("parameters", "Sealed with TLS"),
             .help = ROUNDTRIP_TEXT("parameters", "On: who listens on the way can read nothing."),
             .type = ParameterType::boolean,
             .fallback = false},
            {.name = "loss",
             .label = ROUNDTRIP_TEXT("parameters", "Packets that get lost"),
             .help = ROUNDTRIP_TEXT("parameters",
                                    "A share from 0 to 0.9; what is lost is sent again, later."),
             .type = ParameterType::real,
             .fallback = 0,
             .least = 0,
             .most = 0.9},
            {.name = "cut",
             .label = ROUNDTRIP_TEXT("parameters", "Cut"),
             .help = ROUNDTRIP_TEXT("parameters", "On: nothing crosses it, and nobody is told."),
             .type = ParameterType::boolean,
             .fallback = false},
        };
        std::ranges::move(connectionParameters(), std::back_inserter(all));
        return all;
    }();
    return kParameters;
}

const Parameter* findLinkParameter(std::string_view name) {
    const auto found = std::ranges::find(linkParameters(), name, &Parameter::name);
    return found == linkParameters().end() ? nullptr : &*found;
}

LinkSetup linkSetup(LinkId id, const ParameterValues& values) {
    return {.id = id,
            .latency = values.distribution("latency"),
            .bandwidthBitsPerSecond = values.real("bandwidth"),
            .isSealed = values.boolean("tls"),
            .loss = values.real("loss"),
            .isCut = values.boolean("cut"),
            .connections = {.mode = modeOf(values.text("connections")),
                            .idle = values.duration("keep_alive"),
                            .most = static_cast<std::size_t>(values.integer("most_connections")),
                            .tlsWork = values.duration("tls_work")}};
}

} // namespace roundtrip
