#include "app/storage/lesson_files.h"

#include <QDir>
#include <QFile>

namespace roundtrip {

namespace {

const QString kBuiltIn = QStringLiteral(":/lessons/");

} // namespace

QStringList builtInLessons() {
    return QDir(kBuiltIn).entryList(QDir::Dirs, QDir::Name);
}

LessonReading loadLesson(const QString& idOrFolder) {
    const QString folder =
        builtInLessons().contains(idOrFolder) ? kBuiltIn + idOrFolder : idOrFolder;
    return readLesson([&folder](const std::string& name) -> std::optional<std::string> {
        QFile file(folder + QLatin1Char('/') + QString::fromStdString(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return std::nullopt;
        }
        return file.readAll().toStdString();
    });
}

} // namespace roundtrip
