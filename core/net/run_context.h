#pragma once

#include "core/kernel/simulation.h"
#include "core/net/data_clock.h"
#include "core/trace/recorder.h"

#include <cstdint>

namespace roundtrip {

/// What the nodes and links of one run share. Owned by the run; outlives its nodes.
struct RunContext {
    Simulation& simulation;
    Recorder& recorder;
    DataClock& dataClock;
    std::uint64_t seed = 1;
};

} // namespace roundtrip
