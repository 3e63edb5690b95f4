#include "core/scene/scene_edit.h"

#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"

#include <algorithm>
#include <utility>

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

namespace {

void unschedule(Scene& scene, const std::string& target) {
    std::erase_if(scene.schedule,
                  [&target](const Command& command) { return command.target == target; });
}

/// Of a node or note; null when there is none. `Any` is a scene or a const scene.
template <class Any, class Found>
void withPlaced(Any& scene, const std::string& id, Found found) {
    const auto look = [&](auto& things) {
        for (auto& thing : things) {
            if (thing.id == id) {
                found(thing.x, thing.y);
            }
        }
    };
    look(scene.nodes);
    look(scene.notes);
}

} // namespace

void removeNode(Scene& scene, const std::string& id) {
    std::vector<std::string> keys;
    for (const SceneLink& link : scene.links) {
        if (link.from == id || link.to == id) {
            keys.push_back(link.key());
        }
    }
    for (const std::string& key : keys) {
        removeLink(scene, key);
    }
    unschedule(scene, id);
    std::erase_if(scene.requests,
                  [&id](const SceneRequest& request) { return request.client == id; });
    for (SceneGroup& group : scene.groups) {
        std::erase(group.members, id);
    }
    std::erase_if(scene.groups, [](const SceneGroup& group) { return group.members.empty(); });
    std::erase_if(scene.nodes, [&id](const SceneNode& node) { return node.id == id; });
}

void removeLink(Scene& scene, const std::string& key) {
    unschedule(scene, key);
    std::erase_if(scene.links, [&key](const SceneLink& link) { return link.key() == key; });
}

void removeNote(Scene& scene, const std::string& id) {
    std::erase_if(scene.notes, [&id](const SceneNote& note) { return note.id == id; });
}

void sortByTime(std::vector<Command>& commands) {
    std::vector<std::pair<SimTime, std::size_t>> order;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        order.emplace_back(commands[i].at, i);
    }
    std::ranges::sort(order);
    std::vector<Command> sorted;
    for (const auto& [at, place] : order) {
        sorted.push_back(std::move(commands[place]));
    }
    commands = std::move(sorted);
}

std::optional<ScenePlace> placeOf(const Scene& scene, const std::string& id) {
    std::optional<ScenePlace> place;
    withPlaced(scene, id, [&place](double x, double y) { place = ScenePlace{x, y}; });
    return place;
}

void setPlace(Scene& scene, const std::string& id, ScenePlace place) {
    withPlaced(scene, id, [&place](double& x, double& y) {
        x = place.x;
        y = place.y;
    });
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
