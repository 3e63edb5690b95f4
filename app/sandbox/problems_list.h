#pragma once

#include "app/sandbox/sandbox_document.h"

#include <QLabel>
#include <QListWidget>
#include <QWidget>

namespace roundtrip {

/// What in a document will hardly do what its author wants, said while it is built; each leads to
/// the part that it is about.
class ProblemsList : public QWidget {
    Q_OBJECT

  public:
    explicit ProblemsList(SandboxDocument& document, QWidget* parent = nullptr);

    /// Looks at the document again.
    void refresh();
    [[nodiscard]] int count() const { return list_->count(); }
    [[nodiscard]] QListWidget& list() { return *list_; }

  signals:
    /// The user wants to see what it is about: a part's id or a link's key.
    void shown(const std::string& target);
    void counted(int count);

  private:
    SandboxDocument& document_;
    QLabel* none_;
    QListWidget* list_;
};

} // namespace roundtrip
