#include "core/scene/scene.h"

#include <algorithm>

namespace roundtrip {

const SceneNode* Scene::findNode(std::string_view id) const {
    const auto found = std::ranges::find(nodes, id, &SceneNode::id);
    return found == nodes.end() ? nullptr : &*found;
}

const SceneLink* Scene::findLink(std::string_view key) const {
    const auto found = std::ranges::find(links, key, &SceneLink::key);
    return found == links.end() ? nullptr : &*found;
}

const SceneNote* Scene::findNote(std::string_view id) const {
    const auto found = std::ranges::find(notes, id, &SceneNote::id);
    return found == notes.end() ? nullptr : &*found;
}

const SceneGroup* Scene::findGroup(std::string_view id) const {
    const auto found = std::ranges::find(groups, id, &SceneGroup::id);
    return found == groups.end() ? nullptr : &*found;
}

const SceneGroup* Scene::groupOf(std::string_view node) const {
    const auto found = std::ranges::find_if(groups, [node](const SceneGroup& group) {
        return std::ranges::find(group.members, node) != group.members.end();
    });
    return found == groups.end() ? nullptr : &*found;
}

const std::vector<std::string_view>& sceneColors() {
    static const std::vector<std::string_view> kColors{"",       "blue",   "green", "orange",
                                                       "purple", "yellow", "red",   "grey"};
    return kColors;
}

} // namespace roundtrip
