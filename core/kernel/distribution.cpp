#include "core/kernel/distribution.h"

#include <algorithm>
#include <limits>

namespace roundtrip {

Distribution Distribution::constant(SimTime value) {
    return {Kind::constant, 0.0, value};
}

Distribution Distribution::uniform(SimTime low, SimTime high) {
    return {Kind::uniform, 0.0, low, high};
}

Distribution Distribution::exponential(SimTime mean) {
    return {Kind::exponential, 0.0, mean};
}

Distribution Distribution::erlang(int stages, SimTime mean) {
    return {Kind::erlang, static_cast<double>(stages), mean};
}

Distribution Distribution::hyperexponential(double p, SimTime mean1, SimTime mean2) {
    return {Kind::hyperexponential, p, mean1, mean2};
}

Distribution Distribution::lognormal(SimTime mean, double sigma) {
    return {Kind::lognormal, sigma, mean};
}

Distribution Distribution::pareto(double shape, SimTime scale) {
    return {Kind::pareto, shape, scale};
}

Distribution Distribution::twoPoint(double p, SimTime a, SimTime b) {
    return {Kind::twoPoint, p, a, b};
}

SimTime Distribution::sample(RandomStream& random) const {
    return std::max(SimTime(), SimTime::fromSeconds(sampleSeconds(random)));
}

double Distribution::sampleSeconds(RandomStream& random) const {
    switch (kind_) {
    case Kind::constant:
        return first_;
    case Kind::uniform:
        return random.uniform(first_, second_);
    case Kind::exponential:
        return random.exponential(first_);
    case Kind::erlang:
        return random.erlang(static_cast<int>(shape_), first_);
    case Kind::hyperexponential:
        return random.hyperexponential(shape_, first_, second_);
    case Kind::lognormal:
        return random.lognormal(first_, shape_);
    case Kind::pareto:
        return random.pareto(shape_, first_);
    case Kind::twoPoint:
        return random.twoPoint(shape_, first_, second_);
    }
    return 0.0;
}

double Distribution::meanSeconds() const {
    switch (kind_) {
    case Kind::uniform:
        return (first_ + second_) / 2;
    case Kind::hyperexponential:
    case Kind::twoPoint:
        return shape_ * first_ + (1.0 - shape_) * second_;
    case Kind::pareto:
        return shape_ > 1.0 ? first_ * shape_ / (shape_ - 1.0)
                            : std::numeric_limits<double>::infinity();
    default:
        return first_;
    }
}

} // namespace roundtrip
