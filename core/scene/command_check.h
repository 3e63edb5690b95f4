#pragma once

#include "core/kernel/error.h"
#include "core/kernel/json_object.h"
#include "core/scene/scene.h"

#include <tl/expected.hpp>

namespace roundtrip {

/// Whether a world of that scene would take the command. Errors: "unknown-node" {target, nearest},
/// those of checkAction; for a link "unknown-action" (it knows only "set"), "unknown-parameter"
/// {name, nearest}, and those of checkValue.
tl::expected<void, Error> checkCommand(const Scene& scene, const Command& command);

/// The same, told as a problem of the object: "bad-command" {action, the reason's code, its
/// arguments ...}. A command without target or action is not looked at.
void checkGiven(const Command& command, const Scene& scene, JsonObject& object);

/// Reads "target", "action" and "arguments" of an object and holds them against the scene.
/// Problems: those of JsonObject, "bad-command" {action, the reason's code, its arguments ...}.
[[nodiscard]] Command readCommand(JsonObject& object, const Scene& scene);

} // namespace roundtrip
