#include "app/sandbox/answer_model.h"

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;

QString textOf(const Json& value) {
    return value.is_null()     ? QStringLiteral("NULL")
           : value.is_string() ? QString::fromStdString(value.get<std::string>())
                               : QString::fromStdString(value.dump());
}

} // namespace

void AnswerModel::show(const Json& result) {
    beginResetModel();
    columns_.clear();
    rows_.clear();
    const Json rows = result.is_array() ? result : Json::array({result});
    for (const Json& row : rows) {
        if (!row.is_object()) {
            continue;
        }
        for (const auto& [name, value] : row.items()) {
            if (const QString column = QString::fromStdString(name); !columns_.contains(column)) {
                columns_ << column;
            }
        }
    }
    if (columns_.isEmpty() && !rows.empty()) {
        columns_ << QString();
    }
    for (const Json& row : rows) {
        QStringList cells;
        for (const QString& column : columns_) {
            const auto cell = row.is_object() ? row.find(column.toStdString()) : row.end();
            cells << (!row.is_object()    ? textOf(row)
                      : cell == row.end() ? QString()
                                          : textOf(*cell));
        }
        rows_.push_back(std::move(cells));
    }
    endResetModel();
}

int AnswerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int AnswerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant AnswerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    return rows_[static_cast<std::size_t>(index.row())][index.column()];
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole && section < columns_.size()
               ? QVariant(columns_[section])
               : QAbstractTableModel::headerData(section, orientation, role);
}

} // namespace roundtrip
