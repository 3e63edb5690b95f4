#include "core/caching/cache_replay.h"

namespace roundtrip {

CacheReplay::CacheReplay(EvictionPolicy policy, std::uint64_t capacity, std::uint64_t seed)
    : capacity_(capacity),
      order_(makeEvictionOrder(policy, RandomStream(seed, "cache-replay", "eviction"))) {}

bool CacheReplay::request(std::string_view id, std::uint64_t weight) {
    ++requests_;
    if (const auto found = index_.find(id); found != index_.end()) {
        order_->use(found->second);
        return true;
    }
    ++misses_;
    if (weight > capacity_) {
        return false;
    }
    while (weight_ > capacity_ - weight) {
        evict();
    }
    auto slot = static_cast<Slot>(kept_.size());
    if (free_.empty()) {
        kept_.emplace_back();
    } else {
        slot = free_.back();
        free_.pop_back();
    }
    kept_[slot] = {weight, &index_.emplace(id, slot).first->first};
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
    weight_ -= kept_[slot].weight;
    index_.erase(index_.find(*kept_[slot].id));
    free_.push_back(slot);
}

} // namespace roundtrip
