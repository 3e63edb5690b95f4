#include "app/storage/example_files.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <utility>

namespace roundtrip {

namespace {

/// File and title, from simple to large.
constexpr std::array<std::pair<const char*, const char*>, 4> kExamples{{
    {"url_shortener", QT_TRANSLATE_NOOP("examples", "URL shortener")},
    {"photo_upload", QT_TRANSLATE_NOOP("examples", "Photo upload with workers")},
    {"weather", QT_TRANSLATE_NOOP("examples", "Weather with a CDN")},
    {"chat", QT_TRANSLATE_NOOP("examples", "Chat on two servers")},
}};

} // namespace

Scene loadExample(const QString& path) {
    QFile file(path);
    (void)file.open(QIODevice::ReadOnly);
    SceneReading reading = readScene(file.readAll().toStdString());
    return reading.scene ? std::move(*reading.scene) : Scene();
}

std::vector<ExampleFile> exampleFiles() {
    std::vector<ExampleFile> examples;
    for (const auto& [name, title] : kExamples) {
        examples.push_back({QStringLiteral(":/sandbox/%1.roundtrip").arg(QLatin1String(name)),
                            QCoreApplication::translate("examples", title)});
    }
    return examples;
}

} // namespace roundtrip
