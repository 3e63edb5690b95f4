#include "app/sandbox/commands/change_groups.h"

#include <utility>

namespace roundtrip {

ChangeGroups::ChangeGroups(SandboxDocument& document, std::vector<SceneGroup> groups,
                           const QString& text)
    : SceneCommand(document, SceneChange::looks, text), groups_(std::move(groups)) {}

void ChangeGroups::exchange(Scene& scene) {
    std::swap(scene.groups, groups_);
}

} // namespace roundtrip
