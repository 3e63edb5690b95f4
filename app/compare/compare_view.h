#pragma once

#include "app/charts/figure_chart.h"
#include "app/compare/compare_side.h"
#include "app/compare/twin_timeline.h"
#include "app/playback/twin_playback.h"
#include "app/session/twin_session.h"
#include "app/timeline/transport_bar.h"
#include "core/lesson/lesson.h"

#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

#include <optional>

namespace roundtrip {

/// Two variants of a scene side by side, with the same seed and the same inputs: two stages, one
/// transport, one timeline, a table of the figures and a chart. What differs can be changed.
class CompareView : public QWidget {
    Q_OBJECT

  public:
    CompareView(const Style& style, const TransportActions& actions, QWidget* parent = nullptr);
    ~CompareView() override;

    /// What parts are called on both sides, and in which picture both are shown.
    void setWords(const std::map<std::string, std::string>& names,
                  const std::optional<Analogy>& analogy);
    /// Begins to run both sides.
    void compare(LessonComparison comparison, LessonComparisonText text);
    /// The same in other words.
    void setText(LessonComparisonText text);
    void setReducedMotion(bool reduced);
    /// On the projector: the stages, the sentences and the numbers.
    void setProjector(bool on);
    /// Opens the dialog for what is different on side B.
    void chooseDifference();
    /// Takes other settings for side B and runs both anew.
    void setDifference(const std::vector<Command>& settings);

    [[nodiscard]] Transport* transport() { return twin_.get(); }
    [[nodiscard]] CompareSide& side(Side which) { return which == Side::a ? *a_ : *b_; }
    [[nodiscard]] QTableWidget& table() { return *table_; }
    [[nodiscard]] FigureChart& chart() { return *chart_; }
    [[nodiscard]] QPushButton& closeButton() { return *close_; }
    /// Both sides have been simulated and can be played.
    [[nodiscard]] bool isReady() const { return isReady_; }
    [[nodiscard]] QString title() const { return title_->text(); }

  signals:
    /// Both sides can be played; while they are seen, and unless motion is reduced, they now are.
    void ready();
    /// The lesson's own comparison has been seen to its end; its numbers.
    void watched(const roundtrip::ComparisonFigures& figures);
    void closeWanted();
    void failed(const roundtrip::Error& error);
    void playingChanged(bool playing);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void start();
    void look();
    void beReady();
    void end();
    /// So fast that a person can follow, and need not wait.
    void choosePace();
    /// Both stages show the parts that something happens to.
    void fitStages();
    void follow();
    void readFigures();
    void fillTable();
    void showChart();
    void retranslate();
    void restyle();
    [[nodiscard]] QString differencesOf(Side side) const;
    [[nodiscard]] QString differenceText(const MetricValue& a, const MetricValue& b) const;

    const Style& style_;
    LessonComparison comparison_;
    LessonComparisonText text_;
    bool isOwn_ = false; ///< what differs was chosen by the learner
    bool isReady_ = false;
    bool isWatched_ = false;
    std::unique_ptr<TwinSession> sessions_;
    std::unique_ptr<TwinPlayback> twin_;
    CompareSide* a_;
    CompareSide* b_;
    QLabel* title_;
    QLabel* terms_;
    QLabel* say_;
    QPushButton* change_;
    QPushButton* close_;
    QWidget* lower_;
    TransportBar* transportBar_;
    TwinTimeline* timeline_;
    QTableWidget* table_;
    FigureChart* chart_;
    QTimer figuresTimer_;
};

} // namespace roundtrip
