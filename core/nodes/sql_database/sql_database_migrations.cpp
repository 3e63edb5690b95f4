#include "core/data/orm/migration_reader.h"
#include "core/data/orm/migrator.h"
#include "core/data/sqlite_values.h"
#include "core/data/table_plan.h"
#include "core/nodes/sql_database/gauges.h"
#include "core/nodes/sql_database/sql_database.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace roundtrip {

namespace {

std::optional<std::string> targetOf(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::string reasonOf(const Error& error) {
    return fmt::format("{}{}{}", error.code, error.args.empty() ? "" : "\n",
                       fmt::join(error.args, "\n"));
}

} // namespace

tl::expected<std::vector<orm::MigrationRun>, Error>
migrateTables(SqliteDatabase& database, const nlohmann::json& history, const std::string& target) {
    auto read = orm::readMigrations(history);
    if (!read) {
        return tl::unexpected(Error{read.error().front().code, read.error().front().args, ""});
    }
    if (read->migrations.empty()) {
        return {};
    }
    return orm::Migrator(database, read->app, std::move(read->migrations))
        .migrate(targetOf(target));
}

void SqlDatabase::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (action == "migrate") {
        simulation().spawn(migrate(arguments.text("target")));
    } else if (action == "console") {
        simulation().spawn(
            answerConsole(arguments.text("text"), arguments.text("language") == "orm"));
    }
}

/// Waits until nobody has changes that are not committed.
Task<TransactionId> SqlDatabase::beginAlone(const Work& work) {
    const TransactionId id = transactions_->begin(Isolation::serializable, true);
    StatementOutcome outcome = transactions_->executeScript(id, "");
    if (outcome.waits()) {
        Task<StatementOutcome> waited = waitFor(work, id, std::move(outcome));
        outcome = co_await waited;
    }
    if (outcome.failed()) {
        (void)failed(work, outcome);
        endAlone(id);
        co_return TransactionId{0};
    }
    co_return id;
}

void SqlDatabase::endAlone(TransactionId id) {
    transactions_->rollback(id);
    resumeOthers();
}

/// Tables that came into the setting, as if somebody had typed them. What it says of tables that
/// are there is for the next run.
Process SqlDatabase::addTables() {
    const SqlCommand command;
    const Work work{command, RequestId::none, SpanId::none};
    planned_ = values().value("tables");
    Problems known; // the check has said them
    std::vector<PlannedTable> tables = readTables(planned_, known);
    Task<TransactionId> begun = beginAlone(work);
    const TransactionId alone = co_await begun;
    if (alone == 0) {
        co_return;
    }
    std::erase_if(tables, [this](const PlannedTable& table) {
        const auto found = database_.query("SELECT 1 FROM sqlite_master WHERE name = :name",
                                           {{"name", table.name}});
        return found && !found->rows.empty();
    });
    const auto made = makeTables(database_, tables, context().seed);
    QueryResult changes;
    database_.takeChanges(changes); // replicas get a whole copy
    endAlone(alone);
    if (!made) {
        (void)failed(work, wordsOf(made.error()));
        co_return;
    }
    for (const PlannedTable& table : tables) {
        pass(work, "tables", fmt::format("made\n{}\n{}", table.name, table.rows));
    }
    if (!tables.empty()) {
        tellReplicas(work, {});
    }
}

/// Changes the tables once nobody has changes that are not committed. Whoever comes while that
/// takes its time finds them changed already.
Process SqlDatabase::migrate(std::string target) {
    SqlCommand command;
    command.sql = "MIGRATE";
    Work work{command, RequestId::none, SpanId::none};
    Task<TransactionId> begun = beginAlone(work);
    const TransactionId alone = co_await begun;
    if (alone == 0) {
        co_return;
    }
    const auto runs = migrateTables(database_, values().value("migrations"), target);
    QueryResult changes;
    database_.takeChanges(changes); // replicas get a whole copy
    endAlone(alone);
    if (!runs) {
        record(RequestId::none, SpanId::none,
               CheckFailed{.check = text("migration"),
                           .reason = text(reasonOf(runs.error())),
                           .status = 0});
        co_return;
    }
    if (runs->empty()) {
        pass(work, "migration", "up-to-date");
    }
    for (const orm::MigrationRun& run : *runs) {
        Task<> recorded = recordMigration(work, run);
        co_await recorded;
    }
    setGauge(kRowsGauge, database_.rowCount("users"));
    tellReplicas(work, {});
}

Task<> SqlDatabase::recordMigration(const Work& work, const orm::MigrationRun& run) {
    for (const orm::StatementRun& statement : run.statements) {
        const SimTime took = costOf(statement.vmSteps);
        co_await busyFor(took);
        record(work.request, work.span,
               QueryExecuted{.took = took,
                             .sql = text(statement.sql),
                             .plan = text(""),
                             .vmSteps = statement.vmSteps,
                             .rows = static_cast<std::uint32_t>(statement.rows)});
    }
    pass(work, "migration",
         fmt::format("{}\n{}\n{}", run.isForwards ? "applied" : "taken-back", run.name,
                     run.statements.size()));
}

} // namespace roundtrip
