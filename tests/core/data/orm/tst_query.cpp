#include "core/data/orm/flavour.h"
#include "core/data/orm/query_runner.h"
#include "tests/core/data/orm/library.h"
#include "tests/support/problem_text.h"
#include "tests/support/property.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::orm;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

std::string sqlOf(const Schema& schema, const std::string& text) {
    const auto query = parseQuery(text);
    const auto compiled = query ? compile(schema, *query) : tl::unexpected(query.error());
    return compiled ? compiled->statement.sql : describe(compiled.error());
}

/// The first of the words that stands in the SQL of the expression; empty when none does. Also the
/// code of an error that is not the database's own.
std::string wordsInSql(Library& library, const std::string& text,
                       const std::vector<std::string>& words) {
    const auto run = runQuery(library.database, library.schema, text);
    if (!run)
        return run.error().code == "sql-failed" ? std::string() : run.error().code;
    for (const StatementRun& statement : run->statements) {
        for (const std::string& word : words) {
            if (statement.sql.find(word) != std::string::npos)
                return word;
        }
    }
    return {};
}

} // namespace

class TestQuery : public QObject {
    Q_OBJECT

  private slots:
    void joinsAreThoseOfDjango_data();
    void joinsAreThoseOfDjango();
    void errorsNamePlaceAndNearestWord_data();
    void errorsNamePlaceAndNearestWord();
    void placeholdersTakeValuesLater_data();
    void placeholdersTakeValuesLater();
    void aCompiledQueryRunsManyTimes();
    void aLoopOverARelationCostsAQueryEach();
    void statementsTellTheirSteps();
    void sqlIsShownAsOtherDatabasesWriteIt();
    void anyTextIsReadOrRefused();
    void noValueStandsInTheSql();
};

void TestQuery::joinsAreThoseOfDjango_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tail");
    const auto row = [](const char* text, const char* tail) {
        QTest::newRow(text) << QString(text) << QString(tail);
    };
    row("Book.objects.filter(author__name=\"Ada\").count()",
        R"(FROM "app_book" INNER JOIN "app_author" ON ("app_book"."author_id" = "app_author"."id") WHERE "app_author"."name" = :p1)");
    row("Book.objects.filter(author__id=1).count()",
        R"(FROM "app_book" WHERE "app_book"."author_id" = :p1)");
    row("Book.objects.filter(publisher__name__isnull=True).count()",
        R"(FROM "app_book" LEFT OUTER JOIN "app_publisher" ON ("app_book"."publisher_id" = "app_publisher"."id") WHERE "app_publisher"."name" IS NULL)");
    row("Book.objects.exclude(publisher__name=\"x\").count()",
        R"(FROM "app_book" LEFT OUTER JOIN "app_publisher" ON ("app_book"."publisher_id" = "app_publisher"."id") WHERE NOT (("app_publisher"."name" = :p1 AND "app_publisher"."name" IS NOT NULL)))");
    row("Book.objects.exclude(tags__label=\"x\").count()",
        R"(FROM "app_book" WHERE NOT (EXISTS(SELECT 1 FROM "app_book_tags" U1 INNER JOIN "app_tag" U2 ON ("U1"."tag_id" = "U2"."id") WHERE ("U2"."label" = :p1 AND "U1"."book_id" = "app_book"."id"))))");
}

void TestQuery::joinsAreThoseOfDjango() {
    QFETCH(QString, text);
    QFETCH(QString, tail);
    const QString sql = QString::fromStdString(sqlOf(Library().schema, text.toStdString()));
    QCOMPARE(sql.mid(sql.indexOf("FROM")), tail);
}

void TestQuery::errorsNamePlaceAndNearestWord_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* text, const char* error) {
        QTest::newRow(text) << QString(text) << QString(error);
    };
    row("Authr.objects.all()", "column 1: orm-unknown-model Authr Author");
    row("Author.objects.fliter(age=1)", "column 16: orm-unknown-method fliter filter");
    row("Author.objects.filter(naem=1)", "column 23: orm-unknown-field naem Author name");
    row("Author.objects.filter(name__icontain=1)",
        "column 29: orm-unknown-lookup icontain name icontains");
    row("Book.objects.filter(author__nmae=1)", "column 29: orm-unknown-lookup nmae author name");
    row("Book.objects.order_by(\"-pagse\")", "column 25: orm-unknown-field pagse Book pages");
    row("Book.objects.values(\"author__nam\")", "column 30: orm-unknown-field nam Author name");
    row("Book.objects.filter(pages=Cuont(\"x\"))", "column 27: orm-unknown-function Cuont Count");
    row("Book.objects.filter(pages__gt=\"many\")",
        "column 31: orm-bad-value pages \"many\" integer");
    row("Book.objects.filter(pages=1", "column 28: orm-syntax");
    row("Book.objects.filter(title=\"x)", "column 27: orm-unclosed-text");
    row("Book.objects.filter(pages=1, pages=2)", "column 30: orm-duplicate-argument pages");
    row("Book.objects.all()[-1]", "column 20: orm-negative-index");
    row("Book.objects.count().filter()", "column 22: orm-after-end filter");
    row("Book.objects.all()[:3].filter(pages=1)", "column 24: orm-after-slice filter");
    row("Book.objects", "column 6: orm-no-query");
    row("1 + 1", "column 3: orm-no-query");
    row("", "column 1: orm-syntax ");
    row("Book.objects.filter(pages__range=[1])", "column 34: orm-bad-value range null pair");
    row("Book.objects.create(author=1)", "column 21: orm-needs-key author");
}

void TestQuery::errorsNamePlaceAndNearestWord() {
    QFETCH(QString, text);
    QFETCH(QString, error);
    const std::string said = sqlOf(Library().schema, text.toStdString());
    QCOMPARE(QString::fromStdString(said).trimmed(), error.trimmed());
}

void TestQuery::placeholdersTakeValuesLater_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* text, const char* values, const char* result) {
        QTest::newRow(text) << QString(text) << QString(values) << QString(result);
    };
    row("Book.objects.filter(pk=:id).values_list(\"title\", flat=True)", R"({"id": "2"})",
        R"(["Compilers"])");
    row("Book.objects.filter(pk__in=:ids).values_list(\"id\", flat=True)",
        R"({"ids": [3, 1, "2"]})", "[1,2,3]");
    row("Book.objects.filter(pages__range=:both).count()", R"({"both": [100, 250]})", "3");
    row("Book.objects.filter(title__istartswith=:begin).count()", R"({"begin": "NOTES"})", "2");
    row("Book.objects.filter(title__contains=:part).count()", R"({"part": "%"})", "0");
    row("Book.objects.order_by(\"id\").values_list(\"id\", flat=True)[:to]", R"({"to": 2})",
        "[1,2]");
    row("Book.objects.order_by(\"id\").values_list(\"id\", flat=True)[2:to]", R"({"to": 4})",
        "[3,4]");
    row("Book.objects.order_by(\"id\").values_list(\"id\", flat=True)[:from:to]",
        R"({"from": 3, "to": 1})", "[]");
    row("Book.objects.filter(pages__gt=F(\"pages\") - :n).count()", R"({"n": 1})", "8");
    row("Book.objects.filter(pk=1).update(rating=:r)", R"({"r": null})", "1");
    row("Book.objects.filter(pk=:id).count()", "{}", "column 24: orm-missing-value id");
    row("Book.objects.filter(pk=:id).count()", R"({"id": null})", "column 24: orm-null-value id");
    row("Book.objects.filter(pk=:id).count()", R"({"id": "x"})",
        "column 24: orm-bad-value id \"x\" integer");
    row("Book.objects.filter(pk__in=:ids).count()", R"({"ids": 3})",
        "column 28: orm-needs-list ids");
    row("Tag.objects.get_or_create(label=:l)", R"({"l": "math"})",
        R"([{"id":1,"label":"math"},false])");
}

void TestQuery::placeholdersTakeValuesLater() {
    QFETCH(QString, text);
    QFETCH(QString, values);
    QFETCH(QString, result);
    Library library;
    const auto run = runQuery(library.database, library.schema, text.toStdString(),
                              Json::parse(values.toStdString()));
    QCOMPARE(QString::fromStdString(run ? run->result.dump() : describe(run.error())), result);
}

void TestQuery::aCompiledQueryRunsManyTimes() {
    Library library;
    const auto query = parseQuery("Author.objects.get(pk=:id)");
    const auto compiled = compile(library.schema, *query);
    for (const auto& [id, name] : {std::pair{1, "Ada Lovelace"}, {3, "Alan Turing"}}) {
        const auto run = orm::run(library.database, *compiled, {{"id", id}});
        QCOMPARE(run->result["name"].get<std::string>(), std::string(name));
    }
    const auto missing = orm::run(library.database, *compiled, {{"id", 99}});
    QCOMPARE(describe(missing.error()), std::string(": orm-does-not-exist Author"));
}

void TestQuery::aLoopOverARelationCostsAQueryEach() {
    Library library;
    const auto books = compile(library.schema, *parseQuery("Book.objects.all()"));
    const auto lazy = runLazily(library.database, *books, "author");
    QCOMPARE(lazy->statements.size(), 9U);
    QCOMPARE(lazy->result[0]["author"]["name"].get<std::string>(), std::string("Ada Lovelace"));
    const auto joined =
        compile(library.schema, *parseQuery("Book.objects.select_related(\"author\")"));
    const auto eager = runLazily(library.database, *joined, "author");
    QCOMPARE(eager->statements.size(), 1U);
    QVERIFY(eager->result == lazy->result);
    const auto prefetched =
        compile(library.schema, *parseQuery("Book.objects.prefetch_related(\"author\")"));
    QCOMPARE(runLazily(library.database, *prefetched, "author")->statements.size(), 2U);
    // Two books have no publisher, and nothing is asked for them.
    QCOMPARE(runLazily(library.database, *books, "publisher")->statements.size(), 6U);
    QCOMPARE(runLazily(library.database, *books, "tags")->statements.size(), 9U);
    QCOMPARE(describe(runLazily(library.database, *books, "autor").error()),
             std::string(": orm-not-a-relation autor author"));
}

void TestQuery::statementsTellTheirSteps() {
    Library library;
    const auto byKey = runQuery(library.database, library.schema, "Book.objects.get(pk=3)");
    const auto scanned =
        runQuery(library.database, library.schema, "Book.objects.filter(pages=250)");
    QVERIFY(byKey->statements.at(0).vmSteps > 0);
    QVERIFY(scanned->statements.at(0).vmSteps > byKey->statements.at(0).vmSteps);
    QCOMPARE(byKey->statements.at(0).rowsRead, std::vector<std::string>{"app_book#3"});
    QCOMPARE(byKey->statements.at(0).values.dump(), std::string(R"({"p1":3})"));
}

void TestQuery::sqlIsShownAsOtherDatabasesWriteIt() {
    const std::string sql = sqlOf(
        Library().schema, "Tag.objects.filter(label__contains=\"a\", id__gt=2).values(\"label\")");
    QCOMPARE(shownFor(Flavour::sqlite, sql),
             std::string(R"(SELECT "app_tag"."label" FROM "app_tag" WHERE ("app_tag"."id" > ? AND )"
                         R"("app_tag"."label" LIKE ? ESCAPE '\'))"));
    QCOMPARE(
        shownFor(Flavour::postgresql, sql),
        std::string(R"(SELECT "app_tag"."label" FROM "app_tag" WHERE ("app_tag"."id" > $1 AND )"
                    R"("app_tag"."label" LIKE $2 ESCAPE '\'))"));
    QCOMPARE(shownFor(Flavour::mysql, sql),
             std::string("SELECT `app_tag`.`label` FROM `app_tag` WHERE (`app_tag`.`id` > %s AND "
                         "`app_tag`.`label` LIKE %s ESCAPE '\\\\')"));
    QCOMPARE(shownFor(Flavour::postgresql, "a = :x AND b = :y AND c = :x"),
             std::string("a = $1 AND b = $2 AND c = $1"));
}

void TestQuery::anyTextIsReadOrRefused() {
    static const std::vector<std::string> words{
        "Book", ".objects", ".filter(",   ".exclude(", ")",          "(",     "[",     "]",
        ":",    ":x",       "1",          "-",         "~",          "Q(",    "F(",    "Count(",
        "|",    "&",        "+",          "*",         "\"pages\"",  "pages", "=",     ",",
        "__gt", "author",   ".order_by(", ".values(",  ".annotate(", "n=",    "{",     "}",
        "None", "True",     ".get(",      "'",         "\\",         " ",     "1e999", "0x",
        "\xff", ".count()", ".all()"};
    Library library;
    const std::string broken = counterexample(4000, [&] {
        std::string text = *rc::gen::arbitrary<bool>() ? "Book.objects" : "";
        for (int i = *rc::gen::inRange(0, 14); i > 0; --i)
            text += *rc::gen::elementOf(words);
        const auto run = runQuery(library.database, library.schema, text, {{"x", 1}});
        RC_ASSERT(run.has_value() || !run.error().code.empty());
    });
    QVERIFY2(broken.empty(), broken.c_str());
    const std::string bytes = counterexample(2000, [&] {
        const auto text = *rc::gen::arbitrary<std::string>();
        RC_ASSERT(!parseQuery(text).has_value());
    });
    QVERIFY2(bytes.empty(), bytes.c_str());
    const std::string nested = std::string(5000, '(');
    QCOMPARE(parseQuery(nested).error().code, std::string("orm-too-deep"));
    QCOMPARE(parseQuery(std::string(5000, '~')).error().code, std::string("orm-too-deep"));
    QCOMPARE(parseQuery(std::string(20'000, 'a')).error().code, std::string("orm-too-long"));
    std::string chain = "Book.objects";
    while (chain.size() < 9'900)
        chain += ".all()";
    QVERIFY(runQuery(library.database, library.schema, chain).has_value());
}

void TestQuery::noValueStandsInTheSql() {
    static const std::vector<std::string> lookups{"title",
                                                  "title__iexact",
                                                  "title__contains",
                                                  "title__icontains",
                                                  "title__startswith",
                                                  "title__endswith",
                                                  "title__gt",
                                                  "author__name",
                                                  "tags__label",
                                                  "review__text"};
    Library library;
    const std::string broken = counterexample(1000, [&] {
        const auto tail = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("abz'\";-%_\\`()=: 019\n")));
        const std::string value = "v4lue" + tail;
        const std::string quotedValue = Json(value).dump();
        const std::string lookup = *rc::gen::elementOf(lookups);
        const std::string call = *rc::gen::arbitrary<bool>() ? "filter" : "exclude";
        const std::string number = std::to_string(*rc::gen::inRange(70'000, 90'000));
        const std::vector<std::string> texts{
            "Book.objects." + call + "(" + lookup + "=" + quotedValue + ", pages__lt=" + number +
                ")[0:" + number + "]",
            "Tag.objects.create(label=" + quotedValue + ")",
            "Review.objects.filter(stars=" + number + ").update(text=" + quotedValue + ")",
            "Book.objects." + call + "(pages=F(\"pages\") + " + number + ").delete()"};
        for (const std::string& text : texts)
            RC_ASSERT(wordsInSql(library, text, {"v4lue", number}) == "");
    });
    QVERIFY2(broken.empty(), broken.c_str());
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
