#pragma once

#include "core/auth/signing_key.h"

#include <string>
#include <string_view>

namespace roundtrip::auth {

/// What a device sends back when it was asked to prove who it is: it signs the challenge together
/// with the site's address, so that a look-alike site gets nothing of use. A small model of
/// WebAuthn (W3C, section 7.2): no attestation, no counter.
struct PasskeyAssertion {
    std::string clientData; ///< JSON with type, challenge (base64url) and origin
    std::string signature;
};

/// A fingerprint or a face only unlocks the key; it never leaves the device.
[[nodiscard]] PasskeyAssertion answerChallenge(const SigningKey& device, std::string_view challenge,
                                               std::string_view origin);

/// Errors: "passkey-malformed", "passkey-challenge" (another one, or an old answer),
/// "passkey-origin" {origin}, "passkey-signature".
tl::expected<void, Error> checkAssertion(const PasskeyAssertion& assertion, const SigningKey& known,
                                         std::string_view challenge, std::string_view origin);

} // namespace roundtrip::auth
