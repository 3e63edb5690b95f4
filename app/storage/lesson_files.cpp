#include "app/storage/lesson_files.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>

#include <map>
#include <utility>

namespace roundtrip {

namespace {

const QString kBuiltIn = QStringLiteral(":/lessons/");

/// Why the text is no SVG; empty when it is one.
QString faultOfDrawing(const std::string& svg) {
    QXmlStreamReader xml(QByteArray::fromStdString(svg));
    const bool isSvg = xml.readNextStartElement() && xml.name() == QLatin1String("svg");
    while (!xml.atEnd()) {
        xml.readNext();
    }
    if (xml.hasError()) {
        return QStringLiteral("%1:%2: %3")
            .arg(xml.lineNumber())
            .arg(xml.columnNumber())
            .arg(xml.errorString());
    }
    return isSvg ? QString() : QStringLiteral("<svg>?");
}

/// The lesson's own drawings must be ones that can be drawn.
void checkDrawings(LessonReading& reading) {
    if (!reading.lesson || !reading.lesson->analogy) {
        return;
    }
    for (const auto& [name, svg] : reading.lesson->analogy->drawings) {
        if (const QString fault = faultOfDrawing(svg); !fault.isEmpty()) {
            reading.problems.push_back(
                {"bad-drawing", {name + ".svg", fault.toStdString()}, "lesson.json#/analogy"});
        }
    }
    if (!reading.problems.empty()) {
        reading.lesson.reset();
    }
}

} // namespace

QStringList builtInLessons() {
    return QDir(kBuiltIn).entryList(QDir::Dirs, QDir::Name);
}

QStringList lessonFoldersIn(const QString& folder) {
    QStringList found;
    if (folder.isEmpty()) {
        return found;
    }
    const auto entries = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& entry : entries) {
        if (QFile::exists(entry.filePath() + QStringLiteral("/lesson.json"))) {
            found << entry.filePath();
        }
    }
    return found;
}

std::vector<OwnLesson> ownLessonsIn(const QString& folder) {
    std::vector<OwnLesson> lessons;
    QStringList known = builtInLessons();
    for (const QString& each : lessonFoldersIn(folder)) {
        LessonReading reading = loadLesson(each);
        const QString id = reading.lesson ? QString::fromStdString(reading.lesson->id) : QString();
        if (reading.lesson && known.contains(id)) {
            reading.lesson.reset();
            reading.problems.push_back({"duplicate-lesson", {id.toStdString()}, "lesson.json#/id"});
        } else if (reading.lesson) {
            known << id;
        }
        lessons.push_back({each, std::move(reading)});
    }
    return lessons;
}

LessonReading loadLesson(const QString& idOrFolder) {
    const QString folder =
        builtInLessons().contains(idOrFolder) ? kBuiltIn + idOrFolder : idOrFolder;
    LessonReading reading =
        readLesson([&folder](const std::string& name) -> std::optional<std::string> {
            QFile file(folder + QLatin1Char('/') + QString::fromStdString(name));
            if (!file.open(QIODevice::ReadOnly)) {
                return std::nullopt;
            }
            return file.readAll().toStdString();
        });
    checkDrawings(reading);
    return reading;
}

const Glossary& glossaryIn(const QString& language) {
    static std::map<QString, Glossary> read;
    const auto known = read.find(language);
    if (known != read.end()) {
        return known->second;
    }
    const QString name = QStringLiteral("glossary.%1.json").arg(language);
    QFile file(QStringLiteral(":/glossary/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return language == QLatin1String("en") ? read[language] : glossaryIn(QStringLiteral("en"));
    }
    GlossaryReading reading = readGlossary(file.readAll().toStdString(), name.toStdString());
    return read[language] = std::move(reading.glossary).value_or(Glossary());
}

} // namespace roundtrip
