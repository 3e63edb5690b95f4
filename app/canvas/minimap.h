#pragma once

#include "app/canvas/canvas_widget.h"

#include <QWidget>

namespace roundtrip {

/// All of a large scene, small, in the stage's lower right corner, with a frame round what is seen.
/// A press or a drag goes there; with the keyboard the stage itself is moved.
class Minimap : public QWidget {
    Q_OBJECT

  public:
    Minimap(const Style& style, CanvasWidget& canvas, QWidget* parent = nullptr);

    /// Into the parent's corner, or away when the scene is small.
    void place();

    /// From so many parts on.
    static constexpr std::size_t kFewest = 30;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

  private:
    /// Scene units, as the model's, to this widget's.
    [[nodiscard]] QTransform transform() const;
    void goTo(const QPointF& at);

    const Style& style_;
    CanvasWidget& canvas_;
};

} // namespace roundtrip
