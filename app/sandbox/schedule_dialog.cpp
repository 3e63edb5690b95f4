#include "app/sandbox/schedule_dialog.h"

#include "app/narration/command_words.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"
#include "core/scene/scene_edit.h"

#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

ScheduleDialog::ScheduleDialog(const Style& style, const Scene& scene, const Command& command,
                               QWidget* parent)
    : QDialog(parent), scene_(scene), time_(new QLineEdit(this)), wrong_(new QLabel(this)),
      targets_(new QComboBox(this)), actions_(new QComboBox(this)),
      form_(new ArgumentsForm(style, this)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setWindowTitle(tr("What happens by itself?"));
    setMinimumWidth(style.px(420));
    auto* rows = new QFormLayout;
    rows->addRow(tr("When:"), time_);
    rows->addRow(QString(), wrong_);
    rows->addRow(tr("Part or line:"), targets_);
    rows->addRow(tr("What happens:"), actions_);
    wrong_->setWordWrap(true);
    wrong_->setText(tr("A time with its unit, for example 10 s or 250 ms."));
    time_->setAccessibleName(tr("When"));
    targets_->setAccessibleName(tr("Part or line"));
    actions_->setAccessibleName(tr("What happens"));
    accepting().setText(tr("OK"));
    buttons_->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (QAbstractButton* button : buttons_->buttons()) {
        button->setIcon(QIcon());
    }
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(rows);
    layout->addWidget(form_);
    layout->addStretch(1);
    layout->addWidget(buttons_);
    const auto add = [this](const std::string& target) {
        targets_->addItem(targetWords(scene_, target), QString::fromStdString(target));
    };
    std::ranges::for_each(scene.nodes, [&](const SceneNode& node) { add(node.id); });
    std::ranges::for_each(scene.links, [&](const SceneLink& link) { add(link.key()); });
    time_->setText(QString::fromStdString(durationText(command.at)));
    targets_->setCurrentIndex(
        std::max(0, targets_->findData(QString::fromStdString(command.target))));
    showTarget(command);
    connect(time_, &QLineEdit::textChanged, this, &ScheduleDialog::check);
    connect(targets_, &QComboBox::activated, this, [this] { showTarget({}); });
    connect(actions_, &QComboBox::activated, this, [this] { showAction({}); });
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

/// Faults come first: they are what a schedule is for.
std::vector<ScheduleDialog::Choice> ScheduleDialog::choicesFor(const std::string& target) const {
    std::vector<Choice> choices;
    const auto addActions = [&choices](const std::vector<ActionInfo>& actions) {
        for (const ActionInfo& action : actions) {
            choices.push_back(
                {coreText("actions", action.label), action.name, {}, action.arguments});
        }
    };
    const auto addSettings = [&choices](const std::vector<Parameter>& parameters) {
        for (Parameter parameter : parameters) {
            if (parameter.type == ParameterType::document) {
                continue;
            }
            const QString text = tr("Set: %1").arg(coreText("parameters", parameter.label));
            const std::string setting = std::exchange(parameter.name, "value");
            choices.push_back({text, "set", setting, {std::move(parameter)}});
        }
    };
    if (const SceneNode* node = scene_.findNode(target)) {
        const NodeKind& kind = *findKind(node->kind);
        if (hasFaults(kind)) {
            addActions(faultActions());
        }
        addActions(kind.actions);
        addSettings(kind.parameters);
    } else {
        addSettings(linkParameters());
    }
    return choices;
}

std::string ScheduleDialog::target() const {
    return targets_->currentData().toString().toStdString();
}

void ScheduleDialog::showTarget(const Command& command) {
    choices_ = choicesFor(target());
    actions_->clear();
    int chosen = 0;
    for (const Choice& choice : choices_) {
        const bool isIt = choice.action == command.action &&
                          choice.setting == memberText(command.arguments, "parameter");
        chosen = isIt ? actions_->count() : chosen;
        actions_->addItem(choice.text);
    }
    actions_->setCurrentIndex(chosen);
    showAction(command);
}

void ScheduleDialog::showAction(const Command& command) {
    if (actions_->currentIndex() < 0) {
        form_->setParameters({});
        return;
    }
    const Choice& choice = choices_[static_cast<std::size_t>(actions_->currentIndex())];
    nlohmann::json values = command.arguments;
    if (choice.action == "set" && !values.contains("value")) {
        values = {{"value", settingOf(scene_, target(), choice.setting)}};
    }
    form_->setParameters(choice.parameters, std::move(values));
}

void ScheduleDialog::check() {
    const bool isTime = parseDuration(time_->text().trimmed().toStdString()).has_value();
    wrong_->setVisible(!isTime);
    accepting().setEnabled(isTime && actions_->count() > 0);
}

Command ScheduleDialog::command() const {
    Command command;
    command.at = parseDuration(time_->text().trimmed().toStdString()).value_or(SimTime());
    command.target = target();
    const Choice& choice = choices_[static_cast<std::size_t>(actions_->currentIndex())];
    command.action = choice.action;
    command.arguments = form_->arguments();
    if (choice.action == "set") {
        command.arguments["parameter"] = choice.setting;
    }
    return command;
}

} // namespace roundtrip
