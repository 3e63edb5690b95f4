#pragma once

#include <cstddef>

namespace roundtrip {

// The gauges of an app server's card, in the order of its kind.
inline constexpr std::size_t kWorkersGauge = 0;
inline constexpr std::size_t kQueueGauge = 1;
inline constexpr std::size_t kPoolGauge = 2;

} // namespace roundtrip
