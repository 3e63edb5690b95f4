#include "core/nodes/cache/cache.h"

#include "core/nodes/cache/cache_reason.h"
#include "core/nodes/text_marker.h"

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kFillGauge = 0;
constexpr std::size_t kHitRatioGauge = 1;

} // namespace

Cache::Cache(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      store_({static_cast<std::size_t>(values().integer("capacity"))}, EvictionPolicy::lru,
             RandomStream(context.seed, key(), "eviction")) {
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

Process Cache::serve(Message message) {
    const auto& command = std::get<CacheCommand>(message.payload);
    const SpanId span = beginSpan(message.request, message.span, titleOf(message.payload));
    co_await busyFor(values().duration("operation_time"));
    CacheReply reply;
    switch (command.kind) {
    case CacheCommand::Kind::get:
        reply = get(command, message.request, span);
        break;
    case CacheCommand::Kind::set:
        reply = set(command, message.request, span);
        break;
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
        record(request, span,
               CacheMissed{.since = found.since,
                           .key = text(command.key),
                           .reason = cacheReason(found.reason)});
        showFill();
        showHitRatio();
        return {};
    }
    ++hits_;
    record(request, span,
           CacheHit{.age = now() - found.entry->storedAt,
                    .key = text(command.key),
                    .value = text(found.entry->value.text)});
    showHitRatio();
    const Value& value = found.entry->value;
    return {true, value.text, Provenance{value.readAt, value.rows, id()}};
}

CacheReply Cache::set(const CacheCommand& command, RequestId request, SpanId span) {
    const SimTime ttl = command.ttl == SimTime() ? values().duration("ttl") : command.ttl;
    const Store::Storing stored =
        store_.store({.key = command.key,
                      .value = {command.value, command.provenance.readAt, command.provenance.rows},
                      .expiresAt = now() + ttl},
                     now());
    for (const Store::Entry& entry : stored.evicted) {
        recordRemoved(request, span, entry.key, CacheReason::evicted, now() - entry.lastUsed);
    }
    record(request, span,
           CacheStored{.ttl = ttl,
                       .key = text(command.key),
                       .value = text(command.value),
                       .entries = static_cast<std::uint32_t>(store_.size()),
                       .capacity = static_cast<std::uint32_t>(store_.capacity().entries)});
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

void Cache::recordRemoved(RequestId request, SpanId span, const std::string& key,
                          CacheReason reason, SimTime unusedFor) {
    record(request, span,
           CacheRemoved{.unusedFor = unusedFor,
                        .key = text(key),
                        .entries = static_cast<std::uint32_t>(store_.size()),
                        .reason = reason});
}

void Cache::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (action == "clear") {
        store_.clear(now());
        recordRemoved(RequestId::none, SpanId::none, "*", CacheReason::cleared);
    } else if (action == "remove") {
        const std::string key = arguments.text("key");
        if (store_.remove(key, now())) {
            recordRemoved(RequestId::none, SpanId::none, key, CacheReason::invalidated);
        }
    }
    showFill();
}

void Cache::parametersChanged() {
    const auto evicted =
        store_.setCapacity({static_cast<std::size_t>(values().integer("capacity"))}, now());
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

NodeKind cacheKind() {
    NodeKind kind;
    kind.id = "cache";
    kind.name = ROUNDTRIP_TEXT("parts", "Cache");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps answers in memory for a while. When it is full, the "
                                        "one unused for longest has to go.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "Your desk drawer");
    kind.category = Category::data;
    kind.ports = {{"clients", PortInfo::Direction::in, "cache"}};
    kind.parameters = {
        {.name = "capacity",
         .label = ROUNDTRIP_TEXT("parameters", "Capacity"),
         .help = ROUNDTRIP_TEXT("parameters", "How many entries it can hold."),
         .type = ParameterType::integer,
         .fallback = 100,
         .least = 1,
         .most = 1e6},
        {.name = "ttl",
         .label = ROUNDTRIP_TEXT("parameters", "Time to live"),
         .help = ROUNDTRIP_TEXT("parameters", "An entry older than this counts as missing."),
         .type = ParameterType::duration,
         .fallback = "60 s",
         .least = 0.001,
         .most = 86400.0 * 365},
        {.name = "operation_time",
         .label = ROUNDTRIP_TEXT("parameters", "Time of an operation"),
         .help = ROUNDTRIP_TEXT("parameters", "How long one lookup or store takes."),
         .type = ParameterType::duration,
         .fallback = "0.05 ms",
         .least = 0.0,
         .most = 10.0},
    };
    kind.gauges = {
        {"fill", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} keys"), GaugeInfo::Look::bar},
        {"hit_ratio", ROUNDTRIP_TEXT("gauges", "hit ratio {value} % so far"),
         GaugeInfo::Look::text}};
    kind.actions = {
        {"clear", ROUNDTRIP_TEXT("actions", "Empty the cache"), {}},
        {"remove",
         ROUNDTRIP_TEXT("actions", "Remove one entry"),
         {{.name = "key",
           .label = ROUNDTRIP_TEXT("parameters", "Key"),
           .help = ROUNDTRIP_TEXT("parameters", "For example user:123."),
           .fallback = ""}}},
    };
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Cache>(*findKind("cache"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
