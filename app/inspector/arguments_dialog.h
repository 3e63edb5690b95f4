#pragma once

#include "app/style/style.h"
#include "core/nodes/node_kind.h"

#include <optional>

class QWidget;

namespace roundtrip {

/// Asks for what an action needs to know, in a form made from its descriptor; what the learner
/// leaves as it stands is its usual value. None when the learner goes back.
[[nodiscard]] std::optional<nlohmann::json>
askForArguments(const Style& style, const ActionInfo& action, QWidget* parent);

} // namespace roundtrip
