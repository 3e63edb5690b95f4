#include "core/caching/cache_replay.h"

namespace roundtrip {

CacheReplay::CacheReplay(EvictionPolicy policy, std::uint64_t capacity, std::uint64_t seed)
    : capacity_(capacity),
      order_(makeEvictionOrder(policy, RandomStream(seed, "cache-replay", "eviction"))) {}

bool CacheReplay::request(std::string_view id, std::uint64_t weight) {
    ++requests_;
    if (const Slot found = index_.find(id); found != SlotIndex::none) {
        order_->use(found);
        return true;
    }
    ++misses_;
    if (weight > capacity_) {
        return false;
    }
    while (weight_ > capacity_ - weight) {
        evict();
    }
    const Slot slot = index_.insert(id);
    if (slot == weights_.size()) {
        weights_.push_back(weight);
    } else {
        weights_[slot] = weight;
    }
    weight_ += weight;
    order_->add(slot);
    return false;
}

double CacheReplay::missRatio() const {
    return requests_ == 0 ? 0.0 : static_cast<double>(misses_) / static_cast<double>(requests_);
}

void CacheReplay::evict() {
    const Slot slot = order_->victim();
    order_->remove(slot);
    weight_ -= weights_[slot];
    index_.erase(slot);
}

} // namespace roundtrip
