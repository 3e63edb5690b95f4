#pragma once

#include "core/kernel/sim_time.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace roundtrip {

__extension__ using EventKey = unsigned __int128;

/// A priority queue of payloads by (time, order of insertion), which is total and so deterministic.
/// Both parts stand in one 128-bit key, so that a comparison is one subtraction with borrow; four
/// children to a node keep the path short and the children in two cache lines.
template <class Payload>
class EventHeap {
  public:
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size() - (hasHole_ ? 1 : 0); }
    void reserve(std::size_t count) { entries_.reserve(count); }

    /// `time` must not be negative.
    void push(SimTime time, Payload payload) {
        assert(time >= SimTime());
        const Entry entry{keyOf(time, sequence_++), payload};
        if (std::exchange(hasHole_, false)) {
            siftUp(sinkHole(), entry);
        } else {
            entries_.push_back(entry);
            siftUp(entries_.size() - 1, entry);
        }
    }

    [[nodiscard]] SimTime topTime() const { return timeOf(topEntry().key); }
    [[nodiscard]] const Payload& top() const { return topEntry().payload; }

    /// Removes and returns the earliest payload; the heap must not be empty.
    Payload pop() {
        assert(!empty());
        closeHole();
        const Payload payload = entries_.front().payload;
        hasHole_ = entries_.size() > 1;
        if (!hasHole_)
            entries_.clear();
        return payload;
    }

    /// Removes every payload for which `isDead` holds; the order of the others stays.
    template <class Predicate>
    void removeIf(Predicate isDead) {
        closeHole();
        std::erase_if(entries_, [&](const Entry& entry) { return isDead(entry.payload); });
        // A sorted array is a heap of any arity.
        std::ranges::sort(entries_, {}, &Entry::key);
    }

  private:
    struct Entry {
        EventKey key{};
        Payload payload{};
    };

    static constexpr std::size_t arity = 4;

    static EventKey keyOf(SimTime time, std::uint64_t sequence) {
        return (EventKey{static_cast<std::uint64_t>(time.ns())} << 64U) | sequence;
    }
    static SimTime timeOf(EventKey key) {
        return SimTime::nanoseconds(static_cast<std::int64_t>(key >> 64U));
    }

    [[nodiscard]] const Entry& topEntry() const {
        return entries_[hasHole_ ? smallestUpTo(entries_.data(), 1, lastChild()) : 0];
    }
    [[nodiscard]] std::size_t lastChild() const { return std::min(entries_.size(), arity + 1); }

    void closeHole() {
        if (!hasHole_)
            return;
        hasHole_ = false;
        const Entry last = entries_.back();
        entries_.pop_back();
        siftUp(sinkHole(), last);
    }

    void siftUp(std::size_t hole, Entry entry) {
        Entry* entries = entries_.data();
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / arity;
            if (entries[parent].key < entry.key)
                break;
            entries[hole] = entries[parent];
            hole = parent;
        }
        entries[hole] = entry;
    }

    // Moves the hole at the root down along the smallest children and returns the leaf where it
    // ends. What is put there comes from the bottom, so it seldom has far to rise.
    std::size_t sinkHole() {
        Entry* entries = entries_.data();
        const std::size_t count = entries_.size();
        std::size_t hole = 0;
        std::size_t child = 1;
        while (child + arity <= count) {
            const std::size_t best = smallestOfFour(entries, child);
            entries[hole] = entries[best];
            hole = best;
            child = arity * hole + 1;
        }
        if (child >= count)
            return hole;
        const std::size_t best = smallestUpTo(entries, child, count);
        entries[hole] = entries[best];
        return best;
    }

    // Which child is smallest is as good as random, so there must be no branch to predict.
    static std::size_t smallestOfFour(const Entry* entries, std::size_t first) {
        const std::size_t left = first + isBefore(entries, first + 1, first);
        const std::size_t right = first + 2 + isBefore(entries, first + 3, first + 2);
        return left + ((right - left) & (0 - isBefore(entries, right, left)));
    }

    static std::size_t isBefore(const Entry* entries, std::size_t a, std::size_t b) {
        return entries[a].key < entries[b].key ? 1 : 0;
    }

    static std::size_t smallestUpTo(const Entry* entries, std::size_t first, std::size_t count) {
        std::size_t best = first;
        for (std::size_t i = first + 1; i < count; ++i) {
            if (entries[i].key < entries[best].key)
                best = i;
        }
        return best;
    }

    // `pop` leaves a hole at the root, since an event that runs nearly always schedules another:
    // one walk down the tree then does for both.
    bool hasHole_ = false;
    std::vector<Entry> entries_;
    std::uint64_t sequence_ = 0;
};

} // namespace roundtrip
