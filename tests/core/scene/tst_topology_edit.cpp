#include "core/scene/topology_edit.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

Scene shop() {
    return sceneOf(R"({"format": 1, "nodes": [
        {"id": "browser", "kind": "browser"},
        {"id": "app", "kind": "app_server", "parameters": {"workers": 3}},
        {"id": "db", "kind": "sql_database"}],
      "links": [{"from": "browser", "to": "app", "latency": "20 ms"},
                {"from": "app", "to": "db"}],
      "schedule": [{"at": "1 s", "target": "db", "action": "stop"}]})");
}

std::string keysOf(const Scene& scene) {
    std::string keys;
    for (const SceneNode& node : scene.nodes)
        keys += node.id + " ";
    for (const SceneLink& link : scene.links)
        keys += link.key() + " ";
    return keys;
}

Command edit(const char* arguments) {
    return {SimTime(), "", kEditAction, nlohmann::json::parse(arguments)};
}

} // namespace

class TestTopologyEdit : public QObject {
    Q_OBJECT

  private slots:
    void aNodeTakesItsLinksAlong() {
        const auto after = edited(shop(), edit(R"({"remove": ["db"]})"));
        QVERIFY(after.has_value());
        QCOMPARE(keysOf(*after), std::string("browser app browser->app "));
    }

    void whatComesIsJoined() {
        const auto after = edited(shop(), edit(R"({
            "nodes": [{"id": "cache", "kind": "cache", "name": "Cache", "x": 5, "y": 0}],
            "links": [{"from": "app", "to": "cache", "latency": "2 ms"}]})"));
        QVERIFY(after.has_value());
        QCOMPARE(keysOf(*after),
                 std::string("browser app db cache browser->app app->db app->cache "));
        QCOMPARE(after->links.back().toPort, std::string("clients"));
    }

    void whatStaysKeepsItsSettings() {
        const auto after = edited(shop(), edit(R"({"remove": ["app->db"]})"));
        QCOMPARE(after->findNode("app")->parameters["workers"].get<int>(), 3);
        QCOMPARE(after->findLink("browser->app")->parameters["latency"].get<std::string>(),
                 std::string("20 ms"));
        QCOMPARE(after->schedule.size(), std::size_t{1});
    }

    void doneTwiceItIsDoneOnce() {
        const Command command = edit(R"({"remove": ["db"],
            "nodes": [{"id": "cache", "kind": "cache"}],
            "links": [{"from": "app", "to": "cache"}]})");
        const auto once = edited(shop(), command);
        const auto twice = edited(*once, command);
        QVERIFY(twice.has_value());
        QVERIFY(*once == *twice);
    }

    void whatDoesNotFitIsRefused_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* arguments, const char* code) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(code);
        };
        row("unknown kind", R"({"nodes": [{"id": "x", "kind": "cahce"}]})", "unknown-kind");
        row("cannot talk", R"({"links": [{"from": "browser", "to": "db"}]})", "cannot-link");
        row("unknown end", R"({"links": [{"from": "browser", "to": "nobody"}]})", "unknown-node");
        row("an id that is taken", R"({"nodes": [{"id": "db", "kind": "cache"}]})", "duplicate-id");
        row("another member", R"({"add": []})", "unknown-member");
        row("no object", R"([1])", "not-an-object");
        row("a bad setting", R"({"nodes": [{"id": "x", "kind": "app_server",
                                            "parameters": {"workers": -1}}]})",
            "out-of-range");
    }
    void whatDoesNotFitIsRefused() {
        QFETCH(QString, arguments);
        QFETCH(QString, code);
        const auto after = edited(shop(), edit(arguments.toLatin1().constData()));
        QVERIFY(!after.has_value());
        QCOMPARE(QString::fromStdString(after.error().code), code);
    }

    void theDifferenceMadeIsNoneAfterwards() {
        Scene wanted = shop();
        wanted.nodes.erase(wanted.nodes.begin() + 2);
        wanted.links.pop_back();
        wanted.nodes.push_back({"cache", "cache", "Cache", 0, 0, "", nlohmann::json::object()});
        SceneLink link;
        link.from = "app";
        link.to = "cache";
        link.fromPort = "cache";
        link.toPort = "clients";
        wanted.links.push_back(link);
        const TopologyDifference difference = differenceBetween(shop(), wanted);
        QVERIFY(!difference.isEmpty());
        const auto after = edited(shop(), editFor(difference));
        QVERIFY(after.has_value());
        QVERIFY(differenceBetween(*after, wanted).isEmpty());
        QVERIFY(differenceBetween(shop(), shop()).isEmpty());
    }

    void aNodeOfAnotherKindIsAnotherNode() {
        Scene wanted = shop();
        wanted.nodes[2].kind = "cache";
        const TopologyDifference difference = differenceBetween(shop(), wanted);
        QCOMPARE(difference.removedNodes, std::vector<std::string>{"db"});
        QCOMPARE(difference.addedNodes.size(), std::size_t{1});
        QCOMPARE(difference.removedLinks, std::vector<std::string>{"app->db"});
        QCOMPARE(difference.addedLinks.size(), std::size_t{1});
    }

    /// A schedule speaks to parts; what is to come and go is an input.
    void aScheduleCannotEdit() {
        const SceneReading reading = readScene(R"({"format": 1, "nodes": [],
            "schedule": [{"at": "1 s", "target": "", "action": "edit"}]})");
        QVERIFY(!reading.scene);
    }
};

QTEST_GUILESS_MAIN(TestTopologyEdit)
#include "tst_topology_edit.moc"
