#include "core/kernel/log_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace roundtrip {

std::size_t LogHistogram::bucketOf(std::uint64_t value) {
    constexpr std::uint64_t kLinear = std::uint64_t{1} << kSubBits;
    if (value < kLinear) {
        return static_cast<std::size_t>(value);
    }
    const unsigned shift = static_cast<unsigned>(std::bit_width(value)) - kSubBits - 1;
    const std::uint64_t mantissa = value >> shift; // kLinear to 2 * kLinear - 1
    return static_cast<std::size_t>((std::uint64_t{shift} << kSubBits) + mantissa);
}

double LogHistogram::lowerBound(std::size_t bucket) {
    constexpr std::size_t kLinear = std::size_t{1} << kSubBits;
    if (bucket < kLinear) {
        return static_cast<double>(bucket);
    }
    const std::size_t shift = (bucket >> kSubBits) - 1;
    const std::size_t mantissa = bucket - (shift << kSubBits);
    return std::ldexp(static_cast<double>(mantissa), static_cast<int>(shift));
}

void LogHistogram::add(SimTime span) {
    const std::size_t bucket =
        bucketOf(static_cast<std::uint64_t>(std::max<std::int64_t>(span.ns(), 0)));
    if (bucket >= buckets_.size()) {
        buckets_.resize(bucket + 1);
    }
    ++buckets_[bucket];
    ++count_;
}

SimTime LogHistogram::quantile(double quantile) const {
    const double wanted = quantile * static_cast<double>(count_);
    double below = 0;
    for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
        const auto here = static_cast<double>(buckets_[bucket]);
        if (here > 0 && below + here >= wanted) {
            const double low = lowerBound(bucket);
            const double share = std::clamp((wanted - below) / here, 0.0, 1.0);
            const double width = lowerBound(bucket + 1) - low;
            // Below 2^kSubBits a bucket is one exact value, not a range.
            const double value = width <= 1 ? low : low + share * width;
            return SimTime::nanoseconds(std::llround(value));
        }
        below += here;
    }
    return {};
}

void LogHistogram::merge(const LogHistogram& other) {
    buckets_.resize(std::max(buckets_.size(), other.buckets_.size()));
    for (std::size_t bucket = 0; bucket < other.buckets_.size(); ++bucket) {
        buckets_[bucket] += other.buckets_[bucket];
    }
    count_ += other.count_;
}

} // namespace roundtrip
