#include "app/sandbox/parts_table.h"

#include "app/inspector/plain_table.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QVBoxLayout>

#include <utility>

namespace roundtrip {

PartsTable::PartsTable(const Style& style, SandboxDocument& document, QWidget* parent)
    : QWidget(parent), document_(document), partsModel_(document), linksModel_(document),
      parts_(makeTable(partsModel_)), links_(makeTable(linksModel_)), join_(new QPushButton(this)),
      remove_(new QPushButton(this)) {
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(join_);
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(style.px(16), style.px(6), style.px(16), style.px(8));
    layout->addWidget(parts_, 3);
    layout->addWidget(links_, 2);
    layout->addLayout(buttons);
    join_->setMenu(new QMenu(join_));
    connect(join_->menu(), &QMenu::aboutToShow, this, &PartsTable::fillJoinMenu);
    connect(remove_, &QPushButton::clicked, this, [this] { document_.remove(chosen()); });
    connect(&document_, &SandboxDocument::changed, this, &PartsTable::refresh);
    retranslate();
    refresh();
}

QTableView* PartsTable::makeTable(QAbstractItemModel& model) {
    QTableView* table = plainTable(model, this);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refresh();
        choose();
    });
    return table;
}

PartSelection PartsTable::chosen() const {
    PartSelection selection;
    for (const QModelIndex& index : parts_->selectionModel()->selectedRows()) {
        selection.parts.insert(document_.scene().nodes[static_cast<std::size_t>(index.row())].id);
    }
    for (const QModelIndex& index : links_->selectionModel()->selectedRows()) {
        selection.links.insert(
            document_.scene().links[static_cast<std::size_t>(index.row())].key());
    }
    return selection;
}

void PartsTable::choose() {
    if (!isFollowing_) {
        emit selectionChosen(chosen());
    }
}

void PartsTable::show(const PartSelection& selection) {
    if (selection == chosen()) {
        return;
    }
    isFollowing_ = true;
    parts_->clearSelection();
    links_->clearSelection();
    constexpr auto kRow = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    for (int row = 0; row < partsModel_.rowCount(); ++row) {
        if (selection.parts.contains(document_.scene().nodes[static_cast<std::size_t>(row)].id)) {
            parts_->selectionModel()->select(partsModel_.index(row, 0), kRow);
        }
    }
    for (int row = 0; row < linksModel_.rowCount(); ++row) {
        const SceneLink& link = document_.scene().links[static_cast<std::size_t>(row)];
        if (selection.links.contains(link.key())) {
            links_->selectionModel()->select(linksModel_.index(row, 0), kRow);
        }
    }
    isFollowing_ = false;
    refresh();
}

/// All parts that the chosen one can talk with and does not yet.
void PartsTable::fillJoinMenu() {
    QMenu* menu = join_->menu();
    menu->clear();
    const PartSelection selection = chosen();
    if (selection.parts.size() != 1) {
        return;
    }
    const std::string from = *selection.parts.begin();
    for (const SceneNode& node : document_.scene().nodes) {
        const auto link = document_.linkBetween(from, node.id);
        if (link && document_.scene().findLink(link->key()) == nullptr) {
            connect(menu->addAction(QString::fromStdString(node.name)), &QAction::triggered, this,
                    [this, from, to = node.id] { document_.connectParts(from, to); });
        }
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("There is no part that it could talk with."))->setEnabled(false);
    }
}

void PartsTable::refresh() {
    const PartSelection selection = chosen();
    join_->setEnabled(selection.parts.size() == 1);
    remove_->setEnabled(!selection.isEmpty());
}

void PartsTable::retranslate() {
    parts_->setAccessibleName(tr("Parts"));
    links_->setAccessibleName(tr("Lines"));
    join_->setText(tr("Join with"));
    remove_->setText(tr("Remove"));
    partsModel_.reset();
    linksModel_.reset();
}

void PartsTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
