#pragma once

#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/style/style.h"

#include <QWidget>

class QScrollBar;

#include <vector>

namespace roundtrip {

/// Lanes, one per part, with a bar for each activity of the trip on the screen; the future is
/// drawn faint. Its axis is the clock that plays: story time, or simulated time in true scale,
/// where it shows the seconds around the position. Click or drag to go there. In a low panel the
/// lanes get closer; more than fit then are reached with a scroll bar, or the wheel.
///
/// Keys: left and right step, Home and End go to the ends; up and down scroll.
class TimelineView : public QWidget {
    Q_OBJECT

  public:
    TimelineView(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);
    /// Parts are called otherwise now, or are other ones.
    void takeNames();

    /// A bar as it is drawn, for tests and for the pointer.
    struct Bar {
        std::size_t lane = 0;
        QRectF rect;
        QString text;
        QString name; ///< what a worker calls its task; empty where the lane tells enough
        bool isFailed = false;
        Category category = Category::compute;
    };
    [[nodiscard]] const std::vector<Bar>& bars() const { return bars_; }
    /// Where the lane's name and line are; empty when it is scrolled away.
    [[nodiscard]] QRectF laneRect(std::size_t lane) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Window {
        double from = 0; ///< on the axis's clock, seconds
        double to = 1;
    };
    void layOut();
    void measureNames();
    [[nodiscard]] QString nameOf(std::size_t lane) const;
    void layOutTrip(const Trip& trip);
    void layOutAround();
    void addBar(const Span& span, double from, double to);
    [[nodiscard]] const Trip* shownTrip() const;
    [[nodiscard]] double storyOfFact(std::size_t fact) const;
    [[nodiscard]] double now() const;
    [[nodiscard]] double xOf(double at) const;
    [[nodiscard]] std::size_t lanes() const;
    [[nodiscard]] std::size_t lanesInSight() const;
    [[nodiscard]] double axisEnd() const;
    void showScroll();
    [[nodiscard]] double labelWidth() const;
    [[nodiscard]] double laneHeight() const;
    void seekTo(double x);
    void paintLanes(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintName(QPainter& painter, const Bar& bar, const QColor& ground) const;

    const Style& style_;
    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    QScrollBar* scroll_;    ///< its value is the first lane in sight
    double namesWidth_ = 0; ///< of the longest
    Window window_;
    std::vector<Bar> bars_;
};

} // namespace roundtrip
