#pragma once

#include "core/lesson/lesson.h"

#include <QString>
#include <QStringList>

namespace roundtrip {

/// The lessons that travel inside the program, by id.
[[nodiscard]] QStringList builtInLessons();

/// Reads the lesson of that id, or the one in that folder.
[[nodiscard]] LessonReading loadLesson(const QString& idOrFolder);

} // namespace roundtrip
