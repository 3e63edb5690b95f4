#pragma once

#include "core/lesson/glossary.h"
#include "core/lesson/lesson.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace roundtrip {

/// The lessons that travel inside the program, by id.
[[nodiscard]] QStringList builtInLessons();

/// Folders of lessons in a folder of the user's own: each that holds a lesson.json, by name.
[[nodiscard]] QStringList lessonFoldersIn(const QString& folder);

/// A lesson in a folder of the user's own, or what is wrong with it.
struct OwnLesson {
    QString folder;
    LessonReading reading;
};

/// Reads the lessons of that folder, by name. Problem, beside those of readLesson:
/// "duplicate-lesson" {id}, for what is called like a lesson of the program or one before; their
/// progress would mix.
[[nodiscard]] std::vector<OwnLesson> ownLessonsIn(const QString& folder);

/// Reads the lesson of that id, or the one in that folder.
[[nodiscard]] LessonReading loadLesson(const QString& idOrFolder);

/// The glossary in that language, or in English.
[[nodiscard]] const Glossary& glossaryIn(const QString& language);

} // namespace roundtrip
