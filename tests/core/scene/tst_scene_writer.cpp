#include "core/kernel/json_object.h"
#include "core/scene/link_parameters.h"
#include "core/scene/scene.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

const char* const cachingScene = "scenes/lessons/18-caching/scene.roundtrip";

} // namespace

class TestSceneWriter : public QObject {
    Q_OBJECT

  private slots:
    void whatWasWrittenIsReadBackTheSame();
    void aParameterAtItsDefaultIsLeftOut();
    void theTextIsStable();
    void numbersKeepEveryDigit();
};

void TestSceneWriter::whatWasWrittenIsReadBackTheSame() {
    Scene scene = loadScene(cachingScene);
    // Parameters at their default are left out on purpose; all others must survive.
    for (SceneNode& node : scene.nodes) {
        for (const Parameter& parameter : findKind(node.kind)->parameters) {
            if (memberOf(node.parameters, parameter.name) == parameter.fallback)
                node.parameters.erase(parameter.name);
        }
    }
    for (SceneLink& link : scene.links) {
        for (const Parameter& parameter : linkParameters()) {
            if (memberOf(link.parameters, parameter.name) == parameter.fallback)
                link.parameters.erase(parameter.name);
        }
    }
    scene.links[0].parameters["bandwidth"] = 1.5e6;
    scene.links[1].parameters["latency"] = {{"lognormal", {"2 ms", 0.5}}};
    scene.title = "\"Caf\u00e9\"\n\\ \u2192";
    scene.schedule = {{SimTime::milliseconds(250), "app", "slow", {{"factor", 4.0}}},
                      {SimTime::milliseconds(90'000), "app", "stop"}};
    scene.notes = {{"hint", "two\nlines", 3.5, -4, "yellow"}, {"plain"}};
    scene.groups = {{"shop", "The shop", "blue", {"app", "cache"}}};
    scene.requests = {{"A user", "browser", {{"target", "/users/7"}}}, {"The page", "browser"}};
    QVERIFY(sceneOf(writeScene(scene)) == scene);
}

void TestSceneWriter::aParameterAtItsDefaultIsLeftOut() {
    Scene scene = sceneOf(R"({"format": 1, "nodes": [{"id": "a", "kind": "cache",
        "parameters": {"capacity": 100, "ttl": "30 s"}}]})");
    const auto written = nlohmann::json::parse(writeScene(scene));
    QCOMPARE(written["nodes"][0]["parameters"].dump(), std::string(R"({"ttl":"30 s"})"));
    scene.nodes[0].parameters.erase("ttl");
    QVERIFY(!nlohmann::json::parse(writeScene(scene))["nodes"][0].contains("parameters"));
}

void TestSceneWriter::theTextIsStable() {
    const std::string once = writeScene(loadScene(cachingScene));
    QCOMPARE(writeScene(sceneOf(once)), once);
    QVERIFY(once.starts_with("{\n    \"format\": 1,\n    \"title\": "));
    QVERIFY(once.ends_with("}\n"));
}

void TestSceneWriter::numbersKeepEveryDigit() {
    Scene scene = sceneOf(R"({"format": 1, "nodes": [{"id": "a", "kind": "cache"}]})");
    scene.seed = (std::uint64_t{1} << 53U) - 1;
    scene.nodes[0].x = 0.1 + 0.2;
    scene.nodes[0].y = -1e-300;
    QVERIFY(sceneOf(writeScene(scene)) == scene);
}

QTEST_APPLESS_MAIN(TestSceneWriter)
#include "tst_scene_writer.moc"
