#include "core/auth/password.h"

#include "core/kernel/encoding.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <crypt.h>
#include <memory>
#include <openssl/evp.h>
#include <sodium.h>

namespace roundtrip::auth {

namespace {

constexpr std::size_t kHashSize = 32;
constexpr std::uint32_t kMostIterations = 10'000'000;

/// Lets the library choose its fastest code once.
void prepare() {
    static const int kReady = sodium_init();
    (void)kReady;
}

/// The base64 of PHC strings has no padding.
std::string phcText(std::string_view bytes) {
    std::string text = base64(bytes);
    text.resize(text.find_last_not_of('=') + 1);
    return text;
}

bool verifyPbkdf2(std::string_view password, std::string_view fields) {
    const auto first = fields.find('$');
    const auto second = fields.find('$', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) {
        return false;
    }
    std::uint32_t iterations = 0;
    const std::string_view count = fields.substr(0, first);
    const auto read = std::from_chars(count.begin(), count.end(), iterations);
    const auto hash = fromBase64(fields.substr(second + 1));
    if (read.ec != std::errc() || read.ptr != count.end() || iterations == 0 ||
        iterations > kMostIterations || !hash || hash->empty()) {
        return false;
    }
    const std::string_view salt = fields.substr(first + 1, second - first - 1);
    return equalsInConstantTime(pbkdf2(password, salt, iterations, hash->size()), *hash);
}

bool verifyBcrypt(std::string_view password, const std::string& hash) {
    constexpr std::size_t kBcryptSize = 60;
    if (hash.size() != kBcryptSize || password.find('\0') != std::string_view::npos) {
        return false; // bcrypt would stop reading at a zero byte
    }
    const auto scratch = std::make_unique<crypt_data>();
    const char* computed = crypt_r(std::string(password).c_str(), hash.c_str(), scratch.get());
    return computed != nullptr && equalsInConstantTime(computed, hash);
}

} // namespace

tl::expected<std::string, Error> hashPassword(std::string_view password, std::string_view salt,
                                              PasswordCost cost) {
    prepare();
    constexpr std::size_t kKib = 1024;
    std::array<unsigned char, kHashSize> hash{};
    const bool isGood =
        salt.size() == crypto_pwhash_argon2id_SALTBYTES &&
        crypto_pwhash_argon2id(hash.data(), hash.size(), password.data(), password.size(),
                               reinterpret_cast<const unsigned char*>(salt.data()), cost.passes,
                               cost.memoryKib * kKib, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
    if (!isGood) {
        return tl::unexpected(Error{"password-cost", {fmt::format("{}", cost.memoryKib)}, {}});
    }
    return fmt::format("$argon2id$v=19$m={},t={},p=1${}${}", cost.memoryKib, cost.passes,
                       phcText(salt),
                       phcText({reinterpret_cast<const char*>(hash.data()), hash.size()}));
}

bool verifyPassword(std::string_view password, const std::string& hash) {
    prepare();
    constexpr std::string_view kDjango = "pbkdf2_sha256$";
    if (hash.starts_with("$argon2id$")) {
        return crypto_pwhash_argon2id_str_verify(hash.c_str(), password.data(), password.size()) ==
               0;
    }
    if (hash.starts_with("$argon2i$")) {
        return crypto_pwhash_argon2i_str_verify(hash.c_str(), password.data(), password.size()) ==
               0;
    }
    if (hash.starts_with(kDjango)) {
        return verifyPbkdf2(password, std::string_view(hash).substr(kDjango.size()));
    }
    if (hash.starts_with("$2a$") || hash.starts_with("$2b$") || hash.starts_with("$2y$")) {
        return verifyBcrypt(password, hash);
    }
    return false;
}

std::string pbkdf2(std::string_view password, std::string_view salt, std::uint32_t iterations,
                   std::size_t size) {
    std::string key(size, '\0');
    PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()),
                      reinterpret_cast<const unsigned char*>(salt.data()),
                      static_cast<int>(salt.size()), static_cast<int>(iterations), EVP_sha256(),
                      static_cast<int>(size), reinterpret_cast<unsigned char*>(key.data()));
    return key;
}

SimTime timeOf(PasswordCost cost) {
    constexpr double kKibPerSecond = 1024.0 * 1024.0;
    return SimTime::fromSeconds(static_cast<double>(cost.memoryKib) * cost.passes / kKibPerSecond);
}

} // namespace roundtrip::auth
