#pragma once

#include "core/auth/code_flow.h"
#include "core/auth/signing_key.h"
#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace roundtrip {

/// "Sign in with ...": an OpenID Connect provider with the authorization code flow and PKCE
/// (RFC 6749, 7636, 9700), and passkeys. Whoever visits is the parameter's user, already signed in
/// here. Clients are public: PKCE takes the place of a client secret.
class IdentityProvider : public Node {
  public:
    IdentityProvider(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showAccounts(); }

  protected:
    void parametersChanged() override;

  private:
    using Fields = std::map<std::string, std::string>;
    /// One request while it is worked on.
    struct Visit {
        const Message& message;
        const http::Request& request;
        SpanId span;
        http::Response response;
    };
    /// A refresh token; all that come from one sign-in are a family.
    struct Refresh {
        std::string client;
        std::string user;
        std::string scope;
        std::string family; ///< the code that began it
    };

    Process serve(Message message);
    void route(Visit& visit);

    // RFC 6749 section 4.1.1: identity_provider_authorize.cpp
    void authorize(Visit& visit);
    [[nodiscard]] std::string problemOf(const Fields& asked) const;
    void redirect(Visit& visit, const Fields& asked, Fields answer);

    // RFC 6749 sections 4.1.3 and 6: identity_provider_tokens.cpp
    void token(Visit& visit);
    void redeemCode(Visit& visit, const Fields& form);
    void renew(Visit& visit, const Fields& form);
    void issueTokens(Visit& visit, const Refresh& grant);
    void refuseToken(Visit& visit, const std::string& error, const std::string& reason);
    void showConfiguration(Visit& visit);
    void showKeys(Visit& visit);

    // identity_provider_passkeys.cpp
    void registerDevice(Visit& visit);
    void challenge(Visit& visit);
    void verify(Visit& visit);
    void showAccounts() const;

    void answer(Visit& visit, int status, const nlohmann::ordered_json& body);
    void pass(const Visit& visit, std::string_view check, const std::string& reason);
    void note(const Visit& visit, std::string_view check, const std::string& reason, int status);
    [[nodiscard]] std::string issuer() const { return "https://" + key(); }
    [[nodiscard]] std::string secretText(std::size_t size);

    RandomStream secrets_;
    auth::SigningKey signingKey_;
    auth::AuthorizationCodes codes_;
    std::map<std::string, Refresh> refreshes_;
    std::map<std::string, std::string> used_; ///< spent refresh tokens and their families
    std::optional<auth::SigningKey> device_;  ///< the user's passkey, its public half
    std::set<std::string> challenges_;        ///< each is good once
};

[[nodiscard]] NodeKind identityProviderKind();

} // namespace roundtrip
