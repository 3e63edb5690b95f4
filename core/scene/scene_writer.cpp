#include "core/kernel/quantity.h"
#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"
#include "core/scene/scene_json.h"

namespace roundtrip {

using Written = nlohmann::ordered_json;

Written written(const SceneNode& node) {
    Written json{
        {"id", node.id}, {"kind", node.kind}, {"name", node.name}, {"x", node.x}, {"y", node.y}};
    if (!node.color.empty()) {
        json["color"] = node.color;
    }
    const NodeKind* kind = findKind(node.kind);
    for (const auto& [name, value] : node.parameters.items()) {
        const Parameter* parameter = kind == nullptr ? nullptr : kind->findParameter(name);
        if (parameter == nullptr || parameter->fallback != value) {
            json["parameters"][name] = value;
        }
    }
    return json;
}

Written written(const SceneLink& link) {
    Written json{{"from", link.from}, {"to", link.to}};
    for (const Parameter& parameter : linkParameters()) {
        const auto value = link.parameters.find(parameter.name);
        if (value != link.parameters.end() && *value != parameter.fallback) {
            json[parameter.name] = *value;
        }
    }
    return json;
}

namespace {

Written written(const Command& command) {
    Written json{
        {"at", durationText(command.at)}, {"target", command.target}, {"action", command.action}};
    if (!command.arguments.empty()) {
        json["arguments"] = command.arguments;
    }
    return json;
}

Written written(const SceneNote& note) {
    Written json{{"id", note.id}, {"text", note.text}, {"x", note.x}, {"y", note.y}};
    if (!note.color.empty()) {
        json["color"] = note.color;
    }
    return json;
}

Written written(const SceneGroup& group) {
    Written json{{"id", group.id}, {"name", group.name}};
    if (!group.color.empty()) {
        json["color"] = group.color;
    }
    json["members"] = group.members;
    return json;
}

Written written(const SceneRequest& request) {
    Written json{{"name", request.name}, {"client", request.client}};
    if (!request.arguments.empty()) {
        json["arguments"] = request.arguments;
    }
    return json;
}

template <class Things>
Written list(const Things& things) {
    Written json = Written::array();
    for (const auto& thing : things) {
        json.push_back(written(thing));
    }
    return json;
}

} // namespace

Written written(const Scene& scene) {
    Written document;
    document["format"] = Scene::kFormat;
    document["title"] = scene.title;
    document["seed"] = scene.seed;
    document["nodes"] = list(scene.nodes);
    document["links"] = list(scene.links);
    const auto writeSome = [&document](const char* member, const auto& things) {
        if (!things.empty()) {
            document[member] = list(things);
        }
    };
    writeSome("schedule", scene.schedule);
    writeSome("notes", scene.notes);
    writeSome("groups", scene.groups);
    writeSome("requests", scene.requests);
    return document;
}

std::string writeScene(const Scene& scene) {
    return written(scene).dump(4) + "\n";
}

} // namespace roundtrip
