#include "app/inspector/steady_label.h"

namespace roundtrip {

SteadyLabel::SteadyLabel(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

int SteadyLabel::heightForWidth(int width) const {
    constexpr int kLines = 3;
    if (width != width_) {
        width_ = width;
        height_ = 0;
    }
    const int usual = kLines * fontMetrics().lineSpacing() + 2 * margin();
    height_ = qMax(qMax(height_, usual), QLabel::heightForWidth(width));
    return height_;
}

QSize SteadyLabel::sizeHint() const {
    const QSize own = QLabel::sizeHint();
    return {own.width(), qMax(own.height(), height_)};
}

} // namespace roundtrip
