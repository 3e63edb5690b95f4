#include "core/caching/cache_store.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Store = CacheStore<std::string>;

constexpr SimTime second = SimTime::seconds(1);

Store storeOf(std::size_t entries, EvictionPolicy policy = EvictionPolicy::lru) {
    return {{entries}, policy, RandomStream(3, "test", "eviction")};
}
Store storeOfBytes(std::uint64_t bytes) {
    return {{.bytes = bytes}, EvictionPolicy::lru, RandomStream(3, "test", "eviction")};
}

Store::Entry entryOf(const std::string& key, SimTime expiresAt = SimTime::max()) {
    return {.key = key, .value = "value of " + key, .expiresAt = expiresAt};
}

std::string keysOf(const std::vector<Store::Entry>& entries) {
    std::string keys;
    for (const Store::Entry& entry : entries)
        keys += entry.key;
    return keys;
}

/// The same cache, written as plainly as can be: a list in order of use.
class NaiveStore {
  public:
    explicit NaiveStore(std::size_t capacity) : capacity_(capacity) {}

    struct Miss {
        MissReason reason = MissReason::neverStored;
        SimTime since;
    };

    /// The value, or why there is none.
    std::pair<std::optional<std::string>, Miss> lookup(const std::string& key, SimTime now) {
        const auto found = find(key);
        if (found == entries_.end()) {
            const auto gone = gone_.find(key);
            return {std::nullopt, gone == gone_.end()
                                      ? Miss()
                                      : Miss{gone->second.reason, now - gone->second.at}};
        }
        if (now >= found->expiresAt) {
            const SimTime end = found->expiresAt;
            gone_[key] = {MissReason::expired, end};
            entries_.erase(found);
            return {std::nullopt, {MissReason::expired, now - end}};
        }
        std::rotate(entries_.begin(), found, found + 1);
        return {entries_.front().value, {}};
    }
    std::string store(const Store::Entry& entry, SimTime now) {
        if (const auto found = find(entry.key); found != entries_.end())
            entries_.erase(found);
        const std::string evicted = shrink(capacity_ - 1, now);
        entries_.insert(entries_.begin(), entry);
        gone_.erase(entry.key);
        return evicted;
    }
    bool remove(const std::string& key, SimTime now) {
        const auto found = find(key);
        if (found == entries_.end())
            return false;
        gone_[key] = {MissReason::invalidated, now};
        entries_.erase(found);
        return true;
    }
    std::size_t clear(SimTime now) {
        for (const Store::Entry& entry : entries_)
            gone_[entry.key] = {MissReason::cleared, now};
        return std::exchange(entries_, {}).size();
    }
    std::string setCapacity(std::size_t capacity, SimTime now) {
        capacity_ = capacity;
        return shrink(capacity, now);
    }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    struct Gone {
        MissReason reason = MissReason::neverStored;
        SimTime at;
    };
    std::vector<Store::Entry>::iterator find(const std::string& key) {
        return std::ranges::find(entries_, key, &Store::Entry::key);
    }
    std::string shrink(std::size_t count, SimTime now) {
        std::string evicted;
        for (; entries_.size() > count; entries_.pop_back()) {
            evicted += entries_.back().key;
            gone_[entries_.back().key] = {MissReason::evicted, now};
        }
        return evicted;
    }

    std::size_t capacity_;
    std::vector<Store::Entry> entries_; // most recently used first
    std::map<std::string, Gone> gone_;
};

/// Does the same to both and compares what they answer.
class Twins {
  public:
    explicit Twins(std::size_t capacity) : store_(storeOf(capacity)), naive_(capacity) {}

    void step() {
        now_ += SimTime::seconds(*rc::gen::inRange(0, 3));
        const std::string key(1, *rc::gen::inRange('a', 'i'));
        switch (*rc::gen::inRange(0, 12)) {
        case 0:
            RC_ASSERT(store_.remove(key, now_) == naive_.remove(key, now_));
            break;
        case 1: {
            const auto capacity = *rc::gen::inRange<std::size_t>(1, 7);
            RC_ASSERT(keysOf(store_.setCapacity({capacity}, now_)) ==
                      naive_.setCapacity(capacity, now_));
            break;
        }
        case 2:
            if (*rc::gen::inRange(0, 4) == 0)
                RC_ASSERT(store_.clear(now_) == naive_.clear(now_));
            break;
        case 3:
        case 4:
        case 5:
        case 6: {
            const auto entry = entryOf(key, now_ + SimTime::seconds(*rc::gen::inRange(1, 12)));
            RC_ASSERT(keysOf(store_.store(entry, now_).evicted) == naive_.store(entry, now_));
            break;
        }
        default:
            lookup(key);
        }
        RC_ASSERT(store_.size() == naive_.size());
    }

  private:
    void lookup(const std::string& key) {
        const Store::Lookup found = store_.lookup(key, now_);
        const auto [value, miss] = naive_.lookup(key, now_);
        RC_ASSERT((found.entry != nullptr) == value.has_value());
        if (value) {
            RC_ASSERT(found.entry->value == *value);
            RC_ASSERT(found.entry->lastUsed == now_);
        } else {
            RC_ASSERT(found.reason == miss.reason);
            RC_ASSERT(found.since == miss.since);
        }
    }

    SimTime now_;
    Store store_;
    NaiveStore naive_;
};

} // namespace

class TestCacheStore : public QObject {
    Q_OBJECT

  private slots:
    void theLeastRecentlyUsedLeaves();
    void anEntryExpiresAtTheExactInstant();
    void aHitDoesNotProlongLife();
    void storingAnewDoes();
    void aMissSaysWhy_data();
    void aMissSaysWhy();
    void aSmallerCapacityDropsTheOldest();
    void aCapacityOfZeroCountsAsOne();
    void aSlidingLifeBeginsAnewWithEachHit();
    void anOldEntryMayBeHandedOutAsStale();
    void bytesAreCounted();
    void anotherPolicyKeepsWhatIsThere();
    void whatIsWantedCanBeRemoved();
    void anEntryCanBeRenewed();
    void itBehavesLikeTheNaiveOne();
};

void TestCacheStore::theLeastRecentlyUsedLeaves() {
    Store store = storeOf(3);
    for (const char* key : {"a", "b", "c"})
        QVERIFY(store.store(entryOf(key), SimTime()).evicted.empty());
    QVERIFY(store.lookup("a", second).entry != nullptr);
    QCOMPARE(keysOf(store.store(entryOf("d"), second).evicted), std::string("b"));
    QCOMPARE(keysOf(store.store(entryOf("e"), second).evicted), std::string("c"));
    QVERIFY(store.lookup("a", second).entry != nullptr);
    QCOMPARE(store.size(), 3U);
}

void TestCacheStore::anEntryExpiresAtTheExactInstant() {
    Store store = storeOf(3);
    store.store(entryOf("a", 5 * second), SimTime());
    QVERIFY(store.lookup("a", 5 * second - SimTime::nanoseconds(1)).entry != nullptr);
    const Store::Lookup late = store.lookup("a", 5 * second);
    QVERIFY(late.entry == nullptr);
    QVERIFY(late.reason == MissReason::expired);
    QVERIFY(late.since == SimTime());
    QCOMPARE(store.size(), 0U);
}

void TestCacheStore::aHitDoesNotProlongLife() {
    Store store = storeOf(3);
    store.store(entryOf("a", 5 * second), SimTime());
    for (int i = 0; i < 5; ++i)
        QVERIFY(store.lookup("a", second * i).entry != nullptr);
    QVERIFY(store.lookup("a", 5 * second).entry == nullptr);
}

void TestCacheStore::storingAnewDoes() {
    Store store = storeOf(1);
    store.store(entryOf("a", 5 * second), SimTime());
    QVERIFY(store.store(entryOf("a", 9 * second), 4 * second).evicted.empty());
    const Store::Lookup found = store.lookup("a", 8 * second);
    QVERIFY(found.entry != nullptr);
    QVERIFY(found.entry->storedAt == 4 * second);
    QVERIFY(found.entry->lastUsed == 8 * second);
}

void TestCacheStore::aMissSaysWhy_data() {
    QTest::addColumn<std::function<void(Store&)>>("deed");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("since");
    using Deed = std::function<void(Store&)>;
    const auto row = [](const char* name, const Deed& deed, MissReason reason, int since) {
        QTest::newRow(name) << deed << static_cast<int>(reason) << since;
    };
    row(
        "nobody stored it", [](Store&) {}, MissReason::neverStored, 0);
    row(
        "its time ended", [](Store& store) { store.store(entryOf("a", 3 * second), SimTime()); },
        MissReason::expired, 7);
    row(
        "it was removed",
        [](Store& store) {
            store.store(entryOf("a"), SimTime());
            store.remove("a", 4 * second);
        },
        MissReason::invalidated, 6);
    row(
        "it had to go",
        [](Store& store) {
            store.store(entryOf("a"), SimTime());
            store.store(entryOf("b"), 2 * second);
        },
        MissReason::evicted, 8);
    row(
        "all had to go",
        [](Store& store) {
            store.store(entryOf("a"), SimTime());
            store.clear(9 * second);
        },
        MissReason::cleared, 1);
}

void TestCacheStore::aMissSaysWhy() {
    QFETCH(std::function<void(Store&)>, deed);
    QFETCH(int, reason);
    QFETCH(int, since);
    Store store = storeOf(1);
    deed(store);
    const Store::Lookup found = store.lookup("a", 10 * second);
    QVERIFY(found.entry == nullptr);
    QCOMPARE(static_cast<int>(found.reason), reason);
    QVERIFY(found.since == second * since);
}

void TestCacheStore::aSmallerCapacityDropsTheOldest() {
    Store store = storeOf(4);
    for (const char* key : {"a", "b", "c", "d"})
        store.store(entryOf(key), SimTime());
    store.lookup("a", second);
    QCOMPARE(keysOf(store.setCapacity({2}, second)), std::string("bc"));
    QVERIFY(store.setCapacity({9}, second).empty());
    QCOMPARE(store.capacity().entries, 9U);
    QCOMPARE(store.size(), 2U);
}

void TestCacheStore::aCapacityOfZeroCountsAsOne() {
    Store store = storeOf(0);
    store.store(entryOf("a"), SimTime());
    QVERIFY(store.lookup("a", SimTime()).entry != nullptr);
}

void TestCacheStore::aSlidingLifeBeginsAnewWithEachHit() {
    Store store = storeOf(2);
    Store::Entry entry = entryOf("a", 5 * second);
    entry.sliding = 5 * second;
    store.store(entry, SimTime());
    for (const int at : {4, 8, 12, 16})
        QVERIFY(store.lookup("a", at * second).entry != nullptr);
    QVERIFY(store.lookup("a", 21 * second).reason == MissReason::expired);
}

void TestCacheStore::anOldEntryMayBeHandedOutAsStale() {
    Store store = storeOf(2);
    Store::Entry entry = entryOf("a", 5 * second);
    entry.staleFor = 3 * second;
    store.store(entry, SimTime());
    QVERIFY(!store.lookup("a", 4 * second).isStale);
    const Store::Lookup old = store.lookup("a", 7 * second);
    QVERIFY(old.entry != nullptr && old.isStale);
    const Store::Lookup gone = store.lookup("a", 8 * second);
    QVERIFY(gone.entry == nullptr && gone.since == 3 * second);
}

void TestCacheStore::bytesAreCounted() {
    Store store = storeOfBytes(10);
    const auto put = [&store](const char* key, std::uint64_t bytes) {
        Store::Entry entry = entryOf(key);
        entry.bytes = bytes;
        const Store::Storing stored = store.store(entry, SimTime());
        return keysOf(stored.evicted) + (stored.isKept ? "" : " refused");
    };
    QCOMPARE(put("a", 4), std::string());
    QCOMPARE(put("b", 6), std::string());
    QCOMPARE(put("huge", 11), std::string(" refused"));
    QCOMPARE(store.size(), 2U);
    QCOMPARE(put("c", 5), std::string("ab"));
    QCOMPARE(put("c", 10), std::string()); // its own room is free again
    QCOMPARE(store.bytes(), 10U);
    QCOMPARE(put("c", 12), std::string(" refused"));
    QCOMPARE(store.size(), 0U);
    QCOMPARE(store.bytes(), 0U);
}

void TestCacheStore::anotherPolicyKeepsWhatIsThere() {
    Store store = storeOf(3, EvictionPolicy::fifo);
    for (const char* key : {"a", "b", "c"})
        store.store(entryOf(key), SimTime());
    store.lookup("a", second);
    store.setPolicy(EvictionPolicy::lru);
    QCOMPARE(keysOf(store.store(entryOf("d"), second).evicted), std::string("b"));
    QVERIFY(store.lookup("a", second).entry != nullptr);
}

void TestCacheStore::whatIsWantedCanBeRemoved() {
    Store store = storeOf(9);
    for (const char* key : {"a", "b", "c"})
        store.store(entryOf(key), SimTime());
    QCOMPARE(store.removeIf([](const Store::Entry& entry) { return entry.key != "b"; }, second),
             2U);
    QCOMPARE(store.size(), 1U);
    QVERIFY(store.lookup("a", second).reason == MissReason::invalidated);
}

void TestCacheStore::anEntryCanBeRenewed() {
    Store store = storeOf(2);
    store.store(entryOf("a", 5 * second), SimTime());
    QVERIFY(store.update("a", [](Store::Entry& entry) { entry.expiresAt = 9 * second; }));
    QVERIFY(store.lookup("a", 8 * second).entry != nullptr);
    QVERIFY(!store.update("b", [](Store::Entry&) {}));
}

void TestCacheStore::itBehavesLikeTheNaiveOne() {
    const auto property = [] {
        Twins twins(*rc::gen::inRange<std::size_t>(1, 7));
        const int steps = *rc::gen::inRange(1, 120);
        for (int i = 0; i < steps; ++i)
            twins.step();
    };
    QCOMPARE(counterexample(500, property), std::string());
}

QTEST_APPLESS_MAIN(TestCacheStore)
#include "tst_cache_store.moc"
