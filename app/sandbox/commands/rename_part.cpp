#include "app/sandbox/commands/rename_part.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

RenamePart::RenamePart(SandboxDocument& document, std::string id, std::string name,
                       const QString& text)
    : SceneCommand(document, SceneChange::looks, text), id_(std::move(id)), name_(std::move(name)) {
}

void RenamePart::exchange(Scene& scene) {
    std::swap(std::ranges::find(scene.nodes, id_, &SceneNode::id)->name, name_);
}

} // namespace roundtrip
