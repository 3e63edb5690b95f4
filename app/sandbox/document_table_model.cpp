#include "app/sandbox/document_table_model.h"

namespace roundtrip {

DocumentTableModel::DocumentTableModel(SandboxDocument& document, int columns, int editableColumn,
                                       SceneChange rows, QObject* parent)
    : QAbstractTableModel(parent), document_(document), columns_(columns),
      editable_(editableColumn) {
    connect(&document, &SandboxDocument::replaced, this, &DocumentTableModel::reset);
    connect(&document, &SandboxDocument::changed, this, [this, rows](SceneChange change) {
        if (change == rows || change == SceneChange::parts) {
            reset();
        } else if (rowCount() > 0) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    });
}

void DocumentTableModel::reset() {
    beginResetModel();
    endResetModel();
}

int DocumentTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(count());
}

int DocumentTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns_;
}

QVariant DocumentTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole)) {
        return {};
    }
    return text(static_cast<std::size_t>(index.row()), index.column());
}

bool DocumentTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    return role == Qt::EditRole && index.column() == editable_ &&
           write(static_cast<std::size_t>(index.row()), value.toString().trimmed());
}

QVariant DocumentTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? header(section) : QVariant();
}

Qt::ItemFlags DocumentTableModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == editable_ ? usual | Qt::ItemIsEditable : usual;
}

} // namespace roundtrip
