#pragma once

#include <string>
#include <string_view>

namespace roundtrip {

enum class Digest { sha1, sha256, sha384, sha512 };

/// FIPS 180-4.
[[nodiscard]] std::string digestOf(Digest digest, std::string_view bytes);
/// RFC 2104; the key may have any length.
[[nodiscard]] std::string hmac(Digest digest, std::string_view key, std::string_view bytes);

} // namespace roundtrip
