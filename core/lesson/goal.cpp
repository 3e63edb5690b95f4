#include "core/lesson/goal.h"

#include "core/kernel/quantity.h"
#include "core/trace/fact_details.h"

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

/// Which facts count, and how many of them there may be.
void readFactLimits(JsonObject& object, Goal& goal) {
    constexpr std::int64_t kMany = 1'000'000'000;
    constexpr std::int64_t kHighestStatus = 4999; // a socket's close codes
    goal.says = object.text("says");
    if (object.find("status") != nullptr) {
        goal.status = static_cast<std::uint32_t>(object.integer("status", 0, 0, kHighestStatus));
        Fact fact;
        fact.kind = goal.fact.value_or(FactKind::requestFinished);
        if (!statusOf(fact)) {
            object.report("no-status", {object.text("fact")}, "status");
        }
    }
    if (object.find("at_most") != nullptr) {
        goal.atMost = static_cast<std::uint64_t>(object.integer("at_most", 0, 0, kMany));
    }
    const std::int64_t least = goal.atMost ? 0 : 1; // "at most" alone: none will do
    goal.atLeast = static_cast<std::uint64_t>(object.integer("at_least", least, least, kMany));
}

} // namespace

const std::vector<std::string_view>& lessonMetricNames() {
    static const std::vector<std::string_view> kNames{
        "requests",        "first_latency", "last_latency",  "median_latency", "p95_latency",
        "hit_ratio",       "stale_share",   "longest_stale", "queries",        "p99_latency",
        "mean_latency",    "failures",      "refusals",      "rows",           "messages",
        "bytes",           "secrets",       "heard",         "mean_age",       "tasks_done",
        "median_task_time"};
    return kNames;
}

MetricValue measure(LessonMetric metric, const TripFigures& figures) {
    using Figures = TripFigures;
    const auto count = [&figures](std::uint64_t Figures::*number) {
        return MetricValue{MetricValue::Unit::count, static_cast<double>(figures.*number)};
    };
    const auto duration = [&figures](SimTime Figures::*time, std::uint64_t Figures::*of) {
        return MetricValue{MetricValue::Unit::duration, (figures.*time).toSeconds(),
                           figures.*of > 0};
    };
    switch (metric) {
    case LessonMetric::requests:
        return count(&Figures::finished);
    case LessonMetric::firstLatency:
        return duration(&Figures::first, &Figures::finished);
    case LessonMetric::lastLatency:
        return duration(&Figures::last, &Figures::finished);
    case LessonMetric::medianLatency:
        return duration(&Figures::median, &Figures::finished);
    case LessonMetric::p95Latency:
        return duration(&Figures::p95, &Figures::finished);
    case LessonMetric::hitRatio:
        return {MetricValue::Unit::share, figures.hitRatio(),
                figures.cacheHits + figures.cacheMisses > 0};
    case LessonMetric::staleShare:
        return {MetricValue::Unit::share, figures.staleShare()};
    case LessonMetric::longestStale:
        return duration(&Figures::longestStale, &Figures::finished);
    case LessonMetric::queries:
        return count(&Figures::queries);
    case LessonMetric::p99Latency:
        return duration(&Figures::p99, &Figures::finished);
    case LessonMetric::meanLatency:
        return duration(&Figures::mean, &Figures::finished);
    case LessonMetric::failures:
        return count(&Figures::failed);
    case LessonMetric::refusals:
        return count(&Figures::refused);
    case LessonMetric::rows:
        return count(&Figures::rows);
    case LessonMetric::messages:
        return count(&Figures::messages);
    case LessonMetric::bytes:
        return {MetricValue::Unit::bytes, static_cast<double>(figures.bytes)};
    case LessonMetric::secrets:
        return count(&Figures::secrets);
    case LessonMetric::heard:
        return count(&Figures::heard);
    case LessonMetric::meanAge:
        return duration(&Figures::meanAge, &Figures::heard);
    case LessonMetric::tasksDone:
        return count(&Figures::tasksDone);
    case LessonMetric::medianTaskTime:
        return duration(&Figures::medianTaskTime, &Figures::tasksDone);
    }
    return {};
}

BetterValue betterValueOf(LessonMetric metric) {
    switch (metric) {
    case LessonMetric::requests:
    case LessonMetric::refusals:
        return BetterValue::neither;
    case LessonMetric::hitRatio:
    case LessonMetric::heard:
    case LessonMetric::tasksDone:
        return BetterValue::higher;
    default:
        return BetterValue::lower;
    }
}

Goal readGoal(const nlohmann::json& json, const std::string& pointer, Problems& problems) {
    constexpr std::int64_t kMany = 1'000'000'000;
    Goal goal;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return goal;
    }
    object.allowOnly({"fact", "node", "status", "says", "metric", "at_least", "at_most", "last"});
    goal.node = object.text("node");
    if (const std::string name = object.text("fact"); !name.empty()) {
        if (const FactKind* kind = findFactKind(name)) {
            goal.fact = *kind;
        } else {
            object.report("unknown-fact", {name, nearestWord(name, factNames())}, "fact");
        }
        readFactLimits(object, goal);
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

bool fits(const Goal& goal, const Trace& trace, const Fact& fact, const NodeNames& nodes) {
    if (fact.kind != goal.fact || (goal.status && statusOf(fact) != goal.status)) {
        return false;
    }
    if (!goal.node.empty()) {
        const auto node = nodes.find(goal.node);
        if (node == nodes.end() || fact.node != node->second) {
            return false;
        }
    }
    return goal.says.empty() || std::ranges::any_of(textsOf(fact), [&](TextId id) {
               return trace.text(id).find(goal.says) != std::string_view::npos;
           });
}

bool isMet(const Goal& goal, const Trace& trace, FactRange range, const NodeNames& nodes) {
    if (goal.metric) {
        const TripFigures figures =
            tripFigures(trace, goal.last == 0 ? range : lastRequests(trace, range, goal.last));
        const double value = measure(*goal.metric, figures).value;
        return figures.finished > 0 && (!goal.least || value >= *goal.least) &&
               (!goal.most || value <= *goal.most);
    }
    std::uint64_t count = 0;
    for (std::size_t i = range.from; i < range.to; ++i) {
        count += fits(goal, trace, trace[i], nodes) ? 1 : 0;
    }
    return count >= goal.atLeast && (!goal.atMost || count <= *goal.atMost);
}

bool areMet(const std::vector<Goal>& goals, const Trace& trace, FactRange range,
            const NodeNames& nodes) {
    return std::ranges::all_of(goals,
                               [&](const Goal& goal) { return isMet(goal, trace, range, nodes); });
}

} // namespace roundtrip
