#include "core/nodes/browser/browser.h"

#include "core/kernel/quantity.h"
#include "core/kernel/text.h"
#include "core/nodes/stale_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kWaitingGauge = 0;

std::string mediaTypeOf(const std::string& choice) {
    return choice == "form"   ? "application/x-www-form-urlencoded"
           : choice == "text" ? "text/plain; charset=utf-8"
                              : "application/json";
}

/// "Name: value" on each line; other lines say nothing.
http::Headers readFields(std::string_view text) {
    http::Headers fields;
    while (!text.empty()) {
        const std::string_view line = cutPart(text, '\n');
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) {
            continue;
        }
        const std::size_t begin = std::min(line.find_first_not_of(' ', colon + 1), line.size());
        const std::size_t last = line.find_last_not_of(" \r");
        fields.set(line.substr(0, colon), std::string(line.substr(begin, last + 1 - begin)));
    }
    return fields;
}

auth::SigningKey deviceKeyOf(std::uint64_t seed, const std::string& browser) {
    constexpr std::size_t kSeedSize = 32; // Ed25519
    RandomStream random(seed, browser, "device key");
    std::string bytes;
    while (bytes.size() < kSeedSize) {
        bytes.push_back(static_cast<char>(random.bits() & 0xFFU));
    }
    return auth::SigningKey::fromSeed(bytes);
}

/// Whether the same request may be sent twice: RFC 9110 section 9.2.2.
bool mayBeSentTwice(const http::Request& request) {
    return http::isIdempotent(request.method) ||
           request.headers.find("Idempotency-Key").has_value();
}

} // namespace

Browser::Browser(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      cache_({static_cast<std::size_t>(values().integer("cache_entries"))}, EvictionPolicy::lru,
             RandomStream(context.seed, key(), "eviction")),
      secrets_(context.seed, key(), "secrets"), device_(deviceKeyOf(context.seed, key())) {}

void Browser::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (action == "send") {
        simulation().spawn(fetch(visitOf(arguments)));
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
        showKept();
    } else if (action == "passkey") {
        const std::string& to = arguments.text("to");
        simulation().spawn(usePasskey(to.empty() ? home() : siteOf(to),
                                      "https://" + (to.empty() ? home().host : to)));
    } else if (action == "clear_cookies") {
        jars_.clear();
        tokens_.clear();
        renewals_.clear();
    }
}

Browser::Visit Browser::visitOf(const ParameterValues& arguments) {
    Visit visit;
    const std::string& to = arguments.text("to");
    visit.site = to.empty() ? home() : siteOf(to);
    visit.request.method = http::parseMethod(arguments.text("method")).value_or(http::Method::get);
    visit.request.target = arguments.text("target");
    visit.request.body = arguments.text("body");
    visit.contentType = mediaTypeOf(arguments.text("content_type"));
    visit.extra = readFields(arguments.text("headers"));
    return visit;
}

Process Browser::fetch(Visit visit) {
    const Trip trip = begin(visit);
    visit.span = trip.span;
    for (int followed = 0;; ++followed) {
        dress(visit);
        if (answerFromOwnCache(trip, visit)) {
            co_return;
        }
        if (!isReached(trip, visit)) {
            endHop(trip, visit, true);
            finish(trip, 0, {});
            co_return;
        }
        const SimTime askedAt = now();
        Task<std::optional<HttpResponseMessage>> asked = exchange(trip, visit);
        std::optional<HttpResponseMessage> answer = co_await asked;
        if (answer) {
            takeNotModified(trip, visit, *answer, askedAt);
        }
        endHop(trip, visit, !answer || answer->response.status >= 400);
        if (!answer) {
            finish(trip, 0, {});
            co_return;
        }
        keepSecrets(trip, visit, answer->response);
        if (mayRenew(visit, answer->response)) {
            Task<bool> renewal = renewToken(trip, visit);
            if (co_await renewal) {
                continue;
            }
        }
        keepInOwnCache(visit, *answer, trip, askedAt);
        std::optional<Visit> next = redirectOf(trip, visit, answer->response, followed);
        if (!next) {
            finish(trip, answer->response.status, answer->provenance);
            openPage(trip, visit, answer->response);
            co_return;
        }
        visit = std::move(*next);
    }
}

/// A redirected request has a span of its own within the trip's.
void Browser::endHop(const Trip& trip, const Visit& visit, bool failed) {
    if (visit.span != trip.span) {
        endSpan(trip.request, visit.span, failed);
    }
}

Browser::Trip Browser::begin(const Visit& visit) {
    const Trip trip{recorder().nextRequest(), recorder().nextSpan(), now()};
    if (recorder().keeps(trip.request)) {
        record(trip.request, trip.span,
               RequestStarted{.method = text(http::toString(visit.request.method)),
                              .target = text(visit.request.target)});
        record(trip.request, trip.span, SpanStarted{.name = text("trip")});
    }
    setGauge(kWaitingGauge, ++waiting_);
    return trip;
}

bool Browser::isReached(const Trip& trip, const Visit& visit) {
    if (port("server").isConnectedTo(visit.site.node)) {
        return true;
    }
    const std::string reason = visit.site.host.empty() || !port("server").isConnected()
                                   ? std::string("no-server")
                                   : "no-site\n" + visit.site.host;
    record(trip.request, trip.span, HandlerFailed{.reason = text(reason), .status = 0});
    return false;
}

/// Asks once, and again as often as the parameters say. Nothing when no answer came in time.
Task<std::optional<HttpResponseMessage>> Browser::exchange(const Trip& trip, Visit& visit) {
    const std::int64_t retries = mayBeSentTwice(visit.request) ? values().integer("retries") : 0;
    SimTime pause = values().duration("backoff");
    for (std::int64_t attempt = 0;; ++attempt) {
        const SimTime startedAt = now();
        Message message;
        message.request = trip.request;
        message.span = visit.span;
        message.payload = visit.request;
        Task<std::optional<Message>> call = port("server").callWithin(
            visit.site.node, std::move(message), values().duration("timeout"));
        std::optional<Message> answer = co_await call;
        HttpResponseMessage* response = httpAnswer(answer);
        const int status = statusOf(response);
        if (status > 0 && (status < 500 || retries == 0)) {
            co_return std::move(*response);
        }
        record(trip.request, visit.span,
               CheckFailed{.check = text("call"),
                           .reason = text(failureOf(response, now() - startedAt)),
                           .status = 0});
        if (attempt >= retries) {
            co_return status == 0 ? std::nullopt
                                  : std::optional<HttpResponseMessage>(std::move(*response));
        }
        co_await simulation().delay(pause);
        pause = pause * 2;
        record(trip.request, visit.span,
               CheckPassed{.check = text("call"),
                           .reason = text(fmt::format("again\n{}", attempt + 2))});
    }
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
    const auto stale = firstStaleRow(context().dataClock, provenance);
    ++finished_;
    stale_ += stale ? 1 : 0;
    if (stale) {
        record(trip.request, trip.span,
               StaleServed{.staleFor = now() - stale->since, .row = text(stale->row)});
    }
}

std::vector<CountedShare> Browser::shares() const {
    return {{"stale_share", stale_, finished_}};
}

} // namespace roundtrip
