#pragma once

#include "core/kernel/parameter.h"

#include <cstdint>

namespace roundtrip {

/// "clock_offset": by how many seconds a machine's clock goes wrong; ahead when positive.
[[nodiscard]] Parameter clockOffsetParameter();

/// What such a machine's clock says, in seconds since the run began; less than 0 when it is so far
/// behind.
[[nodiscard]] std::int64_t wallSeconds(SimTime now, const ParameterValues& values);

} // namespace roundtrip
