#include "app/canvas/canvas_widget.h"

#include <algorithm>

namespace roundtrip {

namespace {

constexpr double kAboveFoot = 12; // pixels between the lowest card and what covers the edge
constexpr double kMostZoom = 4;
constexpr double kMargin = 36;
constexpr double kLeastZoom = 0.05;
constexpr double kMostFittedZoom = 2; // a small scene on a projector fills it

/// Makes room for what would be cut at the edge; true when it was.
bool takeWhole(QRectF& bounds, const QRectF& seen, const QRectF& thing) {
    const bool isCut = seen.intersects(thing) && !bounds.contains(thing);
    bounds = isCut ? bounds.united(thing) : bounds;
    return isCut;
}

} // namespace

void CanvasWidget::fit() {
    isFitted_ = true;
    QRectF bounds = fittedNodes_.empty() ? model().bounds() : QRectF();
    for (const std::size_t node : fittedNodes_) {
        bounds |= model().nodes.at(node).rect;
    }
    if (bounds.isEmpty() || width() < 10) {
        return;
    }
    QTransform transform = transformFor(bounds);
    for (bool isWhole = false; !isWhole;) { // a card or note is to be seen whole or not at all
        const QRectF seen = transform.inverted().mapRect(QRectF(rect()));
        isWhole = true;
        for (const CanvasNode& node : model().nodes) {
            if (isShown(node)) {
                isWhole &= !takeWhole(bounds, seen, node.rect);
            }
        }
        for (const CanvasNote& note : model().notes) {
            isWhole &= !takeWhole(bounds, seen, note.rect);
        }
        transform = transformFor(bounds);
    }
    setTransform(transform);
}

void CanvasWidget::fitTo(const QRectF& part) {
    if (!part.isEmpty() && width() >= 10) {
        isFitted_ = false;
        setTransform(transformFor(part));
    }
}

QTransform CanvasWidget::transformFor(const QRectF& bounds) const {
    const double margin = kMargin * style_.scalePercent() / 100.0;
    const double foot = std::max(margin, coveredFoot_ + kAboveFoot);
    const double room = height() - margin - foot;
    const double zoom =
        std::clamp(std::min((width() - 2 * margin) / bounds.width(), room / bounds.height()),
                   kLeastZoom, kMostFittedZoom);
    QTransform transform;
    transform.translate(width() / 2.0, margin + room / 2);
    transform.scale(zoom, zoom);
    transform.translate(-bounds.center().x(), -bounds.center().y());
    return transform;
}

void CanvasWidget::setFitted(std::vector<std::size_t> nodes) {
    fittedNodes_ = std::move(nodes);
    fit();
}

void CanvasWidget::setCoveredFoot(int pixels) {
    if (pixels != coveredFoot_) {
        coveredFoot_ = pixels;
        if (isFitted_) {
            fit();
        }
    }
}

void CanvasWidget::zoomBy(double factor) {
    zoomAround(rect().center(), factor);
}

void CanvasWidget::zoomAround(const QPointF& at, double factor) {
    const double wanted = std::clamp(transform_.m11() * factor, kLeastZoom, kMostZoom);
    const double change = wanted / transform_.m11();
    isFitted_ = false;
    painter_.setInteracting(true);
    restTimer_.start();
    QTransform around;
    around.translate(at.x(), at.y());
    around.scale(change, change);
    around.translate(-at.x(), -at.y());
    setTransform(transform_ * around);
}

} // namespace roundtrip
