#pragma once

#include "app/storage/progress_store.h"
#include "core/challenge/judge.h"

#include <optional>

namespace roundtrip {

/// The best that a learner has done of a challenge.
struct ChallengeResult {
    int stars = 0;
    int score = 0;
    double price = 0; ///< an hour
    Scene solution;
};

/// Of the store's current learner; none before the first solution that reached something.
[[nodiscard]] std::optional<ChallengeResult> bestResult(const ProgressStore& store,
                                                        const std::string& challenge);
/// Keeps it when it is better than what was kept: more stars, or as many and a higher score.
/// Returns whether it was.
bool keepResult(ProgressStore& store, const std::string& challenge, const Verdict& verdict,
                const Scene& solution);

} // namespace roundtrip
