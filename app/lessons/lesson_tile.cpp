#include "app/lessons/lesson_tile.h"

#include "core/nodes/node_kind.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>

namespace roundtrip {

namespace {

/// Where the parts' centres come to lie in `box`.
std::map<std::string, QPointF> placesIn(const QRectF& box, const Scene& scene) {
    QRectF extent;
    for (const SceneNode& node : scene.nodes) {
        const QRectF point(node.x, node.y, 1, 1);
        extent = extent.isNull() ? point : extent.united(point);
    }
    constexpr double kMost = 0.5; // so that few parts do not lie far apart
    const double across = std::min(kMost, box.width() / std::max(1.0, extent.width()));
    const double down = std::min(kMost, box.height() / std::max(1.0, extent.height()));
    std::map<std::string, QPointF> places;
    for (const SceneNode& node : scene.nodes) {
        const QPointF away = QPointF(node.x, node.y) - extent.center();
        places[node.id] = box.center() + QPointF(away.x() * across, away.y() * down);
    }
    return places;
}

} // namespace

void paintStill(QPainter& painter, const QRectF& box, const Scene& scene, const Style& style) {
    const Theme& theme = style.theme();
    const QSizeF card(style.px(40), style.px(30));
    const double beside = card.width();
    const double above = card.height() * 0.7;
    const auto places = placesIn(box.adjusted(beside, above, -beside, -above), scene);
    painter.setPen(QPen(theme.link, style.px(2)));
    for (const SceneLink& link : scene.links) {
        painter.drawLine(places.at(link.from), places.at(link.to));
    }
    for (const SceneNode& node : scene.nodes) {
        const QPointF centre = places.at(node.id);
        const QRectF rect(centre - QPointF(card.width() / 2, card.height() / 2), card);
        painter.setPen(QPen(theme.border, style.px(1.5)));
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(rect, style.px(6), style.px(6));
        const int icon = style.px(18);
        const double ratio = painter.device()->devicePixelRatioF();
        painter.drawPixmap(centre - QPointF(icon / 2.0, icon / 2.0),
                           Style::partIcon(QString::fromStdString(node.kind), icon, ratio));
    }
    if (!scene.links.empty()) {
        const QPointF from = places.at(scene.links.front().from);
        const QPointF to = places.at(scene.links.front().to);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.request);
        painter.drawEllipse(from + (to - from) / 2, style.px(6), style.px(6));
    }
}

LessonTile::LessonTile(const Style& style, Lesson lesson, QWidget* parent)
    : QAbstractButton(parent), style_(style), lesson_(std::move(lesson)) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LessonTile::tell(const LessonText& text, const LessonProgress& progress) {
    title_ = QString::fromStdString(text.title);
    summary_ = QString::fromStdString(text.summary);
    progress_ = progress;
    setText(title_);
    setAccessibleName(title_);
    setAccessibleDescription(
        tr("%1 %2 of %3 steps done.").arg(summary_).arg(progress_.done).arg(progress_.steps));
    updateGeometry();
    update();
}

void LessonTile::tellProblem(const QString& name, const QString& problem) {
    title_ = name;
    summary_ = problem;
    progress_ = {};
    setText(title_);
    setAccessibleName(title_);
    setAccessibleDescription(summary_);
    updateGeometry();
    update();
}

QSize LessonTile::sizeHint() const {
    const int width = style_.px(300);
    return {width, heightForWidth(width)};
}

int LessonTile::wordsHeight(int width) const {
    const QRect room(0, 0, width - style_.px(32), 4000);
    const QFontMetrics title(style_.font(16, QFont::DemiBold));
    const QFontMetrics summary(style_.font(13.5));
    return title.boundingRect(room, Qt::TextWordWrap, title_).height() + style_.px(4) +
           summary.boundingRect(room, Qt::TextWordWrap, summary_).height();
}

int LessonTile::heightForWidth(int width) const {
    return stillHeight() + style_.px(12) + wordsHeight(width) + style_.px(42);
}

void LessonTile::paintEvent(QPaintEvent* /*event*/) {
    const Theme& theme = style_.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = hasFocus() ? 2 : 1;
    const QRectF card = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
    QPainterPath outline;
    outline.addRoundedRect(card, style_.px(12), style_.px(12));
    painter.fillPath(outline, theme.surface);
    QRectF still = card;
    still.setHeight(stillHeight());
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(still, theme.canvas);
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(still.bottomLeft(), still.bottomRight());
    painter.restore();
    paintStill(painter, still, lesson_.scene, style_);
    paintWords(painter, card.adjusted(style_.px(16), stillHeight() + style_.px(12), -style_.px(16),
                                      -style_.px(16)));
    painter.setPen(QPen(hasFocus()     ? theme.accent
                        : underMouse() ? theme.muted
                                       : theme.border,
                        edge));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

void LessonTile::paintWords(QPainter& painter, const QRectF& box) const {
    const Theme& theme = style_.theme();
    QRectF used;
    painter.setFont(style_.font(16, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(box, Qt::TextWordWrap, title_, &used);
    painter.setFont(style_.font(13.5));
    painter.setPen(theme.muted);
    painter.drawText(box.adjusted(0, used.height() + style_.px(4), 0, 0), Qt::TextWordWrap,
                     summary_);
    const double height = style_.px(6);
    QRectF bar(box.left(), box.bottom() - height, box.width(), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.grid);
    painter.drawRoundedRect(bar, height / 2, height / 2);
    bar.setWidth(bar.width() * progress_.share());
    painter.setBrush(theme.good);
    painter.drawRoundedRect(bar, height / 2, height / 2);
}

void LessonTile::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void LessonTile::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void LessonTile::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace roundtrip
