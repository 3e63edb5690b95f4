#include "core/nodes/sql_database/sql_database.h"

#include "core/data/people.h"
#include "core/nodes/text_marker.h"

#include <fmt/format.h>

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
      statistics_(static_cast<int>(values().integer("connections"))) {
    seedPeople(database_, context.seed, values().integer("rows"));
    database_.watchChanges();
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

void SqlDatabase::start() {
    showConnections();
    setGauge(kRowsGauge, database_.rowCount("users"));
}

Process SqlDatabase::serve(Message message) {
    const auto& command = std::get<SqlCommand>(message.payload);
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
    Execution done = execute(command, message.request, span);
    co_await simulation().delay(done.took);
    recordExecuted(done, command.sql, message.request, span);
    connection.release();
    statistics_.departed(now(), now() - arrivedAt);
    showConnections();
    endSpan(message.request, span, !done.reply.error.empty());
    port("clients").reply(message, span, std::move(done.reply));
}

SqlDatabase::Execution SqlDatabase::execute(const SqlCommand& command, RequestId request,
                                            SpanId span) {
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

NodeKind sqlDatabaseKind() {
    NodeKind kind;
    kind.id = "sql_database";
    kind.name = ROUNDTRIP_TEXT("parts", "Database");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps rows in tables and answers SQL. A real SQLite runs "
                                        "every statement; its steps become time.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The library across town");
    kind.category = Category::data;
    kind.ports = {{"clients", PortInfo::Direction::in, "sql"}};
    kind.parameters = {
        {.name = "rows",
         .label = ROUNDTRIP_TEXT("parameters", "People in the table"),
         .help = ROUNDTRIP_TEXT("parameters", "How many rows the table users has at the start."),
         .type = ParameterType::integer,
         .fallback = 10000,
         .least = 1,
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
    kind.gauges = {{"connections", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} connections"),
                    GaugeInfo::Look::bar},
                   {"rows", ROUNDTRIP_TEXT("gauges", "SQLite, {value} users")}};
    kind.openTable = [](const ParameterValues& values, std::uint64_t seed) {
        return std::make_unique<PeopleTable>(seed, values.integer("rows"));
    };
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<SqlDatabase>(*findKind("sql_database"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
