#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace roundtrip::http {

/// JavaScript's decodeURIComponent (ECMA-262, 19.2.6.4): nothing where it throws, which is for a
/// percent sign without two hexadecimal digits and for bytes that are no UTF-8.
[[nodiscard]] std::optional<std::string> decodedUriComponent(std::string_view text);

/// Python's urllib.parse.unquote, as WSGI servers treat a path: a bad escape stays as it is.
[[nodiscard]] std::string unquoted(std::string_view text);

/// Python's urllib.parse.quote: bytes other than letters, digits, "_.-~" and those in `safe`
/// become %XX.
[[nodiscard]] std::string quoted(std::string_view text, std::string_view safe);

} // namespace roundtrip::http
