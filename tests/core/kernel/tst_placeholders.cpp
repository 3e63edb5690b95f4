#include "core/kernel/placeholders.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

using Json = nlohmann::json;

class TestPlaceholders : public QObject {
    Q_OBJECT

  private slots:
    void placeholdersAreFilledIn_data();
    void placeholdersAreFilledIn();
    void anyNameIsTakenWhereAsked_data();
    void anyNameIsTakenWhereAsked();
    void aWholePlaceholderBecomesTheValueItself();
    void valuesStandWhereTheirNamesStood();
    void withoutValuesTextsStay();
};

void TestPlaceholders::placeholdersAreFilledIn_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("none") << "user"
                          << "user";
    QTest::newRow("a number") << "user:{id}"
                              << "user:7";
    QTest::newRow("a text, without quotes") << "{city}!"
                                            << "Oslo!";
    QTest::newRow("twice") << "{id}{id}"
                           << "77";
    QTest::newRow("an unknown one stays") << "{name}:{id}"
                                          << "{name}:7";
    QTest::newRow("one that stays open") << "{id}{id"
                                         << "7{id";
    QTest::newRow("a brace that closes nothing") << "}{id}}"
                                                 << "}7}";
    QTest::newRow("an empty one stays") << "{}"
                                        << "{}";
    QTest::newRow("in a JSON object") << R"({"name": "Ada {id}", "in": {"{city}": {id}}})"
                                      << R"({"name": "Ada 7", "in": {"Oslo": 7}})";
    QTest::newRow("true") << "{ok}"
                          << "true";
    QTest::newRow("what was filled in is not read again") << "{trap}"
                                                          << "{id}";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestPlaceholders::placeholdersAreFilledIn() {
    QFETCH(QString, text);
    QFETCH(QString, result);
    const nlohmann::json values{{"id", 7}, {"city", "Oslo"}, {"ok", true}, {"trap", "{id}"}};
    QCOMPARE(QString::fromStdString(filledIn(text.toStdString(), values)), result);
}

void TestPlaceholders::anyNameIsTakenWhereAsked_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("anything");
    QTest::newRow("a word") << "{id}"
                            << "7"
                            << "7";
    QTest::newRow("two words") << "{first name}"
                               << "{first name}"
                               << "Ada";
    QTest::newRow("no name") << "{}"
                             << "{}"
                             << "nothing";
    QTest::newRow("a brace before") << "{ {id}"
                                    << "{ 7"
                                    << "{ {id}";
    QTest::newRow("in JSON") << R"({"a": {id}})"
                             << R"({"a": 7})"
                             << R"({"a": {id}})";
    QTest::newRow("an unknown one") << "{other}{id}"
                                    << "{other}7"
                                    << "{other}7";
    QTest::newRow("left open") << "{id} {id"
                               << "7 {id"
                               << "7 {id";
}
void TestPlaceholders::anyNameIsTakenWhereAsked() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(QString, anything);
    const Json values{{"id", 7}, {"first name", "Ada"}, {"", "nothing"}};
    QCOMPARE(filledIn(text.toStdString(), values), words.toStdString());
    QCOMPARE(filledIn(text.toStdString(), values, PlaceholderNames::anything),
             anything.toStdString());
}

void TestPlaceholders::aWholePlaceholderBecomesTheValueItself() {
    const Json values{{"id", 7}, {"tags", {"a", "b"}}};
    const Json pattern{{"id", "{id}"}, {"text", "no. {id}"}, {"in", {"{tags}", "{other}", true}}};
    const Json filled{{"id", 7}, {"text", "no. 7"}, {"in", {{"a", "b"}, "{other}", true}}};
    QCOMPARE(filledInJson(pattern, values).dump(), filled.dump());
    QVERIFY(startsWithPlaceholder("{id}, and more"));
    QVERIFY(!startsWithPlaceholder("{ id}"));
    QVERIFY(!startsWithPlaceholder("{}"));
    QVERIFY(!startsWithPlaceholder("id"));
}

void TestPlaceholders::valuesStandWhereTheirNamesStood() {
    QCOMPARE(
        counterexample(
            500,
            [](const std::string& value) {
                const auto before = *rc::gen::string<std::string>();
                RC_PRE(before.find('{') == std::string::npos);
                for (const auto names : {PlaceholderNames::words, PlaceholderNames::anything}) {
                    const std::string text = before + "{id}|{id}";
                    RC_ASSERT(filledIn(text, {{"id", value}}, names) ==
                              before + value + "|" + value);
                }
            }),
        std::string());
}

void TestPlaceholders::withoutValuesTextsStay() {
    QCOMPARE(counterexample(500,
                            [] {
                                const auto text = *rc::gen::container<std::string>(
                                    rc::gen::elementOf(std::string("{}ab_ \"")));
                                RC_ASSERT(filledIn(text, Json::object()) == text);
                                RC_ASSERT(filledIn(text, Json::object(),
                                                   PlaceholderNames::anything) == text);
                            }),
             std::string());
}

QTEST_APPLESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
