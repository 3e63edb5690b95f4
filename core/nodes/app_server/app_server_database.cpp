#include "core/data/sql_words.h"
#include "core/kernel/quantity.h"
#include "core/nodes/app_server/app_server.h"
#include "core/nodes/app_server/gauges.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

/// The first link leads to the database that takes writes; further ones lead to its replicas.
NodeId AppServer::databaseFor(const SqlCommand& command) {
    const std::vector<NodeId> databases = port("database").peers();
    const bool mayBeOld =
        values().text("read_from") == "replicas" && startsWithSqlWord(command.sql, "SELECT");
    if (databases.size() < 2 || !mayBeOld || command.transaction != 0) {
        return databases.front();
    }
    nextReplica_ = nextReplica_ % (databases.size() - 1) + 1;
    return databases[nextReplica_];
}

/// What happens inside a transaction uses the connection that the transaction has borrowed.
Task<SqlReply> AppServer::sendSql(SqlCommand command, Handling& handling) {
    if (!port("database").isConnected()) {
        fail(handling, 500, "no-database");
        co_return SqlReply{};
    }
    command.transaction = handling.transaction;
    const NodeId database = databaseFor(command);
    if (handling.transaction != 0) {
        Task<SqlReply> call = askDatabase(database, std::move(command), handling);
        co_return co_await call;
    }
    Task<std::optional<ConnectionPool::Loan>> borrowing = borrowConnection(handling);
    std::optional<ConnectionPool::Loan> connection = co_await borrowing;
    if (!connection) {
        co_return SqlReply{};
    }
    Task<SqlReply> call = askDatabase(database, std::move(command), handling);
    SqlReply reply = co_await call;
    connection.reset();
    showPool();
    co_return reply;
}

Task<SqlReply> AppServer::askDatabase(NodeId database, SqlCommand command, Handling& handling) {
    Task<Message> call = port("database").callTo(database, ask(handling, std::move(command)));
    Message answer = co_await call;
    co_return std::move(std::get<SqlReply>(answer.payload));
}

/// Nothing, and an answer to the client, when none came free in time.
Task<std::optional<ConnectionPool::Loan>> AppServer::borrowConnection(Handling& handling) {
    const SimTime askedAt = now();
    const SimTime patience = values().duration("pool_timeout");
    const bool hasToWait = pool_.isExhausted();
    if (hasToWait) {
        pass(handling, "pool", fmt::format("waits\n{}", pool_.size()));
    }
    Task<std::optional<ConnectionPool::Loan>> taking = pool_.take(patience);
    std::optional<ConnectionPool::Loan> loan = co_await taking;
    showPool();
    if (!loan) {
        refuse(handling, "pool",
               fmt::format("exhausted\n{}\n{}", pool_.size(), durationText(patience)), 500);
    } else if (hasToWait) {
        pass(handling, "pool", fmt::format("waited\n{}", durationText(now() - askedAt)));
    }
    co_return loan;
}

SqlCommand AppServer::beginCommand(const HandlerBlock& block) {
    SqlCommand command;
    command.step = SqlCommand::Step::begin;
    command.sql = block.writesAtOnce ? "BEGIN IMMEDIATE" : "BEGIN";
    if (!block.isolation.empty()) {
        command.sql += " ISOLATION LEVEL " + block.isolation;
    }
    command.isolation = parseIsolation(block.isolation);
    command.writesAtOnce = block.writesAtOnce;
    return command;
}

/// Begun anew, after a pause, when it failed only for what others did at the same time.
Task<> AppServer::transaction(const HandlerBlock& block, Handling& handling) {
    if (handling.transaction != 0) { // inside another one: part of that
        Task<> blocks = runBlocks(block.inside, handling);
        co_await blocks;
        co_return;
    }
    const nlohmann::json values = handling.values;
    const nlohmann::json data = handling.data;
    const std::string result = handling.result;
    SimTime pause = block.backoff;
    for (int attempt = 0;; ++attempt) {
        handling.isWorthAnotherTry = false;
        Task<> once = tryTransaction(block, handling);
        co_await once;
        if (!handling.isWorthAnotherTry || attempt == block.retries) {
            co_return;
        }
        // Not all at the same moment, or they would meet again.
        const SimTime random = SimTime::fromSeconds(pause.toSeconds() * jitter_.uniform());
        pass(handling, "transaction",
             fmt::format("again\n{}\n{}", attempt + 2, durationText(random)));
        co_await simulation().delay(random);
        pause = pause + pause;
        handling.isAnswered = false;
        handling.failure.clear();
        handling.response = {};
        handling.values = values;
        handling.data = data;
        handling.result = result;
    }
}

Task<> AppServer::tryTransaction(const HandlerBlock& block, Handling& handling) {
    if (!port("database").isConnected()) {
        fail(handling, 500, "no-database");
        co_return;
    }
    Task<std::optional<ConnectionPool::Loan>> borrowing = borrowConnection(handling);
    std::optional<ConnectionPool::Loan> connection = co_await borrowing;
    if (!connection) {
        co_return;
    }
    Task<> beginning = beginTransaction(beginCommand(block), handling);
    co_await beginning;
    if (handling.isAnswered) {
        co_return;
    }
    Task<> blocks = runBlocks(block.inside, handling);
    co_await blocks;
    const bool hasFailed = handling.isAnswered && handling.response.status >= 400;
    Task<> ending =
        endTransaction(hasFailed ? SqlCommand::Step::rollback : SqlCommand::Step::commit, handling);
    co_await ending;
    connection.reset();
    showPool();
}

Task<> AppServer::beginTransaction(SqlCommand command, Handling& handling) {
    Task<SqlReply> beginning =
        askDatabase(port("database").firstPeer(), std::move(command), handling);
    const SqlReply begun = co_await beginning;
    if (!begun.error.empty()) {
        fail(handling, 500, begun.error);
        handling.isWorthAnotherTry = begun.isWorthAnotherTry;
        co_return;
    }
    handling.transaction = begun.transaction;
}

/// Does "BEGIN", "COMMIT" or "ROLLBACK" of an ORM; inside a transaction of the handler's it means
/// nothing more.
Task<> AppServer::steerTransaction(const std::string& word, std::optional<OwnTransaction>& own,
                                   Handling& handling) {
    if (word == "BEGIN" && handling.transaction == 0 && port("database").isConnected()) {
        Task<std::optional<ConnectionPool::Loan>> borrowing = borrowConnection(handling);
        std::optional<ConnectionPool::Loan> loan = co_await borrowing;
        if (loan) {
            own.emplace(std::move(*loan));
            Task<> begun = beginTransaction(beginCommand({}), handling);
            co_await begun;
        }
    } else if (word != "BEGIN" && own) {
        Task<> ended = endTransaction(
            word == "COMMIT" ? SqlCommand::Step::commit : SqlCommand::Step::rollback, handling);
        co_await ended;
        own.reset();
        showPool();
    }
}

Task<> AppServer::endTransaction(SqlCommand::Step step, Handling& handling) {
    SqlCommand command;
    command.step = step;
    command.sql = step == SqlCommand::Step::commit ? "COMMIT" : "ROLLBACK";
    command.transaction = std::exchange(handling.transaction, 0);
    Task<SqlReply> call = askDatabase(port("database").firstPeer(), std::move(command), handling);
    const SqlReply reply = co_await call;
    if (!reply.error.empty()) {
        fail(handling, 500, reply.error);
        handling.isWorthAnotherTry = reply.isWorthAnotherTry;
    }
}

void AppServer::showPool() const {
    if (pool_.size() > 0) {
        setGauge(kPoolGauge, pool_.lent(), pool_.size());
    }
}

} // namespace roundtrip
