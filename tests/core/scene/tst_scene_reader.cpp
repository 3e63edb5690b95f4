#include "core/scene/scene.h"
#include "tests/support/problem_text.h"
#include "tests/support/text_file.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// A sound scene, to be broken in one place.
nlohmann::json soundScene() {
    return nlohmann::json::parse(R"({
        "format": 1, "title": "Sound", "seed": 7,
        "nodes": [
            {"id": "browser", "kind": "browser", "x": 10, "y": -20.5},
            {"id": "app", "kind": "app_server", "name": "Shop", "parameters": {"workers": 3}},
            {"id": "cache", "kind": "cache"}
        ],
        "links": [
            {"from": "browser", "to": "app"},
            {"from": "app", "to": "cache", "latency": {"exponential": "2 ms"}, "bandwidth": 1e6}
        ]
    })");
}

std::string problemsOf(const std::string& text) {
    const SceneReading reading = readScene(text);
    return reading.scene ? "a scene" : describe(reading.problems);
}

} // namespace

class TestSceneReader : public QObject {
    Q_OBJECT

  private slots:
    void aSoundSceneIsReadWhole();
    void whatIsNotSaidHasADefault();
    void aBrokenPlaceIsNamed_data();
    void aBrokenPlaceIsNamed();
    void everyProblemIsFoundInOnePass();
    void withAProblemThereIsNoScene();
    void aSyntaxErrorSaysWhere();
    void aMemberThatComesTwiceIsRefused();
    void aDocumentNestedTooDeeplyIsRefused();
    void tooManyNodesAreRefused();
    void theShippedSceneHasNoProblems();
    void whatHappensByItselfIsReadInOrderOfTime();
    void notesAndGroupsAreRead();
};

void TestSceneReader::aSoundSceneIsReadWhole() {
    const auto reading = readSceneDocument(soundScene());
    QVERIFY2(reading.scene, describe(reading.problems).c_str());
    const Scene& scene = *reading.scene;
    QCOMPARE(scene.title, std::string("Sound"));
    QCOMPARE(scene.seed, 7U);
    QCOMPARE(scene.nodes.size(), 3U);
    QCOMPARE(scene.nodes[0].x, 10.0);
    QCOMPARE(scene.nodes[0].y, -20.5);
    QCOMPARE(scene.nodes[1].name, std::string("Shop"));
    QCOMPARE(scene.nodes[1].parameters.dump(), std::string(R"({"workers":3})"));
    QCOMPARE(scene.links.size(), 2U);
    QCOMPARE(scene.links[1].key(), std::string("app->cache"));
    QCOMPARE(scene.links[1].fromPort, std::string("cache"));
    QCOMPARE(scene.links[1].toPort, std::string("clients"));
    QCOMPARE(scene.links[1].parameters["bandwidth"].get<double>(), 1e6);
    QCOMPARE(scene.links[1].parameters["latency"].dump(), std::string(R"({"exponential":"2 ms"})"));
    QVERIFY(scene.findNode("cache") == &scene.nodes[2]);
    QVERIFY(scene.findNode("nobody") == nullptr);
}

void TestSceneReader::whatIsNotSaidHasADefault() {
    const auto reading = readScene(R"({"format": 1, "nodes": [{"id": "a", "kind": "cache"}]})");
    QVERIFY2(reading.scene, describe(reading.problems).c_str());
    QCOMPARE(reading.scene->seed, 1U);
    QVERIFY(reading.scene->title.empty());
    QVERIFY(reading.scene->links.empty());
    QCOMPARE(reading.scene->nodes[0].name, std::string("Cache"));
    QCOMPARE(reading.scene->nodes[0].x, 0.0);
}

void TestSceneReader::aBrokenPlaceIsNamed_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* pointer, const char* value,
                        const char* problem) {
        QTest::newRow(name) << QString(pointer) << QString(value) << QString(problem);
    };
    row("a kind with a slip", "/nodes/2/kind", R"("cahce")",
        "/nodes/2/kind: unknown-kind cahce cache");
    row("a kind like no other", "/nodes/0/kind", R"("submarine")",
        "/nodes/0/kind: unknown-kind submarine ");
    row("an empty kind", "/nodes/1/kind", R"("")", "/nodes/1/kind: missing kind");
    row("an empty id", "/nodes/1/id", R"("")",
        "/nodes/1/id: missing id\n/links/0/to: unknown-node app \n/links/1/from: unknown-node "
        "app ");
    row("an empty end", "/links/0/from", R"("")", "/links/0/from: missing from");
    row("an id with a space", "/nodes/2/id", R"("my cache")",
        "/nodes/2/id: bad-id my cache\n/links/1/to: unknown-node cache ");
    row("an id twice", "/nodes/2/id", R"("app")",
        "/nodes/2/id: duplicate-id app\n/links/0: cannot-link browser cache\n/links/1/to: "
        "unknown-node cache ");
    row("a member with a slip", "/nodes/0/nmae", R"("x")",
        "/nodes/0/nmae: unknown-member nmae name");
    row("a member of the scene", "/node", "[]", "/node: unknown-member node nodes");
    row("a member of a link", "/links/0/speed", "1", "/links/0/speed: unknown-member speed ");
    row("an unknown parameter", "/nodes/1/parameters/wokers", "4",
        "/nodes/1/parameters/wokers: unknown-parameter wokers workers");
    row("a parameter out of range", "/nodes/1/parameters/workers", "0",
        "/nodes/1/parameters/workers: out-of-range workers 1 10000");
    row("a parameter of another type", "/nodes/1/parameters/workers", R"("8")",
        "/nodes/1/parameters/workers: wrong-type workers whole number");
    row("half a worker", "/nodes/1/parameters/workers", "1.5",
        "/nodes/1/parameters/workers: wrong-type workers whole number");
    row("a duration without a unit", "/nodes/1/parameters/overhead", R"("5")",
        "/nodes/1/parameters/overhead: bad-duration 5");
    row("a duration too long", "/nodes/1/parameters/overhead", R"("61 s")",
        "/nodes/1/parameters/overhead: out-of-range overhead 0 60");
    row("a bad route inside a parameter", "/nodes/1/parameters/routes",
        R"([{"method": "GET", "path": "users", "handler": []}])",
        "/nodes/1/parameters/routes/0/path: route-no-slash");
    row("parameters as a list", "/nodes/1/parameters", "[]", "/nodes/1/parameters: not-an-object");
    row("a latency without a unit", "/links/0/latency", "5",
        "/links/0/latency: bad-distribution 5");
    row("a latency of an unknown shape", "/links/0/latency", R"({"gamma": "1 ms"})",
        R"(/links/0/latency: bad-distribution {"gamma":"1 ms"})");
    row("a bandwidth below zero", "/links/0/bandwidth", "-1",
        "/links/0/bandwidth: out-of-range bandwidth 0 10000000000000");
    row("a link to nobody", "/links/0/to", R"("ap")", "/links/0/to: unknown-node ap app");
    row("a link that nobody can speak over", "/links/0/to", R"("cache")",
        "/links/0: cannot-link browser cache");
    row("a link backwards", "/links/1", R"({"from": "cache", "to": "app"})",
        "/links/1: cannot-link cache app_server");
    row("a link twice", "/links/1", R"({"from": "browser", "to": "app"})",
        "/links/1: duplicate-link browser->app");
    row("a schedule for nobody", "/schedule",
        R"([{"at": "1 s", "target": "ap", "action": "stop"}])",
        "/schedule/0: bad-command stop unknown-node ap app");
    row("a scheduled action with a slip", "/schedule",
        R"([{"at": "1 s", "target": "app", "action": "stpo"}])",
        "/schedule/0: bad-command stpo unknown-action stpo stop");
    row("a schedule without a time", "/schedule", R"([{"target": "app", "action": "stop"}])",
        "/schedule/0: missing at");
    row("a scheduled time without a unit", "/schedule",
        R"([{"at": "1", "target": "app", "action": "stop"}])", "/schedule/0/at: bad-duration 1");
    row("a note that is called like a part", "/notes", R"([{"id": "app", "text": "x"}])",
        "/notes/0/id: duplicate-id app");
    row("a note of no colour", "/notes", R"([{"id": "n", "color": "pink"}])",
        "/notes/0/color: unknown-choice pink ");
    row("a request of nobody", "/requests", R"([{"name": "x", "client": "browsr"}])",
        "/requests/0: bad-command send unknown-node browsr browser");
    row("a request of a part that sends none", "/requests", R"([{"name": "x", "client": "cache"}])",
        "/requests/0: bad-command send unknown-action send ");
    row("two requests of one name", "/requests",
        R"([{"name": "x", "client": "browser"}, {"name": "x", "client": "browser"}])",
        "/requests/1/name: duplicate-id x");
    row("a group of nobody", "/groups", R"([{"id": "g", "members": ["ap"]}])",
        "/groups/0/members: unknown-node ap app");
    row("a part in two groups", "/groups",
        R"([{"id": "g", "members": ["app"]}, {"id": "h", "members": ["app"]}])",
        "/groups/1/members: in-two-groups app");
    row("a group twice", "/groups",
        R"([{"id": "g", "members": ["app"]}, {"id": "g", "members": ["cache"]}])",
        "/groups/1/id: duplicate-id g");
    row("a place as text", "/nodes/0/x", R"("left")", "/nodes/0/x: wrong-type x number");
    row("a place far away", "/nodes/0/x", "1e7", "/nodes/0/x: out-of-range x -1000000 1000000");
    row("a seed below zero", "/seed", "-1", "/seed: out-of-range seed 0 9007199254740992");
    row("a seed as a fraction", "/seed", "1.5", "/seed: wrong-type seed whole number");
    row("a title as a number", "/title", "1", "/title: wrong-type title text");
    row("a node as text", "/nodes/2", R"("cache")",
        "/nodes/2: not-an-object\n/links/1/to: unknown-node cache ");
    row("nodes as an object", "/nodes", "{}",
        "/nodes: not-an-array\n/links/0/from: unknown-node browser \n/links/0/to: unknown-node app "
        "\n/links/1/from: unknown-node app \n/links/1/to: unknown-node cache ");
    row("links as text", "/links", R"("none")", "/links: not-an-array");
    row("a newer format", "/format", "2", "/format: newer-format 2 1");
    row("a much newer format", "/format", "18446744073709551615",
        "/format: newer-format 18446744073709551615 1");
    row("a format as text", "/format", R"("1")", "/format: wrong-type format whole number");
    row("a format below zero", "/format", "-1", "/format: wrong-type format whole number");
}

void TestSceneReader::aBrokenPlaceIsNamed() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, problem);
    nlohmann::json scene = soundScene();
    scene[nlohmann::json::json_pointer(pointer.toStdString())] =
        nlohmann::json::parse(value.toStdString());
    QCOMPARE(QString::fromStdString(problemsOf(scene.dump())), problem);
}

void TestSceneReader::everyProblemIsFoundInOnePass() {
    const char* scene = R"({"format": 1, "sead": 2,
        "nodes": [{"id": "a", "kind": "cach"}, {"kind": "cache"}, {}],
        "links": [{"from": "a"}]})";
    QCOMPARE(problemsOf(scene), std::string("/sead: unknown-member sead seed\n"
                                            "/nodes/0/kind: unknown-kind cach cache\n"
                                            "/nodes/1: missing id\n"
                                            "/nodes/2: missing id\n"
                                            "/nodes/2: missing kind\n"
                                            "/links/0: missing to"));
}

void TestSceneReader::withAProblemThereIsNoScene() {
    nlohmann::json scene = soundScene();
    scene["nodes"][0]["x"] = nullptr;
    const SceneReading reading = readSceneDocument(scene);
    QVERIFY(!reading.scene);
    QCOMPARE(reading.problems.size(), 1U);
}

void TestSceneReader::aSyntaxErrorSaysWhere() {
    const SceneReading reading = readScene("{\n  \"format\": 1,\n  \"nodes\": [}\n");
    QCOMPARE(reading.problems.size(), 1U);
    QCOMPARE(reading.problems[0].code, std::string("syntax"));
    QCOMPARE(reading.problems[0].where, std::string("line 3, column 13"));
    QVERIFY(!reading.problems[0].args.at(0).empty());
    QCOMPARE(problemsOf("[]"), std::string(": not-an-object"));
    QCOMPARE(problemsOf("{}"), std::string(": missing format"));
}

void TestSceneReader::aMemberThatComesTwiceIsRefused() {
    QCOMPARE(problemsOf(R"({"format": 1, "seed": 1, "nodes": [], "seed": 2})"),
             std::string(": duplicate-member seed"));
    QCOMPARE(problemsOf(R"({"format": 1, "nodes": [{"id": "a", "kind": "cache", "id": "b"}]})"),
             std::string(": duplicate-member id"));
}

void TestSceneReader::aDocumentNestedTooDeeplyIsRefused() {
    constexpr std::size_t levels = 100'000;
    const std::string deep = std::string(levels, '[') + std::string(levels, ']');
    const std::string scene = R"({"format": 1, "nodes": [], "title": )" + deep + "}";
    QCOMPARE(problemsOf(scene), std::string(": too-deep"));
}

void TestSceneReader::tooManyNodesAreRefused() {
    nlohmann::json scene{{"format", 1}, {"nodes", nlohmann::json::array()}};
    for (int i = 0; i <= 60'000; ++i)
        scene["nodes"].push_back(nullptr);
    const SceneReading reading = readSceneDocument(scene);
    QCOMPARE(describe(reading.problems), std::string("/nodes: too-many-nodes 60000"));
}

void TestSceneReader::theShippedSceneHasNoProblems() {
    QCOMPARE(problemsOf(readText("scenes/lessons/18-caching/scene.roundtrip")),
             std::string("a scene"));
}

void TestSceneReader::whatHappensByItselfIsReadInOrderOfTime() {
    nlohmann::json json = soundScene();
    json["schedule"] = nlohmann::json::parse(R"([
        {"at": "2 min", "target": "app", "action": "start"},
        {"at": "1.5 s", "target": "app", "action": "stop"},
        {"at": "3 s", "target": "browser->app", "action": "set",
         "arguments": {"parameter": "cut", "value": true}}])");
    const auto reading = readSceneDocument(json);
    QVERIFY2(reading.scene, describe(reading.problems).c_str());
    const auto& schedule = reading.scene->schedule;
    QCOMPARE(schedule.size(), 3U);
    QCOMPARE(schedule[0].action, std::string("stop"));
    QCOMPARE(schedule[0].at, SimTime::milliseconds(1500));
    QCOMPARE(schedule[1].target, std::string("browser->app"));
    QCOMPARE(schedule[2].at, SimTime::milliseconds(120'000));
}

void TestSceneReader::notesAndGroupsAreRead() {
    nlohmann::json json = soundScene();
    json["notes"] = nlohmann::json::parse(R"([{"id": "hint", "text": "Look here", "x": 3,
                                              "y": 4, "color": "yellow"}])");
    json["groups"] = nlohmann::json::parse(R"([{"id": "g", "name": "Shop", "color": "blue",
                                               "members": ["app", "cache"]}])");
    const auto reading = readSceneDocument(json);
    QVERIFY2(reading.scene, describe(reading.problems).c_str());
    const Scene& scene = *reading.scene;
    QCOMPARE(scene.findNote("hint")->text, std::string("Look here"));
    QVERIFY(scene.findNote("app") == nullptr);
    QCOMPARE(scene.groupOf("cache")->name, std::string("Shop"));
    QVERIFY(scene.groupOf("browser") == nullptr);
    // What stands on the stage only for people can't be joined.
    json["links"].push_back({{"from", "browser"}, {"to", "hint"}});
    QCOMPARE(problemsOf(json.dump()), std::string("/links/2/to: unknown-node hint "));
}

QTEST_APPLESS_MAIN(TestSceneReader)
#include "tst_scene_reader.moc"
