#include "core/kernel/quantity.h"
#include "core/nodes/cache/cache.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

void Cache::readRules() {
    Problems known; // the parameter's check has said them
    rules_ = readRowRules(values().value("rows"), known);
}

/// Read-through: what is missing is loaded by the cache itself, once for all who ask meanwhile.
Task<CacheReply> Cache::loadRow(std::string key, RequestId request, SpanId span) {
    const SingleFlight<CacheReply>::Seat seat = loads_.join(key);
    if (!seat.isFirst) {
        if (recorder().keeps(request)) {
            record(request, span,
                   CheckPassed{.check = text("single-flight"), .reason = text("waits\n" + key)});
        }
        CacheReply reply = co_await seat.flight->receive();
        co_return reply;
    }
    const RowOfKey row = rowOfKey(rules_, key);
    Task<SqlReply> asked = askDatabase({row.rule->load, row.values}, request, span);
    SqlReply answer = co_await asked;
    CacheReply reply{.found = false, .value = {}, .provenance = {}, .error = answer.error};
    if (answer.error.empty() && !answer.rows.empty()) {
        reply.found = true;
        reply.value = answer.rows.size() == 1 ? answer.rows[0].dump() : answer.rows.dump();
        reply.provenance = std::move(answer.provenance);
        keepEntry({.key = key, .value = reply.value, .provenance = reply.provenance}, request,
                  span);
        reply.provenance.answeredBy = id();
    }
    loads_.land(seat.flight, reply);
    co_return reply;
}

Task<SqlReply> Cache::askDatabase(SqlCommand command, RequestId request, SpanId span) {
    Message message;
    message.request = request;
    message.span = span;
    message.payload = std::move(command);
    Task<Message> call = port("database").call(std::move(message));
    Message answer = co_await call;
    co_return std::move(std::get<SqlReply>(answer.payload));
}

SqlCommand Cache::writeOf(const CacheCommand& command) const {
    const RowOfKey row = rowOfKey(rules_, command.key);
    SqlCommand write{row.rule->store, row.values};
    const auto value = nlohmann::json::parse(command.value, nullptr, false);
    if (value.is_object()) {
        for (const auto& [name, member] : value.items()) {
            write.values.emplace(name, member); // what the key says wins
        }
    } else {
        write.values.emplace("value", command.value);
    }
    return write;
}

/// Write-through: the answer says that the row is written, too.
Task<CacheReply> Cache::writeThrough(CacheCommand command, RequestId request, SpanId span) {
    Task<SqlReply> asked = askDatabase(writeOf(command), request, span);
    const SqlReply answer = co_await asked;
    if (!answer.error.empty()) {
        co_return CacheReply{.found = false, .value = {}, .provenance = {}, .error = answer.error};
    }
    command.provenance = {now(), answer.provenance.rows, id()};
    co_return keepEntry(command, request, span);
}

/// Write-behind: answers at once and writes later; of several writes of a key only the last one.
CacheReply Cache::writeBehind(const CacheCommand& command, RequestId request, SpanId span) {
    const auto known = std::ranges::find(unwritten_, command.key, &Unwritten::key);
    const bool isAgain = known != unwritten_.end();
    if (isAgain) {
        known->write = writeOf(command);
    } else {
        unwritten_.push_back({command.key, writeOf(command), request, span});
    }
    if (recorder().keeps(request)) {
        const std::string delay = durationText(values().duration("write_delay"));
        const std::string reason =
            fmt::format("{}\n{}\n{}", isAgain ? "replaced" : "later", command.key, delay);
        record(request, span, CheckPassed{.check = text("write-behind"), .reason = text(reason)});
    }
    if (unwritten_.size() == 1 && !isAgain) {
        simulation().spawn(writeLater());
    }
    showUnwritten();
    return keepEntry(command, request, span);
}

Process Cache::writeLater() {
    const std::uint32_t since = life();
    co_await simulation().delay(values().duration("write_delay"));
    while (since == life() && !unwritten_.empty()) {
        Unwritten next = std::move(unwritten_.front());
        unwritten_.pop_front();
        Task<SqlReply> asked = askDatabase(std::move(next.write), next.request, next.span);
        const SqlReply answer = co_await asked;
        if (since != life()) {
            break;
        }
        showUnwritten();
        if (!answer.error.empty()) {
            record(
                next.request, next.span,
                CheckFailed{.check = text("write-behind"),
                            .reason = text(fmt::format("failed\n{}\n{}", next.key, answer.error)),
                            .status = 0});
            continue;
        }
        // What it keeps is what the database has now.
        store_.update(next.key, [&](Store::Entry& entry) { entry.value.readAt = now(); });
        if (recorder().keeps(next.request)) {
            record(
                next.request, next.span,
                CheckPassed{.check = text("write-behind"), .reason = text("written\n" + next.key)});
        }
    }
}

void Cache::loseUnwritten() {
    if (!unwritten_.empty()) {
        record(RequestId::none, SpanId::none,
               CheckFailed{.check = text("write-behind"),
                           .reason = text(fmt::format("lost\n{}", unwritten_.size())),
                           .status = 0});
    }
    unwritten_.clear();
    loads_.forget();
    showUnwritten();
}

void Cache::showUnwritten() const {
    constexpr std::size_t kUnwrittenGauge = 2;
    setGauge(kUnwrittenGauge, static_cast<std::int64_t>(unwritten_.size()));
}

} // namespace roundtrip
