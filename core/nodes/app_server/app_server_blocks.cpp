#include "core/data/sql_words.h"
#include "core/kernel/placeholders.h"
#include "core/nodes/app_server/app_server.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace roundtrip {

namespace {

/// Reads rows, or changes some that should be there; against INSERT, CREATE and others.
bool asksForRows(std::string_view sql) {
    constexpr std::array<std::string_view, 4> kWords{"SELECT", "UPDATE", "DELETE", "WITH"};
    return std::ranges::any_of(
        kWords, [sql](std::string_view word) { return startsWithSqlWord(sql, word); });
}

} // namespace

Message AppServer::ask(const Handling& handling, Payload payload) {
    Message message;
    message.request = handling.message.request;
    message.span = handling.span;
    message.payload = std::move(payload);
    return message;
}

bool AppServer::usesCache() {
    return values().boolean("use_cache") && port("cache").isConnected();
}

Task<> AppServer::cacheGet(const HandlerBlock& block, Handling& handling) {
    if (usesCache()) {
        CacheCommand command;
        command.key = filledIn(block.key, handling.values);
        Task<Message> call = port("cache").call(ask(handling, std::move(command)));
        Message answer = co_await call;
        auto& reply = std::get<CacheReply>(answer.payload);
        if (reply.isMissing) {
            recordNoCache(handling);
        }
        if (reply.found) {
            handling.result = std::move(reply.value);
            handling.provenance = std::move(reply.provenance);
            co_return;
        }
    }
    Task<> otherwise = runBlocks(block.otherwise, handling);
    co_await otherwise;
}

/// A cache that is gone is no reason to fail: the work is done without it.
void AppServer::recordNoCache(const Handling& handling) {
    record(handling.message.request, handling.span,
           CheckFailed{.check = text("cache"), .reason = text("missing"), .status = 0});
}

Task<> AppServer::cacheWrite(const HandlerBlock& block, Handling& handling) {
    const bool deletes = block.kind == HandlerBlock::Kind::cacheDelete;
    if (!usesCache() || (deletes && !values().boolean("invalidate_on_write"))) {
        co_return;
    }
    CacheCommand command;
    command.kind = deletes ? CacheCommand::Kind::remove : CacheCommand::Kind::set;
    command.key = filledIn(block.key, handling.values);
    if (!deletes) {
        command.value = handling.result;
        command.ttl = block.ttl;
        command.provenance = handling.provenance;
    }
    Task<Message> call = port("cache").call(ask(handling, std::move(command)));
    const Message answer = co_await call;
    if (std::get<CacheReply>(answer.payload).isMissing) {
        recordNoCache(handling);
    }
}

Task<> AppServer::query(const HandlerBlock& block, Handling& handling) {
    SqlCommand command{block.sql, handling.values};
    if (block.isPasted) { // what one should never do
        command = {filledIn(block.sql, handling.values), nlohmann::json::object(), true};
    }
    Task<SqlReply> call = sendSql(std::move(command), handling);
    SqlReply reply = co_await call;
    if (handling.isAnswered) {
        co_return;
    }
    const bool isRead = reply.changedRows == 0;
    const bool wantsRows = asksForRows(block.sql);
    if (!reply.error.empty()) {
        fail(handling, 500, reply.error);
        handling.isWorthAnotherTry = reply.isWorthAnotherTry;
    } else if (isRead && reply.rows.empty() && wantsRows) {
        fail(handling, 404, "no-row");
    } else if (isRead && wantsRows) {
        handling.data[block.name] = reply.rows;
        if (reply.rows.size() == 1) {
            for (const auto& [column, value] : reply.rows[0].items()) {
                handling.values[block.name + "_" + column] = value;
            }
        }
        handling.result = reply.rows.size() == 1 ? reply.rows[0].dump() : reply.rows.dump();
        handling.provenance = std::move(reply.provenance);
    }
}

} // namespace roundtrip
