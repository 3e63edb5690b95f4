#include "app/timeline/event_list.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace roundtrip {

EventList::EventList(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator), model_(narrator),
      groups_(new QComboBox(this)), parts_(new QComboBox(this)), table_(new QTableView(this)) {
    auto* filters = new QHBoxLayout;
    filters->addWidget(groups_);
    filters->addWidget(parts_);
    filters->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->addLayout(filters);
    layout->addWidget(table_, 1);
    table_->setModel(&model_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(groups_, &QComboBox::currentIndexChanged, this, &EventList::applyFilter);
    connect(parts_, &QComboBox::currentIndexChanged, this, &EventList::applyFilter);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid() && !isFollowing_) {
                    emit factChosen(model_.factOf(current.row()));
                }
            });
    connect(&style_, &Style::changed, this, &EventList::retranslate);
    retranslate();
}

void EventList::setPlayback(Playback* playback) {
    playback_ = playback;
    model_.setPlayback(playback);
    connect(playback, &Playback::positionChanged, this, &EventList::followPosition);
    connect(playback, &Playback::sceneChanged, this, [this] {
        parts_->setCurrentIndex(0);
        retranslate();
    });
    retranslate();
}

void EventList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void EventList::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    followPosition(); // it did not while it was hidden
}

void EventList::retranslate() {
    const QSignalBlocker quietGroups(groups_);
    const QSignalBlocker quietParts(parts_);
    const int group = std::max(0, groups_->currentIndex());
    groups_->clear();
    groups_->addItems(
        {tr("Everything"), tr("Messages"), tr("Caching"), tr("Queries"), tr("Problems")});
    groups_->setCurrentIndex(group);
    const int part = std::max(0, parts_->currentIndex());
    parts_->clear();
    parts_->addItem(tr("All parts"));
    if (playback_ != nullptr) {
        for (std::size_t i = 0; i < playback_->session().scene().nodes.size(); ++i) {
            parts_->addItem(narrator_.nodeName(NodeId{static_cast<std::uint16_t>(i)}));
        }
    }
    parts_->setCurrentIndex(part);
    groups_->setAccessibleName(tr("Show which events"));
    parts_->setAccessibleName(tr("Show events of which part"));
    table_->setAccessibleName(tr("Events"));
    table_->verticalHeader()->setDefaultSectionSize(style_.px(26));
    table_->setColumnWidth(EventModel::timeColumn, style_.px(84));
    table_->setColumnWidth(EventModel::nodeColumn, style_.px(120));
    model_.retranslate();
}

void EventList::applyFilter() {
    EventFilter filter;
    filter.group = static_cast<EventFilter::Group>(std::max(0, groups_->currentIndex()));
    if (parts_->currentIndex() > 0) {
        filter.node = NodeId{static_cast<std::uint16_t>(parts_->currentIndex() - 1)};
    }
    model_.setFilter(filter);
    followPosition();
}

void EventList::followPosition() {
    if (!isVisible()) {
        return;
    }
    isFollowing_ = true;
    const int row = model_.currentRow();
    if (row >= 0) {
        table_->selectRow(row);
        table_->scrollTo(model_.index(row, 0));
    } else {
        table_->clearSelection();
    }
    isFollowing_ = false;
}

} // namespace roundtrip
