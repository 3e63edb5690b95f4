#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime s = SimTime::seconds(1);
using Statuses = std::vector<std::uint32_t>;
using Texts = std::vector<std::string>;

Scene bankWithReplicas(const char* readFrom) {
    Scene scene = loadScene("tests/scenes/transactions.roundtrip");
    scene.nodes[1].parameters["read_from"] = readFrom;
    return scene;
}
/// Notes are written to a database and counted in its replica.
Scene notesWithReplica() {
    return sceneOf(R"scene({"format": 1, "nodes": [
        {"id": "browser", "kind": "browser"},
        {"id": "app", "kind": "app_server", "parameters": {"read_from": "replicas", "routes": [
            {"method": "POST", "path": "/notes", "handler": [
                {"do": "query", "sql": "INSERT INTO notes (text) VALUES (:text)"}]},
            {"method": "PUT", "path": "/notes/<int:id>", "handler": [
                {"do": "query", "sql": "UPDATE notes SET text = 'b' WHERE id = :id"}]},
            {"method": "GET", "path": "/count", "handler": [
                {"do": "query", "sql": "SELECT count(*) AS n FROM notes"}]}]}},
        {"id": "database", "kind": "sql_database", "parameters": {"rows": 10,
            "script": "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)"}},
        {"id": "replica", "kind": "sql_database", "parameters": {"rows": 1}}],
      "links": [
        {"from": "browser", "to": "app"}, {"from": "app", "to": "database"},
        {"from": "app", "to": "replica"}, {"from": "database", "to": "replica"}]})scene");
}
std::int64_t balanceOf(SceneRun& run, int account) {
    run.send(run.now() + ms, "/accounts/" + std::to_string(account));
    run.runUntil(run.now() + s);
    return Json::parse(lastBodyOf(run))["balance"];
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

  private slots:
    void aStoppedServerRefuses();
    void whatItWasDoingEndsInTheMiddle();
    void afterARestartAllWorkersAreFree();
    void aSlowServerTakesLonger();
    void aCacheThatIsGoneIsWorkedWithout();
    void aDatabaseThatStopsUndoesWhatIsOpen();
    void aReplicaThatMissedChangesGetsACopy();
    void aFullDiskTakesNoMoreRows();
    void aReplicaWithAFullDiskFallsBehind();
    void peopleAndTheoryHaveNoFaults();
    void badArgumentsAreRefused();
    void aStopIsAFact();
    void aSettingOfAStoppedPartIsAFact();
};

void TestFaults::aStoppedServerRefuses() {
    SceneRun run(loadScene("tests/scenes/rate_limiter.roundtrip"));
    QCOMPARE(run.give(1 * s, "limiter", "stop"), std::string());
    run.send(2 * s, "/");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), Statuses{0});
    QCOMPARE(reasonsOf(run, "call"), Texts{"failed: refused"});
    QVERIFY(run.now() == 2 * s + 10 * ms); // told at once: there and back
}

void TestFaults::whatItWasDoingEndsInTheMiddle() {
    SceneRun run(loadScene("tests/scenes/load_balancer.roundtrip"));
    QCOMPARE(run.set(0 * s, "balancer", "next_tries", 0), std::string());
    run.send(1 * s, "/work");
    QCOMPARE(run.give(1 * s + 20 * ms, "ada", "stop"), std::string()); // 20 ms of work, 8 done
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), Statuses{502});
    QCOMPARE(run.count<Computed>(), std::size_t{0}); // it never came to that
}

void TestFaults::afterARestartAllWorkersAreFree() {
    SceneRun run(loadScene("tests/scenes/load_balancer.roundtrip"));
    QCOMPARE(run.give(0 * s, "ada", "slow", {{"factor", 1000}}), std::string());
    run.send(1 * s, "/work"); // keeps Ada's one worker for 20 s
    QCOMPARE(run.give(2 * s, "ada", "slow", {{"factor", 1}}), std::string());
    QCOMPARE(run.give(2 * s, "ada", "restart"), std::string());
    for (int i = 0; i < 3; ++i)
        run.send(3 * s + i * s, "/work");
    run.runUntil(8 * s);
    const Statuses statuses = statusesOf(run);
    QCOMPARE(statuses.size(), std::size_t{4});
    QCOMPARE(Statuses(statuses.begin() + 1, statuses.end()), (Statuses{200, 200, 200}));
}

void TestFaults::aSlowServerTakesLonger() {
    SceneRun run(loadScene("tests/scenes/rate_limiter.roundtrip"));
    run.send(1 * s, "/");
    QCOMPARE(run.give(2 * s, "app", "slow", {{"factor", 10}}), std::string());
    run.send(3 * s, "/");
    QCOMPARE(run.give(4 * s, "app", "slow", {{"factor", 1}}), std::string());
    run.send(5 * s, "/");
    run.runToTheEnd();
    std::vector<SimTime> spans;
    for (const Fact& fact : run.facts<RequestFinished>())
        spans.push_back(fact.time - fact.as<RequestFinished>().startedAt);
    // 5 ms of work and 0.2 ms before it, ten times.
    QVERIFY(spans[1] - spans[0] == SimTime::microseconds(9 * 5200));
    QVERIFY(spans[2] == spans[0]);
}

void TestFaults::aCacheThatIsGoneIsWorkedWithout() {
    SceneRun run(loadScene("scenes/lessons/18-caching/scene.roundtrip"));
    run.send(1 * s, "/users/123");
    QCOMPARE(run.give(2 * s, "cache", "stop"), std::string());
    run.send(120 * s, "/users/124");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (Statuses{200, 200}));
    QCOMPARE(reasonsOf(run, "cache"), (Texts{"failed: missing", "failed: missing"}));
}

void TestFaults::aDatabaseThatStopsUndoesWhatIsOpen() {
    SceneRun run(bankWithReplicas("primary"));
    run.send(1 * s, "/transfer/1/2", "POST");
    QCOMPARE(run.give(1 * s + 15 * ms, "database", "restart", {{"after", "1 s"}}), std::string());
    run.runUntil(5 * s);
    QCOMPARE(statusesOf(run), Statuses{500});
    QCOMPARE(reasonsOf(run, "restart"), Texts{"failed: undone\n1"});
    QCOMPARE(balanceOf(run, 1), std::int64_t{100});
    run.send(run.now() + s, "/transfer/1/2", "POST");
    run.runUntil(run.now() + s);
    QCOMPARE(balanceOf(run, 1), std::int64_t{90}); // no lock was left behind
}

void TestFaults::aReplicaThatMissedChangesGetsACopy() {
    SceneRun run(bankWithReplicas("replicas"));
    QCOMPARE(run.give(1 * s, "replica", "stop"), std::string());
    run.send(2 * s, "/transfer/1/2", "POST");
    QCOMPARE(run.give(3 * s, "replica", "start"), std::string());
    run.runUntil(4 * s);
    QCOMPARE(balanceOf(run, 1), std::int64_t{90});

    QCOMPARE(run.set(run.now(), "database->replica", "cut", true), std::string());
    run.send(run.now() + s, "/transfer/1/2", "POST");
    run.runUntil(run.now() + s);
    QCOMPARE(run.set(run.now(), "database->replica", "cut", false), std::string());
    QCOMPARE(balanceOf(run, 1), std::int64_t{90}); // it does not know yet
    run.send(run.now() + s, "/transfer/1/2", "POST");
    run.runUntil(run.now() + s);
    QCOMPARE(reasonsOf(run, "replication"), Texts{"failed: gap\n1"});
    QCOMPARE(balanceOf(run, 1), std::int64_t{70});
}

void TestFaults::aFullDiskTakesNoMoreRows() {
    SceneRun run(notesWithReplica());
    const std::string page = Json{{"text", std::string(4000, 'a')}}.dump();
    run.send(1 * s, "/notes", "POST", page);
    QCOMPARE(run.set(2 * s, "database", "disk_pages", 1), std::string());
    run.send(3 * s, "/notes", "POST", page);
    run.send(4 * s, "/notes", "POST", page);
    run.send(5 * s, "/notes/1", "PUT"); // needs no page more
    run.runUntil(6 * s);
    QCOMPARE(statusesOf(run).front(), 200U);
    QCOMPARE(statusesOf(run).at(2), 500U);
    QCOMPARE(run.text(run.all<HandlerFailed>().back().reason),
             std::string("database or disk is full"));
    QCOMPARE(statusesOf(run).back(), 200U);
    QCOMPARE(run.set(7 * s, "database", "disk_pages", 0), std::string());
    run.send(8 * s, "/notes", "POST", page);
    run.runUntil(9 * s);
    QCOMPARE(statusesOf(run).back(), 200U);
}

void TestFaults::aReplicaWithAFullDiskFallsBehind() {
    SceneRun run(notesWithReplica());
    QCOMPARE(run.set(1 * s, "replica", "disk_pages", 1), std::string());
    const std::string page = Json{{"text", std::string(9000, 'a')}}.dump();
    run.send(2 * s, "/notes", "POST", page);
    run.send(3 * s, "/notes", "POST", page);
    const auto count = [&run] {
        run.send(run.now() + ms, "/count");
        run.runUntil(run.now() + s);
        return Json::parse(lastBodyOf(run))["n"].get<int>();
    };
    run.runUntil(10 * s);
    QCOMPARE(count(), 0);
    QCOMPARE(reasonsOf(run, "replication"), Texts{"failed: stuck\ndatabase or disk is full"});
    QCOMPARE(run.set(run.now(), "replica", "disk_pages", 0), std::string());
    run.runUntil(run.now() + 2 * s);
    QCOMPARE(count(), 2);
}

void TestFaults::peopleAndTheoryHaveNoFaults() {
    SceneRun run(loadScene("tests/scenes/rate_limiter.roundtrip"));
    QVERIFY(run.give(1 * s, "browser", "stop").find("unknown-action") != std::string::npos);
    for (const NodeKind& kind : allKinds())
        QCOMPARE(kind.findAction("restart") != nullptr,
                 kind.category != Category::clients && kind.category != Category::theory);
}

void TestFaults::badArgumentsAreRefused() {
    SceneRun run(loadScene("tests/scenes/rate_limiter.roundtrip"));
    QVERIFY(run.give(0 * s, "app", "slow", {{"factor", 0}}).find("out-of-range") !=
            std::string::npos);
    QVERIFY(run.give(0 * s, "app", "restart", {{"after", "soon"}}).find("bad-duration") !=
            std::string::npos);
    QVERIFY(run.give(0 * s, "app", "stopp").find("stop") != std::string::npos); // did you mean
}

void TestFaults::aStopIsAFact() {
    SceneRun run(loadScene("tests/scenes/rate_limiter.roundtrip"));
    QCOMPARE(run.give(1 * s, "app", "stop"), std::string());
    QCOMPARE(run.give(2 * s, "app", "stop"), std::string()); // it is stopped already
    QCOMPARE(run.give(3 * s, "app", "restart", {{"after", "2 s"}}), std::string());
    run.runToTheEnd();
    QCOMPARE(run.count<NodeChanged>(), std::size_t{2});
    QCOMPARE(run.all<NodeChanged>()[0].isRunning, 0U);
    QCOMPARE(run.all<NodeChanged>()[1].isRunning, 1U);
    QVERIFY(run.facts<NodeChanged>()[1].time == 5 * s);
}

/// It is changed by somebody else, and counts when the part starts.
void TestFaults::aSettingOfAStoppedPartIsAFact() {
    SceneRun run(loadScene("tests/scenes/rate_limiter.roundtrip"));
    QCOMPARE(run.give(1 * s, "limiter", "stop"), std::string());
    QCOMPARE(run.set(2 * s, "limiter", "burst", 7), std::string());
    run.runToTheEnd();
    const auto changes = run.all<ParameterChanged>();
    QCOMPARE(changes.size(), std::size_t{1});
    QCOMPARE(run.text(changes.front().after), std::string("7"));
}

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
