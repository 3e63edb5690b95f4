#include "core/caching/cache_replay.h"
#include "tests/core/caching/naive_order.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <map>
#include <string>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// The same cache, with weights by name and the naive policy.
class NaiveReplay {
  public:
    NaiveReplay(EvictionPolicy policy, std::uint64_t capacity)
        : order_(policy), capacity_(capacity) {}

    bool request(std::uint32_t id, std::uint64_t weight) {
        if (weights_.contains(id)) {
            order_.use(id);
            return true;
        }
        if (weight > capacity_)
            return false;
        while (total() + weight > capacity_) {
            const std::uint32_t victim = order_.victim();
            order_.remove(victim);
            weights_.erase(victim);
        }
        order_.add(id);
        weights_[id] = weight;
        return false;
    }

  private:
    [[nodiscard]] std::uint64_t total() const {
        std::uint64_t sum = 0;
        for (const auto& [id, weight] : weights_)
            sum += weight;
        return sum;
    }

    NaiveOrder order_;
    std::uint64_t capacity_;
    std::map<std::uint32_t, std::uint64_t> weights_;
};

} // namespace

class TestCacheReplay : public QObject {
    Q_OBJECT

  private slots:
    void missesAreCounted();
    void whatIsLargerThanTheCacheEvictsNothing();
    void aHitDoesNotChangeTheWeight();
    void itBehavesLikeTheNaiveOne_data();
    void itBehavesLikeTheNaiveOne();
};

void TestCacheReplay::missesAreCounted() {
    CacheReplay replay(EvictionPolicy::lru, 2, 1);
    for (const char* id : {"a", "b", "a", "c", "b"})
        replay.request(id, 1);
    QCOMPARE(replay.requests(), 5U);
    QCOMPARE(replay.misses(), 4U);
    QCOMPARE(replay.missRatio(), 0.8);
}

void TestCacheReplay::whatIsLargerThanTheCacheEvictsNothing() {
    CacheReplay replay(EvictionPolicy::fifo, 10, 1);
    replay.request("small", 10);
    QVERIFY(!replay.request("huge", 11));
    QVERIFY(!replay.request("huge", 11));
    QVERIFY(replay.request("small", 10));
}

void TestCacheReplay::aHitDoesNotChangeTheWeight() {
    CacheReplay replay(EvictionPolicy::lru, 10, 1);
    replay.request("a", 4);
    QVERIFY(replay.request("a", 9));
    replay.request("b", 6);
    QVERIFY(replay.request("a", 4));
}

void TestCacheReplay::itBehavesLikeTheNaiveOne_data() {
    QTest::addColumn<int>("policy");
    for (const EvictionPolicy policy :
         {EvictionPolicy::lru, EvictionPolicy::lfu, EvictionPolicy::fifo, EvictionPolicy::sieve})
        QTest::newRow(toString(policy).data()) << static_cast<int>(policy);
}

void TestCacheReplay::itBehavesLikeTheNaiveOne() {
    QFETCH(int, policy);
    const auto property = [policy = static_cast<EvictionPolicy>(policy)] {
        const auto capacity = *rc::gen::inRange<std::uint64_t>(0, 40);
        CacheReplay replay(policy, capacity, 1);
        NaiveReplay naive(policy, capacity);
        std::uint64_t misses = 0;
        const int steps = *rc::gen::inRange(1, 200);
        for (int i = 0; i < steps; ++i) {
            const auto id = *rc::gen::inRange<std::uint32_t>(0, 16);
            const auto weight = *rc::gen::inRange<std::uint64_t>(0, 12);
            const bool isHit = naive.request(id, weight);
            RC_ASSERT(replay.request(std::to_string(id), weight) == isHit);
            misses += isHit ? 0 : 1;
        }
        RC_ASSERT(replay.misses() == misses);
    };
    QCOMPARE(counterexample(500, property), std::string());
}

QTEST_APPLESS_MAIN(TestCacheReplay)
#include "tst_cache_replay.moc"
