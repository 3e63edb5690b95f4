#include "core/nodes/node_kind.h"
#include "core/scene/scene_edit.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

Scene small() {
    return sceneOf(R"({"format": 1, "title": "", "nodes": [
        {"id": "browser", "kind": "browser", "color": "blue"},
        {"id": "app", "kind": "app_server", "parameters": {"workers": 3}},
        {"id": "database", "kind": "sql_database"}],
        "links": [{"from": "browser", "to": "app", "latency": "5 ms"},
                  {"from": "app", "to": "database"}]})");
}

} // namespace

class TestSceneEdit : public QObject {
    Q_OBJECT

  private slots:
    void aNodeGoesWithItsLinks() {
        Scene scene = small();
        removeNode(scene, "app");
        QCOMPARE(scene.nodes.size(), std::size_t{2});
        QVERIFY(scene.links.empty());
        QVERIFY(scene.findNode("app") == nullptr);
    }

    void aLinkGoesAlone() {
        Scene scene = small();
        removeLink(scene, "browser->app");
        QCOMPARE(scene.nodes.size(), std::size_t{3});
        QCOMPARE(scene.links.size(), std::size_t{1});
        QVERIFY(scene.findLink("browser->app") == nullptr);
        QVERIFY(scene.findLink("app->database") != nullptr);
    }

    void aSettingIsWhatIsWrittenElseItsFallback() {
        const Scene scene = small();
        QVERIFY(settingOf(scene, "app", "workers") == nlohmann::json(3));
        QVERIFY(settingOf(scene, "database", "rows") == nlohmann::json(10000));
        QVERIFY(settingOf(scene, "browser->app", "latency") == nlohmann::json("5 ms"));
        QVERIFY(settingOf(scene, "app->database", "latency") == nlohmann::json("1 ms"));
    }

    void parametersAreFoundByNodeAndByLink() {
        const Scene scene = small();
        QCOMPARE(parameterOf(scene, "app", "workers")->name, std::string("workers"));
        QCOMPARE(parameterOf(scene, "browser->app", "tls")->name, std::string("tls"));
        QVERIFY(parameterOf(scene, "app", "wings") == nullptr);
        QVERIFY(parameterOf(scene, "nobody", "workers") == nullptr);
        QVERIFY(findParameters(scene, "nobody") == nullptr);
    }

    void onlyWhatSpeaksTheSameIsJoined() {
        const auto joined = [](const char* from, const char* to) {
            return joinedPorts(*findKind(from), *findKind(to));
        };
        QCOMPARE(joined("browser", "app_server")->from, std::string("server"));
        QCOMPARE(joined("app_server", "sql_database")->to, std::string("clients"));
        QVERIFY(!joined("sql_database", "app_server"));
        QVERIFY(!joined("browser", "sql_database"));
    }

    void aColourIsKeptInTheFile() {
        const Scene scene = small();
        QCOMPARE(scene.nodes[0].color, std::string("blue"));
        QVERIFY(sceneOf(writeScene(scene)) == scene);
    }

    void anUnknownColourIsRefused() {
        const SceneReading reading = readScene(
            R"({"format": 1, "nodes": [{"id": "a", "kind": "browser", "color": "blau"}]})");
        QVERIFY(!reading.scene);
        QCOMPARE(reading.problems.front().code, std::string("unknown-choice"));
        QCOMPARE(reading.problems.front().where, std::string("/nodes/0/color"));
    }
};

QTEST_GUILESS_MAIN(TestSceneEdit)
#include "tst_scene_edit.moc"
