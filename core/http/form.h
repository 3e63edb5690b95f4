#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roundtrip::http {

/// Names and values of application/x-www-form-urlencoded, in order, as the WHATWG URL Standard
/// (section 5.1) reads them: any text is one. Also the query of a target.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> readForm(std::string_view text);

/// The target's part after '?', without it.
[[nodiscard]] std::string_view queryOf(std::string_view target);

} // namespace roundtrip::http
