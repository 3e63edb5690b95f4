#pragma once

#include "core/auth/signing_key.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::auth {

/// What a token says once it has been checked.
struct TokenContent {
    nlohmann::json header;
    nlohmann::json claims;

    /// A claim that is text; empty when it is absent or something else.
    [[nodiscard]] std::string text(const char* claim) const;
};

/// What a checker asks of a token beside a good signature. Times are whole seconds on the checker's
/// own clock ("NumericDate", RFC 7519 section 2).
struct TokenRules {
    std::int64_t now = 0;
    std::int64_t leeway = 0;            ///< for clocks that differ; never negative
    bool mustExpire = false;            ///< a token without "exp" is refused
    std::string issuer;                 ///< empty: any
    std::string audience;               ///< empty: any, as long as the token names none
    std::set<std::string> revoked = {}; ///< of "jti"
    /// Accepts what the token's own header asks for, even alg "none". Never right; a lesson shows
    /// what comes of it.
    bool believesHeader = false;
};

/// Header, claims and signature in compact form (RFC 7515 section 7.1). "alg" and "typ" are set.
[[nodiscard]] std::string signToken(const nlohmann::json& claims, const SigningKey& key);
/// A token that nobody signed, as an attacker forges it (RFC 7519 section 6).
[[nodiscard]] std::string unsignedToken(const nlohmann::json& claims);

/// Reads header and claims without checking anything: everybody can. Error: "token-malformed"
/// {part} with part one of parts, header, claims, signature.
tl::expected<TokenContent, Error> readToken(std::string_view compact);

/// Checks a token; the key decides how, never the token. Errors, in this order: "token-malformed"
/// {part}, "token-algorithm" {what it says, what is asked}, "token-critical" {extension} for a
/// "crit" that nobody here understands (RFC 7515 section 4.1.11), "token-signature", "token-claim"
/// {claim} for one of the wrong type, "token-expired" {seconds ago}, "token-no-expiry",
/// "token-not-yet" {seconds}, "token-issuer" {issuer}, "token-audience" {audience},
/// "token-revoked" {id}.
tl::expected<TokenContent, Error> verifyToken(std::string_view compact, const SigningKey& key,
                                              const TokenRules& rules);

} // namespace roundtrip::auth
