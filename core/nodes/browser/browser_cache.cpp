#include "core/caching/http_freshness.h"
#include "core/nodes/browser/browser.h"
#include "core/nodes/cache/cache_reason.h"

#include <fmt/format.h>

namespace roundtrip {

namespace {

constexpr std::size_t kKeptGauge = 1;

} // namespace

void Browser::showKept() const {
    setGauge(kKeptGauge, static_cast<std::int64_t>(cache_.size()));
}

std::string Browser::keyOf(const Visit& visit) {
    return visit.site.node == home().node
               ? visit.request.target
               : fmt::format("//{}{}", visit.site.host, visit.request.target);
}

bool Browser::answerFromOwnCache(const Trip& trip, const Visit& visit) {
    if (visit.request.method != http::Method::get) {
        return false;
    }
    const std::string address = keyOf(visit);
    const OwnCache::Lookup found = cache_.lookup(address, now());
    if (found.entry == nullptr) {
        if (found.reason == MissReason::neverStored) {
            return false; // the usual case for a first visit: nothing worth a step
        }
        record(trip.request, trip.span,
               CacheMissed{.since = found.since,
                           .key = text(address),
                           .reason = cacheReason(found.reason)});
        showKept();
        return false;
    }
    record(trip.request, trip.span,
           CacheHit{.age = now() - found.entry->storedAt,
                    .key = text(address),
                    .value = text(found.entry->value.body)});
    endHop(trip, visit, false);
    finish(trip, 200, {found.entry->value.readAt, found.entry->value.rows, id()});
    return true;
}

void Browser::keepInOwnCache(const Visit& visit, const HttpResponseMessage& answer,
                             const Trip& trip) {
    if (!http::isSafe(visit.request.method) && answer.response.status < 400) {
        cache_.remove(keyOf(visit), now()); // RFC 9111 section 4.4
        showKept();
        return;
    }
    const auto freshness = privateFreshness(visit.request, answer.response);
    if (!freshness) {
        return;
    }
    const std::string address = keyOf(visit);
    cache_.store({.key = address,
                  .value = {answer.response.body, answer.provenance.readAt, answer.provenance.rows},
                  .expiresAt = now() + *freshness},
                 now());
    record(trip.request, trip.span,
           CacheStored{.ttl = *freshness,
                       .key = text(address),
                       .value = text(answer.response.body),
                       .entries = static_cast<std::uint32_t>(cache_.size()),
                       .capacity = static_cast<std::uint32_t>(cache_.capacity().entries)});
    showKept();
}

} // namespace roundtrip
