#pragma once

#include "app/style/style.h"

#include <QWidget>

namespace roundtrip {

/// Which shape is which kind of message.
class Legend : public QWidget {
    Q_OBJECT

  public:
    explicit Legend(const Style& style, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    const Style& style_;
};

} // namespace roundtrip
