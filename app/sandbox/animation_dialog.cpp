#include "app/sandbox/animation_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>

namespace roundtrip {

AnimationDialog::AnimationDialog(double now, double end, QWidget* parent)
    : QDialog(parent), from_(new QDoubleSpinBox(this)), to_(new QDoubleSpinBox(this)),
      sizes_(new QComboBox(this)) {
    setWindowTitle(tr("Save as animation"));
    for (QDoubleSpinBox* box : {from_, to_}) {
        box->setRange(0, end);
        box->setDecimals(1);
        box->setSuffix(QStringLiteral(" s"));
    }
    // The rest of the run, or all of it when it stands at its end.
    from_->setValue(now < end - 1 ? now : std::max(0.0, end - kLongest));
    to_->setValue(std::min(end, from_->value() + kLongest));
    for (const int width : {640, 960, 1280}) {
        sizes_->addItem(tr("%1 pixels wide").arg(width), width);
    }
    sizes_->setCurrentIndex(1);
    auto* form = new QFormLayout(this);
    auto* words =
        new QLabel(tr("Times are those of story time, in which the run is played. At most "
                      "%1 s.")
                       .arg(kLongest),
                   this);
    words->setWordWrap(true);
    form->addRow(words);
    form->addRow(tr("From:"), from_);
    form->addRow(tr("To:"), to_);
    form->addRow(tr("Size:"), sizes_);
    from_->setAccessibleName(tr("From"));
    to_->setAccessibleName(tr("To"));
    sizes_->setAccessibleName(tr("Size"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save…"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (QAbstractButton* button : buttons->buttons()) {
        button->setIcon(QIcon());
    }
    form->addRow(buttons);
    connect(from_, &QDoubleSpinBox::valueChanged, this, &AnimationDialog::keepOrder);
    connect(to_, &QDoubleSpinBox::valueChanged, this, &AnimationDialog::keepOrder);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AnimationDialog::keepOrder() {
    constexpr double kShortest = 0.5;
    if (sender() == from_) {
        to_->setValue(
            std::clamp(to_->value(), from_->value() + kShortest, from_->value() + kLongest));
    } else {
        from_->setValue(
            std::clamp(from_->value(), to_->value() - kLongest, to_->value() - kShortest));
    }
}

} // namespace roundtrip
