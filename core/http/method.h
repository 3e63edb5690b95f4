#pragma once

#include <optional>
#include <string_view>

namespace roundtrip::http {

/// Request methods, RFC 9110 section 9.3 and RFC 5789 (PATCH).
enum class Method { get, head, post, put, patch, del, options };

[[nodiscard]] std::string_view toString(Method method);

/// Methods are case-sensitive (RFC 9110, 9.1): "get" is not a method.
[[nodiscard]] std::optional<Method> parseMethod(std::string_view text);

/// Safe methods only read (RFC 9110, 9.2.1).
[[nodiscard]] bool isSafe(Method method);

/// Whether doing it twice does no more than doing it once (RFC 9110, 9.2.2), so that it may be
/// asked again when no answer came.
[[nodiscard]] bool isIdempotent(Method method);

} // namespace roundtrip::http
