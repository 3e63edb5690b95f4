#include "core/http/method.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <string>

using namespace roundtrip::http;

class TestMethod : public QObject {
    Q_OBJECT

  private slots:
    void everyNameIsReadBack_data();
    void everyNameIsReadBack();
    void whatIsNoMethodIsNone();
};

void TestMethod::everyNameIsReadBack_data() {
    QTest::addColumn<bool>("isSafe");
    QTest::newRow("GET") << true;
    QTest::newRow("HEAD") << true;
    QTest::newRow("OPTIONS") << true;
    QTest::newRow("POST") << false;
    QTest::newRow("PUT") << false;
    QTest::newRow("PATCH") << false;
    QTest::newRow("DELETE") << false;
}

void TestMethod::everyNameIsReadBack() {
    QFETCH(bool, isSafe);
    const std::string name = QTest::currentDataTag();
    const auto method = parseMethod(name);
    QVERIFY(method.has_value());
    QCOMPARE(std::string(toString(*method)), name);
    QCOMPARE(roundtrip::http::isSafe(*method), isSafe);
}

void TestMethod::whatIsNoMethodIsNone() {
    for (const char* text : {"", "get", "Get", "GET ", "FETCH", "TRACE"})
        QVERIFY2(!parseMethod(text), text);
}

QTEST_APPLESS_MAIN(TestMethod)
#include "tst_method.moc"
