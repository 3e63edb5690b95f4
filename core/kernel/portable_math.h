#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace roundtrip {

// The logarithm and the exponential of a C library differ in the last digit between libraries and
// even processors, and a run must give the same trace everywhere. These use only operations that
// IEEE 754 rounds exactly, within 2 units in the last place; they are constexpr too.

inline constexpr double ln2High = 0x1.62e42fep-1; // leaves room for an exact product with 2^10
inline constexpr double ln2Low = 0x1.f473de6af278fp-30;

/// Natural logarithm of a finite x > 0 that is not subnormal.
[[nodiscard]] constexpr double portableLog(double x) {
    constexpr std::uint64_t mantissaMask = (std::uint64_t{1} << 52U) - 1;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    auto exponent = static_cast<int>(bits >> 52U) - 1023;
    auto mantissa = std::bit_cast<double>((bits & mantissaMask) | (std::uint64_t{1023} << 52U));
    if (mantissa > 1.4142135623730951) {
        mantissa /= 2;
        ++exponent;
    }
    // log m = 2 artanh s, and |s| < 0.172 makes the series short.
    const double f = mantissa - 1.0;
    const double s = f / (2.0 + f);
    const double z = s * s;
    double series = 0.0;
    for (int k = 23; k >= 3; k -= 2)
        series = z * (series + 1.0 / k);
    const double k = exponent;
    // 2 s = f - s f keeps the leading term exact.
    return k * ln2High + (f - (s * f - (2.0 * s * series + k * ln2Low)));
}

/// 2 to the power n for the normal range, n from -1022 to 1023.
[[nodiscard]] constexpr double powerOfTwo(int n) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52U);
}

/// e to the power x; infinity above 709.78, zero below -745.
[[nodiscard]] constexpr double portableExp(double x) {
    if (x > 709.782712893384)
        return std::numeric_limits<double>::infinity();
    if (x < -745.0)
        return 0.0;
    const auto k = static_cast<int>(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
    const double r = (x - k * ln2High) - k * ln2Low;
    double series = 0.0;
    for (int n = 14; n >= 2; --n)
        series = r / n * (1.0 + series);
    const double mantissa = 1.0 + (r + r * series);
    // In two steps, since 2^k may lie outside the range of normal numbers.
    return mantissa * powerOfTwo(k / 2) * powerOfTwo(k - k / 2);
}

/// x to the power y for a finite x > 0 that is not subnormal.
[[nodiscard]] constexpr double portablePower(double x, double y) {
    return portableExp(y * portableLog(x));
}

} // namespace roundtrip
