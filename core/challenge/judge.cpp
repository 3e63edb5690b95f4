#include "core/challenge/judge.h"

#include "core/scene/world.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kEventsBetweenLooks = 50'000;

NodeNames namesOf(const Scene& scene) {
    NodeNames names;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        names.emplace(scene.nodes[i].id, NodeId{static_cast<std::uint16_t>(i)});
    }
    return names;
}

/// Of a goal about a metric; whether a larger value is the worse one.
bool isWorse(const Goal& goal, double one, double other) {
    return goal.most ? one > other : one < other;
}

/// One solution, run after run.
class Trial {
  public:
    Trial(const Challenge& challenge, const Scene& solution, Verdict& verdict)
        : challenge_(challenge), scene_(solution), names_(namesOf(solution)), verdict_(verdict) {
        scene_.schedule = challenge.scene.schedule;
        verdict_.met.assign(challenge.goals.size(), true);
        verdict_.figures.assign(challenge.goals.size(), 0);
    }

    /// False when it was cancelled.
    bool run(std::uint64_t seed, bool isFirst, const JudgeProgress& progress) {
        auto trace = std::make_shared<Trace>();
        World world(scene_, seed, trace);
        Simulation& simulation = world.simulation();
        int untilLook = kEventsBetweenLooks;
        while (!simulation.hasFailed()) {
            const auto next = simulation.nextEventTime();
            if (!next || *next > challenge_.duration) {
                break;
            }
            simulation.step();
            if (--untilLook == 0) {
                untilLook = kEventsBetweenLooks;
                const double share = simulation.now().toSeconds() / challenge_.duration.toSeconds();
                if (progress && !progress(share)) {
                    return false;
                }
            }
        }
        verdict_.failure = simulation.failure();
        world.finish();
        hold(*trace, isFirst);
        return true;
    }

  private:
    void hold(const Trace& trace, bool isFirst) {
        const FactRange all{0, trace.size()};
        const TripFigures figures = tripFigures(trace, all);
        for (std::size_t i = 0; i < challenge_.goals.size(); ++i) {
            const Goal& goal = challenge_.goals[i].goal;
            verdict_.met[i] = verdict_.met[i] && isMet(goal, trace, all, names_);
            if (goal.metric) {
                const double value = measure(*goal.metric, figures).value;
                if (isFirst || isWorse(goal, value, verdict_.figures[i])) {
                    verdict_.figures[i] = value;
                }
            }
        }
    }

    const Challenge& challenge_;
    Scene scene_;
    NodeNames names_;
    Verdict& verdict_;
};

} // namespace

bool Verdict::isSolved() const {
    return broken.empty() && failure.empty() && isWithinBudget &&
           std::ranges::all_of(met, [](bool is) { return is; });
}

int scoreOf(const Challenge& challenge, const Verdict& verdict) {
    if (!verdict.broken.empty() || !verdict.failure.empty()) {
        return 0;
    }
    constexpr double kForGoals = 60;
    constexpr double kForSaving = 40;
    const auto reached = static_cast<double>(std::ranges::count(verdict.met, true)) +
                         (verdict.isWithinBudget ? 1 : 0);
    const double all = static_cast<double>(verdict.met.size()) + 1;
    double score = kForGoals * reached / all;
    if (verdict.isSolved()) {
        const double room = challenge.budget - challenge.threeStars;
        const double saved = challenge.budget - verdict.price;
        score += kForSaving * (room > 0 ? std::clamp(saved / room, 0.0, 1.0) : 1.0);
    }
    return static_cast<int>(std::lround(score));
}

tl::expected<Verdict, Error> judge(const Challenge& challenge, const Scene& solution,
                                   const std::vector<std::uint64_t>& seeds,
                                   const JudgeProgress& progress) {
    Verdict verdict;
    verdict.price = pricePerHour(solution);
    constexpr double kRounding = 1e-9; // sums of prices are no exact numbers
    verdict.isWithinBudget = verdict.price <= challenge.budget + kRounding;
    verdict.broken = brokenRules(challenge, solution);
    if (!verdict.broken.empty()) {
        verdict.met.assign(challenge.goals.size(), false);
        verdict.figures.assign(challenge.goals.size(), 0);
        return verdict;
    }
    const std::vector<std::uint64_t> all =
        seeds.empty() ? std::vector{challenge.scene.seed} : seeds;
    Trial trial(challenge, solution, verdict);
    for (std::size_t i = 0; i < all.size() && verdict.failure.empty(); ++i) {
        const auto done = static_cast<double>(i);
        const auto count = static_cast<double>(all.size());
        const JudgeProgress ofAll = [&](double share) {
            return !progress || progress((done + share) / count);
        };
        if (!trial.run(all[i], i == 0, ofAll)) {
            return tl::unexpected(Error{"cancelled", {}, ""});
        }
    }
    if (verdict.isSolved()) {
        verdict.stars = 1 + (verdict.price <= challenge.twoStars + kRounding ? 1 : 0) +
                        (verdict.price <= challenge.threeStars + kRounding ? 1 : 0);
    }
    verdict.score = scoreOf(challenge, verdict);
    return verdict;
}

} // namespace roundtrip
