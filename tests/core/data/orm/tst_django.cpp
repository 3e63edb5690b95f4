#include "core/data/orm/query_runner.h"
#include "core/kernel/json_object.h"
#include "tests/core/data/orm/library.h"
#include "tests/support/problem_text.h"

#include <QProcess>
#include <QTest>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace roundtrip;
using namespace roundtrip::orm;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

const QString kPython = QStringLiteral("/usr/bin/python3");

/// Which of our codes stands for an exception of Django's.
bool isSameError(const std::string& exception, const std::string& code) {
    static const std::map<std::string, std::set<std::string>> codes{
        {"DoesNotExist", {"orm-does-not-exist"}},
        {"MultipleObjectsReturned", {"orm-multiple-objects"}},
        {"IndexError", {"orm-index-out-of-range"}},
        {"IntegrityError", {"sql-failed"}},
        {"OperationalError", {"sql-failed"}},
        {"AssertionError", {"orm-after-slice"}},
        {"ProtectedError", {"orm-protected"}},
        {"FieldError",
         {"orm-unknown-field", "orm-unknown-lookup", "orm-not-a-relation", "orm-joined-field",
          "orm-nested-aggregate", "orm-hidden-annotation", "orm-mixed-types"}},
        {"ValueError",
         {"orm-bad-value", "orm-needs-key", "orm-duplicate-name", "orm-not-a-relation",
          "orm-null-value"}},
        {"TypeError",
         {"orm-not-aggregate", "orm-needs-all", "orm-after-values", "orm-after-slice", "orm-flat",
          "orm-unknown-field"}},
        {"AttributeError", {"orm-needs-all", "orm-not-a-relation", "orm-after-values"}},
        {"SyntaxError", {"orm-duplicate-argument", "orm-syntax"}},
        {"ValidationError", {"orm-bad-value"}},
    };
    const auto found = codes.find(exception);
    return found != codes.end() && found->second.contains(code);
}

/// "INNER LEFT OUTER" for each statement, as in the SQL.
std::string joinsOf(const std::string& sql) {
    std::string joins;
    for (auto at = sql.find(" JOIN "); at != std::string::npos; at = sql.find(" JOIN ", at + 1)) {
        const bool isInner = sql.compare(at - 5, 5, "INNER") == 0;
        joins += (joins.empty() ? "" : " ") + std::string(isInner ? "INNER" : "LEFT OUTER");
    }
    return joins;
}

} // namespace

/// The same expressions on the same rows, here and on Django.
class TestDjango : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void expressionsAnswerAsInDjango_data();
    void expressionsAnswerAsInDjango();

  private:
    Json expressions_;
    Json answers_;
};

void TestDjango::initTestCase() {
    expressions_ = Json::parse(readFile("data/orm/expressions.json"));
    QProcess probe;
    probe.start(kPython, {"-c", "import django"});
    if (!probe.waitForFinished() || probe.exitCode() != 0) {
        qWarning("Django is not installed: apt install python3-django. Its kept answers are used.");
        answers_ = Json::parse(readFile("data/orm/django_answers.json"));
        QCOMPARE(answers_.size(), expressions_.size());
        return;
    }
    QProcess django;
    django.start(kPython,
                 {QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/peers/django_orm.py"),
                  QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/data/orm/library.json"),
                  QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/data/orm/library_rows.sql")});
    QVERIFY(django.waitForStarted());
    django.write(QByteArray::fromStdString(expressions_.dump()));
    django.closeWriteChannel();
    QVERIFY(django.waitForFinished(120'000));
    QVERIFY2(django.exitCode() == 0, django.readAllStandardError().constData());
    answers_ = Json::parse(django.readAllStandardOutput().toStdString());
    QCOMPARE(answers_.size(), expressions_.size());
}

void TestDjango::expressionsAnswerAsInDjango_data() {
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < expressions_.size(); ++i)
        QTest::newRow(expressions_[i].get<std::string>().c_str()) << static_cast<int>(i);
}

void TestDjango::expressionsAnswerAsInDjango() {
    QFETCH(int, row);
    const auto text = expressions_.at(static_cast<std::size_t>(row)).get<std::string>();
    const Json& expected = answers_.at(static_cast<std::size_t>(row));
    Library library;
    const auto ours = runQuery(library.database, library.schema, text);
    if (expected.contains("error")) {
        QVERIFY2(!ours, expected.dump().c_str());
        QVERIFY2(isSameError(expected["error"], ours.error().code),
                 (expected.dump() + describe(ours.error())).c_str());
        return;
    }
    const std::string failure = ours ? "" : describe(ours.error());
    QVERIFY2(ours, failure.c_str());
    std::string sql;
    std::vector<std::string> joins;
    for (const StatementRun& statement : ours->statements) {
        sql += statement.sql + "\n";
        joins.push_back(joinsOf(statement.sql));
    }
    const std::string both = text + "\nours:   " + ours->result.dump() + "\n" + sql +
                             "django: " + expected["result"].dump() + "\n" +
                             expected.value("sql", Json()).dump(1);
    QVERIFY2(Json(ours->result) == expected["result"], both.c_str());
    QVERIFY2(ours->statements.size() == expected["queries"], both.c_str());
    QVERIFY2(Json(joins) == expected["joins"], both.c_str());
}

QTEST_GUILESS_MAIN(TestDjango)
#include "tst_django.moc"
