#pragma once

#include "app/sandbox/sandbox_document.h"

#include <QAbstractTableModel>

namespace roundtrip {

/// A document's parts as lines of a table: name, kind, with whom each is joined. The name can be
/// changed.
class PartsTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { nameColumn, kindColumn, joinedColumn, columns };

    explicit PartsTableModel(SandboxDocument& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    void retranslate();

  private:
    [[nodiscard]] QString joinedWith(const std::string& id) const;

    SandboxDocument& document_;
};

/// Its links: from where, to where, how long a message takes. The time can be changed.
class LinksTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { fromColumn, toColumn, latencyColumn, columns };

    explicit LinksTableModel(SandboxDocument& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// What is no span is refused.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    void retranslate();

  private:
    SandboxDocument& document_;
};

} // namespace roundtrip
