#pragma once

#include "app/session/history.h"
#include "core/lesson/lesson.h"

#include <tl/expected.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace roundtrip {

/// What is done to one side: its settings at the very start, then what is done to both.
[[nodiscard]] std::vector<Command> commandsOf(const LessonComparison& comparison, Side side);

/// The scene of one side; both begin with the seed of side A's.
[[nodiscard]] Scene sceneOf(const LessonComparison& comparison, Side side);

/// The numbers that the table shows.
struct ComparisonFigures {
    TripFigures a;
    TripFigures b;

    [[nodiscard]] const TripFigures& of(Side side) const { return side == Side::a ? a : b; }
};

/// What happened on both sides.
struct ComparisonRun {
    std::shared_ptr<const Trace> a;
    std::shared_ptr<const Trace> b;
    ComparisonFigures figures;
};

/// Runs both sides up to the same moment: when both rest, or when
/// a side that never rests has been simulated for History::kLive after the last input. Errors:
/// those of History::apply.
tl::expected<ComparisonRun, Error> runComparison(const LessonComparison& comparison,
                                                 const Progress& progress = {});

} // namespace roundtrip
