#include "core/data/changeset.h"
#include "core/data/sqlite_database.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <set>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// A table with every type of value and a key of two columns, and one with a number as its key.
class Tables {
  public:
    Tables() {
        must("CREATE TABLE letters (box TEXT, place INTEGER, body, PRIMARY KEY (box, place));"
             "CREATE TABLE notes (id INTEGER PRIMARY KEY, body)");
        database_.watchChanges();
    }
    void must(const std::string& sql) {
        if (const auto done = database_.run(sql); !done)
            qFatal("%s", done.error().args.front().c_str());
    }
    std::string changing(const std::string& sql) {
        const auto done = database_.query(sql, nullptr);
        if (!done)
            qFatal("%s: %s", sql.c_str(), done.error().args.front().c_str());
        return done->changeset;
    }
    SqliteDatabase& database() { return database_; }
    std::string content() {
        return database_.query("SELECT * FROM letters ORDER BY 1, 2", nullptr)->rows.dump() +
               database_.query("SELECT * FROM notes ORDER BY 1", nullptr)->rows.dump();
    }

  private:
    SqliteDatabase database_;
};

/// Statements that each change a few rows, drawn anew each time.
rc::Gen<std::vector<std::string>> statements() {
    const auto value = rc::gen::element<std::string>("NULL", "1", "-3.5", "'text'", "x'00ff'",
                                                     "zeroblob(300)", "hex(zeroblob(150))");
    const auto key = rc::gen::inRange(1, 6);
    const auto one =
        rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 6), key, value), [](const auto& drawn) {
            const auto& [kind, id, body] = drawn;
            const std::string number = std::to_string(id);
            const char* box = id % 2 == 0 ? "'in'" : "'out'";
            switch (kind) {
            case 0:
                return "INSERT OR REPLACE INTO notes VALUES (" + number + ", " + body + ")";
            case 1:
                return "UPDATE notes SET body = " + body + " WHERE id >= " + number;
            case 2:
                return "DELETE FROM notes WHERE id = " + number;
            case 3:
                return std::string("INSERT OR REPLACE INTO letters VALUES (") + box + ", " +
                       number + ", " + body + ")";
            case 4:
                return "UPDATE letters SET body = " + body + " WHERE place <= " + number;
            default:
                return "DELETE FROM letters WHERE place = " + number;
            }
        });
    return rc::gen::container<std::vector<std::string>>(one);
}

} // namespace

class TestChangeset : public QObject {
    Q_OBJECT

  private slots:
    void rowsAreNamedByTheirKeys() {
        Tables tables;
        const std::string changes =
            joined(tables.changing("INSERT INTO notes VALUES (7, 'a'), (8, 'b')"),
                   tables.changing("INSERT INTO letters VALUES ('in', 2, NULL)"));
        const auto names = changedRowNames(changes);
        QCOMPARE(std::set<std::string>(names.begin(), names.end()),
                 (std::set<std::string>{"notes#7", "notes#8", "letters#in,2"}));
        QCOMPARE(changedRowNames(changes, 1).size(), 1U);
    }

    void whatIsUndoneIsAsBefore() {
        const std::string broken = counterexample(200, [] {
            Tables tables;
            for (const std::string& sql : *statements())
                tables.must(sql);
            tables.database().watchChanges();
            const std::string before = tables.content();
            std::string all;
            for (const std::string& sql : *statements())
                all = joined(all, tables.changing(sql));
            const std::string after = tables.content();
            RC_ASSERT(tables.database().apply(inverted(all)).has_value());
            RC_ASSERT(tables.content() == before);
            RC_ASSERT(tables.database().apply(all).has_value());
            RC_ASSERT(tables.content() == after);
        });
        QVERIFY2(broken.empty(), broken.c_str());
    }

    void aFilterKeepsWholeChanges() {
        const std::string broken = counterexample(200, [] {
            Tables tables;
            for (const std::string& sql : *statements())
                tables.must(sql);
            tables.database().watchChanges();
            std::string all;
            for (const std::string& sql : *statements())
                all = joined(all, tables.changing(sql));
            const auto isOdd = [](const std::string& row) { return (row.back() - '0') % 2 == 1; };
            std::vector<std::string> odd = changedRowNames(all);
            std::erase_if(odd, [&](const std::string& row) { return !isOdd(row); });
            const std::string kept = filtered(all, isOdd);
            RC_ASSERT(changedRowNames(kept) == odd);
            // Both halves together are the whole.
            const std::string rest =
                filtered(all, [&](const std::string& row) { return !isOdd(row); });
            const std::string after = tables.content();
            RC_ASSERT(tables.database().apply(inverted(all)).has_value());
            RC_ASSERT(tables.database().apply(kept).has_value());
            RC_ASSERT(tables.database().apply(rest).has_value());
            RC_ASSERT(tables.content() == after);
        });
        QVERIFY2(broken.empty(), broken.c_str());
    }

    void aTemporaryViewLeavesNothing() {
        Tables tables;
        tables.must("INSERT INTO notes VALUES (1, 'a')");
        const std::string before = tables.content();
        {
            const SqliteDatabase::TemporaryView view(tables.database());
            tables.must("DELETE FROM notes; INSERT INTO letters VALUES ('in', 1, 'x')");
            QVERIFY(tables.content() != before);
        }
        QCOMPARE(tables.content(), before);
        // What follows is recorded alone.
        QCOMPARE(changedRowNames(tables.changing("UPDATE notes SET body = 'b'")),
                 std::vector<std::string>{"notes#1"});
    }

    void anImageIsTheWholeDatabase() {
        Tables tables;
        tables.must("INSERT INTO notes VALUES (1, 'a')");
        Tables other;
        other.must("INSERT INTO notes VALUES (9, 'z')");
        QVERIFY(other.database().load(tables.database().image()).has_value());
        QCOMPARE(other.content(), tables.content());
        QCOMPARE(changedRowNames(other.changing("INSERT INTO notes VALUES (2, 'b')")),
                 std::vector<std::string>{"notes#2"});
    }
};

QTEST_APPLESS_MAIN(TestChangeset)
#include "tst_changeset.moc"
