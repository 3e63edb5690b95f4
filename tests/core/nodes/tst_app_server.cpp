#include "core/nodes/station_statistics.h"
#include "tests/support/scene_run.h"

#include <QTest>

#include <cmath>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

Scene shop() {
    return loadScene("tests/scenes/shop.roundtrip");
}

/// The shop without one of its nodes.
Scene shopWithout(const std::string& id) {
    Scene scene = shop();
    std::erase_if(scene.nodes, [&](const SceneNode& node) { return node.id == id; });
    std::erase_if(scene.links, [&](const SceneLink& link) { return link.to == id; });
    return scene;
}

SimTime latencyOf(const Fact& finished) {
    return finished.time - finished.as<RequestFinished>().startedAt;
}

} // namespace

class TestAppServer : public QObject {
    Q_OBJECT

  private slots:
    void theFirstReadMissesAndTheSecondHits();
    void eachStepTakesItsTime();
    void anAnswerIsWrittenWhole();
    void anAnswerWithoutContentSaysNoLength();
    void aHeadHasTheLengthButNoBody();
    void severalRowsComeAsAList();
    void aRequestIsAnswered_data();
    void aRequestIsAnswered();
    void anUnknownMethodIsToldWhichAreKnown();
    void theRouteIsAFact();
    void withoutACacheTheDatabaseIsAsked();
    void theCacheCanBeSwitchedOff();
    void withoutADatabaseItFails();
    void anSqlErrorIsAFailure();
    void aBodyCannotReplaceARouteParameter();
    void aBodyThatIsNoObjectIsNoError_data();
    void aBodyThatIsNoObjectIsNoError();
    void aBodyThatIsNoJsonIsRefused();
    void requestsWaitForAWorker();
    void moreWorkersCanBeHired();
    void newRoutesAreForTheNextRequest();
    void statisticsCountEveryRequest();
};

void TestAppServer::theFirstReadMissesAndTheSecondHits() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/123");
    run.send(100 * ms, "/users/123");
    run.runToTheEnd();
    QCOMPARE(run.count<CacheMissed>(), 1U);
    QCOMPARE(run.count<CacheHit>(), 1U);
    QCOMPARE(run.count<QueryExecuted>(), 1U);
    const auto finished = run.all<RequestFinished>();
    QVERIFY(finished[0].answeredBy == NodeId{3});
    QVERIFY(finished[1].answeredBy == NodeId{2});
    QVERIFY(run.text(run.all<CacheHit>()[0].value).find("Ada Lovelace") != std::string::npos);
}

void TestAppServer::eachStepTakesItsTime() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/123");
    run.send(100 * ms, "/users/123");
    run.runToTheEnd();
    const auto finished = run.facts<RequestFinished>();
    // There and back 5 + 5, overhead 1, a lookup 2 + 1 + 2, the query 3 + 10 + 3, a store 2 + 1
    // + 2.
    QVERIFY(latencyOf(finished[0]) == 37 * ms);
    QVERIFY(latencyOf(finished[1]) == 16 * ms);
}

void TestAppServer::anAnswerIsWrittenWhole() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/123");
    run.runToTheEnd();
    QCOMPARE(lastAnswerOf(run), std::string("HTTP/1.1 200 OK\r\n"
                                            "Content-Type: application/json\r\n"
                                            "Content-Length: 48\r\n\r\n"
                                            R"({"id":123,"name":"Ada Lovelace","city":"London"})"));
}

/// RFC 9110, 8.6: a 204 has no Content-Length; 15.3.5: and no content, whatever was found before.
void TestAppServer::anAnswerWithoutContentSaysNoLength() {
    SceneRun run(shop());
    run.send(SimTime(), "/gone/1");
    run.runToTheEnd();
    QCOMPARE(lastAnswerOf(run), std::string("HTTP/1.1 204 No Content\r\n\r\n"));
}

/// RFC 9110, 9.3.2.
void TestAppServer::aHeadHasTheLengthButNoBody() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/123", "HEAD");
    run.runToTheEnd();
    QCOMPARE(lastAnswerOf(run), std::string("HTTP/1.1 200 OK\r\n"
                                            "Content-Type: application/json\r\n"
                                            "Content-Length: 48\r\n\r\n"));
}

void TestAppServer::severalRowsComeAsAList() {
    SceneRun run(shop());
    run.send(SimTime(), "/cities");
    run.runToTheEnd();
    const std::string answer = lastAnswerOf(run);
    const auto body = nlohmann::json::parse(answer.substr(answer.find("\r\n\r\n") + 4));
    QCOMPARE(body.size(), 3U);
    QVERIFY(body[0].contains("city"));
}

void TestAppServer::aRequestIsAnswered_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char* method, const char* target, int status) {
        QTest::addRow("%s %s", method, target) << QString(method) << QString(target) << status;
    };
    row("GET", "/users/1", 200);
    row("GET", "/users/1?full=yes", 200);
    row("GET", "/users/99999", 404); // no such row
    row("GET", "/users/ada", 404);
    row("GET", "/users", 404);
    row("GET", "/users/1/", 404);
    row("POST", "/users/1", 405);
    row("PUT", "/cities", 405);
    row("PUT", "/nowhere", 404);
    row("DELETE", "/users/5", 204);
    row("DELETE", "/users/99999", 404);
    row("GET", "/early", 202); // nothing after the answer runs
    row("GET", "/teapot", 418);
    row("GET", "/broken", 500);
    row("GET", "/bytes", 200); // text that is no UTF-8
}

void TestAppServer::aRequestIsAnswered() {
    QFETCH(QString, method);
    QFETCH(QString, target);
    QFETCH(int, status);
    SceneRun run(shop());
    run.send(SimTime(), target.toStdString(), method.toStdString());
    run.runToTheEnd();
    QCOMPARE(QString::fromStdString(run.world().simulation().failure()), QString());
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{static_cast<std::uint32_t>(status)});
    QVERIFY(run.now() < SimTime::seconds(1));
}

void TestAppServer::anUnknownMethodIsToldWhichAreKnown() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/1", "POST");
    run.runToTheEnd();
    QCOMPARE(lastAnswerOf(run),
             std::string("HTTP/1.1 405 Method Not Allowed\r\n"
                         "Allow: DELETE, GET, HEAD, OPTIONS, PUT\r\n"
                         "Content-Type: application/problem+json\r\nContent-Length: 43\r\n\r\n"
                         R"({"status":405,"title":"Method Not Allowed"})"));
    const auto missed = run.all<RouteMissed>().at(0);
    QCOMPARE(missed.status, 405U);
    QCOMPARE(run.text(missed.target), std::string("/users/1"));
    QVERIFY(run.text(missed.others).find("GET /users/<int:id>: method\n") != std::string::npos);
}

void TestAppServer::theRouteIsAFact() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/7", "PUT", R"({"city": "Oslo"})");
    run.runToTheEnd();
    const auto matched = run.all<RouteMatched>().at(0);
    QCOMPARE(run.text(matched.pattern), std::string("/users/<int:id>"));
    QCOMPARE(run.text(matched.parameters), std::string("id = 7"));
    QVERIFY(run.text(matched.others).starts_with("GET /users/<int:id>: method\n"));
    QVERIFY(run.text(matched.others).find("GET /cities: path") != std::string::npos);
}

void TestAppServer::withoutACacheTheDatabaseIsAsked() {
    SceneRun run(shopWithout("cache"));
    run.send(SimTime(), "/users/1");
    run.send(100 * ms, "/users/1");
    run.runToTheEnd();
    QCOMPARE(run.count<QueryExecuted>(), 2U);
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{200, 200}));
}

void TestAppServer::theCacheCanBeSwitchedOff() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/1");
    QCOMPARE(run.set(100 * ms, "app", "use_cache", false), std::string());
    run.send(100 * ms, "/users/1");
    run.runToTheEnd();
    QCOMPARE(run.count<CacheHit>(), 0U);
    QCOMPARE(run.count<QueryExecuted>(), 2U);
}

void TestAppServer::withoutADatabaseItFails() {
    SceneRun run(shopWithout("db"));
    run.send(SimTime(), "/users/1");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{500});
    QCOMPARE(run.text(run.all<HandlerFailed>().at(0).reason), std::string("no-database"));
    QVERIFY(lastAnswerOf(run).find("Content-Type: application/problem+json") != std::string::npos);
    QVERIFY(lastAnswerOf(run).find(R"({"status":500,"title":"Internal Server Error"})") !=
            std::string::npos);
}

void TestAppServer::anSqlErrorIsAFailure() {
    SceneRun run(shop());
    run.send(SimTime(), "/broken");
    run.runToTheEnd();
    const auto failed = run.facts<HandlerFailed>();
    QCOMPARE(failed.size(), 2U); // at the database and at the app server
    QVERIFY(failed[0].node == run.world().find("db")->id());
    QVERIFY(failed[1].node == run.world().find("app")->id());
    QCOMPARE(failed[1].as<HandlerFailed>().status, 500U);
    QVERIFY(run.text(failed[1].as<HandlerFailed>().reason).find("no such table: nowhere") !=
            std::string::npos);
    // What went wrong inside is not told to the client.
    QVERIFY(lastAnswerOf(run).find("nowhere") == std::string::npos);
}

/// PUT /users/7 changes person 7, whatever its body says.
void TestAppServer::aBodyCannotReplaceARouteParameter() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/7", "PUT", R"({"id": 8, "city": "Oslo"})");
    run.runToTheEnd();
    QCOMPARE(run.text(run.all<RowsChanged>().at(0).rows), std::string("users#7"));
}

void TestAppServer::aBodyThatIsNoObjectIsNoError_data() {
    QTest::addColumn<QString>("body");
    for (const char* body : {"[1, 2]", "5", "null"})
        QTest::newRow(body) << QString(body);
}

/// The statement then lacks its value, which is the handler's fault.
void TestAppServer::aBodyThatIsNoObjectIsNoError() {
    QFETCH(QString, body);
    SceneRun run(shop());
    run.send(SimTime(), "/users/7", "PUT", body.toStdString());
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{500});
    QVERIFY(run.text(run.all<HandlerFailed>().at(0).reason).find("city") != std::string::npos);
}

void TestAppServer::aBodyThatIsNoJsonIsRefused() {
    for (const char* body : {"no JSON", "{\"city\": "}) {
        SceneRun run(shop());
        run.send(SimTime(), "/users/7", "PUT", body);
        run.runToTheEnd();
        QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{400});
        QCOMPARE(run.text(run.all<CheckFailed>().at(0).reason), std::string("bad-json"));
    }
}

void TestAppServer::requestsWaitForAWorker() {
    SceneRun run(shop());
    for (int i = 0; i < 4; ++i)
        run.send(SimTime(), "/slow");
    run.runToTheEnd();
    const auto queued = run.all<WorkQueued>();
    QCOMPARE(queued.size(), 2U);
    QCOMPARE(queued[0].ahead, 0U);
    QCOMPARE(queued[1].ahead, 1U);
    const auto finished = run.facts<RequestFinished>();
    QVERIFY(latencyOf(finished[0]) == 111 * ms); // 5 + 1 + 100 + 5
    QVERIFY(latencyOf(finished[1]) == 111 * ms);
    QVERIFY(latencyOf(finished[2]) == 212 * ms); // after one of the first two
    QVERIFY(latencyOf(finished[3]) == 212 * ms);
    QVERIFY(run.all<WorkStarted>().back().waited == 101 * ms);
}

void TestAppServer::moreWorkersCanBeHired() {
    SceneRun run(shop());
    for (int i = 0; i < 4; ++i)
        run.send(SimTime(), "/slow");
    QCOMPARE(run.set(50 * ms, "app", "workers", 4), std::string());
    run.runToTheEnd();
    const auto finished = run.facts<RequestFinished>();
    QVERIFY(latencyOf(finished[3]) == 156 * ms); // began when the workers came
}

void TestAppServer::newRoutesAreForTheNextRequest() {
    SceneRun run(shop());
    run.send(SimTime(), "/slow");
    const auto none = nlohmann::json::array();
    QCOMPARE(run.set(50 * ms, "app", "routes", none), std::string());
    run.send(50 * ms, "/slow");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{404, 200}));
}

void TestAppServer::statisticsCountEveryRequest() {
    SceneRun run(shop());
    for (int i = 0; i < 4; ++i)
        run.send(SimTime(), "/slow");
    run.runToTheEnd();
    const StationFigures figures = run.world().find("app")->statistics()->overall(run.now());
    QCOMPARE(figures.departures, 4U);
    QCOMPARE(figures.waitShare, 0.5);
    QVERIFY(std::abs(figures.meanWait - 0.0505) < 1e-9);
    QVERIFY(std::abs(figures.meanResponse - 0.1515) < 1e-9);
}

QTEST_APPLESS_MAIN(TestAppServer)
#include "tst_app_server.moc"
