#include "core/scene/topology_edit.h"

#include "core/kernel/json_object.h"
#include "core/scene/scene_edit.h"
#include "core/scene/scene_json.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace roundtrip {

namespace {

template <class Thing, class Key>
std::unordered_map<std::string, const Thing*> byKey(const std::vector<Thing>& things, Key key) {
    std::unordered_map<std::string, const Thing*> found;
    for (const Thing& thing : things) {
        found.emplace(key(thing), &thing);
    }
    return found;
}

std::string idOf(const SceneNode& node) {
    return node.id;
}

std::string keyOf(const SceneLink& link) {
    return link.key();
}

void removeFrom(Scene& scene, const nlohmann::json& names) {
    for (const nlohmann::json& name : names) {
        const std::string key = name.is_string() ? name.get<std::string>() : std::string();
        if (scene.findNode(key) != nullptr) {
            removeNode(scene, key);
        } else if (scene.findLink(key) != nullptr) {
            removeLink(scene, key);
        }
    }
}

bool isThere(const Scene& scene, const nlohmann::json& added, bool isNode) {
    if (!isNode) {
        const std::string key = memberText(added, "from") + "->" + memberText(added, "to");
        return scene.findLink(key) != nullptr;
    }
    const SceneNode* known = scene.findNode(memberText(added, "id"));
    return known != nullptr && known->kind == memberText(added, "kind");
}

} // namespace

bool isEdit(const Command& command) {
    return command.target.empty() && command.action == kEditAction;
}

bool TopologyDifference::isEmpty() const {
    return removedNodes.empty() && removedLinks.empty() && addedNodes.empty() && addedLinks.empty();
}

TopologyDifference differenceBetween(const Scene& before, const Scene& after) {
    const auto isSame = [](const SceneNode& node, const auto& nodes) {
        const auto other = nodes.find(node.id);
        return other != nodes.end() && other->second->kind == node.kind;
    };
    const auto nodesBefore = byKey(before.nodes, idOf);
    const auto nodesAfter = byKey(after.nodes, idOf);
    const auto staysJoined = [&](const SceneLink& link, const auto& links) {
        const auto stays = [&](const std::string& id) {
            const auto node = nodesBefore.find(id);
            return node != nodesBefore.end() && isSame(*node->second, nodesAfter);
        };
        return links.contains(link.key()) && stays(link.from) && stays(link.to);
    };
    TopologyDifference difference;
    for (const SceneNode& node : before.nodes) {
        if (!isSame(node, nodesAfter)) {
            difference.removedNodes.push_back(node.id);
        }
    }
    std::ranges::copy_if(after.nodes, std::back_inserter(difference.addedNodes),
                         [&](const SceneNode& node) { return !isSame(node, nodesBefore); });
    const auto linksBefore = byKey(before.links, keyOf);
    const auto linksAfter = byKey(after.links, keyOf);
    for (const SceneLink& link : before.links) {
        if (!staysJoined(link, linksAfter)) {
            difference.removedLinks.push_back(link.key());
        }
    }
    std::ranges::copy_if(after.links, std::back_inserter(difference.addedLinks),
                         [&](const SceneLink& link) { return !staysJoined(link, linksBefore); });
    return difference;
}

std::optional<std::string> reusedId(const Scene& roster, const Scene& next) {
    const auto known = byKey(roster.nodes, idOf);
    const auto reused = std::ranges::find_if(next.nodes, [&known](const SceneNode& node) {
        const auto before = known.find(node.id);
        return before != known.end() && before->second->kind != node.kind;
    });
    return reused == next.nodes.end() ? std::nullopt : std::optional(reused->id);
}

Command editFor(const TopologyDifference& difference) {
    Command command{.at = {}, .target = {}, .action = kEditAction};
    nlohmann::json& arguments = command.arguments;
    for (const auto* names : {&difference.removedLinks, &difference.removedNodes}) {
        for (const std::string& name : *names) {
            arguments["remove"].push_back(name);
        }
    }
    for (const SceneNode& node : difference.addedNodes) {
        arguments["nodes"].push_back(nlohmann::json(written(node)));
    }
    for (const SceneLink& link : difference.addedLinks) {
        arguments["links"].push_back(nlohmann::json(written(link)));
    }
    return command;
}

tl::expected<Scene, Error> edited(const Scene& scene, const Command& edit) {
    Problems problems;
    JsonObject arguments(edit.arguments, "", problems);
    if (arguments.isObject()) {
        arguments.allowOnly({"remove", "nodes", "links"});
    }
    if (!problems.empty()) {
        return tl::unexpected(problems.front());
    }
    Scene left = scene;
    left.schedule.clear(); // it goes on as it began; what it speaks to may be gone
    removeFrom(left, memberOf(edit.arguments, "remove"));
    nlohmann::json document = written(left);
    for (const char* member : {"nodes", "links"}) {
        for (const nlohmann::json& added : memberOf(edit.arguments, member)) {
            if (!isThere(left, added, member == std::string_view("nodes"))) {
                document[member].push_back(added);
            }
        }
    }
    SceneReading reading = readSceneDocument(document);
    if (!reading.scene) {
        return tl::unexpected(reading.problems.front());
    }
    reading.scene->schedule = scene.schedule;
    return *std::move(reading.scene);
}

} // namespace roundtrip
