#pragma once

#include "core/kernel/parameter.h"
#include "core/scene/scene.h"
#include "core/scene/scene_place.h"

#include <optional>

namespace roundtrip {

struct NodeKind;

/// The ports that a link between nodes of those kinds joins; none when they cannot talk.
struct JoinedPorts {
    std::string from;
    std::string to;
};
[[nodiscard]] std::optional<JoinedPorts> joinedPorts(const NodeKind& from, const NodeKind& to);

/// Takes the node out of the scene, with its links, what the schedule does to them, its
/// requests, and its place in a group; a group that loses its last member goes, too.
void removeNode(Scene& scene, const std::string& id);
/// By its key; with what the schedule does to it.
void removeLink(Scene& scene, const std::string& key);
void removeNote(Scene& scene, const std::string& id);

/// Those of one moment stay in the order in which they stand.
void sortByTime(std::vector<Command>& commands);

/// None when there is no node or note of that id.
[[nodiscard]] std::optional<ScenePlace> placeOf(const Scene& scene, const std::string& id);
/// Nothing happens when there is none.
void setPlace(Scene& scene, const std::string& id, ScenePlace place);

/// The descriptor of a node's or link's parameter; null when there is none of that name, or no such
/// node or link. `target`: a node's id or a link's key.
[[nodiscard]] const Parameter* parameterOf(const Scene& scene, const std::string& target,
                                           const std::string& parameter);
/// What is written for that node or link; null when there is none.
[[nodiscard]] nlohmann::json* findParameters(Scene& scene, const std::string& target);
[[nodiscard]] const nlohmann::json* findParameters(const Scene& scene, const std::string& target);
/// What is written for a parameter that exists, or its fallback.
[[nodiscard]] nlohmann::json settingOf(const Scene& scene, const std::string& target,
                                       const std::string& parameter);

} // namespace roundtrip
