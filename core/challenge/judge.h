#pragma once

#include "core/challenge/challenge.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace roundtrip {

/// What came of one solution.
struct Verdict {
    /// Rules that the solution breaks; with any, nothing is run. `where`: a part's id or a link's
    /// key. Codes: "fixed-part-missing" {name}, "kind-not-allowed" {name, kind},
    /// "setting-not-free" {name of part or ends of link, parameter}, "fixed-link-missing" {from,
    /// to}.
    Problems broken;
    double price = 0; ///< an hour
    bool isWithinBudget = false;
    std::vector<bool> met;       ///< by goal, with every seed
    std::vector<double> figures; ///< by goal: the worst value of its metric; 0 for facts
    int stars = 0;               ///< 0 to 3
    int score = 0;               ///< 0 to 100, see scoreOf
    std::string failure;         ///< of the simulation itself; empty: none

    [[nodiscard]] bool isSolved() const;
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// True: go on. `share`: how much is done, 0 to 1.
using JudgeProgress = std::function<bool(double share)>;

/// Runs the solution with each seed for the challenge's duration, under the challenge's own
/// schedule, and holds the goals against the run. The same solution and seeds give the same verdict
/// on every machine. Without seeds the scene's own is taken. Errors: "cancelled".
[[nodiscard]] tl::expected<Verdict, Error> judge(const Challenge& challenge, const Scene& solution,
                                                 const std::vector<std::uint64_t>& seeds,
                                                 const JudgeProgress& progress = {});

/// Which of the challenge's rules a scene breaks; see Verdict::broken.
[[nodiscard]] Problems brokenRules(const Challenge& challenge, const Scene& solution);

/// Up to 60 for goals that are met, each the same, and the budget as one of them. With all of
/// these met, up to 40 more for what is saved: none at the budget, all of it at the price for
/// three stars.
[[nodiscard]] int scoreOf(const Challenge& challenge, const Verdict& verdict);

} // namespace roundtrip
