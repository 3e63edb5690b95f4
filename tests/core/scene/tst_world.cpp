#include "core/scene/world.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

Scene cachingScene() {
    return loadScene("scenes/lessons/18-caching/scene.roundtrip");
}

/// Requests from many people at random moments, with a command in between.
void play(SceneRun& run) {
    run.give(SimTime(), "browser", "send_many",
             {{"count", 200}, {"rate", 100.0}, {"target", "/users/{key}"}, {"keys", 50}});
    run.set(500 * ms, "cache", "ttl", "1 s");
    run.send(900 * ms, "/users/7", "PUT", R"({"city": "Oslo"})");
    run.runToTheEnd();
}

} // namespace

class TestWorld : public QObject {
    Q_OBJECT

  private slots:
    void theSameSeedAndCommandsGiveTheSameRun();
    void anotherSeedGivesAnotherRun();
    void twoWorldsRunSideBySide();
    void anAddedNodeLeavesTheOthersDrawsAlone();
    void aCommandIsAFact();
    void aCommandThatDoesNotFitIsRefused_data();
    void aCommandThatDoesNotFitIsRefused();
    void aRefusedCommandLeavesNoFact();
    void aLinksLatencyChangesWhatIsSentAfterwards();
    void aLinksBandwidthCanBeSet();
    void aWorldCanEndInTheMiddle();
    void whatIsScheduledHappensWhenItShould();
    void aScheduleIsPartOfTheRun();
};

void TestWorld::theSameSeedAndCommandsGiveTheSameRun() {
    SceneRun first(cachingScene());
    SceneRun second(cachingScene());
    play(first);
    play(second);
    QVERIFY(first.trace().size() > 5000);
    QCOMPARE(first.trace().size(), second.trace().size());
    QCOMPARE(fingerprint(first.trace()), fingerprint(second.trace()));
}

void TestWorld::anotherSeedGivesAnotherRun() {
    SceneRun first(cachingScene(), 1, {});
    SceneRun second(cachingScene(), 2, {});
    play(first);
    play(second);
    QVERIFY(fingerprint(first.trace()) != fingerprint(second.trace()));
}

void TestWorld::twoWorldsRunSideBySide() {
    SceneRun alone(cachingScene());
    play(alone);
    SceneRun left(cachingScene());
    SceneRun right(cachingScene(), 99, {});
    // They take turns, event by event; neither may notice the other.
    play(right);
    left.give(SimTime(), "browser", "send_many",
              {{"count", 200}, {"rate", 100.0}, {"target", "/users/{key}"}, {"keys", 50}});
    right.give(right.now(), "browser", "send_many", {{"count", 100}});
    while (left.now() < 500 * ms) {
        left.runUntil(left.now() + ms);
        right.runUntil(right.now() + ms);
    }
    left.set(500 * ms, "cache", "ttl", "1 s");
    left.send(900 * ms, "/users/7", "PUT", R"({"city": "Oslo"})");
    left.runToTheEnd();
    QCOMPARE(fingerprint(left.trace()), fingerprint(alone.trace()));
}

void TestWorld::anAddedNodeLeavesTheOthersDrawsAlone() {
    const char* const queue = R"({"format": 1, "nodes": [
        {"id": "source", "kind": "source", "parameters": {"count": 50}},
        {"id": "sink", "kind": "sink"}], "links": [{"from": "source", "to": "sink"}]})";
    Scene bigger = sceneOf(queue);
    bigger.nodes.push_back({.id = "other", .kind = "source", .name = "Other"});
    SceneRun first(sceneOf(queue));
    SceneRun second(bigger);
    first.runToTheEnd();
    second.runToTheEnd();
    QVERIFY(first.now() == second.now());
    QVERIFY(first.now() > SimTime::seconds(20));
}

void TestWorld::aCommandIsAFact() {
    SceneRun run(cachingScene());
    QCOMPARE(run.set(3 * ms, "cache", "capacity", 3), std::string());
    const Fact fact = run.facts<CommandGiven>().at(0);
    QVERIFY(fact.time == 3 * ms);
    QVERIFY(fact.node == run.world().find("cache")->id());
    const auto told = nlohmann::json::parse(run.text(fact.as<CommandGiven>().description));
    QCOMPARE(told["action"].get<std::string>(), std::string("set"));
    QCOMPARE(told["arguments"]["value"].get<int>(), 3);
    const auto changed = run.all<ParameterChanged>().at(0);
    QCOMPARE(run.text(changed.parameter), std::string("capacity"));
    QCOMPARE(run.text(changed.before), std::string("100"));
    QCOMPARE(run.text(changed.after), std::string("3"));
}

void TestWorld::aCommandThatDoesNotFitIsRefused_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* target, const char* action,
                        const char* arguments, const char* error) {
        QTest::newRow(name) << QString(target) << QString(action) << QString(arguments)
                            << QString(error);
    };
    row("nobody", "cash", "clear", "{}", ": unknown-node cash cache");
    row("no such action", "cache", "cleer", "{}", ": unknown-action cleer clear");
    row("an action of another kind", "cache", "send_many", "{}", ": unknown-action send_many ");
    row("no such argument", "browser", "send", R"({"targe": "/"})",
        ": unknown-parameter targe target");
    row("an argument of another type", "browser", "send", R"({"target": 5})",
        ": wrong-type target text");
    row("a choice that is none", "browser", "send", R"({"method": "GTE"})",
        ": unknown-choice GTE GET");
    row("too many", "browser", "send_many", R"({"count": 100000000})",
        ": out-of-range count 1 10000000");
    row("arguments as a list", "browser", "send", "[1]", ": unknown-parameter 0 ");
    row("no such parameter", "app", "set", R"({"parameter": "wokers", "value": 1})",
        ": unknown-parameter wokers workers");
    row("no parameter at all", "app", "set", "{}", ": unknown-parameter  ");
    row("a value that does not fit", "app", "set", R"({"parameter": "workers", "value": 0})",
        ": out-of-range workers 1 10000");
    row("a value forgotten", "app", "set", R"({"parameter": "workers"})",
        ": wrong-type workers whole number");
    row("a link that is none", "browser->cache", "set",
        R"({"parameter": "latency", "value": "1 s"})", ": unknown-node browser->cache ");
    row("a link can only be set", "browser->app", "cut", "{}", ": unknown-action cut set");
    row("a link's parameter", "browser->app", "set", R"({"parameter": "latncy", "value": "1 s"})",
        ": unknown-parameter latncy latency");
    row("a link's latency", "browser->app", "set", R"({"parameter": "latency", "value": 1})",
        ": bad-distribution 1");
    row("a link's bandwidth", "browser->app", "set", R"({"parameter": "bandwidth", "value": -1})",
        ": out-of-range bandwidth 0 10000000000000");
}

void TestWorld::aCommandThatDoesNotFitIsRefused() {
    QFETCH(QString, target);
    QFETCH(QString, action);
    QFETCH(QString, arguments);
    QFETCH(QString, error);
    const Scene scene = cachingScene();
    const Command command{SimTime(), target.toStdString(), action.toStdString(),
                          nlohmann::json::parse(arguments.toStdString())};
    const auto checked = checkCommand(scene, command);
    QVERIFY(!checked);
    QCOMPARE(QString::fromStdString(describe(checked.error())), error);
}

void TestWorld::aRefusedCommandLeavesNoFact() {
    SceneRun run(cachingScene());
    const std::uint64_t before = fingerprint(run.trace());
    QVERIFY(!run.set(SimTime(), "cache", "capacity", "many").empty());
    QCOMPARE(fingerprint(run.trace()), before);
}

void TestWorld::aLinksLatencyChangesWhatIsSentAfterwards() {
    SceneRun run(cachingScene());
    run.send(SimTime(), "/health");
    QCOMPARE(run.set(SimTime::nanoseconds(1), "browser->app", "latency", "50 ms"), std::string());
    run.send(100 * ms, "/health");
    run.runToTheEnd();
    const auto arrived = run.facts<MessageArrived>();
    QCOMPARE(arrived.size(), 4U);
    const auto wayOf = [](const Fact& fact) {
        return fact.time - fact.as<MessageArrived>().departure;
    };
    QVERIFY(wayOf(arrived[0]) == ms); // was on its way already
    QVERIFY(wayOf(arrived[1]) == 50 * ms);
    QVERIFY(wayOf(arrived[2]) == 50 * ms);
    QCOMPARE(run.text(run.all<ParameterChanged>().at(0).parameter),
             std::string("browser->app latency"));
}

void TestWorld::aLinksBandwidthCanBeSet() {
    SceneRun run(cachingScene());
    QCOMPARE(run.set(SimTime(), "browser->app", "bandwidth", 8000), std::string());
    run.send(SimTime(), "/health");
    run.runToTheEnd();
    const Fact arrived = run.facts<MessageArrived>().at(0);
    const auto sent = run.all<MessageSent>().at(0);
    // 8000 bits per second are one byte per millisecond; the latency of 1 ms comes on top.
    QVERIFY(arrived.time == ms + ms * sent.bytes);
}

void TestWorld::aWorldCanEndInTheMiddle() {
    SceneRun run(cachingScene());
    run.give(SimTime(), "browser", "send_many", {{"count", 1000}, {"rate", 5000.0}});
    run.runUntil(50 * ms);
    QVERIFY(run.world().simulation().liveProcesses() > 10);
}

void TestWorld::whatIsScheduledHappensWhenItShould() {
    Scene scene = cachingScene();
    scene.schedule = {{20 * ms, "app", "stop"}, {5000 * ms, "app", "start"}};
    SceneRun run(scene);
    run.send(30 * ms, "/users/7");
    run.send(6000 * ms, "/users/7");
    run.runToTheEnd();
    const auto given = run.facts<CommandGiven>();
    QCOMPARE(given.size(), 4U);
    QCOMPARE(given[0].time, 20 * ms);
    QCOMPARE(run.text(given[0].as<CommandGiven>().description),
             std::string(R"({"action":"stop","arguments":{},"target":"app"})"));
    QCOMPARE(given[2].time, 5000 * ms);
    const auto statuses = statusesOf(run);
    QCOMPARE(statuses.back(), 200U); // it answers again
    QCOMPARE(statuses.size(), 2U);
    QCOMPARE(statuses.front(), 0U); // nobody was there
}

void TestWorld::aScheduleIsPartOfTheRun() {
    Scene scene = cachingScene();
    scene.schedule = {
        {0 * ms, "browser->app", "set", {{"parameter", "latency"}, {"value", "1 s"}}}};
    SceneRun first(scene);
    SceneRun second(scene);
    play(first);
    play(second);
    QCOMPARE(fingerprint(first.trace()), fingerprint(second.trace()));
    SceneRun without(cachingScene());
    play(without);
    QVERIFY(fingerprint(first.trace()) != fingerprint(without.trace()));
}

QTEST_APPLESS_MAIN(TestWorld)
#include "tst_world.moc"
