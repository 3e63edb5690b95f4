#pragma once

#include "app/storage/progress_store.h"
#include "app/style/style.h"

#include <QToolButton>

namespace roundtrip {

/// Says who is learning, and has the menu of the learners: another one, a new one, another name,
/// their results for a teacher, and an end to all that is kept of one.
class LearnerButton : public QToolButton {
    Q_OBJECT

  public:
    LearnerButton(ProgressStore& store, const Style& style, QWidget* parent = nullptr);

    /// The current learner's results: xAPI statements where the name ends with .json, else CSV.
    void exportTo(const QString& file);
    void retranslate();
    void restyle();

  signals:
    /// Somebody else learns now, or is called otherwise.
    void learnerChanged();
    /// What came of it, for the line that the learner reads.
    void told(const QString& sentence);

  private:
    void refresh();
    void makeMenu();
    void switchTo(std::int64_t learner);
    void addLearner();
    void renameLearner();
    void exportResults();
    void deleteLearner();
    /// Empty when the learner does not want to after all. `problem`: why the last name was no good.
    [[nodiscard]] QString askForName(const QString& title, const QString& name,
                                     const QString& problem);

    ProgressStore& store_;
    const Style& style_;
};

} // namespace roundtrip
