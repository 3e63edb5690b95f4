#pragma once

#include "core/kernel/sim_time.h"

#include <deque>

namespace roundtrip::tasks {

/// Stops asking a service that fails, so that it can recover and nobody waits for it: Nygard,
/// "Release It!"; the window, the threshold and the trial calls as in Resilience4j's documentation
/// of its CircuitBreaker (time-based windows there are of whole seconds).
class CircuitBreaker {
  public:
    struct Rule {
        int failures = 5;                       ///< so many open it
        SimTime window;                         ///< within that time; zero: in a row
        SimTime openFor = SimTime::seconds(30); ///< then it tries
        int trials = 1;                         ///< so many calls at once while it tries, all of
                                                ///< which must succeed to close it
        friend bool operator==(const Rule&, const Rule&) = default;
    };
    enum class State { closed, open, halfOpen };
    enum class Permission {
        allowed, ///< as if there were no breaker
        trial,   ///< it was open and tries
        refused
    };
    enum class Change { none, opened, closed };

    explicit CircuitBreaker(Rule rule) : rule_(rule) {}

    /// Asked before each call; one that is not refused is followed by `succeeded` or `failed`.
    /// `now` never goes back.
    Permission ask(SimTime now);
    Change succeeded(SimTime now);
    Change failed(SimTime now);

    [[nodiscard]] State state() const { return state_; }
    /// How long until it tries; zero unless it is open.
    [[nodiscard]] SimTime triesIn(SimTime now) const;

  private:
    Change open(SimTime now);

    Rule rule_;
    State state_ = State::closed;
    std::deque<SimTime> failures_; ///< those that count, at most as many as open it
    SimTime openedAt_;
    int trialsLeft_ = 0; ///< to be let through
    int trialsToSucceed_ = 0;
};

} // namespace roundtrip::tasks
