#pragma once

#include "app/canvas/canvas_model.h"
#include "app/style/style.h"

#include <QPainter>

#include <vector>

namespace roundtrip {

/// Where the words of a link are written, in scene units.
struct LinkLabel {
    QRectF latency;
    QRectF rate;           ///< messages per second, when there are enough
    bool isOnLine = false; ///< the latency covers a line, as there was no better place
};

/// One for each link: beside its line, off cards, other lines and one another, as far as there is
/// room. A level line has its latency above, a steep one at its left, when nothing speaks against.
[[nodiscard]] std::vector<LinkLabel> placeLinkLabels(const CanvasModel& model, const Style& style);

void paintLatency(QPainter& painter, const CanvasLink& link, const LinkLabel& place,
                  const Style& style);
void paintRate(QPainter& painter, const CanvasLink& link, const LinkLabel& place,
               const Style& style);

} // namespace roundtrip
