#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>

namespace roundtrip {

/// The lesson with its named values put in: within the arguments of its commands, each
/// {"use_defined": "NAME"} becomes what stands under that name in its member "define". An object
/// with that member is always such a reference and has no other one; what is defined holds none.
/// Problems: "unknown-definition" {name, nearest}, "unused-definition" {name}, "nested-definition"
/// {name}, and those of JsonObject.
[[nodiscard]] nlohmann::json withDefinitions(const nlohmann::json& lesson, Problems& problems);

} // namespace roundtrip
