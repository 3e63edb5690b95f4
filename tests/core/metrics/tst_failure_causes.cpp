#include "core/metrics/failure_causes.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

Scene shop() {
    return sceneOf(R"({"format": 1, "nodes": [
        {"id": "browser", "kind": "browser"},
        {"id": "app", "kind": "app_server", "parameters": {
            "routes": [{"method": "GET", "path": "/", "handler": [
                {"do": "query", "sql": "SELECT * FROM nothing"}, {"do": "respond"}]}]}},
        {"id": "db", "kind": "sql_database"}],
        "links": [{"from": "browser", "to": "app"}, {"from": "app", "to": "db"}]})");
}

std::vector<FailureCause> causesOf(const SceneRun& run) {
    SpanIndex spans;
    spans.extend(run.trace(), run.trace().size());
    return failureCauses(run.trace(), spans, {0, run.trace().size()});
}

} // namespace

class TestFailureCauses : public QObject {
    Q_OBJECT

  private slots:
    void theSameCauseIsCountedOnce() {
        SceneRun run(shop());
        for (int i = 0; i < 3; ++i)
            run.send(i * ms, "/");
        run.send(9 * ms, "/nowhere");
        run.runToTheEnd();
        const auto causes = causesOf(run);
        QCOMPARE(causes.size(), 2U);
        QCOMPARE(causes[0].count, 3U); // the most frequent first
        QCOMPARE(causes[1].count, 1U);
        QVERIFY(run.trace()[causes[1].fact].is<RouteMissed>());
        QCOMPARE(causes[1].node, NodeId{1});
    }

    void itPointsToWhereTheFailureBegan() {
        SceneRun run(shop());
        run.send(ms, "/");
        run.runToTheEnd();
        const auto causes = causesOf(run);
        QCOMPARE(causes.size(), 1U);
        // The database's refusal comes before the server's handler that fails for it.
        const Fact& fact = run.trace()[causes[0].fact];
        QCOMPARE(fact.node, NodeId{2});
    }

    void aServerThatIsAwayIsSaid() {
        SceneRun run(shop());
        run.give(SimTime(), "app", "stop");
        run.send(ms, "/");
        run.runToTheEnd();
        const auto causes = causesOf(run);
        QCOMPARE(causes.size(), 1U);
        QCOMPARE(causes[0].count, 1U);
    }

    void whereNothingFailedThereIsNone() {
        SceneRun run(shop());
        QVERIFY(causesOf(run).empty());
    }
};

QTEST_APPLESS_MAIN(TestFailureCauses)
#include "tst_failure_causes.moc"
