#pragma once

#include "app/sandbox/sandbox_document.h"

#include <QAbstractTableModel>

namespace roundtrip {

/// Things of a document as lines of a table, one of whose columns can be written in. It follows the
/// document: anew when things come or go, else where it stands.
class DocumentTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const final;
    /// What does not fit is refused.
    bool setData(const QModelIndex& index, const QVariant& value, int role) final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const final;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const final;

    /// Reads everything again, as after another language was chosen.
    void reset();

  protected:
    /// `rows`: the change after which there are other lines.
    DocumentTableModel(SandboxDocument& document, int columns, int editableColumn, SceneChange rows,
                       QObject* parent);

    [[nodiscard]] SandboxDocument& document() const { return document_; }
    [[nodiscard]] const Scene& scene() const { return document_.scene(); }

    [[nodiscard]] virtual std::size_t count() const = 0;
    [[nodiscard]] virtual QString header(int column) const = 0;
    [[nodiscard]] virtual QString text(std::size_t row, int column) const = 0;
    /// Of the editable column. False when the text does not fit.
    virtual bool write(std::size_t row, const QString& text) = 0;

  private:
    SandboxDocument& document_;
    int columns_;
    int editable_;
};

} // namespace roundtrip
