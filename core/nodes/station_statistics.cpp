#include "core/nodes/station_statistics.h"

namespace roundtrip {

namespace {

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

} // namespace

void StationStatistics::Tally::advance(SimTime now, double part) {
    const double seconds = (now - changedAt).toSeconds();
    presentArea += static_cast<double>(present) * seconds;
    waitingArea += static_cast<double>(waiting) * seconds;
    busyArea += static_cast<double>(present - waiting) * part * seconds;
    changedAt = now;
}

StationStatistics::Tally& StationStatistics::tally(std::size_t jobClass, SimTime now) {
    if (jobClass >= classes_.size()) {
        Tally fresh;
        fresh.changedAt = since_;
        classes_.resize(jobClass + 1, fresh);
    }
    if (sharing_ == Sharing::processor) {
        const double part = partOfServer();
        for (Tally& counted : classes_) {
            counted.advance(now, part);
        }
    } else {
        classes_[jobClass].advance(now, 1);
    }
    return classes_[jobClass];
}

double StationStatistics::partOfServer() const {
    if (sharing_ == Sharing::none) {
        return 1;
    }
    std::int64_t present = 0;
    for (const Tally& counted : classes_) {
        present += counted.present;
    }
    return present <= servers_ ? 1 : static_cast<double>(servers_) / static_cast<double>(present);
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
    resumed(now, jobClass);
    this->waited(waited, jobClass);
}

void StationStatistics::resumed(SimTime now, std::size_t jobClass) {
    --tally(jobClass, now).waiting;
}

void StationStatistics::interrupted(SimTime now, std::size_t jobClass) {
    ++tally(jobClass, now).waiting;
}

void StationStatistics::waited(SimTime waited, std::size_t jobClass) {
    Tally& counted = classes_[jobClass];
    ++counted.starts;
    counted.waits += waited > SimTime() ? 1 : 0;
    counted.waitSum += waited.toSeconds();
    counted.waitSpans.add(waited);
}

void StationStatistics::left(SimTime now, std::size_t jobClass) {
    Tally& counted = tally(jobClass, now);
    --counted.present;
    --counted.waiting;
    ++counted.left;
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
    tally.advance(now, partOfServer());
    const double seconds = (now - since_).toSeconds();
    StationFigures figures;
    figures.arrivals = tally.arrivals;
    figures.blocked = tally.blocked;
    figures.departures = tally.departures;
    figures.left = tally.left;
    figures.leaveShare =
        ratio(static_cast<double>(tally.left), static_cast<double>(tally.arrivals));
    figures.meanResponse = ratio(tally.responseSum, static_cast<double>(tally.departures));
    figures.meanWait = ratio(tally.waitSum, static_cast<double>(tally.starts));
    figures.meanPresent = ratio(tally.presentArea, seconds);
    figures.meanWaiting = ratio(tally.waitingArea, seconds);
    figures.waitShare = ratio(static_cast<double>(tally.waits), static_cast<double>(tally.starts));
    figures.blockShare =
        ratio(static_cast<double>(tally.blocked), static_cast<double>(tally.arrivals));
    figures.throughput = ratio(static_cast<double>(tally.departures), seconds);
    figures.utilisation = ratio(tally.busyArea, seconds * servers_);
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
        counted.advance(now, partOfServer());
        sum.arrivals += counted.arrivals;
        sum.blocked += counted.blocked;
        sum.starts += counted.starts;
        sum.waits += counted.waits;
        sum.departures += counted.departures;
        sum.left += counted.left;
        sum.responseSum += counted.responseSum;
        sum.waitSum += counted.waitSum;
        sum.presentArea += counted.presentArea;
        sum.waitingArea += counted.waitingArea;
        sum.busyArea += counted.busyArea;
        sum.responses.merge(counted.responses);
        sum.waitSpans.merge(counted.waitSpans);
    }
    return figuresOf(std::move(sum), now);
}

} // namespace roundtrip
