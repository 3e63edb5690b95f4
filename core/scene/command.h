#pragma once

#include "core/kernel/sim_time.h"

#include <nlohmann/json.hpp>

#include <string>

namespace roundtrip {

/// Something that a learner, a lesson or a scene's schedule does at a moment of simulated time.
/// With the scene and the seed, the list of commands is all that a run depends on.
struct Command {
    SimTime at;
    std::string target; ///< a node's id, or a link as "browser->app"
    std::string action; ///< "set", or an action of the node's kind
    nlohmann::json arguments = nlohmann::json::object();

    friend bool operator==(const Command&, const Command&) = default;
};
/// Without its time.
[[nodiscard]] nlohmann::json toJson(const Command& command);

} // namespace roundtrip
