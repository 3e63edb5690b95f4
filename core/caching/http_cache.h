#pragma once

#include "core/http/cache_control.h"
#include "core/http/message.h"
#include "core/kernel/sim_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// The rules of HTTP caches, RFC 9111, as plain functions of messages and times. An instant is the
/// time since 1970 in UTC, as fields with dates mean it. Left out: partial answers (206), and
/// answers to POST are not kept, which a cache may decide (section 3).

/// What kind of cache it is, and what its owner adds to the rules.
struct HttpCacheRules {
    bool isShared = false;      ///< it serves many people: a proxy, a CDN
    bool keepsCookies = true;   ///< false, as CDNs have it: an answer with Set-Cookie is not kept
    bool usesHeuristics = true; ///< 10 % of the time since Last-Modified, section 4.2.2
    SimTime defaultLifetime;    ///< of a 200 that says nothing and for which no heuristic is known
    SimTime negativeLifetime;   ///< of a 404, 405, 410, 414 or 501 that says nothing
    SimTime staleWhileRevalidate; ///< when the answer says nothing
    SimTime staleIfError;         ///< when the answer says nothing
};

/// An answer with what a cache needs to know of how it came.
struct StoredResponse {
    http::Method method = http::Method::get; ///< of the request
    http::Headers requestFields;             ///< the request's, of which Vary selects
    http::Response response;
    http::CacheControl control; ///< of the response, read once
    SimTime requestedAt;
    SimTime receivedAt;
};
[[nodiscard]] StoredResponse storedResponse(const http::Request& request, http::Response response,
                                            SimTime requestedAt, SimTime receivedAt);

/// Whether an answer may be kept, section 3, and the reason: "kept", or "method", "status", "part"
/// (206 and 304), "no-store", "request-no-store", "private", "authorization", "sets-cookie",
/// "not-allowed" (nothing in it allows it).
struct HttpStoring {
    bool isAllowed = false;
    std::string_view reason;
};
[[nodiscard]] HttpStoring mayStore(const HttpCacheRules& rules, const http::Request& request,
                                   const http::Response& response);

/// For how long it is fresh, section 4.2.1; zero when it says nothing and nothing can be guessed.
[[nodiscard]] SimTime freshnessLifetime(const HttpCacheRules& rules, const StoredResponse& stored);
/// Section 4.2.3, in full: of Age and Date the older, and the time on the way counts.
[[nodiscard]] SimTime currentAge(const StoredResponse& stored, SimTime now);

/// What a cache does with a kept answer and a request, section 4. `stale` is a stale one that the
/// request accepts (max-stale); `staleWhileRevalidate` is used now and asked for meanwhile (RFC
/// 5861); `unavailable` is 504, as the request wants a kept answer or none (only-if-cached).
enum class HttpUse { fresh, stale, staleWhileRevalidate, validate, other, unavailable };

/// The reasons: "fresh"; "max-stale", "stale-while-revalidate"; "no-cache", "request-no-cache",
/// "request-max-age", "request-min-fresh", "stale", "must-revalidate"; "method", "vary" with the
/// field, "vary-any" (another answer is needed, use `other`); "only-if-cached".
struct HttpReuse {
    HttpUse use = HttpUse::validate;
    std::string_view reason;
    std::string field; ///< of "vary"
    SimTime age;
    SimTime lifetime;

    [[nodiscard]] bool isAnswer() const {
        return use == HttpUse::fresh || use == HttpUse::stale ||
               use == HttpUse::staleWhileRevalidate;
    }
    /// How long it is beyond its time; zero or less while fresh.
    [[nodiscard]] SimTime staleness() const { return age - lifetime; }
};
[[nodiscard]] HttpReuse reuseOf(const HttpCacheRules& rules, const StoredResponse& stored,
                                const http::Request& request, SimTime now);
/// Reason, then its argument in a line of its own: "stale\n12 s", "vary\naccept-language".
[[nodiscard]] std::string reasonText(const HttpReuse& reuse);

/// For how long after its freshness an answer may be served while it is asked for again, RFC 5861.
[[nodiscard]] SimTime staleWhileRevalidateOf(const HttpCacheRules& rules,
                                             const StoredResponse& stored);
/// Whether it may be served because the origin failed or answered 500, 502, 503 or 504: RFC 5861
/// section 4, never against must-revalidate and its kin.
[[nodiscard]] bool mayServeOnError(const HttpCacheRules& rules, const StoredResponse& stored,
                                   SimTime now);
[[nodiscard]] bool isOriginError(int status);

/// Adds what lets the origin answer with 304, section 4.3.1: If-None-Match (beside what the client
/// asks for itself) and If-Modified-Since.
[[nodiscard]] http::Request validationRequest(const StoredResponse& stored, http::Request request);
/// Whether a 304 is about this answer, section 4.3.4.
[[nodiscard]] bool isSelectedBy(const StoredResponse& stored, const http::Response& notModified);
/// Takes over the fields of a 304, section 3.2, and begins a new life.
void freshen(StoredResponse& stored, const http::Response& notModified, SimTime requestedAt,
             SimTime receivedAt);

/// The answer as it is served from the cache: with Age, without fields for one hop; 304 when the
/// request says that it has the same (section 4.3.2).
[[nodiscard]] http::Response servedResponse(const StoredResponse& stored,
                                            const http::Request& request, SimTime now);
/// Whether the client's own If-None-Match or If-Modified-Since names what `stored` holds.
[[nodiscard]] bool hasTheSame(const http::Request& request, const http::Response& response);

/// Targets whose kept answers are not to be trusted any more after an unsafe request that worked,
/// section 4.4: its own, and Location and Content-Location when they are on this origin. Empty for
/// others.
[[nodiscard]] std::vector<std::string> invalidatedTargets(const http::Request& request,
                                                          const http::Response& response);

/// The fields that Vary names, as one text: answers whose texts are equal can stand for each other
/// (section 4.1). Lower-case names, the values without spaces at their ends. None for "Vary: *".
[[nodiscard]] std::optional<std::string> variantKey(std::string_view vary,
                                                    const http::Headers& request);

} // namespace roundtrip
