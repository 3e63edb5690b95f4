#include "core/data/sql_words.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

class TestSqlWords : public QObject {
    Q_OBJECT

  private slots:
    void theFirstWordIsFound_data() {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* sql, const char* word) {
            QTest::newRow(sql) << QString(sql) << QString(word);
        };
        row("SELECT 1", "SELECT");
        row("  \t\r\n select 1", "select");
        row("((SELECT 1) )", "SELECT");
        row("SELECT*FROM t", "SELECT");
        row("COMMIT;", "COMMIT");
        row("select_all", "select_all");
        row("-- SELECT", "");
        row("", "");
        row(" (", "");
    }
    void theFirstWordIsFound() {
        QFETCH(QString, sql);
        QFETCH(QString, word);
        const std::string text = sql.toStdString();
        QCOMPARE(std::string(firstSqlWord(text)), word.toStdString());
    }

    void onlyWholeWordsCount() {
        QVERIFY(startsWithSqlWord("insert into t", "INSERT"));
        QVERIFY(!startsWithSqlWord("INSERTED", "INSERT"));
        QVERIFY(!startsWithSqlWord("INS", "INSERT"));
        QVERIFY(containsSqlWord("INSERT INTO t SELECT 1", "SELECT"));
        QVERIFY(containsSqlWord("INSERT INTO t(a)select(1)", "SELECT"));
        QVERIFY(!containsSqlWord("INSERT INTO t (selected, pre_select) VALUES (1, 2)", "SELECT"));
        QVERIFY(!containsSqlWord("", "SELECT"));
    }

    void aWordIsFoundWhereverItStands() {
        QCOMPARE(counterexample(500,
                                [](const std::string& before, const std::string& after) {
                                    const std::string sql = before + " Select\n" + after;
                                    RC_ASSERT(containsSqlWord(sql, "SELECT"));
                                    RC_ASSERT(startsWithSqlWord(" ( Select " + after, "SELECT"));
                                }),
                 std::string());
    }

    void aScriptIsCutIntoItsStatements() {
        const std::vector<std::string> statements = statementsOf(
            "SELECT ';' ; -- a; b\nUPDATE t SET a = 1; ; /* ; */ INSERT INTO t VALUES ('x;y')");
        QCOMPARE(statements.size(), std::size_t{3});
        QCOMPARE(statements[0], std::string("SELECT ';' ;"));
        QVERIFY(statements[1].ends_with("UPDATE t SET a = 1;"));
        QVERIFY(statements[2].ends_with("INSERT INTO t VALUES ('x;y')"));
        QVERIFY(statementsOf(" ; \n").empty());
    }
};

QTEST_APPLESS_MAIN(TestSqlWords)
#include "tst_sql_words.moc"
