#pragma once

#include "app/sandbox/problem_fix.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QWidget>

namespace roundtrip {

/// What in a document will hardly do what its author wants, said while it is built; each leads to
/// the part that it is about, and some can be mended at a click.
class ProblemsList : public QWidget {
    Q_OBJECT

  public:
    explicit ProblemsList(SandboxDocument& document, QWidget* parent = nullptr);

    /// Looks at the document again.
    void refresh();
    [[nodiscard]] int count() const { return list_->count(); }
    [[nodiscard]] QListWidget& list() { return *list_; }
    [[nodiscard]] QPushButton& showing() { return *show_; }
    /// Says what it would do; off when only the author can know.
    [[nodiscard]] QPushButton& mending() { return *mend_; }

  signals:
    /// The user wants to see what it is about: a part's id or a link's key.
    void shown(const std::string& target);
    void counted(int count);

  private:
    [[nodiscard]] std::optional<ProblemFix> currentFix() const;
    void refreshButtons();
    void mend();

    SandboxDocument& document_;
    Problems problems_;
    QLabel* none_;
    QListWidget* list_;
    QPushButton* show_;
    QPushButton* mend_;
};

} // namespace roundtrip
