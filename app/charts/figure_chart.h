#pragma once

#include "app/style/style.h"
#include "core/lesson/goal.h"

#include <QLabel>
#include <QWidget>

#include <memory>

class QCustomPlot;
class QCPGraph;

namespace roundtrip {

/// One figure of both sides over simulated time: how long each request took, or how far a number
/// had grown. A is drawn full with discs, B broken with diamonds.
class FigureChart : public QWidget {
    Q_OBJECT

  public:
    explicit FigureChart(const Style& style, QWidget* parent = nullptr);

    void show(LessonMetric metric, std::shared_ptr<const Trace> a, std::shared_ptr<const Trace> b);
    [[nodiscard]] QCustomPlot& plot() { return *plot_; }

  private:
    void restyle();
    void draw();
    void drawSide(QCPGraph& graph, const Trace& trace, SimTime end) const;

    const Style& style_;
    QLabel* title_;
    QCustomPlot* plot_;
    QCPGraph* graphOfA_ = nullptr;
    QCPGraph* graphOfB_ = nullptr;
    LessonMetric metric_ = LessonMetric::medianLatency;
    std::shared_ptr<const Trace> a_;
    std::shared_ptr<const Trace> b_;
};

} // namespace roundtrip
