#pragma once

#include "core/scene/scene.h"

#include <QString>

namespace roundtrip {

/// The scene as one line of text, for a chat or a mail: "roundtrip:1:" and the file, deflated (RFC
/// 1951, as qCompress packs it), in base64url (RFC 4648, section 5).
[[nodiscard]] QString shareLine(const Scene& scene);
[[nodiscard]] bool isShareLine(const QString& text);

/// Line breaks and spaces that a mail put in do not matter. Problems: "share-line-damaged",
/// "share-line-newer" {version}, and those of readScene.
[[nodiscard]] SceneReading sceneFromLine(const QString& line);

} // namespace roundtrip
