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
    for (SceneNode& node : scene.nodes) {
        if (const auto found = colors_.find(node.id); found != colors_.end()) {
            std::swap(node.color, found->second);
        }
    }
}

} // namespace roundtrip
