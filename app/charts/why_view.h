#pragma once

#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/style/style.h"
#include "core/metrics/critical_path.h"
#include "core/metrics/failure_causes.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>

#include <optional>

namespace roundtrip {

/// Two answers about the run up to the position: where a slow request spent its time, and with what
/// failures began. Each points at the moment in the run that it speaks of.
class WhyView : public QWidget {
    Q_OBJECT

  public:
    WhyView(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);

    /// Of the request at the 95th percentile; none before any has ended.
    [[nodiscard]] const std::optional<CriticalPath>& path() const { return path_; }
    [[nodiscard]] const std::vector<FailureCause>& causes() const { return causes_; }
    /// "Database: standing in line".
    [[nodiscard]] QString placeOf(const PathShare& share) const;
    [[nodiscard]] QString slowSentence() const { return slow_->text(); }
    [[nodiscard]] QString failedSentence() const { return failed_->text(); }

  signals:
    /// The user wants to see that moment.
    void factChosen(std::size_t fact);

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void readSoon();
    void read();
    void retranslate();
    void showSlow();
    void showFailed();
    void addShare(const PathShare& share, double part);
    void addCause(const FailureCause& cause);
    QWidget* showButton(std::size_t fact, const QString& what);

    const Style& style_;
    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    std::optional<CriticalPath> path_;
    std::size_t slowFact_ = 0; ///< where the slow request begins
    std::uint64_t ended_ = 0;  ///< requests, as yet
    std::vector<FailureCause> causes_;
    QLabel* slowTitle_;
    QLabel* slow_;
    QVBoxLayout* shares_;
    QLabel* failedTitle_;
    QLabel* failed_;
    QVBoxLayout* failures_;
    QTimer timer_;
};

} // namespace roundtrip
