#include "app/canvas/message_atlas.h"

#include <QSvgRenderer>

namespace roundtrip {

namespace {

constexpr int kKinds = static_cast<int>(kMessageKindCount);

/// Every kind, then every kind as a failure.
int slotOf(MessageKind kind, bool isFailure) {
    return static_cast<int>(kind) + (isFailure ? kKinds : 0);
}

void drawCross(QPainter& painter, const QColor& colour, const QRectF& box) {
    QPen pen(colour, box.width() * 0.22);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    const QRectF inner = box.adjusted(box.width() * 0.2, box.height() * 0.2, -box.width() * 0.2,
                                      -box.height() * 0.2);
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
}

} // namespace

QColor MessageAtlas::colourOf(const Theme& theme, MessageKind kind, bool isFailure) {
    if (isFailure) {
        return theme.bad;
    }
    switch (kind) {
    case MessageKind::request:
        return theme.request;
    case MessageKind::response:
        return theme.response;
    case MessageKind::job:
        return theme.job;
    case MessageKind::query:
        return theme.query;
    case MessageKind::result:
        return theme.response;
    case MessageKind::frame:
        return theme.frame;
    }
    return theme.text;
}

void MessageAtlas::drawShape(QPainter& painter, const Theme& theme, MessageKind kind,
                             bool isFailure, const QRectF& box) {
    const QColor colour = colourOf(theme, kind, isFailure);
    if (isFailure) {
        drawCross(painter, colour, box);
        return;
    }
    painter.setPen(QPen(theme.canvas, box.width() * 0.08));
    painter.setBrush(colour);
    const QRectF inner = box.adjusted(box.width() * 0.1, box.height() * 0.1, -box.width() * 0.1,
                                      -box.height() * 0.1);
    const QPointF centre = inner.center();
    switch (kind) {
    case MessageKind::request:
        painter.drawEllipse(inner);
        break;
    case MessageKind::response:
        painter.drawRoundedRect(inner, inner.width() * 0.22, inner.height() * 0.22);
        break;
    case MessageKind::job:
        painter.drawPolygon(
            QPolygonF({QPointF(centre.x(), inner.top()), QPointF(inner.right(), centre.y()),
                       QPointF(centre.x(), inner.bottom()), QPointF(inner.left(), centre.y())}));
        break;
    case MessageKind::query:
    case MessageKind::result: {
        const double height = inner.height() * 0.62;
        const QRectF pill(inner.left(), centre.y() - height / 2, inner.width(), height);
        const double radius = kind == MessageKind::query ? height / 2 : height * 0.25;
        painter.drawRoundedRect(pill, radius, radius);
        break;
    }
    case MessageKind::frame:
        painter.drawPolygon(
            QPolygonF({QPointF(centre.x(), inner.top()), inner.bottomRight(), inner.bottomLeft()}));
        break;
    }
}

void MessageAtlas::drawDrawing(QPainter& painter, const Theme& theme, const QByteArray& drawing,
                               MessageKind kind, bool isFailure, const QRectF& box) {
    const double unit = box.width() / 20;
    painter.setPen(QPen(colourOf(theme, kind, isFailure), unit));
    painter.setBrush(theme.surface);
    painter.drawEllipse(box.adjusted(unit, unit, -unit, -unit));
    QSvgRenderer renderer(drawing);
    const double inset = 4 * unit;
    renderer.render(&painter, box.adjusted(inset, inset, -inset, -inset));
    if (isFailure) {
        const double side = 8 * unit;
        drawCross(painter, theme.bad,
                  QRectF(box.bottomRight() - QPointF(side, side), QSizeF(side, side)));
    }
}

void MessageAtlas::prepare(const Theme& theme, double size, double ratio,
                           const MessageDrawings& drawings) {
    if (!pixmap_.isNull() && theme.name == theme_ && size == size_ && ratio == ratio_ &&
        drawings == drawings_) {
        return;
    }
    theme_ = theme.name;
    size_ = size;
    ratio_ = ratio;
    drawings_ = drawings;
    pixmap_ = QPixmap(QSizeF(size * 2 * kKinds * ratio, size * ratio).toSize());
    pixmap_.fill(Qt::transparent);
    QPainter painter(&pixmap_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(ratio, ratio);
    for (int slot = 0; slot < 2 * kKinds; ++slot) {
        const QRectF box(slot * size, 0, size, size);
        const auto kind = static_cast<MessageKind>(slot % kKinds);
        const bool isFailure = slot >= kKinds;
        const QByteArray& drawing = drawings[static_cast<std::size_t>(slot % kKinds)];
        if (drawing.isEmpty()) {
            drawShape(painter, theme, kind, isFailure, box);
        } else {
            drawDrawing(painter, theme, drawing, kind, isFailure, box);
        }
    }
}

QRectF MessageAtlas::source(MessageKind kind, bool isFailure) const {
    const double side = size_ * ratio_;
    return {slotOf(kind, isFailure) * side, 0, side, side};
}

} // namespace roundtrip
