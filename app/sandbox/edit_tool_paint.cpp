#include "app/sandbox/edit_tool.h"

#include <QPainter>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr double kHandleSide = 20;

} // namespace

QRectF EditTool::handleRect(std::size_t node) const {
    const QRectF card = canvas_.nodeRect(node);
    const double side = style_.px(kHandleSide);
    return {card.right() - side / 2, card.center().y() - side / 2, side, side};
}

void EditTool::paint(QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintSelection(painter);
    const auto node = hovered_ ? hovered_ : canvas_.selectedNode();
    if (drag_ == Drag::none && !joinFrom_ && node && *node < canvas_.model().nodes.size() &&
        isShown(canvas_.model().nodes[*node])) {
        paintHandle(painter, *node);
    }
    if (joinFrom_) {
        paintJoin(painter);
    }
    paintSnap(painter);
    if (drag_ == Drag::frame && hasMoved_) {
        QColor fill = style_.theme().accent;
        fill.setAlphaF(0.08F);
        painter.setBrush(fill);
        painter.setPen(QPen(style_.theme().accent, 1));
        painter.drawRect(QRectF(pressedAt_, pointer_).normalized());
    }
    painter.restore();
}

void EditTool::paintSelection(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style_.theme().accent, 2));
    const auto& nodes = canvas_.model().nodes;
    const double radius = style_.px(12) * canvas_.transform().m11();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (isShown(nodes[i]) && selection_.parts.contains(idOf(i))) {
            painter.drawRoundedRect(canvas_.nodeRect(i).adjusted(-3, -3, 3, 3), radius, radius);
        }
    }
    for (const CanvasNote& note : canvas_.model().notes) {
        if (selection_.notes.contains(note.id.toStdString())) {
            painter.drawRoundedRect(canvas_.transform().mapRect(note.rect).adjusted(-3, -3, 3, 3),
                                    8, 8);
        }
    }
}

QRectF EditTool::selectionRect() const {
    const CanvasModel& model = canvas_.model();
    QRectF around;
    for (const CanvasNode& node : model.nodes) {
        const bool isEnd = std::ranges::any_of(selection_.links, [&node](const std::string& link) {
            return link.starts_with(node.key + "->") || link.ends_with("->" + node.key);
        });
        if (isShown(node) && (isEnd || selection_.parts.contains(node.key))) {
            around |= node.rect;
        }
    }
    for (const CanvasNote& note : model.notes) {
        if (selection_.notes.contains(note.id.toStdString())) {
            around |= note.rect;
        }
    }
    return around;
}

/// The lines that a dragged card shares with others.
void EditTool::paintSnap(QPainter& painter) const {
    const double scale = style_.scalePercent() / 100.0;
    painter.setPen(QPen(style_.theme().attention, 1, Qt::DashLine));
    if (snap_.x) {
        const double x = canvas_.transform().map(QPointF(*snap_.x * scale, 0)).x();
        painter.drawLine(QPointF(x, 0), QPointF(x, canvas_.height()));
    }
    if (snap_.y) {
        const double y = canvas_.transform().map(QPointF(0, *snap_.y * scale)).y();
        painter.drawLine(QPointF(0, y), QPointF(canvas_.width(), y));
    }
}

/// A small disc with a plus on the card's right edge: drag it to another card.
void EditTool::paintHandle(QPainter& painter, std::size_t node) const {
    const QRectF box = handleRect(node);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style_.theme().accent);
    painter.drawEllipse(box);
    painter.setPen(QPen(style_.theme().accentText, 2, Qt::SolidLine, Qt::RoundCap));
    const double reach = box.width() / 4;
    painter.drawLine(box.center() - QPointF(reach, 0), box.center() + QPointF(reach, 0));
    painter.drawLine(box.center() - QPointF(0, reach), box.center() + QPointF(0, reach));
}

/// A line to the pointer, or to the card that the keys have gone to; what can be joined is framed.
void EditTool::paintJoin(QPainter& painter) const {
    const auto from = indexOfPart(*joinFrom_);
    const auto& nodes = canvas_.model().nodes;
    if (!from || *from >= nodes.size()) {
        return;
    }
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto link = isShown(nodes[i]) ? document_.linkBetween(*joinFrom_, idOf(i))
                                            : std::optional<SceneLink>();
        if (link && document_.scene().findLink(link->key()) == nullptr) {
            painter.setPen(QPen(style_.theme().good, 2, Qt::DashLine));
            painter.drawRoundedRect(canvas_.nodeRect(i).adjusted(-4, -4, 4, 4), 14, 14);
        }
    }
    const auto chosen = canvas_.selectedNode();
    const bool byKeys = drag_ != Drag::join && chosen && *chosen != *from;
    const QPointF end = byKeys ? canvas_.nodeRect(*chosen).center() : pointer_;
    painter.setPen(QPen(style_.theme().accent, 2.5, Qt::DashLine, Qt::RoundCap));
    painter.drawLine(canvas_.nodeRect(*from).center(), end);
}

} // namespace roundtrip
