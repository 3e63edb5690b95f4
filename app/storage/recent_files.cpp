#include "app/storage/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace roundtrip {

namespace {

constexpr const char* kKey = "sandbox/recent";

} // namespace

QStringList recentFiles() {
    QStringList files = QSettings().value(QLatin1String(kKey)).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void noteRecentFile(const QString& file) {
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(QLatin1String(kKey), files.mid(0, kMostRecentFiles));
}

} // namespace roundtrip
