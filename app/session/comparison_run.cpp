#include "app/session/comparison_run.h"

#include <algorithm>

namespace roundtrip {

std::vector<Command> commandsOf(const LessonComparison& comparison, Side side) {
    std::vector<Command> commands;
    const auto add = [&commands](const std::vector<LessonCommand>& some) {
        for (const LessonCommand& given : some) {
            commands.push_back(given.command);
            commands.back().at = given.after;
        }
    };
    add(comparison.side(side).settings);
    add(comparison.inputs);
    // Equal times stay as they stand: settings before inputs.
    std::ranges::stable_sort(commands, {}, &Command::at);
    return commands;
}

tl::expected<ComparisonRun, Error> runComparison(const LessonComparison& comparison,
                                                 const Progress& progress) {
    const std::uint64_t seed = comparison.a.scene.seed;
    History a(comparison.a.scene, seed);
    History b(comparison.b.scene, seed);
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
    return ComparisonRun{a.trace(), b.trace(), tripFigures(*a.trace(), {0, a.trace()->size()}),
                         tripFigures(*b.trace(), {0, b.trace()->size()})};
}

} // namespace roundtrip
