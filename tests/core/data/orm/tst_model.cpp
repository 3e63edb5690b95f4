#include "core/data/orm/model.h"
#include "core/data/orm/value.h"
#include "tests/core/data/orm/library.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::orm;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

} // namespace

class TestModel : public QObject {
    Q_OBJECT

  private slots:
    void aSchemaIsReadAndWritten();
    void namesAreThoseOfDjango();
    void tablesAreThoseOfDjango();
    void everyProblemIsNamed_data();
    void everyProblemIsNamed();
    void valuesBecomeWhatTheColumnKeeps_data();
    void valuesBecomeWhatTheColumnKeeps();
    void computedDecimalsHaveFifteenDigits();
};

void TestModel::aSchemaIsReadAndWritten() {
    const Library library;
    const Json written = writeSchema(library.schema);
    const auto again = readSchema(written);
    QVERIFY(again.has_value());
    QVERIFY(*again == library.schema);
}

void TestModel::namesAreThoseOfDjango() {
    const Schema schema = Library().schema;
    const Model& book = *schema.model("Book");
    QCOMPARE(book.table, std::string("app_book"));
    QCOMPARE(book.field("author")->column(), std::string("author_id"));
    QCOMPARE(book.field("author_id"), book.field("author"));
    QCOMPARE(book.field("pk")->name, std::string("id"));
    const Model& join = schema.joinTableOf(book, *book.field("tags"));
    QCOMPARE(join.table, std::string("app_book_tags"));
    QCOMPARE(join.fields[1].column(), std::string("book_id"));
    QCOMPARE(schema.label(book), std::string("app.Book"));
    QVERIFY(schema.reverse(*schema.model("Author"), "books").has_value());
    QVERIFY(schema.reverse(book, "review").has_value());
    QVERIFY(!schema.reverse(book, "review_set").has_value());
    QCOMPARE(schema.relatedModel(book, "review_set"), schema.model("Review"));
}

void TestModel::tablesAreThoseOfDjango() {
    const Schema schema = Library().schema;
    const auto statements = createStatements(schema, *schema.model("Book"));
    QCOMPARE(
        statements.at(0),
        std::string(R"(CREATE TABLE "app_book" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, )"
                    R"("title" varchar(200) NOT NULL, "author_id" integer NOT NULL REFERENCES )"
                    R"("app_author" ("id") DEFERRABLE INITIALLY DEFERRED, "publisher_id" integer )"
                    R"(NULL REFERENCES "app_publisher" ("id") DEFERRABLE INITIALLY DEFERRED, )"
                    R"("pages" integer NOT NULL, "price" decimal NOT NULL, "rating" real NULL))"));
    QCOMPARE(statements.at(1),
             std::string(R"(CREATE INDEX "app_book_title" ON "app_book" ("title"))"));
    QCOMPARE(statements.size(), 4U);
}

void TestModel::everyProblemIsNamed_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("problems");
    const auto fields = [](const char* name, const char* list, const char* problem) {
        QTest::newRow(name) << QString(R"({"models": [{"name": "A", "fields": [%1]}]})").arg(list)
                            << QString(problem);
    };
    QTest::newRow("nothing") << "[]"
                             << ": not-an-object";
    QTest::newRow("no models") << "{}"
                               << ": missing models";
    QTest::newRow("an unknown member") << R"({"models": [], "nmae": 1})"
                                       << "/nmae: unknown-member nmae ";
    QTest::newRow("two of a name")
        << R"({"models": [{"name": "A", "fields": []}, {"name": "a", "fields": []}]})"
        << "/models/1/name: orm-duplicate-name a";
    fields("an unknown type", R"({"name": "x", "type": "intger"})",
           "/models/0/fields/0/type: unknown-choice intger integer");
    fields("a name that is a lookup", R"({"name": "x__y", "type": "text"})",
           "/models/0/fields/0/name: orm-bad-name x__y");
    fields("the key's name", R"({"name": "pk", "type": "text"})",
           "/models/0/fields/0/name: orm-bad-name pk");
    fields("the key itself", R"({"name": "id", "type": "text"})",
           "/models/0/fields/0/name: orm-duplicate-name id");
    fields("a member of another type", R"({"name": "x", "type": "integer", "max_length": 3})",
           "/models/0/fields/0/max_length: unknown-member max_length ");
    fields("no such model", R"({"name": "x", "type": "foreign_key", "to": "B"})",
           "/models/0/fields/0/to: orm-unknown-model B A");
    fields("null is not allowed",
           R"({"name": "x", "type": "foreign_key", "to": "A", "on_delete": "set_null"})",
           "/models/0/fields/0/on_delete: orm-set-null x");
    fields("a default of another type", R"({"name": "x", "type": "integer", "default": "many"})",
           "/models/0/fields/0/default: orm-bad-default x \"many\"");
    fields(
        "two ways back of one name",
        R"({"name": "x", "type": "foreign_key", "to": "A"}, {"name": "y", "type": "foreign_key", "to": "A"})",
        "/models: orm-duplicate-name a");
}

void TestModel::everyProblemIsNamed() {
    QFETCH(QString, json);
    QFETCH(QString, problems);
    const auto schema = readSchema(Json::parse(json.toStdString()));
    QVERIFY(!schema);
    QCOMPARE(QString::fromStdString(describe(schema.error())), problems);
}

void TestModel::valuesBecomeWhatTheColumnKeeps_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* type, const char* given, const char* kept) {
        QTest::addRow("%s %s", type, given) << QString(type) << QString(given) << QString(kept);
    };
    row("integer", "\"12\"", "12");
    row("integer", "3.9", "3");
    row("integer", "true", "1");
    row("integer", "\"12x\"", ": orm-bad-value x \"12x\" integer");
    row("text", "5", "\"5\"");
    row("text", "true", "\"True\"");
    row("text", "[1]", ": orm-bad-value x [1] text");
    row("boolean", "1", "true");
    row("boolean", "\"False\"", "false");
    row("boolean", "2", ": orm-bad-value x 2 boolean");
    row("real", "\"1.5\"", "1.5");
    row("real", "\"nan\"", ": orm-bad-value x \"nan\" real");
    row("date_time", "\"2024-02-29\"", "\"2024-02-29 00:00:00\"");
    row("date_time", "\"2024-02-29T10:30\"", "\"2024-02-29 10:30:00\"");
    row("date_time", "\"2023-02-29\"", ": orm-bad-value x \"2023-02-29\" date_time");
    row("date_time", "\"2024-02-29 24:00:00\"",
        ": orm-bad-value x \"2024-02-29 24:00:00\" date_time");
    row("integer", "null", "null");
}

void TestModel::valuesBecomeWhatTheColumnKeeps() {
    QFETCH(QString, type);
    QFETCH(QString, given);
    QFETCH(QString, kept);
    const Json field{{"name", "x"}, {"type", type.toStdString()}};
    const auto schema =
        readSchema({{"models", {{{"name", "A"}, {"fields", Json::array({field})}}}}});
    QVERIFY(schema.has_value());
    const auto value =
        prepareValue(schema->models.front().fields.at(1), Json::parse(given.toStdString()));
    QCOMPARE(QString::fromStdString(value ? value->dump() : describe(value.error())), kept);
}

void TestModel::computedDecimalsHaveFifteenDigits() {
    QCOMPARE(computedDecimal(24.75), std::string("24.75"));
    QCOMPARE(computedDecimal(24), std::string("24"));
    QCOMPARE(computedDecimal(0.1 + 0.2), std::string("0.300000000000000"));
    QCOMPARE(computedDecimal(-1.0 / 3), std::string("-0.333333333333333"));
    QCOMPARE(computedDecimal(0), std::string("0"));
}

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
