#pragma once

#include <QPointF>
#include <QRectF>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// A card on the stage, in scene units at 100 %.
struct PlacedPart {
    std::string id;
    QRectF rect;
};

enum class Alignment { left, centre, right, top, middle, bottom };
enum class Direction { across, down };

/// New centres, so that all cards share the outermost edge of that side, or the middle of all.
/// Empty for fewer than two cards.
[[nodiscard]] std::map<std::string, QPointF> aligned(const std::vector<PlacedPart>& parts,
                                                     Alignment alignment);
/// New centres, so that the gaps between neighbours are the same; the outermost two stay. Empty for
/// fewer than three cards.
[[nodiscard]] std::map<std::string, QPointF> distributed(std::vector<PlacedPart> parts,
                                                         Direction direction);

/// How far a card that is dragged moves on, so that it lines up with another, and where the lines
/// are that both then share.
struct Snap {
    QPointF by;
    std::optional<double> x;
    std::optional<double> y;
};
/// To edges and centres of `others` that are nearer than `reach`; the nearest of each direction.
[[nodiscard]] Snap snapTo(const QRectF& card, const std::vector<QRectF>& others, double reach);

} // namespace roundtrip
