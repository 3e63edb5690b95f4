#include "core/kernel/encoding.h"
#include "core/nodes/browser/browser.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr std::string_view kCsrfCookie = "csrftoken";

std::string csrfTokenOf(const http::CookieJar& jar, SimTime now) {
    for (auto& [name, value] : http::parseCookies(jar.readableByScripts(now))) {
        if (name == kCsrfCookie) {
            return std::move(value);
        }
    }
    return {};
}

} // namespace

std::string Browser::secretText(std::size_t size) {
    std::string bytes;
    while (bytes.size() < size) {
        bytes.push_back(static_cast<char>(secrets_.bits() & 0xFFU));
    }
    return base64Url(bytes);
}

/// Writes the fields that a browser adds to what a person or a page asked for.
void Browser::dress(Visit& visit) {
    http::Request& request = visit.request;
    request.headers = {};
    request.headers.set("Host", visit.site.host);
    request.headers.set("Accept", "application/json");
    request.headers.set("User-Agent", "Roundtrip/1.0");
    addSecrets(visit);
    if (!request.body.empty()) {
        request.headers.set("Content-Type", visit.contentType);
        request.headers.set("Content-Length", fmt::format("{}", request.body.size()));
    }
    for (const auto& [name, value] : visit.extra.fields()) {
        request.headers.set(name, value);
    }
}

void Browser::addSecrets(Visit& visit) {
    http::Request& request = visit.request;
    const bool isHttps = port("server").isSealedTo(visit.site.node);
    const bool isOwnPage = visit.origin == http::RequestOrigin::sameSite;
    const bool isUnsafe = !http::isSafe(request.method);
    if (const auto jar = jars_.find(visit.site.node); jar != jars_.end()) {
        const std::string cookies = jar->second.cookiesFor(
            http::pathOf(request.target), request.method, isHttps, visit.origin, now());
        if (!cookies.empty()) {
            request.headers.set("Cookie", cookies);
        }
        // The site's own page can read the cookie and repeats it; another site's page cannot.
        const std::string csrfToken = csrfTokenOf(jar->second, now());
        if (isOwnPage && isUnsafe && !csrfToken.empty()) {
            request.headers.set("X-CSRFToken", csrfToken);
        }
    }
    const auto token = tokens_.find(visit.site.node);
    if (isOwnPage && token != tokens_.end() && values().boolean("uses_token")) {
        request.headers.set("Authorization", "Bearer " + token->second);
    }
    if (request.method == http::Method::post && values().boolean("idempotency_keys")) {
        request.headers.set("Idempotency-Key", secretText(12));
    }
}

void Browser::keepSecrets(const Trip& trip, const Visit& visit, const http::Response& response) {
    constexpr std::string_view kJson = "application/json";
    const bool isHttps = port("server").isSealedTo(visit.site.node);
    if (response.headers.find("Set-Cookie")) {
        for (const http::Cookie& cookie : jars_[visit.site.node].take(response, isHttps, now())) {
            record(trip.request, trip.span,
                   CookieKept{.name = text(cookie.name), .cookie = text(http::toText(cookie))});
        }
    }
    const bool isJson = response.headers.find("Content-Type").value_or("").starts_with(kJson);
    if (response.status != 200 || !isJson ||
        response.body.find("\"access_token\"") == std::string::npos) {
        return;
    }
    const auto body = nlohmann::json::parse(response.body, nullptr, false);
    const auto token = body.is_object() ? body.find("access_token") : body.end();
    if (body.is_object() && token != body.end() && token->is_string()) {
        tokens_[visit.site.node] = token->get<std::string>();
        record(trip.request, trip.span,
               CheckPassed{.check = text("token"), .reason = text("kept\n" + visit.site.host)});
    }
}

} // namespace roundtrip
