#include "core/nodes/browser/browser.h"

#include "core/caching/http_freshness.h"
#include "core/nodes/cache/cache_reason.h"
#include "core/web/handler_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kWaitingGauge = 0;
constexpr std::size_t kKeptGauge = 1;

} // namespace

Browser::Browser(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      cache_(static_cast<std::size_t>(values().integer("cache_entries"))) {}

void Browser::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (action == "send") {
        http::Request request;
        request.method = http::parseMethod(arguments.text("method")).value_or(http::Method::get);
        request.target = arguments.text("target");
        request.body = arguments.text("body");
        simulation().spawn(fetch(std::move(request)));
    } else if (action == "send_many") {
        simulation().spawn(sendMany({.count = arguments.integer("count"),
                                     .perSecond = arguments.real("rate"),
                                     .target = arguments.text("target"),
                                     .keys = arguments.integer("keys"),
                                     .skew = arguments.real("skew"),
                                     .updateShare = arguments.real("update_share"),
                                     .updateBody = arguments.text("update_body")}));
    } else if (action == "clear_cache") {
        cache_.clear(now());
        setGauge(kKeptGauge, 0);
    }
}

http::Request Browser::dressed(http::Request request) const {
    request.headers.set("Host", values().text("host"));
    request.headers.set("Accept", "application/json");
    request.headers.set("User-Agent", "Roundtrip/1.0");
    if (!request.body.empty()) {
        request.headers.set("Content-Type", "application/json");
        request.headers.set("Content-Length", fmt::format("{}", request.body.size()));
    }
    return request;
}

Process Browser::fetch(http::Request plain) {
    const Trip trip{recorder().nextRequest(), recorder().nextSpan(), now()};
    const http::Request request = dressed(std::move(plain));
    record(trip.request, trip.span,
           RequestStarted{.method = text(http::toString(request.method)),
                          .target = text(request.target)});
    record(trip.request, trip.span, SpanStarted{.name = text("trip")});
    setGauge(kWaitingGauge, ++waiting_);
    if (answerFromOwnCache(trip, request)) {
        co_return;
    }
    if (!port("server").isConnected()) {
        record(trip.request, trip.span, HandlerFailed{.reason = text("no-server"), .status = 0});
        finish(trip, 0, {});
        co_return;
    }
    Message message;
    message.request = trip.request;
    message.span = trip.span;
    message.payload = request;
    Task<Message> call = port("server").call(std::move(message));
    const Message answer = co_await call;
    const auto& response = std::get<HttpResponseMessage>(answer.payload);
    keepInOwnCache(request, response, trip);
    finish(trip, response.response.status, response.provenance);
}

bool Browser::answerFromOwnCache(const Trip& trip, const http::Request& request) {
    if (request.method != http::Method::get) {
        return false;
    }
    const LruStore::Lookup found = cache_.lookup(request.target, now());
    if (found.entry == nullptr) {
        if (found.reason == MissReason::neverStored) {
            return false; // the usual case for a first visit: nothing worth a step
        }
        record(trip.request, trip.span,
               CacheMissed{.since = found.since,
                           .key = text(request.target),
                           .reason = cacheReason(found.reason)});
        setGauge(kKeptGauge, static_cast<std::int64_t>(cache_.size()));
        return false;
    }
    record(trip.request, trip.span,
           CacheHit{.age = now() - found.entry->storedAt,
                    .key = text(request.target),
                    .value = text(found.entry->value)});
    finish(trip, 200, {found.entry->dataReadAt, found.entry->dataRows, id()});
    return true;
}

void Browser::keepInOwnCache(const http::Request& request, const HttpResponseMessage& answer,
                             const Trip& trip) {
    if (!http::isSafe(request.method) && answer.response.status < 400) {
        cache_.remove(request.target, now()); // RFC 9111 section 4.4
        setGauge(kKeptGauge, static_cast<std::int64_t>(cache_.size()));
        return;
    }
    const auto freshness = privateFreshness(request, answer.response);
    if (!freshness) {
        return;
    }
    cache_.store({.key = request.target,
                  .value = answer.response.body,
                  .expiresAt = now() + *freshness,
                  .dataReadAt = answer.provenance.readAt,
                  .dataRows = answer.provenance.rows},
                 now());
    record(trip.request, trip.span,
           CacheStored{.ttl = *freshness,
                       .key = text(request.target),
                       .value = text(answer.response.body),
                       .entries = static_cast<std::uint32_t>(cache_.size()),
                       .capacity = static_cast<std::uint32_t>(cache_.capacity())});
    setGauge(kKeptGauge, static_cast<std::int64_t>(cache_.size()));
}

void Browser::finish(const Trip& trip, int status, const Provenance& provenance) {
    setGauge(kWaitingGauge, --waiting_);
    endSpan(trip.request, trip.span, status == 0 || status >= 400);
    recorder().requestFinished(now(), id(), trip.request, trip.span,
                               RequestFinished{.startedAt = trip.startedAt,
                                               .status = static_cast<std::uint32_t>(status),
                                               .answeredBy = provenance.answeredBy});
    reportStaleness(trip, provenance); // last, so that the card says it
}

void Browser::reportStaleness(const Trip& trip, const Provenance& provenance) {
    for (const std::string& row : provenance.rows) {
        const auto since = context().dataClock.outdatedSince(row, provenance.readAt);
        if (since) {
            record(trip.request, trip.span,
                   StaleServed{.staleFor = now() - *since, .row = text(row)});
            return;
        }
    }
}

Process Browser::sendMany(Crowd crowd) {
    RandomStream arrivals(context().seed, key(), "crowd arrivals");
    RandomStream choices(context().seed, key(), "crowd choices");
    const ZipfDistribution popularity(static_cast<std::size_t>(crowd.keys), crowd.skew);
    const double meanGap = 1.0 / crowd.perSecond;
    for (std::int64_t i = 0; i < crowd.count; ++i) {
        http::Request request;
        const nlohmann::json chosen{{"key", popularity(choices)}, {"n", i}};
        request.target = filledIn(crowd.target, chosen);
        if (choices.uniform() < crowd.updateShare) {
            request.method = http::Method::put;
            request.body = filledIn(crowd.updateBody, chosen);
        }
        simulation().spawn(fetch(std::move(request)));
        co_await simulation().delay(SimTime::fromSeconds(arrivals.exponential(meanGap)));
    }
}

} // namespace roundtrip
