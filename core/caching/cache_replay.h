#pragma once

#include "core/caching/eviction_order.h"
#include "core/caching/slot_index.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace roundtrip {

/// How a cache would have done with a recorded list of requests: it keeps every object that misses,
/// if it fits, and counts. What an object weighs is what its first request said; one that is larger
/// than the cache misses each time and evicts nothing.
class CacheReplay {
  public:
    /// `capacity` in the unit of the weights. The seed is for the policy `random`.
    CacheReplay(EvictionPolicy policy, std::uint64_t capacity, std::uint64_t seed);

    /// True: a hit.
    bool request(std::string_view id, std::uint64_t weight);

    [[nodiscard]] std::uint64_t requests() const { return requests_; }
    [[nodiscard]] std::uint64_t misses() const { return misses_; }
    /// Misses per request; 0 without requests.
    [[nodiscard]] double missRatio() const;

  private:
    using Slot = EvictionOrder::Slot;
    void evict();

    std::uint64_t capacity_;
    std::uint64_t weight_ = 0;
    std::uint64_t requests_ = 0;
    std::uint64_t misses_ = 0;
    std::unique_ptr<EvictionOrder> order_;
    SlotIndex index_;
    std::vector<std::uint64_t> weights_; ///< by slot
};

} // namespace roundtrip
