#include "core/nodes/sql_database/sql_database.h"

#include "core/data/changeset.h"
#include "core/data/naive_sql.h"
#include "core/data/orm/model.h"
#include "core/data/people.h"
#include "core/data/sqlite_values.h"
#include "core/data/table_plan.h"
#include "core/kernel/quantity.h"
#include "core/nodes/sql_database/gauges.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace roundtrip {

SqlDatabase::SqlDatabase(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      connections_(context.simulation, static_cast<int>(values().integer("connections"))),
      statistics_(static_cast<int>(values().integer("connections"))), log_(context.simulation) {
    seedPeople(database_, context.seed, values().integer("rows"));
    prepareTables();
    database_.watchChanges();
    database_.limitPages(values().integer("disk_pages"));
    transactions_.emplace(database_, parseFlavour(values().text("flavour")));
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
    port("primary").setReceiver([this](Message message) { takeLog(std::move(message)); });
    port("replicas").setReceiver([this](const Message& message) { sendCopy(message.via); });
}

void SqlDatabase::start() {
    showConnections();
    setGauge(kRowsGauge, database_.rowCount("users"));
    showDisk();
    if (port("replicas").isConnected()) {
        Message copy;
        copy.payload = Replication{{}, database_.image(), now(), told_};
        port("replicas").sendToAll(copy);
    }
    if (isReplica()) {
        meetPrimary();
        if (context().hasBegun) { // the primary told all that were there at its start
            askForCopy();
        }
    }
}

void SqlDatabase::prepareTables() {
    if (const auto schema = orm::readSchema(values().value("models"))) {
        for (const std::string& statement : orm::createStatements(*schema)) {
            (void)database_.run(statement); // checked together with the script
        }
    }
    planned_ = values().value("tables");
    Problems known; // the check has said them
    (void)makeTables(database_, readTables(planned_, known), context().seed);
    (void)migrateTables(database_, values().value("migrations"), values().text("migrated_to"));
    (void)database_.run(values().text("script"));
}

bool SqlDatabase::isFull() const {
    const std::int64_t most = values().integer("waiting_limit");
    return most > 0 && connections_.busy() >= connections_.servers() &&
           static_cast<std::int64_t>(connections_.queueLength()) >= most;
}

void SqlDatabase::refuse(const Message& message) {
    const std::string& flavour = values().text("flavour");
    const char* words = flavour == "postgresql" ? "FATAL: sorry, too many clients already"
                        : flavour == "mysql"    ? "ERROR 1040 (HY000): Too many connections"
                                                : "database is locked";
    const SpanId span = beginSpan(message);
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
    const bool needsConnection = command.transaction == 0;
    if (needsConnection && isFull()) {
        refuse(message);
        co_return;
    }
    Work work{command, message.request, beginSpan(message)};
    const SimTime arrivedAt = now();
    statistics_.arrived(arrivedAt);
    if (needsConnection) {
        if (connections_.busy() >= connections_.servers()) {
            record(message.request, work.span,
                   WorkQueued{.ahead = static_cast<std::uint32_t>(connections_.queueLength())});
        }
        Permit permit = co_await connections_.acquire();
        work.connection.emplace(std::move(permit));
        record(message.request, work.span,
               WorkStarted{.waited = now() - arrivedAt,
                           .busy = static_cast<std::uint32_t>(connections_.busy()),
                           .workers = static_cast<std::uint32_t>(connections_.servers())});
    }
    statistics_.started(now(), now() - arrivedAt);
    showConnections();
    Task<SqlReply> performed = perform(work);
    SqlReply reply = co_await performed;
    work.connection.reset();
    statistics_.departed(now(), now() - arrivedAt);
    showConnections();
    endSpan(message.request, work.span, !reply.error.empty());
    port("clients").reply(message, work.span, std::move(reply));
}

Task<SqlReply> SqlDatabase::perform(Work& work) {
    const SqlCommand& command = work.command;
    if (std::string error = whyNot(command); !error.empty()) {
        co_return failed(work, std::move(error));
    }
    const bool isInside = command.transaction != 0;
    if (isInside && !transactions_->isOpen(command.transaction)) {
        co_return failed(work, "no-transaction");
    }
    switch (command.step) {
    case SqlCommand::Step::begin: {
        Task<SqlReply> begun = begin(work);
        co_return co_await begun;
    }
    case SqlCommand::Step::commit: {
        Task<SqlReply> committed = commit(work);
        co_return co_await committed;
    }
    case SqlCommand::Step::rollback:
        co_return rollback(work);
    case SqlCommand::Step::statement:
        break;
    }
    Task<SqlReply> ran = isInside ? run(work, command.transaction) : runAlone(work);
    co_return co_await ran;
}

/// One statement of a transaction, or of one that lasts no longer.
Task<SqlReply> SqlDatabase::run(Work& work, TransactionId id) {
    const SqlCommand& command = work.command;
    StatementOutcome outcome = command.isPasted
                                   ? transactions_->executeScript(id, command.sql)
                                   : transactions_->execute(id, command.sql, command.values);
    resumeOthers();
    if (outcome.waits()) {
        Task<StatementOutcome> waited = waitFor(work, id, std::move(outcome));
        outcome = co_await waited;
    }
    const SimTime took = costOf(outcome.result.vmSteps);
    const SimTime readAt = isReplica() ? followedTo_ : now();
    co_await busyFor(took);
    SqlReply reply;
    if (outcome.failed()) {
        reply = failed(work, outcome);
    } else {
        recordExecuted(work, outcome.result, took);
    }
    reply.provenance = {readAt, outcome.result.rowsRead, this->id()};
    reply.changedRows = outcome.result.changedRows;
    reply.rows = std::move(outcome.result.rows);
    if (outcome.isCommitted) {
        work.committed = std::move(outcome.result);
    }
    co_return reply;
}

Task<SqlReply> SqlDatabase::runAlone(Work& work) {
    const SqlCommand& command = work.command;
    if (database_.isReadOnly(command.sql)) { // sees what is committed, and asks for no lock
        Task<SqlReply> read = readAlone(work);
        co_return co_await read;
    }
    const bool isTold = recorder().keeps(work.request) || port("replicas").isConnected();
    const TransactionId id = transactions_->begin(
        defaultIsolation(parseFlavour(values().text("flavour"))), true, isTold);
    Task<SqlReply> ran = run(work, id);
    SqlReply reply = co_await ran;
    if (!transactions_->isOpen(id)) { // the server was stopped
        co_return reply;
    }
    const StatementOutcome outcome = transactions_->commit(id);
    resumeOthers();
    if (outcome.failed() && reply.error.empty()) {
        reply = failed(work, outcome);
    }
    recordChanges(work, work.committed.value_or(outcome.result));
    reply.provenance.readAt = now(); // RETURNING gives rows as they are from now on
    co_return reply;
}

Task<SqlReply> SqlDatabase::readAlone(Work& work) {
    const SqlCommand& command = work.command;
    auto result =
        database_.query(command.sql, command.isPasted ? nlohmann::json() : command.values);
    const SimTime took = costOf(result ? result->vmSteps : 0);
    const SimTime readAt = isReplica() ? followedTo_ : now();
    co_await busyFor(took);
    if (!result) {
        co_return failed(work, wordsOf(result.error()));
    }
    recordExecuted(work, *result, took);
    SqlReply reply;
    reply.provenance = {readAt, std::move(result->rowsRead), id()};
    reply.rows = std::move(result->rows);
    co_return reply;
}

SimTime SqlDatabase::costOf(std::uint32_t vmSteps) const {
    const QueryCost cost{values().duration("base_time").ns(), values().duration("step_time").ns()};
    return SimTime::nanoseconds(cost.nanoseconds(vmSteps));
}

SqlReply SqlDatabase::failed(const Work& work, std::string error) const {
    record(work.request, work.span, HandlerFailed{.reason = text(error), .status = 0});
    SqlReply reply;
    reply.error = std::move(error);
    return reply;
}

void SqlDatabase::recordExecuted(const Work& work, const QueryResult& result, SimTime took) {
    if (recorder().keeps(work.request)) {
        const std::string& sql = work.command.sql;
        record(work.request, work.span,
               QueryExecuted{.took = took,
                             .sql = text(sql),
                             .plan = text(database_.queryPlan(sql).value_or("")),
                             .vmSteps = result.vmSteps,
                             .rows = static_cast<std::uint32_t>(result.rows.size())});
        const SimTime limit = values().duration("slow_after");
        if (limit != SimTime() && took >= limit) {
            pass(work, "query",
                 fmt::format("slow\n{}\n{}", durationText(took), durationText(limit)));
        }
    }
}

void SqlDatabase::recordChanges(const Work& work, const QueryResult& result) {
    const bool isSchema = work.committed && result.changedRows == 0;
    if (isSchema) {
        tellReplicas(work, result);
    }
    if (result.changedRows == 0) {
        return;
    }
    for (const std::string& row : result.rowsChanged) {
        context().dataClock.rowChanged(row, now());
    }
    if (recorder().keeps(work.request) && !result.rowsChanged.empty()) {
        record(work.request, work.span,
               RowsChanged{.changeset = text(result.changeset),
                           .rows = text(fmt::format("{}", fmt::join(result.rowsChanged, "\n")))});
    }
    showDisk();
    tellReplicas(work, result);
}

void SqlDatabase::pass(const Work& work, std::string_view check, std::string_view reason) const {
    if (recorder().keeps(work.request)) {
        record(work.request, work.span, CheckPassed{.check = text(check), .reason = text(reason)});
    }
}

/// Rows are on the disk; transactions and connections are not.
void SqlDatabase::stopped() {
    if (transactions_->size() > 0) {
        record(RequestId::none, SpanId::none,
               CheckFailed{.check = text("restart"),
                           .reason = text(fmt::format("undone\n{}", transactions_->size())),
                           .status = 0});
    }
    transactions_->rollbackAll();
    typed_ = 0;
    open_.clear();
    connections_.restart();
    for (const auto& [id, waiting] : waiting_) {
        StatementOutcome none;
        none.state = StatementOutcome::State::failed;
        none.reason = StatementOutcome::Reason::sql;
        none.error = "connection reset";
        waiting->push(std::move(none));
    }
    showConnections();
}

void SqlDatabase::started() {
    showConnections();
    if (isReplica()) {
        askForCopy();
    }
}

/// A new flavour counts once no transaction of the old one is open.
void SqlDatabase::parametersChanged() {
    connections_.setServers(static_cast<int>(values().integer("connections")));
    if (transactions_->size() == 0) {
        transactions_.emplace(database_, parseFlavour(values().text("flavour")));
    }
    database_.limitPages(values().integer("disk_pages"));
    if (planned_ != values().value("tables") && !isReplica()) {
        simulation().spawn(addTables());
    }
    showDisk();
    showConnections();
}

void SqlDatabase::showConnections() const {
    setGauge(kConnectionsGauge, connections_.busy(), connections_.servers());
}

} // namespace roundtrip
