#pragma once

#include "app/playback/twin_playback.h"
#include "app/style/style.h"

#include <QWidget>

namespace roundtrip {

/// Both sides' requests on one axis of simulated time: a band for each side, a bar from each
/// request's start to its end, and where one stands. A click or the arrow keys go somewhere else.
class TwinTimeline : public QWidget {
    Q_OBJECT

  public:
    explicit TwinTimeline(const Style& style, QWidget* parent = nullptr);

    /// Null for all: nothing is shown.
    void setTwin(TwinPlayback* twin, Playback* a, Playback* b);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

  private:
    void paintBand(QPainter& painter, const Playback& side, const QRectF& band,
                   const QColor& colour) const;
    void paintAxis(QPainter& painter, double top) const;
    void seek(double x);
    [[nodiscard]] double left() const;
    [[nodiscard]] double xOf(SimTime time) const;

    const Style& style_;
    TwinPlayback* twin_ = nullptr;
    Playback* a_ = nullptr;
    Playback* b_ = nullptr;
};

} // namespace roundtrip
