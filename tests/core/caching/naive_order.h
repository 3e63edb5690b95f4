#pragma once

#include "core/caching/eviction_order.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace roundtrip::test {

/// The policies written as plainly as their definitions read: everything is searched for. Random
/// is none of them.
class NaiveOrder {
  public:
    explicit NaiveOrder(EvictionPolicy policy) : policy_(policy) {}

    void add(std::uint32_t slot) { entries_.push_back({slot, ++tick_}); }
    void use(std::uint32_t slot) {
        Entry& entry = entries_[placeOf(slot)];
        ++entry.frequency;
        entry.usedAt = ++tick_;
        entry.isVisited = true;
    }
    void remove(std::uint32_t slot) {
        const std::size_t place = placeOf(slot);
        entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(place));
        if (place < hand_)
            --hand_;
        if (hand_ == entries_.size()) // past the head: it begins again at the tail
            hand_ = 0;
    }
    std::uint32_t victim() {
        switch (policy_) {
        case EvictionPolicy::lru:
            return std::ranges::min_element(entries_, {}, &Entry::usedAt)->slot;
        case EvictionPolicy::lfu:
            return std::ranges::min_element(entries_,
                                            [](const Entry& left, const Entry& right) {
                                                return left.frequency != right.frequency
                                                           ? left.frequency < right.frequency
                                                           : left.usedAt < right.usedAt;
                                            })
                ->slot;
        case EvictionPolicy::sieve:
            return sieved();
        default:
            return entries_.front().slot;
        }
    }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] bool has(std::uint32_t slot) const { return placeOf(slot) < entries_.size(); }

  private:
    struct Entry {
        std::uint32_t slot = 0;
        std::uint64_t usedAt = 0;
        std::uint64_t frequency = 1;
        bool isVisited = false;
    };

    std::uint32_t sieved() {
        for (;; ++hand_) {
            if (hand_ >= entries_.size())
                hand_ = 0;
            if (!entries_[hand_].isVisited)
                return entries_[hand_].slot;
            entries_[hand_].isVisited = false;
        }
    }
    [[nodiscard]] std::size_t placeOf(std::uint32_t slot) const {
        return static_cast<std::size_t>(std::ranges::find(entries_, slot, &Entry::slot) -
                                        entries_.begin());
    }

    EvictionPolicy policy_;
    std::vector<Entry> entries_; // oldest first: the tail is the front
    std::size_t hand_ = 0;
    std::uint64_t tick_ = 0;
};

} // namespace roundtrip::test
