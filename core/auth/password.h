#pragma once

#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace roundtrip::auth {

/// How hard one guess at a password is (RFC 9106 section 3.1). The defaults are OWASP's minimum.
struct PasswordCost {
    std::uint32_t memoryKib = 19'456; ///< at least 8
    std::uint32_t passes = 2;         ///< at least 1
};

/// Argon2id with one lane, as a PHC string: "$argon2id$v=19$m=19456,t=2,p=1$salt$hash". Takes that
/// much memory and real time. `salt` has 16 bytes. Error: "password-cost" {memory in KiB} when the
/// machine cannot.
tl::expected<std::string, Error> hashPassword(std::string_view password, std::string_view salt,
                                              PasswordCost cost);

/// Whether the password is the one that was hashed. Knows Argon2 (PHC strings), Django's
/// "pbkdf2_sha256$iterations$salt$hash" and bcrypt's "$2a$", "$2b$", "$2y$". Anything else is
/// false.
[[nodiscard]] bool verifyPassword(std::string_view password, const std::string& hash);

/// PBKDF2 with HMAC-SHA-256, RFC 8018 section 5.2.
[[nodiscard]] std::string pbkdf2(std::string_view password, std::string_view salt,
                                 std::uint32_t iterations, std::size_t size);

/// How long one guess takes on the modelled server: 1 GiB per second is filled and mixed.
[[nodiscard]] SimTime timeOf(PasswordCost cost);

} // namespace roundtrip::auth
