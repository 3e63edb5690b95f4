#include "app/storage/example_files.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <utility>

namespace roundtrip {

namespace {

/// File and title, from simple to large.
constexpr std::array<std::pair<const char*, const char*>, 13> kExamples{{
    {"url_shortener", QT_TRANSLATE_NOOP("examples", "URL shortener")},
    {"photo_upload", QT_TRANSLATE_NOOP("examples", "Photo upload with workers")},
    {"login_oauth", QT_TRANSLATE_NOOP("examples", "Login with OAuth")},
    {"api_quota", QT_TRANSLATE_NOOP("examples", "API with a quota")},
    {"report_generator", QT_TRANSLATE_NOOP("examples", "Report generator")},
    {"job_scheduler", QT_TRANSLATE_NOOP("examples", "Job scheduler")},
    {"weather", QT_TRANSLATE_NOOP("examples", "Weather with a CDN")},
    {"read_replicas", QT_TRANSLATE_NOOP("examples", "Read replicas")},
    {"news_feed", QT_TRANSLATE_NOOP("examples", "News feed: fan-out on write")},
    {"chat", QT_TRANSLATE_NOOP("examples", "Chat on two servers")},
    {"chat_sizes", QT_TRANSLATE_NOOP("examples", "Chat at three sizes")},
    {"flash_sale", QT_TRANSLATE_NOOP("examples", "Shop with a flash sale")},
    {"everything_wrong", QT_TRANSLATE_NOOP("examples", "Everything wrong: find five faults")},
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
