#pragma once

#include <QTableView>

namespace roundtrip {

/// Whole lines are chosen; Tab leaves it, so that the keyboard is never caught.
[[nodiscard]] QTableView* makeDocumentTable(QAbstractItemModel& model, QWidget* parent);

} // namespace roundtrip
