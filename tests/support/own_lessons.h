#pragma once

#include <QDir>
#include <QFile>
#include <QString>

namespace roundtrip::testing {

/// Overwrites a file, as an editor does.
inline void write(const QString& name, const QByteArray& content) {
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

inline QByteArray contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Replaces a word in a file.
inline void replaceIn(const QString& name, const QByteArray& before, const QByteArray& after) {
    write(name, contentOf(name).replace(before, after));
}

/// A copy of the small lesson of the tests as `name` in `folder`, with an id of its own.
inline QString copyOfSmallLesson(const QString& folder, const QString& name) {
    const QDir from(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/data/lessons/small"));
    const QString to = folder + QLatin1Char('/') + name;
    QDir().mkpath(to);
    for (const QString& file : from.entryList(QDir::Files))
        QFile::copy(from.filePath(file), to + QLatin1Char('/') + file);
    replaceIn(to + QStringLiteral("/lesson.json"), "\"small\"",
              QByteArray("\"%1\"").replace("%1", name.toUtf8()));
    return to;
}

} // namespace roundtrip::testing
