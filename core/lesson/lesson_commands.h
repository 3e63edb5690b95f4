#pragma once

#include "core/lesson/lesson.h"

namespace roundtrip {

/// Reads a list of {"target", "action", "arguments", "after"} and holds each against the scene that
/// it will be given to. Problems: those of JsonObject, "bad-command".
std::vector<LessonCommand> readCommands(JsonObject& object, std::string_view member,
                                        const Scene& scene, Problems& problems);

/// Reads the scene of that name from the lesson's folder. Problems: those of scenes with the file's
/// name before their pointers, "no-file" at `where`.
std::optional<Scene> readSceneFile(const std::string& name, const std::string& where,
                                   const FileReader& files, Problems& problems);

/// Reads {"id", "scene", "a", "b", "inputs", "figures"}, where both sides show `scene` unless they
/// or the comparison name a file.
LessonComparison readComparison(const nlohmann::json& json, const std::string& pointer,
                                const Scene& scene, const FileReader& files, Problems& problems);

} // namespace roundtrip
