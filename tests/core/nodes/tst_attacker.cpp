#include "core/nodes/attacker/common_passwords.h"
#include "core/nodes/attacker/rows_in_answer.h"
#include "core/nodes/eavesdropper/secrets_in_message.h"
#include "tests/support/scene_run.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);
constexpr SimTime ms = SimTime::milliseconds(1);

Scene shop() {
    return loadScene("tests/scenes/break_in.roundtrip");
}

void post(SceneRun& run, SimTime at, const std::string& target, const std::string& name,
          const std::string& password) {
    run.send(at, target, "POST", nlohmann::json{{"name", name}, {"password", password}}.dump());
}

/// Ada has an account; nobody has listened yet.
void openAccount(SceneRun& run, const std::string& password) {
    run.set(SimTime(), "ear", "link", "");
    run.send(SimTime(), "/setup", "POST");
    post(run, second / 2, "/accounts", "ada", password);
    run.set(second, "ear", "link", "browser->app");
}

std::vector<std::string> attacks(const SceneRun& run, bool worked) {
    return worked ? checksOf<CheckPassed>(run, "attack") : checksOf<CheckFailed>(run, "attack");
}

std::vector<std::string> heard(const SceneRun& run) {
    std::vector<std::string> lines;
    for (const Overheard& fact : run.all<Overheard>())
        lines.push_back(run.text(fact.found));
    return lines;
}

/// "Sign in with ..." over an open line that somebody listens to, who is nearer to the provider
/// than the server is.
Scene signInOverheard(bool pkce) {
    auto scene = nlohmann::json::parse(readText("tests/scenes/sign_in_with.roundtrip"));
    const std::string address = "http://app/callback";
    for (const std::size_t route : {0U, 1U})
        scene["nodes"][1]["parameters"]["routes"][route]["handler"][0]["redirect_uri"] = address;
    scene["nodes"][1]["parameters"]["routes"][0]["handler"][0]["pkce"] = pkce;
    scene["nodes"][2]["parameters"]["clients"]["shop"] = address;
    scene["nodes"][2]["parameters"]["requires_pkce"] = pkce;
    scene["links"][0]["tls"] = false;
    scene["nodes"].push_back(
        {{"id", "ear"}, {"kind", "eavesdropper"}, {"parameters", {{"link", "browser->app"}}}});
    scene["nodes"].push_back({{"id", "mallory"}, {"kind", "attacker"}});
    for (const char* part : {"app", "idp"})
        scene["links"].push_back({{"from", "mallory"}, {"to", part}, {"latency", "2 ms"}});
    scene["links"].push_back({{"from", "ear"}, {"to", "mallory"}, {"latency", "1 ms"}});
    return sceneOf(scene.dump());
}

std::string attack(SceneRun& run, SimTime at, const std::string& action,
                   const nlohmann::json& arguments = nlohmann::json::object()) {
    return run.give(at, "mallory", action, arguments);
}

using Lines = std::vector<std::string>;

} // namespace

class TestAttacker : public QObject {
    Q_OBJECT

  private slots:
    void secretsAreFound_data();
    void secretsAreFound();
    void anOpenLinkTellsThePassword();
    void aSealedLinkTellsTheSize();
    void itListensWhereItIsTold();
    void aWeakPasswordIsFound();
    void aLockStopsTheGuessing();
    void guessesNeedNotWaitForAnswers();
    void aLimitStopsGuessesThatAreUnderWay();
    void withoutPkceAStolenCodeIsGoodForWhoeverIsFaster();
    void withPkceAStolenCodeIsWorthless_data();
    void withPkceAStolenCodeIsWorthless();
    void anAmbushWaitsForACode();
    void aGoodPasswordIsNotAmongThem();
    void anOverheardCookieOpensTheDoor();
    void aSessionThatEndedDoesNot();
    void withoutLootThereIsNothingToUse();
    void whatWasHeardIsSentAgain();
    void pastedValuesLeakRows();
    void boundValuesDoNot();
    void aFloodIsAnsweredUntilALimitStopsIt();
    void aForgedTokenIsRefused_data();
    void aForgedTokenIsRefused();
    void aServerThatBelievesTheHeaderIsFooled();
    void thePageAtEvilSendsAForm();
    void aStolenCookieArrives();
    void aRequestIsReadBackFromItsText();
    void rowsAreComparedWithTheHarmlessOnes();
    void theHundredPasswordsDiffer();
};

void TestAttacker::secretsAreFound_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* name, const char* type, const char* body, const char* line) {
        QTest::newRow(name) << QString(type) << QString(body) << QString(line);
    };
    row("json", "application/json", R"({"name": "ada", "password": "x y"})",
        "password of ada = x y");
    row("a form", "application/x-www-form-urlencoded", "password=x+y&username=ada",
        "password of ada = x y");
    row("a refresh token of nobody", "application/json", R"({"refresh_token": "x"})", "");
    row("nobody named", "application/json", R"({"password": "x"})", "password of ? = x");
    row("no password", "application/json", R"({"name": "ada"})", "");
    row("a number", "application/json", R"({"name": "ada", "password": 5})", "");
    row("broken", "application/json", R"({"password": )", "");
    row("a list", "application/json", R"(["password"])", "");
    row("text", "text/plain", "password=x", "");
}

void TestAttacker::secretsAreFound() {
    QFETCH(QString, type);
    QFETCH(QString, body);
    QFETCH(QString, line);
    http::Request request;
    request.headers.set("Content-Type", type.toStdString());
    request.body = body.toStdString();
    const auto found = secretsIn(request);
    QCOMPARE(found.empty() ? std::string() : lineOf(found[0]), line.toStdString());
}

void TestAttacker::anOpenLinkTellsThePassword() {
    SceneRun run(shop());
    openAccount(run, "dragon---");
    post(run, second, "/login", "ada", "dragon---");
    run.send(2 * second, "/me");
    run.runToTheEnd();
    const Lines lines = heard(run);
    QCOMPARE(lines.size(), 4U);
    QCOMPARE(lines[0], std::string("password of ada = dragon---"));
    QVERIFY(lines[1].starts_with("cookie session = "));
    QCOMPARE(lines[2], lines[1]); // the browser shows it again
    QCOMPARE(lines[3], std::string());
}

void TestAttacker::aSealedLinkTellsTheSize() {
    SceneRun run(shop());
    openAccount(run, "dragon---");
    run.set(second, "browser->app", "tls", true);
    post(run, second, "/login", "ada", "dragon---");
    run.runToTheEnd();
    for (const Overheard& fact : run.all<Overheard>()) {
        QCOMPARE(run.text(fact.found), std::string());
        QCOMPARE(fact.isSealed, 1U);
        QVERIFY(fact.bytes > 50);
    }
    QCOMPARE(run.count<Overheard>(), 2U);
}

void TestAttacker::itListensWhereItIsTold() {
    SceneRun run(shop());
    run.set(SimTime(), "ear", "link", "mallory->app");
    run.send(SimTime(), "/");
    run.runToTheEnd();
    QCOMPARE(run.count<Overheard>(), 0U);
    run.set(second, "ear", "link", "browser->nowhere");
    QCOMPARE(run.text(run.all<HandlerFailed>().at(0).reason),
             std::string("no-link\nbrowser->nowhere"));
}

void TestAttacker::aWeakPasswordIsFound() {
    SceneRun run(shop());
    openAccount(run, "dragon---");
    attack(run, second, "brute_force",
           {{"passwords", "123456\n\ndragon---\nother"}, {"rate", 100.0}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, true), (Lines{"password-found\ndragon---\n2"}));
}

void TestAttacker::aLockStopsTheGuessing() {
    SceneRun run(shop());
    openAccount(run, "correct horse");
    run.set(second, "app", "lockout_attempts", 3);
    attack(run, second, "brute_force");
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{"locked-out\n4"}));
}

void TestAttacker::guessesNeedNotWaitForAnswers() {
    SceneRun run(shop());
    openAccount(run, "correct horse");
    const nlohmann::json fast{{"rate", 1000.0}, {"waits", false}};
    attack(run, second, "brute_force", fast);
    run.runUntil(second + 100 * ms);
    QCOMPARE(run.all<RequestStarted>().size(), 2U + 100U); // of which most have no answer yet
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{"password-not-found\n100"}));
}

void TestAttacker::aLimitStopsGuessesThatAreUnderWay() {
    SceneRun run(shop());
    openAccount(run, "correct horse");
    QCOMPARE(run.set(second, "app", "middleware",
                     {{{"use", "rate_limit"}, {"limit", 5}, {"window", "1 min"}},
                      {{"use", "body_parser"}},
                      {{"use", "session"}}}),
             std::string());
    attack(run, second, "brute_force", {{"rate", 1000.0}, {"waits", false}});
    run.runToTheEnd();
    const Lines ends = attacks(run, false);
    QCOMPARE(ends.size(), 1U); // told once, though many were refused
    QVERIFY(ends[0].starts_with("locked-out\n"));
    QVERIFY(run.all<RequestStarted>().size() < 60U); // it sends no more
}

void TestAttacker::withoutPkceAStolenCodeIsGoodForWhoeverIsFaster() {
    SceneRun run(signInOverheard(false));
    const nlohmann::json theft{{"client_id", "shop"}, {"redirect_uri", "http://app/callback"}};
    QCOMPARE(attack(run, SimTime(), "redeem_code", theft), std::string());
    run.send(SimTime(), "/login");
    run.runToTheEnd();
    QCOMPARE(attacks(run, true), (Lines{"lies-in-wait", "code-worked\nada"}));
    const Lines refused = checksOf<CheckFailed>(run, "oauth");
    QCOMPARE(refused, (Lines{"invalid_grant\nused-code", "exchange-failed\n400\ninvalid_grant"}));
    const Lines lines = heard(run);
    QVERIFY(std::ranges::any_of(lines, [](const std::string& line) {
        return line.find("authorization code = ") != std::string::npos;
    }));
}

void TestAttacker::withPkceAStolenCodeIsWorthless_data() {
    QTest::addColumn<QString>("verifier");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no secret") << ""
                               << "code-refused\nno-verifier";
    QTest::newRow("a guess") << QString(43, 'x') << "code-refused\nwrong-verifier";
}

void TestAttacker::withPkceAStolenCodeIsWorthless() {
    QFETCH(QString, verifier);
    QFETCH(QString, reason);
    SceneRun run(signInOverheard(true));
    attack(run, SimTime(), "redeem_code",
           {{"client_id", "shop"},
            {"redirect_uri", "http://app/callback"},
            {"verifier", verifier.toStdString()}});
    run.send(SimTime(), "/login");
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{reason.toStdString()}));
    QCOMPARE(checksOf<CheckPassed>(run, "oauth").back(), std::string("signed-in\nada\nidp"));
}

void TestAttacker::anAmbushWaitsForACode() {
    SceneRun run(signInOverheard(false));
    attack(run, SimTime(), "redeem_code", {{"to", "nowhere"}});
    run.send(second, "/me"); // nobody signs in
    run.runToTheEnd();
    QCOMPARE(attacks(run, true), (Lines{"lies-in-wait"}));
    run.send(2 * second, "/login");
    run.runToTheEnd();
    QCOMPARE(run.text(run.all<HandlerFailed>().back().reason), std::string("no-server"));
}

void TestAttacker::aGoodPasswordIsNotAmongThem() {
    SceneRun run(shop());
    openAccount(run, "correct horse");
    attack(run, second, "brute_force");
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{"password-not-found\n100"}));
    QVERIFY(run.now() >= second + 9900 * ms); // ten a second
}

void TestAttacker::anOverheardCookieOpensTheDoor() {
    SceneRun run(shop());
    openAccount(run, "dragon---");
    post(run, second, "/login", "ada", "dragon---");
    attack(run, 2 * second, "use_stolen_cookie", {{"target", "/me"}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, true), (Lines{"cookie-worked\n200"}));
}

void TestAttacker::aSessionThatEndedDoesNot() {
    SceneRun run(shop());
    openAccount(run, "dragon---");
    post(run, second, "/login", "ada", "dragon---");
    attack(run, 400 * 24 * 3600 * second, "use_stolen_cookie", {{"target", "/me"}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{"cookie-refused\n401"}));
}

void TestAttacker::withoutLootThereIsNothingToUse() {
    SceneRun run(shop());
    attack(run, SimTime(), "use_stolen_cookie");
    attack(run, SimTime(), "replay");
    attack(run, SimTime(), "forge_token", {{"how", "changed_role"}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{"no-loot\ncookie", "no-loot\nrequest", "no-loot\ntoken"}));
}

void TestAttacker::whatWasHeardIsSentAgain() {
    SceneRun run(shop());
    openAccount(run, "dragon---");
    post(run, second, "/login", "ada", "dragon---");
    run.send(2 * second, "/transfer", "POST", R"({"amount": 5})");
    attack(run, 3 * second, "replay");
    run.runToTheEnd();
    QCOMPARE(attacks(run, true), (Lines{"replay-worked\nPOST /transfer\n201"}));
}

void TestAttacker::pastedValuesLeakRows() {
    SceneRun run(shop());
    attack(run, SimTime(), "inject", {{"harmless", "Ada Lovelace"}});
    run.runToTheEnd();
    const Lines worked = attacks(run, true);
    QVERIFY(std::ranges::find(worked, "rows-leaked\n199\n' OR '1'='1") != worked.end());
    QVERIFY(attacks(run, false).empty());
}

void TestAttacker::boundValuesDoNot() {
    SceneRun run(shop());
    attack(run, SimTime(), "inject",
           {{"target", "/bound?name={payload}"}, {"harmless", "Ada Lovelace"}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{"nothing-leaked\n6"}));
    QVERIFY(attacks(run, true).empty());
}

void TestAttacker::aFloodIsAnsweredUntilALimitStopsIt() {
    SceneRun run(shop());
    attack(run, SimTime(), "flood", {{"rate", 100.0}, {"time", "1 s"}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, true), (Lines{"flooded\n100\n0"}));
    const nlohmann::json limited = {{{"use", "rate_limit"}, {"limit", 10}, {"window", "1 h"}}};
    QCOMPARE(run.set(10 * second, "app", "middleware", limited), std::string());
    attack(run, 10 * second, "flood", {{"rate", 100.0}, {"time", "1 s"}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{"flooded\n10\n90"}));
}

void TestAttacker::aForgedTokenIsRefused_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("reason");
    QTest::newRow("alg_none") << "alg_none"
                              << "token-refused";
    QTest::newRow("changed_role") << "changed_role"
                                  << "token-refused";
    QTest::newRow("expired") << "expired"
                             << "old-token-refused";
}

void TestAttacker::aForgedTokenIsRefused() {
    QFETCH(QString, how);
    QFETCH(QString, reason);
    SceneRun run(shop());
    openAccount(run, "dragon---");
    post(run, second, "/token", "ada", "dragon---");
    const std::string target = how == "expired" ? "/me" : "/admin";
    attack(run, 2 * second, "forge_token", {{"how", how.toStdString()}, {"target", target}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, false), (Lines{reason.toStdString() + "\n401\n" + how.toStdString()}));
}

void TestAttacker::aServerThatBelievesTheHeaderIsFooled() {
    SceneRun run(shop());
    const nlohmann::json careless = {
        {{"use", "token"}, {"secret", "not a good secret"}, {"accept_none", true}}};
    QCOMPARE(run.set(SimTime(), "app", "middleware", careless), std::string());
    attack(run, SimTime(), "forge_token");
    run.runToTheEnd();
    QCOMPARE(attacks(run, true), (Lines{"token-accepted\nalg_none"}));
}

void TestAttacker::thePageAtEvilSendsAForm() {
    SceneRun run(shop());
    openAccount(run, "dragon---");
    run.set(second, "browser->app", "tls", true);
    run.set(
        second, "app", "middleware",
        {{{"use", "body_parser"}}, {{"use", "session"}, {"same_site", "none"}, {"secure", true}}});
    post(run, second, "/login", "ada", "dragon---");
    run.give(2 * second, "browser", "send", {{"to", "mallory"}, {"target", "/evil"}});
    run.runToTheEnd();
    QCOMPARE(run.all<RequestFinished>().back().status, 201U); // the money is gone
}

void TestAttacker::aStolenCookieArrives() {
    SceneRun run(shop());
    run.give(SimTime(), "browser", "send",
             {{"to", "mallory"}, {"target", "/steal?c=session%3Dabc%3B%20theme%3Ddark"}});
    run.give(second, "browser", "send", {{"to", "mallory"}, {"target", "/other"}});
    run.runToTheEnd();
    QCOMPARE(attacks(run, true),
             (Lines{"cookie-stolen\nsession\nabc", "cookie-stolen\ntheme\ndark"}));
    QCOMPARE(run.all<RequestFinished>().back().status, 404U);
}

void TestAttacker::aRequestIsReadBackFromItsText() {
    http::Request request{.method = http::Method::post,
                          .target = "/a?b=c d",
                          .headers = {{"Host", "x"}, {"Cookie", "a: b"}},
                          .body = "1\r\n\r\n2"};
    const auto read = readWire(http::wireText(request));
    QVERIFY(read);
    QCOMPARE(http::wireText(*read), http::wireText(request));
    for (const char* bad : {"", "GET", "get / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n"})
        QVERIFY(!readWire(bad));
}

void TestAttacker::rowsAreComparedWithTheHarmlessOnes() {
    const http::Response one{.headers = {}, .body = R"({"id":1})"};
    const http::Response two{.headers = {}, .body = R"([{"id":1},{"id":2}])"};
    const http::Response error{.status = 500, .headers = {}, .body = R"({"detail":"x"})"};
    const http::Response page{.headers = {}, .body = "<h1>"};
    QCOMPARE(leakedRows(two, one), 1U);
    QCOMPARE(leakedRows(one, two), 0U);
    QCOMPARE(leakedRows(one, page), 1U);
    QCOMPARE(leakedRows(error, one), 0U);
    QCOMPARE(leakedRows(page, one), 0U);
}

void TestAttacker::theHundredPasswordsDiffer() {
    const auto words = commonPasswords();
    QCOMPARE(std::set<std::string_view>(words.begin(), words.end()).size(), 100U);
    QCOMPARE(std::string(words.front()), std::string("123456"));
}

QTEST_APPLESS_MAIN(TestAttacker)
#include "tst_attacker.moc"
