#include "app/canvas/crossfade.h"

#include <QWidget>

#include <utility>

namespace roundtrip {

Crossfade::Crossfade(QWidget* widget) : QVariantAnimation(widget) {
    constexpr int kMilliseconds = 150;
    setDuration(kMilliseconds);
    setStartValue(1.0);
    setEndValue(0.0);
    connect(this, &QVariantAnimation::valueChanged, widget, [widget] { widget->update(); });
    connect(this, &QVariantAnimation::finished, this, [this] { old_ = QPixmap(); });
}

void Crossfade::from(QPixmap old) {
    stop();
    old_ = std::move(old);
    start();
}

void Crossfade::paint(QPainter& painter) const {
    if (old_.isNull()) {
        return;
    }
    painter.setOpacity(currentValue().toDouble());
    painter.drawPixmap(0, 0, old_);
    painter.setOpacity(1);
}

} // namespace roundtrip
