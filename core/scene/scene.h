#pragma once

#include "core/kernel/error.h"
#include "core/scene/command.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

struct SceneNode {
    std::string id;   ///< letters, digits, '-' and '_'; unique in the scene
    std::string kind; ///< a NodeKind's id
    std::string name; ///< what the card shows
    double x = 0;     ///< centre, in canvas units (1 unit is 1 pixel at 100 %)
    double y = 0;
    std::string color; ///< of its card's edge, one of sceneColors(); empty: none
    nlohmann::json parameters = nlohmann::json::object();

    friend bool operator==(const SceneNode&, const SceneNode&) = default;
};

struct SceneLink {
    std::string from; ///< a node with an outgoing port
    std::string to;
    std::string fromPort; ///< found by protocol
    std::string toPort;
    nlohmann::json parameters = nlohmann::json::object(); ///< see linkParameters()

    /// How commands and messages name it: "browser->app".
    [[nodiscard]] std::string key() const { return from + "->" + to; }

    friend bool operator==(const SceneLink&, const SceneLink&) = default;
};

/// Words on the stage, for people.
struct SceneNote {
    std::string id; ///< as a node's; unique among nodes and notes
    std::string text;
    double x = 0; ///< centre, in canvas units
    double y = 0;
    std::string color; ///< one of sceneColors()

    friend bool operator==(const SceneNote&, const SceneNote&) = default;
};

/// Parts that belong together: a frame with a name stands around them.
struct SceneGroup {
    std::string id; ///< unique among groups
    std::string name;
    std::string color;                ///< one of sceneColors()
    std::vector<std::string> members; ///< ids of nodes; each is in one group at most

    friend bool operator==(const SceneGroup&, const SceneGroup&) = default;
};

/// A request that its author wants to send again and again.
struct SceneRequest {
    std::string name;   ///< unique among them
    std::string client; ///< a node whose kind can "send"
    nlohmann::json arguments = nlohmann::json::object();

    friend bool operator==(const SceneRequest&, const SceneRequest&) = default;
};

/// A document: which parts there are and how they are joined. Checked: ids are unique, kinds and
/// parameters exist and fit, links join ports that speak the same protocol, no two the same nodes.
struct Scene {
    static constexpr int kFormat = 1;

    std::string title;
    std::uint64_t seed = 1;
    std::vector<SceneNode> nodes;
    std::vector<SceneLink> links;
    std::vector<Command> schedule; ///< what happens by itself, in order of time
    std::vector<SceneNote> notes;
    std::vector<SceneGroup> groups;
    std::vector<SceneRequest> requests;

    [[nodiscard]] const SceneNode* findNode(std::string_view id) const;
    /// By its key.
    [[nodiscard]] const SceneLink* findLink(std::string_view key) const;
    [[nodiscard]] const SceneNote* findNote(std::string_view id) const;
    [[nodiscard]] const SceneGroup* findGroup(std::string_view id) const;
    /// The group that the node is in; null when it is in none.
    [[nodiscard]] const SceneGroup* groupOf(std::string_view node) const;

    friend bool operator==(const Scene&, const Scene&) = default;
};

/// Names of colours in files; the program's themes say how they look. The first is none.
[[nodiscard]] const std::vector<std::string_view>& sceneColors();

/// A scene, or why there is none. With any problem there is no scene: never half a document.
struct SceneReading {
    std::optional<Scene> scene;
    Problems problems;
};

/// Reads a `.roundtrip` file, of this format or an older one (see migrations.h). Problems, beside
/// those of JsonObject and checkValue: "newer-format" {its format, ours}, "unknown-kind" {name,
/// nearest}, "unknown-parameter" {name, nearest}, "duplicate-id" {id}, "bad-id" {id},
/// "unknown-node" {id, nearest}, "cannot-link" {from, to}, "duplicate-link" {its key},
/// "too-many-nodes" {most}, "in-two-groups" {id}, those of readCommand, also for requests.
SceneReading readScene(std::string_view text);
SceneReading readSceneDocument(const nlohmann::json& json);

/// The file's text, members in a fixed order, parameters that equal their default left out;
/// reading it gives the same scene.
[[nodiscard]] std::string writeScene(const Scene& scene);

} // namespace roundtrip
