#include "core/data/people.h"
#include "core/data/table_plan.h"
#include "tests/support/problem_text.h"
#include "tests/support/property.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

const char* const kOrders = "id: key\n"
                            "user_id: any of users, indexed\n"
                            "email: email, unique\n"
                            "status: one of new, paid, it's sent\n"
                            "total: price from 5 to 7.5\n"
                            "count: number from -2 to 3\n"
                            "code: number from 1 to 400, unique\n"
                            "placed: day from 2024-02-28 to 2024-03-01\n"
                            "gift: yes in 25 %\n"
                            "note: words, empty in 50 %\n"
                            "who: person\n"
                            "where_to: city";

Json orders(int rows = 400) {
    return Json::array({{{"name", "orders"}, {"rows", rows}, {"columns", kOrders}}});
}

std::unique_ptr<SqliteDatabase> filled(const Json& json, std::uint64_t seed = 1) {
    Problems problems;
    const auto tables = readTables(json, problems);
    if (!problems.empty())
        qFatal("%s", describe(problems).c_str());
    auto database = std::make_unique<SqliteDatabase>();
    seedPeople(*database, seed, 20);
    if (const auto made = makeTables(*database, tables, seed); !made)
        qFatal("%s", describe(made.error()).c_str());
    return database;
}

Json ask(SqliteDatabase& database, const char* sql) {
    const auto result = database.query(sql, Json::object());
    if (!result)
        qFatal("%s", describe(result.error()).c_str());
    return Json::parse(result->rows.dump());
}

/// The only value of the only row.
double number(SqliteDatabase& database, const char* sql) {
    return ask(database, sql)[0].begin()->get<double>();
}

} // namespace

class TestTablePlan : public QObject {
    Q_OBJECT

  private slots:
    void everyColumnHoldsWhatItsLineSays() {
        const auto database = filled(orders());
        SqliteDatabase& db = *database;
        QCOMPARE(number(db, "SELECT count(*) FROM orders"), 400.0);
        QCOMPARE(number(db, "SELECT min(id) || '' = '1' AND max(id) = 400 FROM orders"), 1.0);
        QCOMPARE(number(db, "SELECT count(*) FROM orders JOIN users ON users.id = user_id"), 400.0);
        QCOMPARE(number(db, "SELECT count(DISTINCT email) FROM orders"), 400.0);
        QCOMPARE(number(db, "SELECT count(DISTINCT status) FROM orders "
                            "WHERE status IN ('new', 'paid', 'it''s sent')"),
                 3.0);
        QCOMPARE(number(db, "SELECT min(total) >= 5 AND max(total) <= 7.5 FROM orders"), 1.0);
        QCOMPARE(number(db, "SELECT min(count) = -2 AND max(count) = 3 FROM orders"), 1.0);
        QCOMPARE(number(db, "SELECT count(DISTINCT code) = 400 AND min(code) = 1 AND "
                            "max(code) = 400 FROM orders"),
                 1.0);
        QCOMPARE(number(db, "SELECT count(DISTINCT placed) = 3 AND min(placed) = '2024-02-28' "
                            "AND max(placed) = '2024-03-01' FROM orders"),
                 1.0);
        QCOMPARE(number(db, "SELECT min(length(who)) > 5 FROM orders"), 1.0);
        QCOMPARE(number(db, "SELECT count(*) FROM pragma_index_list('orders') "
                            "WHERE name = 'orders_user_id'"),
                 1.0);
    }

    /// Binomial with 400 draws: 4 standard deviations on both sides.
    void sharesAreKept() {
        const auto database = filled(orders());
        const double gifts = number(*database, "SELECT sum(gift) FROM orders");
        QVERIFY2(std::abs(gifts - 100) < 4 * std::sqrt(400 * 0.25 * 0.75),
                 qPrintable(QString::number(gifts)));
        const double empty = number(*database, "SELECT count(*) FROM orders WHERE note IS NULL");
        QVERIFY2(std::abs(empty - 200) < 4 * std::sqrt(400 * 0.5 * 0.5),
                 qPrintable(QString::number(empty)));
    }

    void theSameSeedGivesTheSameRows() {
        const char* const sql =
            "SELECT group_concat(email || total || status || placed) FROM orders";
        const Json first = ask(*filled(orders()), sql);
        QVERIFY(first == ask(*filled(orders()), sql));
        QVERIFY(first != ask(*filled(orders(), 2), sql));
    }

    void anotherColumnChangesNoneOfTheOthers() {
        const char* const sql = "SELECT group_concat(email || total || status) FROM orders";
        Json more = orders();
        more[0]["columns"] = "extra: city\n" + std::string(kOrders);
        QVERIFY(ask(*filled(orders()), sql) == ask(*filled(more), sql));
    }

    void aTableMayReferToOneBeforeIt() {
        Json json = orders(10);
        json.push_back(
            {{"name", "lines"}, {"rows", 50}, {"columns", "id: key\norder_id: any of orders"}});
        QCOMPARE(
            number(*filled(json), "SELECT count(*) FROM lines JOIN orders ON orders.id = order_id"),
            50.0);
    }

    void whatDoesNotFitIsSaid_data() {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* columns, const char* code) {
            QTest::newRow(columns) << QString::fromLatin1(columns) << QString::fromLatin1(code);
        };
        row("id: key\nx: nunber from 1 to 2", "column-line");
        row("id: key\nx", "column-line");
        row("id: key\n: city", "column-line");
        row("id: key\nx: number from 1", "column-line");
        row("id: key\nx: number from one to two", "column-line");
        row("id: key\nx: price from 0 to 1e300", "column-line");
        row("id: key\nx: number from nan to inf", "column-line");
        row("id: key\nx: city, perhaps", "column-line");
        row("id: key\nx: day from 2026-02-30 to 2026-03-01", "column-line");
        row("id: key\nx: yes in 120 %", "column-line");
        row("id: key\nx: one of ", "column-line");
        row("id: key\nx y: city", "column-line");
        row("id: key\nx: number from 5 to 2", "column-range");
        row("id: key\nx: number from 1 to 3, unique", "column-not-unique");
        row("id: key\nx: words, unique", "column-not-unique");
        row("id: key\nID: city", "column-twice");
        row("x: city", "table-no-key");
        row("id: key\nid2: key", "table-no-key");
        row("id: key\nx: any of user", "unknown-table");
        row("", "missing");
    }
    void whatDoesNotFitIsSaid() {
        QFETCH(QString, columns);
        QFETCH(QString, code);
        Problems problems;
        (void)readTables(
            Json::array({{{"name", "t"}, {"rows", 10}, {"columns", columns.toStdString()}}}),
            problems);
        QVERIFY2(std::ranges::any_of(problems,
                                     [&code](const Problem& problem) {
                                         return QString::fromStdString(problem.code) == code;
                                     }),
                 describe(problems).c_str());
    }

    void namesOfTablesAreChecked() {
        for (const auto& [name, code] :
             {std::pair("users", "table-twice"), std::pair("my table", "table-name"),
              std::pair("1st", "table-name"), std::pair("", "missing")}) {
            Problems problems;
            (void)readTables(Json::array({{{"name", name}, {"columns", "id: key"}}}), problems);
            QVERIFY2(!problems.empty() && problems.front().code == code,
                     describe(problems).c_str());
        }
        Problems problems;
        (void)readTables(Json::array({{{"name", "a"}, {"rows", 150'000}, {"columns", "id: key"}},
                                      {{"name", "b"}, {"rows", 150'000}, {"columns", "id: key"}}}),
                         problems);
        QCOMPARE(problems.front().code, std::string("too-many-rows"));
    }

    void noTextBreaksTheReader() {
        QCOMPARE(counterexample(
                     500,
                     [](const std::string& name, const std::string& columns) {
                         Problems problems;
                         const Json json = Json::array(
                             {{{"name", name}, {"rows", 3}, {"columns", "id: key\n" + columns}}});
                         const auto tables = readTables(json, problems);
                         if (problems.empty()) {
                             SqliteDatabase database;
                             seedPeople(database, 1, 3);
                             RC_ASSERT(makeTables(database, tables, 1).has_value());
                         }
                     }),
                 std::string());
    }
};

QTEST_APPLESS_MAIN(TestTablePlan)
#include "tst_table_plan.moc"
