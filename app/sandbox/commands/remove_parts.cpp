#include "app/sandbox/commands/remove_parts.h"

#include "core/scene/scene_edit.h"

#include <utility>

namespace roundtrip {

RemoveParts::RemoveParts(SandboxDocument& document, PartSelection selection, const QString& text)
    : SceneCommand(document,
                   selection.parts.empty() && selection.links.empty() ? SceneChange::looks
                                                                      : SceneChange::parts,
                   text),
      selection_(std::move(selection)) {}

void RemoveParts::apply(Scene& scene) {
    before_ = scene;
    for (const std::string& key : selection_.links) {
        removeLink(scene, key);
    }
    for (const std::string& id : selection_.parts) {
        removeNode(scene, id);
    }
    for (const std::string& id : selection_.notes) {
        removeNote(scene, id);
    }
}

void RemoveParts::revert(Scene& scene) {
    scene = std::exchange(before_, Scene());
}

} // namespace roundtrip
