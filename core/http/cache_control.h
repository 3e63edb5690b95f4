#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace roundtrip::http {

/// The directives of a Cache-Control field, of a request (RFC 9111 section 5.2.1) or a response
/// (5.2.2; RFC 5861 for stale-while-revalidate and stale-if-error, RFC 8246 for immutable). Unknown
/// directives are ignored, as 5.2.3 asks. `no-cache` and `private` with a list of fields count as
/// those without, which is the safe reading.
struct CacheControl {
    std::optional<std::int64_t> maxAgeSeconds;
    std::optional<std::int64_t> sharedMaxAgeSeconds; ///< s-maxage
    std::optional<std::int64_t> staleWhileRevalidateSeconds;
    std::optional<std::int64_t> staleIfErrorSeconds;
    std::optional<std::int64_t> maxStaleSeconds; ///< without a number: 2^31
    std::optional<std::int64_t> minFreshSeconds;
    bool noStore = false;
    bool noCache = false;
    bool isPrivate = false;
    bool isPublic = false;
    bool mustRevalidate = false;
    bool proxyRevalidate = false;
    bool mustUnderstand = false;
    bool onlyIfCached = false;
    bool isImmutable = false;
};

/// Directive names compare without case; a max-age that is no number counts as 0, the safe
/// reading (RFC 9111 section 4.2.1: "encouraged to consider responses that have invalid
/// freshness information to be stale").
[[nodiscard]] CacheControl parseCacheControl(std::string_view value);

} // namespace roundtrip::http
