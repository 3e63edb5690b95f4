#pragma once

#include "core/scene/scene.h"

namespace roundtrip {

/// As in a file: members in a fixed order, parameters that equal their default left out.
[[nodiscard]] nlohmann::ordered_json written(const SceneNode& node);
[[nodiscard]] nlohmann::ordered_json written(const SceneLink& link);
/// The whole document, as writeScene puts it into text.
[[nodiscard]] nlohmann::ordered_json written(const Scene& scene);

} // namespace roundtrip
