#pragma once

#include "core/kernel/parameter.h"

#include <cstdint>

namespace roundtrip {

// Parameters that all caches share.

[[nodiscard]] Parameter evictionPolicyParameter();
[[nodiscard]] Parameter capacityParameter(std::int64_t fallback);
[[nodiscard]] Parameter capacityBytesParameter();
[[nodiscard]] Parameter operationTimeParameter(const char* fallback);

} // namespace roundtrip
