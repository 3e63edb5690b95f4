#pragma once

#include <QTreeWidget>

#include <functional>

namespace roundtrip {

/// In items of groups, what a search looks at.
inline constexpr int kWordsRole = Qt::UserRole + 1;

/// Hides the items that lack one of the words in `text` or are not allowed, and groups without any
/// that is left.
void filterByWords(QTreeWidget& tree, const QString& text,
                   const std::function<bool(const QTreeWidgetItem&)>& isAllowed = {});

/// Of those that are shown; null when there is none.
[[nodiscard]] QTreeWidgetItem* firstShown(const QTreeWidget& tree);

} // namespace roundtrip
