#include "core/nodes/station_statistics.h"

namespace roundtrip {

namespace {

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

} // namespace

void StationStatistics::Tally::advance(SimTime now) {
    const double seconds = (now - changedAt).toSeconds();
    presentArea += static_cast<double>(present) * seconds;
    waitingArea += static_cast<double>(waiting) * seconds;
    changedAt = now;
}

StationStatistics::Tally& StationStatistics::tally(std::size_t jobClass, SimTime now) {
    if (jobClass >= classes_.size()) {
        Tally fresh;
        fresh.changedAt = since_;
        classes_.resize(jobClass + 1, fresh);
    }
    classes_[jobClass].advance(now);
    return classes_[jobClass];
}

void StationStatistics::arrived(SimTime now, std::size_t jobClass) {
    Tally& counted = tally(jobClass, now);
    ++counted.arrivals;
    ++counted.present;
    ++counted.waiting;
}

void StationStatistics::blocked(SimTime now, std::size_t jobClass) {
    Tally& counted = tally(jobClass, now);
    ++counted.arrivals;
    ++counted.blocked;
}

void StationStatistics::started(SimTime now, SimTime waited, std::size_t jobClass) {
    Tally& counted = tally(jobClass, now);
    --counted.waiting;
    ++counted.starts;
    counted.waits += waited > SimTime() ? 1 : 0;
    counted.waitSum += waited.toSeconds();
    counted.waitSpans.add(waited);
}

void StationStatistics::departed(SimTime now, SimTime response, std::size_t jobClass) {
    Tally& counted = tally(jobClass, now);
    --counted.present;
    ++counted.departures;
    counted.responseSum += response.toSeconds();
    counted.responses.add(response);
}

void StationStatistics::restart(SimTime now) {
    since_ = now;
    for (Tally& counted : classes_) {
        Tally fresh;
        fresh.present = counted.present;
        fresh.waiting = counted.waiting;
        fresh.changedAt = now;
        counted = fresh;
    }
}

StationFigures StationStatistics::figuresOf(Tally tally, SimTime now) const {
    tally.advance(now);
    const double seconds = (now - since_).toSeconds();
    StationFigures figures;
    figures.arrivals = tally.arrivals;
    figures.blocked = tally.blocked;
    figures.departures = tally.departures;
    figures.meanResponse = ratio(tally.responseSum, static_cast<double>(tally.departures));
    figures.meanWait = ratio(tally.waitSum, static_cast<double>(tally.starts));
    figures.meanPresent = ratio(tally.presentArea, seconds);
    figures.meanWaiting = ratio(tally.waitingArea, seconds);
    figures.waitShare = ratio(static_cast<double>(tally.waits), static_cast<double>(tally.starts));
    figures.blockShare =
        ratio(static_cast<double>(tally.blocked), static_cast<double>(tally.arrivals));
    figures.throughput = ratio(static_cast<double>(tally.departures), seconds);
    figures.utilisation = ratio(tally.presentArea - tally.waitingArea, seconds * servers_);
    figures.responses = std::move(tally.responses);
    figures.waits = std::move(tally.waitSpans);
    return figures;
}

StationFigures StationStatistics::ofClass(std::size_t jobClass, SimTime now) const {
    return figuresOf(classes_[jobClass], now);
}

StationFigures StationStatistics::overall(SimTime now) const {
    Tally sum;
    sum.changedAt = now;
    for (Tally counted : classes_) {
        counted.advance(now);
        sum.arrivals += counted.arrivals;
        sum.blocked += counted.blocked;
        sum.starts += counted.starts;
        sum.waits += counted.waits;
        sum.departures += counted.departures;
        sum.responseSum += counted.responseSum;
        sum.waitSum += counted.waitSum;
        sum.presentArea += counted.presentArea;
        sum.waitingArea += counted.waitingArea;
        sum.responses.merge(counted.responses);
        sum.waitSpans.merge(counted.waitSpans);
    }
    return figuresOf(std::move(sum), now);
}

} // namespace roundtrip
