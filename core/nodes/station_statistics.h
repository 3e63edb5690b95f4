#pragma once

#include "core/kernel/log_histogram.h"
#include "core/kernel/sim_time.h"

#include <cstdint>
#include <vector>

namespace roundtrip {

/// What one class of customers (or all together) met at a station.
struct StationFigures {
    std::uint64_t arrivals = 0; ///< blocked ones included
    std::uint64_t blocked = 0;
    std::uint64_t departures = 0;
    double meanResponse = 0; ///< W, seconds, of those who departed
    double meanWait = 0;     ///< Wq, seconds, of those who started
    double meanPresent = 0;  ///< L, time average
    double meanWaiting = 0;  ///< Lq, time average
    double waitShare = 0;    ///< P(wait > 0) among those who started
    double blockShare = 0;   ///< P(block) among arrivals
    double throughput = 0;   ///< departures per second
    double utilisation = 0;  ///< busy servers / servers, time average
    LogHistogram responses;
    LogHistogram waits;
};

/// Tallies of one queueing station since the last `restart`, per class and over all. The station
/// tells what happens; nothing is sampled.
class StationStatistics {
  public:
    explicit StationStatistics(int servers) : servers_(servers) {}

    void arrived(SimTime now, std::size_t jobClass = 0);
    void blocked(SimTime now, std::size_t jobClass = 0);
    void started(SimTime now, SimTime waited, std::size_t jobClass = 0);
    void departed(SimTime now, SimTime response, std::size_t jobClass = 0);

    /// Forgets what was counted, keeps who is inside: the end of the warm-up.
    void restart(SimTime now);

    [[nodiscard]] std::size_t classCount() const { return classes_.size(); }
    [[nodiscard]] StationFigures ofClass(std::size_t jobClass, SimTime now) const;
    [[nodiscard]] StationFigures overall(SimTime now) const;

  private:
    struct Tally {
        std::uint64_t arrivals = 0;
        std::uint64_t blocked = 0;
        std::uint64_t starts = 0;
        std::uint64_t waits = 0;
        std::uint64_t departures = 0;
        double responseSum = 0;
        double waitSum = 0;
        double presentArea = 0; ///< customers x seconds
        double waitingArea = 0;
        std::int64_t present = 0;
        std::int64_t waiting = 0;
        SimTime changedAt;
        LogHistogram responses;
        LogHistogram waitSpans;

        void advance(SimTime now);
    };
    Tally& tally(std::size_t jobClass, SimTime now);
    [[nodiscard]] StationFigures figuresOf(Tally tally, SimTime now) const;

    int servers_;
    SimTime since_;
    std::vector<Tally> classes_;
};

} // namespace roundtrip
