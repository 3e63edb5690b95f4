#pragma once

#include "app/playback/playback.h"

#include <QAbstractTableModel>

#include <map>
#include <memory>
#include <vector>

namespace roundtrip {

/// A cache's entries at the playback's position.
class CacheModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(Playback& playback, NodeId node);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    struct Row {
        QString key;
        QString value;
        QString left;

        friend bool operator==(const Row&, const Row&) = default;
    };
    std::vector<Row> rows_;
};

/// A database's table at the playback's position: its rows at the start with the changes that the
/// trace has recorded up to there.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::unique_ptr<TableSource> table);
    void show(Playback& playback, NodeId node);
    /// A row that has changed, -1: none; for scrolling there.
    [[nodiscard]] int lastChangedRow() const { return lastChanged_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    std::unique_ptr<TableSource> table_;
    std::map<std::pair<int, int>, QString> changes_; // by row and column
    std::vector<std::uint32_t> applied_;
    int lastChanged_ = -1;
    mutable std::map<int, std::vector<std::string>> read_;
};

} // namespace roundtrip
