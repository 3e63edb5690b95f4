#include "core/scene/scene.h"

#include "core/nodes/node_kind.h"

#include <algorithm>

namespace roundtrip {

namespace {

bool isLinked(const Scene& scene, const std::string& node, const std::string& port) {
    return std::ranges::any_of(scene.links, [&](const SceneLink& link) {
        return (link.from == node && link.fromPort == port) ||
               (link.to == node && link.toPort == port);
    });
}

bool isAboveZero(const SceneNode& node, const Parameter& parameter) {
    const auto given = node.parameters.find(parameter.name);
    const nlohmann::json& value = given == node.parameters.end() ? parameter.fallback : *given;
    return value.is_number() && value > 0;
}

} // namespace

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

std::vector<std::size_t> shownGauges(const Scene& scene, const SceneNode& node) {
    std::vector<std::size_t> shown;
    const NodeKind& kind = *findKind(node.kind);
    for (std::size_t i = 0; i < kind.gauges.size(); ++i) {
        const std::string& needs = kind.gauges[i].needs;
        const Parameter* parameter = kind.findParameter(needs);
        const bool isMeant =
            parameter == nullptr ? isLinked(scene, node.id, needs) : isAboveZero(node, *parameter);
        if (needs.empty() || isMeant) {
            shown.push_back(i);
        }
    }
    return shown;
}

} // namespace roundtrip
