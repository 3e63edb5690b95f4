#include "app/ui/hint_bubble.h"

#include <QAccessible>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr int kFadeMilliseconds = 600;
constexpr double kPoint = 9; // length of the point, at 100 %
constexpr double kBeside = 12;
constexpr double kAbove = 8;

} // namespace

HintBubble::HintBubble(const Style& style, QWidget* host) : QWidget(host), style_(style) {
    setObjectName("firstHint");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    fading_.setDuration(kFadeMilliseconds);
    fading_.setStartValue(1.0);
    fading_.setEndValue(0.0);
    connect(&fading_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        opacity_ = value.toDouble();
        update();
    });
    connect(&fading_, &QVariantAnimation::finished, this, &QWidget::hide);
}

void HintBubble::say(const QString& text) {
    text_ = text;
    setAccessibleName(text);
    update();
}

QSize HintBubble::sizeHint() const {
    const QFontMetrics letters(style_.font(14, QFont::DemiBold));
    const int point = style_.px(kPoint);
    return {letters.horizontalAdvance(text_) + 2 * style_.px(kBeside) + point,
            letters.height() + 2 * style_.px(kAbove) + point};
}

/// Without the point.
QRect HintBubble::box() const {
    const int point = style_.px(kPoint);
    return rect().adjusted(point_ == Point::left ? point : 0, 0, point_ == Point::left ? 0 : -point,
                           -point);
}

void HintBubble::place(Point point, QPoint tip, const QRect& room, const QList<QRect>& seen) {
    point_ = point;
    const QSize size = sizeHint();
    const QPoint wanted = point == Point::left
                              ? QPoint(tip.x(), tip.y() - (size.height() - style_.px(kPoint)) / 2)
                              : QPoint(tip.x() - size.width() / 2, tip.y() - size.height());
    const QPoint corner(
        std::clamp(wanted.x(), room.left(), std::max(room.left(), room.right() - size.width())),
        std::clamp(wanted.y(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    const QRect wantedBox(corner, size);
    const auto covers = [&seen](const QRect& box) {
        return std::ranges::any_of(seen,
                                   [&box](const QRect& each) { return each.intersects(box); });
    };
    QRect placed = wantedBox;
    while (placed.top() > room.top() && covers(placed)) {
        placed.translate(0, -1);
    }
    // Rather in front of something than too far off to point at the tip.
    const bool isInReach =
        point != Point::left || wantedBox.top() - placed.top() <= size.height() / 2;
    setGeometry(covers(placed) || !isInReach ? wantedBox : placed);
    tip_ = tip - pos();
    update();
}

void HintBubble::appear() {
    fading_.stop();
    opacity_ = 1;
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void HintBubble::fadeAway() {
    if (style_.isMotionReduced() || !isVisible()) {
        hide();
    } else if (fading_.state() != QAbstractAnimation::Running) {
        fading_.start();
    }
}

void HintBubble::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(opacity_);
    QPainterPath shape;
    shape.addRoundedRect(box(), style_.px(8), style_.px(8));
    const int half = style_.px(kPoint);
    if (point_ == Point::left) {
        const int y = std::clamp(tip_.y(), box().top() + 2 * half, box().bottom() - 2 * half);
        shape.addPolygon(QPolygon({QPoint(box().left() + 1, y - half), QPoint(0, y),
                                   QPoint(box().left() + 1, y + half)}));
    } else if (point_ == Point::down) {
        const int x = std::clamp(tip_.x(), box().left() + 2 * half, box().right() - 2 * half);
        shape.addPolygon(QPolygon({QPoint(x - half, box().bottom()), QPoint(x, height()),
                                   QPoint(x + half, box().bottom())}));
    }
    shape.setFillRule(Qt::WindingFill);
    painter.fillPath(shape, style_.theme().accent);
    painter.setPen(style_.theme().accentText);
    painter.setFont(style_.font(14, QFont::DemiBold));
    painter.drawText(box(), Qt::AlignCenter, text_);
}

} // namespace roundtrip
