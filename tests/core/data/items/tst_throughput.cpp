#include "core/data/items/throughput.h"
#include "tests/support/property.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::items;
using namespace roundtrip::test;

class TestThroughput : public QObject {
    Q_OBJECT

  private slots:
    void unusedCapacityIsKeptForFiveMinutes();
    void aLargeOperationIsPaidForLater();
    void aHotPartitionIsRefusedWhileTheTableIsIdle();
    void adaptiveCapacityLetsOnePartitionUseAll();
    void nothingIsTakenWhenOnePartIsRefused();
    void overALongTimeNoMoreThanTheRateIsGiven();
};

void TestThroughput::unusedCapacityIsKeptForFiveMinutes() {
    CapacityBucket bucket(10, SimTime::seconds(300));
    QCOMPARE(bucket.left(SimTime()), 10.0);
    QCOMPARE(bucket.left(SimTime::seconds(60)), 610.0);
    QCOMPARE(bucket.left(SimTime::seconds(3600)), 3000.0);
    const CapacityBucket without(10, SimTime());
    QCOMPARE(without.left(SimTime::seconds(3600)), 10.0);
}

void TestThroughput::aLargeOperationIsPaidForLater() {
    CapacityBucket bucket(10, SimTime());
    QVERIFY(bucket.admits(128, SimTime()));
    bucket.take(128, SimTime());
    QCOMPARE(bucket.left(SimTime()), -118.0);
    QVERIFY(!bucket.admits(1, SimTime::milliseconds(11'800)));
    QVERIFY(bucket.admits(1, SimTime::milliseconds(11'900)));
}

void TestThroughput::aHotPartitionIsRefusedWhileTheTableIsIdle() {
    Throughput throughput({.perSecond = 40, .burst = SimTime()}, 4);
    for (int i = 0; i < 10; ++i)
        QVERIFY(!throughput.take({{2, 1}}, SimTime()));
    const auto refusal = throughput.take({{2, 1}}, SimTime());
    QVERIFY(refusal && refusal->partition == 2U);
    QCOMPARE(refusal->left, 0.0);
    QCOMPARE(throughput.leftInTable(SimTime()), 30.0);
    QVERIFY(!throughput.take({{1, 1}}, SimTime()));
    QVERIFY(!throughput.take({{2, 1}}, SimTime::milliseconds(100)));
}

void TestThroughput::adaptiveCapacityLetsOnePartitionUseAll() {
    Throughput throughput({.perSecond = 40, .adapts = true, .burst = SimTime()}, 4);
    for (int i = 0; i < 40; ++i)
        QVERIFY(!throughput.take({{2, 1}}, SimTime()));
    QVERIFY(throughput.take({{2, 1}}, SimTime()));
    const auto refusal = throughput.take({{1, 1}}, SimTime());
    QVERIFY(refusal && !refusal->partition);
    Throughput bounded(
        {.perSecond = 5000, .mostPerPartition = 1000, .adapts = true, .burst = SimTime()}, 4);
    QCOMPARE(bounded.leftIn(0, SimTime()), 1000.0);
}

void TestThroughput::nothingIsTakenWhenOnePartIsRefused() {
    Throughput throughput({.perSecond = 10, .burst = SimTime()}, 2);
    QVERIFY(!throughput.take({{0, 5}}, SimTime()));
    QVERIFY(throughput.take({{1, 2}, {0, 2}}, SimTime()));
    QCOMPARE(throughput.leftIn(1, SimTime()), 5.0);
    QCOMPARE(throughput.leftInTable(SimTime()), 5.0);
}

void TestThroughput::overALongTimeNoMoreThanTheRateIsGiven() {
    QCOMPARE(counterexample(200,
                            [] {
                                const auto gaps = *rc::gen::container<std::vector<int>>(
                                    200, rc::gen::inRange(0, 100));
                                CapacityBucket bucket(20, SimTime::seconds(2));
                                SimTime now;
                                double given = 0;
                                for (const int gap : gaps) {
                                    now += SimTime::milliseconds(gap);
                                    if (bucket.admits(1, now)) {
                                        bucket.take(1, now);
                                        given += 1;
                                    }
                                }
                                RC_ASSERT(given <= 20 + 20 * now.toSeconds() + 1e-6);
                            }),
             std::string());
}

QTEST_APPLESS_MAIN(TestThroughput)
#include "tst_throughput.moc"
