#include "core/metrics/trip_figures.h"

#include "core/kernel/quantity.h"
#include "core/kernel/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

namespace roundtrip {

namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Goes through facts in order and counts.
class Counter {
  public:
    explicit Counter(const Trace& trace) : trace_(trace) {}

    void count(const Fact& fact) {
        switch (fact.kind) {
        case FactKind::requestStarted:
            startedAt_[fact.request] = fact.time;
            break;
        case FactKind::requestFinished:
            countEnd(fact.time, fact.as<RequestFinished>());
            break;
        case FactKind::messageSent:
            ++figures_.messages;
            figures_.bytes += fact.as<MessageSent>().bytes;
            break;
        case FactKind::overheard:
            figures_.secrets += fact.as<Overheard>().found == TextId::empty ? 0 : 1;
            break;
        case FactKind::checkPassed:
            countPassed(fact, fact.as<CheckPassed>());
            break;
        case FactKind::staleServed:
            ++figures_.stale;
            figures_.longestStale =
                std::max(figures_.longestStale, fact.as<StaleServed>().staleFor);
            break;
        default:
            countLookup(fact);
            break;
        }
    }

    TripFigures finished() {
        if (figures_.heard > 0) {
            figures_.meanAge = ages_ / static_cast<std::int64_t>(figures_.heard);
        }
        figures_.medianTaskTime = nearestRank(taskTimes_, 0.5);
        if (latencies_.empty()) {
            return figures_;
        }
        figures_.finished = latencies_.size();
        figures_.first = latencies_.front();
        figures_.last = latencies_.back();
        figures_.mean = std::accumulate(latencies_.begin(), latencies_.end(), SimTime()) /
                        static_cast<std::int64_t>(latencies_.size());
        figures_.median = nearestRank(latencies_, 0.5);
        figures_.p95 = nearestRank(latencies_, 0.95);
        figures_.p99 = nearestRank(latencies_, 0.99);
        return figures_;
    }

  private:
    void countEnd(SimTime at, const RequestFinished& end) {
        latencies_.push_back(at - end.startedAt);
        figures_.failed += end.status == 0 || end.status >= 500 ? 1 : 0;
        figures_.refused += end.status >= 400 && end.status < 500 ? 1 : 0;
    }

    void countLookup(const Fact& fact) {
        if (fact.is<CacheHit>()) {
            ++figures_.cacheHits;
        } else if (fact.is<CacheMissed>()) {
            ++figures_.cacheMisses;
        } else if (fact.is<QueryExecuted>()) {
            ++figures_.queries;
            figures_.rows += fact.as<QueryExecuted>().rows;
        }
    }

    void countPassed(const Fact& fact, const CheckPassed& passed) {
        const std::string_view check = trace_.text(passed.check);
        if (check != "live" && check != "task") {
            return;
        }
        std::string_view reason = trace_.text(passed.reason);
        const std::string_view what = cutPart(reason, '\n');
        if (check == "live" && what == "heard") {
            const std::string people(cutPart(reason, '\n'));
            const std::int64_t count = std::strtoll(people.c_str(), nullptr, 10);
            figures_.heard += static_cast<std::uint64_t>(count);
            ages_ = ages_ + parseDuration(cutPart(reason, '\n')).value_or(SimTime()) * count;
        } else if (check == "task" && what == "succeeded") {
            ++figures_.tasksDone;
            if (const auto started = startedAt_.find(fact.request); started != startedAt_.end()) {
                taskTimes_.push_back(fact.time - started->second);
            }
        }
    }

    const Trace& trace_;
    TripFigures figures_;
    std::vector<SimTime> latencies_;
    std::vector<SimTime> taskTimes_;
    std::map<RequestId, SimTime> startedAt_;
    SimTime ages_;
};

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
    Counter counter(trace);
    for (std::size_t i = range.from; i < range.to; ++i) {
        counter.count(trace[i]);
    }
    return counter.finished();
}

} // namespace roundtrip
