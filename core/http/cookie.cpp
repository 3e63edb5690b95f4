#include "core/http/cookie.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace roundtrip::http {

namespace {

std::pair<std::string_view, std::string_view> pairOf(std::string_view part) {
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) {
        return {part, {}};
    }
    return {trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1))};
}

void applyAttribute(Cookie& cookie, std::string_view name, std::string_view value) {
    if (equalsIgnoringCase(name, "Max-Age")) {
        std::int64_t seconds = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), seconds);
        if (read.ec == std::errc() && read.ptr == value.data() + value.size()) {
            cookie.maxAgeSeconds = seconds;
        }
    } else if (equalsIgnoringCase(name, "Path")) {
        cookie.path = value.starts_with('/') ? std::string(value) : "/";
    } else if (equalsIgnoringCase(name, "HttpOnly")) {
        cookie.isHttpOnly = true;
    } else if (equalsIgnoringCase(name, "Secure")) {
        cookie.isSecure = true;
    } else if (equalsIgnoringCase(name, "SameSite")) {
        cookie.sameSite = equalsIgnoringCase(value, "Strict") ? SameSite::strict
                          : equalsIgnoringCase(value, "None") ? SameSite::none
                                                              : SameSite::lax;
    }
}

/// RFC 6265 section 5.1.4.
bool pathMatches(std::string_view path, std::string_view cookiePath) {
    return path.starts_with(cookiePath) &&
           (path.size() == cookiePath.size() || cookiePath.ends_with('/') ||
            path[cookiePath.size()] == '/');
}

bool maySend(const Cookie& cookie, Method method, RequestOrigin origin) {
    switch (origin) {
    case RequestOrigin::sameSite:
        return true;
    case RequestOrigin::crossSiteLink:
        return cookie.sameSite == SameSite::none ||
               (cookie.sameSite == SameSite::lax && isSafe(method));
    case RequestOrigin::crossSite:
        return cookie.sameSite == SameSite::none;
    }
    return false;
}

} // namespace

std::string toText(const Cookie& cookie) {
    std::string text = fmt::format("{}={}; Path={}", cookie.name, cookie.value, cookie.path);
    if (cookie.maxAgeSeconds) {
        text += fmt::format("; Max-Age={}", *cookie.maxAgeSeconds);
    }
    text += cookie.isHttpOnly ? "; HttpOnly" : "";
    text += cookie.isSecure ? "; Secure" : "";
    switch (cookie.sameSite) {
    case SameSite::lax:
        return text + "; SameSite=Lax";
    case SameSite::strict:
        return text + "; SameSite=Strict";
    case SameSite::none:
        return text + "; SameSite=None";
    }
    return text;
}

std::optional<Cookie> parseSetCookie(std::string_view text) {
    const std::string_view first = trimmed(cutPart(text, ';'));
    const auto [name, value] = pairOf(first);
    if (name.empty() || first.find('=') == std::string_view::npos) {
        return std::nullopt;
    }
    Cookie cookie;
    cookie.name = name;
    cookie.value = value;
    while (!text.empty()) {
        const auto [attribute, setting] = pairOf(trimmed(cutPart(text, ';')));
        applyAttribute(cookie, attribute, setting);
    }
    // A cookie for other sites must be Secure (rfc6265bis section 5.7), else it is not taken.
    if (cookie.sameSite == SameSite::none && !cookie.isSecure) {
        return std::nullopt;
    }
    return cookie;
}

std::vector<std::pair<std::string, std::string>> parseCookies(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> cookies;
    while (!text.empty()) {
        const auto [name, value] = pairOf(trimmed(cutPart(text, ';')));
        if (!name.empty()) {
            cookies.emplace_back(name, value);
        }
    }
    return cookies;
}

std::string cookieOf(const Request& request, std::string_view name) {
    const auto field = request.headers.find("Cookie");
    if (!field) {
        return {};
    }
    for (auto& [known, value] : parseCookies(*field)) {
        if (known == name) {
            return std::move(value);
        }
    }
    return {};
}

std::vector<Cookie> CookieJar::take(const Response& response, bool isHttps, SimTime now) {
    std::vector<Cookie> taken;
    for (const auto& [name, value] : response.headers.fields()) {
        if (!equalsIgnoringCase(name, "Set-Cookie")) {
            continue;
        }
        const auto cookie = parseSetCookie(value);
        if (cookie && (isHttps || !cookie->isSecure)) {
            put(*cookie, now);
            taken.push_back(*cookie);
        }
    }
    return taken;
}

void CookieJar::put(Cookie cookie, SimTime now) {
    std::erase_if(kept_, [&cookie](const Kept& kept) {
        return kept.cookie.name == cookie.name && kept.cookie.path == cookie.path;
    });
    if (cookie.maxAgeSeconds && *cookie.maxAgeSeconds <= 0) {
        return; // how a server takes a cookie back
    }
    Kept kept{std::move(cookie), std::nullopt};
    if (kept.cookie.maxAgeSeconds) {
        constexpr std::int64_t kLongest = 400LL * 24 * 3600; // rfc6265bis section 5.5
        kept.expiresAt = now + SimTime::seconds(std::min(*kept.cookie.maxAgeSeconds, kLongest));
    }
    kept_.push_back(std::move(kept));
}

std::string CookieJar::cookiesFor(std::string_view path, Method method, bool isHttps,
                                  RequestOrigin origin, SimTime now) const {
    // Longer paths first, and what was set first among equals: positions in the jar tell which.
    std::vector<std::size_t> sent;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        const Kept& kept = kept_[i];
        if (kept.isAlive(now) && pathMatches(path, kept.cookie.path) &&
            (isHttps || !kept.cookie.isSecure) && maySend(kept.cookie, method, origin)) {
            sent.push_back(i);
        }
    }
    const auto pathSize = [this](std::size_t i) { return kept_[i].cookie.path.size(); };
    std::ranges::sort(sent, [&pathSize](std::size_t a, std::size_t b) {
        return pathSize(a) != pathSize(b) ? pathSize(a) > pathSize(b) : a < b;
    });
    std::string text;
    for (const std::size_t i : sent) {
        const Cookie& cookie = kept_[i].cookie;
        text += fmt::format("{}{}={}", text.empty() ? "" : "; ", cookie.name, cookie.value);
    }
    return text;
}

std::string CookieJar::readableByScripts(SimTime now) const {
    std::string text;
    for (const Kept& kept : kept_) {
        if (kept.isAlive(now) && !kept.cookie.isHttpOnly) {
            text += fmt::format("{}{}={}", text.empty() ? "" : "; ", kept.cookie.name,
                                kept.cookie.value);
        }
    }
    return text;
}

} // namespace roundtrip::http
