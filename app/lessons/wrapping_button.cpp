#include "app/lessons/wrapping_button.h"

#include <QKeyEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace roundtrip {

WrappingButton::WrappingButton(const Style& style, const QString& text, QWidget* parent)
    : QPushButton(text, parent), style_(style) {
    // Not a fixed height: that would be the one at the width it likes best, of fewer lines perhaps.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont WrappingButton::textFont() const {
    const bool isStrong = isChecked() || property("primary").toBool();
    return style_.font(14, isStrong ? QFont::DemiBold : QFont::Normal);
}

QColor WrappingButton::textColour() const {
    const Theme& theme = style_.theme();
    if (property("primary").toBool()) {
        return isEnabled() ? theme.accentText : theme.muted;
    }
    if (isChecked()) {
        return theme.accent;
    }
    return isEnabled() || property("choice").toBool() ? theme.text : theme.muted;
}

int WrappingButton::heightForWidth(int width) const {
    const QFontMetrics metrics(style_.font(14, QFont::DemiBold));
    const QRect room(0, 0, qMax(1, width - 2 * margin()), 10'000);
    return metrics.boundingRect(room, Qt::TextWordWrap, text()).height() + style_.px(16);
}

QSize WrappingButton::sizeHint() const {
    const int width =
        QFontMetrics(style_.font(14, QFont::DemiBold)).horizontalAdvance(text()) + 2 * margin() + 2;
    const int narrow = qMin(width, style_.px(280));
    return {narrow, heightForWidth(narrow)};
}

QSize WrappingButton::minimumSizeHint() const {
    return {style_.px(120), style_.px(34)};
}

void WrappingButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void WrappingButton::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    painter.setFont(textFont());
    painter.setPen(textColour());
    const int aligned = property("choice").toBool() ? Qt::AlignLeft : Qt::AlignHCenter;
    painter.drawText(rect().adjusted(margin(), 0, -margin(), 0),
                     aligned | Qt::AlignVCenter | Qt::TextWordWrap, text());
}

} // namespace roundtrip
