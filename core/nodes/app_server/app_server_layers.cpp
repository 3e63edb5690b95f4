#include "core/http/form.h"
#include "core/kernel/encoding.h"
#include "core/kernel/quantity.h"
#include "core/kernel/text.h"
#include "core/nodes/app_server/open_api.h"
#include "core/nodes/app_server/program.h"
#include "core/nodes/wall_clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::string_view kSessionCookie = "session";
constexpr std::string_view kCsrfCookie = "csrftoken";
constexpr std::string_view kCsrfHeader = "X-CSRFToken";

/// Whom a limit counts: the person when known, else the address; each link stands for one, out of
/// the network for examples (RFC 5737).
std::string clientOf(const Handling& handling) {
    return handling.principal.isKnown()
               ? "user " + handling.principal.user
               : fmt::format("192.0.2.{}", indexOf(handling.message.via) + 1);
}

std::string typeOf(std::string_view file) {
    const auto dot = file.rfind('.');
    const std::string_view ending = dot == std::string_view::npos ? "" : file.substr(dot + 1);
    return ending == "css"    ? "text/css"
           : ending == "js"   ? "text/javascript"
           : ending == "html" ? "text/html; charset=utf-8"
           : ending == "svg"  ? "image/svg+xml"
           : ending == "json" ? "application/json"
                              : "text/plain; charset=utf-8";
}

/// "not-yours: ada, grace" for a reason and what it speaks of, which stand on lines of their own.
std::string inOneLine(std::string_view reason) {
    std::string line(cutPart(reason, '\n'));
    for (const char* before = ": "; !reason.empty(); before = ", ") {
        line += before;
        line += cutPart(reason, '\n');
    }
    return line;
}

} // namespace

void AppServer::before(const Program& program, Handling& handling) {
    for (const Middleware& layer : program.layers) {
        if (handling.isAnswered) {
            return;
        }
        passLayer(layer, handling);
    }
}

void AppServer::passLayer(const Middleware& layer, Handling& handling) {
    switch (layer.kind) {
    case Middleware::Kind::httpsOnly:
        redirectToHttps(handling);
        break;
    case Middleware::Kind::staticFiles:
        serveFile(layer, handling);
        break;
    case Middleware::Kind::rateLimit:
        limitRate(layer, handling);
        break;
    case Middleware::Kind::openApi:
        showMenu(layer, handling);
        break;
    case Middleware::Kind::bodyParser:
        parseBody(layer, handling);
        break;
    case Middleware::Kind::session:
        findSession(handling);
        break;
    case Middleware::Kind::token:
        checkToken(layer, handling);
        break;
    case Middleware::Kind::csrf:
        checkCsrf(handling);
        break;
    case Middleware::Kind::securityHeaders: // both work on the way out
    case Middleware::Kind::errorPages:
        break;
    }
}

void AppServer::redirectToHttps(Handling& handling) {
    if (handling.message.isSealed) {
        return;
    }
    refuse(handling, "https", "open", 301);
    const std::string host(handling.request.headers.find("Host").value_or("localhost"));
    handling.response.headers.set("Location", "https://" + host + handling.request.target);
}

void AppServer::serveFile(const Middleware& layer, Handling& handling) {
    const std::string_view path = http::pathOf(handling.request.target);
    if (!path.starts_with(layer.prefix) || !http::isSafe(handling.request.method)) {
        return;
    }
    const std::string name(path.substr(layer.prefix.size()));
    const auto found = layer.files.find(name);
    if (found == layer.files.end()) {
        fail(handling, 404, "no-file\n" + name);
        return;
    }
    pass(handling, "static", "file\n" + name);
    handling.isAnswered = true;
    handling.response.status = 200;
    handling.response.headers.set("Content-Type", typeOf(name));
    handling.response.body = found->second;
}

void AppServer::showMenu(const Middleware& layer, Handling& handling) {
    if (http::pathOf(handling.request.target) == layer.prefix &&
        http::isSafe(handling.request.method)) {
        pass(handling, "menu", "shown");
        handling.isAnswered = true;
        handling.response.status = 200;
        handling.response.headers.set("Content-Type", "application/openapi+json");
        handling.response.body =
            openApiOf(name(), handling.program.routes, handling.program.schema.get()).dump();
    }
}

void AppServer::limitRate(const Middleware& layer, Handling& handling) {
    const std::string client = layer.perUser ? clientOf(handling) : std::string("everybody");
    const auth::RateDecision decision =
        layer.window > SimTime()
            ? windows_.try_emplace(client, layer.limit, layer.window).first->second.take(now())
            : buckets_.try_emplace(client, layer.burst, layer.perSecond).first->second.take(now());
    if (decision.isAllowed) {
        handling.response.headers.set("RateLimit-Remaining", fmt::format("{}", decision.left));
        return;
    }
    const std::int64_t seconds = wholeSeconds(decision.retryAfter);
    refuse(handling, "rate-limit", fmt::format("too-many\n{}\n{}", client, seconds), 429);
    handling.response.headers.set("Retry-After", fmt::format("{}", seconds));
}

void AppServer::parseBody(const Middleware& layer, Handling& handling) {
    const std::string& body = handling.request.body;
    if (body.empty()) {
        return;
    }
    if (body.size() > static_cast<std::size_t>(layer.limit)) {
        refuse(handling, "body", fmt::format("too-large\n{}\n{}", body.size(), layer.limit), 413);
        return;
    }
    std::string type(handling.request.headers.find("Content-Type").value_or(""));
    type.resize(std::min(type.size(), type.find(';')));
    if (type == "application/json") {
        nlohmann::json parsed = nlohmann::json::parse(body, nullptr, false);
        if (parsed.is_discarded()) {
            refuse(handling, "body", "bad-json", 400);
        } else if (parsed.is_object()) {
            handling.values.update(parsed);
        }
    } else if (type == "application/x-www-form-urlencoded") {
        for (const auto& [name, value] : http::readForm(body)) {
            handling.values[name] = value;
        }
    } else {
        refuse(handling, "body", "type\n" + type, 415);
    }
}

void AppServer::findSession(Handling& handling) {
    const std::string id = http::cookieOf(handling.request, kSessionCookie);
    if (id.empty()) {
        return;
    }
    const auto [session, failure] = sessions_.use(id, now());
    if (session == nullptr) {
        pass(handling, "session", failure == auth::SessionFailure::unknown ? "unknown" : "expired");
        return;
    }
    handling.sessionId = id;
    handling.principal = {session->user, session->role};
    pass(handling, "session", fmt::format("found\n{}", session->user));
}

void AppServer::checkToken(const Middleware& layer, Handling& handling) {
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view given = handling.request.headers.find("Authorization").value_or("");
    if (!given.starts_with(kScheme)) {
        return;
    }
    const auto key = auth::SigningKey::fromSecret(auth::SigningAlgorithm::hs256, layer.secret);
    const auto content =
        auth::verifyToken(given.substr(kScheme.size()), key,
                          {.now = wallSeconds(now(), values()),
                           .leeway = static_cast<std::int64_t>(layer.leeway.toSeconds()),
                           .mustExpire = !layer.acceptsNone,
                           .revoked = revoked_,
                           .believesHeader = layer.acceptsNone});
    if (!content) {
        const Error& error = content.error();
        refuse(handling, "token", fmt::format("{}\n{}", error.code, fmt::join(error.args, "\n")),
               401);
        handling.response.headers.set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        return;
    }
    handling.principal = {content->text("sub"), content->text("role")};
    handling.tokenId = content->text("jti");
    pass(handling, "token", fmt::format("good\n{}", handling.principal.user));
}

/// Django's way: the page's own script or form can read the cookie and repeats it; another site's
/// page makes the browser send the cookie but cannot read it.
void AppServer::checkCsrf(Handling& handling) {
    const std::string cookie = http::cookieOf(handling.request, kCsrfCookie);
    if (http::isSafe(handling.request.method)) {
        if (cookie.empty()) {
            handling.response.headers.add("Set-Cookie",
                                          http::toText({.name = std::string(kCsrfCookie),
                                                        .value = base64Url(secretBytes(16)),
                                                        .isSecure = handling.message.isSealed}));
        }
        return;
    }
    std::string shown(handling.request.headers.find(kCsrfHeader).value_or(""));
    if (const auto field = handling.values.find("csrf_token");
        shown.empty() && field != handling.values.end() && field->is_string()) {
        shown = *field;
    }
    if (cookie.empty() || shown.empty()) {
        refuse(handling, "csrf", cookie.empty() ? "no-cookie" : "no-token", 403);
    } else if (!equalsInConstantTime(cookie, shown)) {
        refuse(handling, "csrf", "other-token", 403);
    } else {
        pass(handling, "csrf", "good");
    }
}

void AppServer::after(const Program& program, Handling& handling) {
    for (const Middleware& layer : program.layers | std::views::reverse) {
        switch (layer.kind) {
        case Middleware::Kind::session:
            writeSessionCookie(layer, handling);
            break;
        case Middleware::Kind::securityHeaders:
            handling.response.headers.set("X-Content-Type-Options", "nosniff");
            handling.response.headers.set("X-Frame-Options", "DENY");
            handling.response.headers.set("Referrer-Policy", "same-origin");
            break;
        case Middleware::Kind::errorPages:
            writeErrorPage(layer, handling);
            break;
        default:
            break;
        }
    }
}

void AppServer::writeSessionCookie(const Middleware& layer, Handling& handling) {
    if (!handling.setsCookie && !handling.dropsCookie) {
        return;
    }
    handling.response.headers.add(
        "Set-Cookie",
        http::toText({.name = std::string(kSessionCookie),
                      .value = handling.dropsCookie ? "" : handling.sessionId,
                      .maxAgeSeconds = handling.dropsCookie ? 0 : wholeSeconds(layer.lifetime),
                      .isHttpOnly = layer.isHttpOnly,
                      .isSecure = layer.isSecure,
                      .sameSite = layer.sameSite}));
}

void AppServer::writeErrorPage(const Middleware& layer, Handling& handling) {
    http::Response& response = handling.response;
    if (response.status < 400 || !response.body.empty()) {
        return;
    }
    const std::string_view title = http::reasonPhrase(response.status);
    const std::string detail = layer.showsDetails ? inOneLine(handling.failure) : std::string();
    const std::string_view accepted = handling.request.headers.find("Accept").value_or("");
    if (accepted.find("text/html") != std::string_view::npos) {
        response.headers.set("Content-Type", "text/html; charset=utf-8");
        response.body = fmt::format("<h1>{} {}</h1>{}", response.status, title,
                                    detail.empty() ? "" : "<pre>" + detail + "</pre>");
        return;
    }
    nlohmann::json problem{{"status", response.status}, {"title", title}};
    if (!detail.empty()) {
        problem["detail"] = detail;
    }
    response.headers.set("Content-Type", "application/problem+json"); // RFC 9457
    response.body = problem.dump();
}

} // namespace roundtrip
