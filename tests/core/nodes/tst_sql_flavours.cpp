#include "core/kernel/quantity.h"
#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// Writes and reads of one table, each taking 10 ms and a little.
Scene shopOn(const std::string& flavour, int connections, int room) {
    return sceneOf(R"({"format": 1, "nodes": [
        {"id": "browser", "kind": "browser"},
        {"id": "app", "kind": "app_server", "parameters": {"workers": 100, "overhead": "0 s",
            "routes": [
            {"method": "GET", "path": "/write", "handler": [
                {"do": "query", "sql": "UPDATE stock SET left = left - 1 WHERE id = 1"},
                {"do": "respond", "status": 204}]},
            {"method": "GET", "path": "/write/<int:id>", "handler": [
                {"do": "query", "sql": "UPDATE stock SET left = left - 1 WHERE id = :id"},
                {"do": "respond", "status": 204}]},
            {"method": "GET", "path": "/read", "handler": [
                {"do": "query", "sql": "SELECT left FROM stock WHERE id = 1"}]}]}},
        {"id": "db", "kind": "sql_database", "parameters": {"rows": 1, "base_time": "10 ms",
            "step_time": "0 s", "flavour": ")" +
                   flavour + R"(", "connections": )" + std::to_string(connections) +
                   R"(, "waiting_limit": )" + std::to_string(room) + R"(,
            "script": "CREATE TABLE stock (id INTEGER PRIMARY KEY, left INTEGER); INSERT INTO stock VALUES (1, 10), (2, 10), (3, 10), (4, 10), (5, 10);"}}],
        "links": [{"from": "browser", "to": "app", "latency": "0 s"},
                  {"from": "app", "to": "db", "latency": "0 s"}]})");
}

SimTime lastEnd(SceneRun& run, const std::string& target, int count) {
    for (int i = 0; i < count; ++i)
        run.send(SimTime(), target);
    run.runToTheEnd();
    return run.facts<RequestFinished>().back().time;
}

constexpr SimTime ms = SimTime::milliseconds(1);

} // namespace

/// How a database's flavour shows: writers, connections, tables at the start.
class TestSqlFlavours : public QObject {
    Q_OBJECT

  private slots:
    void sqliteWritesOneAfterTheOther() {
        SceneRun sqlite(shopOn("sqlite", 10, 0));
        QVERIFY(lastEnd(sqlite, "/write", 5) == 50 * ms);
        const auto waited = sqlite.all<CheckPassed>();
        QCOMPARE(waited.size(), 4U);
        QCOMPARE(sqlite.text(waited[3].reason), "waited\n" + durationText(40 * ms));
        SceneRun reading(shopOn("sqlite", 10, 0));
        QVERIFY(lastEnd(reading, "/read", 5) == 10 * ms);
    }

    void theOthersWriteSideBySide() {
        for (const char* flavour : {"postgresql", "mysql"}) {
            SceneRun run(shopOn(flavour, 10, 0));
            for (int id = 1; id <= 5; ++id)
                run.send(SimTime(), "/write/" + std::to_string(id));
            run.runToTheEnd();
            QVERIFY(run.facts<RequestFinished>().back().time == 10 * ms);
            QCOMPARE(run.count<RowsChanged>(), 5U);
        }
    }

    void oneRowIsWrittenByOneAtATime() {
        for (const char* flavour : {"postgresql", "mysql"}) {
            SceneRun run(shopOn(flavour, 10, 0));
            QVERIFY(lastEnd(run, "/write", 5) == 50 * ms);
            QCOMPARE(run.count<RowsChanged>(), 5U);
        }
    }

    void oneTooManyIsRefusedInItsOwnWords() {
        SceneRun run(shopOn("postgresql", 2, 1));
        lastEnd(run, "/read", 5);
        int failed = 0;
        for (const RequestFinished& end : run.all<RequestFinished>())
            failed += end.status == 500 ? 1 : 0;
        QCOMPARE(failed, 2);
        QVERIFY(run.text(run.all<HandlerFailed>().at(0).reason).find("too many clients") !=
                std::string::npos);
        QCOMPARE(run.text(run.all<CheckFailed>().at(0).reason), std::string("full\n2"));
    }

    void aBrokenScriptIsAProblemOfTheScene() {
        const nlohmann::json node{{"id", "db"},
                                  {"kind", "sql_database"},
                                  {"parameters", {{"script", "CREATE TABEL x (id)"}}}};
        const SceneReading reading =
            readSceneDocument({{"format", 1}, {"nodes", nlohmann::json::array({node})}});
        QVERIFY(!reading.scene);
        QCOMPARE(reading.problems[0].where, std::string("/nodes/0/parameters/script"));
        QCOMPARE(reading.problems[0].code, std::string("sql-failed"));
    }
};

QTEST_GUILESS_MAIN(TestSqlFlavours)
#include "tst_sql_flavours.moc"
