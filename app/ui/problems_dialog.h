#pragma once

#include "core/kernel/error.h"

#include <QDialog>
#include <QTextBrowser>

namespace roundtrip {

/// What is wrong with a lesson of the user's own: each problem with its place and how to mend it.
class ProblemsDialog : public QDialog {
    Q_OBJECT

  public:
    ProblemsDialog(const QString& folder, const Problems& problems, QWidget* parent = nullptr);

    [[nodiscard]] const QTextBrowser& list() const { return *list_; }

  private:
    QTextBrowser* list_;
};

} // namespace roundtrip
