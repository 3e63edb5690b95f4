#pragma once

#include "core/caching/eviction_order.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
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
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    using Index = std::unordered_map<std::string, Slot, TextHash, std::equal_to<>>;
    struct Kept {
        std::uint64_t weight = 0;
        const std::string* id = nullptr; ///< in the index
    };

    void evict();

    std::uint64_t capacity_;
    std::uint64_t weight_ = 0;
    std::uint64_t requests_ = 0;
    std::uint64_t misses_ = 0;
    std::unique_ptr<EvictionOrder> order_;
    Index index_;
    std::vector<Kept> kept_; ///< by slot
    std::vector<Slot> free_;
};

} // namespace roundtrip
