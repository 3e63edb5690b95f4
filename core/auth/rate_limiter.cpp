#include "core/auth/rate_limiter.h"

#include <algorithm>
#include <cmath>

namespace roundtrip::auth {

RateDecision TokenBucket::take(SimTime now) {
    tokens_ = std::min(capacity_, tokens_ + (now - filledAt_).toSeconds() * perSecond_);
    filledAt_ = now;
    constexpr double kRounding = 1e-9; // of a token: whole nanoseconds cannot hold every rate
    if (tokens_ + kRounding >= 1.0) {
        tokens_ = std::max(0.0, tokens_ - 1.0);
        return {true, static_cast<std::int64_t>(tokens_ + kRounding), SimTime()};
    }
    return {false, 0,
            SimTime::nanoseconds(
                static_cast<std::int64_t>(std::ceil((1.0 - tokens_) / perSecond_ * 1e9)))};
}

RateDecision SlidingWindow::take(SimTime now) {
    while (!taken_.empty() && now - taken_.front() >= window_) {
        taken_.pop_front();
    }
    const auto count = static_cast<std::int64_t>(taken_.size());
    if (count < limit_) {
        taken_.push_back(now);
        return {true, limit_ - count - 1, SimTime()};
    }
    return {false, 0, taken_.empty() ? window_ : taken_.front() + window_ - now};
}

RateDecision FixedWindow::take(SimTime now) {
    const std::int64_t number = now.ns() / window_.ns();
    taken_ = number == number_ ? taken_ : 0;
    number_ = number;
    if (taken_ < limit_) {
        ++taken_;
        return {true, limit_ - taken_, SimTime()};
    }
    return {false, 0, SimTime::nanoseconds((number + 1) * window_.ns()) - now};
}

void LoginGuard::setRule(int attempts, SimTime span) {
    attempts_ = attempts;
    span_ = span;
    if (attempts_ == 0) {
        accounts_.clear();
    }
}

SimTime LoginGuard::lockedFor(const std::string& account, SimTime now) const {
    const auto found = accounts_.find(account);
    return attempts_ == 0 || found == accounts_.end()
               ? SimTime()
               : std::max(SimTime(), found->second.lockedUntil - now);
}

bool LoginGuard::failed(const std::string& account, SimTime now) {
    if (attempts_ == 0) {
        return false;
    }
    Account& known = accounts_[account];
    if (++known.failures < attempts_) {
        return false;
    }
    known.failures = 0;
    known.lockedUntil = now + span_;
    return true;
}

} // namespace roundtrip::auth
