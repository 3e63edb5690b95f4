#include "core/kernel/encoding.h"
#include "core/kernel/json_object.h"
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
        renewals_[visit.site.node] = memberText(body, "refresh_token");
        record(trip.request, trip.span,
               CheckPassed{.check = text("token"), .reason = text("kept\n" + visit.site.host)});
    }
}

/// RFC 6750 section 3.1: a token that is no longer good may be renewed, and the request come again.
bool Browser::mayRenew(const Visit& visit, const http::Response& response) {
    const auto asked = response.headers.find("WWW-Authenticate").value_or("");
    const auto kept = renewals_.find(visit.site.node);
    return response.status == 401 && asked.find("invalid_token") != std::string_view::npos &&
           !visit.isRenewed && !values().text("renew_at").empty() && kept != renewals_.end() &&
           !kept->second.empty();
}

/// Gets a new token for the refresh token, within the trip, and makes the visit ready to come
/// again. False when there is none; the answer that stands is then the one that was refused.
Task<bool> Browser::renewToken(const Trip& trip, Visit& visit) {
    record(trip.request, trip.span,
           CheckPassed{.check = text("token"), .reason = text("renewing\n" + visit.site.host)});
    tokens_.erase(visit.site.node); // with it even this request would be refused
    Visit renewal;
    renewal.site = visit.site;
    renewal.request.method = http::Method::post;
    renewal.request.target = values().text("renew_at");
    renewal.request.body =
        nlohmann::json{{"refresh_token", std::exchange(renewals_[visit.site.node], {})}}.dump();
    renewal.span = beginSpan(trip.request, trip.span, "POST " + renewal.request.target);
    dress(renewal);
    Task<std::optional<HttpResponseMessage>> asked = exchange(trip, renewal);
    const std::optional<HttpResponseMessage> answer = co_await asked;
    const int status = answer ? answer->response.status : 0;
    endHop(trip, renewal, status != 200);
    if (answer) {
        keepSecrets(trip, renewal, answer->response);
    }
    if (!tokens_.contains(visit.site.node)) {
        record(
            trip.request, trip.span,
            CheckFailed{.check = text("token"),
                        .reason = text(fmt::format("not-renewed\n{}\n{}", visit.site.host, status)),
                        .status = static_cast<std::uint32_t>(status)});
        co_return false;
    }
    visit.isRenewed = true;
    visit.span =
        beginSpan(trip.request, trip.span,
                  fmt::format("{} {}", http::toString(visit.request.method), visit.request.target));
    co_return true;
}

} // namespace roundtrip
