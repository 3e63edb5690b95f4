#include "app/inspector/arguments_dialog.h"

#include "app/inspector/arguments_form.h"
#include "app/narration/text_format.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace roundtrip {

std::optional<nlohmann::json> askForArguments(const Style& style, const ActionInfo& action,
                                              QWidget* parent) {
    QDialog dialog(parent);
    dialog.setWindowTitle(coreText("actions", action.label));
    dialog.setMinimumWidth(style.px(420));
    auto* form = new ArgumentsForm(style, &dialog);
    form->setParameters(action.arguments);
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
    layout->addWidget(form);
    layout->addWidget(buttons);
    return dialog.exec() == QDialog::Accepted ? std::optional(form->arguments()) : std::nullopt;
}

} // namespace roundtrip
