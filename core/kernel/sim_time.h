#pragma once

#include <cstdint>
#include <limits>
#include <utility> // brings <compare>, where Qt 6.4's moc stops when it is the first to be included

namespace roundtrip {

/// Simulated time in whole nanoseconds: an instant since the start of the run, or a span. Covers
/// plus or minus 292 years. Sums and products are not checked for overflow; `fromSeconds` and
/// `Simulation::scheduleIn` saturate.
class SimTime {
  public:
    constexpr SimTime() = default;

    [[nodiscard]] static constexpr SimTime nanoseconds(std::int64_t count) {
        return SimTime(count);
    }
    [[nodiscard]] static constexpr SimTime microseconds(std::int64_t count) {
        return SimTime(count * 1'000);
    }
    [[nodiscard]] static constexpr SimTime milliseconds(std::int64_t count) {
        return SimTime(count * 1'000'000);
    }
    [[nodiscard]] static constexpr SimTime seconds(std::int64_t count) {
        return SimTime(count * 1'000'000'000);
    }

    /// Rounds to the nearest nanosecond and saturates at the ends of the range; NaN gives zero.
    [[nodiscard]] static constexpr SimTime fromSeconds(double seconds);

    [[nodiscard]] static constexpr SimTime max() {
        return SimTime(std::numeric_limits<std::int64_t>::max());
    }

    [[nodiscard]] constexpr std::int64_t ns() const { return ns_; }
    [[nodiscard]] constexpr double toSeconds() const { return static_cast<double>(ns_) / 1e9; }
    [[nodiscard]] constexpr double toMilliseconds() const { return static_cast<double>(ns_) / 1e6; }

    constexpr auto operator<=>(const SimTime&) const = default;

    constexpr SimTime& operator+=(SimTime other) {
        ns_ += other.ns_;
        return *this;
    }
    constexpr SimTime& operator-=(SimTime other) {
        ns_ -= other.ns_;
        return *this;
    }
    friend constexpr SimTime operator+(SimTime a, SimTime b) { return SimTime(a.ns_ + b.ns_); }
    friend constexpr SimTime operator-(SimTime a, SimTime b) { return SimTime(a.ns_ - b.ns_); }
    friend constexpr SimTime operator*(SimTime a, std::int64_t n) { return SimTime(a.ns_ * n); }
    friend constexpr SimTime operator*(std::int64_t n, SimTime a) { return SimTime(a.ns_ * n); }
    friend constexpr SimTime operator/(SimTime a, std::int64_t n) { return SimTime(a.ns_ / n); }

  private:
    constexpr explicit SimTime(std::int64_t ns) : ns_(ns) {}

    std::int64_t ns_ = 0;
};

constexpr SimTime SimTime::fromSeconds(double seconds) {
    constexpr double limit = 9'223'372'036'854'775'807.0;
    const double ns = seconds * 1e9;
    if (ns >= limit)
        return max();
    if (ns <= -limit)
        return SimTime(std::numeric_limits<std::int64_t>::min());
    if (ns != ns)
        return {};
    return SimTime(static_cast<std::int64_t>(ns < 0 ? ns - 0.5 : ns + 0.5));
}

} // namespace roundtrip
