#include "app/inspector/arguments_form.h"

#include "app/inspector/parameter_editor.h"
#include "app/narration/text_format.h"

#include <utility>

namespace roundtrip {

ArgumentsForm::ArgumentsForm(const Style& style, QWidget* parent)
    : QWidget(parent), style_(style), form_(new QFormLayout(this)) {
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setSpacing(style_.px(6));
}

void ArgumentsForm::setParameters(std::vector<Parameter> parameters, nlohmann::json values) {
    while (form_->rowCount() > 0) {
        form_->removeRow(0);
    }
    parameters_ = std::move(parameters);
    arguments_ = std::move(values);
    for (const Parameter& parameter : parameters_) {
        const auto valueNow = [this, parameter] {
            return arguments_.value(parameter.name, parameter.fallback);
        };
        QWidget* editor = makeParameterEditor(
            parameter, this,
            [this, name = parameter.name](nlohmann::json value) {
                arguments_[name] = std::move(value);
            },
            valueNow);
        if (editor == nullptr) {
            continue;
        }
        showInEditor(*editor, valueNow());
        const QString label = coreText("parameters", parameter.label);
        editor->setObjectName(QString::fromStdString(parameter.name));
        editor->setToolTip(coreText("parameters", parameter.help));
        editor->setAccessibleName(label);
        form_->addRow(label, editor);
    }
}

} // namespace roundtrip
