#pragma once

#include <array>
#include <cstddef>

namespace roundtrip {

/// The layers of a ziggurat (Marsaglia and Tsang 2000) under a falling density f with f(0) = 1:
/// layer i covers [0, x[i]] and the heights f[i] to f[i + 1], and all have the same area. Layer 0
/// is the bottom one and has the tail beyond x[1]; x[0] is the width it would need as a rectangle.
struct Ziggurat {
    static constexpr std::size_t layers = 256;

    std::array<double, layers + 1> x;
    std::array<double, layers + 1> f;
};

/// f(x) = exp(-x)
extern const Ziggurat exponentialZiggurat;
/// f(x) = exp(-x * x / 2)
extern const Ziggurat normalZiggurat;

} // namespace roundtrip
