#pragma once

#include "core/kernel/sim_time.h"

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace roundtrip {

/// Why a lookup found nothing.
enum class MissReason { neverStored, expired, evicted, invalidated, cleared };

/// A cache of limited size that drops the least recently used entry when it is full and entries
/// older than their time to live when they are looked up. A hit does not prolong an entry's life.
/// Time is given as a value, so the store can be tested without a simulation.
class LruStore {
  public:
    struct Entry {
        std::string key;
        std::string value;
        SimTime storedAt;
        SimTime expiresAt; ///< SimTime::max(): never
        SimTime lastUsed;
        SimTime dataReadAt;                ///< when the value was true in the database
        std::vector<std::string> dataRows; ///< which rows it came from, "users#123"
    };
    struct Lookup {
        const Entry* entry = nullptr; ///< null: a miss; valid until the store changes
        MissReason reason = MissReason::neverStored;
        SimTime since; ///< for a miss: how long ago it left; zero when it was never stored
    };

    /// `capacity` in entries, at least 1.
    explicit LruStore(std::size_t capacity);

    /// An expired entry is removed by the lookup that finds it.
    Lookup lookup(std::string_view key, SimTime now);

    /// Stores or replaces; returns what had to leave for it, oldest use first.
    std::vector<Entry> store(Entry entry, SimTime now);

    /// True when there was such an entry.
    bool remove(std::string_view key, SimTime now);
    /// Returns how many entries left.
    std::size_t clear(SimTime now);

    /// Returns what had to leave when the capacity shrank.
    std::vector<Entry> setCapacity(std::size_t capacity, SimTime now);

    [[nodiscard]] std::size_t size() const { return index_.size(); }
    [[nodiscard]] std::size_t capacity() const { return capacity_; }

  private:
    using Entries = std::list<Entry>; // most recently used first
    struct Departure {
        MissReason reason = MissReason::evicted;
        SimTime at;
    };

    void forget(Entries::iterator entry, MissReason reason, SimTime now);
    std::vector<Entry> evictDownTo(std::size_t count, SimTime now);

    std::size_t capacity_;
    Entries entries_;
    std::unordered_map<std::string_view, Entries::iterator> index_;
    std::unordered_map<std::string, Departure> departures_; // so that a miss can say why
};

} // namespace roundtrip
