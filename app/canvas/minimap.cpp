#include "app/canvas/minimap.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr int kWidth = 200; // at 100 %
constexpr int kHeight = 140;
constexpr int kMargin = 12;
constexpr double kInner = 6; // between its edge and the parts, pixels

} // namespace

Minimap::Minimap(const Style& style, CanvasWidget& canvas, QWidget* parent)
    : QWidget(parent), style_(style), canvas_(canvas) {
    setCursor(Qt::PointingHandCursor);
    connect(&canvas_, &CanvasWidget::viewChanged, this, [this] {
        if (isVisible()) {
            update();
        }
    });
    connect(&style_, &Style::changed, this, &Minimap::place);
    hide();
}

void Minimap::place() {
    setAccessibleName(tr("Small picture of all parts"));
    setToolTip(tr("All parts: press to go there"));
    resize(style_.px(kWidth), style_.px(kHeight));
    const int margin = style_.px(kMargin);
    const QSize room = parentWidget()->size();
    move(room.width() - width() - margin, room.height() - height() - margin);
    setVisible(canvas_.model().nodes.size() > kFewest && room.width() > 3 * width());
    update();
}

QTransform Minimap::transform() const {
    const QRectF all = canvas_.model().bounds();
    const double zoom = std::min((width() - 2 * kInner) / std::max(1.0, all.width()),
                                 (height() - 2 * kInner) / std::max(1.0, all.height()));
    QTransform transform;
    transform.translate(width() / 2.0, height() / 2.0);
    transform.scale(zoom, zoom);
    transform.translate(-all.center().x(), -all.center().y());
    return transform;
}

void Minimap::paintEvent(QPaintEvent* /*event*/) {
    const Theme& theme = style_.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    const QTransform small = transform();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.link);
    for (const CanvasNode& node : canvas_.model().nodes) {
        if (!isShown(node)) {
            continue;
        }
        QRectF box = small.mapRect(node.rect);
        box.setSize(box.size().expandedTo({2, 2}));
        painter.setBrush(node.isRunning ? theme.link : theme.bad);
        painter.drawRect(box);
    }
    const QRectF seen = canvas_.transform().inverted().mapRect(QRectF(canvas_.rect()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.drawRect(small.mapRect(seen).intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
    painter.setPen(QPen(theme.border, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Minimap::goTo(const QPointF& at) {
    const QPointF scene = transform().inverted().map(at);
    canvas_.panBy(QRectF(canvas_.rect()).center() - canvas_.transform().map(scene));
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) {
        goTo(event->position());
    }
}

} // namespace roundtrip
