#pragma once

#include "app/style/style.h"
#include "core/scene/scene.h"

#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace roundtrip {

/// A document as a line of text to copy, and as a QR code when it is small enough for one.
class ShareDialog : public QDialog {
    Q_OBJECT

  public:
    ShareDialog(const Style& style, const Scene& scene, QWidget* parent = nullptr);

    [[nodiscard]] QPlainTextEdit& line() { return *line_; }
    [[nodiscard]] QPushButton& copying() { return *copy_; }
    /// Without a picture when the document is too large for a code.
    [[nodiscard]] QLabel& code() { return *code_; }

  private:
    QPlainTextEdit* line_;
    QPushButton* copy_;
    QLabel* code_;
};

} // namespace roundtrip
