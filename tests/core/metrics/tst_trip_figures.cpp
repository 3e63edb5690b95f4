#include "core/metrics/trip_figures.h"

#include <QTest>

#include <vector>

using namespace roundtrip;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

/// Facts by hand.
class Facts {
  public:
    template <class Payload>
    Facts& add(const Payload& payload) {
        Fact fact;
        fact.time = time_;
        fact.set(payload);
        trace.append(fact);
        return *this;
    }
    /// A request ends that took so long.
    Facts& request(SimTime took, std::uint32_t status = 200) {
        time_ += ms;
        return add(RequestFinished{.startedAt = time_ - took, .status = status});
    }
    [[nodiscard]] TripFigures figures() const { return tripFigures(trace, {0, trace.size()}); }

    Trace trace;

  private:
    SimTime time_ = SimTime::seconds(1);
};

} // namespace

class TestTripFigures : public QObject {
    Q_OBJECT

  private slots:
    void withoutRequestsAllIsZero();
    void latenciesAreSummedUp();
    void onlyTheServersFaultsAreFailures();
    void hitsMissesAndQueriesAreCounted();
    void whatCrossedTheLinksIsCounted();
    void newsIsAsOldAsItWasWhenItWasHeard();
    void aTaskTakesFromItsRequestUntilItIsDone();
    void staleAnswersAreCounted();
    void onlyTheRangeCounts();
    void nearestRankFollowsItsDefinition_data();
    void nearestRankFollowsItsDefinition();
};

void TestTripFigures::withoutRequestsAllIsZero() {
    const TripFigures figures = Facts().figures();
    QCOMPARE(figures.finished, 0U);
    QVERIFY(figures.median == SimTime());
    QCOMPARE(figures.hitRatio(), 0.0);
    QCOMPARE(figures.staleShare(), 0.0);
}

void TestTripFigures::latenciesAreSummedUp() {
    Facts facts;
    for (const int took : {50, 10, 40, 20, 30})
        facts.request(ms * took);
    const TripFigures figures = facts.figures();
    QCOMPARE(figures.finished, 5U);
    QVERIFY(figures.first == 50 * ms);
    QVERIFY(figures.last == 30 * ms);
    QVERIFY(figures.median == 30 * ms);
    QVERIFY(figures.mean == 30 * ms);
    QVERIFY(figures.p95 == 50 * ms);
    QVERIFY(figures.p99 == 50 * ms);
}

void TestTripFigures::whatCrossedTheLinksIsCounted() {
    Facts facts;
    const auto found = facts.trace.texts().intern("password: hunter2");
    facts.add(MessageSent{.bytes = 200}).add(MessageSent{.bytes = 300});
    facts.add(Overheard{.found = found}).add(Overheard{.isSealed = 1});
    facts.add(QueryExecuted{.rows = 3}).add(QueryExecuted{.rows = 4});
    const TripFigures figures = facts.figures();
    QCOMPARE(figures.messages, 2U);
    QCOMPARE(figures.bytes, 500U);
    QCOMPARE(figures.secrets, 1U);
    QCOMPARE(figures.rows, 7U);
}

void TestTripFigures::newsIsAsOldAsItWasWhenItWasHeard() {
    Facts facts;
    const auto live = facts.trace.texts().intern("live");
    for (const char* heard : {"heard\n3\n20 ms\nhello", "heard\n1\n100 ms\nhello",
                              "history\n5\n1 h\nold", "text\nhello"}) {
        facts.add(CheckPassed{.check = live, .reason = facts.trace.texts().intern(heard)});
    }
    QCOMPARE(facts.figures().heard, 4U);
    QVERIFY(facts.figures().meanAge == 40 * ms);
}

void TestTripFigures::aTaskTakesFromItsRequestUntilItIsDone() {
    Facts facts;
    const CheckPassed done{.check = facts.trace.texts().intern("task"),
                           .reason = facts.trace.texts().intern("succeeded\nresize\n7")};
    facts.add(RequestStarted{}).request(ms).request(ms).add(done);
    QCOMPARE(facts.figures().tasksDone, 1U);
    QVERIFY(facts.figures().medianTaskTime == 2 * ms);
}

void TestTripFigures::onlyTheServersFaultsAreFailures() {
    Facts facts;
    for (const std::uint32_t status : {200U, 304U, 404U, 500U, 503U, 0U})
        facts.request(ms, status);
    QCOMPARE(facts.figures().finished, 6U);
    QCOMPARE(facts.figures().failed, 3U);
    QCOMPARE(facts.figures().refused, 1U);
}

void TestTripFigures::hitsMissesAndQueriesAreCounted() {
    Facts facts;
    facts.add(CacheMissed{}).add(QueryExecuted{}).add(CacheHit{}).add(CacheHit{}).add(CacheHit{});
    facts.request(ms);
    QCOMPARE(facts.figures().cacheHits, 3U);
    QCOMPARE(facts.figures().cacheMisses, 1U);
    QCOMPARE(facts.figures().queries, 1U);
    QCOMPARE(facts.figures().hitRatio(), 0.75);
}

void TestTripFigures::staleAnswersAreCounted() {
    Facts facts;
    facts.add(StaleServed{.staleFor = 5 * ms}).request(ms);
    facts.add(StaleServed{.staleFor = 9 * ms}).request(ms);
    facts.request(ms).request(ms);
    QCOMPARE(facts.figures().stale, 2U);
    QCOMPARE(facts.figures().staleShare(), 0.5);
    QVERIFY(facts.figures().longestStale == 9 * ms);
}

void TestTripFigures::onlyTheRangeCounts() {
    Facts facts;
    for (const int took : {10, 20, 30, 40})
        facts.request(ms * took);
    const TripFigures middle = tripFigures(facts.trace, {1, 3});
    QCOMPARE(middle.finished, 2U);
    QVERIFY(middle.first == 20 * ms);
    QVERIFY(middle.last == 30 * ms);
    QCOMPARE(tripFigures(facts.trace, {2, 2}).finished, 0U);
}

void TestTripFigures::nearestRankFollowsItsDefinition_data() {
    QTest::addColumn<int>("count"); // values 1 to count
    QTest::addColumn<double>("quantile");
    QTest::addColumn<int>("rank");
    QTest::newRow("nothing") << 0 << 0.5 << 0;
    QTest::newRow("one") << 1 << 0.99 << 1;
    QTest::newRow("the median of two is the lower") << 2 << 0.5 << 1;
    QTest::newRow("of three the middle") << 3 << 0.5 << 2;
    QTest::newRow("p95 of 20") << 20 << 0.95 << 19;
    QTest::newRow("p95 of 21") << 21 << 0.95 << 20;
    QTest::newRow("p99 of 100") << 100 << 0.99 << 99;
    QTest::newRow("p99 of 101") << 101 << 0.99 << 100;
    QTest::newRow("the least") << 10 << 0.0 << 1;
    QTest::newRow("the most") << 10 << 1.0 << 10;
}

void TestTripFigures::nearestRankFollowsItsDefinition() {
    QFETCH(int, count);
    QFETCH(double, quantile);
    QFETCH(int, rank);
    std::vector<SimTime> values;
    for (int i = count; i >= 1; --i)
        values.push_back(ms * i);
    QVERIFY(nearestRank(values, quantile) == ms * rank);
}

QTEST_APPLESS_MAIN(TestTripFigures)
#include "tst_trip_figures.moc"
