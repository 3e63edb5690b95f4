#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace roundtrip::auth {

/// Signature algorithms of JSON Web Signatures (RFC 7518 section 3.1, RFC 8037). There is no
/// "none": a token without a signature proves nothing (RFC 8725 section 3.1).
enum class SigningAlgorithm { hs256, hs384, hs512, rs256, es256, edDsa };

/// "HS256", as a token's header says it. Names are case-sensitive.
[[nodiscard]] std::string_view nameOf(SigningAlgorithm algorithm);
[[nodiscard]] std::optional<SigningAlgorithm> findAlgorithm(std::string_view name);

/// A key that is for exactly one algorithm, so that no token can choose how it is checked
/// (RFC 8725 section 2.1: algorithm confusion).
class SigningKey {
  public:
    /// A secret that signer and checker share; of any length, though RFC 7518 section 3.2 asks for
    /// at least as many bits as the digest has.
    static SigningKey fromSecret(SigningAlgorithm algorithm, std::string secret);
    /// A new pair from a seed of 32 bytes, Ed25519: the same seed gives the same pair.
    static SigningKey fromSeed(std::string_view seed);
    /// A JSON Web Key (RFC 7517): kty "oct", "RSA", "EC" with P-256, or "OKP" with Ed25519. Without
    /// "d" it can only check. Errors: "bad-key" {reason}.
    static tl::expected<SigningKey, Error> fromJwk(const nlohmann::json& jwk);

    [[nodiscard]] SigningAlgorithm algorithm() const { return algorithm_; }
    [[nodiscard]] bool canSign() const { return canSign_; }
    /// The raw signature; for ES256 the two numbers side by side (RFC 7518 section 3.4). Empty when
    /// the key can only check.
    [[nodiscard]] std::string sign(std::string_view bytes) const;
    [[nodiscard]] bool verify(std::string_view bytes, std::string_view signature) const;
    /// What may be told to everybody, as a JSON Web Key; null for a shared secret.
    [[nodiscard]] nlohmann::json publicJwk() const;

  private:
    struct Pair; ///< a key of the cryptographic library
    SigningKey(SigningAlgorithm algorithm, bool canSign)
        : algorithm_(algorithm), canSign_(canSign) {}
    static tl::expected<SigningKey, Error> fromPair(SigningAlgorithm algorithm, bool canSign,
                                                    std::shared_ptr<const Pair> pair);

    SigningAlgorithm algorithm_;
    bool canSign_;
    std::string secret_;
    std::shared_ptr<const Pair> pair_;
};

} // namespace roundtrip::auth
