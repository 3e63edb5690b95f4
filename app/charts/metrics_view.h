#pragma once

#include "app/playback/playback.h"
#include "app/style/style.h"

#include <QLabel>
#include <QWidget>

class QCustomPlot;
class QCPBars;
class QCPGraph;

namespace roundtrip {

/// Latency of every trip that has ended at the position, over time and as a histogram, with the
/// numbers beside. Reads the trace only.
class MetricsView : public QWidget {
    Q_OBJECT

  public:
    explicit MetricsView(const Style& style, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);
    /// Facts from here on count; a lesson's step sets where it began.
    void setFrom(std::size_t fact);

    [[nodiscard]] QString summary() const;

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void restyle();
    void readSoon();
    void read();
    void showHistogram(const std::vector<double>& milliseconds);

    const Style& style_;
    Playback* playback_ = nullptr;
    std::size_t from_ = 0;
    QLabel* numbers_;
    QLabel* latencyTitle_;
    QLabel* histogramTitle_;
    QCustomPlot* latency_;
    QCPGraph* fresh_;
    QCPGraph* stale_;
    QCustomPlot* histogram_;
    QCPBars* bars_;
    QTimer timer_;
};

} // namespace roundtrip
