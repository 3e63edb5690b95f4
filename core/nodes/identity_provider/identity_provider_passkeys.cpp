#include "core/auth/passkey.h"
#include "core/http/cookie.h"
#include "core/kernel/encoding.h"
#include "core/kernel/json_object.h"
#include "core/nodes/identity_provider/identity_provider.h"

#include <fmt/format.h>

namespace roundtrip {

namespace {

constexpr std::size_t kAccountsGauge = 0;

} // namespace

/// The first device that comes is the user's; a real provider takes one up only from somebody who
/// is already signed in.
void IdentityProvider::registerDevice(Visit& visit) {
    const auto body = nlohmann::json::parse(visit.request.body, nullptr, false);
    const nlohmann::json jwk = memberOf(body, "key");
    auto key = auth::SigningKey::fromJwk(jwk);
    if (!key || key->algorithm() != auth::SigningAlgorithm::edDsa) {
        note(visit, "passkey", "bad-key", 422);
        answer(visit, 422, {{"error", "bad-key"}});
        return;
    }
    if (device_) {
        const bool isSame = device_->publicJwk() == key->publicJwk();
        if (!isSame) {
            note(visit, "passkey", "other-device\n" + values().text("user"), 409);
        }
        answer(visit, isSame ? 200 : 409, {{"user", values().text("user")}});
        return;
    }
    device_ = std::move(*key);
    showAccounts();
    pass(visit, "passkey", "registered\n" + values().text("user"));
    answer(visit, 201, {{"user", values().text("user")}});
}

void IdentityProvider::challenge(Visit& visit) {
    const std::string bytes = secretText(24);
    challenges_.insert(bytes);
    answer(visit, 200, {{"challenge", bytes}});
}

void IdentityProvider::verify(Visit& visit) {
    const auto body = nlohmann::json::parse(visit.request.body, nullptr, false);
    const std::string& user = values().text("user");
    const std::string given = memberText(body, "challenge");
    const auto refuse = [&](const std::string& reason) {
        note(visit, "passkey", reason, 401);
        answer(visit, 401, {{"error", reason.substr(0, reason.find('\n'))}});
    };
    if (!device_) {
        refuse("no-device\n" + user);
        return;
    }
    if (challenges_.erase(given) == 0) {
        refuse("passkey-challenge");
        return;
    }
    const auth::PasskeyAssertion assertion{
        memberText(body, "client_data"), fromBase64Url(memberText(body, "signature")).value_or("")};
    if (const auto good = auth::checkAssertion(assertion, *device_, given, issuer()); !good) {
        const Error& error = good.error();
        refuse(error.args.empty() ? error.code : error.code + "\n" + error.args.front());
        return;
    }
    pass(visit, "passkey", "good\n" + user);
    visit.response.headers.add("Set-Cookie", http::toText({.name = "session",
                                                           .value = secretText(16),
                                                           .isHttpOnly = true,
                                                           .isSecure = visit.message.isSealed}));
    answer(visit, 200, {{"signed_in", user}});
}

void IdentityProvider::showAccounts() const {
    setGauge(kAccountsGauge, device_ ? 1 : 0);
}

} // namespace roundtrip
