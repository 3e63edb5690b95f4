#include "app/inspector/setting_rows.h"

#include "app/narration/text_format.h"

#include <QCheckBox>
#include <QLabel>

namespace roundtrip {

SettingRows::SettingRows(QWidget* parent) : parent_(parent), form_(new QFormLayout) {
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

void SettingRows::add(const Parameter& parameter, QWidget* editor) {
    const QString label = coreText("parameters", parameter.label);
    editor->setObjectName(QString::fromStdString(parameter.name));
    editor->setToolTip(coreText("parameters", parameter.help));
    editor->setAccessibleName(label);
    editor->setAccessibleDescription(editor->toolTip());
    if (auto* box = qobject_cast<QCheckBox*>(editor)) {
        box->setText(label);
        form_->addRow(editor);
        return;
    }
    auto* text = new QLabel(label, parent_);
    text->setBuddy(editor);
    text->setToolTip(editor->toolTip());
    if (parameter.type == ParameterType::document || parameter.isLong) {
        form_->addRow(text); // in the whole width
        form_->addRow(editor);
    } else {
        form_->addRow(text, editor);
    }
}

} // namespace roundtrip
