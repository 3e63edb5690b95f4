#include "app/session/comparison_run.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>

namespace roundtrip {

std::vector<Command> commandsOf(const LessonComparison& comparison, Side side) {
    std::multimap<SimTime, Command> ordered; // by time; equal ones as they stand: settings first
    const auto add = [&ordered](const std::vector<LessonCommand>& some) {
        for (const LessonCommand& given : some) {
            ordered.emplace(given.after, given.command)->second.at = given.after;
        }
    };
    add(comparison.side(side).settings);
    add(comparison.inputs);
    std::vector<Command> commands;
    std::ranges::copy(ordered | std::views::values, std::back_inserter(commands));
    return commands;
}

Scene sceneOf(const LessonComparison& comparison, Side side) {
    Scene scene = comparison.side(side).scene;
    scene.seed = comparison.a.scene.seed;
    return scene;
}

tl::expected<ComparisonRun, Error> runComparison(const LessonComparison& comparison,
                                                 const Progress& progress) {
    const std::uint64_t seed = comparison.a.scene.seed;
    History a(sceneOf(comparison, Side::a), seed);
    History b(sceneOf(comparison, Side::b), seed);
    for (const auto& [history, side] : {std::pair(&a, Side::a), std::pair(&b, Side::b)}) {
        if (auto done = history->apply(commandsOf(comparison, side), progress); !done) {
            return tl::unexpected(done.error());
        }
    }
    const SimTime end = std::max(a.now(), b.now());
    for (History* history : {&a, &b}) {
        if (auto done = history->advanceTo(end, progress); !done) {
            return tl::unexpected(done.error());
        }
    }
    return ComparisonRun{a.trace(),
                         b.trace(),
                         {tripFigures(*a.trace(), {0, a.trace()->size()}),
                          tripFigures(*b.trace(), {0, b.trace()->size()})}};
}

} // namespace roundtrip
