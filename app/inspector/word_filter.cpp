#include "app/inspector/word_filter.h"

#include <QStringList>

#include <algorithm>

namespace roundtrip {

void filterByWords(QTreeWidget& tree, const QString& text,
                   const std::function<bool(const QTreeWidgetItem&)>& isAllowed) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = tree.topLevelItem(i);
        bool hasAny = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* item = group->child(j);
            const QString known = item->data(0, kWordsRole).toString();
            const bool fits = (!isAllowed || isAllowed(*item)) &&
                              std::ranges::all_of(words, [&known](const QString& word) {
                                  return known.contains(word, Qt::CaseInsensitive);
                              });
            item->setHidden(!fits);
            hasAny |= fits;
        }
        group->setHidden(!hasAny);
    }
}

QTreeWidgetItem* firstShown(const QTreeWidget& tree) {
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        const QTreeWidgetItem* group = tree.topLevelItem(i);
        for (int j = 0; j < group->childCount(); ++j) {
            if (!group->child(j)->isHidden()) {
                return group->child(j);
            }
        }
    }
    return nullptr;
}

} // namespace roundtrip
