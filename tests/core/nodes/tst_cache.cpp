#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime second = SimTime::seconds(1);

Scene shop() {
    return loadScene("tests/scenes/shop.roundtrip");
}

/// A run in which person 1 has just been stored in the cache.
class WithOneStored : public SceneRun {
  public:
    WithOneStored() : SceneRun(shop()) {
        send(SimTime(), "/users/1");
        runToTheEnd();
        storedAt = facts<CacheStored>().at(0).time;
    }
    /// Asks so that the lookup happens at `moment`: 5 ms to the app, 1 ms there, 2 ms to the cache
    /// and 1 ms for the operation.
    void lookUpAt(SimTime moment, const std::string& target = "/users/1") {
        send(moment - 9 * ms, target);
        runToTheEnd();
    }
    [[nodiscard]] CacheMissed lastMiss() const { return all<CacheMissed>().back(); }

    SimTime storedAt;
};

/// The last value of the cache's gauge: 0 how full it is, 1 the hit ratio.
GaugeChanged gaugeOf(SceneRun& run, std::uint32_t gauge) {
    GaugeChanged last;
    for (const Fact& fact : run.facts<GaugeChanged>()) {
        const auto changed = fact.as<GaugeChanged>();
        if (fact.node == run.world().find("cache")->id() && changed.gauge == gauge)
            last = changed;
    }
    return last;
}

} // namespace

class TestCache : public QObject {
    Q_OBJECT

  private slots:
    void aStoreSaysHowLongAndHowFull();
    void anEntryExpiresAtTheExactInstant();
    void aHitDoesNotProlongIt();
    void anEntryMayHaveItsOwnTimeToLive();
    void anUpdateInvalidates();
    void withoutInvalidationTheNextReadIsStale();
    void theLeastRecentlyUsedLeaves();
    void aShorterTimeToLiveIsForNewEntries();
    void aSmallerCapacityDropsAtOnce();
    void itCanBeEmptied();
    void aRestartEmptiesTheGaugeToo();
    void oneEntryCanBeRemoved();
    void theGaugesFollow();
};

void TestCache::aStoreSaysHowLongAndHowFull() {
    const WithOneStored run;
    const auto stored = run.all<CacheStored>().at(0);
    QVERIFY(stored.ttl == 20 * second);
    QCOMPARE(run.text(stored.key), std::string("user:1"));
    QCOMPARE(stored.entries, 1U);
    QCOMPARE(stored.capacity, 2U);
    QVERIFY(run.lastMiss().reason == CacheReason::neverStored);
}

void TestCache::anEntryExpiresAtTheExactInstant() {
    WithOneStored run;
    const SimTime end = run.storedAt + 20 * second;
    run.lookUpAt(end - SimTime::nanoseconds(1));
    QCOMPARE(run.count<CacheHit>(), 1U);
    QVERIFY(run.all<CacheHit>()[0].age == 20 * second - SimTime::nanoseconds(1));
    WithOneStored other;
    other.lookUpAt(end);
    QCOMPARE(other.count<CacheHit>(), 0U);
    QVERIFY(other.lastMiss().reason == CacheReason::expired);
    QVERIFY(other.lastMiss().since == SimTime());
}

void TestCache::aHitDoesNotProlongIt() {
    WithOneStored run;
    for (int i = 1; i < 20; ++i)
        run.lookUpAt(run.storedAt + second * i);
    QCOMPARE(run.count<CacheHit>(), 19U);
    run.lookUpAt(run.storedAt + second * 20);
    QCOMPARE(run.count<CacheHit>(), 19U);
}

void TestCache::anEntryMayHaveItsOwnTimeToLive() {
    SceneRun run(shop());
    run.send(SimTime(), "/short");
    run.runToTheEnd();
    QVERIFY(run.all<CacheStored>().at(0).ttl == 50 * ms);
    run.send(run.now() + 60 * ms, "/short");
    run.runToTheEnd();
    QVERIFY(run.all<CacheMissed>().back().reason == CacheReason::expired);
}

void TestCache::anUpdateInvalidates() {
    WithOneStored run;
    run.send(second, "/users/1", "PUT", R"({"city": "Oslo"})");
    run.runToTheEnd();
    const Fact removed = run.facts<CacheRemoved>().at(0);
    QVERIFY(removed.as<CacheRemoved>().reason == CacheReason::invalidated);
    run.lookUpAt(removed.time + second);
    QVERIFY(run.lastMiss().reason == CacheReason::invalidated);
    QVERIFY(run.lastMiss().since == second);
    QCOMPARE(run.count<StaleServed>(), 0U);
}

void TestCache::withoutInvalidationTheNextReadIsStale() {
    WithOneStored run;
    run.set(second, "app", "invalidate_on_write", false);
    run.send(second, "/users/1", "PUT", R"({"city": "Oslo"})");
    run.runToTheEnd();
    const SimTime changed = run.facts<RowsChanged>().at(0).time;
    run.lookUpAt(5 * second);
    const Fact stale = run.facts<StaleServed>().at(0);
    QVERIFY(stale.as<StaleServed>().staleFor == stale.time - changed);
    QVERIFY(run.text(run.all<CacheHit>().back().value).find("Oslo") == std::string::npos);
    run.lookUpAt(run.storedAt + 20 * second); // expired: the truth again
    QCOMPARE(run.count<StaleServed>(), 1U);
}

void TestCache::theLeastRecentlyUsedLeaves() {
    WithOneStored run; // it holds two
    run.lookUpAt(second, "/users/2");
    run.lookUpAt(2 * second, "/users/1");
    run.lookUpAt(3 * second, "/users/3");
    const Fact removed = run.facts<CacheRemoved>().at(0);
    QCOMPARE(run.text(removed.as<CacheRemoved>().key), std::string("user:2"));
    QVERIFY(removed.as<CacheRemoved>().reason == CacheReason::evicted);
    const Fact stored = run.facts<CacheStored>().at(1);
    QVERIFY(removed.as<CacheRemoved>().unusedFor == removed.time - stored.time);
    run.lookUpAt(4 * second, "/users/1");
    QCOMPARE(run.count<CacheHit>(), 2U);
}

void TestCache::aShorterTimeToLiveIsForNewEntries() {
    WithOneStored run;
    QCOMPARE(run.set(second, "cache", "ttl", "1 s"), std::string());
    run.lookUpAt(15 * second);
    QCOMPARE(run.count<CacheHit>(), 1U);
    run.lookUpAt(16 * second, "/users/2");
    run.lookUpAt(18 * second, "/users/2");
    QCOMPARE(run.count<CacheHit>(), 1U);
}

void TestCache::aSmallerCapacityDropsAtOnce() {
    WithOneStored run;
    run.lookUpAt(second, "/users/2");
    QCOMPARE(run.set(2 * second, "cache", "capacity", 1), std::string());
    const Fact removed = run.facts<CacheRemoved>().at(0);
    QVERIFY(removed.time == 2 * second && removed.request == RequestId::none);
    QCOMPARE(run.text(removed.as<CacheRemoved>().key), std::string("user:1"));
    QCOMPARE(gaugeOf(run, 0).value, 1);
    QCOMPARE(gaugeOf(run, 0).capacity, 1);
}

void TestCache::itCanBeEmptied() {
    WithOneStored run;
    QCOMPARE(run.give(second, "cache", "clear"), std::string());
    QVERIFY(run.all<CacheRemoved>().at(0).reason == CacheReason::cleared);
    QCOMPARE(gaugeOf(run, 0).value, 0);
    run.lookUpAt(2 * second);
    QVERIFY(run.lastMiss().reason == CacheReason::cleared);
}

void TestCache::aRestartEmptiesTheGaugeToo() {
    WithOneStored run;
    QCOMPARE(run.give(second, "cache", "restart"), std::string());
    QCOMPARE(gaugeOf(run, 0).value, 0);
}

void TestCache::oneEntryCanBeRemoved() {
    WithOneStored run;
    QCOMPARE(run.give(second, "cache", "remove", {{"key", "user:7"}}), std::string());
    QCOMPARE(run.count<CacheRemoved>(), 0U);
    QCOMPARE(run.give(second, "cache", "remove", {{"key", "user:1"}}), std::string());
    QCOMPARE(run.count<CacheRemoved>(), 1U);
    QCOMPARE(gaugeOf(run, 0).value, 0);
}

void TestCache::theGaugesFollow() {
    WithOneStored run;
    QCOMPARE(gaugeOf(run, 1).value, 0);
    run.lookUpAt(second);
    QCOMPARE(gaugeOf(run, 1).value, 50);
    run.lookUpAt(2 * second);
    QCOMPARE(gaugeOf(run, 1).value, 67);
    QCOMPARE(gaugeOf(run, 0).value, 1);
    QCOMPARE(gaugeOf(run, 0).capacity, 2);
}

QTEST_APPLESS_MAIN(TestCache)
#include "tst_cache.moc"
