#include "app/inspector/document_editor.h"

#include "app/inspector/document_dialog.h"
#include "app/narration/problem_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

bool isList(const Json& value) {
    return value.is_array() &&
           std::ranges::all_of(value, [](const Json& thing) { return thing.is_object(); });
}

QString textOf(const Json& value) {
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

QToolButton* small(const QString& icon, const Style& style, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(style.icon(icon));
    button->setIconSize(QSize(style.px(14), style.px(14)));
    return button;
}

} // namespace

QString summaryOf(const Json& thing) {
    QStringList words;
    // What a thing is, then what else it says in short.
    for (const char* member : {"use", "do", "method", "path", "name", "id", "entity"}) {
        if (const auto found = thing.find(member); found != thing.end()) {
            words << textOf(*found);
        }
    }
    for (const auto& [member, value] : thing.items()) {
        const QString said = textOf(value);
        constexpr int kShort = 24;
        if (!value.is_structured() && said.size() <= kShort && !words.contains(said)) {
            words << QStringLiteral("%1 %2").arg(QString::fromStdString(member), said);
        }
    }
    return words.join(QStringLiteral("  "));
}

DocumentEditor::DocumentEditor(const Style& style, Parameter parameter,
                               std::function<void(Json)> changed, QWidget* parent)
    : DocumentBox(parent), style_(style), parameter_(std::move(parameter)),
      changed_(std::move(changed)), list_(new QListWidget(this)),
      preview_(new QPlainTextEdit(this)), problem_(new QLabel(this)),
      up_(small(QStringLiteral("ui_chevron_up"), style, this)),
      down_(small(QStringLiteral("ui_chevron_down"), style, this)),
      remove_(small(QStringLiteral("ui_close"), style, this)), edit_(new QPushButton(this)) {
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setDefaultDropAction(Qt::MoveAction);
    list_->installEventFilter(this);
    list_->setFont(style_.codeFont(12));
    list_->setToolTip(tr("Drag a line to another place, or press Alt with an arrow."));
    preview_->setProperty("code", true);
    preview_->setFont(style_.codeFont(12));
    preview_->setReadOnly(true);
    preview_->setTabChangesFocus(true);
    problem_->setWordWrap(true);
    problem_->setProperty("tone", "bad");
    problem_->hide();
    for (const auto& [button, text] : {std::pair(up_, tr("Up")), std::pair(down_, tr("Down")),
                                       std::pair(remove_, tr("Take out"))}) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    edit_->setText(tr("Edit…"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(up_);
    buttons->addWidget(down_);
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    buttons->addWidget(edit_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(list_);
    layout->addWidget(preview_);
    layout->addWidget(problem_);
    layout->addLayout(buttons);
    connect(list_->model(), &QAbstractItemModel::rowsMoved, this, &DocumentEditor::takeOrder,
            Qt::QueuedConnection);
    connect(list_, &QListWidget::currentRowChanged, this, &DocumentEditor::refreshButtons);
    connect(list_, &QListWidget::itemActivated, this, &DocumentEditor::edit);
    connect(up_, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(down_, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(remove_, &QToolButton::clicked, this, &DocumentEditor::removeChosen);
    connect(edit_, &QPushButton::clicked, this, &DocumentEditor::edit);
}

void DocumentEditor::show(const Json& value) {
    if (value == value_) {
        return; // where one has scrolled to stays
    }
    value_ = value;
    problem_->hide();
    fill();
}

void DocumentEditor::fill() {
    const bool asList = isList(value_);
    list_->setAccessibleName(accessibleName());
    preview_->setAccessibleName(accessibleName());
    list_->setVisible(asList);
    preview_->setVisible(!asList);
    for (QToolButton* button : {up_, down_, remove_}) {
        button->setVisible(asList);
    }
    const int row = list_->currentRow();
    list_->clear();
    if (!asList) {
        preview_->setPlainText(QString::fromStdString(value_.is_string() ? value_.get<std::string>()
                                                                         : value_.dump(2)));
        constexpr int kMostLines = 6;
        const int lines = std::clamp(preview_->blockCount(), 1, kMostLines);
        preview_->setFixedHeight(lines * preview_->fontMetrics().lineSpacing() + style_.px(18));
        return;
    }
    for (std::size_t i = 0; i < value_.size(); ++i) {
        auto* item = new QListWidgetItem(summaryOf(value_[i]), list_);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setToolTip(QString::fromStdString(value_[i].dump(2)));
    }
    list_->setCurrentRow(std::min(row, list_->count() - 1));
    constexpr int kMostRows = 8;
    const int rows = std::clamp(list_->count(), 2, kMostRows);
    list_->setFixedHeight(rows * (list_->fontMetrics().height() + style_.px(10)) + style_.px(12));
    refreshButtons();
}

void DocumentEditor::refreshButtons() {
    const int row = list_->currentRow();
    up_->setEnabled(row > 0);
    down_->setEnabled(row >= 0 && row + 1 < list_->count());
    remove_->setEnabled(row >= 0);
}

/// After a drag the items stand in another order than the values.
void DocumentEditor::takeOrder() {
    Json ordered = Json::array();
    for (int row = 0; row < list_->count(); ++row) {
        ordered.push_back(value_[list_->item(row)->data(Qt::UserRole).toUInt()]);
    }
    propose(std::move(ordered));
}

void DocumentEditor::moveBy(int places) {
    const int row = list_->currentRow();
    const int target = row + places;
    if (!isList(value_) || row < 0 || target < 0 || target >= list_->count()) {
        return;
    }
    Json ordered = value_;
    std::swap(ordered[static_cast<std::size_t>(row)], ordered[static_cast<std::size_t>(target)]);
    {
        const QSignalBlocker quiet(list_);
        list_->setCurrentRow(target);
    }
    propose(std::move(ordered));
}

void DocumentEditor::removeChosen() {
    if (const int row = list_->currentRow(); isList(value_) && row >= 0) {
        Json fewer = value_;
        fewer.erase(static_cast<std::size_t>(row));
        propose(std::move(fewer));
    }
}

/// What does not fit is refused with a word why, and the list is again as it was.
void DocumentEditor::propose(Json value) {
    const Problems problems = checkValue(parameter_, value);
    if (problems.empty()) {
        value_ = std::move(value);
        problem_->hide();
    } else {
        problem_->setText(problemText(problems.front()));
        problem_->show();
    }
    fill();
    if (problems.empty()) {
        changed_(value_);
    }
}

void DocumentEditor::edit() {
    DocumentDialog dialog(style_, parameter_, value_, this);
    if (dialog.exec() == QDialog::Accepted && dialog.value() != value_) {
        propose(dialog.value());
    }
}

bool DocumentEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isAlt = key->modifiers().testFlag(Qt::AltModifier);
    if (isAlt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
        moveBy(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Delete) {
        removeChosen();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace roundtrip
