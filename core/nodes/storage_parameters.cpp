#include "core/nodes/storage_parameters.h"

#include "core/kernel/text_marker.h"

namespace roundtrip {

Parameter evictionPolicyParameter() {
    return {.name = "policy",
            .label = ROUNDTRIP_TEXT("parameters", "Who leaves when it is full"),
            .help = ROUNDTRIP_TEXT("parameters",
                                   "lru: unused for longest. lfu: used least often. fifo: stored "
                                   "first. random: any. sieve: the first that was not used since a "
                                   "hand last passed it."),
            .type = ParameterType::choice,
            .fallback = "lru",
            .choices = {"lru", "lfu", "fifo", "random", "sieve"}};
}

Parameter capacityParameter(std::int64_t fallback) {
    return {.name = "capacity",
            .label = ROUNDTRIP_TEXT("parameters", "Capacity"),
            .help = ROUNDTRIP_TEXT("parameters", "How many entries it can hold."),
            .type = ParameterType::integer,
            .fallback = fallback,
            .least = 1,
            .most = 1e6};
}

Parameter capacityBytesParameter() {
    return {.name = "capacity_bytes",
            .label = ROUNDTRIP_TEXT("parameters", "Capacity in bytes"),
            .help = ROUNDTRIP_TEXT("parameters",
                                   "How many bytes it can hold, besides the limit of entries. 0: "
                                   "no such limit."),
            .type = ParameterType::integer,
            .fallback = 0,
            .least = 0,
            .most = 1e12,
            .unit = "B"};
}

Parameter operationTimeParameter(const char* fallback) {
    return {.name = "operation_time",
            .label = ROUNDTRIP_TEXT("parameters", "Time of an operation"),
            .help = ROUNDTRIP_TEXT("parameters", "How long one lookup or store takes."),
            .type = ParameterType::duration,
            .fallback = fallback,
            .least = 0.0,
            .most = 10.0};
}

} // namespace roundtrip
