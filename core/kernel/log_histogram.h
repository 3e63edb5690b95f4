#pragma once

#include "core/kernel/sim_time.h"

#include <cstdint>
#include <vector>

namespace roundtrip {

/// Counts spans in buckets that are linear within each power of two (as HdrHistogram does): memory
/// stays small, and every quantile is right to within 1/256 of its value.
class LogHistogram {
  public:
    /// A negative span counts as zero.
    void add(SimTime span);
    /// The span that a share `quantile` (0 to 1) of the values does not exceed, interpolated
    /// inside its bucket. Zero when empty.
    [[nodiscard]] SimTime quantile(double quantile) const;
    [[nodiscard]] std::uint64_t count() const { return count_; }
    void merge(const LogHistogram& other);
    void clear() { *this = LogHistogram(); }

  private:
    static constexpr unsigned kSubBits = 7;

    [[nodiscard]] static std::size_t bucketOf(std::uint64_t value);
    [[nodiscard]] static double lowerBound(std::size_t bucket);

    std::vector<std::uint64_t> buckets_;
    std::uint64_t count_ = 0;
};

} // namespace roundtrip
