#pragma once

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>

namespace roundtrip {

/// Asks which span of a run becomes an animation, and how large.
class AnimationDialog : public QDialog {
    Q_OBJECT

  public:
    /// `end`: of the run, in seconds of story time; `now`: where it stands.
    AnimationDialog(double now, double end, QWidget* parent = nullptr);

    [[nodiscard]] double from() const { return from_->value(); }
    [[nodiscard]] double to() const { return to_->value(); }
    [[nodiscard]] int width() const { return sizes_->currentData().toInt(); }

    /// Longer ones would be larger than one likes to send.
    static constexpr double kLongest = 60;

  private:
    void keepOrder();

    QDoubleSpinBox* from_;
    QDoubleSpinBox* to_;
    QComboBox* sizes_;
};

} // namespace roundtrip
