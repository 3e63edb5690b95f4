#pragma once

#include "app/style/style.h"
#include "core/metrics/run_series.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QCustomPlot;

namespace roundtrip {

/// What one chart shows. Latency has three lines, the others one.
enum class ChartTopic {
    latency,
    throughput,
    errors,
    utilisation,
    queueLength,
    hitRatio,
    freshness,
    connections
};
constexpr std::size_t kChartTopicCount = 8;
[[nodiscard]] const std::vector<Quantity>& quantitiesOf(ChartTopic topic);

/// One chart of a run over simulated time: of a topic and of all parts or one, as chosen in its
/// head. Draws what it is given; see RunCharts.
class SeriesChart : public QWidget {
    Q_OBJECT

  public:
    SeriesChart(const Style& style, ChartTopic topic, QWidget* parent = nullptr);

    [[nodiscard]] ChartTopic topic() const;
    void setTopic(ChartTopic topic);
    /// None: all parts.
    [[nodiscard]] std::optional<NodeId> part() const;
    /// Which parts can be chosen: their names, and their ids in the same order.
    void setParts(const QStringList& names, const std::vector<NodeId>& ids);

    void show(const RunSeries& series, SimTime until);

    /// The lines, each with its name and points, as they are shown.
    struct Line {
        Quantity quantity = Quantity::throughput;
        QString name;
        std::vector<SeriesPoint> points;
    };
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
    /// The numbers beside the title: "p50 41 ms · p95 230 ms".
    [[nodiscard]] QString summary() const { return numbers_->text(); }
    [[nodiscard]] QComboBox& topics() { return *topics_; }
    [[nodiscard]] QComboBox& parts() { return *parts_; }
    [[nodiscard]] QCustomPlot& plot() { return *plot_; }

  signals:
    /// Another topic or part was chosen.
    void choiceChanged();
    void removeWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void restyle();
    void retranslate();
    void draw(SimTime until);
    [[nodiscard]] std::array<QColor, 3> colours() const;
    [[nodiscard]] QString summaryOf(const RunSeries& series, SimTime until) const;

    const Style& style_;
    QComboBox* topics_;
    QComboBox* parts_;
    QToolButton* remove_;
    QLabel* numbers_;
    QCustomPlot* plot_;
    std::vector<Line> lines_;
    SimTime until_;
};

/// What a topic, and a line of its chart, is called.
[[nodiscard]] QString topicName(ChartTopic topic);
[[nodiscard]] QString quantityName(Quantity quantity);
/// A value with its unit: "230 ms", "96 %", "396/s", "37".
[[nodiscard]] QString quantityText(Quantity quantity, double value);

} // namespace roundtrip
