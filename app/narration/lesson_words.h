#pragma once

#include "core/lesson/lesson.h"

#include <QString>

#include <functional>
#include <optional>

namespace roundtrip {

/// What was counted where a value looks; none when that has not been played yet.
using FiguresOf = std::function<std::optional<TripFigures>(const LessonValue& value)>;

/// A lesson's text with each `{name}` replaced by what the run says; a value that is still to come
/// reads "…".
[[nodiscard]] QString withValues(const Lesson& lesson, const std::string& text,
                                 const FiguresOf& figuresOf);

/// A number as a person reads it, with its unit.
[[nodiscard]] QString metricText(const MetricValue& value);
/// What a metric is called, in the program's language: "median", "database queries".
[[nodiscard]] QString metricName(LessonMetric metric);

} // namespace roundtrip
