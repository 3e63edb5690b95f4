#include "app/sandbox/alignment.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace roundtrip {

namespace {

/// What a line of one direction can share: start, middle and end of a card.
std::array<double, 3> linesAcross(const QRectF& card) {
    return {card.left(), card.center().x(), card.right()};
}
std::array<double, 3> linesDown(const QRectF& card) {
    return {card.top(), card.center().y(), card.bottom()};
}

QRectF boundsOf(const std::vector<PlacedPart>& parts) {
    QRectF bounds;
    for (const PlacedPart& part : parts) {
        bounds |= part.rect;
    }
    return bounds;
}

QPointF alignedCentre(QRectF card, const QRectF& bounds, Alignment alignment) {
    switch (alignment) {
    case Alignment::left:
        card.moveLeft(bounds.left());
        break;
    case Alignment::centre:
        card.moveCenter({bounds.center().x(), card.center().y()});
        break;
    case Alignment::right:
        card.moveRight(bounds.right());
        break;
    case Alignment::top:
        card.moveTop(bounds.top());
        break;
    case Alignment::middle:
        card.moveCenter({card.center().x(), bounds.center().y()});
        break;
    case Alignment::bottom:
        card.moveBottom(bounds.bottom());
        break;
    }
    return card.center();
}

/// The smallest step from a line of `card` to one of the others', and where they meet.
struct Step {
    double by = 0;
    double line = 0;
};

template <class Lines>
std::optional<Step> nearest(const QRectF& card, const std::vector<QRectF>& others, double reach,
                            Lines lines) {
    std::optional<Step> best;
    for (const QRectF& other : others) {
        for (const double line : lines(other)) {
            for (const double own : lines(card)) {
                const double by = line - own;
                if (best ? std::abs(by) < std::abs(best->by) : std::abs(by) <= reach) {
                    best = Step{by, line};
                }
            }
        }
    }
    return best;
}

} // namespace

std::map<std::string, QPointF> aligned(const std::vector<PlacedPart>& parts, Alignment alignment) {
    std::map<std::string, QPointF> places;
    if (parts.size() < 2) {
        return places;
    }
    const QRectF bounds = boundsOf(parts);
    for (const PlacedPart& part : parts) {
        places.emplace(part.id, alignedCentre(part.rect, bounds, alignment));
    }
    return places;
}

std::map<std::string, QPointF> distributed(std::vector<PlacedPart> parts, Direction direction) {
    std::map<std::string, QPointF> places;
    if (parts.size() < 3) {
        return places;
    }
    const bool isAcross = direction == Direction::across;
    const auto start = [isAcross](const QRectF& rect) {
        return isAcross ? rect.left() : rect.top();
    };
    const auto length = [isAcross](const QRectF& rect) {
        return isAcross ? rect.width() : rect.height();
    };
    std::ranges::sort(parts, {}, [&](const PlacedPart& part) {
        return start(part.rect) + length(part.rect) / 2;
    });
    double room = start(parts.back().rect) - start(parts.front().rect);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        room -= length(parts[i].rect);
    }
    const double gap = room / static_cast<double>(parts.size() - 1);
    double at = start(parts.front().rect);
    for (const PlacedPart& part : parts) {
        const QPointF centre = part.rect.center();
        const double middle = at + length(part.rect) / 2;
        places.emplace(part.id,
                       isAcross ? QPointF(middle, centre.y()) : QPointF(centre.x(), middle));
        at += length(part.rect) + gap;
    }
    return places;
}

Snap snapTo(const QRectF& card, const std::vector<QRectF>& others, double reach) {
    Snap snap;
    if (const auto across = nearest(card, others, reach, linesAcross)) {
        snap.by.setX(across->by);
        snap.x = across->line;
    }
    if (const auto down = nearest(card, others, reach, linesDown)) {
        snap.by.setY(down->by);
        snap.y = down->line;
    }
    return snap;
}

} // namespace roundtrip
