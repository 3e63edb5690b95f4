#pragma once

#include "app/session/session.h"
#include "core/lesson/lesson.h"

namespace roundtrip {

/// What was done so far in a session, for a CompareView: once as it was, and once with something
/// else set, which the user then chooses.
[[nodiscard]] LessonComparison ownComparison(const Session& session);

/// Its words, in the language of now; they say so when there is nothing to compare yet.
[[nodiscard]] LessonComparisonText ownComparisonText(const Session& session);

/// One side of a comparison of two runs: a scene, and all that was done in it.
struct RunToCompare {
    Scene scene;
    QList<Command> inputs;
};
/// Two runs, of one scene or of two; both begin with the seed of A.
[[nodiscard]] LessonComparison comparisonOf(const RunToCompare& a, const RunToCompare& b);
[[nodiscard]] LessonComparisonText comparisonText(const QString& title, const QString& a,
                                                  const QString& b);

/// Something was done, or happens by itself.
[[nodiscard]] bool canCompareOwn(const Session& session);

} // namespace roundtrip
