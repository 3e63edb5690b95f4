#pragma once

#include "core/lesson/lesson.h"

#include <QByteArray>

#include <cstddef>

namespace roundtrip {

/// How far a learner is in a lesson.
struct LessonProgress {
    std::size_t step = 0;  ///< where they were last, from 0
    std::size_t done = 0;  ///< steps whose goals were met
    std::size_t steps = 0; ///< all of them

    [[nodiscard]] bool isBegun() const { return done > 0 || step > 0; }
    [[nodiscard]] bool isFinished() const { return steps > 0 && done == steps; }
    [[nodiscard]] double share() const {
        return steps == 0 ? 0 : static_cast<double>(done) / static_cast<double>(steps);
    }
};

/// Reads what LessonPlayer::save wrote; nothing done when it is empty, damaged or of another
/// version of the lesson.
[[nodiscard]] LessonProgress readProgress(const Lesson& lesson, const QByteArray& saved);

} // namespace roundtrip
