#pragma once

#include "core/lesson/lesson.h"
#include "core/trace/trace.h"

#include <QString>

#include <functional>
#include <optional>

namespace roundtrip {

/// The facts that belong to a step; none when it has not been played yet.
using StepRange = std::function<std::optional<FactRange>(const std::string& step)>;

/// A lesson's text with each `{name}` replaced by what the run says; a value whose step is still
/// to come reads "…".
[[nodiscard]] QString withValues(const Lesson& lesson, const Trace& trace, const std::string& text,
                                 const StepRange& rangeOf);

} // namespace roundtrip
