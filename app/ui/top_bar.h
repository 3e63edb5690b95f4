#pragma once

#include <QAction>
#include <QFrame>
#include <QToolButton>

namespace roundtrip {

// What the bars at the top of the program's windows are made of.

/// Icon and words of the action.
[[nodiscard]] QToolButton* actionButton(QAction* action, QWidget* parent);
/// Opens its menu at once.
[[nodiscard]] QToolButton* menuButton(QWidget* parent);
/// Buttons that have an icon do without their words where the bar is too narrow for them.
void fitTopBar(const QFrame& bar, int width);

} // namespace roundtrip
