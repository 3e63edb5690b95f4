#include "core/nodes/sql_database/sql_database.h"

#include "core/data/naive_sql.h"
#include "core/data/orm/model.h"
#include "core/data/people.h"
#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/nodes/text_marker.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kConnectionsGauge = 0;
constexpr std::size_t kRowsGauge = 1;

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

} // namespace

SqlDatabase::SqlDatabase(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      connections_(context.simulation, static_cast<int>(values().integer("connections"))),
      writer_(context.simulation, 1),
      statistics_(static_cast<int>(values().integer("connections"))) {
    seedPeople(database_, context.seed, values().integer("rows"));
    prepareTables();
    database_.watchChanges();
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

void SqlDatabase::start() {
    showConnections();
    setGauge(kRowsGauge, database_.rowCount("users"));
}

void SqlDatabase::prepareTables() {
    if (const auto schema = orm::readSchema(values().value("models"))) {
        for (const std::string& statement : orm::createStatements(*schema)) {
            (void)database_.run(statement); // checked together with the script
        }
    }
    (void)database_.run(values().text("script"));
}

/// PostgreSQL and MySQL write as many at a time as they have connections; SQLite locks the file.
bool SqlDatabase::needsWriter(const SqlCommand& command) {
    return values().text("flavour") == "sqlite" &&
           (command.isPasted || !database_.isReadOnly(command.sql));
}

bool SqlDatabase::isFull() const {
    const std::int64_t most = values().integer("waiting_limit");
    return most > 0 && connections_.busy() >= connections_.servers() &&
           static_cast<std::int64_t>(connections_.queueLength()) >= most;
}

void SqlDatabase::refuse(const Message& message) {
    const std::string flavour = values().text("flavour");
    const char* words = flavour == "postgresql" ? "FATAL: sorry, too many clients already"
                        : flavour == "mysql"    ? "ERROR 1040 (HY000): Too many connections"
                                                : "database is locked";
    const SpanId span = beginSpan(message.request, message.span, titleOf(message.payload));
    record(message.request, span,
           CheckFailed{.check = text("connections"),
                       .reason = text(fmt::format("full\n{}", connections_.servers())),
                       .status = 0});
    endSpan(message.request, span, true);
    SqlReply reply;
    reply.error = words;
    port("clients").reply(message, span, std::move(reply));
}

Process SqlDatabase::serve(Message message) {
    const auto& command = std::get<SqlCommand>(message.payload);
    if (isFull()) {
        refuse(message);
        co_return;
    }
    const SpanId span = beginSpan(message.request, message.span, titleOf(message.payload));
    if (connections_.busy() >= connections_.servers()) {
        record(message.request, span,
               WorkQueued{.ahead = static_cast<std::uint32_t>(connections_.queueLength())});
    }
    const SimTime arrivedAt = now();
    statistics_.arrived(arrivedAt);
    Permit connection = co_await connections_.acquire();
    statistics_.started(now(), now() - arrivedAt);
    showConnections();
    record(message.request, span,
           WorkStarted{.waited = now() - arrivedAt,
                       .busy = static_cast<std::uint32_t>(connections_.busy()),
                       .workers = static_cast<std::uint32_t>(connections_.servers())});
    std::optional<Permit> writer;
    if (needsWriter(command)) {
        const SimTime askedAt = now();
        Permit permit = co_await writer_.acquire();
        writer.emplace(std::move(permit));
        if (now() > askedAt) {
            record(message.request, span,
                   CheckPassed{.check = text("writer"),
                               .reason =
                                   text(fmt::format("waited\n{}", durationText(now() - askedAt)))});
        }
    }
    Execution done = execute(command, message.request, span);
    co_await simulation().delay(done.took);
    recordExecuted(done, command.sql, message.request, span);
    writer.reset();
    connection.release();
    statistics_.departed(now(), now() - arrivedAt);
    showConnections();
    endSpan(message.request, span, !done.reply.error.empty());
    port("clients").reply(message, span, std::move(done.reply));
}

SqlDatabase::Execution SqlDatabase::execute(const SqlCommand& command, RequestId request,
                                            SpanId span) {
    if (command.isPasted) {
        return executePasted(command, request, span);
    }
    const QueryCost cost{values().duration("base_time").ns(), values().duration("step_time").ns()};
    Execution done;
    auto result = database_.query(command.sql, command.values);
    done.vmSteps = result ? result->vmSteps : 0;
    done.took = SimTime::nanoseconds(cost.nanoseconds(done.vmSteps));
    if (!result) {
        const Error& error = result.error();
        done.reply.error = fmt::format("{}: {}", error.code, fmt::join(error.args, ", "));
        return done;
    }
    recordChanges(*result, request, span);
    done.reply.provenance = {now(), result->rowsRead, id()};
    done.reply.changedRows = result->changedRows;
    done.reply.rows = std::move(result->rows);
    return done;
}

/// Runs all statements that stand in the text, as a driver does that gets nothing but text.
SqlDatabase::Execution SqlDatabase::executePasted(const SqlCommand& command, RequestId request,
                                                  SpanId span) {
    const QueryCost cost{values().duration("base_time").ns(), values().duration("step_time").ns()};
    NaiveResult result = runNaively(database_, command.sql, nlohmann::json::object());
    Execution done;
    done.vmSteps = result.vmSteps;
    done.took = SimTime::nanoseconds(cost.nanoseconds(result.vmSteps));
    QueryResult changes;
    changes.changedRows = result.changedRows;
    if (result.changedRows > 0) {
        database_.takeChanges(changes);
        recordChanges(changes, request, span);
    }
    if (result.error) {
        done.reply.error = fmt::format("{}", fmt::join(result.error->args, ", "));
    }
    done.reply.provenance = {now(), {}, id()};
    done.reply.changedRows = result.rows.empty() ? result.changedRows : 0;
    done.reply.rows = std::move(result.rows);
    return done;
}

void SqlDatabase::recordExecuted(const Execution& done, const std::string& sql, RequestId request,
                                 SpanId span) {
    if (!done.reply.error.empty()) {
        record(request, span, HandlerFailed{.reason = text(done.reply.error), .status = 0});
    } else if (recorder().keeps(request)) {
        record(request, span,
               QueryExecuted{.took = done.took,
                             .sql = text(sql),
                             .plan = text(database_.queryPlan(sql).value_or("")),
                             .vmSteps = done.vmSteps,
                             .rows = static_cast<std::uint32_t>(done.reply.rows.size())});
    }
}

void SqlDatabase::recordChanges(const QueryResult& result, RequestId request, SpanId span) {
    if (result.changedRows == 0) {
        return;
    }
    for (const std::string& row : result.rowsChanged) {
        context().dataClock.rowChanged(row, now());
    }
    if (recorder().keeps(request)) {
        record(request, span,
               RowsChanged{.changeset = text(result.changeset),
                           .rows = text(fmt::format("{}", fmt::join(result.rowsChanged, "\n")))});
    }
}

void SqlDatabase::parametersChanged() {
    connections_.setServers(static_cast<int>(values().integer("connections")));
    showConnections();
}

void SqlDatabase::showConnections() const {
    setGauge(kConnectionsGauge, connections_.busy(), connections_.servers());
}

namespace {

Problems checkModels(const nlohmann::json& value) {
    const auto schema = orm::readSchema(value);
    return schema ? Problems{} : schema.error();
}

/// Models and script make their tables in an empty database, one after the other.
Problems checkScript(const nlohmann::json& parameters) {
    const std::string script = memberText(parameters, "script");
    const nlohmann::json models = memberOf(parameters, "models");
    if (script.empty() && models.is_null()) {
        return {};
    }
    SqliteDatabase database;
    seedPeople(database, 1, 1);
    if (const auto schema = orm::readSchema(models)) {
        for (const std::string& statement : orm::createStatements(*schema)) {
            if (const auto made = database.run(statement); !made) {
                return {{made.error().code, made.error().args, "/models"}};
            }
        }
    }
    const auto ran = database.run(script);
    return ran ? Problems{} : Problems{{ran.error().code, ran.error().args, "/script"}};
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
                                "are connections."),
         .type = ParameterType::choice,
         .fallback = "sqlite",
         .choices = {"sqlite", "postgresql", "mysql"}},
        {.name = "models",
         .label = ROUNDTRIP_TEXT("parameters", "Tables of models"),
         .help = ROUNDTRIP_TEXT("parameters", "Models whose tables are made at the start."),
         .type = ParameterType::document,
         .fallback = {{"app", "app"}, {"models", nlohmann::json::array()}},
         .check = checkModels},
        {.name = "script",
         .label = ROUNDTRIP_TEXT("parameters", "SQL at the start"),
         .help = ROUNDTRIP_TEXT("parameters", "Makes further tables and rows."),
         .fallback = ""},
    };
}

std::vector<Parameter> parameters() {
    std::vector<Parameter> all = contentParameters();
    const std::vector<Parameter> costs = {
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
         .help = ROUNDTRIP_TEXT("parameters", "How many statements can run at the same time."),
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
    all.insert(all.end(), costs.begin(), costs.end());
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
    kind.ports = {{"clients", PortInfo::Direction::in, "sql"}};
    kind.parameters = parameters();
    kind.gauges = {{"connections", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} connections"),
                    GaugeInfo::Look::bar},
                   {"rows", ROUNDTRIP_TEXT("gauges", "SQLite, {value} users")}};
    kind.check = checkScript;
    kind.openTable = [](const ParameterValues& values, std::uint64_t seed) {
        return std::make_unique<PeopleTable>(seed, values.integer("rows"));
    };
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<SqlDatabase>(*findKind("sql_database"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
