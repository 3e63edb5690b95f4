#pragma once

#include "core/kernel/ziggurat.h"

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace roundtrip {

/// A reproducible sequence of random numbers (xoshiro256++ 1.0, Blackman and Vigna), the same on
/// every machine. Each owner draws from its own stream per purpose, so that adding a node to a
/// scene does not change the draws of another.
class RandomStream {
  public:
    using State = std::array<std::uint64_t, 4>;

    /// The stream for `purpose` ("service time") of `owner` (a node's id) in a scene with `seed`.
    RandomStream(std::uint64_t seed, std::string_view owner, std::string_view purpose);
    /// From the engine's own state, which must not be all zero.
    explicit RandomStream(const State& state) : state_(state) {}

    /// 64 uniform bits.
    std::uint64_t bits() {
        auto& [s0, s1, s2, s3] = state_;
        const std::uint64_t result = std::rotl(s0 + s3, 23) + s0;
        const std::uint64_t shifted = s1 << 17U;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = std::rotl(s3, 45);
        return result;
    }

    /// Uniform in [0, 1), a multiple of 2^-53.
    double uniform() { return fractionOf(bits()); }
    /// Uniform in [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    /// Uniform in 0 to count - 1, without bias; `count` must not be 0.
    std::uint64_t below(std::uint64_t count);

    /// Exponential with that mean.
    double exponential(double mean) { return mean * standardExponential(); }

    /// Normal with mean 0 and standard deviation 1.
    double normal();

    /// Sum of `stages` >= 1 exponentials; `mean` is that of the sum.
    double erlang(int stages, double mean);

    /// Exponential with `mean1` in a share `p` of the draws, else with `mean2`.
    double hyperexponential(double p, double mean1, double mean2) {
        return exponential(uniform() < p ? mean1 : mean2);
    }

    /// Log-normal. `mean` > 0 is the mean of the values themselves, not of their logarithm; `sigma`
    /// >= 0 is the standard deviation of the logarithm.
    double lognormal(double mean, double sigma);

    /// Pareto: the least value is `scale`, P(X > x) = (scale / x)^shape. No mean for shape <= 1.
    double pareto(double shape, double scale);

    /// `a` in a share `p` of the draws, else `b`.
    double twoPoint(double p, double a, double b) { return uniform() < p ? a : b; }

  private:
    static double fractionOf(std::uint64_t bits) {
        return static_cast<double>(static_cast<std::int64_t>(bits >> 11U)) * 0x1p-53;
    }

    double standardExponential() {
        const std::uint64_t draw = bits();
        const std::size_t layer = draw % Ziggurat::layers;
        const double x = fractionOf(draw) * exponentialZiggurat.x[layer];
        if (x < exponentialZiggurat.x[layer + 1]) [[likely]]
            return x;
        return exponentialOutside(layer, x);
    }

    double exponentialOutside(std::size_t layer, double x);
    double normalTail();

    State state_;
};

/// Ranks 1 to n with P(rank) proportional to rank^-exponent: a few items that everybody asks for
/// and many that hardly anybody does. A draw takes constant time (alias method, Vose 1991).
class ZipfDistribution {
  public:
    /// `count` >= 1; exponent 0 makes all ranks equal.
    ZipfDistribution(std::size_t count, double exponent);

    /// A rank from 1 to `count`.
    std::size_t operator()(RandomStream& random) const;
    /// Probability of a rank; 0 outside 1 to `count`.
    [[nodiscard]] double probability(std::size_t rank) const;
    [[nodiscard]] std::size_t count() const { return cells_.size(); }

  private:
    struct Cell {
        double share = 1.0; ///< how much of this cell belongs to its own rank
        std::size_t alias = 0;
    };

    [[nodiscard]] double weight(std::size_t rank) const;
    void fillCells();

    double exponent_;
    double totalWeight_ = 0.0;
    std::vector<Cell> cells_;
};

inline std::uint64_t RandomStream::below(std::uint64_t count) {
    assert(count > 0);
    // Lemire 2019: the high half of a product, and a few low halves are refused.
    __extension__ using Product = unsigned __int128;
    Product product = Product{bits()} * count;
    if (static_cast<std::uint64_t>(product) < count) {
        const std::uint64_t refused = (0 - count) % count;
        while (static_cast<std::uint64_t>(product) < refused)
            product = Product{bits()} * count;
    }
    return static_cast<std::uint64_t>(product >> 64U);
}

} // namespace roundtrip
