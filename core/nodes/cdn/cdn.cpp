#include "core/nodes/cdn/cdn.h"

#include "core/nodes/cache/cache_reason.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kFillGauge = 0;
constexpr std::size_t kHitRatioGauge = 1;
constexpr std::size_t kVariesKept = 10'000;

CacheCapacity capacityOf(const ParameterValues& values) {
    CacheCapacity capacity{static_cast<std::size_t>(values.integer("capacity"))};
    if (const std::int64_t bytes = values.integer("capacity_bytes"); bytes > 0) {
        capacity.bytes = static_cast<std::uint64_t>(bytes);
    }
    return capacity;
}

/// Where all variants of an address begin in the store.
std::string addressOf(const http::Request& request, std::string_view target) {
    return fmt::format("{}\n{}\n", target, request.headers.find("Host").value_or(""));
}

} // namespace

Cdn::Cdn(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      store_(capacityOf(values()), *parseEvictionPolicy(values().text("policy")),
             RandomStream(context.seed, key(), "eviction")) {
    readRules();
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

void Cdn::readRules() {
    rules_ = {.isShared = true,
              .keepsCookies = false,
              .usesHeuristics = true,
              .defaultLifetime = values().duration("default_ttl"),
              .negativeLifetime = values().duration("negative_ttl"),
              .staleWhileRevalidate = values().duration("stale_while_revalidate"),
              .staleIfError = values().duration("stale_if_error")};
}

Process Cdn::serve(Message message) {
    Visit visit;
    visit.span = beginSpan(message);
    visit.message = std::move(message);
    co_await busyFor(values().duration("operation_time"));
    const std::string key = keyOf(visit.request());
    if (visit.request().method != http::Method::get &&
        visit.request().method != http::Method::head) {
        Task<> passed = answerFromOrigin(std::move(visit), key);
        co_await passed;
        co_return;
    }
    if (answerFromStore(visit, key) || join(visit, key)) {
        co_return;
    }
    Task<> asked = answerFromOrigin(std::move(visit), key);
    co_await asked;
}

/// The answer that it waited for is there, or is none that may be shared.
Process Cdn::serveAfterOthers(Visit visit) {
    const std::string key = keyOf(visit.request());
    if (!answerFromStore(visit, key)) {
        Task<> asked = answerFromOrigin(std::move(visit), key);
        co_await asked;
    }
}

Task<> Cdn::answerFromOrigin(Visit visit, std::string key) {
    Task<Fetched> asked = fetch(visit, key);
    Fetched fetched = co_await asked;
    reply(visit, std::move(fetched.answer), fetched.outcome);
    if (visit.isLeader) {
        releaseFollowers(key);
    }
}

Task<Cdn::Fetched> Cdn::fetch(const Visit& visit, std::string key) {
    http::Request request = visit.request();
    if (const KeptAnswer* kept = keptFor(visit, key)) {
        request = validationRequest(kept->stored, std::move(request));
    }
    request.headers.add("Via", fmt::format("1.1 {}", this->key()));
    Message message;
    message.request = visit.message.request;
    message.span = visit.span;
    message.payload = std::move(request);
    const SimTime askedAt = now();
    std::optional<HttpResponseMessage> response;
    if (port("origin").isConnected()) {
        Task<std::optional<Message>> call = port("origin").callWithin(
            port("origin").firstPeer(), std::move(message), values().duration("timeout"));
        std::optional<Message> answer = co_await call;
        if (HttpResponseMessage* got = httpAnswer(answer); statusOf(got) > 0) {
            response = std::move(*got);
        }
    }
    Fetched fetched = judge(visit, key, std::move(response), askedAt);
    co_return fetched;
}

/// What the client gets of the origin's answer, or instead of it, and what is kept.
Cdn::Fetched Cdn::judge(const Visit& visit, const std::string& key,
                        std::optional<HttpResponseMessage> answer, SimTime askedAt) {
    constexpr int kNotModified = 304;
    constexpr int kGatewayTimeout = 504;
    const KeptAnswer* kept = keptFor(visit, key);
    const bool hasFailed = !answer || isOriginError(answer->response.status);
    if (hasFailed && kept != nullptr && mayServeOnError(rules_, kept->stored, runBegins + now())) {
        note(visit, "stale-if-error");
        return {{servedResponse(kept->stored, visit.request(), runBegins + now()),
                 {kept->provenance.readAt, kept->provenance.rows, id()}},
                "STALE"};
    }
    if (!answer) {
        note(visit, "no-answer");
        return {{{.status = kGatewayTimeout}, {}}, "MISS"};
    }
    if (answer->response.status == kNotModified && kept != nullptr &&
        isSelectedBy(kept->stored, answer->response)) {
        HttpResponseMessage renewed{kept->stored.response, kept->provenance};
        StoredResponse stored = kept->stored;
        freshen(stored, answer->response, runBegins + askedAt, runBegins + now());
        renewed.response = stored.response;
        if (!answer->provenance.rows.empty()) {
            renewed.provenance = answer->provenance;
        }
        note(visit, "not-modified");
        keep(visit, renewed, askedAt);
        renewed.response = servedResponse(stored, visit.request(), runBegins + now());
        return {std::move(renewed), "REVALIDATED"};
    }
    if (http::isSafe(visit.request().method)) {
        keep(visit, *answer, askedAt);
    } else {
        invalidate(visit, answer->response);
    }
    return {std::move(*answer), "MISS"};
}

/// The client has its answer already; the next one shall have a newer.
Process Cdn::renew(Visit visit, std::string key) {
    Task<Fetched> asked = fetch(visit, key);
    const Fetched fetched = co_await asked;
    releaseFollowers(key);
}

bool Cdn::answerFromStore(const Visit& visit, const std::string& key) {
    const AnswerStore::Lookup found = store_.lookup(key, now());
    if (found.entry == nullptr) {
        recordMiss(visit, found.since, found.reason);
        return false;
    }
    const KeptAnswer& kept = found.entry->value;
    const HttpReuse reuse = reuseOf(rules_, kept.stored, visit.request(), runBegins + now());
    if (!reuse.isAnswer()) {
        const bool isLate = reuse.reason == "stale" || reuse.reason == "must-revalidate";
        if (isLate) {
            recordMiss(visit, reuse.staleness(), MissReason::expired);
        } else {
            note(visit, reasonText(reuse));
        }
        if (reuse.use != HttpUse::unavailable) {
            return false;
        }
        constexpr int kGatewayTimeout = 504; // section 5.2.1.7
        reply(visit, {{.status = kGatewayTimeout}, {}}, "MISS");
        return true;
    }
    if (recorder().keeps(visit.message.request)) {
        record(visit.message.request, visit.span,
               CacheHit{.age = reuse.age,
                        .key = text(visit.request().target),
                        .value = text(kept.stored.response.body)});
    }
    const bool isFresh = reuse.use == HttpUse::fresh;
    if (!isFresh) {
        note(visit, reasonText(reuse));
    }
    HttpResponseMessage answer{servedResponse(kept.stored, visit.request(), runBegins + now()),
                               {kept.provenance.readAt, kept.provenance.rows, id()}};
    if (reuse.use == HttpUse::staleWhileRevalidate && waiting_.try_emplace(key).second) {
        simulation().spawn(renew(visit, key));
    }
    reply(visit, std::move(answer), isFresh ? "HIT" : "STALE");
    return true;
}

bool Cdn::join(Visit& visit, const std::string& key) {
    const bool isForAll = visit.request().method == http::Method::get &&
                          !visit.request().headers.find("Authorization");
    if (!values().boolean("collapse") || !isForAll) {
        return false;
    }
    const auto [place, isFirst] = waiting_.try_emplace(key);
    if (isFirst) {
        visit.isLeader = true;
        return false;
    }
    note(visit, "collapsed");
    place->second.push_back(std::move(visit));
    return true;
}

void Cdn::releaseFollowers(const std::string& key) {
    auto followers = waiting_.extract(key);
    if (followers.empty()) {
        return;
    }
    for (Visit& visit : followers.mapped()) {
        simulation().spawn(serveAfterOthers(std::move(visit)));
    }
}

const KeptAnswer* Cdn::keptFor(const Visit& visit, const std::string& key) {
    const AnswerStore::Lookup found = store_.lookup(key, now());
    const bool isRead = http::isSafe(visit.request().method);
    return isRead && found.entry != nullptr ? &found.entry->value : nullptr;
}

void Cdn::keep(const Visit& visit, const HttpResponseMessage& answer, SimTime askedAt) {
    const http::Request& request = visit.request();
    const HttpStoring storing = request.method == http::Method::get
                                    ? mayStore(rules_, request, answer.response)
                                    : HttpStoring{false, "method"};
    if (!storing.isAllowed) {
        note(visit, std::string(storing.reason));
        return;
    }
    const std::string vary = answer.response.headers.joined("Vary");
    const std::string address = addressOf(request, request.target);
    if (varies_.size() >= kVariesKept) {
        varies_.clear();
    }
    if (vary.empty()) {
        varies_.erase(address);
    } else {
        varies_[address] = vary;
    }
    auto entry =
        entryOf(rules_, keyOf(request),
                {storedResponse(request, answer.response, runBegins + askedAt, runBegins + now()),
                 answer.provenance},
                now());
    if (!entry) {
        note(visit, "no-lifetime");
        return;
    }
    const SimTime life = std::max(SimTime(), entry->expiresAt - askedAt);
    const AnswerStore::Storing stored = store_.store(std::move(*entry), now());
    if (recorder().keeps(visit.message.request)) {
        for (const AnswerStore::Entry& gone : stored.evicted) {
            record(visit.message.request, visit.span,
                   CacheRemoved{.unusedFor = now() - gone.lastUsed,
                                .key = text(gone.key.substr(0, gone.key.find('\n'))),
                                .entries = static_cast<std::uint32_t>(store_.size()),
                                .reason = CacheReason::evicted});
        }
        if (stored.isKept) {
            record(visit.message.request, visit.span,
                   CacheStored{.ttl = life,
                               .key = text(request.target),
                               .value = text(answer.response.body),
                               .entries = static_cast<std::uint32_t>(store_.size()),
                               .capacity = static_cast<std::uint32_t>(store_.capacity().entries)});
        }
    }
    if (!stored.isKept) {
        note(visit, "too-large");
    }
    showFill();
}

void Cdn::invalidate(const Visit& visit, const http::Response& response) {
    for (const std::string& target : invalidatedTargets(visit.request(), response)) {
        removeAll(addressOf(visit.request(), target), &visit);
    }
}

/// `prefix`: a target, or a target with its host.
void Cdn::removeAll(const std::string& prefix, const Visit* visit) {
    const bool isWhole = prefix.ends_with('\n') && visit != nullptr && !varies_.contains(prefix);
    const std::size_t removed = isWhole ? static_cast<std::size_t>(store_.remove(prefix, now()))
                                        : store_.removeIf(
                                              [&prefix](const AnswerStore::Entry& entry) {
                                                  return entry.key.starts_with(prefix);
                                              },
                                              now());
    const RequestId request = visit == nullptr ? RequestId::none : visit->message.request;
    if (removed > 0 && recorder().keeps(request)) {
        record(request, visit == nullptr ? SpanId::none : visit->span,
               CacheRemoved{.key = text(prefix.substr(0, prefix.find('\n'))),
                            .entries = static_cast<std::uint32_t>(store_.size()),
                            .reason = CacheReason::invalidated});
    }
    showFill();
}

void Cdn::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (action == "purge") {
        removeAll(arguments.text("target") + "\n", nullptr);
    } else if (action == "purge_all") {
        store_.clear(now());
        varies_.clear();
        record(RequestId::none, SpanId::none,
               CacheRemoved{.key = text("*"), .entries = 0, .reason = CacheReason::cleared});
        showFill();
    }
}

void Cdn::parametersChanged() {
    readRules();
    store_.setPolicy(*parseEvictionPolicy(values().text("policy")));
    for (const AnswerStore::Entry& entry : store_.setCapacity(capacityOf(values()), now())) {
        record(RequestId::none, SpanId::none,
               CacheRemoved{.unusedFor = now() - entry.lastUsed,
                            .key = text(entry.key.substr(0, entry.key.find('\n'))),
                            .entries = static_cast<std::uint32_t>(store_.size()),
                            .reason = CacheReason::evicted});
    }
    showFill();
}

void Cdn::reply(const Visit& visit, HttpResponseMessage answer, std::string_view outcome) {
    if (http::isSafe(visit.request().method)) {
        count(outcome == "HIT" || outcome == "STALE");
    }
    answer.response.headers.set("X-Cache", std::string(outcome));
    answer.response.headers.add("Via", fmt::format("1.1 {}", key()));
    const bool hasFailed = answer.response.status >= 400;
    endSpan(visit.message.request, visit.span, hasFailed);
    port("clients").reply(visit.message, visit.span, std::move(answer));
}

void Cdn::recordMiss(const Visit& visit, SimTime since, MissReason reason) {
    if (recorder().keeps(visit.message.request)) {
        record(visit.message.request, visit.span,
               CacheMissed{.since = since,
                           .key = text(visit.request().target),
                           .reason = cacheReason(reason)});
    }
}

void Cdn::note(const Visit& visit, const std::string& reason) {
    if (recorder().keeps(visit.message.request)) {
        record(visit.message.request, visit.span,
               CheckPassed{.check = text("http-cache"), .reason = text(reason)});
    }
}

std::string Cdn::keyOf(const http::Request& request) const {
    std::string key = addressOf(request, request.target);
    if (const auto vary = varies_.find(key); vary != varies_.end()) {
        key += variantKey(vary->second, request.headers).value_or("*");
    }
    return key;
}

void Cdn::count(bool isHit) {
    constexpr std::int64_t kPercent = 100;
    ++lookups_;
    hits_ += isHit ? 1 : 0;
    setGauge(kHitRatioGauge, (hits_ * kPercent + lookups_ / 2) / lookups_, kPercent);
}

void Cdn::showFill() const {
    setGauge(kFillGauge, static_cast<std::int64_t>(store_.size()),
             static_cast<std::int64_t>(store_.capacity().entries));
}

} // namespace roundtrip
