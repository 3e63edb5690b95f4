#include "core/metrics/critical_path.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

/// A browser, a server that works for 5 ms and asks a database, which it takes 3 ms to reach.
Scene chain(int workers = 8) {
    return sceneOf(R"({"format": 1, "nodes": [
        {"id": "browser", "kind": "browser"},
        {"id": "app", "kind": "app_server", "parameters": {"overhead": "0 ms",
            "workers": )" +
                   std::to_string(workers) + R"(,
            "routes": [{"method": "GET", "path": "/", "handler": [
                {"do": "compute", "time": "5 ms"},
                {"do": "query", "sql": "SELECT 1"}, {"do": "respond"}]}]}},
        {"id": "db", "kind": "sql_database", "parameters": {"base_time": "7 ms",
            "step_time": "0 ms"}}],
        "links": [{"from": "browser", "to": "app", "latency": "20 ms"},
                  {"from": "app", "to": "db", "latency": "3 ms"}]})");
}

SpanIndex indexOf(const Trace& trace) {
    SpanIndex index;
    index.extend(trace, trace.size());
    return index;
}

SimTime timeOf(const CriticalPath& path, TimeUse use, int node, int link = -1) {
    for (const PathShare& share : path.shares) {
        const bool isIt = link < 0 ? share.node == NodeId{static_cast<std::uint16_t>(node)}
                                   : share.link == LinkId{static_cast<std::uint16_t>(link)};
        if (share.use == use && isIt)
            return share.time;
    }
    return {};
}

} // namespace

class TestCriticalPath : public QObject {
    Q_OBJECT

  private slots:
    void everyMillisecondHasItsPlace() {
        SceneRun run(chain());
        run.send(ms, "/");
        run.runToTheEnd();
        const SpanIndex spans = indexOf(run.trace());
        const CriticalPath path = criticalPath(run.trace(), spans, spans.trips().front());
        QCOMPARE(path.total, 58 * ms); // 20 there, 5, 3, 7, 3, 20 back
        QCOMPARE(timeOf(path, TimeUse::way, 0, 0), 40 * ms);
        QCOMPARE(timeOf(path, TimeUse::way, 0, 1), 6 * ms);
        QCOMPARE(timeOf(path, TimeUse::work, 2), 7 * ms);
        QCOMPARE(timeOf(path, TimeUse::work, 1), 5 * ms);
        QCOMPARE(path.shares.front().time, 40 * ms); // the largest first
        QCOMPARE(path.shares.size(), 4U);
    }

    void whoStandsInLineWaits() {
        SceneRun run(chain(1));
        run.send(ms, "/");
        run.send(ms, "/");
        run.runToTheEnd();
        const SpanIndex spans = indexOf(run.trace());
        const CriticalPath path = criticalPath(run.trace(), spans, spans.trips().back());
        QCOMPARE(timeOf(path, TimeUse::wait, 1), 18 * ms); // as long as the first one takes there
        QCOMPARE(path.total, 76 * ms);
    }

    void whatGoesOnBesideIsLeftOut() {
        // The worker is still at it when the answer has long arrived.
        SceneRun run(loadScene("tests/scenes/tasks_photo.roundtrip"));
        run.runToTheEnd();
        run.send(run.now() + ms, "/photos", "POST", R"({"name": "cat.jpg"})");
        run.runToTheEnd();
        const SpanIndex spans = indexOf(run.trace());
        const Trip& trip = spans.trips().front();
        const CriticalPath path = criticalPath(run.trace(), spans, trip);
        for (const PathShare& share : path.shares) {
            if (share.node != NodeId::none) {
                const auto& node = run.world().nodes()[indexOf(share.node)];
                QVERIFY2(node->kind().id != "worker", node->key().c_str());
            }
        }
    }

    /// The queue hands a task on at the moment at which it confirms it: nobody waits for that way.
    void whatTheAskedSendsToOthersIsLeftOut() {
        const Scene scene = loadScene("scenes/sandbox/photo_upload.roundtrip");
        SceneRun run(scene);
        run.runToTheEnd();
        const SpanIndex spans = indexOf(run.trace());
        QCOMPARE(spans.trips().size(), 4U);
        for (const Trip& trip : spans.trips()) {
            for (const PathShare& share : criticalPath(run.trace(), spans, trip).shares) {
                if (share.use == TimeUse::way) {
                    const auto& link = scene.links[roundtrip::indexOf(share.link)];
                    QVERIFY2(!link.from.starts_with("worker"), link.key().c_str());
                }
            }
        }
    }

    void sharesAddUp_data() {
        QTest::addColumn<QString>("scene");
        for (const char* scene : {"shop", "load_balancer", "stampede", "connections", "cdn"})
            QTest::newRow(scene) << QStringLiteral("tests/scenes/%1.roundtrip").arg(scene);
    }

    void sharesAddUp() {
        QFETCH(const QString, scene);
        SceneRun run(loadScene(scene));
        for (const auto& node : run.world().nodes()) {
            if (node->kind().id == "browser")
                QCOMPARE(run.give(run.now(), node->key(), "send_many",
                                  {{"count", 100}, {"rate", 400.0}}),
                         std::string());
        }
        run.runUntil(SimTime::seconds(20));
        const SpanIndex spans = indexOf(run.trace());
        int looked = 0;
        for (const Trip& trip : spans.trips()) {
            if (!trip.endFact)
                continue;
            const CriticalPath path = criticalPath(run.trace(), spans, trip);
            SimTime sum;
            for (const PathShare& share : path.shares)
                sum += share.time;
            QCOMPARE(sum, trip.end - trip.start);
            ++looked;
        }
        QVERIFY(looked > 50);
    }

    void theTripAtAQuantileIsOneOfThose() {
        SceneRun run(chain(1));
        for (int i = 0; i < 20; ++i)
            run.send(ms, "/");
        run.runToTheEnd();
        const SpanIndex spans = indexOf(run.trace());
        const FactRange all{0, run.trace().size()};
        const auto took = [&](double quantile) {
            const Trip* trip = tripAtQuantile(spans, all, quantile);
            return trip->end - trip->start;
        };
        QCOMPARE(took(0), 58 * ms);
        QCOMPARE(took(0.95), (58 + 18 * 18) * ms); // the 19th of 20
        QCOMPARE(took(1), (58 + 19 * 18) * ms);
        QVERIFY(tripAtQuantile(spans, {0, 0}, 0.95) == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestCriticalPath)
#include "tst_critical_path.moc"
