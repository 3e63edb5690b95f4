#pragma once

#include "core/caching/eviction_order.h"
#include "core/kernel/sim_time.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace roundtrip {

/// Why a lookup found nothing.
enum class MissReason { neverStored, expired, evicted, invalidated, cleared };

/// How much a cache holds. Both count; what is not said has no limit.
struct CacheCapacity {
    std::size_t entries = std::numeric_limits<std::size_t>::max(); ///< 0 counts as 1
    std::uint64_t bytes = std::numeric_limits<std::uint64_t>::max();
};

/// A cache of limited size. When it is full, its policy says who leaves; an entry older than its
/// time to live leaves when it is looked up. What is larger than the whole cache is never kept, and
/// nothing leaves for it. Time is given as a value, so the store can be tested without a
/// simulation.
template <class Value>
class CacheStore {
  public:
    struct Entry {
        std::string key;
        Value value{};
        std::uint64_t bytes = 0; ///< what it counts against the capacity in bytes
        SimTime storedAt;
        SimTime expiresAt = SimTime::max(); ///< max: never
        SimTime sliding;  ///< each hit moves the end of its life to this long from then; 0: no
        SimTime staleFor; ///< how long after its end it may still be handed out as stale
        SimTime lastUsed;
    };
    struct Lookup {
        const Entry* entry = nullptr; ///< null: a miss; valid until the store changes
        bool isStale = false;         ///< its life has ended, but not the time that it may be stale
        MissReason reason = MissReason::neverStored;
        SimTime since; ///< for a miss: how long ago it left; zero when it was never stored
    };
    struct Storing {
        bool isKept = true; ///< false: larger than the whole cache
        std::vector<Entry> evicted;
    };

    /// The stream is drawn from by the policy `random` only.
    CacheStore(CacheCapacity capacity, EvictionPolicy policy, const RandomStream& random)
        : capacity_(atLeastOne(capacity)), policy_(policy), random_(random),
          order_(makeEvictionOrder(policy, random)) {}

    /// An expired entry is removed by the lookup that finds it. A hit counts as a use, a stale one
    /// too; only a fresh one slides.
    Lookup lookup(std::string_view key, SimTime now);

    /// Stores or replaces. What replaces an entry and needs no more room takes its place in the
    /// order and counts as a use; else it is stored as if it were new.
    Storing store(Entry entry, SimTime now);

    /// Changes what an entry holds and how long it lives, not its size; false when there is none.
    template <class Change>
    bool update(std::string_view key, Change&& change);

    /// True when there was such an entry.
    bool remove(std::string_view key, SimTime now);
    /// Removes what `isWanted(entry)` says; returns how many.
    template <class Predicate>
    std::size_t removeIf(Predicate&& isWanted, SimTime now);
    /// Returns how many entries left.
    std::size_t clear(SimTime now);

    /// Returns what had to leave when the capacity shrank.
    std::vector<Entry> setCapacity(CacheCapacity capacity, SimTime now);
    /// What is there stays; to the new policy it came in the order of its last use.
    void setPolicy(EvictionPolicy policy);

    [[nodiscard]] std::size_t size() const { return index_.size(); }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    [[nodiscard]] const CacheCapacity& capacity() const { return capacity_; }
    [[nodiscard]] EvictionPolicy policy() const { return policy_; }

  private:
    using Slot = EvictionOrder::Slot;
    struct Departure {
        MissReason reason = MissReason::evicted;
        SimTime at;
    };

    static CacheCapacity atLeastOne(CacheCapacity capacity) {
        capacity.entries = std::max<std::size_t>(capacity.entries, 1);
        return capacity;
    }
    [[nodiscard]] Lookup missOf(std::string_view key, SimTime now) const;
    [[nodiscard]] Slot takeSlot();
    void insert(Entry entry);
    Entry takeOut(Slot slot, MissReason reason, SimTime now);
    std::vector<Entry> evictDownTo(std::size_t entries, std::uint64_t bytes, SimTime now);

    CacheCapacity capacity_;
    EvictionPolicy policy_;
    RandomStream random_;
    std::unique_ptr<EvictionOrder> order_;
    std::deque<Entry> slots_; // a deque, as the index refers to the keys in it
    std::vector<Slot> free_;
    std::unordered_map<std::string_view, Slot> index_;
    std::uint64_t bytes_ = 0;
    std::unordered_map<std::string, Departure> departures_; // so that a miss can say why
};

template <class Value>
typename CacheStore<Value>::Lookup CacheStore<Value>::lookup(std::string_view key, SimTime now) {
    const auto found = index_.find(key);
    if (found == index_.end()) {
        return missOf(key, now);
    }
    const Slot slot = found->second;
    Entry& entry = slots_[slot];
    const bool isStale = now >= entry.expiresAt;
    if (isStale && now - entry.expiresAt >= entry.staleFor) {
        const SimTime end = entry.expiresAt;
        takeOut(slot, MissReason::expired, end);
        return {nullptr, false, MissReason::expired, now - end};
    }
    entry.lastUsed = now;
    if (!isStale && entry.sliding > SimTime()) {
        entry.expiresAt = now + entry.sliding;
    }
    order_->use(slot);
    return {&entry, isStale, {}, {}};
}

template <class Value>
typename CacheStore<Value>::Storing CacheStore<Value>::store(Entry entry, SimTime now) {
    entry.storedAt = now;
    entry.lastUsed = now;
    if (const auto found = index_.find(entry.key); found != index_.end()) {
        const Slot slot = found->second;
        if (bytes_ - slots_[slot].bytes + entry.bytes <= capacity_.bytes) {
            bytes_ = bytes_ - slots_[slot].bytes + entry.bytes;
            index_.erase(found);
            slots_[slot] = std::move(entry);
            index_.emplace(slots_[slot].key, slot);
            order_->use(slot);
            return {};
        }
        takeOut(slot, MissReason::evicted, now);
    }
    if (entry.bytes > capacity_.bytes) {
        return {false, {}};
    }
    Storing result;
    result.evicted = evictDownTo(capacity_.entries - 1, capacity_.bytes - entry.bytes, now);
    departures_.erase(entry.key);
    insert(std::move(entry));
    return result;
}

template <class Value>
template <class Change>
bool CacheStore<Value>::update(std::string_view key, Change&& change) {
    const auto found = index_.find(key);
    if (found == index_.end()) {
        return false;
    }
    std::forward<Change>(change)(slots_[found->second]);
    return true;
}

template <class Value>
bool CacheStore<Value>::remove(std::string_view key, SimTime now) {
    const auto found = index_.find(key);
    if (found == index_.end()) {
        return false;
    }
    takeOut(found->second, MissReason::invalidated, now);
    return true;
}

template <class Value>
template <class Predicate>
std::size_t CacheStore<Value>::removeIf(Predicate&& isWanted, SimTime now) {
    std::vector<Slot> wanted;
    for (const auto& [key, slot] : index_) {
        if (isWanted(std::as_const(slots_[slot]))) {
            wanted.push_back(slot);
        }
    }
    std::ranges::sort(wanted); // so that equal runs are equal on every standard library
    for (const Slot slot : wanted) {
        takeOut(slot, MissReason::invalidated, now);
    }
    return wanted.size();
}

template <class Value>
std::size_t CacheStore<Value>::clear(SimTime now) {
    const std::size_t count = index_.size();
    while (!index_.empty()) {
        takeOut(index_.begin()->second, MissReason::cleared, now);
    }
    return count;
}

template <class Value>
std::vector<typename CacheStore<Value>::Entry>
CacheStore<Value>::setCapacity(CacheCapacity capacity, SimTime now) {
    capacity_ = atLeastOne(capacity);
    return evictDownTo(capacity_.entries, capacity_.bytes, now);
}

template <class Value>
void CacheStore<Value>::setPolicy(EvictionPolicy policy) {
    if (policy == policy_) {
        return;
    }
    policy_ = policy;
    order_ = makeEvictionOrder(policy, random_);
    std::vector<Slot> slots;
    slots.reserve(index_.size());
    for (const auto& [key, slot] : index_) {
        slots.push_back(slot);
    }
    std::ranges::sort(slots, [this](Slot left, Slot right) {
        return std::pair(slots_[left].lastUsed, left) < std::pair(slots_[right].lastUsed, right);
    });
    for (const Slot slot : slots) {
        order_->add(slot);
    }
}

template <class Value>
typename CacheStore<Value>::Lookup CacheStore<Value>::missOf(std::string_view key,
                                                             SimTime now) const {
    const auto departure = departures_.find(std::string(key));
    if (departure == departures_.end()) {
        return {};
    }
    return {nullptr, false, departure->second.reason, now - departure->second.at};
}

template <class Value>
typename CacheStore<Value>::Slot CacheStore<Value>::takeSlot() {
    if (free_.empty()) {
        slots_.emplace_back();
        return static_cast<Slot>(slots_.size() - 1);
    }
    const Slot slot = free_.back();
    free_.pop_back();
    return slot;
}

template <class Value>
void CacheStore<Value>::insert(Entry entry) {
    bytes_ += entry.bytes;
    const Slot slot = takeSlot();
    slots_[slot] = std::move(entry);
    index_.emplace(slots_[slot].key, slot);
    order_->add(slot);
}

template <class Value>
typename CacheStore<Value>::Entry CacheStore<Value>::takeOut(Slot slot, MissReason reason,
                                                             SimTime now) {
    order_->remove(slot);
    index_.erase(slots_[slot].key);
    Entry gone = std::exchange(slots_[slot], Entry());
    free_.push_back(slot);
    bytes_ -= gone.bytes;
    constexpr std::size_t kDeparturesKept = 10'000;
    if (departures_.size() >= kDeparturesKept) {
        departures_.clear();
    }
    departures_.insert_or_assign(gone.key, Departure{reason, now});
    return gone;
}

template <class Value>
std::vector<typename CacheStore<Value>::Entry>
CacheStore<Value>::evictDownTo(std::size_t entries, std::uint64_t bytes, SimTime now) {
    std::vector<Entry> evicted;
    while (size() > entries || bytes_ > bytes) {
        evicted.push_back(takeOut(order_->victim(), MissReason::evicted, now));
    }
    return evicted;
}

} // namespace roundtrip
