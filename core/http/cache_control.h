#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace roundtrip::http {

/// The directives of a response's Cache-Control field that a private cache obeys
/// (RFC 9111 section 5.2.2). Unknown directives are ignored, as 5.2.3 asks.
struct CacheControl {
    std::optional<std::int64_t> maxAgeSeconds;
    bool noStore = false;
    bool noCache = false;
    bool isPrivate = false;
    bool isPublic = false;
    bool mustRevalidate = false;
};

/// Directive names compare without case; a max-age that is no number counts as 0, the safe
/// reading (RFC 9111 section 4.2.1: "encouraged to consider responses that have invalid
/// freshness information to be stale").
[[nodiscard]] CacheControl parseCacheControl(std::string_view value);

} // namespace roundtrip::http
