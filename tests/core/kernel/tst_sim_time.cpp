#include "core/kernel/sim_time.h"

#include <QTest>

#include <limits>

using namespace roundtrip;

class TestSimTime : public QObject {
    Q_OBJECT

  private slots:
    void unitsAreNanoseconds();
    void secondsAreRoundedToTheNearestNanosecond_data();
    void secondsAreRoundedToTheNearestNanosecond();
    void spansAddAndCompare();
};

void TestSimTime::unitsAreNanoseconds() {
    QCOMPARE(SimTime().ns(), 0);
    QCOMPARE(SimTime::nanoseconds(7).ns(), 7);
    QCOMPARE(SimTime::microseconds(7).ns(), 7'000);
    QCOMPARE(SimTime::milliseconds(7).ns(), 7'000'000);
    QCOMPARE(SimTime::seconds(7).ns(), 7'000'000'000);
    QCOMPARE(SimTime::milliseconds(1500).toSeconds(), 1.5);
    QCOMPARE(SimTime::microseconds(1500).toMilliseconds(), 1.5);
}

void TestSimTime::secondsAreRoundedToTheNearestNanosecond_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<qint64>("ns");
    QTest::newRow("zero") << 0.0 << qint64{0};
    QTest::newRow("down") << 1.4e-9 << qint64{1};
    QTest::newRow("up") << 1.6e-9 << qint64{2};
    QTest::newRow("negative") << -1.6e-9 << qint64{-2};
    QTest::newRow("0.3 s") << 0.3 << qint64{300'000'000};
    QTest::newRow("too large") << 1e30 << std::numeric_limits<qint64>::max();
    QTest::newRow("too small") << -1e30 << std::numeric_limits<qint64>::min();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity()
                              << std::numeric_limits<qint64>::max();
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << qint64{0};
}

void TestSimTime::secondsAreRoundedToTheNearestNanosecond() {
    QFETCH(double, seconds);
    QFETCH(qint64, ns);
    QCOMPARE(SimTime::fromSeconds(seconds).ns(), ns);
}

void TestSimTime::spansAddAndCompare() {
    SimTime time = SimTime::milliseconds(2) + SimTime::milliseconds(3);
    time += SimTime::milliseconds(1);
    time -= SimTime::milliseconds(2);
    QVERIFY(time == SimTime::milliseconds(4));
    QVERIFY(time - SimTime::milliseconds(1) < time);
    QVERIFY(3 * time == time * 3);
    QVERIFY(time / 4 == SimTime::milliseconds(1));
    QVERIFY(SimTime::max() > SimTime::seconds(1'000'000'000));
}

QTEST_APPLESS_MAIN(TestSimTime)
#include "tst_sim_time.moc"
