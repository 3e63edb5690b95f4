#pragma once

#include <QStringList>

namespace roundtrip {

/// The documents that were opened or saved last, the latest first; those that are gone are left
/// out.
[[nodiscard]] QStringList recentFiles();
void noteRecentFile(const QString& file);

constexpr qsizetype kMostRecentFiles = 10;

} // namespace roundtrip
