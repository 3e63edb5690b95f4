#pragma once

#include "core/kernel/random_stream.h"
#include "core/kernel/sim_time.h"

namespace roundtrip {

/// How long something takes: a distribution of spans, by name and parameters, as a value. Its
/// random numbers come from the stream that is handed in. Draws below zero count as zero.
class Distribution {
  public:
    enum class Kind {
        constant,
        uniform,
        exponential,
        erlang,
        hyperexponential,
        lognormal,
        pareto,
        twoPoint,
    };

    /// Always zero.
    Distribution() = default;

    [[nodiscard]] static Distribution constant(SimTime value);
    [[nodiscard]] static Distribution uniform(SimTime low, SimTime high);
    [[nodiscard]] static Distribution exponential(SimTime mean);
    /// Sum of `stages` >= 1 exponentials; `mean` is that of the sum.
    [[nodiscard]] static Distribution erlang(int stages, SimTime mean);
    /// Exponential with `mean1` in a share `p` of the draws, else with `mean2`.
    [[nodiscard]] static Distribution hyperexponential(double p, SimTime mean1, SimTime mean2);
    /// `mean` is that of the spans; `sigma` the standard deviation of their natural logarithm.
    [[nodiscard]] static Distribution lognormal(SimTime mean, double sigma);
    /// `scale` is the least span, P(X > x) = (scale / x)^shape.
    [[nodiscard]] static Distribution pareto(double shape, SimTime scale);
    /// `a` in a share `p` of the draws, else `b`.
    [[nodiscard]] static Distribution twoPoint(double p, SimTime a, SimTime b);

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] SimTime sample(RandomStream& random) const;
    /// Infinite for a Pareto distribution with shape <= 1.
    [[nodiscard]] double meanSeconds() const;

    bool operator==(const Distribution&) const = default;

  private:
    Distribution(Kind kind, double shape, SimTime first, SimTime second = {})
        : kind_(kind), shape_(shape), first_(first.toSeconds()), second_(second.toSeconds()) {}

    [[nodiscard]] double sampleSeconds(RandomStream& random) const;

    Kind kind_ = Kind::constant;
    double shape_ = 0.0;  ///< stages, p, sigma or Pareto's shape
    double first_ = 0.0;  ///< seconds: value, low, mean, mean1, scale or a
    double second_ = 0.0; ///< seconds: high, mean2 or b
};

} // namespace roundtrip
