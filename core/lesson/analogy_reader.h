#pragma once

#include "core/lesson/lesson.h"

namespace roundtrip {

/// Reads the member "analogy" of lesson.json, whose scene and comparisons have been read: each of
/// their parts and each kind of message has a drawing: a shipped one, or NAME.svg beside
/// lesson.json. Problems: "missing-drawing" {part or kind}, "unknown-drawing" {name, nearest},
/// "unknown-node", "unknown-message" {name, nearest}.
LessonAnalogy readAnalogy(const nlohmann::json& json, const std::string& pointer,
                          const Lesson& lesson, const FileReader& files, Problems& problems);

/// Reads the member "analogy" of text.<language>.json and holds it against the script. Problems:
/// "missing-text", "unknown-fact" {name, nearest}, "unknown-node", "unknown-form" {name, nearest},
/// "unknown-placeholder" {name, nearest}.
AnalogyText readAnalogyText(const nlohmann::json& json, const std::string& pointer,
                            const Lesson& lesson, Problems& problems);

/// Reads "names": what parts are called, by node id. Problem: "unknown-node".
std::map<std::string, std::string> readNames(const nlohmann::json& json, const std::string& pointer,
                                             const Lesson& lesson, Problems& problems);

} // namespace roundtrip
