#include "core/data/naive_sql.h"
#include "core/data/orm/query_runner.h"
#include "tests/core/data/orm/library.h"
#include "tests/support/problem_text.h"

#include <QTest>

#include <sstream>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

const char* const kAsText = "select username from users where username='{value}' and password='x'";
const char* const kAsNumber = "select username from users where id={value} and password='x'";

orm::Schema userSchema() {
    return orm::readSchema(Json::parse(R"({"app": "app", "models": [
        {"name": "User", "fields": [{"name": "username", "type": "text"},
                                    {"name": "password", "type": "text"}]}]})"))
        .value();
}

/// Three users, and secrets that no query asks for.
struct Users {
    Users() {
        const std::string rows = "(1,'alice','pw1','admin'),(2,'bob','pw2','user'),"
                                 "(3,'carol','pw3','user')";
        must("CREATE TABLE users(id integer primary key, username text, password text, role text);"
             "INSERT INTO users VALUES" +
             rows +
             ";"
             "CREATE TABLE secrets(k, v); INSERT INTO secrets VALUES('key','s3cret');"
             "CREATE TABLE app_user(id integer primary key, username text, password text);"
             "INSERT INTO app_user SELECT id, username, password FROM users;");
    }
    void must(const std::string& sql) {
        if (const auto done = database.run(sql); !done)
            qFatal("%s", describe(done.error()).c_str());
    }
    SqliteDatabase database;
};

/// In the words of the file: "error", "stacked" or "rows:2".
std::string outcome(const NaiveResult& result) {
    if (result.completed == 0)
        return "error";
    if (result.statements > 1)
        return "stacked";
    return "rows:" + std::to_string(result.rows.size());
}

} // namespace

class TestNaiveSql : public QObject {
    Q_OBJECT

  private slots:
    void valuesArePastedAsTheyAre();
    void everyStatementOfTheTextRuns();
    void whatRanBeforeAnErrorStays();
    void payloadsLeakFromPastedSql_data();
    void payloadsLeakFromPastedSql();
    void payloadsLeakNothingThroughTheOrm_data();
    void payloadsLeakNothingThroughTheOrm();

  private:
    static void readPayloads();
};

void TestNaiveSql::valuesArePastedAsTheyAre() {
    const Json values{{"a", "it's"}, {"b", 7}, {"c", "{a}"}};
    QCOMPARE(pasteValues("x={a} y={b} z={c} {d} {", values), std::string("x=it's y=7 z={a} {d} {"));
}

void TestNaiveSql::everyStatementOfTheTextRuns() {
    Users users;
    const NaiveResult result =
        runNaively(users.database, "select username from users where id={value}",
                   {{"value", "1; delete from users where id > 1; select v from secrets"}});
    QCOMPARE(result.statements, 3U);
    QCOMPARE(result.completed, 3U);
    QCOMPARE(result.changedRows, 2);
    QCOMPARE(result.rows.dump(), std::string(R"([{"username":"alice"},{"v":"s3cret"}])"));
    QVERIFY(result.vmSteps > 0);
    QCOMPARE(users.database.rowCount("users"), 1);
}

void TestNaiveSql::whatRanBeforeAnErrorStays() {
    Users users;
    const NaiveResult result = runNaively(users.database, "delete from users where id={value}",
                                          {{"value", "1; drop table nothing; delete from users"}});
    QVERIFY(result.error.has_value());
    QCOMPARE(result.error->code, std::string("sql-failed"));
    QCOMPARE(result.completed, 1U);
    QCOMPARE(users.database.rowCount("users"), 2);
}

void TestNaiveSql::readPayloads() {
    QTest::addColumn<QByteArray>("line");
    std::istringstream lines(readFile("data/injection.jsonl"));
    int number = 0;
    for (std::string line; std::getline(lines, line);)
        QTest::addRow("line %d", ++number) << QByteArray::fromStdString(line);
}

void TestNaiveSql::payloadsLeakFromPastedSql_data() {
    readPayloads();
}

void TestNaiveSql::payloadsLeakFromPastedSql() {
    QFETCH(QByteArray, line);
    const Json entry = Json::parse(line.toStdString());
    const Json values{{"value", entry["payload"]}};
    Users asText;
    QCOMPARE(outcome(runNaively(asText.database, kAsText, values)),
             entry["naive_str"].get<std::string>());
    Users asNumber;
    QCOMPARE(outcome(runNaively(asNumber.database, kAsNumber, values)),
             entry["naive_num"].get<std::string>());
}

void TestNaiveSql::payloadsLeakNothingThroughTheOrm_data() {
    readPayloads();
}

void TestNaiveSql::payloadsLeakNothingThroughTheOrm() {
    QFETCH(QByteArray, line);
    const Json payload = Json::parse(line.toStdString())["payload"];
    const orm::Schema schema = userSchema();
    Users users;
    for (const char* lookup : {"username", "username__icontains", "username__iexact", "password"}) {
        const std::string text =
            "User.objects.filter(" + std::string(lookup) + "=:value).filter(password=\"x\")";
        const auto run = orm::runQuery(users.database, schema, text, {{"value", payload}});
        QVERIFY(run.has_value());
        QCOMPARE(run->result.size(), 0U);
        QVERIFY(run->statements.front().sql.find(payload.get<std::string>()) == std::string::npos);
    }
    // Kept and found again, letter by letter.
    const auto made = orm::runQuery(users.database, schema, "User.objects.create(username=:value)",
                                    {{"value", payload}});
    QVERIFY(made.has_value());
    const auto found = orm::runQuery(users.database, schema, "User.objects.get(username=:value)",
                                     {{"value", payload}});
    QVERIFY(found.has_value());
    QVERIFY(found->result["username"] == payload);
    QCOMPARE(users.database.rowCount("users"), 3);
}

QTEST_GUILESS_MAIN(TestNaiveSql)
#include "tst_naive_sql.moc"
