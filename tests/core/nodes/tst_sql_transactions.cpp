#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

nlohmann::json bankDocument() {
    return nlohmann::json::parse(readText("tests/scenes/transactions.roundtrip"));
}

Scene bankWith(std::size_t node, const std::string& parameter, const nlohmann::json& value) {
    nlohmann::json document = bankDocument();
    document["nodes"][node]["parameters"][parameter] = value;
    return sceneOf(document.dump());
}
constexpr std::size_t kApp = 1;
constexpr std::size_t kDatabase = 2;

Scene bank() {
    return sceneOf(bankDocument().dump());
}

/// Both withdraw at once.
void withdrawTwice(SceneRun& run, const std::string& way) {
    for (int i = 0; i < 2; ++i)
        run.send(SimTime::seconds(1), "/" + way + "/30", "POST");
    run.runUntil(SimTime::seconds(10));
}

/// Whoever ended first.
std::vector<std::uint32_t> sortedStatusesOf(const SceneRun& run) {
    std::vector<std::uint32_t> statuses = statusesOf(run);
    std::ranges::sort(statuses);
    return statuses;
}
using Statuses = std::vector<std::uint32_t>;

std::string bodyOf(SceneRun& run, const std::string& target) {
    run.send(run.now() + ms, target);
    run.runUntil(run.now() + SimTime::seconds(1));
    return lastBodyOf(run);
}
std::int64_t balanceOf(SceneRun& run, int account) {
    return nlohmann::json::parse(bodyOf(run, "/accounts/" + std::to_string(account)))["balance"];
}

bool anyStarts(const std::vector<std::string>& texts, const std::string& beginning) {
    return std::ranges::any_of(
        texts, [&](const std::string& text) { return text.starts_with(beginning); });
}

} // namespace

/// What a learner sees when requests work on the same rows.
class TestSqlTransactions : public QObject {
    Q_OBJECT

  private slots:
    void anUpdateIsLost() {
        SceneRun run(bank());
        withdrawTwice(run, "careless");
        QCOMPARE(sortedStatusesOf(run), (Statuses{204, 204}));
        QCOMPARE(balanceOf(run, 1), 70); // 60 were paid out
    }

    void aLockedRowMakesTheOtherWait() {
        SceneRun run(bank());
        withdrawTwice(run, "locked");
        QCOMPARE(sortedStatusesOf(run), (Statuses{204, 204}));
        QCOMPARE(balanceOf(run, 1), 40);
        const auto lock = checksOf<CheckPassed>(run, "lock");
        QCOMPARE(lock.at(0), std::string("waits\naccounts#1\n1"));
        QVERIFY(anyStarts(lock, "waited\n"));
    }

    void aChangedRowIsNoticedAndTriedAgain() {
        SceneRun run(bank());
        withdrawTwice(run, "checked");
        QCOMPARE(sortedStatusesOf(run), (Statuses{204, 204}));
        QCOMPARE(balanceOf(run, 1), 40);
        QCOMPARE(checksOf<CheckFailed>(run, "lock"), std::vector<std::string>{"row-changed"});
        const auto steps = checksOf<CheckPassed>(run, "transaction");
        QVERIFY(anyStarts(steps, "begun\n1\nREPEATABLE READ"));
        QVERIFY(anyStarts(steps, "rolled-back\n2"));
        QVERIFY(anyStarts(steps, "again\n2\n"));
        QVERIFY(anyStarts(steps, "committed\n3\n1"));
    }

    void aCircleIsBroken() {
        for (const char* flavour : {"postgresql", "mysql"}) {
            SceneRun run(bankWith(kDatabase, "flavour", flavour));
            run.send(SimTime::seconds(1), "/transfer/1/2", "POST");
            run.send(SimTime::seconds(1), "/transfer/2/1", "POST");
            run.runUntil(SimTime::seconds(10));
            QCOMPARE(sortedStatusesOf(run), (Statuses{204, 500}));
            QCOMPARE(checksOf<CheckFailed>(run, "lock"),
                     std::vector<std::string>{"deadlock\n1, 2"});
            QCOMPARE(balanceOf(run, 1) + balanceOf(run, 2), 200);
        }
    }

    void aFailureInTheMiddleUndoesTheBeginning() {
        SceneRun run(bank());
        run.send(SimTime::seconds(1), "/transfer/2/1", "POST");
        run.send(SimTime::seconds(2), "/locked/200", "POST"); // the balance may not be negative
        run.runUntil(SimTime::seconds(5));
        QCOMPARE(sortedStatusesOf(run), (Statuses{204, 500}));
        QCOMPARE(balanceOf(run, 1), 110);
    }

    void sqliteLetsTheSecondWriterFail() {
        SceneRun run(bankWith(kDatabase, "flavour", "sqlite"));
        withdrawTwice(run, "careless");
        QCOMPARE(sortedStatusesOf(run), (Statuses{204, 500}));
        QCOMPARE(checksOf<CheckFailed>(run, "lock"), std::vector<std::string>{"file-locked"});
        QCOMPARE(balanceOf(run, 1), 70);
    }

    void whoWaitsTooLongForARowIsToldSo() {
        SceneRun run(bankWith(kDatabase, "lock_timeout", "5 ms"));
        withdrawTwice(run, "locked");
        QCOMPARE(sortedStatusesOf(run), (Statuses{204, 500}));
        QCOMPARE(checksOf<CheckFailed>(run, "lock"),
                 std::vector<std::string>{"timeout\naccounts#1\n5 ms"});
    }

    void anExhaustedPoolMakesRequestsWaitAndFail() {
        nlohmann::json document = bankDocument();
        document["nodes"][kApp]["parameters"]["pool_size"] = 1;
        document["nodes"][kApp]["parameters"]["pool_timeout"] = "30 ms";
        SceneRun run(sceneOf(document.dump()));
        for (int i = 0; i < 3; ++i)
            run.send(SimTime::seconds(1), "/transfer/1/2", "POST");
        run.runUntil(SimTime::seconds(10));
        QCOMPARE(sortedStatusesOf(run), (Statuses{204, 204, 500}));
        QCOMPARE(checksOf<CheckFailed>(run, "pool"),
                 std::vector<std::string>{"exhausted\n1\n30 ms"});
        QCOMPARE(balanceOf(run, 1), 80);
    }

    void aStatementAloneHoldsItsRowsToo() {
        SceneRun run(sceneOf(R"({"format": 1, "nodes": [
            {"id": "browser", "kind": "browser"},
            {"id": "app", "kind": "app_server", "parameters": {"routes": [
                {"method": "POST", "path": "/visit/<int:id>", "handler": [
                    {"do": "query", "sql": "UPDATE users SET visits = visits + 1 WHERE id = :id"},
                    {"do": "respond", "status": 204}]}]}},
            {"id": "db", "kind": "sql_database", "parameters": {
                "flavour": "postgresql", "base_time": "10 ms", "step_time": "0 s"}}],
            "links": [{"from": "browser", "to": "app", "latency": "0 s"},
                      {"from": "app", "to": "db", "latency": "0 s"}]})"));
        for (const char* id : {"1", "1", "2"})
            run.send(SimTime(), std::string("/visit/") + id, "POST");
        run.runToTheEnd();
        const auto ends = run.facts<RequestFinished>();
        QCOMPARE(sortedStatusesOf(run), (Statuses{204, 204, 204}));
        QVERIFY(ends[1].time < 11 * ms);
        QVERIFY(ends[2].time >= 20 * ms);
    }

    void aReplicaIsBehind() {
        SceneRun run(bankWith(kApp, "read_from", "replicas"));
        run.runUntil(SimTime::seconds(1));
        QCOMPARE(balanceOf(run, 1), 100); // it began with a copy of everything
        run.send(SimTime::seconds(3), "/locked/30", "POST");
        run.runUntil(SimTime::seconds(3) + 60 * ms);
        QCOMPARE(run.all<RequestFinished>().back().status, 204U);
        run.send(SimTime::seconds(3) + 61 * ms, "/accounts/1");
        run.runUntil(SimTime::seconds(3) + 90 * ms);
        QCOMPARE(run.count<StaleServed>(), 1U);
        run.runUntil(SimTime::seconds(4));
        QCOMPARE(balanceOf(run, 1), 70);
        QCOMPARE(run.count<StaleServed>(), 1U);
    }

    void aReplicaTakesNoWrites() {
        nlohmann::json document = bankDocument();
        std::swap(document["links"][1], document["links"][2]); // the app takes it for the primary
        SceneRun run(sceneOf(document.dump()));
        run.send(SimTime::seconds(1), "/careless/30", "POST");
        run.runUntil(SimTime::seconds(3));
        QCOMPARE(sortedStatusesOf(run), Statuses{500});
        QCOMPARE(run.text(run.all<HandlerFailed>().at(0).reason),
                 std::string("ERROR: cannot execute UPDATE in a read-only transaction"));
    }

    void aReplicaLearnsOfNewTables() {
        nlohmann::json document = bankDocument();
        document["nodes"][kApp]["parameters"]["routes"] = nlohmann::json::parse(R"routes([
            {"method": "POST", "path": "/notes", "handler": [
                {"do": "query", "sql": "CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)"
},
                {"do": "query", "sql": "INSERT INTO notes VALUES (1, 'hello')"},
                {"do": "respond", "status": 204}]
},
            {"method": "GET", "path": "/accounts/1", "handler": [
                {"do": "query", "sql": "SELECT id AS balance, body FROM notes WHERE id = 1"}]}])routes");
        document["nodes"][kApp]["parameters"]["read_from"] = "replicas";
        SceneRun run(sceneOf(document.dump()));
        run.send(SimTime::seconds(1), "/notes", "POST");
        run.runUntil(SimTime::seconds(2));
        QCOMPARE(balanceOf(run, 1), 1);
    }
};

QTEST_GUILESS_MAIN(TestSqlTransactions)
#include "tst_sql_transactions.moc"
