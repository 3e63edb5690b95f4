#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"
#include "core/scene/migrations.h"
#include "core/scene/scene_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;
constexpr std::size_t kMostNodes = 60'000; // NodeId has 16 bits

std::vector<std::string> kindIds() {
    std::vector<std::string> ids;
    std::ranges::transform(allKinds(), std::back_inserter(ids), &NodeKind::id);
    return ids;
}

template <class Thing, class Member>
std::vector<std::string> collected(const std::vector<Thing>& things, Member member) {
    std::vector<std::string> texts;
    std::ranges::transform(things, std::back_inserter(texts), member);
    return texts;
}

bool isId(const std::string& text) {
    constexpr std::size_t kLongest = 64;
    return !text.empty() && text.size() <= kLongest &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "-_") == std::string::npos;
}

class SceneReader {
  public:
    SceneReading read(const Json& json) {
        JsonObject object(json, "", reading_.problems);
        if (!object.isObject()) {
            return std::move(reading_);
        }
        object.allowOnly({"format", "title", "seed", "nodes", "links"});
        Scene scene;
        scene.title = object.text("title");
        constexpr std::int64_t kLargestSeed = std::int64_t{1} << 53; // exact in every JSON reader
        scene.seed = static_cast<std::uint64_t>(object.integer("seed", 1, 0, kLargestSeed));
        object.require("nodes");
        const auto nodes = object.array("nodes");
        if (nodes.size() > kMostNodes) {
            object.report("too-many-nodes", {std::to_string(kMostNodes)}, "nodes");
            return std::move(reading_);
        }
        for (const auto& element : nodes) {
            readNode(*element.json, element.pointer, scene);
        }
        std::ranges::sort(ids_);
        for (const auto& element : object.array("links")) {
            readLink(*element.json, element.pointer, scene);
        }
        if (reading_.problems.empty()) {
            reading_.scene = std::move(scene);
        }
        return std::move(reading_);
    }

  private:
    void readNode(const Json& json, const std::string& pointer, Scene& scene) {
        JsonObject object(json, pointer, reading_.problems);
        if (!object.isObject()) {
            return;
        }
        object.allowOnly({"id", "kind", "name", "x", "y", "color", "parameters"});
        constexpr double kFarthest = 1e6;
        SceneNode node;
        node.id = object.requiredText("id");
        node.x = object.number("x", 0, -kFarthest, kFarthest);
        node.y = object.number("y", 0, -kFarthest, kFarthest);
        node.color = std::string(sceneColors()[object.choice("color", sceneColors(), 0)]);
        node.kind = object.requiredText("kind");
        const NodeKind* kind = findKind(node.kind);
        if (kind == nullptr && !node.kind.empty()) {
            object.report("unknown-kind", {node.kind, nearestWord(node.kind, kindIds())}, "kind");
        }
        node.name = object.text("name", kind == nullptr ? node.id : kind->name);
        if (!node.id.empty()) {
            noteId(node.id, kind, object);
        }
        if (const Json* parameters = object.find("parameters"); parameters && kind != nullptr) {
            node.parameters = readParameters(*parameters, object.pointerTo("parameters"), *kind);
        }
        scene.nodes.push_back(std::move(node));
    }

    void noteId(const std::string& id, const NodeKind* kind, JsonObject& object) {
        if (!isId(id)) {
            object.report("bad-id", {id}, "id");
        }
        if (!known_.insert_or_assign(id, kind).second) {
            object.report("duplicate-id", {id}, "id");
        }
        ids_.push_back(id);
    }

    Json readParameters(const Json& json, const std::string& pointer, const NodeKind& kind) {
        JsonObject object(json, pointer, reading_.problems);
        if (!object.isObject()) {
            return Json::object();
        }
        for (const auto& [name, value] : json.items()) {
            const Parameter* parameter = kind.findParameter(name);
            if (parameter == nullptr) {
                const auto names = collected(kind.parameters, &Parameter::name);
                object.report("unknown-parameter", {name, nearestWord(name, names)}, name);
                continue;
            }
            for (Problem& problem : checkValue(*parameter, value)) {
                problem.where = object.pointerTo(name) + problem.where;
                reading_.problems.push_back(std::move(problem));
            }
        }
        for (Problem& problem : kind.check ? kind.check(json) : Problems{}) {
            problem.where = pointer + problem.where;
            reading_.problems.push_back(std::move(problem));
        }
        return json;
    }

    void readLink(const Json& json, const std::string& pointer, Scene& scene) {
        JsonObject object(json, pointer, reading_.problems);
        if (!object.isObject()) {
            return;
        }
        std::vector<std::string_view> names{"from", "to"};
        std::ranges::transform(linkParameters(), std::back_inserter(names), &Parameter::name);
        object.allowOnly(names);
        SceneLink link;
        link.from = object.requiredText("from");
        link.to = object.requiredText("to");
        for (const Parameter& parameter : linkParameters()) {
            if (const Json* value = object.find(parameter.name)) {
                link.parameters[parameter.name] = *value;
                for (Problem& problem : checkValue(parameter, *value)) {
                    problem.where = object.pointerTo(parameter.name) + problem.where;
                    reading_.problems.push_back(std::move(problem));
                }
            }
        }
        const NodeKind* from = kindOf(link.from, object, "from");
        const NodeKind* to = kindOf(link.to, object, "to");
        if (from != nullptr && to != nullptr) {
            join(*from, *to, link, object);
        }
        scene.links.push_back(std::move(link));
    }

    const NodeKind* kindOf(const std::string& id, JsonObject& object, std::string_view member) {
        const auto found = known_.find(id);
        if (found == known_.end()) {
            if (!id.empty()) {
                object.report("unknown-node", {id, nearestWord(id, ids_)}, member);
            }
            return nullptr;
        }
        return found->second;
    }

    void join(const NodeKind& from, const NodeKind& to, SceneLink& link, JsonObject& object) {
        const auto ports = joinedPorts(from, to);
        if (!ports) {
            object.report("cannot-link", {from.id, to.id});
        } else if (!linkKeys_.insert(link.key()).second) {
            object.report("duplicate-link", {link.key()});
        } else {
            link.fromPort = ports->from;
            link.toPort = ports->to;
        }
    }

    SceneReading reading_;
    std::map<std::string, const NodeKind*, std::less<>> known_;
    std::vector<std::string> ids_;
    std::set<std::string> linkKeys_;
};

} // namespace

SceneReading readSceneDocument(const nlohmann::json& json) {
    auto document = migrateScene(json);
    if (!document) {
        return {std::nullopt, {document.error()}};
    }
    return SceneReader().read(*document);
}

SceneReading readScene(std::string_view text) {
    const auto json = parseJson(text);
    if (!json) {
        return {std::nullopt, {json.error()}};
    }
    return readSceneDocument(*json);
}

std::string writeScene(const Scene& scene) {
    nlohmann::ordered_json document;
    document["format"] = Scene::kFormat;
    document["title"] = scene.title;
    document["seed"] = scene.seed;
    document["nodes"] = nlohmann::ordered_json::array();
    for (const SceneNode& node : scene.nodes) {
        nlohmann::ordered_json written{{"id", node.id},
                                       {"kind", node.kind},
                                       {"name", node.name},
                                       {"x", node.x},
                                       {"y", node.y}};
        if (!node.color.empty()) {
            written["color"] = node.color;
        }
        const NodeKind* kind = findKind(node.kind);
        for (const auto& [name, value] : node.parameters.items()) {
            const Parameter* parameter = kind == nullptr ? nullptr : kind->findParameter(name);
            if (parameter == nullptr || parameter->fallback != value) {
                written["parameters"][name] = value;
            }
        }
        document["nodes"].push_back(std::move(written));
    }
    document["links"] = nlohmann::ordered_json::array();
    for (const SceneLink& link : scene.links) {
        nlohmann::ordered_json written{{"from", link.from}, {"to", link.to}};
        for (const Parameter& parameter : linkParameters()) {
            const auto value = link.parameters.find(parameter.name);
            if (value != link.parameters.end() && *value != parameter.fallback) {
                written[parameter.name] = *value;
            }
        }
        document["links"].push_back(std::move(written));
    }
    return document.dump(4) + "\n";
}

} // namespace roundtrip
