#pragma once

#include <QTableView>

namespace roundtrip {

/// Whole lines are chosen; Tab leaves it, so that the keyboard is never caught.
[[nodiscard]] QTableView* plainTable(QAbstractItemModel& model, QWidget* parent);

} // namespace roundtrip
