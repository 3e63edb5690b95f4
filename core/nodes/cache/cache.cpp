#include "core/nodes/cache/cache.h"

#include "core/nodes/cache/cache_reason.h"

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kFillGauge = 0;
constexpr std::size_t kHitRatioGauge = 1;

CacheCapacity capacityOf(const ParameterValues& values) {
    CacheCapacity capacity{static_cast<std::size_t>(values.integer("capacity"))};
    if (const std::int64_t bytes = values.integer("capacity_bytes"); bytes > 0) {
        capacity.bytes = static_cast<std::uint64_t>(bytes);
    }
    return capacity;
}

} // namespace

Cache::Cache(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      store_(capacityOf(values()), *parseEvictionPolicy(values().text("policy")),
             RandomStream(context.seed, key(), "eviction")) {
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
    readRules();
}

Process Cache::serve(Message message) {
    const auto& command = std::get<CacheCommand>(message.payload);
    const SpanId span = beginSpan(message);
    const std::uint32_t since = life();
    co_await busyFor(values().duration("operation_time"));
    if (since != life()) {
        co_return;
    }
    CacheReply reply;
    switch (command.kind) {
    case CacheCommand::Kind::get: {
        reply = get(command, message.request, span);
        const RowOfKey row = reply.found ? RowOfKey() : rowOfKey(rules_, command.key);
        if (row.rule != nullptr && !row.rule->load.empty() && port("database").isConnected()) {
            Task<CacheReply> loading = loadRow(command.key, message.request, span);
            reply = co_await loading;
        }
        break;
    }
    case CacheCommand::Kind::set: {
        Task<CacheReply> setting = set(command, message.request, span);
        reply = co_await setting;
        break;
    }
    case CacheCommand::Kind::remove:
        reply = remove(command, message.request, span);
        break;
    }
    endSpan(message.request, span);
    port("clients").reply(message, span, std::move(reply));
}

CacheReply Cache::get(const CacheCommand& command, RequestId request, SpanId span) {
    const Store::Lookup found = store_.lookup(command.key, now());
    ++lookups_;
    if (found.entry == nullptr) {
        recordMiss(request, span, command.key, found.since, found.reason);
        showFill();
        showHitRatio();
        return {};
    }
    if (isToBeRenewed(found, command, request, span)) {
        showHitRatio();
        return {};
    }
    ++hits_;
    const Value& value = found.entry->value;
    if (recorder().keeps(request)) {
        record(request, span,
               CacheHit{.age = now() - found.entry->storedAt,
                        .key = text(command.key),
                        .value = text(value.text)});
    }
    showHitRatio();
    return {true, value.text, Provenance{value.readAt, value.rows, id()}};
}

bool Cache::isToBeRenewed(const Store::Lookup& found, const CacheCommand& command,
                          RequestId request, SpanId span) {
    if (!found.isStale) {
        return false;
    }
    if (found.entry->value.isBeingRenewed) {
        if (recorder().keeps(request)) {
            record(request, span,
                   CheckPassed{.check = text("cache-entry"),
                               .reason = text("stale-while-revalidate\n" + command.key)});
        }
        return false;
    }
    recordMiss(request, span, command.key, now() - found.entry->expiresAt, MissReason::expired);
    store_.update(command.key, [](Store::Entry& entry) { entry.value.isBeingRenewed = true; });
    return true;
}

Task<CacheReply> Cache::set(CacheCommand command, RequestId request, SpanId span) {
    const RowOfKey row = rowOfKey(rules_, command.key);
    const std::string& writes = values().text("writes");
    const bool isWritten = row.rule != nullptr && !row.rule->store.empty() && writes != "none" &&
                           port("database").isConnected();
    if (isWritten && writes == "through") {
        Task<CacheReply> writing = writeThrough(std::move(command), request, span);
        co_return co_await writing;
    }
    co_return isWritten ? writeBehind(command, request, span) : keepEntry(command, request, span);
}

CacheReply Cache::keepEntry(const CacheCommand& command, RequestId request, SpanId span) {
    const SimTime ttl = command.ttl == SimTime() ? values().duration("ttl") : command.ttl;
    const Store::Storing stored =
        store_.store({.key = command.key,
                      .value = {command.value, command.provenance.readAt, command.provenance.rows},
                      .bytes = command.key.size() + command.value.size(),
                      .expiresAt = now() + ttl,
                      .sliding = values().boolean("sliding") ? ttl : SimTime(),
                      .staleFor = values().duration("stale_while_revalidate")},
                     now());
    for (const Store::Entry& entry : stored.evicted) {
        recordRemoved(request, span, entry.key, CacheReason::evicted, now() - entry.lastUsed);
    }
    if (recorder().keeps(request) && stored.isKept) {
        record(request, span,
               CacheStored{.ttl = ttl,
                           .key = text(command.key),
                           .value = text(command.value),
                           .entries = static_cast<std::uint32_t>(store_.size()),
                           .capacity = static_cast<std::uint32_t>(store_.capacity().entries)});
    } else if (recorder().keeps(request)) {
        record(
            request, span,
            CheckPassed{.check = text("cache-entry"), .reason = text("too-large\n" + command.key)});
    }
    showFill();
    return {true, {}, {}};
}

CacheReply Cache::remove(const CacheCommand& command, RequestId request, SpanId span) {
    const bool was = store_.remove(command.key, now());
    if (was) {
        recordRemoved(request, span, command.key, CacheReason::invalidated);
        showFill();
    }
    return {was, {}, {}};
}

void Cache::recordMiss(RequestId request, SpanId span, const std::string& key, SimTime since,
                       MissReason reason) {
    if (recorder().keeps(request)) {
        record(request, span,
               CacheMissed{.since = since, .key = text(key), .reason = cacheReason(reason)});
    }
}

void Cache::recordRemoved(RequestId request, SpanId span, const std::string& key,
                          CacheReason reason, SimTime unusedFor) {
    if (!recorder().keeps(request)) {
        return;
    }
    record(request, span,
           CacheRemoved{.unusedFor = unusedFor,
                        .key = text(key),
                        .entries = static_cast<std::uint32_t>(store_.size()),
                        .reason = reason});
}

void Cache::start() {
    showFill();
    showUnwritten();
}

void Cache::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (action == "clear") {
        store_.clear(now());
        recordRemoved(RequestId::none, SpanId::none, "*", CacheReason::cleared);
    } else if (action == "remove") {
        const std::string& key = arguments.text("key");
        if (store_.remove(key, now())) {
            recordRemoved(RequestId::none, SpanId::none, key, CacheReason::invalidated);
        }
    }
    showFill();
}

/// What is only in memory is gone.
void Cache::stopped() {
    loseUnwritten();
    const std::string entries = std::to_string(store_.size());
    if (values().boolean("persists")) {
        record(RequestId::none, SpanId::none,
               CheckPassed{.check = text("restart"), .reason = text("kept-copies\n" + entries)});
        return;
    }
    store_.clear(now());
    record(RequestId::none, SpanId::none,
           CheckFailed{
               .check = text("restart"), .reason = text("lost-copies\n" + entries), .status = 0});
    recordRemoved(RequestId::none, SpanId::none, "*", CacheReason::cleared);
    showFill();
}

void Cache::parametersChanged() {
    readRules();
    store_.setPolicy(*parseEvictionPolicy(values().text("policy")));
    const auto evicted = store_.setCapacity(capacityOf(values()), now());
    for (const Store::Entry& entry : evicted) {
        recordRemoved(RequestId::none, SpanId::none, entry.key, CacheReason::evicted,
                      now() - entry.lastUsed);
    }
    showFill();
}

void Cache::showFill() const {
    setGauge(kFillGauge, static_cast<std::int64_t>(store_.size()),
             static_cast<std::int64_t>(store_.capacity().entries));
}

void Cache::showHitRatio() const {
    constexpr std::int64_t kPercent = 100;
    setGauge(kHitRatioGauge, (hits_ * kPercent + lookups_ / 2) / lookups_, kPercent);
}

} // namespace roundtrip
