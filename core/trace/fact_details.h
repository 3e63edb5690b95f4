#pragma once

#include "core/trace/fact.h"

#include <array>
#include <cstdint>
#include <optional>

namespace roundtrip {

/// The HTTP status that a fact tells of, or a socket's close code; 0 when no answer came. None for
/// kinds that have no status.
[[nodiscard]] std::optional<std::uint32_t> statusOf(const Fact& fact);

/// The texts that a fact carries for people, as it names them; unused places are empty texts.
[[nodiscard]] std::array<TextId, 3> textsOf(const Fact& fact);

} // namespace roundtrip
