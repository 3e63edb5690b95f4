#include "core/auth/code_flow.h"

#include "core/kernel/digest.h"
#include "core/kernel/encoding.h"

#include <algorithm>
#include <utility>

namespace roundtrip::auth {

namespace {

tl::unexpected<Error> invalidGrant(std::string reason) {
    return tl::unexpected(Error{"invalid_grant", {std::move(reason)}, {}});
}

bool isUnreserved(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == '_' ||
           letter == '~';
}

} // namespace

bool isVerifier(std::string_view verifier) {
    constexpr std::size_t kShortest = 43;
    constexpr std::size_t kLongest = 128;
    return verifier.size() >= kShortest && verifier.size() <= kLongest &&
           std::ranges::all_of(verifier, isUnreserved);
}

std::string challengeOf(std::string_view verifier) {
    return base64Url(digestOf(Digest::sha256, verifier));
}

void AuthorizationCodes::issue(std::string code, AuthorizationGrant grant) {
    codes_.insert_or_assign(std::move(code), Entry{std::move(grant)});
}

tl::expected<AuthorizationGrant, Error> AuthorizationCodes::exchange(const CodeExchange& given,
                                                                     SimTime now) {
    const auto found = codes_.find(given.code);
    if (found == codes_.end()) {
        return invalidGrant("unknown-code");
    }
    Entry& entry = found->second;
    const AuthorizationGrant& grant = entry.grant;
    if (entry.isUsed) {
        return invalidGrant("used-code");
    }
    if (now - grant.issuedAt > lifetime_) {
        return invalidGrant("expired");
    }
    if (grant.client != given.client) {
        return invalidGrant("other-client");
    }
    if (grant.redirectUri != given.redirectUri) {
        return invalidGrant("other-redirect");
    }
    if (grant.challenge.empty() && !given.verifier.empty()) {
        return invalidGrant("no-challenge");
    }
    if (!grant.challenge.empty()) {
        if (given.verifier.empty()) {
            return invalidGrant("no-verifier");
        }
        if (!isVerifier(given.verifier)) {
            return tl::unexpected(Error{"invalid_request", {"code_verifier"}, {}});
        }
        if (!equalsInConstantTime(challengeOf(given.verifier), grant.challenge)) {
            return invalidGrant("wrong-verifier");
        }
    }
    entry.isUsed = true;
    return grant;
}

} // namespace roundtrip::auth
