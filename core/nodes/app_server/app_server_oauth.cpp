#include "core/auth/code_flow.h"
#include "core/http/uri_component.h"
#include "core/kernel/encoding.h"
#include "core/kernel/json_object.h"
#include "core/nodes/app_server/program.h"
#include "core/nodes/wall_clock.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr const char* kOauthCookie = "oauth";
constexpr SimTime kPatience = SimTime::seconds(600); // for the person to agree at the provider
constexpr std::size_t kVerifierBytes = 32;           // 43 letters, RFC 7636 section 4.1
constexpr std::size_t kStateBytes = 16;

std::string fieldOf(const nlohmann::json& values, const char* name) {
    return memberText(values, name);
}

std::string formText(const std::vector<std::pair<const char*, std::string>>& fields) {
    std::string form;
    for (const auto& [name, value] : fields) {
        form += fmt::format("{}{}={}", form.empty() ? "" : "&", name, http::quoted(value, ""));
    }
    return form;
}

/// The first key of a JSON Web Key Set (RFC 7517 section 5).
tl::expected<auth::SigningKey, Error> firstKeyOf(const http::Response& answer) {
    const auto body = nlohmann::json::parse(answer.body, nullptr, false);
    const nlohmann::json keys = memberOf(body, "keys");
    if (answer.status != 200 || !keys.is_array() || keys.empty()) {
        return tl::unexpected(Error{"no-key", {}, ""});
    }
    return auth::SigningKey::fromJwk(keys.front());
}

} // namespace

/// Sends the browser away with a state, so that nobody else can send it back, and, unless its
/// writer left PKCE out, the challenge of a secret that only this server knows.
void AppServer::oauthStart(const HandlerBlock& block, Handling& handling) {
    const std::string id = base64Url(secretBytes(kStateBytes));
    const std::string state = base64Url(secretBytes(kStateBytes));
    const std::string verifier =
        block.provesItself ? base64Url(secretBytes(kVerifierBytes)) : std::string();
    pending_[id] = {state, verifier, now()};
    std::vector<std::pair<const char*, std::string>> fields{{"response_type", "code"},
                                                            {"client_id", block.clientId},
                                                            {"redirect_uri", block.redirectUri},
                                                            {"scope", block.scope},
                                                            {"state", state}};
    if (block.provesItself) {
        fields.emplace_back("code_challenge", auth::challengeOf(verifier));
        fields.emplace_back("code_challenge_method", "S256");
    }
    handling.isAnswered = true;
    handling.response.status = 302;
    handling.response.headers.set("Location",
                                  fmt::format("//{}/authorize?{}", block.to, formText(fields)));
    handling.response.headers.add(
        "Set-Cookie",
        http::toText({.name = kOauthCookie,
                      .value = id,
                      .maxAgeSeconds = static_cast<std::int64_t>(kPatience.toSeconds()),
                      .isHttpOnly = true,
                      .isSecure = handling.message.isSealed}));
    pass(handling, "oauth", "started\n" + block.to);
}

Task<> AppServer::oauthFinish(const HandlerBlock& block, Handling& handling) {
    const std::optional<PendingSignIn> pending = takePending(block, handling);
    if (!pending) {
        co_return;
    }
    if (!port("services").isConnectedTo(context().nodeOf(block.to))) {
        fail(handling, 500, "no-service\n" + block.to);
        co_return;
    }
    if (handling.program.layer(Middleware::Kind::session) == nullptr) {
        fail(handling, 500, "no-session-layer");
        co_return;
    }
    Task<std::string> exchange = idTokenFor(block, *pending, handling);
    const std::string idToken = co_await exchange;
    if (handling.isAnswered) {
        co_return;
    }
    Task<http::Response> asked = askProvider(block.to, {.target = "/jwks.json"}, handling);
    const http::Response keys = co_await asked;
    const auto key = firstKeyOf(keys);
    const auto content = key ? auth::verifyToken(idToken, *key,
                                                 {.now = wallSeconds(now(), values()),
                                                  .mustExpire = true,
                                                  .issuer = "https://" + block.to,
                                                  .audience = block.clientId})
                             : tl::expected<auth::TokenContent, Error>(tl::unexpected(key.error()));
    if (!content) {
        const Error& error = content.error();
        refuse(handling, "oauth",
               fmt::format("id-token\n{}\n{}", error.code, fmt::join(error.args, "\n")), 403);
        co_return;
    }
    const std::string user = content->text("sub");
    openSession(handling, {user, "user"});
    handling.response.headers.add(
        "Set-Cookie", http::toText({.name = kOauthCookie, .value = "", .maxAgeSeconds = 0}));
    handling.result = nlohmann::json{{"signed_in", user}, {"role", "user"}}.dump();
    pass(handling, "oauth", fmt::format("signed-in\n{}\n{}", user, block.to));
}

/// What this browser's sign-in began with; refuses, and has nothing, when it is not this browser's.
std::optional<AppServer::PendingSignIn> AppServer::takePending(const HandlerBlock& block,
                                                               Handling& handling) {
    const auto found = pending_.find(http::cookieOf(handling.request, kOauthCookie));
    const std::string state = fieldOf(handling.values, "state");
    const bool isKnown = found != pending_.end() && now() - found->second.startedAt <= kPatience;
    if (!isKnown || !equalsInConstantTime(state, found->second.state)) {
        refuse(handling, "oauth",
               state.empty() ? "state\nmissing"
               : isKnown     ? "state\nother"
                             : "state\nno-sign-in",
               403);
        return std::nullopt;
    }
    PendingSignIn pending = std::move(found->second);
    pending_.erase(found);
    const std::string issuer = fieldOf(handling.values, "iss"); // RFC 9207
    if (!issuer.empty() && issuer != "https://" + block.to) {
        refuse(handling, "oauth", "other-issuer\n" + issuer, 403);
        return std::nullopt;
    }
    if (const std::string error = fieldOf(handling.values, "error"); !error.empty()) {
        refuse(handling, "oauth", "provider-said\n" + error, 403);
        return std::nullopt;
    }
    return pending;
}

/// Exchanges the code over the way between the two servers, which the browser never sees.
Task<std::string> AppServer::idTokenFor(const HandlerBlock& block, const PendingSignIn& pending,
                                        Handling& handling) {
    http::Request request{.method = http::Method::post, .target = "/token"};
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    std::vector<std::pair<const char*, std::string>> fields{
        {"grant_type", "authorization_code"},
        {"code", fieldOf(handling.values, "code")},
        {"redirect_uri", block.redirectUri},
        {"client_id", block.clientId}};
    if (!pending.verifier.empty()) {
        fields.emplace_back("code_verifier", pending.verifier);
    }
    request.body = formText(fields);
    Task<http::Response> asked = askProvider(block.to, std::move(request), handling);
    const http::Response answer = co_await asked;
    const auto body = nlohmann::json::parse(answer.body, nullptr, false);
    if (answer.status != 200) {
        refuse(handling, "oauth",
               fmt::format("exchange-failed\n{}\n{}", answer.status, memberText(body, "error")),
               403);
    }
    co_return memberText(body, "id_token");
}

Task<http::Response> AppServer::askProvider(const std::string& provider, http::Request request,
                                            Handling& handling) {
    request.headers.set("Host", provider);
    request.headers.set("Accept", "application/json");
    Task<Message> call =
        port("services").callTo(context().nodeOf(provider), ask(handling, std::move(request)));
    Message answer = co_await call;
    co_return std::move(std::get<HttpResponseMessage>(answer.payload).response);
}

} // namespace roundtrip
