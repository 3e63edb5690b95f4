#pragma once

#include <QPainter>
#include <QPixmap>
#include <QVariantAnimation>

namespace roundtrip {

/// Blends an old picture of a widget into what the widget paints now, in 150 ms.
class Crossfade : public QVariantAnimation {
    Q_OBJECT

  public:
    /// `widget` is painted anew at each change, until it is over.
    explicit Crossfade(QWidget* widget);

    void from(QPixmap old);
    /// Paints what is left of the old picture, over the new one.
    void paint(QPainter& painter) const;

  private:
    QPixmap old_;
};

} // namespace roundtrip
