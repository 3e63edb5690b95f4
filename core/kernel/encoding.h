#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace roundtrip {

/// Base64 and its form for addresses (RFC 4648 sections 4 and 5). Bytes travel as std::string.
[[nodiscard]] std::string base64(std::string_view bytes);    ///< with padding
[[nodiscard]] std::string base64Url(std::string_view bytes); ///< without padding, as JOSE writes it

/// None for anything but the one canonical form: no line breaks, no foreign letters, no bits left
/// over at the end.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);
[[nodiscard]] std::optional<std::string> fromBase64Url(std::string_view text);

/// Lower-case hexadecimal.
[[nodiscard]] std::string hex(std::string_view bytes);
[[nodiscard]] std::optional<std::string> fromHex(std::string_view text);

/// Compares without telling by its time how far two secrets agree.
[[nodiscard]] bool equalsInConstantTime(std::string_view left, std::string_view right);

} // namespace roundtrip
