#include "core/auth/passkey.h"

#include "core/kernel/digest.h"
#include "core/kernel/encoding.h"

namespace roundtrip::auth {

namespace {

tl::unexpected<Error> refused(std::string code, std::vector<std::string> args = {}) {
    return tl::unexpected(Error{std::move(code), std::move(args), {}});
}

} // namespace

PasskeyAssertion answerChallenge(const SigningKey& device, std::string_view challenge,
                                 std::string_view origin) {
    const nlohmann::ordered_json data{
        {"type", "webauthn.get"}, {"challenge", base64Url(challenge)}, {"origin", origin}};
    PasskeyAssertion assertion{data.dump(), {}};
    assertion.signature = device.sign(digestOf(Digest::sha256, assertion.clientData));
    return assertion;
}

tl::expected<void, Error> checkAssertion(const PasskeyAssertion& assertion, const SigningKey& known,
                                         std::string_view challenge, std::string_view origin) {
    const auto data = nlohmann::json::parse(assertion.clientData, nullptr, false);
    const auto text = [&data](const char* member) {
        const auto found = data.find(member);
        return found != data.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string();
    };
    if (!data.is_object() || text("type") != "webauthn.get") {
        return refused("passkey-malformed");
    }
    if (text("challenge") != base64Url(challenge)) {
        return refused("passkey-challenge");
    }
    if (text("origin") != origin) {
        return refused("passkey-origin", {text("origin")});
    }
    if (!known.verify(digestOf(Digest::sha256, assertion.clientData), assertion.signature)) {
        return refused("passkey-signature");
    }
    return {};
}

} // namespace roundtrip::auth
