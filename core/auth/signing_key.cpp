#include "core/auth/signing_key.h"

#include "core/kernel/digest.h"
#include "core/kernel/encoding.h"

#include <algorithm>
#include <array>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <utility>

namespace roundtrip::auth {

namespace {

constexpr std::array<std::pair<std::string_view, SigningAlgorithm>, 6> kNames{{
    {"HS256", SigningAlgorithm::hs256},
    {"HS384", SigningAlgorithm::hs384},
    {"HS512", SigningAlgorithm::hs512},
    {"RS256", SigningAlgorithm::rs256},
    {"ES256", SigningAlgorithm::es256},
    {"EdDSA", SigningAlgorithm::edDsa},
}};
constexpr int kCoordinateSize = 32; // bytes of a number of P-256
constexpr int kLeastRsaBits = 2048; // RFC 7518 section 3.3

template <auto Free>
struct Deleter {
    template <class Object>
    void operator()(Object* object) const {
        Free(object);
    }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Deleter<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Deleter<OSSL_PARAM_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, Deleter<ECDSA_SIG_free>>;

tl::unexpected<Error> badKey(std::string reason) {
    return tl::unexpected(Error{"bad-key", {std::move(reason)}, {}});
}

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Number numberOf(std::string_view bytes) {
    return Number(BN_bin2bn(bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
}

/// A member of a JSON Web Key; none when it is absent or not base64url.
std::optional<std::string> bytesOf(const nlohmann::json& jwk, const char* member) {
    const auto found = jwk.find(member);
    if (found == jwk.end() || !found->is_string()) {
        return std::nullopt;
    }
    return fromBase64Url(found->get_ref<const std::string&>());
}

std::optional<Digest> digestOf(SigningAlgorithm algorithm) {
    switch (algorithm) {
    case SigningAlgorithm::hs256:
        return Digest::sha256;
    case SigningAlgorithm::hs384:
        return Digest::sha384;
    case SigningAlgorithm::hs512:
        return Digest::sha512;
    default:
        return std::nullopt;
    }
}

KeyPointer built(const char* type, OSSL_PARAM_BLD* builder, bool hasPrivate) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || EVP_PKEY_fromdata_init(context.get()) <= 0 ||
        EVP_PKEY_fromdata(context.get(), &key, hasPrivate ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
                          parameters.get()) <= 0) {
        return nullptr;
    }
    KeyPointer result(key);
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return EVP_PKEY_public_check(check.get()) == 1 ? std::move(result) : nullptr;
}

KeyPointer rsaKey(const nlohmann::json& jwk) {
    const auto modulus = bytesOf(jwk, "n");
    const auto exponent = bytesOf(jwk, "e");
    const auto secret = bytesOf(jwk, "d");
    if (!modulus || !exponent) {
        return nullptr;
    }
    const Number n = numberOf(*modulus);
    const Number e = numberOf(*exponent);
    const Number d = secret ? numberOf(*secret) : nullptr;
    if (BN_num_bits(n.get()) < kLeastRsaBits) {
        return nullptr;
    }
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    if (d) {
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_D, d.get());
    }
    return built("RSA", builder.get(), d != nullptr);
}

KeyPointer ellipticKey(const nlohmann::json& jwk) {
    const auto x = bytesOf(jwk, "x");
    const auto y = bytesOf(jwk, "y");
    const auto secret = bytesOf(jwk, "d");
    if (jwk.value("crv", "") != "P-256" || !x || !y || x->size() != kCoordinateSize ||
        y->size() != kCoordinateSize) {
        return nullptr;
    }
    const std::string point = '\x04' + *x + *y; // uncompressed
    const Number d = secret ? numberOf(*secret) : nullptr;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                     point.size());
    if (d) {
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, d.get());
    }
    return built("EC", builder.get(), d != nullptr);
}

KeyPointer edwardsKey(const nlohmann::json& jwk) {
    const auto x = bytesOf(jwk, "x");
    const auto secret = bytesOf(jwk, "d");
    if (jwk.value("crv", "") != "Ed25519" || (!x && !secret)) {
        return nullptr;
    }
    return KeyPointer(
        secret ? EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(*secret),
                                              secret->size())
               : EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(*x), x->size()));
}

/// ES256's form of a signature to the library's and back.
std::string derOf(std::string_view signature) {
    if (signature.size() != 2 * kCoordinateSize) {
        return {};
    }
    const EcdsaSignature parts(ECDSA_SIG_new());
    Number r = numberOf(signature.substr(0, kCoordinateSize));
    Number s = numberOf(signature.substr(kCoordinateSize));
    ECDSA_SIG_set0(parts.get(), r.release(), s.release());
    unsigned char* bytes = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &bytes);
    std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return der;
}

std::string plainOf(std::string_view der) {
    const unsigned char* bytes = bytesOf(der);
    const EcdsaSignature parts(d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())));
    std::string plain(2 * kCoordinateSize, '\0');
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), out, kCoordinateSize);
    BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), out + kCoordinateSize, kCoordinateSize);
    return plain;
}

} // namespace

struct SigningKey::Pair {
    KeyPointer key;
    [[nodiscard]] const EVP_MD* digest() const {
        return EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_ED25519 ? nullptr : EVP_sha256();
    }
};

std::string_view nameOf(SigningAlgorithm algorithm) {
    return std::ranges::find(kNames, algorithm, [](const auto& name) { return name.second; })
        ->first;
}

std::optional<SigningAlgorithm> findAlgorithm(std::string_view name) {
    const auto found =
        std::ranges::find(kNames, name, [](const auto& known) { return known.first; });
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

SigningKey SigningKey::fromSecret(SigningAlgorithm algorithm, std::string secret) {
    SigningKey key(algorithm, true);
    key.secret_ = std::move(secret);
    return key;
}

SigningKey SigningKey::fromSeed(std::string_view seed) {
    SigningKey key(SigningAlgorithm::edDsa, true);
    auto pair = std::make_shared<Pair>();
    pair->key.reset(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(seed), seed.size()));
    key.pair_ = std::move(pair);
    return key;
}

tl::expected<SigningKey, Error> SigningKey::fromPair(SigningAlgorithm algorithm, bool canSign,
                                                     std::shared_ptr<const Pair> pair) {
    if (pair->key == nullptr) {
        return badKey("its numbers are missing or do not belong together");
    }
    SigningKey key(algorithm, canSign);
    key.pair_ = std::move(pair);
    return key;
}

tl::expected<SigningKey, Error> SigningKey::fromJwk(const nlohmann::json& jwk) {
    if (!jwk.is_object() || !jwk.contains("kty") || !jwk["kty"].is_string()) {
        return badKey("no \"kty\"");
    }
    const std::string type = jwk["kty"];
    const std::string use =
        jwk.contains("alg") && jwk["alg"].is_string() ? jwk["alg"].get<std::string>() : "";
    if (type == "oct") {
        const auto secret = bytesOf(jwk, "k");
        const auto algorithm = findAlgorithm(use.empty() ? "HS256" : use);
        if (!secret || secret->empty() || !algorithm || !digestOf(*algorithm)) {
            return badKey("no secret, or not for HS256, HS384 or HS512");
        }
        return fromSecret(*algorithm, *secret);
    }
    const auto pair = std::make_shared<Pair>();
    SigningAlgorithm algorithm = SigningAlgorithm::rs256;
    if (type == "RSA") {
        pair->key = rsaKey(jwk);
    } else if (type == "EC") {
        algorithm = SigningAlgorithm::es256;
        pair->key = ellipticKey(jwk);
    } else if (type == "OKP") {
        algorithm = SigningAlgorithm::edDsa;
        pair->key = edwardsKey(jwk);
    } else {
        return badKey("\"kty\" is none of oct, RSA, EC, OKP");
    }
    if (!use.empty() && use != nameOf(algorithm)) {
        return badKey("it is for " + use);
    }
    return fromPair(algorithm, jwk.contains("d"), pair);
}

std::string SigningKey::sign(std::string_view bytes) const {
    if (const auto digest = digestOf(algorithm_)) {
        return hmac(*digest, secret_, bytes);
    }
    if (!canSign_) {
        return {};
    }
    const DigestContext context(EVP_MD_CTX_new());
    std::size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, pair_->digest(), nullptr, pair_->key.get());
    EVP_DigestSign(context.get(), nullptr, &size, bytesOf(bytes), bytes.size());
    std::string signature(size, '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                   bytesOf(bytes), bytes.size());
    signature.resize(size);
    return algorithm_ == SigningAlgorithm::es256 ? plainOf(signature) : signature;
}

bool SigningKey::verify(std::string_view bytes, std::string_view signature) const {
    if (const auto digest = digestOf(algorithm_)) {
        return equalsInConstantTime(hmac(*digest, secret_, bytes), signature);
    }
    const std::string der = algorithm_ == SigningAlgorithm::es256 ? derOf(signature) : "";
    const std::string_view given = algorithm_ == SigningAlgorithm::es256 ? der : signature;
    const DigestContext context(EVP_MD_CTX_new());
    return !given.empty() &&
           EVP_DigestVerifyInit(context.get(), nullptr, pair_->digest(), nullptr,
                                pair_->key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytesOf(given), given.size(), bytesOf(bytes),
                            bytes.size()) == 1;
}

nlohmann::json SigningKey::publicJwk() const {
    if (pair_ == nullptr || algorithm_ != SigningAlgorithm::edDsa) {
        return nullptr;
    }
    std::string point(kCoordinateSize, '\0');
    std::size_t size = point.size();
    EVP_PKEY_get_raw_public_key(pair_->key.get(), reinterpret_cast<unsigned char*>(point.data()),
                                &size);
    return {{"kty", "OKP"}, {"crv", "Ed25519"}, {"alg", "EdDSA"}, {"x", base64Url(point)}};
}

} // namespace roundtrip::auth
