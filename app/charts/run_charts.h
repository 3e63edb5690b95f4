#pragma once

#include "app/charts/series_chart.h"
#include "app/narration/narrator.h"
#include "app/playback/playback.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

namespace roundtrip {

/// Charts of the run up to the position, as many as the user wants, side by side. They can be saved
/// as a table (CSV) and as a picture.
class RunCharts : public QWidget {
    Q_OBJECT

  public:
    RunCharts(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);
    SeriesChart* add(ChartTopic topic);
    void remove(SeriesChart* chart);
    /// What is charted, from left to right.
    [[nodiscard]] std::vector<ChartTopic> topics() const;
    /// Other charts than now; none leaves them as they are.
    void setTopics(const std::vector<ChartTopic>& topics);
    [[nodiscard]] const std::vector<SeriesChart*>& charts() const { return charts_; }

    /// A line of names, then one for each moment at which a chart has a value: time in seconds,
    /// then a column for each line of each chart, empty where it has none. Values as in RunSeries.
    [[nodiscard]] QString csv() const;
    /// As they are seen, without the buttons beside: a PNG.
    [[nodiscard]] QByteArray picture() const;

    [[nodiscard]] QPushButton& adding() { return *add_; }
    [[nodiscard]] QPushButton& savingTable() { return *saveTable_; }
    [[nodiscard]] QPushButton& savingPicture() { return *savePicture_; }

  signals:
    void saveTableWanted();
    void savePictureWanted();
    /// Somebody added, removed or changed a chart.
    void topicsChosen();

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void takeScene();
    void readSoon();
    void read();
    void retranslate();

    const Style& style_;
    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    std::optional<RunSeries> series_;
    std::shared_ptr<const Trace> trace_;
    QWidget* row_;
    QHBoxLayout* rowLayout_;
    std::vector<SeriesChart*> charts_;
    QPushButton* add_;
    QPushButton* saveTable_;
    QPushButton* savePicture_;
    QTimer timer_;
};

} // namespace roundtrip
