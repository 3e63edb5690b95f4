#pragma once

#include "app/canvas/canvas_model.h"
#include "app/style/style.h"

#include <QPainter>

namespace roundtrip {

/// What a colour of a scene's file looks like; a plain edge's colour for none.
[[nodiscard]] QColor sceneColour(const Theme& theme, const QString& name);

/// The frames around groups, with their names. The painter draws in the model's units.
void paintGroups(QPainter& painter, const CanvasModel& model, const Style& style);
/// Round a card, the redder the busier, with the number beside, so that colour is not all.
void paintHeat(QPainter& painter, const CanvasNode& node, const Style& style);
void paintNotes(QPainter& painter, const CanvasModel& model, const Style& style);

} // namespace roundtrip
