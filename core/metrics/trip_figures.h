#pragma once

#include "core/trace/trace.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace roundtrip {

/// A range of facts: `from` is the first, `to` one behind the last.
struct FactRange {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// What clients met in a range of facts. Spans are simulated time.
struct TripFigures {
    std::uint64_t finished = 0; ///< requests that ended in the range
    std::uint64_t failed = 0;   ///< of those, status 0 or 500 and up
    std::uint64_t refused = 0;  ///< of those, status 400 to 499
    SimTime first;              ///< latency of the first and the last that ended
    SimTime last;
    SimTime median; ///< nearest rank
    SimTime p95;
    SimTime p99;
    SimTime mean;
    std::uint64_t cacheHits = 0; ///< lookups, in every cache of the scene
    std::uint64_t cacheMisses = 0;
    std::uint64_t queries = 0;
    std::uint64_t rows = 0;     ///< that queries read
    std::uint64_t messages = 0; ///< that crossed a link, of any kind
    std::uint64_t bytes = 0;    ///< of those messages
    std::uint64_t secrets = 0;  ///< messages in which somebody on the way could read one
    std::uint64_t heard = 0;    ///< live messages, once for each who heard one
    SimTime meanAge;            ///< of a live message when it is heard
    std::uint64_t tasksDone = 0;
    SimTime medianTaskTime;  ///< from the request that gave a task until the task is done
    std::uint64_t stale = 0; ///< answers that showed data which had changed meanwhile
    SimTime longestStale;

    [[nodiscard]] double hitRatio() const; ///< 0 to 1; 0 when nothing was looked up
    [[nodiscard]] double staleShare() const;
};

[[nodiscard]] TripFigures tripFigures(const Trace& trace, FactRange range);

/// The value that a share `quantile` (0 to 1) does not exceed, nearest rank; zero when empty.
/// Sorts `values`.
[[nodiscard]] SimTime nearestRank(std::vector<SimTime>& values, double quantile);

} // namespace roundtrip
