#include "app/compare/difference_dialog.h"

#include "app/inspector/parameter_editor.h"
#include "app/narration/command_words.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"
#include "core/scene/link_parameters.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

bool hasEditor(const Parameter& parameter) {
    return parameter.type != ParameterType::document;
}

} // namespace

DifferenceDialog::DifferenceDialog(const Style& style, const Scene& scene, const Narrator& narrator,
                                   std::vector<Command> settings, QWidget* parent)
    : QDialog(parent), style_(style), scene_(scene), narrator_(narrator),
      settings_(std::move(settings)), list_(new QListWidget(this)), empty_(new QLabel(this)),
      parts_(new QComboBox(this)), parameters_(new QComboBox(this)), help_(new QLabel(this)),
      editorPlace_(new QVBoxLayout), add_(new QPushButton(this)), remove_(new QPushButton(this)) {
    setWindowTitle(tr("What is different in B?"));
    list_->setAccessibleName(tr("Differences"));
    list_->setMaximumHeight(style_.px(120));
    empty_->setText(tr("Nothing yet: both sides are the same. Choose a setting below."));
    empty_->setWordWrap(true);
    empty_->setObjectName("muted");
    help_->setObjectName("muted");
    help_->setWordWrap(true);
    help_->setMinimumHeight(style_.px(44));
    help_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    add_->setText(tr("Add this difference"));
    remove_->setText(tr("Remove"));
    auto* form = new QFormLayout;
    form->addRow(tr("Part or line:"), parts_);
    form->addRow(tr("Setting:"), parameters_);
    form->addRow(tr("In B it is:"), editorPlace_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Compare"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (QAbstractButton* button : buttons->buttons()) {
        button->setIcon(QIcon());
    }
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(empty_);
    layout->addWidget(list_);
    layout->addWidget(remove_, 0, Qt::AlignLeft);
    layout->addSpacing(style_.px(8));
    layout->addLayout(form);
    layout->addWidget(help_);
    layout->addWidget(add_, 0, Qt::AlignLeft);
    layout->addWidget(buttons);
    setMinimumWidth(style_.px(480));
    connect(parts_, &QComboBox::currentIndexChanged, this, &DifferenceDialog::fillParameters);
    connect(parameters_, &QComboBox::currentIndexChanged, this, &DifferenceDialog::makeEditor);
    connect(add_, &QPushButton::clicked, this, &DifferenceDialog::add);
    connect(remove_, &QPushButton::clicked, this, &DifferenceDialog::remove);
    connect(list_, &QListWidget::currentRowChanged, this,
            [this](int row) { remove_->setEnabled(row >= 0); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (value_ != valueNow()) {
            add(); // chosen, but not yet in the list
        }
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fillParts();
    refresh();
}

void DifferenceDialog::fillParts() {
    for (std::size_t i = 0; i < scene_.nodes.size(); ++i) {
        const auto& known = findKind(scene_.nodes[i].kind)->parameters;
        if (std::ranges::any_of(known, hasEditor)) {
            parts_->addItem(narrator_.nodeName(NodeId{static_cast<std::uint16_t>(i)}),
                            QString::fromStdString(scene_.nodes[i].id));
        }
    }
    for (std::size_t i = 0; i < scene_.links.size(); ++i) {
        parts_->addItem(narrator_.linkName(LinkId{static_cast<std::uint16_t>(i)}),
                        QString::fromStdString(scene_.links[i].key()));
    }
}

const std::vector<Parameter>& DifferenceDialog::parametersOfPart() const {
    const SceneNode* node = scene_.findNode(parts_->currentData().toString().toStdString());
    return node == nullptr ? linkParameters() : findKind(node->kind)->parameters;
}

const Parameter* DifferenceDialog::parameter() const {
    const auto& known = parametersOfPart();
    const auto found = std::ranges::find(known, parameters_->currentData().toString().toStdString(),
                                         &Parameter::name);
    return found == known.end() ? nullptr : &*found;
}

void DifferenceDialog::fillParameters() {
    parameters_->clear();
    for (const Parameter& known : parametersOfPart()) {
        if (hasEditor(known)) {
            parameters_->addItem(coreText("parameters", known.label),
                                 QString::fromStdString(known.name));
        }
    }
}

nlohmann::json DifferenceDialog::valueNow() const {
    const std::string target = parts_->currentData().toString().toStdString();
    const Parameter& known = *parameter();
    const SceneNode* node = scene_.findNode(target);
    const auto link = std::ranges::find(scene_.links, target, &SceneLink::key);
    const nlohmann::json& written = node != nullptr ? node->parameters : link->parameters;
    const auto given = written.find(known.name);
    return given == written.end() ? known.fallback : *given;
}

void DifferenceDialog::makeEditor() {
    delete std::exchange(editor_, nullptr);
    const Parameter* known = parameter();
    if (known == nullptr) {
        return;
    }
    value_ = valueNow();
    editor_ = makeParameterEditor(
        *known, this, [this](nlohmann::json value) { value_ = std::move(value); },
        [this] { return value_; });
    showInEditor(*editor_, value_);
    editor_->setAccessibleName(parameters_->currentText());
    editorPlace_->addWidget(editor_);
    help_->setText(coreText("parameters", known->help));
}

void DifferenceDialog::add() {
    const std::string target = parts_->currentData().toString().toStdString();
    const std::string name = parameter()->name;
    std::erase_if(settings_, [&](const Command& given) {
        return given.target == target && memberText(given.arguments, "parameter") == name;
    });
    settings_.push_back({SimTime(), target, "set", {{"parameter", name}, {"value", value_}}});
    refresh();
}

void DifferenceDialog::remove() {
    if (const int row = list_->currentRow(); row >= 0) {
        settings_.erase(settings_.begin() + row);
        refresh();
    }
}

void DifferenceDialog::refresh() {
    list_->clear();
    for (const Command& given : settings_) {
        list_->addItem(commandLabel(scene_, narrator_, given));
    }
    list_->setVisible(!settings_.empty());
    remove_->setVisible(!settings_.empty());
    remove_->setEnabled(list_->currentRow() >= 0);
    empty_->setVisible(settings_.empty());
}

} // namespace roundtrip
