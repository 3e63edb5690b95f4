#include "core/caching/lru_store.h"
#include "core/kernel/random_stream.h"
#include "tests/core/kernel/queueing_models.h"
#include "tests/support/closed_form.h"

#include <QTest>

#include <cmath>
#include <string>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr std::uint64_t requests = 4'100'000;
constexpr std::uint64_t batches = 41; // the first is the warm-up

/// Within 2 % and within 4 standard errors.
bool agrees(const Estimator& estimate, double expected) {
    const double error = std::abs(estimate.mean() - expected);
    if (error < 0.02 * expected && error < 4 * estimate.standardError())
        return true;
    qWarning("measured %g +- %g, expected %g", estimate.mean(), estimate.standardError(), expected);
    return false;
}

/// Requests at random moments for one thing that is kept for a time, and changes meanwhile.
class OneThing {
  public:
    OneThing(double rate, double ttl, double updateRate, bool isInvalidated)
        : rate_(rate), ttl_(SimTime::fromSeconds(ttl)), updateRate_(updateRate),
          isInvalidated_(isInvalidated) {}

    Estimator hits{requests / batches};
    Estimator stale{requests / batches};

    void run() {
        SimTime nextUpdate = updateRate_ > 0 ? after(SimTime(), updateRate_) : SimTime::max();
        SimTime now;
        for (std::uint64_t i = 0; i < requests; ++i) {
            now = after(now, rate_);
            for (; nextUpdate <= now; nextUpdate = after(nextUpdate, updateRate_))
                update(nextUpdate);
            ask(now);
        }
    }

  private:
    SimTime after(SimTime moment, double rate) {
        return moment + SimTime::fromSeconds(random_.exponential(1 / rate));
    }
    void update(SimTime now) {
        updatedAt_ = now;
        if (isInvalidated_)
            store_.remove("thing", now);
    }
    void ask(SimTime now) {
        const LruStore::Lookup found = store_.lookup("thing", now);
        hits.add(found.entry != nullptr ? 1 : 0);
        stale.add(found.entry != nullptr && found.entry->storedAt < updatedAt_ ? 1 : 0);
        if (found.entry == nullptr)
            store_.store({.key = "thing", .expiresAt = now + ttl_}, now);
    }

    double rate_;
    SimTime ttl_;
    double updateRate_;
    bool isInvalidated_;
    SimTime updatedAt_;
    LruStore store_{1};
    RandomStream random_{7, "test", "moments"};
};

} // namespace

/// The store against exact formulas: King 1971, Che and others 2002, and plain renewal arguments.
class TestHitRatios : public QObject {
    Q_OBJECT

  private slots:
    void leastRecentlyUsedUnderZipf_data();
    void leastRecentlyUsedUnderZipf();
    void aTimeToLiveThatHitsDoNotProlong();
    void aTimeToLiveWithInvalidation();
    void aTimeToLiveWithoutInvalidationServesStaleAnswers();
};

void TestHitRatios::leastRecentlyUsedUnderZipf_data() {
    QTest::addColumn<QString>("row");
    for (const char* row : {"lru_8_1_4", "lruint_100_0.8_10"})
        QTest::newRow(row) << QString(row);
}

void TestHitRatios::leastRecentlyUsedUnderZipf() {
    QFETCH(QString, row);
    const ClosedForm theory("caches.csv", row);
    const ZipfDistribution popularity(static_cast<std::size_t>(theory.number("params", "N")),
                                      theory.number("params", "zipf_alpha"));
    RandomStream random(11, "test", "keys");
    LruStore store(static_cast<std::size_t>(theory.number("params", "C")));
    Estimator hits(requests / batches);
    for (std::uint64_t i = 0; i < requests; ++i) {
        const std::string key = std::to_string(popularity(random));
        const bool isHit = store.lookup(key, SimTime()).entry != nullptr;
        hits.add(isHit ? 1 : 0);
        if (!isHit)
            store.store({.key = key, .expiresAt = SimTime::max()}, SimTime());
    }
    QVERIFY(agrees(hits, theory.number("hit_ratio")));
}

void TestHitRatios::aTimeToLiveThatHitsDoNotProlong() {
    const ClosedForm theory("caches.csv", "ttl_1_5");
    OneThing thing(theory.number("params", "lam"), theory.number("params", "T"), 0, false);
    thing.run();
    QVERIFY(agrees(thing.hits, theory.number("hit_ratio")));
    QCOMPARE(thing.stale.mean(), 0.0);
}

void TestHitRatios::aTimeToLiveWithInvalidation() {
    const ClosedForm theory("caches.csv", "ttlinv_2_0.05_10");
    OneThing thing(theory.number("params", "lam"), theory.number("params", "T"),
                   theory.number("params", "update_rate"), true);
    thing.run();
    QVERIFY(agrees(thing.hits, theory.number("hit_ratio")));
    QCOMPARE(thing.stale.mean(), theory.number("extra", "stale_fraction"));
}

void TestHitRatios::aTimeToLiveWithoutInvalidationServesStaleAnswers() {
    const ClosedForm theory("caches.csv", "ttlstale_2_0.05_10");
    OneThing thing(theory.number("params", "lam"), theory.number("params", "T"),
                   theory.number("params", "update_rate"), false);
    thing.run();
    QVERIFY(agrees(thing.hits, theory.number("hit_ratio")));
    QVERIFY(agrees(thing.stale, theory.number("extra", "stale_fraction")));
}

QTEST_APPLESS_MAIN(TestHitRatios)
#include "tst_hit_ratios.moc"
