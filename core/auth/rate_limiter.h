#pragma once

#include "core/kernel/sim_time.h"

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>

namespace roundtrip::auth {

/// What a limiter says of one request.
struct RateDecision {
    bool isAllowed = true;
    std::int64_t left = 0; ///< further requests that would be allowed right now
    SimTime retryAfter;    ///< zero when allowed; else until when one would be
};

/// A bucket of `capacity` tokens that fills at `perSecond`; a request takes one. Lets through a
/// burst of `capacity`, then that rate (Turner 1986; leaky bucket as a meter).
class TokenBucket {
  public:
    TokenBucket(double capacity, double perSecond)
        : capacity_(capacity), perSecond_(perSecond), tokens_(capacity) {}

    /// `now` never goes back.
    RateDecision take(SimTime now);

  private:
    double capacity_;
    double perSecond_;
    double tokens_;
    SimTime filledAt_;
};

/// At most `limit` requests in any span of `window`; remembers each one's time.
class SlidingWindow {
  public:
    SlidingWindow(std::int64_t limit, SimTime window) : limit_(limit), window_(window) {}

    RateDecision take(SimTime now);

  private:
    std::int64_t limit_;
    SimTime window_;
    std::deque<SimTime> taken_;
};

/// At most `limit` requests in each window of the clock: cheap, but around the end of a window
/// twice as many can pass.
class FixedWindow {
  public:
    FixedWindow(std::int64_t limit, SimTime window) : limit_(limit), window_(window) {}

    RateDecision take(SimTime now);

  private:
    std::int64_t limit_;
    SimTime window_;
    std::int64_t number_ = 0; ///< of the window since time 0
    std::int64_t taken_ = 0;  ///< in it
};

/// Refuses to check passwords of an account for a while after too many wrong ones in a row.
class LoginGuard {
  public:
    /// `attempts` wrong passwords lock for `span`; 0 attempts: never.
    LoginGuard(int attempts, SimTime span) : attempts_(attempts), span_(span) {}

    /// A new rule for wrong passwords to come; those before count. An account that is locked stays
    /// so as long as it was told, unless nothing locks any more: then all of that is forgotten.
    void setRule(int attempts, SimTime span);
    /// How long the account stays locked; zero: it is open.
    [[nodiscard]] SimTime lockedFor(const std::string& account, SimTime now) const;
    /// True when this one locked the account.
    bool failed(const std::string& account, SimTime now);
    void succeeded(const std::string& account) { accounts_.erase(account); }
    void clear() { accounts_.clear(); }

  private:
    struct Account {
        int failures = 0;
        SimTime lockedUntil;
    };
    int attempts_;
    SimTime span_;
    std::unordered_map<std::string, Account> accounts_;
};

} // namespace roundtrip::auth
