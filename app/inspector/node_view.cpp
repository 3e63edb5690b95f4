#include "app/inspector/node_view.h"

#include "app/inspector/arguments_dialog.h"
#include "app/inspector/blocks/blocks_editor.h"
#include "app/inspector/document_editor.h"
#include "app/inspector/parameter_editor.h"
#include "app/inspector/plain_table.h"
#include "app/inspector/setting_rows.h"
#include "app/inspector/steady_label.h"
#include "app/narration/text_format.h"

#include <QEvent>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kTableHeight = 140; // pixels, at least

QLabel* titleLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName("sectionTitle");
    return label;
}

} // namespace

NodeView::NodeView(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(16, 12, 16, 12);
    connect(&style_, &Style::changed, this, &NodeView::rebuild);
}

void NodeView::setPlayback(Playback* playback) {
    playback_ = playback;
    node_ = playback->session().scene().nodes.empty() ? NodeId::none : NodeId{0};
    connect(playback, &Playback::positionChanged, this, &NodeView::refresh);
    connect(playback, &Playback::traceChanged, this, &NodeView::refresh);
    connect(playback, &Playback::sceneChanged, this, &NodeView::takeScene);
    rebuild();
}

void NodeView::showNode(NodeId node) {
    if (node_ == node) {
        return;
    }
    const bool isSame = isShownAlready(node);
    node_ = node;
    if (isSame) {
        takeRows(*findKind(shownKind_));
        refreshName();
        refresh();
    } else {
        rebuild();
    }
}

/// The same part in a scene that has begun anew, for another setting: its form stays, with what is
/// chosen and being written in it.
bool NodeView::isShownAlready(NodeId node) const {
    if (node_ != NodeId::none || node == NodeId::none || shownId_.empty()) {
        return false;
    }
    const SceneNode& wanted = playback_->session().scene().nodes[indexOf(node)];
    return wanted.id == shownId_ && wanted.kind == shownKind_;
}

void NodeView::takeScene() {
    node_ = NodeId::none;
    // Whoever began the scene anew may choose the part again at once.
    QTimer::singleShot(0, this, [this] {
        if (node_ == NodeId::none) {
            rebuild();
        }
    });
}

void NodeView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

void NodeView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

const SceneNode& NodeView::sceneNode() const {
    return playback_->session().scene().nodes[indexOf(node_)];
}

void NodeView::rebuild() {
    delete content_;
    content_ = nullptr;
    cacheTable_ = nullptr;
    rowsTable_ = nullptr;
    shownId_.clear();
    if (playback_ == nullptr) {
        return;
    }
    if (node_ == NodeId::none) {
        showNothing();
        return;
    }
    const NodeKind& kind = *findKind(sceneNode().kind);
    shownId_ = sceneNode().id;
    shownKind_ = kind.id;
    content_ = new QWidget(this);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style_.px(8));
    name_ = titleLabel(narrator_.nodeName(node_), content_);
    name_->setFont(style_.font(16, QFont::DemiBold));
    name_->setWordWrap(true);
    column->addWidget(name_);
    auto* help = new QLabel(coreText("parts", kind.help), content_);
    help->setWordWrap(true);
    help->setObjectName("muted");
    column->addWidget(help);
    state_ = new SteadyLabel(content_);
    column->addWidget(state_);
    layout_->addWidget(content_);
    buildForm(kind);
    buildActions(kind);
    buildTables(kind);
    column->addStretch(1);
    refresh();
}

void NodeView::showNothing() {
    auto* hint = new QLabel(tr("Click a part or a line on the stage to see its settings."), this);
    hint->setObjectName("muted");
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignTop);
    content_ = hint;
    layout_->addWidget(hint);
}

void NodeView::refreshName() {
    if (node_ != NodeId::none) {
        name_->setText(narrator_.nodeName(node_));
    }
}

void NodeView::setTask(std::multimap<std::string, std::string> settings) {
    if (task_ != settings) {
        task_ = std::move(settings);
        rebuild();
    }
}

bool NodeView::isOfTask(const Parameter& parameter) const {
    const auto [first, last] = task_.equal_range(sceneNode().id);
    return std::any_of(first, last,
                       [&parameter](const auto& one) { return one.second == parameter.name; });
}

void NodeView::buildForm(const NodeKind& kind) {
    std::vector<const Parameter*> ofTask;
    std::vector<const Parameter*> others;
    for (const bool areDocuments : {false, true}) { // what is quickly set stands first
        for (const Parameter& parameter : kind.parameters) {
            if (isOfTask(parameter) &&
                (parameter.type == ParameterType::document) == areDocuments) {
                ofTask.push_back(&parameter);
            }
        }
    }
    for (const Parameter& parameter : kind.parameters) {
        if (!isOfTask(parameter)) {
            others.push_back(&parameter);
        }
    }
    if (!ofTask.empty()) {
        buildRows(ofTask, tr("For this challenge"));
    }
    buildRows(others, tr("Settings"));
}

void NodeView::buildRows(const std::vector<const Parameter*>& parameters, const QString& title) {
    SettingRows rows(content_);
    rows.form()->setSpacing(style_.px(6));
    for (const Parameter* parameter : parameters) {
        rows.add(*parameter, parameter->type == ParameterType::document
                                 ? makeDocumentBox(*parameter)
                                 : makeEditor(*parameter));
    }
    auto* column = static_cast<QVBoxLayout*>(content_->layout());
    column->addWidget(titleLabel(title, content_));
    column->addLayout(rows.form());
}

QWidget* NodeView::makeDocumentBox(const Parameter& parameter) {
    const auto changed = [this, name = parameter.name](nlohmann::json value) {
        want("set", {{"parameter", name}, {"value", std::move(value)}});
    };
    if (parameter.entries != nullptr) {
        auto* editor = new BlocksEditor(style_, parameter, changed, content_);
        editor->setFurtherCheck([this, name = parameter.name](const nlohmann::json& value) {
            return checkTogether(name, value);
        });
        return editor;
    }
    return new DocumentEditor(style_, parameter, changed, content_);
}

/// What that value would do to the others: a path must be written as the framework wants it.
Problems NodeView::checkTogether(const std::string& name, const nlohmann::json& value) const {
    const NodeKind* kind = node_ == NodeId::none ? nullptr : findKind(sceneNode().kind);
    if (kind == nullptr || !kind->check) {
        return {};
    }
    nlohmann::json values = nlohmann::json::object();
    for (const Parameter& parameter : kind->parameters) {
        values[parameter.name] = parameter.name == name ? value : valueNow(parameter);
    }
    const std::string before = "/" + name;
    Problems problems;
    for (Problem& problem : kind->check(values)) {
        if (problem.where.starts_with(before + "/")) {
            problem.where.erase(0, before.size());
            problems.push_back(std::move(problem));
        }
    }
    return problems;
}

QWidget* NodeView::makeEditor(const Parameter& parameter) {
    return makeParameterEditor(
        parameter, content_,
        [this, name = parameter.name](nlohmann::json value) {
            want("set", {{"parameter", name}, {"value", std::move(value)}});
        },
        [this, parameter] { return valueNow(parameter); });
}

void NodeView::buildActions(const NodeKind& kind) {
    auto* column = static_cast<QVBoxLayout*>(content_->layout());
    for (const ActionInfo& action : kind.actions) {
        const bool asks = !action.arguments.empty();
        const QString label = coreText("actions", action.label);
        auto* button = new QPushButton(asks ? label + QChar(0x2026) : label, content_);
        button->setObjectName(QString::fromStdString("do-" + action.name));
        connect(button, &QPushButton::clicked, this, [this, action, asks] {
            if (!asks) {
                want(action.name, nlohmann::json::object());
            } else if (const auto arguments = askForArguments(style_, action, this)) {
                want(action.name, *arguments);
            }
        });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    if (hasFaults(kind)) {
        column->addWidget(titleLabel(tr("Break it"), content_));
        auto* grid = new QGridLayout; // in one row they would be wider than the panel
        constexpr int kColumns = 2;
        for (const ActionInfo& fault : faultActions()) { // with their usual arguments
            auto* button = new QPushButton(coreText("actions", fault.label), content_);
            connect(button, &QPushButton::clicked, this,
                    [this, name = fault.name] { want(name, nlohmann::json::object()); });
            grid->addWidget(button, grid->count() / kColumns, grid->count() % kColumns);
        }
        grid->setColumnStretch(kColumns, 1);
        column->addLayout(grid);
    }
}

void NodeView::buildTables(const NodeKind& kind) {
    auto* column = static_cast<QVBoxLayout*>(content_->layout());
    const bool keepsEntries = std::ranges::any_of(kind.ports, [](const PortInfo& port) {
        return port.protocol == "cache" && port.direction == PortInfo::Direction::in;
    });
    if (keepsEntries) {
        column->addWidget(titleLabel(tr("What it keeps now"), content_));
        cacheTable_ = plainTable(cache_, content_);
        cacheTable_->setMinimumHeight(kTableHeight);
        cacheTable_->setAccessibleName(tr("Entries of the cache"));
        column->addWidget(cacheTable_, 1);
    }
    if (kind.openTable) {
        takeRows(kind);
        column->addWidget(titleLabel(tr("Rows now"), content_));
        rowsTable_ = plainTable(rows_, content_);
        rowsTable_->setMinimumHeight(kTableHeight);
        rowsTable_->setAccessibleName(tr("Rows of the table"));
        rowsTable_->setColumnWidth(0, style_.px(56));
        column->addWidget(rowsTable_, 1);
    }
}

void NodeView::takeRows(const NodeKind& kind) {
    if (kind.openTable) {
        rows_.setTable(kind.openTable(ParameterValues(kind.parameters, sceneNode().parameters),
                                      playback_->session().scene().seed));
    }
}

nlohmann::json NodeView::valueNow(const Parameter& parameter) const {
    return settingAt(playback_->state().nodes[indexOf(node_)], playback_->trace(), sceneNode(),
                     parameter);
}

void NodeView::refresh() {
    if (playback_ == nullptr || node_ == NodeId::none || !isVisible()) {
        return;
    }
    const NodeState& state = playback_->state().nodes[indexOf(node_)];
    state_->setText(
        state.presence == Presence::gone     ? tr("Taken away: at this moment it is not there.")
        : state.presence == Presence::notYet ? tr("At this moment it is not there yet.")
        : state.lastFact
            ? narrator_.narrate(playback_->trace(), playback_->trace()[*state.lastFact]).sentence
            : tr("Nothing has happened here yet."));
    refreshEditors();
    if (cacheTable_ != nullptr) {
        cache_.show(*playback_, node_);
    }
    if (rowsTable_ != nullptr) {
        const int before = rows_.lastChangedRow();
        rows_.show(*playback_, node_);
        if (rows_.lastChangedRow() >= 0 && rows_.lastChangedRow() != before) {
            rowsTable_->scrollTo(rows_.index(rows_.lastChangedRow(), 0));
        }
    }
}

void NodeView::refreshEditors() {
    for (const Parameter& parameter : findKind(sceneNode().kind)->parameters) {
        QWidget* editor = editorOf(QString::fromStdString(parameter.name));
        if (auto* document = dynamic_cast<DocumentBox*>(editor)) {
            document->show(valueNow(parameter));
        } else if (editor != nullptr && !editor->hasFocus()) {
            showInEditor(*editor, valueNow(parameter));
        }
    }
}

QWidget* NodeView::editorOf(const QString& parameter) const {
    return content_ == nullptr ? nullptr : content_->findChild<QWidget*>(parameter);
}

void NodeView::want(const std::string& action, nlohmann::json arguments) {
    if (node_ == NodeId::none) {
        return; // its scene is gone, and so will the form be
    }
    emit commandWanted({SimTime(), sceneNode().id, action, std::move(arguments)});
}

} // namespace roundtrip
