#pragma once

#include <QLabel>

namespace roundtrip {

/// A sentence that changes while what stands below it is being used. It has room for three lines,
/// and keeps what a longer sentence once took, so that nothing below moves under the pointer.
class SteadyLabel : public QLabel {
    Q_OBJECT

  public:
    explicit SteadyLabel(QWidget* parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

  private:
    mutable int width_ = 0; ///< for which `height_` was taken
    mutable int height_ = 0;
};

} // namespace roundtrip
