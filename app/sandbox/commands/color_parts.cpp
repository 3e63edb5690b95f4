#include "app/sandbox/commands/color_parts.h"

#include <utility>

namespace roundtrip {

ColorParts::ColorParts(SandboxDocument& document, const std::set<std::string>& ids,
                       const std::string& color, const QString& text)
    : SceneCommand(document, SceneChange::looks, text) {
    for (const std::string& id : ids) {
        colors_.emplace(id, color);
    }
}

void ColorParts::exchange(Scene& scene) {
    const auto swapIn = [this](auto& things) {
        for (auto& thing : things) {
            if (const auto found = colors_.find(thing.id); found != colors_.end()) {
                std::swap(thing.color, found->second);
            }
        }
    };
    swapIn(scene.nodes);
    swapIn(scene.notes);
    swapIn(scene.groups);
}

} // namespace roundtrip
