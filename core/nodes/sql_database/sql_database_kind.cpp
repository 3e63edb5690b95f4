#include "core/data/orm/migration_reader.h"
#include "core/data/orm/model.h"
#include "core/data/people.h"
#include "core/data/table_plan.h"
#include "core/kernel/json_object.h"
#include "core/kernel/text_marker.h"
#include "core/nodes/sql_database/sql_database.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace roundtrip {

namespace {

/// The people of a database that nobody has written to yet.
class PeopleTable : public TableSource {
  public:
    PeopleTable(std::uint64_t seed, std::int64_t rows) : rows_(rows) {
        seedPeople(database_, seed, rows);
    }
    [[nodiscard]] const std::vector<std::string>& columns() const override { return columns_; }
    [[nodiscard]] std::int64_t rowCount() const override { return rows_; }
    [[nodiscard]] std::vector<std::string> row(std::int64_t index) const override {
        std::vector<std::string> values;
        const auto found =
            database_.query("SELECT * FROM users WHERE id = :id", {{"id", index + 1}});
        for (const auto& [name, value] : found->rows.at(0).items()) {
            values.push_back(value.is_string() ? value.get<std::string>() : value.dump());
        }
        return values;
    }

  private:
    mutable SqliteDatabase database_;
    std::int64_t rows_;
    std::vector<std::string> columns_{"id", "name", "email", "city", "visits"};
};

Problems checkModels(const nlohmann::json& value) {
    const auto schema = orm::readSchema(value);
    return schema ? Problems{} : schema.error();
}

Problems checkMigrations(const nlohmann::json& value) {
    const auto history = orm::readMigrations(value);
    return history ? Problems{} : history.error();
}

Problems checkTables(const nlohmann::json& value) {
    Problems problems;
    (void)readTables(value, problems);
    return problems;
}

const std::vector<EntryForm>& tableEntries() {
    static const std::vector<EntryForm> kForms{
        {.key = "name",
         .title = ROUNDTRIP_TEXT("blocks", "Table"),
         .help = ROUNDTRIP_TEXT("blocks", "Made at the start and filled with rows that are drawn."),
         .members =
             {{.name = "name",
               .label = ROUNDTRIP_TEXT("parameters", "Name"),
               .help = ROUNDTRIP_TEXT("parameters", "As SQL calls it: orders."),
               .type = ParameterType::text,
               .fallback = "orders",
               .isRequired = true},
              {.name = "rows",
               .label = ROUNDTRIP_TEXT("parameters", "Rows"),
               .help = ROUNDTRIP_TEXT("parameters", "How many are drawn at the start."),
               .type = ParameterType::integer,
               .fallback = 100,
               .least = 0,
               .most = static_cast<double>(kMostPlannedRows)},
              {.name = "columns",
               .label = ROUNDTRIP_TEXT("parameters", "Columns"),
               .help = ROUNDTRIP_TEXT(
                   "parameters",
                   "A line each, its name and what it holds: key; person, email, city, words; "
                   "number from 1 to 9; price from 5 to 90; day from 2026-01-01 to 2026-06-30; one "
                   "of new, paid; yes in 20 %; any of users. Behind a comma: unique, indexed, "
                   "empty "
                   "in 10 %."),
               .type = ParameterType::text,
               .fallback = "id: key\nuser_id: any of users\ntotal: price from 5 to 90",
               .isRequired = true,
               .isLong = true}},
         .hasHandler = false}};
    return kForms;
}

/// A planned table whose name somebody else uses is what is wrong, wherever that comes to light.
Problem blamed(const Error& error, const char* where, const std::vector<PlannedTable>& planned) {
    const std::string words = error.args.empty() ? std::string() : error.args.front();
    for (std::size_t i = 0; i < planned.size(); ++i) {
        const bool isIt = words == fmt::format("table {} already exists", planned[i].name) ||
                          words == fmt::format("table \"{}\" already exists", planned[i].name);
        if (isIt) {
            return {"table-twice", {planned[i].name}, fmt::format("/tables/{}/name", i)};
        }
    }
    return {error.code, error.args, where};
}

tl::expected<void, Error> makeModels(SqliteDatabase& database, const nlohmann::json& models) {
    const auto schema = orm::readSchema(models);
    if (!schema) {
        return {};
    }
    for (const std::string& statement : orm::createStatements(*schema)) {
        if (auto made = database.run(statement); !made) {
            return made;
        }
    }
    return {};
}

/// Without rows: whether they can be made is the same.
std::vector<PlannedTable> emptyTables(const nlohmann::json& tables) {
    Problems known; // said where the parameter is checked
    std::vector<PlannedTable> planned = readTables(tables, known);
    if (!known.empty()) {
        return {};
    }
    for (PlannedTable& table : planned) {
        table.rows = 0;
    }
    return planned;
}

/// Models, tables, migrations and script make their tables in an empty database, one after the
/// other.
Problems checkScript(const nlohmann::json& parameters) {
    const std::string script = memberText(parameters, "script");
    const nlohmann::json tables = memberOf(parameters, "tables");
    const nlohmann::json models = memberOf(parameters, "models");
    const nlohmann::json migrations = memberOf(parameters, "migrations");
    if (script.empty() && models.is_null() && migrations.is_null() && tables.is_null()) {
        return {};
    }
    SqliteDatabase database;
    seedPeople(database, 1, 1);
    const auto planned = tables.is_null() ? std::vector<PlannedTable>() : emptyTables(tables);
    if (const auto made = makeModels(database, models); !made) {
        return {blamed(made.error(), "/models", planned)};
    }
    if (const auto made = makeTables(database, planned, 1); !made) {
        return {blamed(made.error(), "/tables", planned)};
    }
    if (checkMigrations(migrations).empty()) {
        const auto migrated =
            migrateTables(database, migrations, memberText(parameters, "migrated_to"));
        if (!migrated) {
            return {blamed(migrated.error(), "/migrations", planned)};
        }
    }
    const auto ran = database.run(script);
    return ran ? Problems{} : Problems{blamed(ran.error(), "/script", planned)};
}

std::vector<Parameter> contentParameters() {
    return {
        {.name = "rows",
         .label = ROUNDTRIP_TEXT("parameters", "People in the table"),
         .help = ROUNDTRIP_TEXT("parameters", "How many rows the table users has at the start."),
         .type = ParameterType::integer,
         .fallback = 10000,
         .least = 1,
         .most = 1e6},
        {.name = "flavour",
         .label = ROUNDTRIP_TEXT("parameters", "Flavour"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "sqlite: one writes at a time. postgresql, mysql: as many as there "
                                "are connections, each row by one at a time."),
         .type = ParameterType::choice,
         .fallback = "sqlite",
         .choices = {"sqlite", "postgresql", "mysql"}},
        {.name = "models",
         .label = ROUNDTRIP_TEXT("parameters", "Tables of models"),
         .help = ROUNDTRIP_TEXT("parameters", "Models whose tables are made at the start."),
         .type = ParameterType::document,
         .fallback = {{"app", "app"}, {"models", nlohmann::json::array()}},
         .check = checkModels},
        {.name = "tables",
         .label = ROUNDTRIP_TEXT("parameters", "Tables with rows"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Tables that are made at the start and filled with drawn rows, "
                                "beside users. One that is added later is made at once."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array(),
         .check = checkTables,
         .entries = tableEntries},
        {.name = "migrations",
         .label = ROUNDTRIP_TEXT("parameters", "Migrations"),
         .help = ROUNDTRIP_TEXT(
             "parameters", "Steps that change the tables, oldest first, each with a way back."),
         .type = ParameterType::document,
         .fallback = {{"app", "app"}, {"migrations", nlohmann::json::array()}},
         .check = checkMigrations},
        {.name = "migrated_to",
         .label = ROUNDTRIP_TEXT("parameters", "Migrated to"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "The last migration applied at the start. Empty: all; zero: none."),
         .fallback = ""},
        {.name = "script",
         .label = ROUNDTRIP_TEXT("parameters", "SQL at the start"),
         .help = ROUNDTRIP_TEXT("parameters", "Makes further tables and rows."),
         .fallback = ""},
    };
}

std::vector<Parameter> costParameters() {
    return {
        {.name = "waiting_limit",
         .label = ROUNDTRIP_TEXT("parameters", "Room in the line"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Statements that may wait for a connection; more are refused. 0: "
                                "no limit."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1e6},
        {.name = "connections",
         .label = ROUNDTRIP_TEXT("parameters", "Connections"),
         .help = ROUNDTRIP_TEXT("parameters", "How many statements can run at the same time. A "
                                              "transaction keeps its connection to its end."),
         .type = ParameterType::integer,
         .fallback = 5,
         .least = 1,
         .most = 10000},
        {.name = "base_time",
         .label = ROUNDTRIP_TEXT("parameters", "Base time"),
         .help = ROUNDTRIP_TEXT("parameters", "What each statement costs before it reads a row."),
         .type = ParameterType::duration,
         .fallback = "0.5 ms",
         .least = 0.0,
         .most = 60.0},
        {.name = "step_time",
         .label = ROUNDTRIP_TEXT("parameters", "Time of a step"),
         .help = ROUNDTRIP_TEXT("parameters", "What each step of SQLite's machine costs."),
         .type = ParameterType::duration,
         .fallback = "50 ns",
         .least = 0.0,
         .most = 1.0},
    };
}

std::vector<Parameter> othersParameters() {
    return {
        {.name = "disk_pages",
         .label = ROUNDTRIP_TEXT("parameters", "Room on the disk"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "In pages of 4 KiB. A statement that needs one more fails. 0: "
                                "enough for everything."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1e9},
        {.name = "slow_after",
         .label = ROUNDTRIP_TEXT("parameters", "Slow query"),
         .help = ROUNDTRIP_TEXT("parameters", "What takes so long is noted as a slow query, as in "
                                              "a slow query log. 0: nothing is."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0.0,
         .most = 3600.0},
        {.name = "lock_timeout",
         .label = ROUNDTRIP_TEXT("parameters", "Patience with locks"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How long a statement waits for a row that another transaction "
                                "holds. 0: as the flavour has it: sqlite 5 s, mysql 50 s, "
                                "postgresql for ever."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0.0,
         .most = 3600.0},
        {.name = "replay_delay",
         .label = ROUNDTRIP_TEXT("parameters", "Delay of a replica"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How long a copy of another database takes for each change that "
                                "it is told of."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0.0,
         .most = 3600.0},
    };
}

std::vector<Parameter> parameters() {
    std::vector<Parameter> all = contentParameters();
    for (const std::vector<Parameter>& more : {costParameters(), othersParameters()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

} // namespace

NodeKind sqlDatabaseKind() {
    NodeKind kind;
    kind.id = "sql_database";
    kind.name = ROUNDTRIP_TEXT("parts", "Database");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps rows in tables and answers SQL. A real SQLite runs "
                                        "every statement; its steps become time.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The library across town");
    kind.category = Category::data;
    kind.ports = {{"clients", PortInfo::Direction::in, "sql"},
                  {"replicas", PortInfo::Direction::out, "replication"},
                  {"primary", PortInfo::Direction::in, "replication"}};
    kind.parameters = parameters();
    kind.gauges = {{"connections", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} connections"),
                    GaugeInfo::Look::bar, "", GaugeInfo::Measures::utilisation},
                   {"rows", ROUNDTRIP_TEXT("gauges", "rows in users: {value}")},
                   {"behind", ROUNDTRIP_TEXT("gauges", "changes behind: {value}"),
                    GaugeInfo::Look::text, "primary"},
                   {"disk", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} pages on the disk"),
                    GaugeInfo::Look::bar, "disk_pages"}};
    kind.actions = {
        {"migrate",
         ROUNDTRIP_TEXT("actions", "Migrate"),
         {{.name = "target",
           .label = ROUNDTRIP_TEXT("parameters", "Migrate to"),
           .help = ROUNDTRIP_TEXT(
               "parameters", "The last migration that is to be applied; later ones are taken back. "
                             "Empty: all; zero: none."),
           .fallback = ""}}},
        {"console",
         ROUNDTRIP_TEXT("actions", "Ask it directly"),
         {{.name = "text",
           .label = ROUNDTRIP_TEXT("parameters", "What you type"),
           .help = ROUNDTRIP_TEXT("parameters", "Statements in SQL, or one expression of the ORM: "
                                                "Book.objects.filter(price__lt=10)."),
           .fallback = ""},
          {.name = "language",
           .label = ROUNDTRIP_TEXT("parameters", "Language"),
           .help = ROUNDTRIP_TEXT("parameters", "orm: in the words of Django, with the models of "
                                                "this database."),
           .type = ParameterType::choice,
           .fallback = "sql",
           .choices = {"sql", "orm"}}}}};
    kind.check = checkScript;
    kind.openTable = [](const ParameterValues& values, std::uint64_t seed) {
        return std::make_unique<PeopleTable>(seed, values.integer("rows"));
    };
    kind.price = {0.2, "connections", 0.005};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<SqlDatabase>(*findKind("sql_database"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
