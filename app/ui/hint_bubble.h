#pragma once

#include "app/style/style.h"

#include <QList>
#include <QVariantAnimation>
#include <QWidget>

namespace roundtrip {

/// A short sentence over the window, with a point towards what it is about. It takes no click and
/// no focus; a screen reader hears it when it appears.
class HintBubble : public QWidget {
    Q_OBJECT

  public:
    enum class Point { none, left, down };

    HintBubble(const Style& style, QWidget* host);

    void say(const QString& text);
    [[nodiscard]] const QString& text() const { return text_; }
    /// `tip`: what it points at, in the host. It stays within `room`, and goes up where something
    /// has to be seen, as long as there is room.
    void place(Point point, QPoint tip, const QRect& room, const QList<QRect>& seen);
    /// What it points at now, in the host.
    [[nodiscard]] QPoint tip() const { return pos() + tip_; }
    void appear();
    /// At once where motion is reduced.
    void fadeAway();

    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    [[nodiscard]] QRect box() const;

    const Style& style_;
    QString text_;
    Point point_ = Point::none;
    QPoint tip_; ///< in this widget
    double opacity_ = 1;
    QVariantAnimation fading_;
};

} // namespace roundtrip
