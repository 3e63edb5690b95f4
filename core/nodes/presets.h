#pragma once

#include "core/nodes/node_kind.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace roundtrip {

/// Settings that belong together, to begin with: a database as PostgreSQL comes, a worker that is
/// careful. Texts are English, marked for translation under "presets".
struct Preset {
    const char* title = "";
    const char* help = "";
    nlohmann::json values; ///< by parameter; each fits
};

/// Of a kind, in the order of a menu; often none.
[[nodiscard]] const std::vector<Preset>& presetsOf(const NodeKind& kind);

} // namespace roundtrip
