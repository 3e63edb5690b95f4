#pragma once

#include "core/scene/scene.h"
#include "core/trace/trace.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace roundtrip {

/// What can be followed over simulated time, of all parts together or of one.
enum class Quantity {
    medianLatency, ///< seconds: of requests that ended; of a part: of its own share of them
    p95Latency,
    p99Latency,
    throughput,  ///< requests ended per second
    errors,      ///< of those, how many failed (status 0 or 500 and up) per second
    utilisation, ///< share of workers at work, 0 to 1; of all parts: the busiest one's
    queueLength, ///< how many wait; of all parts: the sum
    hitRatio,    ///< share of lookups that found something, 0 to 1
    freshness,   ///< share of answers whose data had not changed meanwhile, 0 to 1
    connections  ///< lines that are open, or taken from a pool; of all parts: the sum
};
constexpr std::size_t kQuantityCount = 10;

/// Names in files and tables, in the enum's order: "median_latency", "p95_latency" and so on.
[[nodiscard]] const std::array<std::string_view, kQuantityCount>& quantityNames();

enum class QuantityUnit { duration, perSecond, share, count };
[[nodiscard]] QuantityUnit unitOf(Quantity quantity);

/// Over a bucket of simulated time that ends at `at`.
struct SeriesPoint {
    SimTime at;
    double value = 0;

    friend bool operator==(const SeriesPoint&, const SeriesPoint&) = default;
};

/// Half open: `from` belongs to it, `to` does not.
struct TimeRange {
    SimTime from;
    SimTime to;
};

/// What a run's charts show, read from its trace once and asked for any range of time. Grows with
/// the trace, as SpanIndex does. Counters are taken as they stood on average over time.
class RunSeries {
  public:
    /// Of runs of that scene; its parts' gauges are known from their kinds.
    explicit RunSeries(const Scene& scene);

    /// Reads the facts from where the last call ended up to `count`.
    void extend(const Trace& trace, std::size_t count);
    /// Forgets facts from `count` on, before reading another branch with the same history.
    void truncate(const Trace& history, std::size_t count);
    [[nodiscard]] std::size_t factsRead() const { return read_; }

    /// `buckets` of the same length in the range; those without anything to tell are left out.
    [[nodiscard]] std::vector<SeriesPoint> points(Quantity quantity, std::optional<NodeId> node,
                                                  TimeRange range, std::size_t buckets) const;
    /// Over the whole range; none when there is nothing to tell.
    [[nodiscard]] std::optional<double> value(Quantity quantity, std::optional<NodeId> node,
                                              TimeRange range) const;
    /// Whether the part has a gauge of that kind, or anything else to tell of it.
    [[nodiscard]] bool tells(Quantity quantity, NodeId node) const;

  private:
    /// Something that ended or was looked up.
    struct Sample {
        SimTime at;
        double seconds = 0;
        bool isGood = true;
    };
    /// A counter's value from a moment on.
    struct Step {
        SimTime at;
        double value = 0;
    };
    enum Gauge { utilisationGauge, queueGauge, connectionsGauge, gauges };
    struct Part {
        std::vector<Sample> work;    ///< spans that others asked for
        std::vector<Sample> lookups; ///< good: found
        std::array<std::vector<Step>, gauges> steps;
        std::array<std::optional<std::size_t>, gauges> gaugeOf; ///< index in its kind
    };
    struct OpenSpan {
        SimTime start;
        NodeId node = NodeId::none;
        bool isAsked = false; ///< by another part
    };

    void read(const Fact& fact);
    void readSpan(const Fact& fact);
    void readGauge(const Fact& fact);
    [[nodiscard]] std::optional<double>
    ofSamples(Quantity quantity, const std::vector<Sample>& samples, TimeRange range) const;
    [[nodiscard]] std::optional<double> ofGauge(Gauge gauge, const Part& part,
                                                TimeRange range) const;
    [[nodiscard]] std::optional<double> ofGauges(Gauge gauge, TimeRange range) const;

    const Scene* scene_; ///< never null
    std::vector<Part> parts_;
    std::vector<Sample> trips_;
    std::vector<Sample> answers_; ///< good: fresh
    std::vector<Sample> lookups_;
    std::vector<OpenSpan> spans_; ///< by span id
    std::vector<bool> stale_;     ///< by request id
    std::size_t read_ = 0;
};

} // namespace roundtrip
