#pragma once

#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <unordered_map>

namespace roundtrip::auth {

/// Proof Key for Code Exchange (RFC 7636): who redeems a code shows that they also asked for it.
/// A verifier has 43 to 128 letters, digits, "-", ".", "_", "~" (section 4.1).
[[nodiscard]] bool isVerifier(std::string_view verifier);
/// The method S256 (section 4.2).
[[nodiscard]] std::string challengeOf(std::string_view verifier);

/// What a client asked for when a person allowed it in.
struct AuthorizationGrant {
    std::string client;
    std::string redirectUri;
    std::string challenge; ///< S256; empty: the client used no PKCE
    std::string user;
    std::string scope;
    SimTime issuedAt;
};

/// What it shows to get tokens for the code.
struct CodeExchange {
    std::string code;
    std::string client;
    std::string redirectUri;
    std::string verifier;
};

/// Authorization codes of an identity provider (RFC 6749 section 4.1, RFC 9700 section 2.1): each
/// is good once and for a short time.
class AuthorizationCodes {
  public:
    explicit AuthorizationCodes(SimTime lifetime = SimTime::seconds(60)) : lifetime_(lifetime) {}

    void issue(std::string code, AuthorizationGrant grant);
    /// Errors, as section 5.2 names them: "invalid_request" {what is wrong} for a malformed
    /// verifier, "invalid_grant" {reason} with unknown-code, used-code, expired, other-client,
    /// other-redirect, no-verifier, wrong-verifier, no-challenge (a verifier that nobody asked for:
    /// RFC 9700 section 2.1.1). A code that is used twice is dead, and so are its tokens.
    tl::expected<AuthorizationGrant, Error> exchange(const CodeExchange& given, SimTime now);

  private:
    struct Entry {
        AuthorizationGrant grant;
        bool isUsed = false;
    };
    SimTime lifetime_;
    std::unordered_map<std::string, Entry> codes_;
};

} // namespace roundtrip::auth
