#include "core/web/api_version.h"
#include "tests/support/problem_text.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

VersionRule ruleOf(const QString& json) {
    Problems problems;
    const VersionRule rule = readVersionRule(Json::parse(json.toStdString()), problems);
    if (!problems.empty())
        qFatal("%s", describe(problems).c_str());
    return rule;
}

QString wordOf(VersionChoice::Reason reason) {
    switch (reason) {
    case VersionChoice::Reason::asked:
        return "asked";
    case VersionChoice::Reason::usual:
        return "usual";
    case VersionChoice::Reason::latest:
        return "latest";
    case VersionChoice::Reason::missing:
        return "missing";
    case VersionChoice::Reason::unknown:
        return "unknown";
    }
    return {};
}

std::string versionText(const std::vector<unsigned>& parts) {
    std::string text;
    for (const unsigned part : parts)
        text += (text.empty() ? "" : ".") + std::to_string(part);
    return text;
}

} // namespace

class TestApiVersion : public QObject {
    Q_OBJECT

  private slots:
    void aVersionIsChosen_data();
    void aVersionIsChosen();
    void whatWouldHaveBeenLikedBetterIsKept();
    void thePrefixIsGivenBack();
    void theMediaTypeIsThatOfTheRequest();
    void onlyNumbersWithDotsAreVersions();
    void versionsCompareByTheirNumbers();
    void ordersAreTotal();
    void aRuleIsChecked_data();
    void aRuleIsChecked();
    void anyTextIsARequest();
    void daysAreWrittenAsHeadersWriteThem();
};

/// All among the versions 1, 1.10 and 2.
void TestApiVersion::aVersionIsChosen_data() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* rule, const char* target, const char* header,
                        const char* expected) {
        QTest::addRow("%s %s %s", rule, target, header)
            << QString(rule) << QString(target) << QString(header) << QString(expected);
    };
    const char* path = R"({"by": "path"})";
    row(path, "/v2/users", "", "asked 2");
    row(path, "/v2", "", "asked 2");
    row(path, "/v2?a=1", "", "asked 2");
    row(path, "/v1.10/users", "", "asked 1.10");
    row(path, "/v2.0/users", "", "asked 2");
    row(path, "/v3/users", "", "unknown ");
    row(path, "/users/v2", "", "missing ");
    row(path, "/V2/users", "", "missing ");
    row(path, "/videos/2", "", "missing ");
    row(path, "/v2x/users", "", "missing ");
    row(path, "/users", "API-Version: 2", "missing ");
    row(R"({"by": "path", "default": "1"})", "/users", "", "usual 1");
    row(R"({"by": "path", "default": "latest"})", "/users", "", "latest 2");
    row(R"({"by": "path", "default": "1"})", "/v9/users", "", "unknown ");

    const char* header = R"({"by": "header"})";
    row(header, "/", "API-Version: 2", "asked 2");
    row(header, "/", "api-version:  1.10 ", "asked 1.10");
    row(header, "/", "API-Version: 3", "unknown ");
    row(header, "/", "API-Version: two", "unknown ");
    row(header, "/", "API-Version: v2", "unknown ");
    row(header, "/", "API-Version: ", "missing ");
    row(header, "/v2/", "Accept: application/json;version=2", "missing ");
    row(R"({"by": "header", "name": "X-Version", "default": "latest"})", "/", "API-Version: 1",
        "latest 2");
    row(R"({"by": "header", "name": "X-Version", "default": "1"})", "/", "X-Version: 2", "asked 2");

    const char* query = R"({"by": "query"})";
    row(query, "/users?version=2", "", "asked 2");
    row(query, "/users?a=b&version=1.10&version=2", "", "asked 1.10");
    row(query, "/users?version=7", "", "unknown ");
    row(query, "/users?version=", "", "missing ");
    row(query, "/users", "", "missing ");
    row(R"({"by": "query", "name": "v", "default": "1"})", "/users?version=2", "", "usual 1");
    row(R"({"by": "query", "name": "v", "default": "1"})", "/users?v=2", "", "asked 2");

    const char* accept = R"({"by": "accept", "name": "books"})";
    row(accept, "/", "Accept: application/vnd.books.v2+json", "asked 2");
    row(accept, "/", "Accept: Application/Vnd.Books.v1.10+JSON", "asked 1.10");
    row(accept, "/", "Accept: application/json; version=2", "asked 2");
    row(accept, "/", "Accept: application/json;VERSION=\"1\"", "asked 1");
    row(accept, "/", "Accept: application/vnd.books+json;version=1.10", "asked 1.10");
    row(accept, "/", "Accept: application/vnd.books.v3+json", "unknown ");
    row(accept, "/", "Accept: application/vnd.other.v2+json", "missing ");
    row(accept, "/", "Accept: text/html;version=2", "missing ");
    row(accept, "/", "Accept: */*", "missing ");
    row(accept, "/", "", "missing ");
    row(accept, "/",
        "Accept: application/vnd.books.v1+json;q=0.5, application/vnd.books.v2+json;q=0.9",
        "asked 2");
    row(accept, "/", "Accept: application/vnd.books.v3+json, application/vnd.books.v1+json;q=0.1",
        "asked 1");
    row(accept, "/", "Accept: application/vnd.books.v2+json;q=0", "missing ");
    row(accept, "/", "Accept: application/json, application/vnd.books.v2+json;q=0.1", "asked 2");
    const char* relaxed = R"({"by": "accept", "name": "books", "default": "1"})";
    row(relaxed, "/", "Accept: */*", "usual 1");
    row(relaxed, "/", "Accept: */*, application/vnd.books.v2+json", "asked 2");
    row(relaxed, "/", "Accept: */*, application/vnd.books.v2+json;q=0.5", "usual 1");
    row(relaxed, "/", "Accept: application/vnd.books.v3+json, */*;q=0.1", "usual 1");
    row(R"({"by": "accept"})", "/", "Accept: application/json;version=2", "asked 2");
    row(R"({"by": "accept"})", "/", "Accept: application/vnd.books.v2+json", "missing ");
}

void TestApiVersion::aVersionIsChosen() {
    QFETCH(QString, rule);
    QFETCH(QString, target);
    QFETCH(QString, header);
    QFETCH(QString, expected);
    http::Headers headers;
    if (const auto colon = header.indexOf(':'); colon > 0)
        headers.add(header.left(colon).toStdString(), header.mid(colon + 1).toStdString());
    const VersionChoice choice =
        chooseVersion(ruleOf(rule), {"1", "1.10", "2"}, target.toStdString(), headers);
    QCOMPARE(wordOf(choice.reason) + " " + QString::fromStdString(choice.version), expected);
}

void TestApiVersion::whatWouldHaveBeenLikedBetterIsKept() {
    const VersionRule rule = ruleOf(R"({"by": "accept", "name": "books", "default": "latest"})");
    const VersionChoice choice = chooseVersion(
        rule, {"1"}, "/",
        {{"Accept", "application/vnd.books.v2+json, application/vnd.books.v1+json;q=0.5"}});
    QCOMPARE(choice.version, std::string("1"));
    QCOMPARE(choice.refused, std::vector<std::string>{"application/vnd.books.v2+json"});
}

void TestApiVersion::thePrefixIsGivenBack() {
    const VersionRule rule = ruleOf(R"({"by": "path", "default": "1"})");
    QCOMPARE(chooseVersion(rule, {"1", "2"}, "/v2.0/a?b", {}).prefix, std::string("/v2.0"));
    QCOMPARE(chooseVersion(rule, {"1", "2"}, "/a", {}).prefix, std::string());
}

void TestApiVersion::theMediaTypeIsThatOfTheRequest() {
    const VersionRule rule = ruleOf(R"({"by": "accept", "name": "books", "default": "1"})");
    const auto typeFor = [&rule](const char* accept) {
        return chooseVersion(rule, {"1", "2"}, "/", {{"Accept", accept}}).mediaType;
    };
    QCOMPARE(typeFor("application/vnd.books.v2+json;q=0.5"),
             std::string("application/vnd.books.v2+json"));
    QCOMPARE(typeFor("application/json ; version=2"), std::string("application/json;version=2"));
    QCOMPARE(typeFor("application/json"), std::string());
}

void TestApiVersion::onlyNumbersWithDotsAreVersions() {
    for (const char* text : {"1", "0", "2.0", "1.2.3", "2026", "99999999999999999999999"})
        QVERIFY2(isVersion(text), text);
    for (const char* text : {"", ".", "1.", ".1", "1..2", "v1", "1-2", "1 ", "-1", "1a"})
        QVERIFY2(!isVersion(text), text);
}

void TestApiVersion::versionsCompareByTheirNumbers() {
    QVERIFY(isOlderVersion("1.9", "1.10"));
    QVERIFY(isOlderVersion("9", "10"));
    QVERIFY(isOlderVersion("1", "1.0.1"));
    QVERIFY(isSameVersion("2", "2.0"));
    QVERIFY(isSameVersion("01", "1"));
    QVERIFY(isOlderVersion("99999999999999999999998", "99999999999999999999999"));
}

void TestApiVersion::ordersAreTotal() {
    const auto parts =
        rc::gen::nonEmpty(rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0U, 12U)));
    const auto agrees = [&parts] {
        std::vector<unsigned> left = *parts;
        std::vector<unsigned> right = *parts;
        const std::string one = versionText(left);
        const std::string other = versionText(right);
        const auto size = std::max(left.size(), right.size());
        left.resize(size);
        right.resize(size);
        RC_ASSERT(isOlderVersion(one, other) == (left < right));
        RC_ASSERT(isSameVersion(one, other) == (left == right));
    };
    QCOMPARE(counterexample(500, agrees), std::string());
}

void TestApiVersion::aRuleIsChecked_data() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* rule, const char* code) {
        QTest::newRow(rule) << QString(rule) << QString(code);
    };
    row(R"("none")", "");
    row(R"({"by": "path", "default": "1.2"})", "");
    row(R"("path")", "not-an-object");
    row("{}", "missing");
    row(R"({"by": "cookie"})", "unknown-choice");
    row(R"({"by": "path", "defualt": "1"})", "unknown-member");
    row(R"({"by": "path", "default": "newest"})", "bad-version");
    row(R"({"by": "header", "name": "A B"})", "bad-version-name");
    row(R"({"by": "header", "name": ""})", "bad-version-name");
    row(R"({"by": "accept", "name": "a/b"})", "bad-version-name");
}

void TestApiVersion::aRuleIsChecked() {
    QFETCH(QString, rule);
    QFETCH(QString, code);
    Problems problems;
    readVersionRule(Json::parse(rule.toStdString()), problems);
    QCOMPARE(QString::fromStdString(problems.empty() ? "" : problems[0].code), code);
}

/// Whatever a client sends, the choice is one of those that exist or none.
void TestApiVersion::anyTextIsARequest() {
    const std::vector<std::string> existing{"1", "2"};
    const auto isOneOrNone = [&existing](const std::string& noise) {
        const char* const way = *rc::gen::element("path", "header", "accept", "query");
        Problems problems;
        const VersionRule rule = readVersionRule(
            {{"by", way}, {"default", *rc::gen::element("1", "required")}}, problems);
        const std::string text = *rc::gen::element<std::string>("/v", "", "application/json;") +
                                 noise + *rc::gen::element<std::string>("?version=2", ";q=1", "");
        const VersionChoice choice =
            chooseVersion(rule, existing, text, {{"Accept", text}, {"API-Version", text}});
        RC_ASSERT(!choice.isChosen() || choice.version == "1" || choice.version == "2");
        RC_ASSERT(text.starts_with(choice.prefix));
    };
    QCOMPARE(counterexample(500, isOneOrNone), std::string());
}

void TestApiVersion::daysAreWrittenAsHeadersWriteThem() {
    QCOMPARE(deprecationField("2026-01-01"), std::string("@1767225600"));
    QCOMPARE(deprecationField("1970-01-01"), std::string("@0"));
    QCOMPARE(sunsetField("2018-12-31"), std::string("Mon, 31 Dec 2018 00:00:00 GMT"));
    QCOMPARE(sunsetField("2027-01-01"), std::string("Fri, 01 Jan 2027 00:00:00 GMT"));
    QVERIFY(isDay("2024-02-29"));
    for (const char* text : {"2023-02-29", "2026-1-1", "2026-13-01", "2026-01-01T00:00", "", "x"})
        QVERIFY2(!isDay(text), text);
}

QTEST_APPLESS_MAIN(TestApiVersion)
#include "tst_api_version.moc"
