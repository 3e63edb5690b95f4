#include "core/net/data_clock.h"

#include <QTest>

using namespace roundtrip;

class TestDataClock : public QObject {
    Q_OBJECT

  private slots:
    void dataIsTrueUntilTheNextChange_data();
    void dataIsTrueUntilTheNextChange();
    void rowsDoNotKnowOneAnother();
};

void TestDataClock::dataIsTrueUntilTheNextChange_data() {
    QTest::addColumn<int>("readAt");
    QTest::addColumn<int>("outdatedSince"); // 0: still true
    QTest::newRow("before every change") << 5 << 10;
    QTest::newRow("just before a change") << 9 << 10;
    QTest::newRow("at the moment of a change, so with it") << 10 << 20;
    QTest::newRow("between two") << 15 << 20;
    QTest::newRow("at the last") << 20 << 0;
    QTest::newRow("after all") << 30 << 0;
}

void TestDataClock::dataIsTrueUntilTheNextChange() {
    QFETCH(int, readAt);
    QFETCH(int, outdatedSince);
    DataClock clock;
    clock.rowChanged("users#1", SimTime::seconds(10));
    clock.rowChanged("users#1", SimTime::seconds(20));
    const auto since = clock.outdatedSince("users#1", SimTime::seconds(readAt));
    QCOMPARE(since.has_value(), outdatedSince != 0);
    QVERIFY(!since || *since == SimTime::seconds(outdatedSince));
}

void TestDataClock::rowsDoNotKnowOneAnother() {
    DataClock clock;
    clock.rowChanged("users#1", SimTime::seconds(10));
    QVERIFY(!clock.outdatedSince("users#2", SimTime()));
    QVERIFY(!clock.outdatedSince("users#11", SimTime()));
}

QTEST_APPLESS_MAIN(TestDataClock)
#include "tst_data_clock.moc"
