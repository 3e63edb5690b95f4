#pragma once

#include "core/kernel/parameter.h"

#include <QWidget>

#include <functional>

namespace roundtrip {

/// A field for a setting, by its descriptor: a box with numbers, a tick, a choice or a line of
/// text. `changed` is called with each new value that fits; what does not fit is refused with a
/// word why, and `valueNow` is shown again. Null for documents, which have an editor of their own.
[[nodiscard]] QWidget* makeParameterEditor(const Parameter& parameter, QWidget* parent,
                                           std::function<void(nlohmann::json)> changed,
                                           std::function<nlohmann::json()> valueNow);

/// Shows a value that fits, without calling `changed`.
void showInEditor(QWidget& editor, const nlohmann::json& value);

} // namespace roundtrip
