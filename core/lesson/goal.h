#pragma once

#include "core/kernel/json_object.h"
#include "core/metrics/trip_figures.h"
#include "core/trace/trace.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Numbers that goals and texts of a lesson speak of, each computed from a range of facts.
enum class LessonMetric {
    requests,     ///< count
    firstLatency, ///< durations
    lastLatency,
    medianLatency,
    p95Latency,
    hitRatio, ///< shares, 0 to 1
    staleShare,
    longestStale, ///< duration
    queries,      ///< count
    p99Latency,   ///< durations
    meanLatency,
    failures, ///< counts
    refusals,
    rows,
    messages,
    bytes,
    secrets,
    heard,
    meanAge, ///< duration
    tasksDone,
    medianTaskTime ///< duration
};

struct MetricValue {
    enum class Unit { count, duration, share, bytes };
    Unit unit = Unit::count;
    double value = 0;    ///< seconds for a duration
    bool isKnown = true; ///< false while there is nothing to tell it from, as before any answer
};
[[nodiscard]] MetricValue measure(LessonMetric metric, const TripFigures& figures);

/// Names in lesson files, in the enum's order.
[[nodiscard]] const std::vector<std::string_view>& lessonMetricNames();

/// Which of two values of a metric is the better one; neither when that is no question of good or
/// bad, as with how many requests there were.
enum class BetterValue { neither, lower, higher };
[[nodiscard]] BetterValue betterValueOf(LessonMetric metric);

/// Something that must have happened before a learner goes on. About facts: so many of a kind,
/// perhaps at one node, with a status, or with some words in one of its texts. About a metric:
/// within bounds, over all requests or over the last so many since a setting was changed, so that a
/// first try that went wrong is not held against the next.
struct Goal {
    std::optional<FactKind> fact;
    std::string node;                    ///< a scene node's id; empty: any
    std::optional<std::uint32_t> status; ///< of facts that have one
    std::string says;                    ///< part of one of the fact's texts; empty: any
    std::uint64_t atLeast = 1;
    std::optional<std::uint64_t> atMost; ///< of such facts; 0: it must not have happened
    std::optional<LessonMetric> metric;
    std::optional<double> least; ///< seconds for durations
    std::optional<double> most;
    std::uint64_t last = 0; ///< requests under the present settings, for a metric; 0: all
};

/// Reads {"fact": "check_failed", "node": "app", "status": 403, "says": "csrf", "at_least": 1} or
/// {"metric": "median_latency", "at_most": "5 ms", "last": 400}. Problems: those of JsonObject,
/// "unknown-fact" {name, nearest}, "no-status" {fact}, "empty-goal".
[[nodiscard]] Goal readGoal(const nlohmann::json& json, const std::string& pointer,
                            Problems& problems);

/// Which node of the scene has which id in the trace.
using NodeNames = std::map<std::string, NodeId, std::less<>>;

/// Whether that is one of the facts that a goal about facts counts.
[[nodiscard]] bool fits(const Goal& goal, const Trace& trace, const Fact& fact,
                        const NodeNames& nodes);

[[nodiscard]] bool isMet(const Goal& goal, const Trace& trace, FactRange range,
                         const NodeNames& nodes);
[[nodiscard]] bool areMet(const std::vector<Goal>& goals, const Trace& trace, FactRange range,
                          const NodeNames& nodes);

} // namespace roundtrip
