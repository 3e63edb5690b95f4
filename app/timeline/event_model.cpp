#include "app/timeline/event_model.h"

#include "app/narration/text_format.h"

#include <algorithm>

namespace roundtrip {

bool EventFilter::accepts(const Fact& fact) const {
    if (node != NodeId::none && fact.node != node) {
        return false;
    }
    switch (group) {
    case Group::all:
        return true;
    case Group::messages:
        return fact.is<MessageSent>() || endOfFlight(fact) != MessageId::none;
    case Group::caching:
        return fact.is<CacheHit>() || fact.is<CacheMissed>() || fact.is<CacheStored>() ||
               fact.is<CacheRemoved>() || fact.is<StaleServed>();
    case Group::queries:
        return fact.is<QueryExecuted>() || fact.is<RowsChanged>();
    case Group::problems:
        return infoOf(fact.kind).isError || fact.is<StaleServed>() || fact.is<WorkQueued>() ||
               fact.is<MessageLost>() || fact.is<NodeChanged>() ||
               (fact.is<RequestFinished>() && fact.as<RequestFinished>().status >= 400);
    }
    return true;
}

EventModel::EventModel(const Narrator& narrator, QObject* parent)
    : QAbstractTableModel(parent), narrator_(narrator) {}

void EventModel::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::traceChanged, this, &EventModel::extend);
    restart();
}

void EventModel::setFilter(const EventFilter& filter) {
    filter_ = filter;
    restart();
}

void EventModel::restart() {
    beginResetModel();
    facts_.clear();
    readMoments_ = 0;
    shown_ = playback_ == nullptr ? nullptr : playback_->index().shared();
    endResetModel();
    extend();
}

void EventModel::extend() {
    if (playback_ == nullptr) {
        return;
    }
    if (shown_ != playback_->index().shared()) {
        restart();
        return;
    }
    const TraceIndex& index = playback_->index();
    std::vector<std::uint32_t> fresh;
    for (; readMoments_ < index.moments(); ++readMoments_) {
        const std::size_t fact = index.factOf(readMoments_);
        if (filter_.accepts(playback_->trace()[fact])) {
            fresh.push_back(static_cast<std::uint32_t>(fact));
        }
    }
    if (!fresh.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        facts_.insert(facts_.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
}

std::size_t EventModel::factOf(int row) const {
    return facts_[static_cast<std::size_t>(row)];
}

int EventModel::currentRow() const {
    if (playback_ == nullptr) {
        return -1;
    }
    const auto next = std::ranges::lower_bound(facts_, playback_->facts());
    return static_cast<int>(next - facts_.begin()) - 1;
}

void EventModel::retranslate() {
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    }
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(facts_.size());
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const Fact& fact = (*shown_)[factOf(index.row())];
    switch (index.column()) {
    case timeColumn:
        return durationForPeople(fact.time);
    case nodeColumn:
        return narrator_.nodeName(fact.node);
    default:
        return narrator_.narrate(*shown_, fact).sentence;
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case timeColumn:
        return tr("Time");
    case nodeColumn:
        return tr("Part");
    default:
        return tr("What happened");
    }
}

} // namespace roundtrip
