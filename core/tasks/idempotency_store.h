#pragma once

#include "core/kernel/sim_time.h"

#include <deque>
#include <string>
#include <unordered_map>

namespace roundtrip::tasks {

/// Remembers what was done under a key, so that a repeat finds it done: draft-ietf-httpapi-
/// idempotency-key-header, and Stripe's documentation of idempotent requests.
class IdempotencyStore {
  public:
    /// A result is forgotten that long after it was put there.
    explicit IdempotencyStore(SimTime ttl) : ttl_(ttl) {}

    /// Null when nothing is known of the key. `now` never goes back.
    [[nodiscard]] const std::string* find(const std::string& key, SimTime now);
    /// The first result of a key stays until it is forgotten; false when there was one.
    bool put(const std::string& key, const std::string& result, SimTime now);

    [[nodiscard]] std::size_t size() const { return results_.size(); }
    /// For results that are put from now on, and those that are there.
    void setTtl(SimTime ttl) { ttl_ = ttl; }

  private:
    struct Kept {
        std::string key;
        SimTime at;
    };
    void forget(SimTime now);

    SimTime ttl_;
    std::unordered_map<std::string, std::string> results_;
    std::deque<Kept> order_; ///< the oldest first
};

} // namespace roundtrip::tasks
