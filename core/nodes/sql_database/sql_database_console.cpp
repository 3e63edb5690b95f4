#include "core/data/orm/model.h"
#include "core/data/orm/query_compiler.h"
#include "core/data/orm/query_expression.h"
#include "core/data/orm/query_runner.h"
#include "core/data/sql_words.h"
#include "core/data/sqlite_values.h"
#include "core/kernel/text.h"
#include "core/nodes/orm_rehearsal.h"
#include "core/nodes/sql_database/gauges.h"
#include "core/nodes/sql_database/sql_database.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostRows = 200;    // of an answer, that a person may want to read
constexpr std::size_t kLongestTitle = 80; // of what was typed, in a sentence

std::string titleOf(std::string typed) {
    std::ranges::replace(typed, '\n', ' ');
    std::size_t end = std::min(typed.size(), kLongestTitle);
    while (end > 0 && end < typed.size() &&
           (static_cast<unsigned char>(typed[end]) & 0xC0U) == 0x80U) {
        --end; // no letter is cut in two
    }
    return end == typed.size() ? typed : typed.substr(0, end) + "\u2026";
}

/// What a console shows: what was typed, and what came of it.
std::string answerOf(const std::string& typed, const Json& result) {
    Json answer{{"text", typed}};
    if (result.is_array() && result.size() > kMostRows) {
        answer["result"] = Json(result.begin(), result.begin() + kMostRows);
    } else {
        answer["result"] = result;
    }
    return answer.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::size_t countOf(const Json& result) {
    return result.is_array() ? result.size() : 1;
}

SqlCommand::Step stepOf(const std::string& word) {
    return word == "begin" || word == "start"      ? SqlCommand::Step::begin
           : word == "commit" || word == "end"     ? SqlCommand::Step::commit
           : word == "rollback" || word == "abort" ? SqlCommand::Step::rollback
                                                   : SqlCommand::Step::statement;
}

std::string wordsOfError(const Error& error) {
    return error.args.empty() || error.code == "sql-failed"
               ? wordsOf(error)
               : fmt::format("{}: {}", error.code, fmt::join(error.args, ", "));
}

} // namespace

/// One after the other; the first that fails ends it. A transaction that is begun stays open for
/// what is typed next, and keeps its connection.
Process SqlDatabase::answerConsole(std::string typed, bool isOrm) {
    const std::uint32_t since = life();
    const SqlCommand none;
    Work session{none, RequestId::none, SpanId::none};
    const std::vector<std::string> statements =
        isOrm ? std::vector<std::string>{typed} : statementsOf(typed);
    for (const std::string& statement : statements) {
        if (since != life()) {
            co_return;
        }
        Task<bool> ran = isOrm ? runExpression(statement, session) : runTyped(statement, session);
        if (!co_await ran) {
            break;
        }
    }
    session.connection.reset();
    showConnections();
}

Task<SqlReply> SqlDatabase::runInSession(SqlCommand command, Work& session) {
    if (command.step == SqlCommand::Step::begin && typed_ != 0) {
        SqlReply refused;
        refused.error = "cannot start a transaction within a transaction"; // SQLite's words
        co_return refused;
    }
    if (typed_ == 0 && !session.connection) {
        Permit permit = co_await connections_.acquire();
        session.connection.emplace(std::move(permit));
        showConnections();
    }
    command.transaction = typed_;
    Work work{command, session.request, session.span};
    if (command.step == SqlCommand::Step::begin) { // the transaction keeps it
        work.connection = std::exchange(session.connection, std::nullopt);
    }
    Task<SqlReply> performed = perform(work);
    SqlReply reply = co_await performed;
    if (command.step == SqlCommand::Step::begin) {
        typed_ = reply.transaction;
    } else if (command.step != SqlCommand::Step::statement) {
        typed_ = 0;
    }
    if (typed_ != 0 && !transactions_->isOpen(typed_)) {
        typed_ = 0; // the database has broken it off
    }
    setGauge(kRowsGauge, database_.rowCount("users"));
    co_return reply;
}

void SqlDatabase::refuseTyped(const std::string& typed, const std::string& why,
                              const Work& session) const {
    const std::string told = (why == "no-models" ? why : titleOf(typed) + "\n" + why) + "\n" +
                             answerOf(typed, Json::object({{"error", why}}));
    record(session.request, session.span,
           CheckFailed{.check = text("console"), .reason = text("failed\n" + told), .status = 0});
}

Task<bool> SqlDatabase::runTyped(std::string statement, Work& session) {
    SqlCommand command;
    command.sql = statement;
    command.values = nlohmann::json::object();
    command.step = stepOf(lowered(firstSqlWord(statement)));
    const bool isRead =
        command.step == SqlCommand::Step::statement && database_.isReadOnly(statement);
    Task<SqlReply> ran = runInSession(std::move(command), session);
    const SqlReply reply = co_await ran;
    if (!reply.error.empty()) {
        refuseTyped(statement, reply.error, session);
        co_return false;
    }
    const bool hasRows = isRead || !reply.rows.empty();
    const bool hasChanged = reply.changedRows > 0;
    const auto count = hasRows ? reply.rows.size() : static_cast<std::size_t>(reply.changedRows);
    const Json result = hasRows ? reply.rows : Json{{"changed", reply.changedRows}};
    const std::string told =
        fmt::format("{}\n{}\n{}", titleOf(statement), count, answerOf(statement, result));
    pass(session, "console", (hasRows ? "rows\n" : hasChanged ? "changed\n" : "done\n") + told);
    co_return true;
}

Task<bool> SqlDatabase::runExpression(std::string expression, Work& session) {
    const auto schema = orm::readSchema(values().value("models"));
    if (!schema || schema->models.empty()) {
        refuseTyped(expression, "no-models", session);
        co_return false;
    }
    const auto query =
        orm::parseQuery(expression).and_then([&schema](const orm::QueryExpression& parsed) {
            return orm::compile(*schema, parsed);
        });
    if (!query) {
        refuseTyped(expression, wordsOfError(query.error()), session);
        co_return false;
    }
    OrmRehearsal rehearsal;
    for (;;) {
        const auto run = rehearsal.run([&](const orm::StatementSender& sender) {
            return orm::run(sender, *query, nlohmann::json::object());
        });
        if (!rehearsal.asked()) {
            if (!run) {
                refuseTyped(expression, wordsOfError(run.error()), session);
                co_return false;
            }
            const std::string told =
                fmt::format("{}\n{}\n{}", titleOf(expression), countOf(run->result),
                            answerOf(expression, run->result));
            pass(session, "console", "rows\n" + told);
            co_return true;
        }
        SqlCommand command = *rehearsal.asked();
        command.step = stepOf(lowered(firstSqlWord(command.sql)));
        if (command.step == SqlCommand::Step::statement) {
            record(session.request, session.span,
                   ExpressionTranslated{.expression = text(expression), .sql = text(command.sql)});
        }
        Task<SqlReply> ran = runInSession(std::move(command), session);
        SqlReply reply = co_await ran;
        if (!reply.error.empty()) {
            refuseTyped(expression, reply.error, session);
            co_return false;
        }
        rehearsal.answer(std::move(reply));
    }
}

} // namespace roundtrip
