#pragma once

#include "core/lesson/lesson.h"

namespace roundtrip {

/// Reads text.<language>.json and holds it against the script: every step, button, option, hint
/// and question has its words, no word is for nothing, every `{value}` exists, and a step says at
/// most 60 words.
LessonText readLessonText(const Lesson& lesson, const std::string& language,
                          const FileReader& files, Problems& problems);

} // namespace roundtrip
