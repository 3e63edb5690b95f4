#pragma once

#include <span>
#include <string_view>

namespace roundtrip {

/// The hundred passwords that people use most, as published after many leaks, most frequent first.
[[nodiscard]] std::span<const std::string_view> commonPasswords();

} // namespace roundtrip
