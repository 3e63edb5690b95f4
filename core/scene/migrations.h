#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace roundtrip {

/// Brings an older document up to Scene::kFormat, one version at a time; a current one is returned
/// as it is. Errors: "not-an-object", "missing" {"format"}, "wrong-type" {"format", "whole
/// number"}, "newer-format" {its format, ours}.
tl::expected<nlohmann::json, Error> migrateScene(nlohmann::json document);

} // namespace roundtrip
