#include "core/scene/scene_advice.h"
#include "core/scene/scene_edit.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// "code where" of each piece of advice.
std::vector<std::string> told(const Scene& scene) {
    std::vector<std::string> all;
    for (const Problem& problem : adviceOn(scene))
        all.push_back(problem.code + " " + problem.where);
    return all;
}

Scene sound() {
    return sceneOf(R"({"format": 1, "nodes": [
        {"id": "browser", "kind": "browser"},
        {"id": "balancer", "kind": "load_balancer"},
        {"id": "app", "kind": "app_server", "parameters": {"routes": [
            {"method": "POST", "path": "/login", "handler": [{"do": "login"}]},
            {"method": "POST", "path": "/photos", "handler": [{"do": "enqueue", "task": "t"}]},
            {"method": "GET", "path": "/", "handler": [{"do": "query", "sql": "SELECT 1"}]}]}},
        {"id": "database", "kind": "sql_database"},
        {"id": "queue", "kind": "task_queue", "parameters": {"max_length": 100}},
        {"id": "worker", "kind": "worker"}],
        "links": [{"from": "browser", "to": "balancer"}, {"from": "balancer", "to": "app"},
                  {"from": "app", "to": "database"}, {"from": "app", "to": "queue"},
                  {"from": "worker", "to": "queue"}]})");
}

} // namespace

class TestSceneAdvice : public QObject {
    Q_OBJECT

  private slots:
    void aSoundSceneNeedsNone() { QVERIFY(told(sound()).empty()); }

    void anEmptySceneNeedsNone() { QVERIFY(told(Scene()).empty()); }

    void whatIsMissingIsSaid_data() {
        QTest::addColumn<QString>("without");
        QTest::addColumn<QString>("advice");
        QTest::newRow("worker") << "worker->queue"
                                << "queue-without-worker queue";
        QTest::newRow("worker alone") << "worker->queue"
                                      << "joined-with-nobody worker";
        QTest::newRow("servers") << "balancer->app"
                                 << "balancer-without-servers balancer";
        QTest::newRow("database") << "app->database"
                                  << "asks-no-database app";
        QTest::newRow("database alone") << "app->database"
                                        << "joined-with-nobody database";
        QTest::newRow("tickets") << "app->queue"
                                 << "writes-no-tickets app";
    }
    void whatIsMissingIsSaid() {
        QFETCH(QString, without);
        QFETCH(QString, advice);
        Scene scene = sound();
        removeLink(scene, without.toStdString());
        const auto all = told(scene);
        QVERIFY2(std::ranges::find(all, advice.toStdString()) != all.end(), qPrintable(advice));
    }

    void aQueueMayNotGrowForEver() {
        Scene scene = sound();
        (*findParameters(scene, "queue"))["max_length"] = 0;
        QCOMPARE(told(scene), std::vector<std::string>{"queue-without-limit queue"});
    }

    void passwordsNeedASealedLine() {
        Scene scene = sound();
        removeNode(scene, "balancer");
        SceneLink open;
        open.from = "browser";
        open.to = "app";
        scene.links.push_back(open);
        QCOMPARE(told(scene), std::vector<std::string>{"secret-in-the-open browser->app"});
        (*findParameters(scene, "browser->app"))["tls"] = true;
        QVERIFY(told(scene).empty());
    }

    void tryingAgainNeedsAPause() {
        Scene scene = sound();
        (*findParameters(scene, "browser"))["retries"] = 5;
        QVERIFY(told(scene).empty());
        (*findParameters(scene, "browser"))["backoff"] = "0 s";
        QCOMPARE(told(scene), std::vector<std::string>{"eager-retries browser"});
    }
};

QTEST_GUILESS_MAIN(TestSceneAdvice)
#include "tst_scene_advice.moc"
