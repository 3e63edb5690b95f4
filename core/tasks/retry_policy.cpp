#include "core/tasks/retry_policy.h"

#include <algorithm>
#include <cmath>

namespace roundtrip::tasks {

SimTime RetryPolicy::pauseAfter(int attempt, SimTime before, RandomStream& random) const {
    const double most = cap.toSeconds();
    const double whole = std::min(most, base.toSeconds() * std::pow(factor, attempt - 1));
    switch (jitter) {
    case Jitter::full:
        return SimTime::fromSeconds(random.uniform(0, whole));
    case Jitter::equal:
        return SimTime::fromSeconds(whole / 2 + random.uniform(0, whole / 2));
    case Jitter::decorrelated: {
        const double last = std::max(base, before).toSeconds();
        return SimTime::fromSeconds(std::min(most, random.uniform(base.toSeconds(), 3 * last)));
    }
    default:
        return SimTime::fromSeconds(whole);
    }
}

RetryPolicy readRetryPolicy(const nlohmann::json& json, const std::string& pointer,
                            Problems& problems) {
    RetryPolicy policy;
    JsonObject object(json, pointer, problems);
    object.allowOnly({"attempts", "base", "factor", "cap", "jitter"});
    policy.maxAttempts = static_cast<int>(object.integer("attempts", 1, 1, 1000));
    policy.base = object.duration("base").value_or(policy.base);
    policy.factor = object.number("factor", policy.factor, 1, 1000);
    policy.cap = object.duration("cap").value_or(policy.cap);
    policy.jitter = static_cast<RetryPolicy::Jitter>(
        object.choice("jitter", {"none", "full", "equal", "decorrelated"}, 0));
    return policy;
}

} // namespace roundtrip::tasks
