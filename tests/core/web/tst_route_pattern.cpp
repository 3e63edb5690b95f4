#include "core/web/route_pattern.h"
#include "tests/support/problem_text.h"
#include "tests/support/property.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

class TestRoutePattern : public QObject {
    Q_OBJECT

  private slots:
    void aPathMatches_data();
    void aPathMatches();
    void aBadPatternIsExplained_data();
    void aBadPatternIsExplained();
    void aNumberInAPathIsReadBack();
    void noTextIsACrash();
};

void TestRoutePattern::aPathMatches_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("parameters");
    const auto row = [](const char* name, const char* pattern, const char* path,
                        const char* parameters) {
        QTest::newRow(name) << QString(pattern) << QString(path) << QString(parameters);
    };
    const char* const no = "";
    row("the root", "/", "/", "{}");
    row("the root only", "/", "/users", no);
    row("a literal", "/users", "/users", "{}");
    row("case counts", "/users", "/Users", no);
    row("a slash at the end counts", "/users", "/users/", no);
    row("and so does one in the pattern", "/users/", "/users", no);
    row("both with a slash", "/users/", "/users/", "{}");
    row("a longer path", "/users", "/users/7", no);
    row("a shorter path", "/users/<id>", "/users", no);
    row("a beginning is no match", "/users", "/usersX", no);
    row("a whole number", "/users/<int:id>", "/users/7", R"({"id":7})");
    row("zeros before it", "/users/<int:id>", "/users/007", R"({"id":7})");
    row("no number", "/users/<int:id>", "/users/ada", no);
    row("below zero", "/users/<int:id>", "/users/-7", no);
    row("a plus", "/users/<int:id>", "/users/+7", no);
    row("a fraction", "/users/<int:id>", "/users/7.5", no);
    row("nothing", "/users/<int:id>", "/users/", no);
    row("the largest number", "/n/<int:n>", "/n/9223372036854775807",
        R"({"n":9223372036854775807})");
    row("too large a number", "/n/<int:n>", "/n/9223372036854775808", no);
    row("a text", "/files/<name>", "/files/a.txt", R"({"name":"a.txt"})");
    row("a text with its type", "/files/<string:name>", "/files/7", R"({"name":"7"})");
    row("an empty text", "/files/<name>", "/files/", no);
    row("a text ends at a slash", "/files/<name>", "/files/a/b", no);
    row("several", "/users/<int:id>/posts/<slug>", "/users/7/posts/hello",
        R"({"id":7,"slug":"hello"})");
    row("an empty segment", "/a//b", "/a//b", "{}");
    row("text before", "/v<int:version>/x", "/v2/x", R"({"version":2})");
    row("text behind", "/<name>.json", "/ada.json", R"({"name":"ada"})");
    row("two in a segment", "/<int:a>-<int:b>", "/3-4", R"({"a":3,"b":4})");
    row("a float", "/<float:x>", "/2.50", R"({"x":2.5})");
    row("no float", "/<float:x>", "/2", no);
    row("a signed number", "/<int(signed=True):x>", "/-7", R"({"x":-7})");
    row("in bounds", "/<int(min=1, max=9):x>", "/9", R"({"x":9})");
    row("out of bounds", "/<int(min=1, max=9):x>", "/10", no);
    row("so many digits", "/<int(4):year>", "/0199", R"({"year":199})");
    row("too few digits", "/<int(fixed_digits=4):year>", "/199", no);
    row("two letters", "/<string(length=2):lang>", "/de", R"({"lang":"de"})");
    row("three letters", "/<string(length=2):lang>", "/deu", no);
    row("characters, not bytes", "/<string(length=2):lang>", "/\u00e4\u00f6",
        "{\"lang\":\"\u00e4\u00f6\"}");
    row("a path", "/<path:p>", "/a/b/c", R"({"p":"a/b/c"})");
    row("one of these", "/<any(about, 'a,b'):page>", "/a,b", R"({"page":"a,b"})");
    row("none of these", "/<any(about, help):page>", "/x", no);
    row("a uuid in capitals", "/<uuid:u>", "/12345678-ABCD-abcd-0000-123456789abc",
        R"({"u":"12345678-abcd-abcd-0000-123456789abc"})");
    row("no slash at the start", "/users", "users", no);
    row("no path at all", "/", "", no);
}

void TestRoutePattern::aPathMatches() {
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QFETCH(QString, parameters);
    const auto parsed = RoutePattern::parse(pattern.toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->text(), pattern.toStdString());
    const auto matched = parsed->match(path.toStdString());
    QCOMPARE(QString::fromStdString(matched ? matched->dump() : ""), parameters);
}

void TestRoutePattern::aBadPatternIsExplained_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* pattern, const char* error) {
        QTest::newRow(pattern) << QString(pattern) << QString(error);
    };
    row("", ": route-no-slash");
    row("users", "users: route-no-slash");
    row("/<id", "/<id: route-unclosed");
    row("/<>", "/<>: route-no-name");
    row("/<int:>", "/<int:>: route-no-name");
    row("/<date:x>", "/<date:x>: route-unknown-type date");
    row("/<:x>", "/<:x>: route-unknown-type ");
    row("/<id>/<int:id>", "/<id>/<int:id>: route-twice id");
    row("/<int(min=a):x>", "/<int(min=a):x>: route-bad-argument int min");
    row("/<string(size=2):x>", "/<string(size=2):x>: route-bad-argument string size");
    row("/<<id>>", "/<<id>>: route-unclosed");
}

void TestRoutePattern::aBadPatternIsExplained() {
    QFETCH(QString, pattern);
    QFETCH(QString, error);
    const auto parsed = RoutePattern::parse(pattern.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(QString::fromStdString(describe(parsed.error())), error);
}

void TestRoutePattern::aNumberInAPathIsReadBack() {
    const auto pattern = RoutePattern::parse("/n/<int:n>");
    const auto property = [&](std::uint32_t number) {
        const auto matched = pattern->match("/n/" + std::to_string(number));
        RC_ASSERT(matched && (*matched)["n"] == number);
    };
    QCOMPARE(counterexample(1000, property), std::string());
}

void TestRoutePattern::noTextIsACrash() {
    const auto property = [] {
        const auto letters = rc::gen::elementOf(std::string("/<>:intab7"));
        const auto pattern = *rc::gen::container<std::string>(letters);
        const auto path = *rc::gen::container<std::string>(letters);
        const auto parsed = RoutePattern::parse("/" + pattern);
        if (parsed)
            (void)parsed->match("/" + path);
        else
            RC_ASSERT(!parsed.error().code.empty());
    };
    QCOMPARE(counterexample(5000, property), std::string());
}

QTEST_APPLESS_MAIN(TestRoutePattern)
#include "tst_route_pattern.moc"
