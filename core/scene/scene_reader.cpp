#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/nodes/node_kind.h"
#include "core/scene/command_check.h"
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
constexpr double kFarthest = 1e6;          // canvas units from the origin

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
        object.allowOnly({"format", "title", "seed", "nodes", "links", "schedule", "notes",
                          "groups", "requests"});
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
        std::ranges::transform(scene.nodes, std::back_inserter(ids_), &SceneNode::id);
        std::ranges::sort(ids_);
        for (const auto& element : object.array("links")) {
            readLink(*element.json, element.pointer, scene);
        }
        for (const auto& element : object.array("notes")) {
            readNote(*element.json, element.pointer, scene);
        }
        for (const auto& element : object.array("groups")) {
            readGroup(*element.json, element.pointer, scene);
        }
        if (reading_.problems.empty()) { // else a command would be held against half a scene
            readSchedule(object, scene);
            readRequests(object, scene);
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
        noteId(node.id, object);
        if (!node.id.empty()) {
            known_.insert_or_assign(node.id, kind);
        }
        if (const Json* parameters = object.find("parameters"); parameters && kind != nullptr) {
            node.parameters = readParameters(*parameters, object.pointerTo("parameters"), *kind);
        }
        scene.nodes.push_back(std::move(node));
    }

    void noteId(const std::string& id, JsonObject& object) {
        if (id.empty()) {
            return; // told already
        }
        if (!isId(id)) {
            object.report("bad-id", {id}, "id");
        }
        if (!taken_.insert(id).second) {
            object.report("duplicate-id", {id}, "id");
        }
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

    void readNote(const Json& json, const std::string& pointer, Scene& scene) {
        JsonObject object(json, pointer, reading_.problems);
        if (!object.isObject()) {
            return;
        }
        object.allowOnly({"id", "text", "x", "y", "color"});
        SceneNote note;
        note.id = object.requiredText("id");
        note.text = object.text("text");
        note.x = object.number("x", 0, -kFarthest, kFarthest);
        note.y = object.number("y", 0, -kFarthest, kFarthest);
        note.color = std::string(sceneColors()[object.choice("color", sceneColors(), 0)]);
        noteId(note.id, object);
        scene.notes.push_back(std::move(note));
    }

    void readGroup(const Json& json, const std::string& pointer, Scene& scene) {
        JsonObject object(json, pointer, reading_.problems);
        if (!object.isObject()) {
            return;
        }
        object.allowOnly({"id", "name", "color", "members"});
        SceneGroup group;
        group.id = object.requiredText("id");
        group.name = object.text("name");
        group.color = std::string(sceneColors()[object.choice("color", sceneColors(), 0)]);
        if (!group.id.empty() && scene.findGroup(group.id) != nullptr) {
            object.report("duplicate-id", {group.id}, "id");
        }
        object.require("members");
        for (const std::string& member : object.texts("members")) {
            if (kindOf(member, object, "members") == nullptr) {
                continue;
            }
            if (!grouped_.insert(member).second) {
                object.report("in-two-groups", {member}, "members");
            }
            group.members.push_back(member);
        }
        scene.groups.push_back(std::move(group));
    }

    void readSchedule(JsonObject& object, Scene& scene) {
        for (const auto& element : object.array("schedule")) {
            JsonObject given(*element.json, element.pointer, reading_.problems);
            if (!given.isObject()) {
                continue;
            }
            given.allowOnly({"at", "target", "action", "arguments"});
            Command command = readCommand(given, scene);
            given.require("at");
            command.at = given.duration("at").value_or(SimTime());
            scene.schedule.push_back(std::move(command));
        }
        sortByTime(scene.schedule);
    }

    void readRequests(JsonObject& object, Scene& scene) {
        std::set<std::string> names;
        for (const auto& element : object.array("requests")) {
            JsonObject given(*element.json, element.pointer, reading_.problems);
            if (!given.isObject()) {
                continue;
            }
            given.allowOnly({"name", "client", "arguments"});
            SceneRequest request{given.requiredText("name"), given.requiredText("client")};
            if (const Json* arguments = given.find("arguments")) {
                request.arguments = *arguments;
            }
            checkGiven({SimTime(), request.client, "send", request.arguments}, scene, given);
            if (!names.insert(request.name).second) {
                given.report("duplicate-id", {request.name}, "name");
            }
            scene.requests.push_back(std::move(request));
        }
    }

    SceneReading reading_;
    std::set<std::string> taken_; ///< ids of nodes and notes
    std::set<std::string> grouped_;
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

} // namespace roundtrip
