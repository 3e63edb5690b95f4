#include "core/data/items/throughput.h"

#include <algorithm>

namespace roundtrip::items {

namespace {

/// Sums of fractions of a second are not exact.
constexpr double kTolerance = 1e-9;

double perPartition(const ThroughputSettings& settings, std::size_t partitions) {
    const double share =
        settings.adapts ? settings.perSecond : settings.perSecond / static_cast<double>(partitions);
    return settings.mostPerPartition > 0 ? std::min(share, settings.mostPerPartition) : share;
}

} // namespace

CapacityBucket::CapacityBucket(double perSecond, SimTime burst)
    : perSecond_(perSecond), most_(perSecond * std::max(1.0, burst.toSeconds())),
      level_(perSecond) {}

double CapacityBucket::left(SimTime now) const {
    return std::min(most_, level_ + perSecond_ * (now - filledAt_).toSeconds());
}

bool CapacityBucket::admits(double units, SimTime now) const {
    return left(now) + kTolerance >= std::min(units, perSecond_);
}

void CapacityBucket::take(double units, SimTime now) {
    level_ = left(now) - units;
    filledAt_ = now;
}

Throughput::Throughput(const ThroughputSettings& settings, std::size_t partitions)
    : table_(settings.perSecond, settings.burst),
      partitions_(partitions, CapacityBucket(perPartition(settings, partitions), settings.burst)) {}

std::optional<Throughput::Refusal> Throughput::take(const std::vector<Share>& shares, SimTime now) {
    double sum = 0;
    for (const Share& share : shares) {
        if (!partitions_[share.partition].admits(share.units, now)) {
            return Refusal{share.partition, leftIn(share.partition, now)};
        }
        sum += share.units;
    }
    if (!table_.admits(sum, now)) {
        return Refusal{std::nullopt, leftInTable(now)};
    }
    for (const Share& share : shares) {
        partitions_[share.partition].take(share.units, now);
    }
    table_.take(sum, now);
    return std::nullopt;
}

} // namespace roundtrip::items
