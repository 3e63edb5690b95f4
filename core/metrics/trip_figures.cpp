#include "core/metrics/trip_figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace roundtrip {

namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void countFact(const Fact& fact, TripFigures& figures, std::vector<SimTime>& latencies) {
    switch (fact.kind) {
    case FactKind::requestFinished: {
        const auto finished = fact.as<RequestFinished>();
        latencies.push_back(fact.time - finished.startedAt);
        figures.failed += finished.status == 0 || finished.status >= 500 ? 1 : 0;
        break;
    }
    case FactKind::cacheHit:
        ++figures.cacheHits;
        break;
    case FactKind::cacheMissed:
        ++figures.cacheMisses;
        break;
    case FactKind::queryExecuted:
        ++figures.queries;
        break;
    case FactKind::staleServed:
        ++figures.stale;
        figures.longestStale = std::max(figures.longestStale, fact.as<StaleServed>().staleFor);
        break;
    default:
        break;
    }
}

} // namespace

double TripFigures::hitRatio() const {
    return ratio(cacheHits, cacheHits + cacheMisses);
}

double TripFigures::staleShare() const {
    return ratio(stale, finished);
}

SimTime nearestRank(std::vector<SimTime>& values, double quantile) {
    if (values.empty()) {
        return {};
    }
    std::ranges::sort(values);
    const auto rank =
        static_cast<std::size_t>(std::ceil(quantile * static_cast<double>(values.size()) - 1e-9));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

TripFigures tripFigures(const Trace& trace, FactRange range) {
    TripFigures figures;
    std::vector<SimTime> latencies;
    for (std::size_t i = range.from; i < range.to; ++i) {
        countFact(trace[i], figures, latencies);
    }
    if (latencies.empty()) {
        return figures;
    }
    figures.finished = latencies.size();
    figures.first = latencies.front();
    figures.last = latencies.back();
    figures.mean = std::accumulate(latencies.begin(), latencies.end(), SimTime()) /
                   static_cast<std::int64_t>(latencies.size());
    figures.median = nearestRank(latencies, 0.5);
    figures.p95 = nearestRank(latencies, 0.95);
    figures.p99 = nearestRank(latencies, 0.99);
    return figures;
}

} // namespace roundtrip
