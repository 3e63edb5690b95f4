#include "core/caching/lru_store.h"

#include <algorithm>

namespace roundtrip {

namespace {

constexpr std::size_t kDeparturesKept = 10'000;

} // namespace

LruStore::LruStore(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 1)) {}

LruStore::Lookup LruStore::lookup(std::string_view key, SimTime now) {
    const auto found = index_.find(key);
    if (found == index_.end()) {
        const auto departure = departures_.find(std::string(key));
        if (departure == departures_.end()) {
            return {};
        }
        return {nullptr, departure->second.reason, now - departure->second.at};
    }
    const auto entry = found->second;
    if (now >= entry->expiresAt) {
        const SimTime since = now - entry->expiresAt;
        forget(entry, MissReason::expired, entry->expiresAt);
        return {nullptr, MissReason::expired, since};
    }
    entry->lastUsed = now;
    entries_.splice(entries_.begin(), entries_, entry);
    return {&*entry, {}, {}};
}

std::vector<LruStore::Entry> LruStore::store(Entry entry, SimTime now) {
    entry.storedAt = now;
    entry.lastUsed = now;
    if (const auto found = index_.find(entry.key); found != index_.end()) {
        const auto place = found->second;
        index_.erase(found);
        *place = std::move(entry);
        index_.emplace(place->key, place);
        entries_.splice(entries_.begin(), entries_, place);
        return {};
    }
    std::vector<Entry> evicted = evictDownTo(capacity_ - 1, now);
    departures_.erase(entry.key);
    entries_.push_front(std::move(entry));
    index_.emplace(entries_.front().key, entries_.begin());
    return evicted;
}

bool LruStore::remove(std::string_view key, SimTime now) {
    const auto found = index_.find(key);
    if (found == index_.end()) {
        return false;
    }
    forget(found->second, MissReason::invalidated, now);
    return true;
}

std::size_t LruStore::clear(SimTime now) {
    const std::size_t count = index_.size();
    while (!entries_.empty()) {
        forget(entries_.begin(), MissReason::cleared, now);
    }
    return count;
}

std::vector<LruStore::Entry> LruStore::setCapacity(std::size_t capacity, SimTime now) {
    capacity_ = std::max<std::size_t>(capacity, 1);
    return evictDownTo(capacity_, now);
}

void LruStore::forget(Entries::iterator entry, MissReason reason, SimTime now) {
    if (departures_.size() >= kDeparturesKept) {
        departures_.clear();
    }
    departures_.insert_or_assign(entry->key, Departure{reason, now});
    index_.erase(entry->key);
    entries_.erase(entry);
}

std::vector<LruStore::Entry> LruStore::evictDownTo(std::size_t count, SimTime now) {
    std::vector<Entry> evicted;
    while (entries_.size() > count) {
        evicted.push_back(entries_.back());
        forget(std::prev(entries_.end()), MissReason::evicted, now);
    }
    return evicted;
}

} // namespace roundtrip
