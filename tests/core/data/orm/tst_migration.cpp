#include "core/data/orm/migration.h"
#include "core/data/orm/migrator.h"
#include "core/data/orm/query_runner.h"
#include "tests/core/data/orm/library.h"
#include "tests/support/problem_text.h"
#include "tests/support/property.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::orm;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;
using Kind = Operation::Kind;

Schema schemaOf(const std::string& json) {
    const auto schema = readSchema(Json::parse(json));
    if (!schema)
        qFatal("%s", describe(schema.error()).c_str());
    return *schema;
}

const char* const kShop = R"({"app": "shop", "models": [
    {"name": "Author", "fields": [{"name": "name", "type": "text", "max_length": 50}]},
    {"name": "Book", "fields": [
        {"name": "title", "type": "text"},
        {"name": "pages", "type": "integer", "null": true},
        {"name": "author", "type": "foreign_key", "to": "Author"}]}]})";

Field field(const std::string& json) {
    return schemaOf(R"({"app": "x", "models": [{"name": "Author", "fields": []},
                       {"name": "M", "fields": [)" +
                    json + "]}]}")
        .model("M")
        ->fields.at(1);
}

Operation change(Kind kind, const std::string& model, const std::string& name) {
    Operation operation;
    operation.kind = kind;
    operation.model = model;
    operation.fieldName = name;
    return operation;
}

Operation withField(Kind kind, const std::string& model, const std::string& json) {
    Operation operation;
    operation.kind = kind;
    operation.model = model;
    operation.field = field(json);
    return operation;
}

/// A shop with two books, and the migration under test behind the first.
struct Shop {
    explicit Shop(std::vector<Operation> operations)
        : migrator(database, "shop",
                   {{"0001_initial", difference({.app = "shop"}, schemaOf(kShop))},
                    {"0002_change", std::move(operations)}}) {
        must("PRAGMA foreign_keys = ON");
        if (const auto run = migrator.migrate("0001_initial"); !run)
            qFatal("%s", describe(run.error()).c_str());
        must("INSERT INTO shop_author(id, name) VALUES (1, 'Ada')");
        must("INSERT INTO shop_book(id, title, pages, author_id) VALUES "
             "(1, 'Notes', 120, 1), (2, 'More', NULL, 1)");
    }
    void must(const std::string& sql) {
        if (const auto done = database.run(sql); !done)
            qFatal("%s", describe(done.error()).c_str());
    }
    std::string rows(const std::string& table) {
        const auto result = database.query("SELECT * FROM " + table + " ORDER BY id", nullptr);
        return result ? result->rows.dump() : describe(result.error());
    }
    std::string migrate(const std::optional<std::string>& target = std::nullopt) {
        const auto run = migrator.migrate(target);
        return run ? "" : describe(run.error());
    }

    SqliteDatabase database;
    Migrator migrator;
};

/// Tables, columns and indexes as SQLite knows them, in an order that does not matter.
std::string structureOf(SqliteDatabase& database) {
    const auto columns = database.query(
        "SELECT m.name AS t, c.name AS c, c.type, c.\"notnull\", c.pk FROM sqlite_master m "
        "JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' "
        "AND m.name <> 'django_migrations' ORDER BY 1, 2",
        nullptr);
    const auto indexes = database.query(
        "SELECT m.name AS t, i.\"unique\" AS u, group_concat(x.name) AS c FROM sqlite_master m "
        "JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) x WHERE m.type = 'table' "
        "GROUP BY m.name, i.name ORDER BY 1, 3, 2",
        nullptr);
    const auto keys = database.query(
        "SELECT m.name AS t, f.\"from\", f.\"table\" AS r FROM sqlite_master m "
        "JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 2",
        nullptr);
    return columns->rows.dump() + "\n" + indexes->rows.dump() + "\n" + keys->rows.dump();
}

} // namespace

Q_DECLARE_METATYPE(roundtrip::orm::Operation)

class TestMigration : public QObject {
    Q_OBJECT

  private slots:
    void rowsSurviveAChangeAndItsWayBack_data();
    void rowsSurviveAChangeAndItsWayBack();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void aRefusedMigrationChangesNothing();
    void theRecordTellsWhatWasApplied();
    void aRecordThatDoesNotFitIsRefused();
    void oldCodeFailsOnTheNewSchema();
    void aDifferenceLeadsFromOneSchemaToTheOther();
    void aRenameIsGuessedWhenWanted();
    void modelsInACircleCanBeCreated();
    void operationsAreShownAsDjangoWritesThem();
};

void TestMigration::rowsSurviveAChangeAndItsWayBack_data() {
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("books");
    const auto row = [](const char* name, const Operation& operation, const char* books) {
        QTest::newRow(name) << operation << QString(books);
    };
    const char* const same =
        R"([{"id":1,"title":"Notes","pages":120,"author_id":1},{"id":2,"title":"More","pages":null,"author_id":1}])";
    row("a field that may be null",
        withField(Kind::addField, "Book", R"({"name": "isbn", "type": "text", "null": true})"),
        R"([{"id":1,"title":"Notes","pages":120,"author_id":1,"isbn":null},{"id":2,"title":"More","pages":null,"author_id":1,"isbn":null}])");
    row("a field with a default",
        withField(Kind::addField, "Book", R"({"name": "stock", "type": "integer", "default": 3})"),
        R"([{"id":1,"title":"Notes","pages":120,"author_id":1,"stock":3},{"id":2,"title":"More","pages":null,"author_id":1,"stock":3}])");
    row("a many-to-many field",
        withField(Kind::addField, "Book",
                  R"({"name": "writers", "type": "many_to_many", "to": "Author"})"),
        same);
    row("a field leaves", change(Kind::removeField, "Book", "pages"),
        R"([{"id":1,"title":"Notes","author_id":1},{"id":2,"title":"More","author_id":1}])");
    Operation rename = change(Kind::renameField, "Book", "title");
    rename.newName = "name";
    row("a new name", rename,
        R"([{"id":1,"name":"Notes","pages":120,"author_id":1},{"id":2,"name":"More","pages":null,"author_id":1}])");
    Operation renameKey = change(Kind::renameField, "Book", "author");
    renameKey.newName = "writer";
    row("a relation's new name", renameKey,
        R"([{"id":1,"title":"Notes","pages":120,"writer_id":1},{"id":2,"title":"More","pages":null,"writer_id":1}])");
    row("null gives way to a default",
        withField(Kind::alterField, "Book",
                  R"({"name": "pages", "type": "integer", "default": 0})"),
        R"([{"id":1,"title":"Notes","pages":120,"author_id":1},{"id":2,"title":"More","pages":0,"author_id":1}])");
    row("another default",
        withField(Kind::alterField, "Book",
                  R"({"name": "pages", "type": "integer", "null": true, "default": 9})"),
        same);
    row("an index", change(Kind::addIndex, "Book", "title"), same);
    row("unique",
        withField(Kind::alterField, "Book", R"({"name": "title", "type": "text", "unique": true})"),
        same);
    Operation sql;
    sql.sql = "UPDATE shop_book SET pages = 1 WHERE id = 2";
    sql.reverseSql = "UPDATE shop_book SET pages = NULL WHERE id = 2";
    row("SQL", sql,
        R"([{"id":1,"title":"Notes","pages":120,"author_id":1},{"id":2,"title":"More","pages":1,"author_id":1}])");
    Operation create;
    create.kind = Kind::createModel;
    create.model = "Shelf";
    create.definition.fields = {
        field(R"({"name": "keeper", "type": "foreign_key", "to": "Author"})")};
    row("a new model", create, same);
}

void TestMigration::rowsSurviveAChangeAndItsWayBack() {
    QFETCH(Operation, operation);
    QFETCH(QString, books);
    Shop shop({operation});
    const std::string before = structureOf(shop.database);
    QCOMPARE(shop.migrate(), std::string());
    QCOMPARE(shop.rows("shop_book"), books.toStdString());
    QCOMPARE(shop.rows("shop_author"), std::string(R"([{"id":1,"name":"Ada"}])"));
    SqliteDatabase fresh;
    for (const std::string& statement : createStatements(*shop.migrator.current()))
        QVERIFY(fresh.run(statement).has_value());
    QCOMPARE(structureOf(shop.database), structureOf(fresh));
    QCOMPARE(shop.migrate("0001_initial"), std::string());
    QCOMPARE(structureOf(shop.database), before);
    QCOMPARE(shop.database.query("SELECT title FROM shop_book", nullptr)->rows.dump(),
             std::string(R"([{"title":"Notes"},{"title":"More"}])"));
    QVERIFY(!shop.database.run("INSERT INTO shop_book(title, author_id) VALUES('x', 77)"));
}

void TestMigration::whatCannotBeIsRefused_data() {
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const Operation& operation, const char* error) {
        QTest::newRow(name) << operation << QString("0002_change: ") + error;
    };
    row("an absent field", change(Kind::removeField, "Book", "pagse"),
        "orm-unknown-field pagse Book pages");
    row("an absent model", change(Kind::removeField, "Bok", "pages"), "orm-unknown-model Bok Book");
    row("a field that is there",
        withField(Kind::addField, "Book", R"({"name": "pages", "type": "integer"})"),
        "orm-duplicate-name pages");
    row("no default for the rows that are there",
        withField(Kind::addField, "Book", R"({"name": "stock", "type": "integer"})"),
        "orm-needs-default stock Book 2");
    row("rows without a value",
        withField(Kind::alterField, "Book", R"({"name": "pages", "type": "integer"})"),
        "orm-has-nulls pages Book 1");
    row("a default for a unique field of two rows",
        withField(Kind::addField, "Book",
                  R"({"name": "isbn", "type": "text", "unique": true, "default": "x"})"),
        "sql-failed UNIQUE constraint failed: new__shop_book.isbn");
    row("a model in use", change(Kind::deleteModel, "Author", ""),
        "orm-model-in-use Author Book.author");
    row("the key", change(Kind::removeField, "Book", "id"), "orm-key-stays Book");
    row("from a relation to a number",
        withField(Kind::alterField, "Book", R"({"name": "author", "type": "integer"})"),
        "orm-cannot-alter author");
    Operation sql;
    sql.sql = "UPDATE missing SET x = 1";
    row("wrong SQL", sql, "sql-failed no such table: missing");
}

void TestMigration::whatCannotBeIsRefused() {
    QFETCH(Operation, operation);
    QFETCH(QString, error);
    Shop shop({operation});
    const std::string before = structureOf(shop.database) + shop.rows("shop_book");
    const auto run = shop.migrator.migrate();
    QVERIFY(!run);
    Error said = run.error();
    said.where = "0002_change";
    QCOMPARE(run.error().where, said.where);
    QCOMPARE(QString::fromStdString(describe(said)), error);
    QCOMPARE(structureOf(shop.database) + shop.rows("shop_book"), before);
    QCOMPARE(shop.migrator.applied()->size(), 1U);
}

void TestMigration::aRefusedMigrationChangesNothing() {
    Shop shop({withField(Kind::addField, "Book", R"({"name": "a", "type": "text", "null": true})"),
               withField(Kind::addField, "Book", R"({"name": "b", "type": "text"})")});
    const std::string before = structureOf(shop.database);
    QCOMPARE(shop.migrate(), std::string("0002_change: orm-needs-default b Book 2"));
    QCOMPARE(structureOf(shop.database), before);
}

void TestMigration::theRecordTellsWhatWasApplied() {
    Shop shop({change(Kind::addIndex, "Book", "title")});
    QCOMPARE(*shop.migrator.applied(), std::vector<std::string>{"0001_initial"});
    QCOMPARE(shop.migrator.migrate()->size(), 1U);
    QCOMPARE(shop.migrator.migrate()->size(), 0U);
    QCOMPARE(shop.migrator.applied()->size(), 2U);
    QVERIFY(shop.migrator.current()->model("Book")->field("title")->index);
    const auto back = shop.migrator.migrate("zero");
    QCOMPARE(back->size(), 2U);
    QVERIFY(!back->front().isForwards);
    QCOMPARE(shop.migrator.applied()->size(), 0U);
    QCOMPARE(shop.database.query("SELECT name FROM sqlite_master WHERE name LIKE 'shop%'", nullptr)
                 ->rows.size(),
             0U);
    QCOMPARE(shop.migrate("0003_x"), std::string("0003_x: orm-unknown-migration 0003_x "));
}

void TestMigration::aRecordThatDoesNotFitIsRefused() {
    Shop shop({});
    shop.must("INSERT INTO django_migrations(app, name) VALUES ('shop', '0005_later')");
    QCOMPARE(shop.migrate(), std::string("0005_later: orm-migration-order 0005_later"));
    Operation oneWay;
    oneWay.sql = "SELECT 1";
    Shop other({oneWay});
    QCOMPARE(other.migrate(), std::string());
    QCOMPARE(other.migrate("zero"), std::string("0002_change: orm-irreversible"));
}

void TestMigration::oldCodeFailsOnTheNewSchema() {
    const Schema old = schemaOf(kShop);
    Operation rename = change(Kind::renameField, "Book", "title");
    rename.newName = "name";
    Shop renamed({rename});
    QCOMPARE(renamed.migrate(), std::string());
    const auto read = runQuery(renamed.database, old, "Book.objects.all()");
    QCOMPARE(read.error().code, std::string("sql-failed"));
    QCOMPARE(read.error().args.front(), std::string("no such column: shop_book.title"));
    const auto counted = runQuery(renamed.database, old, "Book.objects.count()");
    QVERIFY(counted.has_value()); // counting names no column
    Shop added({withField(Kind::addField, "Book",
                          R"({"name": "stock", "type": "integer", "default": 3})")});
    QCOMPARE(added.migrate(), std::string());
    const auto made =
        runQuery(added.database, old, "Book.objects.create(title=\"x\", author_id=1)");
    QCOMPARE(made.error().args.front(), std::string("NOT NULL constraint failed: shop_book.stock"));
    Shop dropped({change(Kind::deleteModel, "Book", "")});
    QCOMPARE(dropped.migrate(), std::string());
    const auto gone = runQuery(dropped.database, old, "Book.objects.count()");
    QCOMPARE(gone.error().args.front(), std::string("no such table: shop_book"));
}

void TestMigration::aDifferenceLeadsFromOneSchemaToTheOther() {
    const auto drawSchema = [] {
        const auto models = *rc::gen::inRange(0, 4);
        Json schema{{"app", "shop"}, {"models", Json::array()}};
        static const char* const types[] = {"integer",     "text",       "boolean",
                                            "real",        "decimal",    "date_time",
                                            "foreign_key", "one_to_one", "many_to_many"};
        for (int m = 0; m < models; ++m) {
            Json fields = Json::array();
            for (int f = *rc::gen::inRange(0, 4); f > 0; --f) {
                const std::string type = types[*rc::gen::inRange(0, 9)];
                Json one{{"name", "f" + std::to_string(f)}, {"type", type}};
                if (type != "many_to_many") {
                    one["null"] = *rc::gen::arbitrary<bool>();
                    one["index"] = *rc::gen::arbitrary<bool>();
                }
                if (type == "foreign_key" || type == "one_to_one" || type == "many_to_many") {
                    one["to"] = "M" + std::to_string(*rc::gen::inRange(0, models));
                    one["related_name"] = "r" + std::to_string(m) + "x" + std::to_string(f);
                }
                fields.push_back(one);
            }
            schema["models"].push_back({{"name", "M" + std::to_string(m)}, {"fields", fields}});
        }
        return *readSchema(schema);
    };
    const std::string broken = counterexample(200, [&] {
        const Schema from = drawSchema();
        const Schema to = drawSchema();
        SqliteDatabase database;
        Migrator migrator(
            database, "shop",
            {{"0001", difference({.app = "shop"}, from)}, {"0002", difference(from, to)}});
        const auto run = migrator.migrate();
        if (!run)
            RC_FAIL(describe(run.error()));
        SqliteDatabase fresh;
        for (const std::string& statement : createStatements(to))
            RC_ASSERT(fresh.run(statement).has_value());
        RC_ASSERT(structureOf(database) == structureOf(fresh));
        RC_ASSERT(difference(*migrator.current(), to).empty());
        RC_ASSERT(migrator.migrate("0001").has_value());
        RC_ASSERT(difference(*migrator.current(), from).empty());
    });
    QVERIFY2(broken.empty(), broken.c_str());
}

void TestMigration::aRenameIsGuessedWhenWanted() {
    const Schema from = schemaOf(kShop);
    Operation rename = change(Kind::renameField, "Book", "pages");
    rename.newName = "length";
    const Schema to = *apply(from, rename);
    QCOMPARE(difference(from, to).size(), 2U);
    QCOMPARE(difference(from, to, true), std::vector<Operation>{rename});
}

void TestMigration::modelsInACircleCanBeCreated() {
    const Schema to = schemaOf(R"({"app": "shop", "models": [
        {"name": "A", "fields": [{"name": "other", "type": "foreign_key", "to": "B"}]},
        {"name": "B", "fields": [{"name": "other", "type": "foreign_key", "to": "A", "null": true}]}]})");
    SqliteDatabase database;
    Migrator migrator(database, "shop", {{"0001", difference({.app = "shop"}, to)}});
    QVERIFY(migrator.migrate().has_value());
    QVERIFY(difference(*migrator.current(), to).empty());
    QVERIFY(migrator.migrate("zero").has_value());
}

void TestMigration::operationsAreShownAsDjangoWritesThem() {
    QCOMPARE(asDjango(change(Kind::removeField, "Book", "pages")),
             std::string(R"(migrations.RemoveField(model_name="book", name="pages"))"));
    QCOMPARE(asDjango(withField(Kind::addField, "Book",
                                R"({"name": "shop", "type": "foreign_key", "to": "Author",
                                    "null": true, "on_delete": "set_null"})")),
             std::string(
                 R"(migrations.AddField(model_name="book", name="shop", )"
                 R"(field=models.ForeignKey(to="Author", on_delete=models.SET_NULL, null=True)))"));
    QCOMPARE(asDjango(difference({.app = "shop"}, schemaOf(kShop)).front()),
             std::string("migrations.CreateModel(\n    name=\"Author\",\n    fields=[\n"
                         "        (\"id\", models.AutoField(primary_key=True)),\n"
                         "        (\"name\", models.CharField(max_length=50)),\n    ],\n)"));
}

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
