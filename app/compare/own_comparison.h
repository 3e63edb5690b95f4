#pragma once

#include "app/session/session.h"
#include "core/lesson/lesson.h"

namespace roundtrip {

/// What was done so far in a session, for a CompareView: once as it was, and once with something
/// else set, which the user then chooses.
[[nodiscard]] LessonComparison ownComparison(const Session& session);

/// Its words, in the language of now; they say so when there is nothing to compare yet.
[[nodiscard]] LessonComparisonText ownComparisonText(const Session& session);

/// Something was done, or happens by itself.
[[nodiscard]] bool canCompareOwn(const Session& session);

} // namespace roundtrip
