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
    std::uint64_t left = 0;  ///< lost patience in line
    double meanResponse = 0; ///< W, seconds, of those who departed
    double meanWait = 0;     ///< Wq, seconds, of those who started
    double meanPresent = 0;  ///< L, time average
    double meanWaiting = 0;  ///< Lq, time average
    double waitShare = 0;    ///< P(wait > 0) among those who started
    double blockShare = 0;   ///< P(block) among arrivals
    double leaveShare = 0;   ///< P(loses patience in line) among arrivals
    double throughput = 0;   ///< departures per second
    double utilisation = 0;  ///< busy servers / servers, time average
    LogHistogram responses;
    LogHistogram waits;
};

/// Tallies of one queueing station since the last `restart`, per class and over all. The station
/// tells what happens; nothing is sampled.
class StationStatistics {
  public:
    enum class Sharing {
        none,     ///< who waits has no server, all others have one each
        processor ///< nobody waits: all have an equal part of the servers, at most one each
    };
    explicit StationStatistics(int servers, Sharing sharing = Sharing::none)
        : servers_(servers), sharing_(sharing) {}

    void arrived(SimTime now, std::size_t jobClass = 0);
    void blocked(SimTime now, std::size_t jobClass = 0);
    void started(SimTime now, SimTime waited, std::size_t jobClass = 0);
    void departed(SimTime now, SimTime response, std::size_t jobClass = 0);

    // Where service is interrupted, waiting ends with the departure only: instead of `started`.
    void resumed(SimTime now, std::size_t jobClass);
    void interrupted(SimTime now, std::size_t jobClass);
    void waited(SimTime waited, std::size_t jobClass);

    /// It lost patience in line.
    void left(SimTime now, std::size_t jobClass);

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
        std::uint64_t left = 0;
        double responseSum = 0;
        double waitSum = 0;
        double presentArea = 0; ///< customers x seconds
        double waitingArea = 0;
        double busyArea = 0; ///< servers x seconds
        std::int64_t present = 0;
        std::int64_t waiting = 0;
        SimTime changedAt;
        LogHistogram responses;
        LogHistogram waitSpans;

        /// `part`: which part of a server each one in service has.
        void advance(SimTime now, double part);
    };
    Tally& tally(std::size_t jobClass, SimTime now);
    [[nodiscard]] double partOfServer() const;
    [[nodiscard]] StationFigures figuresOf(Tally tally, SimTime now) const;

    int servers_;
    Sharing sharing_;
    SimTime since_;
    std::vector<Tally> classes_;
};

} // namespace roundtrip
