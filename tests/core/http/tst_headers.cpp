#include "core/http/headers.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <string>

using namespace roundtrip::http;

namespace {

std::string linesOf(const Headers& headers) {
    std::string lines;
    for (const auto& [name, value] : headers.fields())
        lines.append(name).append(": ").append(value).append("\n");
    return lines;
}

} // namespace

class TestHeaders : public QObject {
    Q_OBJECT

  private slots:
    void namesCompareWithoutCase();
    void theFirstOfSeveralIsFound();
    void settingReplacesInPlaceAndDropsTheOthers();
    void settingWhatIsNewAppends();
    void removingTakesAll();
};

void TestHeaders::namesCompareWithoutCase() {
    const Headers headers{{"Content-Type", "text/html"}};
    QVERIFY(headers.find("content-type") == "text/html");
    QVERIFY(headers.find("CONTENT-TYPE") == "text/html");
    QVERIFY(!headers.find("Content-Typ"));
    QVERIFY(!headers.find("Content-Type "));
}

void TestHeaders::theFirstOfSeveralIsFound() {
    const Headers headers{{"Via", "one"}, {"Host", "shop.example"}, {"via", "two"}};
    QVERIFY(headers.find("Via") == "one");
}

void TestHeaders::settingReplacesInPlaceAndDropsTheOthers() {
    Headers headers{{"Via", "one"}, {"Host", "shop.example"}, {"via", "two"}, {"VIA", "three"}};
    headers.set("vIa", "four");
    QCOMPARE(linesOf(headers), std::string("Via: four\nHost: shop.example\n"));
}

void TestHeaders::settingWhatIsNewAppends() {
    Headers headers;
    QVERIFY(headers.empty());
    headers.set("Host", "shop.example");
    headers.set("Accept", "*/*");
    QCOMPARE(linesOf(headers), std::string("Host: shop.example\nAccept: */*\n"));
}

void TestHeaders::removingTakesAll() {
    Headers headers{{"Via", "one"}, {"Host", "shop.example"}, {"via", "two"}};
    headers.remove("VIA");
    headers.remove("Cookie");
    QCOMPARE(linesOf(headers), std::string("Host: shop.example\n"));
}

QTEST_APPLESS_MAIN(TestHeaders)
#include "tst_headers.moc"
