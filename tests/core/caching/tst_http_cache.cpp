#include "core/caching/http_cache.h"
#include "core/http/date.h"
#include "tests/support/peer.h"
#include "tests/support/std_string.h"
#include "tests/support/text_file.h"

#include <QTest>

#include <string>

using namespace roundtrip;
using namespace roundtrip::test;
using nlohmann::json;

namespace {

http::Request requestOf(const json& message) {
    http::Request request;
    request.method = *http::parseMethod(message.at("method").get<std::string>());
    for (const auto& [name, value] : message.at("headers").items())
        request.headers.add(name, value.get<std::string>());
    return request;
}

http::Response responseOf(const json& message) {
    http::Response response;
    response.status = message.at("status").get<int>();
    for (const auto& [name, value] : message.at("headers").items())
        response.headers.add(name, value.get<std::string>());
    return response;
}

json validatorsOf(const http::Request& request) {
    json fields = json::object();
    for (const char* name : {"if-none-match", "if-modified-since"}) {
        if (const std::string value = request.headers.joined(name); !value.empty())
            fields[name] = value;
    }
    return fields;
}

/// What our cache decides, in the peer's words.
json decisionOf(const json& one) {
    const HttpCacheRules rules{.isShared = one.at("shared").get<bool>()};
    const http::Request request = requestOf(one.at("request"));
    const http::Request then = requestOf(one.at("then"));
    const http::Response response = responseOf(one.at("response"));
    const SimTime received = SimTime::seconds(one.at("receivedAt").get<std::int64_t>());
    const SimTime now = SimTime::seconds(one.at("at").get<std::int64_t>());
    if (!mayStore(rules, request, response).isAllowed)
        return {{"storable", false}};
    const StoredResponse stored = storedResponse(request, response, received, received);
    const HttpReuse reuse = reuseOf(rules, stored, then, now);
    json headers = json::object();
    if (reuse.use == HttpUse::validate || reuse.use == HttpUse::staleWhileRevalidate)
        headers = validatorsOf(validationRequest(stored, then));
    return {{"storable", true},
            {"satisfies", reuse.use == HttpUse::fresh || reuse.use == HttpUse::stale},
            {"meanwhile", reuse.use == HttpUse::staleWhileRevalidate},
            {"maxAge", stored.control.noCache ? 0.0 : reuse.lifetime.toSeconds()},
            {"age", reuse.age.toSeconds()},
            {"headers", headers}};
}

/// The peer's decision as far as it says something, with what we decide otherwise and know why.
json wantedOf(const json& one, json answer) {
    if (one.contains("ours"))
        answer.update(one.at("ours"));
    if (!answer.at("storable").get<bool>())
        return {{"storable", false}};
    if (answer.at("satisfies").get<bool>())
        answer["headers"] = json::object();
    for (const char* name : {"maxAge", "age"})
        answer[name] = answer[name].get<double>();
    return answer;
}

http::Response answerWith(http::Headers fields, int status = 200) {
    return {.status = status, .headers = std::move(fields), .body = "body"};
}
StoredResponse keptWith(http::Headers fields, SimTime at = {}) {
    return storedResponse({}, answerWith(std::move(fields)), at, at);
}

constexpr SimTime second = SimTime::seconds(1);

} // namespace

class TestHttpCache : public QObject {
    Q_OBJECT

  private slots:
    void itDecidesAsThePeerDid_data();
    void itDecidesAsThePeerDid();
    void thePeerStillSaysSo();
    void aReasonIsGiven_data();
    void aReasonIsGiven();
    void whatMayNotBeKeptIsSaid_data();
    void whatMayNotBeKeptIsSaid();
    void theTimeOnTheWayCounts();
    void anOwnerCanSayMore();
    void aStaleAnswerMayHelpWhenTheOriginFails();
    void aNotModifiedBeginsANewLife();
    void aNotModifiedIsAboutOneAnswer_data();
    void aNotModifiedIsAboutOneAnswer();
    void aClientThatHasItGetsNoBody_data();
    void aClientThatHasItGetsNoBody();
    void anAnswerFromTheCacheSaysItsAge();
    void anUpdateInvalidates_data();
    void anUpdateInvalidates();
    void variantsAreToldApart();

  private:
    json cases_ = json::parse(readText("tests/data/http_cache_cases.json")).at("cases");
    json answers_ = json::parse(readText("tests/data/http_cache_semantics.json")).at("answers");
};

void TestHttpCache::itDecidesAsThePeerDid_data() {
    QTest::addColumn<int>("index");
    QVERIFY(cases_.size() >= 80);
    QCOMPARE(cases_.size(), answers_.size());
    for (std::size_t i = 0; i < cases_.size(); ++i)
        QTest::newRow(cases_[i].at("name").get<std::string>().c_str()) << static_cast<int>(i);
}

void TestHttpCache::itDecidesAsThePeerDid() {
    QFETCH(int, index);
    const auto i = static_cast<std::size_t>(index);
    QCOMPARE(decisionOf(cases_[i]).dump(), wantedOf(cases_[i], answers_[i]).dump());
}

void TestHttpCache::thePeerStillSaysSo() {
    const PeerAnswer answer = askNode("http_cache_semantics.js", {{"cases", cases_}});
    if (!answer.json)
        QSKIP("http-cache-semantics is not installed: npm install in tests/peers, then NODE_PATH");
    for (std::size_t i = 0; i < cases_.size(); ++i)
        QCOMPARE(decisionOf(cases_[i]).dump(), wantedOf(cases_[i], answer.json->at(i)).dump());
}

void TestHttpCache::aReasonIsGiven_data() {
    QTest::addColumn<QString>("answer"); // Cache-Control of the answer and the request
    QTest::addColumn<QString>("request");
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* answer, const char* request, int after, const char* reason) {
        QTest::newRow(reason) << QString(answer) << QString(request) << after << QString(reason);
    };
    row("max-age=60", "", 10, "fresh\n50 s");
    row("max-age=60", "", 72, "stale\n12 s");
    row("max-age=60, must-revalidate", "", 72, "must-revalidate\n12 s");
    row("max-age=60", "max-stale=20", 72, "max-stale\n12 s");
    row("max-age=60, stale-while-revalidate=20", "", 72, "stale-while-revalidate\n12 s");
    row("no-cache", "", 0, "no-cache");
    row("max-age=60", "no-cache", 0, "request-no-cache");
    row("max-age=60", "max-age=5", 10, "request-max-age");
    row("max-age=60", "min-fresh=55", 10, "request-min-fresh");
    row("max-age=60", "only-if-cached", 70, "only-if-cached");
}

void TestHttpCache::aReasonIsGiven() {
    QFETCH(QString, answer);
    QFETCH(QString, request);
    QFETCH(int, after);
    QFETCH(QString, reason);
    http::Request asked;
    if (!request.isEmpty())
        asked.headers.set("Cache-Control", request.toStdString());
    const HttpReuse reuse =
        reuseOf({}, keptWith({{"Cache-Control", answer.toStdString()}}), asked, after * second);
    QCOMPARE(QString::fromStdString(reasonText(reuse)), reason);
    QCOMPARE(reuse.use == HttpUse::unavailable, reason == "only-if-cached");
    const StoredResponse varying = keptWith({{"Vary", "Accept-Language"}});
    http::Request spanish;
    spanish.headers.set("accept-language", "es");
    QCOMPARE(reasonText(reuseOf({}, varying, spanish, {})), std::string("vary\naccept-language"));
}

void TestHttpCache::whatMayNotBeKeptIsSaid_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* field, const char* value, int status, const char* reason) {
        QTest::newRow(reason) << QString(field) << QString(value) << status << QString(reason);
    };
    row("Cache-Control", "max-age=60", 200, "kept");
    row("Cache-Control", "no-store", 200, "no-store");
    row("Cache-Control", "private", 200, "private");
    row("Set-Cookie", "a=1", 200, "sets-cookie");
    row("Cache-Control", "max-age=60", 206, "part");
    row("Cache-Control", "must-understand, max-age=60", 299, "status");
    row("ETag", "\"a\"", 302, "not-allowed");
}

void TestHttpCache::whatMayNotBeKeptIsSaid() {
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(int, status);
    QFETCH(QString, reason);
    const HttpCacheRules cdn{.isShared = true, .keepsCookies = false};
    const auto answer = answerWith({{field.toStdString(), value.toStdString()}}, status);
    QCOMPARE(QString::fromUtf8(mayStore(cdn, {}, answer).reason.data()), reason);
}

void TestHttpCache::theTimeOnTheWayCounts() {
    const StoredResponse stored =
        storedResponse({}, answerWith({{"Age", "5"}}), 10 * second, 13 * second);
    QVERIFY(currentAge(stored, 20 * second) == 15 * second);
}

void TestHttpCache::anOwnerCanSayMore() {
    const HttpCacheRules rules{.isShared = true,
                               .defaultLifetime = 30 * second,
                               .negativeLifetime = 5 * second,
                               .staleWhileRevalidate = 10 * second};
    QVERIFY(freshnessLifetime(rules, keptWith({})) == 30 * second);
    QVERIFY(freshnessLifetime(rules, keptWith({{"Cache-Control", "max-age=7"}})) == 7 * second);
    QVERIFY(freshnessLifetime(rules, keptWith({{"Cache-Control", "no-cache"}})) == SimTime());
    const StoredResponse missing = storedResponse({}, answerWith({}, 404), {}, {});
    QVERIFY(freshnessLifetime(rules, missing) == 5 * second);
    QVERIFY(reuseOf(rules, keptWith({}), {}, 35 * second).use == HttpUse::staleWhileRevalidate);
    QVERIFY(reuseOf(rules, keptWith({}), {}, 40 * second).use == HttpUse::validate);
}

void TestHttpCache::aStaleAnswerMayHelpWhenTheOriginFails() {
    const auto kept = keptWith({{"Cache-Control", "max-age=60, stale-if-error=30"}});
    QVERIFY(mayServeOnError({}, kept, 89 * second));
    QVERIFY(!mayServeOnError({}, kept, 90 * second));
    QVERIFY(!mayServeOnError({}, keptWith({{"Cache-Control", "max-age=60"}}), 61 * second));
    QVERIFY(mayServeOnError({.staleIfError = 9 * second},
                            keptWith({{"Cache-Control", "max-age=60"}}), 61 * second));
    QVERIFY(!mayServeOnError({.staleIfError = 9 * second},
                             keptWith({{"Cache-Control", "max-age=60, must-revalidate"}}),
                             61 * second));
    QVERIFY(isOriginError(503) && !isOriginError(501) && !isOriginError(404));
}

void TestHttpCache::aNotModifiedBeginsANewLife() {
    StoredResponse stored = keptWith({{"Cache-Control", "max-age=60"},
                                      {"ETag", "\"v1\""},
                                      {"Age", "50"},
                                      {"Content-Length", "4"},
                                      {"X-Old", "stays"}});
    freshen(stored,
            answerWith({{"Cache-Control", "max-age=120"}, {"Content-Length", "0"}, {"X-New", "n"}},
                       304),
            69 * second, 70 * second);
    const HttpReuse reuse = reuseOf({}, stored, {}, 100 * second);
    QVERIFY(reuse.use == HttpUse::fresh);
    QVERIFY(reuse.age == 31 * second);
    QVERIFY(reuse.lifetime == 120 * second);
    QCOMPARE(stored.response.status, 200);
    QCOMPARE(stored.response.body, std::string("body"));
    QCOMPARE(stored.response.headers.joined("Content-Length"), std::string("4"));
    QCOMPARE(stored.response.headers.joined("X-Old"), std::string("stays"));
    QCOMPARE(stored.response.headers.joined("X-New"), std::string("n"));
}

void TestHttpCache::aNotModifiedIsAboutOneAnswer_data() {
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("told");
    QTest::addColumn<bool>("isAboutIt");
    QTest::newRow("the same tag") << "\"a\""
                                  << "\"a\"" << true;
    QTest::newRow("another tag") << "\"a\""
                                 << "\"b\"" << false;
    QTest::newRow("a weak one of a strong one") << "\"a\""
                                                << "W/\"a\"" << true;
    QTest::newRow("a strong one of a weak one") << "W/\"a\""
                                                << "\"a\"" << false;
    QTest::newRow("a tag that was not kept") << ""
                                             << "\"a\"" << false;
    QTest::newRow("none") << "\"a\""
                          << "" << true;
}

void TestHttpCache::aNotModifiedIsAboutOneAnswer() {
    QFETCH(QString, kept);
    QFETCH(QString, told);
    QFETCH(bool, isAboutIt);
    const auto fieldsOf = [](const QString& tag) {
        return tag.isEmpty() ? http::Headers() : http::Headers{{"ETag", tag.toStdString()}};
    };
    QCOMPARE(isSelectedBy(keptWith(fieldsOf(kept)), answerWith(fieldsOf(told), 304)), isAboutIt);
}

void TestHttpCache::aClientThatHasItGetsNoBody_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    const QString changed = "Thu, 01 Jan 2026 00:00:00 GMT";
    QTest::newRow("no condition") << "Accept"
                                  << "*/*" << 200;
    QTest::newRow("the tag") << "If-None-Match"
                             << "\"v1\"" << 304;
    QTest::newRow("one of the tags") << "If-None-Match"
                                     << "\"v0\", W/\"v1\"" << 304;
    QTest::newRow("any tag") << "If-None-Match"
                             << "*" << 304;
    QTest::newRow("another tag") << "If-None-Match"
                                 << "\"v2\"" << 200;
    QTest::newRow("not changed since") << "If-Modified-Since" << changed << 304;
    QTest::newRow("changed since") << "If-Modified-Since"
                                   << "Wed, 31 Dec 2025 23:59:59 GMT" << 200;
    QTest::newRow("no date") << "If-Modified-Since"
                             << "yesterday" << 200;
}

void TestHttpCache::aClientThatHasItGetsNoBody() {
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(int, status);
    const auto kept =
        keptWith({{"ETag", "\"v1\""}, {"Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT"}});
    http::Request request;
    request.headers.set(field.toStdString(), value.toStdString());
    const http::Response served = servedResponse(kept, request, {});
    QCOMPARE(served.status, status);
    QCOMPARE(served.body.empty(), status == 304);
}

void TestHttpCache::anAnswerFromTheCacheSaysItsAge() {
    const auto kept = keptWith({{"Age", "5"}, {"Connection", "close"}, {"X-A", "a"}});
    const http::Response served = servedResponse(kept, {}, 7 * second);
    QCOMPARE(served.headers.joined("Age"), std::string("12"));
    QVERIFY(!served.headers.find("Connection"));
    QCOMPARE(served.headers.joined("X-A"), std::string("a"));
    QVERIFY(servedResponse(kept, {.method = http::Method::head}, second).body.empty());
}

void TestHttpCache::anUpdateInvalidates_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("targets");
    QTest::newRow("a PUT") << "PUT" << 200 << ""
                           << "/users/1";
    QTest::newRow("a POST that made something") << "POST" << 201 << "/users/2"
                                                << "/users/1 /users/2";
    QTest::newRow("an address on the same host") << "POST" << 303 << "https://shop.example/list"
                                                 << "/users/1 /list";
    QTest::newRow("an address elsewhere") << "POST" << 303 << "https://other.example/"
                                          << "/users/1";
    QTest::newRow("an address without a scheme, elsewhere") << "POST" << 303 << "//other.example/"
                                                            << "/users/1";
    QTest::newRow("one that failed") << "DELETE" << 404 << ""
                                     << "";
    QTest::newRow("a GET") << "GET" << 200 << "/users/2"
                           << "";
}

void TestHttpCache::anUpdateInvalidates() {
    QFETCH(QString, method);
    QFETCH(int, status);
    QFETCH(QString, location);
    QFETCH(QString, targets);
    http::Request request{.method = *http::parseMethod(method.toStdString()), .target = "/users/1"};
    request.headers.set("Host", "shop.example");
    http::Response response{.status = status};
    if (!location.isEmpty())
        response.headers.set("Location", location.toStdString());
    QStringList found;
    for (const std::string& target : invalidatedTargets(request, response))
        found += QString::fromStdString(target);
    QCOMPARE(found.join(' '), targets);
}

void TestHttpCache::variantsAreToldApart() {
    http::Request spanish;
    spanish.headers.set("ACCEPT-LANGUAGE", "es");
    QCOMPARE(*variantKey("Accept-Language, Accept", spanish.headers),
             std::string("accept-language=es\naccept=\n"));
    QCOMPARE(*variantKey("", spanish.headers), std::string());
    QVERIFY(!variantKey("Accept, *", spanish.headers));
}

QTEST_APPLESS_MAIN(TestHttpCache)
#include "tst_http_cache.moc"
