#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace roundtrip {

/// Somebody who learns on this machine.
struct Learner {
    static constexpr int kLongestName = 80; ///< characters

    std::int64_t id = 0;
    QString name;      ///< unique, whatever its case
    QString createdAt; ///< UTC, ISO 8601
};

/// Something that a learner did in a lesson, worth telling a teacher.
struct LessonResult {
    enum class Verb {
        initialized, ///< began the lesson
        experienced, ///< met the goals of a step
        predicted,   ///< said what would happen, and then saw it
        answered,    ///< a closing question
        completed    ///< has done every step, or solved a challenge better than before
    };

    QString lesson; ///< its id; of a challenge "challenge/" and its id
    QString at;     ///< UTC, ISO 8601; empty: now
    Verb verb = Verb::initialized;
    QString object; ///< id of the step or question; empty: the lesson itself
    std::optional<bool> isRight;
    QString note; ///< id of the option that was chosen; of a challenge what was reached
};

/// "initialized", "answered" and so on, as it is kept; initialized for what nobody knows.
[[nodiscard]] QString textOf(LessonResult::Verb verb);
[[nodiscard]] LessonResult::Verb verbFrom(const QString& text);

} // namespace roundtrip
