#include "core/http/date.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

class TestDate : public QObject {
    Q_OBJECT

  private slots:
    void aDateIsRead_data();
    void aDateIsRead();
    void whatIsWrittenIsReadBack();
};

void TestDate::aDateIsRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: no date
    // The three forms of RFC 9110 section 5.6.7.
    QTest::newRow("IMF-fixdate") << "Sun, 06 Nov 1994 08:49:37 GMT" << qint64(784111777);
    QTest::newRow("RFC 850") << "Sunday, 06-Nov-94 08:49:37 GMT" << qint64(784111777);
    QTest::newRow("asctime") << "Sun Nov  6 08:49:37 1994" << qint64(784111777);
    QTest::newRow("this century") << "Thursday, 01-Jan-26 00:00:00 GMT" << qint64(1767225600);
    QTest::newRow("the beginning") << "Thu, 01 Jan 1970 00:00:00 GMT" << qint64(0);
    for (const char* text :
         {"", "0", "-1", "now", "Sun, 31 Feb 2026 00:00:00 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
          "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994 08:49:37 GMT GMT",
          "Sun, 06 Brumaire 1994 08:49:37 GMT", "Sun, 06 Nov 194 08:49:37 GMT"})
        QTest::newRow(text) << text << qint64(-1);
}

void TestDate::aDateIsRead() {
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    QCOMPARE(qint64(http::parseDate(text.toStdString()).value_or(-1)), seconds);
}

void TestDate::whatIsWrittenIsReadBack() {
    QCOMPARE(http::dateText(784111777), std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
    const auto property = [] {
        const auto seconds = *rc::gen::inRange<std::int64_t>(0, 253402300799);
        RC_ASSERT(http::parseDate(http::dateText(seconds)) == seconds);
    };
    QCOMPARE(counterexample(1000, property), std::string());
}

QTEST_APPLESS_MAIN(TestDate)
#include "tst_date.moc"
