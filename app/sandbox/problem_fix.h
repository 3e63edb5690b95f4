#pragma once

#include "app/sandbox/sandbox_document.h"

#include <QString>

#include <functional>
#include <optional>

namespace roundtrip {

/// What mends a problem that adviceOn found, where that is safe: one step of undo.
struct ProblemFix {
    QString text; ///< "Add a worker"
    std::function<void(SandboxDocument&)> apply;
};

/// None when only the author can know what was meant.
[[nodiscard]] std::optional<ProblemFix> fixFor(const Scene& scene, const Problem& problem);

} // namespace roundtrip
