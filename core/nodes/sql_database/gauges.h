#pragma once

#include <cstddef>

namespace roundtrip {

// The gauges of a database's card, in the order of its kind.
inline constexpr std::size_t kConnectionsGauge = 0;
inline constexpr std::size_t kRowsGauge = 1;
inline constexpr std::size_t kBehindGauge = 2;
inline constexpr std::size_t kDiskGauge = 3;

} // namespace roundtrip
