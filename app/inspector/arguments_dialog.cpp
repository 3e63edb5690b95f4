#include "app/inspector/arguments_dialog.h"

#include "app/inspector/parameter_editor.h"
#include "app/narration/text_format.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace roundtrip {

std::optional<nlohmann::json> askForArguments(const Style& style, const ActionInfo& action,
                                              QWidget* parent) {
    QDialog dialog(parent);
    dialog.setWindowTitle(coreText("actions", action.label));
    dialog.setMinimumWidth(style.px(420));
    nlohmann::json arguments = nlohmann::json::object();
    auto* form = new QFormLayout;
    for (const Parameter& parameter : action.arguments) {
        QWidget* editor = makeParameterEditor(
            parameter, &dialog,
            [&arguments, name = parameter.name](nlohmann::json value) {
                arguments[name] = std::move(value);
            },
            [&arguments, parameter] {
                return arguments.value(parameter.name, parameter.fallback);
            });
        if (editor == nullptr) {
            continue;
        }
        showInEditor(*editor, parameter.fallback);
        const QString label = coreText("parameters", parameter.label);
        editor->setObjectName(QString::fromStdString(parameter.name));
        editor->setToolTip(coreText("parameters", parameter.help));
        editor->setAccessibleName(label);
        form->addRow(label, editor);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    buttons->button(QDialogButtonBox::Ok)->setText(dialog.windowTitle());
    buttons->button(QDialogButtonBox::Cancel)
        ->setText(QCoreApplication::translate("roundtrip::DifferenceDialog", "Cancel"));
    for (QAbstractButton* button : buttons->buttons()) {
        button->setIcon(QIcon());
    }
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(&dialog);
    layout->addLayout(form);
    layout->addWidget(buttons);
    return dialog.exec() == QDialog::Accepted ? std::optional(arguments) : std::nullopt;
}

} // namespace roundtrip
