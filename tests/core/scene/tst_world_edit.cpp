#include "core/scene/topology_edit.h"
#include "tests/support/property.h"
#include "tests/support/scene_run.h"

#include <QDirIterator>
#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime second = SimTime::seconds(1);

std::string edit(SceneRun& run, SimTime at, const char* arguments) {
    return run.give(at, "", kEditAction, nlohmann::json::parse(arguments));
}

/// A browser, a server that works for 100 ms on "/" and asks the database for "/row".
const char* const kShop = R"({"format": 1, "nodes": [
    {"id": "browser", "kind": "browser"},
    {"id": "app", "kind": "app_server", "parameters": {"overhead": "0 ms", "routes": [
        {"method": "GET", "path": "/", "handler": [
            {"do": "compute", "time": "100 ms"}, {"do": "respond"}]},
        {"method": "GET", "path": "/row", "handler": [
            {"do": "query", "sql": "SELECT * FROM users WHERE id = 1"}, {"do": "respond"}]}]}},
    {"id": "db", "kind": "sql_database"}],
  "links": [{"from": "browser", "to": "app", "latency": "10 ms"},
            {"from": "app", "to": "db", "latency": "1 ms"}]})";

/// All scenes that are shipped or tested, with what they hold.
std::vector<std::pair<QString, Scene>> allScenes() {
    std::vector<std::pair<QString, Scene>> scenes;
    for (const char* folder : {"scenes", "tests/scenes"}) {
        QDirIterator files(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/") + QLatin1String(folder),
                           {"*.roundtrip"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            QFile opened(file);
            if (opened.open(QIODevice::ReadOnly))
                if (SceneReading reading = readScene(opened.readAll().toStdString()); reading.scene)
                    scenes.emplace_back(QFileInfo(file).completeBaseName(), *reading.scene);
        }
    }
    std::ranges::sort(scenes, {}, &std::pair<QString, Scene>::first);
    return scenes;
}

/// The clients' first actions, so that something goes on.
void begin(SceneRun& run, const Scene& scene) {
    for (const SceneNode& node : scene.nodes) {
        const NodeKind& kind = *findKind(node.kind);
        if (kind.category == Category::clients && !kind.actions.empty())
            run.give(run.now(), node.id, kind.actions.front().name);
    }
}

/// Takes something away, or brings something back that was there.
Command drawnEdit(RandomStream& random, const Scene& now, const Scene& whole) {
    Scene wanted = now;
    const auto missing = differenceBetween(now, whole);
    const bool brings = !missing.isEmpty() && random.uniform() < 0.5;
    if (brings) {
        if (missing.addedNodes.empty()) {
            wanted.links.push_back(missing.addedLinks[random.below(missing.addedLinks.size())]);
        } else {
            wanted.nodes.push_back(missing.addedNodes[random.below(missing.addedNodes.size())]);
            for (const SceneLink& link : missing.addedLinks) {
                if (wanted.findNode(link.from) != nullptr && wanted.findNode(link.to) != nullptr)
                    wanted.links.push_back(link);
            }
        }
    } else if (!now.links.empty() && random.uniform() < 0.5) {
        wanted.links.erase(wanted.links.begin() +
                           static_cast<std::ptrdiff_t>(random.below(now.links.size())));
    } else if (!now.nodes.empty()) {
        const std::string gone = now.nodes[random.below(now.nodes.size())].id;
        std::erase_if(wanted.nodes, [&](const SceneNode& node) { return node.id == gone; });
        std::erase_if(wanted.links,
                      [&](const SceneLink& link) { return link.from == gone || link.to == gone; });
    }
    return editFor(differenceBetween(now, wanted));
}

/// False when one simulated second takes more events than any of these scenes could need.
bool runFor(World& world, SimTime span) {
    constexpr int kMost = 3'000'000;
    const SimTime end = world.simulation().now() + span;
    for (int events = 0; events < kMost; ++events) {
        const auto next = world.simulation().nextEventTime();
        if (!next || *next > end) {
            world.simulation().runUntil(end);
            return true;
        }
        world.simulation().step();
    }
    return false;
}

/// Edits the scene every 700 ms; the fingerprint of what happened, or why it could not go on.
std::string editedRun(const Scene& scene, std::uint64_t seed) {
    SceneRun run(scene);
    RandomStream random(seed, "edits", "draws");
    begin(run, scene);
    for (int i = 0; i < 12; ++i) {
        if (!runFor(run.world(), 700 * ms))
            return "it never gets on";
        Command command = drawnEdit(random, run.world().scene(), scene);
        command.at = run.now();
        if (const auto done = run.world().perform(command); !done)
            return describe(done.error());
    }
    if (!runFor(run.world(), 2 * second))
        return "it never gets on";
    if (run.world().simulation().hasFailed())
        return run.world().simulation().failure();
    return std::to_string(fingerprint(run.trace()));
}

} // namespace

class TestWorldEdit : public QObject {
    Q_OBJECT

  private slots:
    /// Whatever is taken away and brought back: every scene goes on, and the same edits give the
    /// same run.
    void everySceneBearsEdits_data() {
        QTest::addColumn<int>("scene");
        const auto scenes = allScenes();
        QVERIFY(scenes.size() > 50);
        for (std::size_t i = 0; i < scenes.size(); ++i)
            QTest::addRow("%zu %s", i, qPrintable(scenes[i].first)) << static_cast<int>(i);
    }
    void everySceneBearsEdits() {
        QFETCH(int, scene);
        static const auto scenes = allScenes();
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const std::string first =
                editedRun(scenes[static_cast<std::size_t>(scene)].second, seed);
            QVERIFY2(first.find_first_not_of("0123456789") == std::string::npos, first.c_str());
            QCOMPARE(editedRun(scenes[static_cast<std::size_t>(scene)].second, seed), first);
        }
    }

    void anAddedPartWorks() {
        SceneRun run(sceneOf(kShop));
        QCOMPARE(edit(run, 1 * ms, R"({
            "nodes": [{"id": "two", "kind": "browser"}], "links": [{"from": "two", "to": "app"}]})"),
                 std::string());
        run.give(2 * ms, "two", "send", {{"target", "/row"}});
        run.runToTheEnd();
        QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{200});
        QCOMPARE(run.world().roster()->nodes.size(), std::size_t{4});
    }

    void whoWaitsForAPartThatGoesIsTold() {
        SceneRun run(sceneOf(kShop));
        run.send(SimTime(), "/");
        edit(run, 50 * ms, R"({"remove": ["app"]})");
        run.runToTheEnd();
        QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{0}); // no answer
        const Fact end = run.facts<RequestFinished>().front();
        QVERIFY(end.time < 100 * ms); // and not after waiting for ever
    }

    void whoAsksWithoutALineHearsSoSoon() {
        SceneRun run(sceneOf(kShop));
        edit(run, 10 * ms, R"({"remove": ["app->db"]})");
        run.send(20 * ms, "/row");
        run.runToTheEnd();
        QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{500});
    }

    void aPartThatGoesLeavesNoFactsLater() {
        SceneRun run(sceneOf(kShop));
        run.send(SimTime(), "/");
        edit(run, 50 * ms, R"({"remove": ["app"]})");
        run.runToTheEnd();
        const NodeId app{1};
        for (const Fact& fact : run.facts<SpanFinished>())
            QVERIFY(fact.node != app || fact.time <= 50 * ms);
        QCOMPARE(run.all<TopologyChanged>().size(), std::size_t{3}); // it and its two lines
    }

    void whatComesBackHasItsNumberAndBeginsAnew() {
        SceneRun run(sceneOf(kShop));
        edit(run, 10 * ms, R"({"remove": ["db"]})");
        edit(run, 20 * ms, R"({"nodes": [{"id": "db", "kind": "sql_database", "parameters":
            {"connections": 2}}], "links": [{"from": "app", "to": "db"}]})");
        run.send(30 * ms, "/row");
        run.runToTheEnd();
        QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{200});
        QCOMPARE(run.world().roster()->nodes.size(), std::size_t{3});
        QCOMPARE(run.world().roster()->links.size(), std::size_t{2});
        const auto changes = run.all<ParameterChanged>();
        QVERIFY(std::ranges::any_of(changes, [&](const ParameterChanged& changed) {
            return run.text(changed.parameter) == "connections" && run.text(changed.after) == "2";
        }));
    }

    void anIdOfAnotherKindIsRefusedAndNothingHappens() {
        SceneRun run(sceneOf(kShop));
        edit(run, 10 * ms, R"({"remove": ["db"]})");
        const std::size_t facts = run.trace().size();
        const std::string error =
            edit(run, 20 * ms, R"({"nodes": [{"id": "db", "kind": "cache"}]})");
        QVERIFY2(error.find("reused-id") != std::string::npos, error.c_str());
        QCOMPARE(run.trace().size(), facts);
    }

    void aLoadBalancerFindsANewServer() {
        const Scene scene = loadScene("tests/scenes/load_balancer.roundtrip");
        SceneRun run(scene);
        const auto server = std::ranges::find_if(
            scene.nodes, [](const SceneNode& node) { return node.kind == "app_server"; });
        const auto balancer = std::ranges::find_if(
            scene.nodes, [](const SceneNode& node) { return node.kind == "load_balancer"; });
        nlohmann::json copy{
            {"id", "fresh"}, {"kind", "app_server"}, {"parameters", server->parameters}};
        nlohmann::json link{{"from", balancer->id}, {"to", "fresh"}};
        run.give(1 * ms, "", kEditAction, {{"nodes", {copy}}, {"links", {link}}});
        for (int i = 1; i <= 8; ++i)
            run.send(i * 10 * ms, "/work");
        run.runUntil(5 * second);
        const NodeId fresh{static_cast<std::uint16_t>(scene.nodes.size())};
        QVERIFY(std::ranges::any_of(run.facts<SpanStarted>(),
                                    [fresh](const Fact& fact) { return fact.node == fresh; }));
    }

    void aQueueTakesBackWhatAWorkerHadThatGoes() {
        const Scene scene = loadScene("tests/scenes/tasks_worker_dies.roundtrip");
        const auto worker = std::ranges::find_if(
            scene.nodes, [](const SceneNode& node) { return node.kind == "worker"; });
        SceneRun run(scene);
        run.send(100 * ms, "/reports/7", "POST");
        run.give(3 * second, "", kEditAction, {{"remove", {worker->id}}});
        run.runUntil(4 * second);
        const auto reasons = reasonsOf(run, "task");
        QVERIFY(std::ranges::any_of(
            reasons, [](const std::string& reason) { return reason.starts_with("given-back"); }));
    }

    void aReplicaThatComesGetsACopy() {
        SceneRun run(sceneOf(kShop));
        QCOMPARE(edit(run, 10 * ms, R"({"nodes": [{"id": "copy", "kind": "sql_database"}],
            "links": [{"from": "db", "to": "copy"}]})"),
                 std::string());
        run.runUntil(2 * second);
        const auto sent = run.all<MessageSent>();
        QVERIFY(std::ranges::any_of(sent, [&run](const MessageSent& message) {
            return run.text(message.wire).starts_with("copy of the database");
        }));
    }

    void aCrowdThatGoesAsksNoMore() {
        SceneRun run(sceneOf(R"({"format": 1, "nodes": [
            {"id": "crowd", "kind": "crowd", "parameters": {"between": "10 ms"}},
            {"id": "app", "kind": "app_server"}],
          "links": [{"from": "crowd", "to": "app"}]})"));
        QVERIFY(run.world().neverRests());
        edit(run, 1 * second, R"({"remove": ["crowd"]})");
        QVERIFY(!run.world().neverRests());
        run.runUntil(2 * second);
        QVERIFY(!run.world().simulation().nextEventTime());
    }

    void theScheduleLeavesOutWhatIsGone() {
        SceneRun run(sceneOf(R"({"format": 1, "nodes": [
            {"id": "browser", "kind": "browser"}, {"id": "app", "kind": "app_server"}],
          "links": [{"from": "browser", "to": "app"}],
          "schedule": [{"at": "1 s", "target": "app", "action": "stop"},
                       {"at": "2 s", "target": "browser", "action": "send",
                        "arguments": {"target": "/"}}]})"));
        edit(run, 10 * ms, R"({"remove": ["app"]})");
        run.runToTheEnd();
        QVERIFY(!run.world().simulation().hasFailed());
        QCOMPARE(statusesOf(run).size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestWorldEdit)
#include "tst_world_edit.moc"
