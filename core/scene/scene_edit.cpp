#include "core/scene/scene_edit.h"

#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"

namespace roundtrip {

std::optional<JoinedPorts> joinedPorts(const NodeKind& from, const NodeKind& to) {
    for (const PortInfo& out : from.ports) {
        for (const PortInfo& in : to.ports) {
            if (out.direction == PortInfo::Direction::out &&
                in.direction == PortInfo::Direction::in && out.protocol == in.protocol) {
                return JoinedPorts{out.name, in.name};
            }
        }
    }
    return std::nullopt;
}

void removeNode(Scene& scene, const std::string& id) {
    std::erase_if(scene.links,
                  [&id](const SceneLink& link) { return link.from == id || link.to == id; });
    std::erase_if(scene.nodes, [&id](const SceneNode& node) { return node.id == id; });
}

void removeLink(Scene& scene, const std::string& key) {
    std::erase_if(scene.links, [&key](const SceneLink& link) { return link.key() == key; });
}

const Parameter* parameterOf(const Scene& scene, const std::string& target,
                             const std::string& parameter) {
    if (const SceneNode* node = scene.findNode(target)) {
        return findKind(node->kind)->findParameter(parameter);
    }
    return scene.findLink(target) == nullptr ? nullptr : findLinkParameter(parameter);
}

const nlohmann::json* findParameters(const Scene& scene, const std::string& target) {
    if (const SceneNode* node = scene.findNode(target)) {
        return &node->parameters;
    }
    const SceneLink* link = scene.findLink(target);
    return link == nullptr ? nullptr : &link->parameters;
}

nlohmann::json* findParameters(Scene& scene, const std::string& target) {
    return const_cast<nlohmann::json*>(
        findParameters(static_cast<const Scene&>(scene), target)); // it is the caller's to change
}

nlohmann::json settingOf(const Scene& scene, const std::string& target,
                         const std::string& parameter) {
    const nlohmann::json& written = *findParameters(scene, target);
    const auto found = written.find(parameter);
    return found == written.end() ? parameterOf(scene, target, parameter)->fallback : *found;
}

} // namespace roundtrip
