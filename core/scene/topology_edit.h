#pragma once

#include "core/scene/scene.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// Parts and links that come and go while a scene runs, given as one command without a target:
/// {"action": "edit", "arguments": {"remove": ["cache"], "nodes": [...], "links": [...]}}. What is
/// removed is named by a node's id or a link's key; nodes and links are written as in a file. All
/// of it happens at one moment, what goes before what comes; a node takes its links along. It says
/// how things are to be: what is gone already, and what is there already, is left alone.
inline constexpr const char* kEditAction = "edit";

[[nodiscard]] bool isEdit(const Command& command);

/// What has to be removed from and added to one topology to get the other; looks, settings of what
/// stays, seed, schedule and notes apart. A node of another kind is another node.
struct TopologyDifference {
    std::vector<std::string> removedNodes;
    std::vector<std::string> removedLinks; ///< keys, also of links that go with their node
    std::vector<SceneNode> addedNodes;
    std::vector<SceneLink> addedLinks;

    [[nodiscard]] bool isEmpty() const;
};
[[nodiscard]] TopologyDifference differenceBetween(const Scene& before, const Scene& after);

/// An id that a run with that roster cannot take, since a part of another kind has had it there.
[[nodiscard]] std::optional<std::string> reusedId(const Scene& roster, const Scene& next);

/// The command that makes that difference.
[[nodiscard]] Command editFor(const TopologyDifference& difference);

/// The scene after an edit. Errors: the first problem that readScene finds in the result.
[[nodiscard]] tl::expected<Scene, Error> edited(const Scene& scene, const Command& edit);

} // namespace roundtrip
