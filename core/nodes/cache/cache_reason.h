#pragma once

#include "core/caching/cache_store.h"
#include "core/trace/fact.h"

namespace roundtrip {

/// A store's word for a miss as the trace writes it.
[[nodiscard]] inline CacheReason cacheReason(MissReason reason) {
    switch (reason) {
    case MissReason::neverStored:
        return CacheReason::neverStored;
    case MissReason::expired:
        return CacheReason::expired;
    case MissReason::evicted:
        return CacheReason::evicted;
    case MissReason::invalidated:
        return CacheReason::invalidated;
    case MissReason::cleared:
        return CacheReason::cleared;
    }
    return CacheReason::neverStored;
}

} // namespace roundtrip
