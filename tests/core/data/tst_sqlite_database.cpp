#include "core/data/changeset.h"
#include "core/data/sqlite_database.h"
#include "tests/support/problem_text.h"

#include <QTest>

#include <string>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

/// A shop with three people and two orders.
class Shop {
  public:
    Shop() {
        const auto done = database.run(R"(
            CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT, height REAL, photo BLOB);
            INSERT INTO people VALUES(1,'Ada',1.65,x'0aff'),(2,'Grace',NULL,NULL),(3,'Linus',1.8,x'');
            CREATE TABLE orders(id INTEGER PRIMARY KEY, person INTEGER, item TEXT UNIQUE);
            INSERT INTO orders VALUES(1,1,'lamp'),(2,1,'desk');)");
        if (!done)
            qFatal("%s", describe(done.error()).c_str());
    }
    QueryResult query(const std::string& sql, const Json& values = Json::object()) {
        auto result = database.query(sql, values);
        if (!result)
            qFatal("%s", describe(result.error()).c_str());
        return std::move(*result);
    }
    std::string rows(const std::string& sql, const Json& values = Json::object()) {
        return query(sql, values).rows.dump();
    }
    std::string errorOf(const std::string& sql, const Json& values = Json::object()) {
        const auto result = database.query(sql, values);
        return result ? "none" : describe(result.error());
    }

    SqliteDatabase database;
};

std::string changesOf(const std::string& changeset) {
    static const char* const names[] = {"inserted", "updated", "deleted"};
    std::string words;
    for (const RowChange& change : readChangeset(changeset)) {
        words += std::string(names[static_cast<int>(change.kind)]) + " " + change.table + " " +
                 change.before.dump() + " " + change.after.dump() + "\n";
    }
    return words;
}

} // namespace

class TestSqliteDatabase : public QObject {
    Q_OBJECT

  private slots:
    void valuesOfEveryTypeAreRead();
    void valuesAreBoundByName_data();
    void valuesAreBoundByName();
    void aBoundValueIsNeverSql();
    void whatCannotRunIsExplained_data();
    void whatCannotRunIsExplained();
    void afterAnErrorTheNextQueryRuns();
    void stepsAreTheSameEachTime();
    void anIndexSavesSteps();
    void aPlanKnowsANewIndex();
    void aPlanIsIndentedByDepth();
    void rowsThatWereReadAreNamed();
    void rowsThatWereChangedAreNamed();
    void aChangesetTellsEveryChange();
    void aChangesetHoldsWhatOneStatementDid();
    void aTextThatIsNoUtf8IsMended();
    void manyStatementsCanBePrepared();
    void rowsAreCounted();
    void aCostIsABasePlusSteps();
};

void TestSqliteDatabase::valuesOfEveryTypeAreRead() {
    Shop shop;
    QCOMPARE(shop.rows("SELECT * FROM people ORDER BY id"),
             std::string(R"([{"id":1,"name":"Ada","height":1.65,"photo":"x'0aff'"},)"
                         R"({"id":2,"name":"Grace","height":null,"photo":null},)"
                         R"({"id":3,"name":"Linus","height":1.8,"photo":"x''"}])"));
    QCOMPARE(shop.rows("SELECT 9223372036854775807 AS n, '' AS t"),
             std::string(R"([{"n":9223372036854775807,"t":""}])"));
    QCOMPARE(shop.rows("SELECT id FROM people WHERE id > 9"), std::string("[]"));
}

void TestSqliteDatabase::valuesAreBoundByName_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("result");
    QTest::newRow("a number") << "7"
                              << R"([{"v":7,"t":"integer"}])";
    QTest::newRow("a large one") << "9007199254740993"
                                 << R"([{"v":9007199254740993,"t":"integer"}])";
    QTest::newRow("a fraction") << "0.5"
                                << R"([{"v":0.5,"t":"real"}])";
    QTest::newRow("a text") << R"("O'Hara \u00e9")"
                            << R"([{"v":"O'Hara é","t":"text"}])";
    QTest::newRow("true") << "true"
                          << R"([{"v":1,"t":"integer"}])";
    QTest::newRow("null") << "null"
                          << R"([{"v":null,"t":"null"}])";
    QTest::newRow("a list, as JSON") << "[1,2]"
                                     << R"([{"v":"[1,2]","t":"text"}])";
}

void TestSqliteDatabase::valuesAreBoundByName() {
    QFETCH(QString, value);
    QFETCH(QString, result);
    Shop shop;
    const Json values{{"v", Json::parse(value.toStdString())}, {"unused", 1}};
    QCOMPARE(QString::fromStdString(shop.rows("SELECT :v AS v, typeof(:v) AS t", values)), result);
}

void TestSqliteDatabase::aBoundValueIsNeverSql() {
    Shop shop;
    for (const char* attack : {"' OR '1'='1", "1; DROP TABLE people", "x' UNION SELECT 1 --"}) {
        const Json values{{"name", attack}};
        QCOMPARE(shop.rows("SELECT id FROM people WHERE name = :name", values), std::string("[]"));
    }
    QCOMPARE(shop.database.rowCount("people"), 3);
}

void TestSqliteDatabase::whatCannotRunIsExplained_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* sql, const char* error) {
        QTest::newRow(name) << QString(sql) << QString(sql) + QString(error);
    };
    row("a slip", "SELEC 1", ": sql-failed near \"SELEC\": syntax error");
    row("no such table", "SELECT * FROM poeple", ": sql-failed no such table: poeple");
    row("no such column", "SELECT nmae FROM people", ": sql-failed no such column: nmae");
    row("nothing", "", ": sql-failed empty statement");
    row("a comment only", "-- nothing", ": sql-failed empty statement");
    row("a value that nobody gave", "SELECT :city", ": sql-missing-value city");
    row("a value without a name", "SELECT ?", ": sql-missing-value ?");
    row("several", "SELECT 1; DROP TABLE people", ": sql-several-statements");
    row("a rule broken", "INSERT INTO orders VALUES(3,1,'lamp')",
        ": sql-failed UNIQUE constraint failed: orders.item");
}

void TestSqliteDatabase::whatCannotRunIsExplained() {
    QFETCH(QString, sql);
    QFETCH(QString, error);
    Shop shop;
    QCOMPARE(QString::fromStdString(shop.errorOf(sql.toStdString())), error);
    QCOMPARE(shop.database.rowCount("people"), 3);
    QCOMPARE(shop.errorOf("SELECT 1;  \n"), std::string("none"));
}

void TestSqliteDatabase::afterAnErrorTheNextQueryRuns() {
    Shop shop;
    const std::string insert = "INSERT INTO orders VALUES(:id,1,:item)";
    QVERIFY(shop.errorOf(insert, {{"id", 3}, {"item", "lamp"}}) != "none");
    QVERIFY(shop.errorOf(insert, {{"id", 3}}).find("sql-missing-value item") != std::string::npos);
    QCOMPARE(shop.query(insert, {{"id", 3}, {"item", "chair"}}).changedRows, 1);
}

void TestSqliteDatabase::stepsAreTheSameEachTime() {
    Shop first;
    Shop second;
    const std::string sql = "SELECT name FROM people WHERE height > 1 ORDER BY name";
    const std::uint32_t steps = first.query(sql).vmSteps;
    QVERIFY(steps > 10);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(first.query(sql).vmSteps, steps);
        QCOMPARE(second.query(sql).vmSteps, steps);
    }
}

void TestSqliteDatabase::anIndexSavesSteps() {
    Shop shop;
    shop.query("WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i+1 FROM n WHERE i < 1000) "
               "INSERT INTO people(id, name) SELECT i, 'person ' || i FROM n");
    const std::string sql = "SELECT id FROM people WHERE name = 'person 777'";
    const std::uint32_t scanned = shop.query(sql).vmSteps;
    shop.query("CREATE INDEX by_name ON people(name)");
    const std::uint32_t searched = shop.query(sql).vmSteps;
    QVERIFY(scanned > 2000);
    QVERIFY(searched < 50);
}

void TestSqliteDatabase::aPlanKnowsANewIndex() {
    Shop shop;
    const std::string sql = "SELECT id FROM people WHERE name = :name";
    QCOMPARE(shop.database.queryPlan(sql).value(), std::string("SCAN people"));
    shop.query("CREATE INDEX by_name ON people(name)");
    const std::string indexed = "SEARCH people USING COVERING INDEX by_name (name=?)";
    QCOMPARE(shop.database.queryPlan(sql).value(), indexed);
    QVERIFY(shop.database.run("DROP INDEX by_name;").has_value());
    QCOMPARE(shop.database.queryPlan(sql).value(), std::string("SCAN people"));
}

void TestSqliteDatabase::aPlanIsIndentedByDepth() {
    Shop shop;
    const auto plan =
        shop.database.queryPlan("SELECT name FROM people WHERE id IN (SELECT person FROM orders)");
    QCOMPARE(plan.value(), std::string("SEARCH people USING INTEGER PRIMARY KEY (rowid=?)\n"
                                       "LIST SUBQUERY 1\n"
                                       "  SCAN orders"));
    QVERIFY(!shop.database.queryPlan("SELECT nothing"));
}

void TestSqliteDatabase::rowsThatWereReadAreNamed() {
    Shop shop;
    const auto named = [&](const std::string& sql) {
        std::string names;
        for (const std::string& name : shop.query(sql).rowsRead)
            names += name + " ";
        return names;
    };
    QCOMPARE(named("SELECT id, name FROM people"), std::string("people#1 people#2 people#3 "));
    QCOMPARE(named("SELECT name, id AS number FROM people WHERE id = 2"), std::string("people#2 "));
    QCOMPARE(named("SELECT name FROM people"), std::string());
    QCOMPARE(named("SELECT 5 AS id"), std::string());
    QCOMPARE(named("SELECT people.id FROM people LEFT JOIN orders ON 0 WHERE people.id = 1"),
             std::string("people#1 "));
    QCOMPARE(named("SELECT orders.id FROM people LEFT JOIN orders ON 0"), std::string());
    shop.query("CREATE TABLE words(id TEXT PRIMARY KEY)");
    shop.query("INSERT INTO words VALUES('a')");
    QCOMPARE(named("SELECT id FROM words"), std::string()); // ids that are no whole numbers
    shop.query("WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i+1 FROM n WHERE i < 100) "
               "INSERT INTO people(id) SELECT i FROM n");
    QCOMPARE(shop.query("SELECT id FROM people").rowsRead.size(), 16U);
}

void TestSqliteDatabase::rowsThatWereChangedAreNamed() {
    Shop shop;
    shop.database.watchChanges();
    const auto named = [&](const std::string& sql) {
        std::string names;
        for (const std::string& name : shop.query(sql).rowsChanged)
            names += name + " ";
        return names;
    };
    QCOMPARE(named("UPDATE people SET name = 'Ada L.' WHERE id = 1"), std::string("people#1 "));
    QCOMPARE(named("INSERT INTO people(id, name) VALUES(9, 'Ken')"), std::string("people#9 "));
    QCOMPARE(named("DELETE FROM people WHERE id = 2"), std::string("people#2 "));
    QCOMPARE(named("UPDATE people SET name = 'x' WHERE id = 77"), std::string());
    QCOMPARE(named("SELECT id FROM people"), std::string());
}

void TestSqliteDatabase::aChangesetTellsEveryChange() {
    Shop shop;
    shop.database.watchChanges();
    QCOMPARE(changesOf(shop.query("UPDATE people SET name = 'Ada L.' WHERE id = 1").changeset),
             std::string("updated people [1,\"Ada\",null,null] [null,\"Ada L.\",null,null]\n"));
    QCOMPARE(changesOf(shop.query("INSERT INTO orders VALUES(5,2,'pen')").changeset),
             std::string("inserted orders null [5,2,\"pen\"]\n"));
    QCOMPARE(changesOf(shop.query("DELETE FROM people WHERE id = 3").changeset),
             std::string("deleted people [3,\"Linus\",1.8,\"x''\"] null\n"));
}

void TestSqliteDatabase::aChangesetHoldsWhatOneStatementDid() {
    Shop shop;
    const std::string unwatched = shop.query("UPDATE people SET height = 2").changeset;
    QVERIFY(unwatched.empty());
    shop.database.watchChanges();
    const QueryResult all = shop.query("UPDATE people SET height = 3");
    QCOMPARE(all.changedRows, 3);
    QCOMPARE(readChangeset(all.changeset).size(), 3U);
    const QueryResult one = shop.query("UPDATE people SET height = 4 WHERE id = 1");
    QCOMPARE(readChangeset(one.changeset).size(), 1U);
    const QueryResult none = shop.query("UPDATE people SET height = 4 WHERE id = 1");
    QCOMPARE(none.changedRows, 1); // SQLite counts it, but nothing is different
    QVERIFY(readChangeset(none.changeset).empty());
    QVERIFY(shop.query("SELECT 1").changeset.empty());
}

void TestSqliteDatabase::aTextThatIsNoUtf8IsMended() {
    Shop shop;
    QCOMPARE(shop.rows("SELECT CAST(x'41ff42' AS TEXT) AS t, 'caf' || char(233) AS u"),
             std::string("[{\"t\":\"A\xef\xbf\xbd\x42\",\"u\":\"caf\xc3\xa9\"}]"));
    shop.database.watchChanges();
    const QueryResult changed =
        shop.query("UPDATE people SET name = CAST(x'ff' AS TEXT) WHERE id=1");
    QCOMPARE(
        changesOf(changed.changeset),
        std::string("updated people [1,\"Ada\",null,null] [null,\"\xef\xbf\xbd\",null,null]\n"));
}

void TestSqliteDatabase::manyStatementsCanBePrepared() {
    Shop shop;
    for (int i = 0; i < 1000; ++i) {
        const std::string number = std::to_string(i);
        QCOMPARE(shop.rows("SELECT " + number + " AS n"), "[{\"n\":" + number + "}]");
    }
}

void TestSqliteDatabase::rowsAreCounted() {
    const Shop shop;
    QCOMPARE(shop.database.rowCount("people"), 3);
    QCOMPARE(shop.database.rowCount("nobody"), 0);
}

void TestSqliteDatabase::aCostIsABasePlusSteps() {
    const QueryCost cost{.baseNanoseconds = 1000, .nanosecondsPerStep = 3};
    QCOMPARE(cost.nanoseconds(0), 1000);
    QCOMPARE(cost.nanoseconds(4'000'000'000), 12'000'001'000);
}

QTEST_APPLESS_MAIN(TestSqliteDatabase)
#include "tst_sqlite_database.moc"
