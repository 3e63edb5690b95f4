#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

const char* const kDatabase = R"({"format": 1, "nodes": [
    {"id": "db", "kind": "sql_database", "parameters": {
        "rows": 5, "connections": 1,
        "models": {"app": "shop", "models": [
            {"name": "Book", "fields": [{"name": "title", "type": "text"},
                                        {"name": "price", "type": "integer"}]}]},
        "script": "INSERT INTO shop_book (title, price) VALUES ('Emma', 9), ('Ulysses', 20);"}}],
  "links": []})";

struct Console : SceneRun {
    Console() : SceneRun(sceneOf(kDatabase)) {}
    void type(const char* text, const char* language = "sql") {
        QCOMPARE(give(now() + 10 * ms, "db", "console", {{"text", text}, {"language", language}}),
                 std::string());
        runToTheEnd();
    }
    /// Of the last answer: "rows", "changed", "done", "failed", and the counted number.
    [[nodiscard]] std::string outcome() const {
        const std::string reason = reasonsOf(*this, "console").back();
        const auto part = [&reason](int number) {
            return QString::fromStdString(reason).section('\n', number, number).toStdString();
        };
        return part(0) + " " + part(2);
    }
    [[nodiscard]] nlohmann::json result() const {
        const std::string reason = reasonsOf(*this, "console").back();
        return nlohmann::json::parse(reason.substr(reason.rfind('\n') + 1))["result"];
    }
};

} // namespace

class TestSqlConsole : public QObject {
    Q_OBJECT

  private slots:
    void rowsComeBack() {
        Console console;
        console.type("SELECT title, price FROM shop_book ORDER BY price");
        QCOMPARE(console.outcome(), std::string("rows 2"));
        QVERIFY(console.result()[1]["title"] == "Ulysses");
        QCOMPARE(console.count<QueryExecuted>(), std::size_t{1}); // and it took its time
        QVERIFY(console.all<QueryExecuted>().front().took > SimTime());
    }

    void changesAreFactsThatGoBackwardsToo() {
        Console console;
        console.type("UPDATE users SET city = 'Oslo' WHERE id <= 2");
        QCOMPARE(console.outcome(), std::string("changed 2"));
        QCOMPARE(console.count<RowsChanged>(), std::size_t{1});
    }

    void severalStatementsRunInTurnUpToTheFirstThatFails() {
        Console console;
        console.type("CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2);"
                     "SELECT colour FROM t; DELETE FROM t;");
        QCOMPARE(console.outcome(), std::string("failed: failed no such column: colour"));
        console.type("SELECT count(*) AS n FROM t");
        QVERIFY(console.result()[0]["n"] == 2);
    }

    void anOpenTransactionKeepsItsConnection() {
        Console console;
        console.type("BEGIN; UPDATE users SET city = 'Oslo' WHERE id = 1");
        console.type("ROLLBACK");
        QCOMPARE(console.outcome(), std::string("done 0"));
        console.type("SELECT city FROM users WHERE id = 1");
        QVERIFY(console.result()[0]["city"] != "Oslo");
    }

    void oneTransactionAtATime() {
        Console console;
        console.type("BEGIN");
        console.type("BEGIN");
        QVERIFY(console.outcome().starts_with("failed: failed cannot start a transaction"));
        console.type("COMMIT");
        QCOMPARE(console.outcome(), std::string("done 0"));
        console.type("COMMIT"); // of nothing
        QCOMPARE(console.outcome(), std::string("done 0"));
    }

    void aStopEndsIt() {
        Console console;
        console.type("BEGIN; UPDATE users SET city = 'Oslo' WHERE id = 1");
        console.give(console.now() + 1 * ms, "db", "restart");
        console.type("SELECT city FROM users WHERE id = 1");
        QCOMPARE(console.outcome(), std::string("rows 1"));
        QVERIFY(console.result()[0]["city"] != "Oslo");
    }

    /// A table that comes into the setting while it runs is there from then on.
    void aTableIsAddedWhileItRuns() {
        Console console;
        const nlohmann::json tables = nlohmann::json::array(
            {{{"name", "orders"}, {"rows", 7}, {"columns", "id: key\nuser_id: any of users"}}});
        QCOMPARE(console.set(console.now() + 10 * ms, "db", "tables", tables), std::string());
        console.runToTheEnd();
        QCOMPARE(reasonsOf(console, "tables"), std::vector<std::string>{"made\norders\n7"});
        console.type("SELECT count(*) AS n FROM orders JOIN users ON users.id = user_id");
        QVERIFY(console.result()[0]["n"] == 7);
        QCOMPARE(console.set(console.now() + 10 * ms, "db", "tables", nlohmann::json::array()),
                 std::string());
        console.type("SELECT count(*) AS n FROM orders");
        QVERIFY(console.result()[0]["n"] == 7); // it goes with the next run
    }

    void aTableThatTheScriptMakesTooIsFoundOut() {
        const SceneReading reading = readScene(R"json({"format": 1, "links": [], "nodes": [
            {"id": "db", "kind": "sql_database", "parameters": {
                "script": "CREATE TABLE orders (id INTEGER PRIMARY KEY)",
                "tables": [{"name": "orders", "rows": 1, "columns": "id: key"}]}}]})json");
        QVERIFY(!reading.scene);
        QCOMPARE(reading.problems.front().code, std::string("table-twice"));
        QVERIFY2(reading.problems.front().where.ends_with("/tables/0/name"),
                 reading.problems.front().where.c_str());
    }

    void anExpressionShowsItsSql() {
        Console console;
        console.type("Book.objects.filter(price__lt=10)", "orm");
        QCOMPARE(console.outcome(), std::string("rows 1"));
        QVERIFY(console.result()[0]["title"] == "Emma");
        const auto translated = console.all<ExpressionTranslated>();
        QCOMPARE(translated.size(), std::size_t{1});
        QVERIFY(console.text(translated.front().sql).starts_with("SELECT"));
    }

    void whatTheOrmCannotReadIsSaid_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("unknown model") << "Bok.objects.all()";
        QTest::newRow("unknown field") << "Book.objects.filter(prise=1)";
        QTest::newRow("no expression") << "))";
        QTest::newRow("nothing") << "";
    }
    void whatTheOrmCannotReadIsSaid() {
        QFETCH(QString, typed);
        Console console;
        console.type(typed.toLatin1().constData(), "orm");
        QVERIFY(console.outcome().starts_with("failed: failed"));
    }

    void withoutModelsThereIsNoOrm() {
        SceneRun run(sceneOf(R"({"format": 1, "nodes": [{"id": "db", "kind": "sql_database"}],
                                 "links": []})"));
        run.give(1 * ms, "db", "console", {{"text", "Book.objects.all()"}, {"language", "orm"}});
        run.runToTheEnd();
        QVERIFY(reasonsOf(run, "console").front().starts_with("failed: failed\nno-models"));
    }

    /// Of very many rows only so many as somebody may want to read go into the trace.
    void aLongAnswerIsCounted() {
        Console console;
        console.type("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                     "WHERE i < 5000) SELECT i FROM n");
        QCOMPARE(console.outcome(), std::string("rows 5000"));
        QCOMPARE(console.result().size(), std::size_t{200});
    }
};

QTEST_GUILESS_MAIN(TestSqlConsole)
#include "tst_sql_console.moc"
