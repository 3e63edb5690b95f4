#pragma once

#include "core/metrics/trip_figures.h"
#include "core/trace/span_index.h"

#include <optional>
#include <vector>

namespace roundtrip {

/// What a request's time was used for.
enum class TimeUse {
    work, ///< a part was busy with it, or waited for something that leaves no facts
    wait, ///< it stood in line at a part
    way   ///< it, or its answer, was between two parts
};

struct PathShare {
    TimeUse use = TimeUse::work;
    NodeId node = NodeId::none; ///< of work and wait
    LinkId link = LinkId::none; ///< of way
    SimTime time;

    friend bool operator==(const PathShare&, const PathShare&) = default;
};

/// Where a request spent its time: the chain of activities that each had to end before the next
/// could begin, followed from its end backwards. What went on beside it (a task that runs while the
/// answer is on its way) is not in it. After: Yang and Miller, "Critical path analysis for the
/// execution of parallel and distributed programs", ICDCS 1988.
struct CriticalPath {
    RequestId request = RequestId::none;
    SimTime total;                 ///< from the request's start to its end
    std::vector<PathShare> shares; ///< their times add up to `total`; the largest first
};

/// `trip` has ended.
[[nodiscard]] CriticalPath criticalPath(const Trace& trace, const SpanIndex& spans,
                                        const Trip& trip);

/// The trip that took longer than a share `quantile` (0 to 1) of those that ended in the range,
/// nearest rank; null when none has.
[[nodiscard]] const Trip* tripAtQuantile(const SpanIndex& spans, FactRange range, double quantile);

} // namespace roundtrip
