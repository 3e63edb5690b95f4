#pragma once

#include "app/sandbox/sandbox_document.h"
#include "app/session/judge_run.h"
#include "app/storage/challenge_results.h"
#include "app/style/style.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include <optional>

namespace roundtrip {

/// A challenge beside the stage: what it is about, what it must reach, what the document costs now,
/// which rules it breaks now, hints one by one, and what the judge says.
class ChallengeView : public QWidget {
    Q_OBJECT

  public:
    ChallengeView(const Style& style, SandboxDocument& document, QWidget* parent = nullptr);

    /// `store` keeps the best solution of its current learner; null: nothing is kept.
    void show(Challenge challenge, ProgressStore* store);
    void leave();
    [[nodiscard]] bool isShown() const { return challenge_.has_value(); }
    [[nodiscard]] const Challenge& challenge() const { return *challenge_; }
    /// Of the document as it was when the judge last looked; none before, or after it was changed.
    [[nodiscard]] const std::optional<Verdict>& verdict() const { return verdict_; }

    [[nodiscard]] QPushButton& checking() { return *check_; }
    [[nodiscard]] QPushButton& hinting() { return *hint_; }
    [[nodiscard]] QPushButton& best() { return *best_; }
    [[nodiscard]] QPushButton& leaving() { return *leave_; }
    [[nodiscard]] JudgeRun& judging() { return judge_; }
    /// What is said about price and rules.
    [[nodiscard]] QString stateText() const { return state_->text(); }
    [[nodiscard]] QString verdictText() const { return result_->text(); }

  signals:
    void leaveWanted();
    /// The document shall be the challenge's beginning again, or the best solution so far.
    void sceneWanted(const roundtrip::Scene& scene);
    /// A solution was judged, and kept when it is the best.
    void judged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void makeLayout();
    void takeChange();
    void refresh();
    void refreshGoals();
    void refreshState();
    void refreshHints();
    void takeVerdict(const Verdict& verdict);
    [[nodiscard]] QString goalLine(std::size_t goal) const;
    [[nodiscard]] QString freeSettings() const;
    [[nodiscard]] QString say(const ChallengeWords& words) const;

    const Style& style_;
    SandboxDocument& document_;
    std::optional<Challenge> challenge_;
    std::optional<Verdict> verdict_;
    ProgressStore* store_ = nullptr;
    Scene judgedScene_;
    JudgeRun judge_;
    std::size_t hintsShown_ = 0;
    QLabel* title_;
    QLabel* story_;
    QLabel* goals_;
    QLabel* state_;
    QLabel* hints_;
    QLabel* result_;
    QProgressBar* progress_;
    QPushButton* check_;
    QPushButton* hint_;
    QPushButton* again_;
    QPushButton* best_;
    QPushButton* leave_;
};

} // namespace roundtrip
