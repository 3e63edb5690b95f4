#pragma once

#include "core/kernel/json_object.h"
#include "core/kernel/random_stream.h"
#include "core/kernel/sim_time.h"

namespace roundtrip::tasks {

/// How often and after which pauses something that failed is tried again. The jitters are those of
/// Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog 2015.
struct RetryPolicy {
    enum class Jitter {
        none,        ///< the pause itself: base * factor^n, at most `cap`
        full,        ///< uniform between 0 and that
        equal,       ///< half of that, and uniform up to the whole
        decorrelated ///< uniform between base and three times the pause before, at most `cap`
    };

    int maxAttempts = 1; ///< the first one included
    SimTime base = SimTime::seconds(1);
    double factor = 2;
    SimTime cap = SimTime::seconds(600);
    Jitter jitter = Jitter::none;

    friend bool operator==(const RetryPolicy&, const RetryPolicy&) = default;

    [[nodiscard]] bool allowsAnother(int attemptsMade) const { return attemptsMade < maxAttempts; }
    /// The pause after attempt number `attempt`, from 1; `before` is the pause before that attempt,
    /// zero for the first.
    [[nodiscard]] SimTime pauseAfter(int attempt, SimTime before, RandomStream& random) const;
};

/// Reads {"attempts": 5, "base": "1 s", "factor": 2, "cap": "10 min", "jitter": "full"}. Problems
/// as of JsonObject.
RetryPolicy readRetryPolicy(const nlohmann::json& json, const std::string& pointer,
                            Problems& problems);

} // namespace roundtrip::tasks
