#include "core/data/sql_words.h"
#include "core/kernel/placeholders.h"
#include "core/nodes/app_server/app_server.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace roundtrip {

namespace {

/// What the cache holds for something that is not there.
constexpr const char* kNothingThere = "null";

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
    const std::string key = filledIn(block.key, handling.values);
    if (usesCache()) {
        Task<bool> asked = findInCache(block, key, handling);
        const bool isFound = co_await asked;
        if (isFound) {
            co_return;
        }
    }
    Task<> loading =
        block.isSingleFlight ? loadOnce(block, key, handling) : load(block, key, handling);
    co_await loading;
}

Task<bool> AppServer::findInCache(const HandlerBlock& block, const std::string& key,
                                  Handling& handling) {
    CacheCommand command;
    command.key = key;
    Task<Message> call = port("cache").call(ask(handling, std::move(command)));
    Message answer = co_await call;
    auto& reply = std::get<CacheReply>(answer.payload);
    if (reply.isMissing) {
        recordNoCache(handling);
    }
    if (reply.found && block.ttl > SimTime() && reply.value == kNothingThere) {
        pass(handling, "cache-entry", "missing\n" + key);
        fail(handling, 404, "no-row");
    } else if (reply.found) {
        handling.result = std::move(reply.value);
        handling.provenance = std::move(reply.provenance);
    } else if (!reply.error.empty()) {
        fail(handling, 500, reply.error);
    }
    co_return reply.found || handling.isAnswered;
}

/// Runs the blocks for a miss, and remembers that there is nothing when the block wants that.
Task<> AppServer::load(const HandlerBlock& block, std::string key, Handling& handling) {
    Task<> otherwise = runBlocks(block.otherwise, handling);
    co_await otherwise;
    const bool isMissing = handling.isAnswered && handling.response.status == 404;
    if (!isMissing || block.ttl == SimTime() || !usesCache()) {
        co_return;
    }
    CacheCommand command;
    command.kind = CacheCommand::Kind::set;
    command.key = std::move(key);
    command.value = kNothingThere;
    command.ttl = block.ttl;
    Task<Message> call = port("cache").call(ask(handling, std::move(command)));
    const Message answer = co_await call;
}

/// As `load`, but of all requests that miss the same key at a time only the first does it.
Task<> AppServer::loadOnce(const HandlerBlock& block, std::string key, Handling& handling) {
    const SingleFlight<Loaded>::Seat seat = flights_.join(key);
    if (seat.isFirst) {
        Task<> loading = load(block, key, handling);
        co_await loading;
        flights_.land(seat.flight, {handling.result, handling.provenance, handling.isAnswered,
                                    handling.response});
        co_return;
    }
    pass(handling, "single-flight", "waits\n" + key);
    Loaded loaded = co_await seat.flight->receive();
    handling.result = std::move(loaded.result);
    handling.provenance = std::move(loaded.provenance);
    handling.isAnswered = loaded.isAnswered;
    handling.response = std::move(loaded.response);
}

/// A cache that is gone is no reason to fail: the work is done without it.
void AppServer::recordNoCache(const Handling& handling) {
    record(handling.message.request, handling.span,
           CheckFailed{.check = text("cache"), .reason = text("missing"), .status = 0});
}

Task<> AppServer::cacheWrite(const HandlerBlock& block, Handling& handling) {
    const bool deletes = block.kind == HandlerBlock::Kind::cacheDelete;
    if (!block.value.is_null()) {
        handling.result = filledInJson(block.value, handling.values).dump();
        handling.provenance = {now(), {}, id()};
    }
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
    const auto& reply = std::get<CacheReply>(answer.payload);
    if (reply.isMissing) {
        recordNoCache(handling);
    } else if (!reply.error.empty()) {
        fail(handling, 500, reply.error);
    }
}

Task<> AppServer::query(const HandlerBlock& block, Handling& handling) {
    SqlCommand command{block.sql, handling.values};
    if (block.isPasted) { // what one should never do
        command = {filledIn(block.sql, handling.values), nlohmann::json::object(), true};
    }
    const bool wantsRows = asksForRows(command.sql); // as it is sent: all of it may be pasted
    Task<SqlReply> call = sendSql(std::move(command), handling);
    SqlReply reply = co_await call;
    if (handling.isAnswered) {
        co_return;
    }
    const bool isRead = reply.changedRows == 0;
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
