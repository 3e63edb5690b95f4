#include "core/data/changeset.h"
#include "core/nodes/station_statistics.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

Scene shop() {
    return loadScene("tests/scenes/shop.roundtrip");
}

} // namespace

class TestSqlDatabase : public QObject {
    Q_OBJECT

  private slots:
    void aQueryTellsItsPlanAndSteps();
    void stepsTakeTime();
    void aChangeIsAFactThatCanBeUndone();
    void rowsGoneAreGone();
    void slowQueriesAreNoted();
    void statementsWaitForAConnection();
    void moreConnectionsHelp();
    void theSeedMakesThePeople();
    void aFailedStatementTakesItsBaseTime();
};

void TestSqlDatabase::aQueryTellsItsPlanAndSteps() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/1");
    run.runToTheEnd();
    const auto executed = run.all<QueryExecuted>().at(0);
    QCOMPARE(run.text(executed.plan),
             std::string("SEARCH users USING INTEGER PRIMARY KEY (rowid=?)"));
    QCOMPARE(run.text(executed.sql),
             std::string("SELECT id, name, city FROM users WHERE id = :id"));
    QCOMPARE(executed.rows, 1U);
    QVERIFY(executed.vmSteps > 3 && executed.vmSteps < 30);
    QVERIFY(executed.took == 10 * ms);
}

void TestSqlDatabase::stepsTakeTime() {
    SceneRun run(shop());
    QCOMPARE(run.set(SimTime(), "db", "step_time", "1 ms"), std::string());
    run.send(SimTime(), "/users/1");
    run.runToTheEnd();
    const auto executed = run.all<QueryExecuted>().at(0);
    QVERIFY(executed.took == 10 * ms + ms * executed.vmSteps);
}

void TestSqlDatabase::aChangeIsAFactThatCanBeUndone() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/123", "PUT", R"({"city": "Oslo"})");
    run.runToTheEnd();
    const auto changed = run.all<RowsChanged>().at(0);
    QCOMPARE(run.text(changed.rows), std::string("users#123"));
    const auto rows = readChangeset(run.text(changed.changeset));
    QCOMPARE(rows.size(), 1U);
    QVERIFY(rows[0].kind == RowChange::Kind::updated);
    QCOMPARE(rows[0].before.dump(), std::string(R"([123,null,null,"London",null])"));
    QCOMPARE(rows[0].after.dump(), std::string(R"([null,null,null,"Oslo",null])"));
}

void TestSqlDatabase::slowQueriesAreNoted() {
    SceneRun run(shop());
    run.set(SimTime(), "db", "slow_after", "1 s");
    run.send(SimTime(), "/users/5");
    run.runToTheEnd();
    QCOMPARE(run.count<CheckPassed>(), 0U);
    run.set(run.now(), "db", "slow_after", "0.1 ms");
    run.send(run.now(), "/users/6");
    run.runToTheEnd();
    QCOMPARE(run.count<CheckPassed>(), 1U);
    QVERIFY(run.text(run.all<CheckPassed>()[0].reason).starts_with("slow\n"));
}

void TestSqlDatabase::rowsGoneAreGone() {
    SceneRun run(shop());
    run.send(SimTime(), "/users/5", "DELETE");
    run.send(100 * ms, "/users/5");
    run.runToTheEnd();
    QCOMPARE(run.all<RequestFinished>().at(0).status, 204U);
    QCOMPARE(run.all<RequestFinished>().at(1).status, 404U);
    QCOMPARE(run.text(run.all<HandlerFailed>().at(0).reason), std::string("no-row"));
}

void TestSqlDatabase::statementsWaitForAConnection() {
    SceneRun run(shop()); // one connection, two workers
    run.send(SimTime(), "/cities");
    run.send(SimTime(), "/cities");
    run.runToTheEnd();
    const auto executed = run.facts<QueryExecuted>();
    QVERIFY(executed[1].time == executed[0].time + 10 * ms);
    const StationFigures figures = run.world().find("db")->statistics()->overall(run.now());
    QCOMPARE(figures.departures, 2U);
    QCOMPARE(figures.waitShare, 0.5);
}

void TestSqlDatabase::moreConnectionsHelp() {
    SceneRun run(shop());
    QCOMPARE(run.set(SimTime(), "db", "connections", 2), std::string());
    run.send(SimTime(), "/cities");
    run.send(SimTime(), "/cities");
    run.runToTheEnd();
    const auto executed = run.facts<QueryExecuted>();
    QVERIFY(executed[1].time == executed[0].time);
}

void TestSqlDatabase::theSeedMakesThePeople() {
    const auto citiesFor = [](std::uint64_t seed) {
        SceneRun run(shop(), seed, {});
        run.send(SimTime(), "/cities");
        run.runToTheEnd();
        return run.text(run.all<MessageSent>().at(2).wire);
    };
    QCOMPARE(citiesFor(1), citiesFor(1));
    QVERIFY(citiesFor(1) != citiesFor(2));
}

void TestSqlDatabase::aFailedStatementTakesItsBaseTime() {
    SceneRun run(shop());
    run.send(SimTime(), "/broken");
    run.runToTheEnd();
    QCOMPARE(run.count<QueryExecuted>(), 0U);
    // There and back 5 + 5, overhead 1, the statement 3 + 10 + 3.
    QVERIFY(run.facts<RequestFinished>().at(0).time == 27 * ms);
}

QTEST_APPLESS_MAIN(TestSqlDatabase)
#include "tst_sql_database.moc"
