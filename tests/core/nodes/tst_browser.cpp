#include "tests/support/scene_run.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime second = SimTime::seconds(1);

Scene shop() {
    return loadScene("tests/scenes/shop.roundtrip");
}

/// Ada has an account and a token, which the browser keeps.
Scene tokenShop() {
    auto scene = nlohmann::json::parse(readText("tests/scenes/break_in.roundtrip"));
    scene["nodes"][0]["parameters"] = {{"host", "app"}};
    scene["nodes"][1]["parameters"]["routes"].push_back(
        {{"method", "POST"}, {"path", "/refresh"}, {"handler", {{{"do", "refresh"}}}}});
    return sceneOf(scene.dump());
}
void getToken(SceneRun& run) {
    const std::string ada = R"({"name": "ada", "password": "dragon---"})";
    run.send(SimTime(), "/setup", "POST");
    run.send(second / 2, "/accounts", "POST", ada);
    run.send(second, "/token", "POST", ada);
}

std::string wireOfRequest(const SceneRun& run) {
    return run.text(run.all<MessageSent>().at(0).wire);
}

/// Lookups in the browser's own cache.
std::vector<Fact> atBrowser(SceneRun& run, FactKind kind) {
    std::vector<Fact> found;
    for (std::size_t i = 0; i < run.trace().size(); ++i) {
        const Fact& fact = run.trace()[i];
        if (fact.kind == kind && fact.node == run.world().find("browser")->id())
            found.push_back(fact);
    }
    return found;
}

/// How often each target was asked for.
std::map<std::string, int> targetsOf(const SceneRun& run) {
    std::map<std::string, int> targets;
    for (const RequestStarted& started : run.all<RequestStarted>())
        ++targets[run.text(started.method) + " " + run.text(started.target)];
    return targets;
}

} // namespace

class TestBrowser : public QObject {
    Q_OBJECT

  private slots:
    void aRequestIsWrittenAsOnTheWire();
    void aBodyHasItsLength();
    void anAnswerIsKeptForItsMaxAge();
    void itExpiresAtTheExactInstant();
    void anAnswerWithoutMaxAgeIsNotKept();
    void anUpdateDropsWhatWasKept();
    void aFailedUpdateDoesNot();
    void whatIsKeptMayBeOutOfDate();
    void itsCacheCanBeEmptied();
    void itsCacheHasItsLimit();
    void withoutAServerItGivesUp();
    void aTokenThatEndedIsRenewed();
    void withoutAPathNobodyRenewsIt();
    void aRefreshTokenIsShownOnce();
    void manyRequestsCome();
    void popularThingsAreAskedForMoreOften();
    void someOfManyAreUpdates();
};

void TestBrowser::aRequestIsWrittenAsOnTheWire() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/1");
    run.runToTheEnd();
    QCOMPARE(wireOfRequest(run), std::string("GET /users/1 HTTP/1.1\r\nHost: shop.example\r\n"
                                             "Accept: application/json\r\n"
                                             "User-Agent: Roundtrip/1.0\r\n\r\n"));
}

void TestBrowser::aBodyHasItsLength() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/1", "PUT", R"({"city": "Oslo"})");
    run.runToTheEnd();
    QVERIFY(wireOfRequest(run).ends_with("Content-Type: application/json\r\n"
                                         "Content-Length: 16\r\n\r\n{\"city\": \"Oslo\"}"));
}

void TestBrowser::anAnswerIsKeptForItsMaxAge() {
    SceneRun run(shop());
    run.send(SimTime(), "/kept/1");
    run.send(second, "/kept/1");
    run.runToTheEnd();
    const auto hits = atBrowser(run, FactKind::cacheHit);
    QCOMPARE(hits.size(), 1U);
    QVERIFY(hits[0].time == second);
    QVERIFY(run.facts<RequestFinished>().back().time == second); // at once
    QCOMPARE(run.count<QueryExecuted>(), 1U);
    const auto stored = atBrowser(run, FactKind::cacheStored).at(0).as<CacheStored>();
    QVERIFY(stored.ttl == 10 * second);
    QCOMPARE(run.text(stored.key), std::string("/kept/1"));
}

void TestBrowser::itExpiresAtTheExactInstant() {
    SceneRun run(shop());
    run.send(SimTime(), "/kept/1");
    run.runToTheEnd();
    const SimTime end = 10 * second; // counted from the question on, RFC 9111, 4.2.3
    run.send(end - SimTime::nanoseconds(1), "/kept/1");
    run.send(end, "/kept/1");
    run.runToTheEnd();
    QCOMPARE(atBrowser(run, FactKind::cacheHit).size(), 1U);
    const auto missed = atBrowser(run, FactKind::cacheMissed).at(0).as<CacheMissed>();
    QVERIFY(missed.reason == CacheReason::expired);
    QVERIFY(missed.since == SimTime());
}

void TestBrowser::anAnswerWithoutMaxAgeIsNotKept() {
    SceneRun run(shop());
    run.send(SimTime(), "/cities");
    run.send(second, "/cities");
    run.runToTheEnd();
    QCOMPARE(run.count<QueryExecuted>(), 2U);
    QVERIFY(atBrowser(run, FactKind::cacheStored).empty());
}

/// RFC 9111, 4.4.
void TestBrowser::anUpdateDropsWhatWasKept() {
    SceneRun run(shop());
    run.send(SimTime(), "/kept/1");
    run.send(second, "/kept/1", "PUT", R"({"city": "Oslo"})");
    run.send(2 * second, "/kept/1");
    run.runToTheEnd();
    QVERIFY(atBrowser(run, FactKind::cacheHit).empty());
    QCOMPARE(run.count<StaleServed>(), 0U);
}

void TestBrowser::aFailedUpdateDoesNot() {
    SceneRun run(shop());
    run.send(SimTime(), "/kept/1");
    run.send(second, "/kept/1", "DELETE"); // 405
    run.send(2 * second, "/kept/1");
    run.runToTheEnd();
    QCOMPARE(atBrowser(run, FactKind::cacheHit).size(), 1U);
}

void TestBrowser::whatIsKeptMayBeOutOfDate() {
    SceneRun run(shop());
    run.send(SimTime(), "/kept/1");
    run.send(second, "/users/1", "PUT", R"({"city": "Oslo"})"); // another address of the same row
    run.send(3 * second, "/kept/1");
    run.runToTheEnd();
    const auto stale = run.all<StaleServed>();
    QCOMPARE(stale.size(), 1U);
    QCOMPARE(run.text(stale[0].row), std::string("users#1"));
    const SimTime changed = run.facts<RowsChanged>().at(0).time;
    QVERIFY(stale[0].staleFor == 3 * second - changed);
}

void TestBrowser::itsCacheCanBeEmptied() {
    SceneRun run(shop());
    run.send(SimTime(), "/kept/1");
    QCOMPARE(run.give(second, "browser", "clear_cache"), std::string());
    run.send(2 * second, "/kept/1");
    run.runToTheEnd();
    const auto missed = atBrowser(run, FactKind::cacheMissed).at(0).as<CacheMissed>();
    QVERIFY(missed.reason == CacheReason::cleared);
    QVERIFY(missed.since == second);
}

void TestBrowser::itsCacheHasItsLimit() {
    SceneRun run(shop()); // it can keep three
    for (int i = 1; i <= 4; ++i)
        run.send(100 * ms * i, "/kept/" + std::to_string(i));
    run.send(second, "/kept/4");
    run.send(2 * second, "/kept/1");
    run.runToTheEnd();
    QCOMPARE(atBrowser(run, FactKind::cacheHit).size(), 1U);
    const auto missed = atBrowser(run, FactKind::cacheMissed).at(0).as<CacheMissed>();
    QVERIFY(missed.reason == CacheReason::evicted);
}

void TestBrowser::aTokenThatEndedIsRenewed() {
    SceneRun run(tokenShop());
    run.set(SimTime(), "browser", "renew_at", "/refresh");
    getToken(run);
    run.send(400 * second, "/me"); // the token was good for five minutes
    run.runToTheEnd();
    QCOMPARE(reasonsOf(run, "token"),
             (std::vector<std::string>{"kept\napp", "failed: token-expired\n99", "renewing\napp",
                                       "kept\napp", "good\nada"}));
    QCOMPARE(reasonsOf(run, "refresh"), std::vector<std::string>{"good\nada"});
    QCOMPARE(statusesOf(run).back(), 200U); // all of it in one trip
    QCOMPARE(run.count<RequestFinished>(), 4U);
}

void TestBrowser::withoutAPathNobodyRenewsIt() {
    SceneRun run(tokenShop());
    getToken(run);
    run.send(400 * second, "/me");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run).back(), 401U);
    QVERIFY(reasonsOf(run, "refresh").empty());
}

/// Each is good once, and a server that forgot it ends the matter.
void TestBrowser::aRefreshTokenIsShownOnce() {
    SceneRun run(tokenShop());
    run.set(SimTime(), "browser", "renew_at", "/refresh");
    getToken(run);
    run.give(300 * second, "app", "restart");
    run.send(310 * second, "/me");
    run.send(320 * second, "/me");
    run.runToTheEnd();
    QCOMPARE(reasonsOf(run, "refresh"), std::vector<std::string>{"failed: unknown"});
    QCOMPARE(reasonsOf(run, "token").back(), std::string("failed: not-renewed\napp\n401"));
    QCOMPARE(statusesOf(run).back(), 401U);
}

void TestBrowser::withoutAServerItGivesUp() {
    SceneRun run(sceneOf(R"({"format": 1, "nodes": [{"id": "browser", "kind": "browser"}]})"));
    run.send(SimTime(), "/");
    run.runToTheEnd();
    QCOMPARE(run.all<RequestFinished>().at(0).status, 0U);
    QCOMPARE(run.text(run.all<HandlerFailed>().at(0).reason), std::string("no-server"));
}

void TestBrowser::manyRequestsCome() {
    SceneRun run(shop());
    QCOMPARE(run.give(SimTime(), "browser", "send_many", {{"count", 1000}, {"rate", 100.0}}),
             std::string());
    run.runToTheEnd();
    const auto started = run.facts<RequestStarted>();
    QCOMPARE(started.size(), 1000U);
    QCOMPARE(run.count<RequestFinished>(), 1000U);
    const double seconds = started.back().time.toSeconds();
    QVERIFY(seconds > 8.5 && seconds < 11.5); // 10 s on average, 3 % standard error
}

void TestBrowser::popularThingsAreAskedForMoreOften() {
    SceneRun run(shop());
    run.give(SimTime(), "browser", "send_many",
             {{"count", 2000}, {"rate", 1000.0}, {"keys", 3}, {"skew", 1.0}});
    run.runToTheEnd();
    auto targets = targetsOf(run);
    QCOMPARE(targets.size(), 3U);
    // Zipf with exponent 1 over three: 6/11, 3/11 and 2/11; 4 standard errors are 0.045.
    QVERIFY(std::abs(targets["GET /users/1"] / 2000.0 - 6 / 11.0) < 0.045);
    QVERIFY(std::abs(targets["GET /users/2"] / 2000.0 - 3 / 11.0) < 0.045);
    QVERIFY(std::abs(targets["GET /users/3"] / 2000.0 - 2 / 11.0) < 0.045);
}

void TestBrowser::someOfManyAreUpdates() {
    SceneRun run(shop());
    run.give(SimTime(), "browser", "send_many",
             {{"count", 1000},
              {"rate", 1000.0},
              {"keys", 1},
              {"update_share", 0.2},
              {"update_body", R"({"city": "city {n}"})"}});
    run.runToTheEnd();
    auto targets = targetsOf(run);
    QVERIFY(std::abs(targets["PUT /users/1"] / 1000.0 - 0.2) < 0.051);
    QCOMPARE(run.count<RowsChanged>(), static_cast<std::size_t>(targets["PUT /users/1"]));
}

QTEST_APPLESS_MAIN(TestBrowser)
#include "tst_browser.moc"
