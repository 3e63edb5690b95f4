#include "core/nodes/wall_clock.h"

#include "core/kernel/text_marker.h"

#include <cmath>

namespace roundtrip {

Parameter clockOffsetParameter() {
    constexpr double kDay = 86400;
    return {.name = "clock_offset",
            .label = ROUNDTRIP_TEXT("parameters", "Clock is wrong by"),
            .help = ROUNDTRIP_TEXT(
                "parameters", "In seconds; more than 0: it is ahead. Tokens that it signs "
                              "begin and end by this clock, and so it judges those of others."),
            .type = ParameterType::real,
            .fallback = 0,
            .least = -kDay,
            .most = kDay,
            .unit = "s"};
}

std::int64_t wallSeconds(SimTime now, const ParameterValues& values) {
    return static_cast<std::int64_t>(std::floor(now.toSeconds() + values.real("clock_offset")));
}

} // namespace roundtrip
