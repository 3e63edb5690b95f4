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

} // namespace roundtrip::http
