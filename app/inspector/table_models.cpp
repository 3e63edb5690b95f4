#include "app/inspector/table_models.h"

#include "app/narration/text_format.h"
#include "core/data/changeset.h"

#include <QFont>

namespace roundtrip {

namespace {

QString cellText(const nlohmann::json& value) {
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

} // namespace

void CacheModel::show(Playback& playback, NodeId node) {
    std::vector<Row> rows;
    const Trace& trace = playback.trace();
    const SimTime now = playback.time();
    for (const auto& [key, entry] : playback.state().nodes[indexOf(node)].cache) {
        rows.push_back(
            {fromView(trace.text(key)), fromView(trace.text(entry.value)),
             entry.expiresAt > now ? durationForPeople(entry.expiresAt - now) : tr("expired")});
    }
    if (rows != rows_) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    }
}

int CacheModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CacheModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 3;
}

QVariant CacheModel::data(const QModelIndex& index, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    return index.column() == 0 ? row.key : index.column() == 1 ? row.left : row.value;
}

QVariant CacheModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == 0 ? tr("Key") : section == 1 ? tr("Time left") : tr("Value");
}

void RowsModel::setTable(std::unique_ptr<TableSource> table) {
    beginResetModel();
    table_ = std::move(table);
    read_.clear();
    changes_.clear();
    applied_.clear();
    endResetModel();
}

void RowsModel::show(Playback& playback, NodeId node) {
    const auto& facts = playback.state().nodes[indexOf(node)].rowChanges;
    if (facts == applied_ || table_ == nullptr) {
        return;
    }
    applied_ = facts;
    changes_.clear();
    lastChanged_ = -1;
    for (const std::uint32_t fact : facts) {
        const auto changed = playback.trace()[fact].as<RowsChanged>();
        for (const RowChange& change : readChangeset(playback.trace().text(changed.changeset))) {
            if (change.kind != RowChange::Kind::updated) {
                continue; // rows are only updated so far; a table keeps its length
            }
            const int row = change.before[0].get<int>() - 1;
            lastChanged_ = row;
            for (std::size_t column = 0; column < change.after.size(); ++column) {
                if (!change.after[column].is_null()) {
                    changes_[{row, static_cast<int>(column)}] = cellText(change.after[column]);
                }
            }
        }
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || table_ == nullptr ? 0 : static_cast<int>(table_->rowCount());
}

int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || table_ == nullptr ? 0 : static_cast<int>(table_->columns().size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    const auto changed = changes_.find({index.row(), index.column()});
    if (role == Qt::FontRole && changed != changes_.end()) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (changed != changes_.end()) {
        return changed->second;
    }
    auto known = read_.find(index.row());
    if (known == read_.end()) {
        known = read_.emplace(index.row(), table_->row(index.row())).first;
    }
    return QString::fromStdString(known->second[static_cast<std::size_t>(index.column())]);
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return QString::fromStdString(table_->columns()[static_cast<std::size_t>(section)]);
}

} // namespace roundtrip
