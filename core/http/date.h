#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roundtrip::http {

/// Reads a date of RFC 9110 section 5.6.7 in any of its three forms: "Sun, 06 Nov 1994 08:49:37
/// GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994". Seconds since 1970 in UTC;
/// none when it is no date. The name of the day is not checked, years of two digits are 1970 to
/// 2069.
[[nodiscard]] std::optional<std::int64_t> parseDate(std::string_view text);

/// The first of these forms, which is the one to send.
[[nodiscard]] std::string dateText(std::int64_t secondsSince1970);

} // namespace roundtrip::http
