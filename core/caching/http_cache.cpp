#include "core/caching/http_cache.h"

#include "core/http/date.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace roundtrip {

namespace {

using http::CacheControl;

bool isOneOf(int status, std::initializer_list<int> statuses) {
    return std::ranges::find(statuses, status) != statuses.end();
}

/// RFC 9110 section 15.1; 206 is heuristically cacheable too, but not understood here.
bool isCacheableByDefault(int status) {
    return isOneOf(status, {200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501});
}
bool isNegative(int status) {
    return isOneOf(status, {404, 405, 410, 414, 501});
}

CacheControl controlOf(const http::Headers& fields) {
    return http::parseCacheControl(fields.joined("Cache-Control"));
}

std::optional<SimTime> dateOf(const http::Headers& fields, std::string_view name) {
    const auto text = fields.find(name);
    const auto seconds = text ? http::parseDate(*text) : std::nullopt;
    if (!seconds) {
        return std::nullopt;
    }
    return SimTime::seconds(*seconds);
}

std::int64_t secondsIn(std::string_view text) {
    constexpr std::int64_t kLongest = 2147483648;
    std::int64_t seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return std::clamp<std::int64_t>(seconds, 0, kLongest);
}

/// A stale answer would break a rule of the origin, section 4.2.4.
bool forbidsStale(const HttpCacheRules& rules, const CacheControl& control) {
    return control.noCache || control.mustRevalidate || (rules.isShared && control.proxyRevalidate);
}

bool allowsAuthorized(const CacheControl& control) {
    return control.mustRevalidate || control.isPublic || control.sharedMaxAgeSeconds.has_value();
}

/// The last line of section 3.
bool isWorthKeeping(const HttpCacheRules& rules, const http::Response& response,
                    const CacheControl& control) {
    return control.isPublic || (control.isPrivate && !rules.isShared) ||
           control.maxAgeSeconds.has_value() ||
           (rules.isShared && control.sharedMaxAgeSeconds.has_value()) ||
           response.headers.find("Expires").has_value() || isCacheableByDefault(response.status);
}

bool asksForNoCache(const http::Request& request, const CacheControl& control) {
    if (request.headers.find("Cache-Control")) {
        return control.noCache;
    }
    const auto pragma = request.headers.find("Pragma"); // section 5.4
    return pragma && lowered(*pragma).find("no-cache") != std::string::npos;
}

/// The first field of Vary in which the requests differ; empty when they agree.
std::string differingField(const StoredResponse& stored, const http::Request& request) {
    const std::string vary = stored.response.headers.joined("Vary");
    std::string_view rest = vary;
    while (!rest.empty()) {
        const std::string_view name = trimmed(cutPart(rest, ','));
        if (name == "*" || stored.requestFields.joined(name) != request.headers.joined(name)) {
            return lowered(std::string(name));
        }
    }
    return {};
}

HttpReuse anotherOne(HttpReuse reuse, std::string_view reason) {
    reuse.use = HttpUse::other;
    reuse.reason = reason;
    return reuse;
}

/// Why a fresh answer does not suffice for the request; empty when it does.
std::string_view objectionOf(const HttpReuse& reuse, const CacheControl& asked) {
    if (asked.maxAgeSeconds && reuse.age > SimTime::seconds(*asked.maxAgeSeconds)) {
        return "request-max-age";
    }
    if (asked.minFreshSeconds &&
        reuse.lifetime - reuse.age < SimTime::seconds(*asked.minFreshSeconds)) {
        return "request-min-fresh";
    }
    return {};
}

HttpReuse decide(HttpReuse reuse, HttpUse use, std::string_view reason) {
    reuse.use = use;
    reuse.reason = reason;
    return reuse;
}

HttpReuse staleUse(const HttpCacheRules& rules, const StoredResponse& stored,
                   const CacheControl& asked, const HttpReuse& reuse) {
    const CacheControl& control = stored.control;
    if (forbidsStale(rules, control)) {
        return decide(reuse, HttpUse::validate, "must-revalidate");
    }
    const bool isShared = rules.isShared && control.sharedMaxAgeSeconds.has_value();
    if (asked.maxStaleSeconds && !isShared && // s-maxage is as strict as proxy-revalidate
        reuse.staleness() <= SimTime::seconds(*asked.maxStaleSeconds)) {
        return decide(reuse, HttpUse::stale, "max-stale");
    }
    if (reuse.staleness() < staleWhileRevalidateOf(rules, stored)) {
        return decide(reuse, HttpUse::staleWhileRevalidate, "stale-while-revalidate");
    }
    return decide(reuse, HttpUse::validate, "stale");
}

HttpReuse useOf(const HttpCacheRules& rules, const StoredResponse& stored,
                const http::Request& request, const CacheControl& asked, HttpReuse reuse) {
    if (asksForNoCache(request, asked)) {
        return decide(std::move(reuse), HttpUse::validate, "request-no-cache");
    }
    if (stored.control.noCache) {
        return decide(std::move(reuse), HttpUse::validate, "no-cache");
    }
    if (const std::string_view objection = objectionOf(reuse, asked); !objection.empty()) {
        return decide(std::move(reuse), HttpUse::validate, objection);
    }
    if (reuse.lifetime > reuse.age) {
        return decide(std::move(reuse), HttpUse::fresh, "fresh");
    }
    return staleUse(rules, stored, asked, reuse);
}

/// Entity tags without "W/", RFC 9110 section 8.8.3.2.
std::string_view weakTag(std::string_view tag) {
    tag = trimmed(tag);
    return tag.starts_with("W/") ? tag.substr(2) : tag;
}

bool isForOneHop(std::string_view name) {
    constexpr std::array<std::string_view, 8> kNames{
        "connection", "keep-alive", "proxy-authenticate", "proxy-authorization",
        "te",         "trailer",    "transfer-encoding",  "upgrade"};
    return std::ranges::any_of(
        kNames, [name](std::string_view known) { return equalsIgnoringCase(known, name); });
}

/// The path and query of an address of the origin that the request went to; empty for others.
std::string targetOnOrigin(std::string_view address, const http::Request& request) {
    const auto host = request.headers.find("Host");
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (address.starts_with(scheme)) {
            address.remove_prefix(scheme.size());
            const std::size_t path = std::min(address.find('/'), address.size());
            if (!host || !equalsIgnoringCase(address.substr(0, path), *host)) {
                return {};
            }
            address.remove_prefix(path);
            return address.empty() ? "/" : std::string(address);
        }
    }
    return address.starts_with('/') && !address.starts_with("//") ? std::string(address)
                                                                  : std::string();
}

} // namespace

StoredResponse storedResponse(const http::Request& request, http::Response response,
                              SimTime requestedAt, SimTime receivedAt) {
    StoredResponse stored;
    stored.method = request.method;
    stored.requestFields = request.headers;
    stored.control = controlOf(response.headers);
    stored.response = std::move(response);
    stored.requestedAt = requestedAt;
    stored.receivedAt = receivedAt;
    return stored;
}

HttpStoring mayStore(const HttpCacheRules& rules, const http::Request& request,
                     const http::Response& response) {
    if (request.method != http::Method::get && request.method != http::Method::head) {
        return {false, "method"};
    }
    const CacheControl control = controlOf(response.headers);
    const int status = response.status;
    if (isOneOf(status, {206, 304})) {
        return {false, "part"};
    }
    const bool isUnderstood = isCacheableByDefault(status) || isOneOf(status, {302, 303, 307});
    if (status < 200 || (control.mustUnderstand && !isUnderstood)) {
        return {false, "status"};
    }
    if (controlOf(request.headers).noStore) {
        return {false, "request-no-store"};
    }
    if (control.noStore && !control.mustUnderstand) { // section 5.2.2.3
        return {false, "no-store"};
    }
    if (rules.isShared && control.isPrivate) {
        return {false, "private"};
    }
    if (rules.isShared && request.headers.find("Authorization") && !allowsAuthorized(control)) {
        return {false, "authorization"}; // section 3.5
    }
    if (!rules.keepsCookies && response.headers.find("Set-Cookie") && !control.isPublic) {
        return {false, "sets-cookie"};
    }
    if (!isWorthKeeping(rules, response, control)) {
        return {false, "not-allowed"};
    }
    return {true, "kept"};
}

SimTime freshnessLifetime(const HttpCacheRules& rules, const StoredResponse& stored) {
    const CacheControl& control = stored.control;
    if (rules.isShared && control.sharedMaxAgeSeconds) {
        return SimTime::seconds(*control.sharedMaxAgeSeconds);
    }
    if (control.maxAgeSeconds) {
        return SimTime::seconds(*control.maxAgeSeconds);
    }
    const http::Headers& fields = stored.response.headers;
    const SimTime date = dateOf(fields, "Date").value_or(stored.receivedAt);
    if (fields.find("Expires")) {
        const auto expires = dateOf(fields, "Expires"); // section 5.3: what is no date is past
        return expires && *expires > date ? *expires - date : SimTime();
    }
    const int status = stored.response.status;
    if (isNegative(status) && rules.negativeLifetime > SimTime()) {
        return rules.negativeLifetime;
    }
    const auto modified = dateOf(fields, "Last-Modified");
    const bool mayGuess = isCacheableByDefault(status) || control.isPublic;
    if (rules.usesHeuristics && mayGuess && modified && *modified < date) {
        return (date - *modified) / 10;
    }
    return status == 200 && !control.noCache ? rules.defaultLifetime : SimTime();
}

SimTime currentAge(const StoredResponse& stored, SimTime now) {
    const http::Headers& fields = stored.response.headers;
    const SimTime date = dateOf(fields, "Date").value_or(stored.receivedAt);
    const SimTime apparent = std::max(SimTime(), stored.receivedAt - date);
    const auto told = SimTime::seconds(secondsIn(fields.find("Age").value_or("")));
    const SimTime corrected = told + (stored.receivedAt - stored.requestedAt);
    return std::max(apparent, corrected) + (now - stored.receivedAt);
}

HttpReuse reuseOf(const HttpCacheRules& rules, const StoredResponse& stored,
                  const http::Request& request, SimTime now) {
    HttpReuse reuse;
    reuse.age = currentAge(stored, now);
    reuse.lifetime = freshnessLifetime(rules, stored);
    const bool isHeadOfGet =
        stored.method == http::Method::get && request.method == http::Method::head;
    const CacheControl asked = controlOf(request.headers);
    if (stored.method != request.method && !isHeadOfGet) {
        reuse = anotherOne(std::move(reuse), "method");
    } else if (reuse.field = differingField(stored, request); !reuse.field.empty()) {
        const bool isAny = reuse.field == "*";
        reuse = anotherOne(std::move(reuse), isAny ? "vary-any" : "vary");
    } else {
        reuse = useOf(rules, stored, request, asked, std::move(reuse));
    }
    if (asked.onlyIfCached && !reuse.isAnswer()) {
        return decide(std::move(reuse), HttpUse::unavailable, "only-if-cached");
    }
    return reuse;
}

std::string reasonText(const HttpReuse& reuse) {
    constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
    const auto seconds = [](SimTime time) { return time.ns() / kNanosecondsPerSecond; };
    if (reuse.reason == "vary") {
        return fmt::format("vary\n{}", reuse.field);
    }
    if (reuse.use == HttpUse::fresh) {
        return fmt::format("fresh\n{} s", seconds(reuse.lifetime - reuse.age));
    }
    const bool isLate = reuse.reason == "stale" || reuse.reason == "must-revalidate" ||
                        reuse.use == HttpUse::stale || reuse.use == HttpUse::staleWhileRevalidate;
    return isLate ? fmt::format("{}\n{} s", reuse.reason, seconds(reuse.staleness()))
                  : std::string(reuse.reason);
}

SimTime staleWhileRevalidateOf(const HttpCacheRules& rules, const StoredResponse& stored) {
    if (forbidsStale(rules, stored.control)) {
        return {};
    }
    const auto told = stored.control.staleWhileRevalidateSeconds;
    return told ? SimTime::seconds(*told) : rules.staleWhileRevalidate;
}

bool mayServeOnError(const HttpCacheRules& rules, const StoredResponse& stored, SimTime now) {
    if (forbidsStale(rules, stored.control)) {
        return false;
    }
    const auto told = stored.control.staleIfErrorSeconds;
    const SimTime grace = told ? SimTime::seconds(*told) : rules.staleIfError;
    return currentAge(stored, now) - freshnessLifetime(rules, stored) < grace;
}

bool isOriginError(int status) {
    return isOneOf(status, {500, 502, 503, 504});
}

http::Request validationRequest(const StoredResponse& stored, http::Request request) {
    const http::Headers& fields = stored.response.headers;
    if (const auto tag = fields.find("ETag")) {
        const std::string asked = request.headers.joined("If-None-Match");
        request.headers.set("If-None-Match",
                            asked.empty() ? std::string(*tag) : fmt::format("{}, {}", asked, *tag));
    }
    const auto modified = fields.find("Last-Modified");
    if (modified && !request.headers.find("If-Modified-Since")) {
        request.headers.set("If-Modified-Since", std::string(*modified));
    }
    return request;
}

bool isSelectedBy(const StoredResponse& stored, const http::Response& notModified) {
    const http::Headers& kept = stored.response.headers;
    const auto tag = notModified.headers.find("ETag");
    const auto keptTag = kept.find("ETag");
    if (tag && !tag->starts_with("W/")) {
        return keptTag && trimmed(*keptTag) == trimmed(*tag); // a strong one selects a strong one
    }
    if (tag) {
        return keptTag && weakTag(*keptTag) == weakTag(*tag);
    }
    if (const auto modified = notModified.headers.find("Last-Modified")) {
        return kept.find("Last-Modified") == modified;
    }
    return true; // there is only one that it can be about: the one that was asked for
}

void freshen(StoredResponse& stored, const http::Response& notModified, SimTime requestedAt,
             SimTime receivedAt) {
    constexpr std::array<std::string_view, 5> kOfTheBody{
        "content-length", "content-encoding", "content-range", "content-type", "set-cookie"};
    http::Headers& kept = stored.response.headers;
    kept.remove("Age");
    for (const auto& [name, value] : notModified.headers.fields()) {
        const bool isOfTheBody = std::ranges::any_of(kOfTheBody, [&name](std::string_view known) {
            return equalsIgnoringCase(known, name);
        });
        if (!isOfTheBody && !isForOneHop(name)) {
            kept.set(name, notModified.headers.joined(name));
        }
    }
    stored.control = controlOf(kept);
    stored.requestedAt = requestedAt;
    stored.receivedAt = receivedAt;
}

bool hasTheSame(const http::Request& request, const http::Response& response) {
    const std::string asked = request.headers.joined("If-None-Match");
    if (!asked.empty()) {
        const auto tag = response.headers.find("ETag");
        std::string_view rest = asked;
        while (!rest.empty()) {
            const std::string_view one = trimmed(cutPart(rest, ','));
            if (one == "*" || (tag && weakTag(one) == weakTag(*tag))) {
                return true;
            }
        }
        return false; // If-Modified-Since does not count beside it, RFC 9110 section 13.1.3
    }
    const auto since = dateOf(request.headers, "If-Modified-Since");
    const auto modified = dateOf(response.headers, "Last-Modified");
    return since && modified && *modified <= *since;
}

http::Response servedResponse(const StoredResponse& stored, const http::Request& request,
                              SimTime now) {
    constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
    http::Response served;
    served.status = stored.response.status;
    for (const auto& [name, value] : stored.response.headers.fields()) {
        if (!isForOneHop(name)) {
            served.headers.add(name, value);
        }
    }
    served.headers.set("Age", std::to_string(currentAge(stored, now).ns() / kNanosecondsPerSecond));
    if (served.status == 200 && hasTheSame(request, served)) {
        served.status = 304;
    } else if (request.method != http::Method::head) {
        served.body = stored.response.body;
    }
    return served;
}

std::vector<std::string> invalidatedTargets(const http::Request& request,
                                            const http::Response& response) {
    std::vector<std::string> targets;
    if (http::isSafe(request.method) || response.status < 200 || response.status >= 400) {
        return targets;
    }
    targets.push_back(request.target);
    for (const std::string_view name : {"Location", "Content-Location"}) {
        const auto address = response.headers.find(name);
        std::string target = address ? targetOnOrigin(*address, request) : std::string();
        if (!target.empty()) {
            targets.push_back(std::move(target));
        }
    }
    return targets;
}

std::optional<std::string> variantKey(std::string_view vary, const http::Headers& request) {
    std::string key;
    while (!vary.empty()) {
        const std::string_view name = trimmed(cutPart(vary, ','));
        if (name == "*") {
            return std::nullopt;
        }
        if (!name.empty()) {
            fmt::format_to(std::back_inserter(key), "{}={}\n", lowered(std::string(name)),
                           request.joined(name));
        }
    }
    return key;
}

} // namespace roundtrip
