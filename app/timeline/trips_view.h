#pragma once

#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/style/style.h"

#include <QWidget>

#include <vector>

namespace roundtrip {

/// The last trips under one another on one axis of simulated time that starts at zero for each, so
/// that a long way and a short one can be seen side by side. A click goes to that trip's start.
class TripsView : public QWidget {
    Q_OBJECT

  public:
    TripsView(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);

    struct Piece {
        QString part;
        Category category = Category::compute;
        SimTime from; ///< since the trip's start
        SimTime to;
    };
    struct Row {
        RequestId request = RequestId::none;
        QString title;
        QString result;
        SimTime took;
        bool isStale = false;
        bool isFailed = false;
        std::size_t startFact = 0;
        std::vector<Piece> pieces; ///< outer activities first
    };
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    void read();
    [[nodiscard]] Row rowOf(const Trip& trip) const;
    void paintRow(QPainter& painter, const Row& row, double top, double perSecond) const;
    [[nodiscard]] double rowHeight() const;

    const Style& style_;
    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    std::vector<Row> rows_;
};

} // namespace roundtrip
