#include "core/auth/json_web_token.h"
#include "core/http/form.h"
#include "core/nodes/identity_provider/identity_provider.h"
#include "core/nodes/wall_clock.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

std::string fieldIn(const std::map<std::string, std::string>& form, const char* name) {
    const auto found = form.find(name);
    return found == form.end() ? std::string() : found->second;
}

} // namespace

void IdentityProvider::token(Visit& visit) {
    Fields form;
    for (auto& [name, value] : http::readForm(visit.request.body)) {
        form.emplace(name, std::move(value));
    }
    visit.response.headers.set("Cache-Control", "no-store"); // RFC 6749 section 5.1
    const std::string grant = fieldIn(form, "grant_type");
    if (grant == "authorization_code") {
        redeemCode(visit, form);
    } else if (grant == "refresh_token") {
        renew(visit, form);
    } else {
        refuseToken(visit, "unsupported_grant_type", grant);
    }
}

void IdentityProvider::redeemCode(Visit& visit, const Fields& form) {
    const std::string code = fieldIn(form, "code");
    const auto grant = codes_.exchange({.code = code,
                                        .client = fieldIn(form, "client_id"),
                                        .redirectUri = fieldIn(form, "redirect_uri"),
                                        .verifier = fieldIn(form, "code_verifier")},
                                       now());
    if (!grant) {
        const Error& error = grant.error();
        if (error.args.front() == "used-code") { // somebody else has it too: RFC 6749 section 4.1.2
            std::erase_if(refreshes_,
                          [&code](const auto& each) { return each.second.family == code; });
        }
        refuseToken(visit, error.code, error.args.front());
        return;
    }
    pass(visit, "oauth", fmt::format("code-redeemed\n{}\n{}", grant->user, grant->client));
    issueTokens(visit, {grant->client, grant->user, grant->scope, code});
}

/// Each refresh token is good once (RFC 9700 section 4.14.2). When a spent one comes back it was
/// stolen, before or after, and its whole family ends.
void IdentityProvider::renew(Visit& visit, const Fields& form) {
    const std::string given = fieldIn(form, "refresh_token");
    const auto found = refreshes_.find(given);
    if (const auto spent = used_.find(given); spent != used_.end()) {
        std::erase_if(refreshes_,
                      [&spent](const auto& each) { return each.second.family == spent->second; });
        refuseToken(visit, "invalid_grant", "refresh-reused");
        return;
    }
    if (found == refreshes_.end() || found->second.client != fieldIn(form, "client_id")) {
        refuseToken(visit, "invalid_grant",
                    found == refreshes_.end() ? "unknown-refresh" : "other-client");
        return;
    }
    const Refresh grant = found->second;
    used_.emplace(given, grant.family);
    refreshes_.erase(found);
    pass(visit, "oauth", fmt::format("renewed\n{}\n{}", grant.user, grant.client));
    issueTokens(visit, grant);
}

void IdentityProvider::issueTokens(Visit& visit, const Refresh& grant) {
    const std::int64_t seconds = wallSeconds(now(), values());
    const auto lifetime =
        static_cast<std::int64_t>(values().duration("token_lifetime").toSeconds());
    const nlohmann::json claims{{"iss", issuer()},     {"sub", grant.user},
                                {"aud", grant.client}, {"iat", seconds},
                                {"nbf", seconds},      {"exp", seconds + lifetime}};
    nlohmann::json access = claims;
    access["scope"] = grant.scope;
    const std::string refresh = secretText(16);
    refreshes_.emplace(refresh, grant);
    answer(visit, 200,
           {{"access_token", auth::signToken(access, signingKey_)},
            {"token_type", "Bearer"},
            {"expires_in", lifetime},
            {"refresh_token", refresh},
            {"id_token", auth::signToken(claims, signingKey_)}});
}

/// RFC 6749 section 5.2.
void IdentityProvider::refuseToken(Visit& visit, const std::string& error,
                                   const std::string& reason) {
    note(visit, "oauth", fmt::format("{}\n{}", error, reason), 400);
    answer(visit, 400, {{"error", error}, {"error_description", reason}});
}

/// OpenID Connect Discovery 1.0, section 3.
void IdentityProvider::showConfiguration(Visit& visit) {
    answer(visit, 200,
           {{"issuer", issuer()},
            {"authorization_endpoint", issuer() + "/authorize"},
            {"token_endpoint", issuer() + "/token"},
            {"jwks_uri", issuer() + "/jwks.json"},
            {"response_types_supported", {"code"}},
            {"grant_types_supported", {"authorization_code", "refresh_token"}},
            {"code_challenge_methods_supported", {"S256"}},
            {"token_endpoint_auth_methods_supported", {"none"}},
            {"subject_types_supported", {"public"}},
            {"id_token_signing_alg_values_supported", {"EdDSA"}},
            {"authorization_response_iss_parameter_supported", true}});
}

void IdentityProvider::showKeys(Visit& visit) {
    nlohmann::ordered_json jwk = signingKey_.publicJwk();
    jwk["use"] = "sig";
    answer(visit, 200, {{"keys", nlohmann::ordered_json::array({jwk})}});
}

} // namespace roundtrip
