#pragma once

#include "core/caching/cache_store.h"
#include "core/caching/http_cache.h"
#include "core/net/message.h"

#include <optional>
#include <string>

namespace roundtrip {

/// What a run's clock shows at its start to those who read dates: 1 January 2026, 0:00 UTC. Time 0
/// of the run, counted as HTTP's dates are.
inline constexpr SimTime runBegins = SimTime::seconds(1'767'225'600);

/// An HTTP answer that a browser or a CDN keeps, and how old what it shows is.
struct KeptAnswer {
    StoredResponse stored;
    Provenance provenance;
};
using AnswerStore = CacheStore<KeptAnswer>;

/// How a store keeps it: until its freshness ends, and beyond that for as long as it can be
/// validated or served stale. None when it would never be of use. `now` is the run's time.
[[nodiscard]] std::optional<AnswerStore::Entry>
entryOf(const HttpCacheRules& rules, std::string key, KeptAnswer answer, SimTime now);

} // namespace roundtrip
