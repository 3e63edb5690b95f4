#pragma once

#include "core/lesson/glossary.h"
#include "core/lesson/lesson.h"

#include <QString>
#include <QStringList>

namespace roundtrip {

/// The lessons that travel inside the program, by id.
[[nodiscard]] QStringList builtInLessons();

/// Folders of lessons in a folder of the user's own: each that holds a lesson.json, by name.
[[nodiscard]] QStringList lessonFoldersIn(const QString& folder);

/// Reads the lesson of that id, or the one in that folder.
[[nodiscard]] LessonReading loadLesson(const QString& idOrFolder);

/// The glossary in that language, or in English.
[[nodiscard]] const Glossary& glossaryIn(const QString& language);

} // namespace roundtrip
