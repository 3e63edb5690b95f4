#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <nlohmann/json.hpp>

#include <vector>

namespace roundtrip {

/// What a console answered, as a table: a line for each object, with a column for each of their
/// members. What is no list of objects has one column without a name.
class AnswerModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const nlohmann::ordered_json& result);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    QStringList columns_;
    std::vector<QStringList> rows_;
};

} // namespace roundtrip
