#pragma once

#include "core/kernel/sim_time.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace roundtrip::items {

/// What a table may read or write, in capacity units.
struct ThroughputSettings {
    double perSecond = 5;        ///< of the whole table
    double mostPerPartition = 0; ///< one partition never gets more; in units per second
    /// Off: each partition has its equal share. On: one partition may use all of the table's.
    bool adapts = false;
    SimTime burst = SimTime::seconds(300); ///< for so long unused capacity is kept

    friend bool operator==(const ThroughputSettings&, const ThroughputSettings&) = default;
};

/// Capacity that fills up steadily and is used up by operations, a token bucket. It starts with the
/// capacity of one second; a larger operation may begin on a full second and is paid for later.
class CapacityBucket {
  public:
    CapacityBucket(double perSecond, SimTime burst);

    [[nodiscard]] bool admits(double units, SimTime now) const;
    void take(double units, SimTime now);
    /// Units; below zero while a large operation is being paid for.
    [[nodiscard]] double left(SimTime now) const;

  private:
    double perSecond_;
    double most_;
    double level_;
    SimTime filledAt_;
};

/// The capacity of one table and of each of its partitions ("Burst and adaptive capacity in
/// DynamoDB"). Times must not go back.
class Throughput {
  public:
    /// `partitions` is at least 1.
    Throughput(const ThroughputSettings& settings, std::size_t partitions);

    /// What one operation needs of a partition.
    struct Share {
        std::size_t partition = 0;
        double units = 0;
    };
    struct Refusal {
        std::optional<std::size_t> partition; ///< none: it was the table as a whole
        double left = 0;
    };
    /// Takes all of the shares, or nothing when a partition or the table has too little.
    [[nodiscard]] std::optional<Refusal> take(const std::vector<Share>& shares, SimTime now);
    [[nodiscard]] double leftIn(std::size_t partition, SimTime now) const {
        return partitions_[partition].left(now);
    }
    [[nodiscard]] double leftInTable(SimTime now) const { return table_.left(now); }

  private:
    CapacityBucket table_;
    std::vector<CapacityBucket> partitions_;
};

} // namespace roundtrip::items
