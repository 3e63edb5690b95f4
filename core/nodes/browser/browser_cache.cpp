#include "core/nodes/browser/browser.h"
#include "core/nodes/cache/cache_reason.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kKeptGauge = 1;

const HttpCacheRules kPrivate{.isShared = false};

bool isConditional(const http::Request& request) {
    return request.headers.find("If-None-Match") || request.headers.find("If-Modified-Since");
}

} // namespace

void Browser::showKept() const {
    setGauge(kKeptGauge, static_cast<std::int64_t>(cache_.size()));
}

std::string Browser::keyOf(const Visit& visit) {
    return visit.site.node == home().node
               ? visit.request.target
               : fmt::format("//{}{}", visit.site.host, visit.request.target);
}

bool Browser::answerFromOwnCache(const Trip& trip, Visit& visit) {
    if (visit.request.method != http::Method::get) {
        return false;
    }
    const std::string address = keyOf(visit);
    const AnswerStore::Lookup found = cache_.lookup(address, now());
    if (found.entry == nullptr) {
        if (found.reason != MissReason::neverStored) { // for a first visit nothing worth a step
            recordMiss(trip, address, found.since, found.reason);
            showKept();
        }
        return false;
    }
    const KeptAnswer& kept = found.entry->value;
    const HttpReuse reuse = reuseOf(kPrivate, kept.stored, visit.request, runBegins + now());
    if (!reuse.isAnswer()) {
        askAgain(trip, visit, kept, reuse);
        return false;
    }
    if (recorder().keeps(trip.request)) {
        record(trip.request, trip.span,
               CacheHit{.age = now() - found.entry->storedAt,
                        .key = text(address),
                        .value = text(kept.stored.response.body)});
    }
    if (reuse.use != HttpUse::fresh) {
        noteCaching(trip, reasonText(reuse));
    }
    if (reuse.use == HttpUse::staleWhileRevalidate) {
        Visit again = visit;
        again.request = validationRequest(kept.stored, std::move(again.request));
        again.validates = true;
        simulation().spawn(renew(trip, std::move(again)));
    }
    endHop(trip, visit, false);
    finish(trip, kept.stored.response.status, {kept.provenance.readAt, kept.provenance.rows, id()});
    return true;
}

/// What is kept does not do by itself: it is validated, or another answer is needed.
void Browser::askAgain(const Trip& trip, Visit& visit, const KeptAnswer& kept,
                       const HttpReuse& reuse) {
    if (reuse.reason == "stale" || reuse.reason == "must-revalidate") {
        recordMiss(trip, keyOf(visit), reuse.staleness(), MissReason::expired);
    } else {
        noteCaching(trip, reasonText(reuse));
    }
    if (reuse.use == HttpUse::validate && !isConditional(visit.request)) {
        visit.request = validationRequest(kept.stored, std::move(visit.request));
        visit.validates = true;
    }
}

void Browser::recordMiss(const Trip& trip, const std::string& address, SimTime since,
                         MissReason reason) {
    if (recorder().keeps(trip.request)) {
        record(trip.request, trip.span,
               CacheMissed{.since = since, .key = text(address), .reason = cacheReason(reason)});
    }
}

void Browser::noteCaching(const Trip& trip, const std::string& reason) {
    if (recorder().keeps(trip.request)) {
        record(trip.request, trip.span,
               CheckPassed{.check = text("http-cache"), .reason = text(reason)});
    }
}

/// What was shown stale is asked for again while the person reads.
Process Browser::renew(Trip trip, Visit visit) {
    const SimTime askedAt = now();
    Task<std::optional<HttpResponseMessage>> asked = exchange(trip, visit);
    std::optional<HttpResponseMessage> answer = co_await asked;
    if (answer) {
        takeNotModified(trip, visit, *answer, askedAt);
        keepInOwnCache(visit, *answer, trip, askedAt);
    }
}

/// A 304 becomes the answer that is kept, with a new life.
void Browser::takeNotModified(const Trip& trip, Visit& visit, HttpResponseMessage& answer,
                              SimTime askedAt) {
    constexpr int kNotModified = 304;
    if (!std::exchange(visit.validates, false)) {
        return;
    }
    visit.request.headers.remove("If-None-Match");
    visit.request.headers.remove("If-Modified-Since");
    const AnswerStore::Lookup found = cache_.lookup(keyOf(visit), now());
    if (answer.response.status != kNotModified || found.entry == nullptr ||
        !isSelectedBy(found.entry->value.stored, answer.response)) {
        return;
    }
    StoredResponse stored = found.entry->value.stored;
    freshen(stored, answer.response, runBegins + askedAt, runBegins + now());
    answer.response = std::move(stored.response);
    if (answer.provenance.rows.empty()) {
        answer.provenance.readAt = found.entry->value.provenance.readAt;
        answer.provenance.rows = found.entry->value.provenance.rows;
    }
    noteCaching(trip, "not-modified");
}

void Browser::keepInOwnCache(const Visit& visit, const HttpResponseMessage& answer,
                             const Trip& trip, SimTime askedAt) {
    if (!http::isSafe(visit.request.method)) {
        if (!invalidatedTargets(visit.request, answer.response).empty()) {
            cache_.remove(keyOf(visit), now()); // RFC 9111 section 4.4
            showKept();
        }
        return;
    }
    if (visit.request.method != http::Method::get ||
        !mayStore(kPrivate, visit.request, answer.response).isAllowed) {
        return;
    }
    const std::string address = keyOf(visit);
    auto entry = entryOf(
        kPrivate, address,
        {storedResponse(visit.request, answer.response, runBegins + askedAt, runBegins + now()),
         answer.provenance},
        now());
    if (!entry) {
        return;
    }
    // As ages count from the question on (RFC 9111 section 4.2.3), so does what is shown of it.
    const SimTime life = std::max(SimTime(), entry->expiresAt - askedAt);
    cache_.store(std::move(*entry), now());
    if (recorder().keeps(trip.request)) {
        record(trip.request, trip.span,
               CacheStored{.ttl = life,
                           .key = text(address),
                           .value = text(answer.response.body),
                           .entries = static_cast<std::uint32_t>(cache_.size()),
                           .capacity = static_cast<std::uint32_t>(cache_.capacity().entries)});
    }
    showKept();
}

} // namespace roundtrip
