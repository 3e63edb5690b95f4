#include "app/storage/lesson_watcher.h"

#include <QDir>

namespace roundtrip {

namespace {

constexpr int kGatherMilliseconds = 300;

} // namespace

LessonWatcher::LessonWatcher(QObject* parent) : QObject(parent) {
    gathering_.setSingleShot(true);
    gathering_.setInterval(kGatherMilliseconds);
    connect(&files_, &QFileSystemWatcher::fileChanged, this, &LessonWatcher::remind);
    connect(&files_, &QFileSystemWatcher::directoryChanged, this, &LessonWatcher::remind);
    connect(&gathering_, &QTimer::timeout, this, [this] {
        watchAll();
        emit changed();
    });
}

void LessonWatcher::watch(const QString& folder) {
    gathering_.stop();
    folder_ = folder;
    for (const QStringList& watched : {files_.files(), files_.directories()}) {
        if (!watched.isEmpty()) {
            files_.removePaths(watched);
        }
    }
    watchAll();
}

/// An editor may put a new file in an old one's place, and then only the old one was watched.
void LessonWatcher::watchAll() {
    if (folder_.isEmpty()) {
        return;
    }
    QStringList paths{folder_};
    for (const QFileInfo& file : QDir(folder_).entryInfoList(QDir::Files)) {
        paths << file.filePath();
    }
    const QStringList watched = files_.files() + files_.directories();
    for (const QString& known : watched) {
        paths.removeAll(known);
    }
    for (const QString& path : paths) {
        if (QFileInfo::exists(path)) {
            files_.addPath(path);
        }
    }
}

} // namespace roundtrip
