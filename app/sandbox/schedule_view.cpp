#include "app/sandbox/schedule_view.h"

#include "app/inspector/plain_table.h"
#include "app/sandbox/schedule_dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <utility>

namespace roundtrip {

ScheduleView::ScheduleView(const Style& style, SandboxDocument& document, QWidget* parent)
    : QWidget(parent), style_(style), document_(document), model_(document),
      table_(plainTable(model_, this)), none_(new QLabel(this)), add_(new QPushButton(this)),
      change_(new QPushButton(this)), remove_(new QPushButton(this)) {
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    none_->setWordWrap(true);
    none_->setObjectName("muted");
    auto* buttons = new QVBoxLayout;
    for (QPushButton* button : {add_, change_, remove_}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(style.px(16), style.px(6), style.px(16), style.px(8));
    layout->addWidget(none_, 1, Qt::AlignTop);
    layout->addWidget(table_, 1);
    layout->addLayout(buttons);
    connect(add_, &QPushButton::clicked, this, &ScheduleView::addWanted);
    connect(change_, &QPushButton::clicked, this, &ScheduleView::change);
    connect(remove_, &QPushButton::clicked, this, &ScheduleView::remove);
    connect(&model_, &QAbstractItemModel::modelReset, this, &ScheduleView::refresh);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ScheduleView::refresh);
    connect(&document_, &SandboxDocument::changed, this, &ScheduleView::refresh);
    retranslate();
}

void ScheduleView::askToAdd(const Command& wanted) {
    if (document_.scene().nodes.empty()) {
        return;
    }
    ScheduleDialog dialog(style_, document_.scene(), wanted, this);
    if (dialog.exec() == QDialog::Accepted) {
        std::vector<Command> schedule = document_.scene().schedule;
        schedule.push_back(dialog.command());
        document_.setSchedule(std::move(schedule));
    }
}

void ScheduleView::change() {
    const auto rows = table_->selectionModel()->selectedRows();
    if (rows.size() != 1) {
        return;
    }
    const auto row = static_cast<std::size_t>(rows.front().row());
    ScheduleDialog dialog(style_, document_.scene(), document_.scene().schedule[row], this);
    if (dialog.exec() == QDialog::Accepted) {
        std::vector<Command> schedule = document_.scene().schedule;
        schedule[row] = dialog.command();
        document_.setSchedule(std::move(schedule));
    }
}

void ScheduleView::remove() {
    std::vector<Command> kept;
    const auto& schedule = document_.scene().schedule;
    for (std::size_t i = 0; i < schedule.size(); ++i) {
        if (!table_->selectionModel()->isRowSelected(static_cast<int>(i))) {
            kept.push_back(schedule[i]);
        }
    }
    document_.setSchedule(std::move(kept));
}

void ScheduleView::refresh() {
    const bool isEmpty = model_.rowCount() == 0;
    none_->setVisible(isEmpty);
    table_->setVisible(!isEmpty);
    const auto chosen = table_->selectionModel()->selectedRows().size();
    add_->setEnabled(!document_.scene().nodes.empty());
    change_->setEnabled(chosen == 1);
    remove_->setEnabled(chosen > 0);
}

void ScheduleView::retranslate() {
    none_->setText(tr("Nothing happens by itself yet. Let a server stop after 10 s, a line be cut, "
                      "a setting change: it then happens in every run, and is saved with the "
                      "document."));
    table_->setAccessibleName(tr("What happens by itself"));
    add_->setText(tr("Add…"));
    change_->setText(tr("Change…"));
    remove_->setText(tr("Remove"));
    model_.reset();
    refresh();
}

void ScheduleView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
