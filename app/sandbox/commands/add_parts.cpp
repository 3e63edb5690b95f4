#include "app/sandbox/commands/add_parts.h"

#include <utility>

namespace roundtrip {

AddParts::AddParts(SandboxDocument& document, std::vector<SceneNode> nodes,
                   std::vector<SceneLink> links, const QString& text)
    : SceneCommand(document, SceneChange::parts, text), nodes_(std::move(nodes)),
      links_(std::move(links)) {}

void AddParts::apply(Scene& scene) {
    scene.nodes.insert(scene.nodes.end(), nodes_.begin(), nodes_.end());
    scene.links.insert(scene.links.end(), links_.begin(), links_.end());
}

void AddParts::revert(Scene& scene) {
    scene.nodes.resize(scene.nodes.size() - nodes_.size());
    scene.links.resize(scene.links.size() - links_.size());
}

} // namespace roundtrip
