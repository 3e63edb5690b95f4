#pragma once

#include "app/style/style.h"
#include "core/kernel/parameter.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTimer>

namespace roundtrip {

/// A setting's document as JSON text, checked while one writes: only what fits can be taken over.
class DocumentDialog : public QDialog {
    Q_OBJECT

  public:
    DocumentDialog(const Style& style, Parameter parameter, nlohmann::json value,
                   QWidget* parent = nullptr);

    /// The last text that fitted.
    [[nodiscard]] const nlohmann::json& value() const { return value_; }

    [[nodiscard]] QPlainTextEdit& text() { return *text_; }
    [[nodiscard]] QString problems() const { return problems_->text(); }
    [[nodiscard]] QDialogButtonBox& buttons() { return *buttons_; }
    /// Otherwise it happens a moment after the last letter.
    void check();

  private:
    const Parameter parameter_;
    nlohmann::json value_;
    QPlainTextEdit* text_;
    QLabel* problems_;
    QDialogButtonBox* buttons_;
    QTimer timer_;
};

} // namespace roundtrip
