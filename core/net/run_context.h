#pragma once

#include "core/kernel/simulation.h"
#include "core/net/data_clock.h"
#include "core/trace/recorder.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace roundtrip {

class Link;

/// How much a queueing station has to do.
struct StationLoad {
    std::int64_t jobs = 0; ///< in line and in service
    SimTime work;          ///< of one server that did all that is left
};

/// What the nodes and links of one run share. Owned by the run; outlives its nodes.
struct RunContext {
    Simulation& simulation;
    Recorder& recorder;
    DataClock& dataClock;
    std::uint64_t seed = 1;
    /// By a scene's names, once all of it exists; none and null when there is no such thing.
    std::function<NodeId(std::string_view)> nodeOf = {};
    std::function<Link*(std::string_view)> linkOf = {}; ///< "browser->app"
    std::function<std::string_view(NodeId)> keyOf = {};
    /// Of the station that is that node; nothing to do where there is none.
    std::function<StationLoad(NodeId)> loadOf = {};
    bool hasBegun = false; ///< what starts from now on joins others that run already
};

} // namespace roundtrip
