#pragma once

#include "app/style/style.h"

#include <QPushButton>

namespace roundtrip {

/// A button whose text may take several lines: answers and actions of a lesson are sentences, and
/// longer in some languages.
class WrappingButton : public QPushButton {
    Q_OBJECT

  public:
    WrappingButton(const Style& style, const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    /// Return presses it too, as learners expect.
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] QColor textColour() const;
    [[nodiscard]] int margin() const { return style_.px(12); }

    const Style& style_;
};

} // namespace roundtrip
