#include "app/canvas/canvas_accessible.h"
#include "app/narration/problem_text.h"
#include "app/storage/challenge_files.h"
#include "app/storage/lesson_files.h"
#include "app/ui/lesson_tour.h"
#include "app/ui/program_window.h"
#include "app/ui/startup_options.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdio>

using namespace roundtrip;

namespace {

/// Resident memory of this process in megabytes; 0 where the system does not tell.
double residentMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            constexpr double kKilo = 1024.0;
            return line.mid(6).trimmed().split(' ').first().toDouble() / kKilo;
        }
    }
    return 0;
}

/// Prints the problems; true when there are none.
bool isSound(const Problems& problems, const QString& name) {
    for (const Problem& problem : problems) {
        QTextStream(stderr) << name << ": " << QString::fromStdString(problem.where) << ": "
                            << problemText(problem) << "\n";
    }
    return problems.empty();
}

void applySettings(const StartupOptions& options, Style& style, Language& language) {
    const QSettings settings;
    const bool isPicture = !options.screenshot.isEmpty();
    const auto stored = [&](const char* key, const QVariant& fallback) {
        return isPicture ? fallback : settings.value(QLatin1String(key), fallback);
    };
    style.setTheme(
        options.theme.value_or(Theme::nameFrom(stored("view/theme", "light").toString())));
    style.setScalePercent(stored("view/scale", 100).toInt());
    style.setMotionReduced(stored("view/reducedMotion", false).toBool());
    const QString fallback = isPicture ? QStringLiteral("en") : Language::preferred();
    language.set(options.language.isEmpty() ? stored("view/language", fallback).toString()
                                            : options.language);
}

/// A picture shows only what it was asked to show.
QString ownLessons(const StartupOptions& options) {
    if (!options.lessons.isEmpty() || !options.screenshot.isEmpty()) {
        return options.lessons;
    }
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/lessons");
}

void reportStartup(const QElapsedTimer& clock) {
    std::printf("app.startup_ms %.1f ms\napp.rss_mb %.1f MB\n",
                static_cast<double>(clock.nsecsElapsed()) / 1e6, residentMegabytes());
}

/// A lesson, a document, a challenge, or the page with all lessons. False when it can't be read.
bool openWhatIsWanted(ProgramWindow& window, const StartupOptions& options) {
    if (options.sandbox) {
        window.showSandbox();
        if (!options.sandbox->isEmpty()) {
            window.sandbox()->openFile(*options.sandbox);
        }
    } else if (!options.challenge.isEmpty()) {
        ChallengeReading reading = loadChallenge(options.challenge);
        if (!isSound(reading.problems, options.challenge)) {
            return false;
        }
        window.showSandbox();
        window.sandbox()->openChallenge(*reading.challenge);
    } else if (options.lesson.isEmpty()) {
        window.showHome();
    } else {
        LessonReading reading = loadLesson(options.lesson);
        if (!isSound(reading.problems, options.lesson)) {
            return false;
        }
        if (builtInLessons().contains(options.lesson)) {
            window.openLesson(std::move(reading));
        } else {
            window.openLessonIn(options.lesson);
        }
        if (options.inAnalogy) {
            window.lesson()->setAnalogy(true);
        }
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer clock;
    clock.start();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Roundtrip"));
    QApplication::setOrganizationName(QStringLiteral("Roundtrip"));
    QApplication::setApplicationVersion(QStringLiteral(ROUNDTRIP_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.roundtrip.Roundtrip"));
    installCanvasAccessibility();
    Style style;
    Language language;
    language.set(Language::preferred());
    const StartupOptions options = StartupOptions::fromArguments(QApplication::arguments());
    applySettings(options, style, language);

    const bool isPicture = !options.screenshot.isEmpty();
    ProgressStore store(
        isPicture ? QString() : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    ProgramWindow window(store, language, style, ownLessons(options));
    if (options.size.isValid()) {
        window.resize(options.size);
    }
    if (!openWhatIsWanted(window, options)) {
        return 1;
    }
    window.show();
    if (options.reportStartup) {
        QApplication::processEvents();
        window.repaint();
        reportStartup(clock);
        return 0;
    }
    if (isPicture) {
        return savePicture(window, options.step.value_or(1), options.screenshot) ? 0 : 1;
    }
    if (options.step && window.lesson() != nullptr) {
        QApplication::processEvents(); // the window is to be seen while the steps before are played
        goToStep(*window.lesson(), *options.step);
    }
    return QApplication::exec();
}
