#include "core/lesson/goal.h"

#include "core/kernel/quantity.h"

#include <algorithm>

namespace roundtrip {

namespace {

std::vector<std::string_view> factNames() {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < kFactKindCount; ++i) {
        names.push_back(infoOf(static_cast<FactKind>(i)).name);
    }
    return names;
}

/// A bound is a number or, for durations, a text with a unit.
std::optional<double> readBound(JsonObject& object, std::string_view name) {
    const nlohmann::json* bound = object.find(name);
    if (bound == nullptr) {
        return std::nullopt;
    }
    if (bound->is_string()) {
        const auto duration = object.duration(name);
        return duration ? std::optional(duration->toSeconds()) : std::nullopt;
    }
    constexpr double kMost = 1e12;
    return object.number(name, 0, 0, kMost);
}

/// The end of the range in which its last `count` requests ended, none of them before a setting was
/// changed; empty when fewer did.
FactRange lastRequests(const Trace& trace, FactRange range, std::uint64_t count) {
    std::uint64_t ended = 0;
    for (std::size_t i = range.to; i > range.from && ended <= count; --i) {
        const Fact& fact = trace[i - 1];
        ended += fact.is<RequestFinished>() ? 1 : 0;
        if (ended > count || fact.is<ParameterChanged>()) {
            range.from = i;
        }
    }
    return ended >= count ? range : FactRange{range.to, range.to};
}

} // namespace

const std::vector<std::string_view>& lessonMetricNames() {
    static const std::vector<std::string_view> kNames{
        "requests",  "first_latency", "last_latency",  "median_latency", "p95_latency",
        "hit_ratio", "stale_share",   "longest_stale", "queries"};
    return kNames;
}

MetricValue measure(LessonMetric metric, const TripFigures& figures) {
    using Unit = MetricValue::Unit;
    switch (metric) {
    case LessonMetric::requests:
        return {Unit::count, static_cast<double>(figures.finished)};
    case LessonMetric::firstLatency:
        return {Unit::duration, figures.first.toSeconds()};
    case LessonMetric::lastLatency:
        return {Unit::duration, figures.last.toSeconds()};
    case LessonMetric::medianLatency:
        return {Unit::duration, figures.median.toSeconds()};
    case LessonMetric::p95Latency:
        return {Unit::duration, figures.p95.toSeconds()};
    case LessonMetric::hitRatio:
        return {Unit::share, figures.hitRatio()};
    case LessonMetric::staleShare:
        return {Unit::share, figures.staleShare()};
    case LessonMetric::longestStale:
        return {Unit::duration, figures.longestStale.toSeconds()};
    case LessonMetric::queries:
        return {Unit::count, static_cast<double>(figures.queries)};
    }
    return {};
}

Goal readGoal(const nlohmann::json& json, const std::string& pointer, Problems& problems) {
    constexpr std::int64_t kMany = 1'000'000'000;
    Goal goal;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return goal;
    }
    object.allowOnly({"fact", "node", "metric", "at_least", "at_most", "last"});
    goal.node = object.text("node");
    if (const std::string name = object.text("fact"); !name.empty()) {
        if (const FactKind* kind = findFactKind(name)) {
            goal.fact = *kind;
        } else {
            object.report("unknown-fact", {name, nearestWord(name, factNames())}, "fact");
        }
        goal.atLeast = static_cast<std::uint64_t>(object.integer("at_least", 1, 1, kMany));
    } else if (object.find("metric") != nullptr) {
        goal.metric = static_cast<LessonMetric>(object.choice("metric", lessonMetricNames(), 0));
        goal.least = readBound(object, "at_least");
        goal.most = readBound(object, "at_most");
        goal.last = static_cast<std::uint64_t>(object.integer("last", 0, 1, kMany));
    } else {
        object.report("empty-goal", {});
    }
    return goal;
}

bool isMet(const Goal& goal, const Trace& trace, FactRange range, const NodeNames& nodes) {
    if (goal.metric) {
        const TripFigures figures =
            tripFigures(trace, goal.last == 0 ? range : lastRequests(trace, range, goal.last));
        const double value = measure(*goal.metric, figures).value;
        return figures.finished > 0 && (!goal.least || value >= *goal.least) &&
               (!goal.most || value <= *goal.most);
    }
    const auto node = nodes.find(goal.node);
    std::uint64_t count = 0;
    for (std::size_t i = range.from; i < range.to; ++i) {
        const Fact& fact = trace[i];
        const bool here = goal.node.empty() || (node != nodes.end() && fact.node == node->second);
        count += fact.kind == goal.fact && here ? 1 : 0;
    }
    return count >= goal.atLeast;
}

bool areMet(const std::vector<Goal>& goals, const Trace& trace, FactRange range,
            const NodeNames& nodes) {
    return std::ranges::all_of(goals,
                               [&](const Goal& goal) { return isMet(goal, trace, range, nodes); });
}

} // namespace roundtrip
