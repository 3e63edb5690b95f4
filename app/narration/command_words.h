#pragma once

#include "app/narration/narrator.h"
#include "core/scene/world.h"

#include <QString>

namespace roundtrip {

/// What a setting is set to: "on", "off", "5 s", "new" for a whole document.
[[nodiscard]] QString settingValueText(const Parameter& parameter, const nlohmann::json& value);

/// Whom it is given to, by the names in the scene: "Cache", "Browser → App server".
[[nodiscard]] QString targetWords(const Scene& scene, const std::string& target);
/// What it does: "Time to live: 5 s", "Stop it", "Slow it down (How many times slower: 10)".
[[nodiscard]] QString actionWords(const Scene& scene, const Command& command);

/// A command in a few words, as a label: "Cache · Time to live: 5 s", "Database · Stop".
[[nodiscard]] QString commandLabel(const Scene& scene, const Narrator& narrator,
                                   const Command& command);

} // namespace roundtrip
