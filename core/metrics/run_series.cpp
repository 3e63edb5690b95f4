#include "core/metrics/run_series.h"

#include "core/metrics/trip_figures.h"
#include "core/nodes/node_kind.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

template <class Samples>
auto firstAt(const Samples& samples, SimTime at) {
    return std::ranges::lower_bound(samples, at, {}, [](const auto& sample) { return sample.at; });
}

/// Puts a value at the place of an id, whatever ids came before.
template <class Values, class Value>
void put(Values& values, std::size_t id, Value value) {
    if (values.size() <= id) {
        values.resize(std::max(id + 1, values.size() * 2));
    }
    values[id] = std::move(value);
}

constexpr double kServerError = 500;

} // namespace

const std::array<std::string_view, kQuantityCount>& quantityNames() {
    static constexpr std::array<std::string_view, kQuantityCount> kNames{
        "median_latency", "p95_latency",  "p99_latency", "throughput", "errors",
        "utilisation",    "queue_length", "hit_ratio",   "freshness",  "connections"};
    return kNames;
}

QuantityUnit unitOf(Quantity quantity) {
    switch (quantity) {
    case Quantity::medianLatency:
    case Quantity::p95Latency:
    case Quantity::p99Latency:
        return QuantityUnit::duration;
    case Quantity::throughput:
    case Quantity::errors:
        return QuantityUnit::perSecond;
    case Quantity::queueLength:
    case Quantity::connections:
        return QuantityUnit::count;
    default:
        return QuantityUnit::share;
    }
}

RunSeries::RunSeries(const Scene& scene) : scene_(&scene) {
    for (const SceneNode& node : scene.nodes) {
        Part part;
        const auto& known = findKind(node.kind)->gauges;
        const auto note = [&](Gauge gauge, GaugeInfo::Measures measures) {
            const auto found = std::ranges::find(known, measures, &GaugeInfo::measures);
            if (found != known.end()) {
                part.gaugeOf[gauge] = static_cast<std::size_t>(found - known.begin());
            }
        };
        note(utilisationGauge, GaugeInfo::Measures::utilisation);
        note(queueGauge, GaugeInfo::Measures::queue);
        note(connectionsGauge, GaugeInfo::Measures::connections);
        parts_.push_back(std::move(part));
    }
}

void RunSeries::extend(const Trace& trace, std::size_t count) {
    for (; read_ < count; ++read_) {
        read(trace[read_]);
    }
}

void RunSeries::truncate(const Trace& history, std::size_t count) {
    if (count >= read_) {
        return;
    }
    *this = RunSeries(*scene_);
    extend(history, count);
}

void RunSeries::read(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::requestFinished: {
        const auto finished = fact.as<RequestFinished>();
        const double took = (fact.time - finished.startedAt).toSeconds();
        trips_.push_back({fact.time, took, finished.status != 0 && finished.status < kServerError});
        const std::size_t request = indexOf(fact.request);
        answers_.push_back({fact.time, took, request >= stale_.size() || !stale_[request]});
        break;
    }
    case FactKind::staleServed:
        put(stale_, indexOf(fact.request), true);
        break;
    case FactKind::spanStarted:
    case FactKind::spanFinished:
        readSpan(fact);
        break;
    case FactKind::cacheHit:
    case FactKind::cacheMissed: {
        const Sample lookup{fact.time, 0, fact.is<CacheHit>()};
        lookups_.push_back(lookup);
        parts_[indexOf(fact.node)].lookups.push_back(lookup);
        break;
    }
    case FactKind::gaugeChanged:
        readGauge(fact);
        break;
    default:
        break;
    }
}

void RunSeries::readSpan(const Fact& fact) {
    if (fact.is<SpanStarted>()) {
        const std::size_t parent = indexOf(fact.as<SpanStarted>().parent);
        const bool isOwn = parent < spans_.size() && spans_[parent].node == fact.node;
        put(spans_, indexOf(fact.span), OpenSpan{fact.time, fact.node, !isOwn});
        return;
    }
    const std::size_t span = indexOf(fact.span);
    if (span < spans_.size() && spans_[span].isAsked) {
        parts_[indexOf(fact.node)].work.push_back({fact.time,
                                                   (fact.time - spans_[span].start).toSeconds(),
                                                   fact.as<SpanFinished>().failed == 0});
    }
}

void RunSeries::readGauge(const Fact& fact) {
    const auto changed = fact.as<GaugeChanged>();
    Part& part = parts_[indexOf(fact.node)];
    for (int gauge = 0; gauge < gauges; ++gauge) {
        if (part.gaugeOf[gauge] != changed.gauge) {
            continue;
        }
        const bool isShare = gauge == utilisationGauge;
        const double whole = isShare && changed.capacity > 0 ? changed.capacity : 1;
        part.steps[gauge].push_back({fact.time, changed.value / whole});
    }
}

std::optional<double> RunSeries::ofSamples(Quantity quantity, const std::vector<Sample>& samples,
                                           TimeRange range) const {
    const auto first = firstAt(samples, range.from);
    const auto last = firstAt(samples, range.to);
    const auto count = static_cast<double>(last - first);
    const auto good = static_cast<double>(
        std::count_if(first, last, [](const Sample& sample) { return sample.isGood; }));
    const double length = (range.to - range.from).toSeconds();
    const auto latency = [&](double rank) -> std::optional<double> {
        std::vector<SimTime> spans;
        std::transform(first, last, std::back_inserter(spans),
                       [](const Sample& sample) { return SimTime::fromSeconds(sample.seconds); });
        return spans.empty() ? std::nullopt : std::optional(nearestRank(spans, rank).toSeconds());
    };
    switch (quantity) {
    case Quantity::medianLatency:
        return latency(0.5);
    case Quantity::p95Latency:
        return latency(0.95);
    case Quantity::p99Latency:
        return latency(0.99);
    case Quantity::throughput:
        return length > 0 ? std::optional(count / length) : std::nullopt;
    case Quantity::errors:
        return length > 0 ? std::optional((count - good) / length) : std::nullopt;
    default:
        return count > 0 ? std::optional(good / count) : std::nullopt;
    }
}

/// What the counter was on average over time; before its first change it was 0.
std::optional<double> RunSeries::ofGauge(Gauge gauge, const Part& part, TimeRange range) const {
    const std::vector<Step>& steps = part.steps[gauge];
    if (!part.gaugeOf[gauge] || range.to <= range.from) {
        return std::nullopt;
    }
    auto next = firstAt(steps, range.from);
    double value = next == steps.begin() ? 0 : std::prev(next)->value;
    SimTime since = range.from;
    double area = 0;
    for (; next != steps.end() && next->at < range.to; ++next) {
        area += value * (next->at - since).toSeconds();
        since = next->at;
        value = next->value;
    }
    area += value * (range.to - since).toSeconds();
    return area / (range.to - range.from).toSeconds();
}

std::optional<double> RunSeries::ofGauges(Gauge gauge, TimeRange range) const {
    std::optional<double> all;
    for (const Part& part : parts_) {
        if (const auto own = ofGauge(gauge, part, range)) {
            const double before = all.value_or(0);
            all = gauge == utilisationGauge ? std::max(before, *own) : before + *own;
        }
    }
    return all;
}

std::optional<double> RunSeries::value(Quantity quantity, std::optional<NodeId> node,
                                       TimeRange range) const {
    const auto gauge = [&](Gauge which) {
        return node ? ofGauge(which, parts_[indexOf(*node)], range) : ofGauges(which, range);
    };
    switch (quantity) {
    case Quantity::utilisation:
        return gauge(utilisationGauge);
    case Quantity::queueLength:
        return gauge(queueGauge);
    case Quantity::connections:
        return gauge(connectionsGauge);
    case Quantity::hitRatio:
        return ofSamples(quantity, node ? parts_[indexOf(*node)].lookups : lookups_, range);
    case Quantity::freshness:
        return node ? std::nullopt : ofSamples(quantity, answers_, range);
    default:
        return ofSamples(quantity, node ? parts_[indexOf(*node)].work : trips_, range);
    }
}

std::vector<SeriesPoint> RunSeries::points(Quantity quantity, std::optional<NodeId> node,
                                           TimeRange range, std::size_t buckets) const {
    std::vector<SeriesPoint> points;
    const SimTime length = range.to - range.from;
    for (std::size_t i = 0; i < buckets && length > SimTime(); ++i) {
        const auto edge = [&](std::size_t k) {
            return range.from +
                   length * static_cast<std::int64_t>(k) / static_cast<std::int64_t>(buckets);
        };
        const TimeRange bucket{edge(i), edge(i + 1)};
        if (const auto told = value(quantity, node, bucket)) {
            points.push_back({bucket.to, *told});
        }
    }
    return points;
}

bool RunSeries::tells(Quantity quantity, NodeId node) const {
    const Part& part = parts_[indexOf(node)];
    switch (quantity) {
    case Quantity::utilisation:
        return part.gaugeOf[utilisationGauge].has_value();
    case Quantity::queueLength:
        return part.gaugeOf[queueGauge].has_value();
    case Quantity::connections:
        return part.gaugeOf[connectionsGauge].has_value();
    case Quantity::hitRatio:
        return !part.lookups.empty();
    case Quantity::freshness:
        return false;
    default:
        return !part.work.empty();
    }
}

} // namespace roundtrip
