#include "app/ui/startup_options.h"

#include "app/storage/lesson_files.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

#include <cstdlib>

namespace roundtrip {

namespace {

[[noreturn]] void refuse(const QString& reason) {
    QTextStream(stderr) << "roundtrip: " << reason << "\n";
    std::exit(2);
}

QSize sizeFrom(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    constexpr int kLargest = 16384;
    if (size.width() < 320 || size.height() < 240 || size.width() > kLargest ||
        size.height() > kLargest) {
        refuse(QCoreApplication::translate("StartupOptions",
                                           "\"%1\" is no size; write one like 1440x900.")
                   .arg(text));
    }
    return size;
}

QString folderFrom(const QString& text) {
    if (!text.isEmpty() && !QDir(text).exists()) {
        refuse(QCoreApplication::translate("StartupOptions", "There is no folder %1.").arg(text));
    }
    return text;
}

Theme::Name themeFrom(const QString& text) {
    const Theme::Name name = Theme::nameFrom(text);
    if (Theme::textOf(name) != text) {
        refuse(QCoreApplication::translate("StartupOptions",
                                           "--theme takes light, dark or projector."));
    }
    return name;
}

QString words(const char* text) {
    return QCoreApplication::translate("StartupOptions", text);
}

void declareOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(words(
        QT_TRANSLATE_NOOP("StartupOptions", "Shows how a backend works, one request at a time.")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption lesson(
        "lesson",
        words(QT_TRANSLATE_NOOP("StartupOptions", "Lesson to open: its id, or a folder with one.")),
        "id");
    const QCommandLineOption lessons(
        "lessons", words(QT_TRANSLATE_NOOP("StartupOptions", "Folder with lessons of your own.")),
        "folder");
    const QCommandLineOption sandbox(
        "sandbox",
        words(QT_TRANSLATE_NOOP("StartupOptions",
                                "Open a document in the sandbox; \"new\" for an empty one.")),
        "file");
    const QCommandLineOption step(
        "step", words(QT_TRANSLATE_NOOP("StartupOptions", "Step of the lesson, from 1.")), "n");
    const QCommandLineOption theme("theme", "light, dark, projector", "name");
    const QCommandLineOption lang("lang", "en, es", "code");
    const QCommandLineOption size(
        "size", words(QT_TRANSLATE_NOOP("StartupOptions", "Size of the window in pixels.")), "WxH");
    const QCommandLineOption screenshot(
        "screenshot",
        words(QT_TRANSLATE_NOOP("StartupOptions", "Write a picture of the window and quit.")),
        "file");
    const QCommandLineOption report(
        "startup-report",
        words(QT_TRANSLATE_NOOP("StartupOptions",
                                "Print time and memory until the window can be used, and quit.")));
    const QCommandLineOption analogy(
        "analogy",
        words(QT_TRANSLATE_NOOP("StartupOptions", "Show the lesson in its everyday picture.")));
    const QCommandLineOption challenge(
        "challenge",
        words(QT_TRANSLATE_NOOP("StartupOptions",
                                "Challenge to open in the sandbox: its id, or a file with one.")),
        "id");
    parser.addOptions({lesson, lessons, sandbox, challenge, step, analogy, theme, lang, size,
                       screenshot, report});
}

} // namespace

StartupOptions StartupOptions::fromArguments(const QStringList& arguments) {
    QCommandLineParser parser;
    declareOptions(parser);
    parser.process(arguments);
    StartupOptions options;
    options.lesson = parser.value("lesson");
    options.challenge = parser.value("challenge");
    options.lessons = folderFrom(parser.value("lessons"));
    if (parser.isSet("sandbox")) {
        const QString file = parser.value("sandbox");
        options.sandbox = file == QLatin1String("new") ? QString() : file;
    }
    if (parser.isSet("step")) {
        options.step = parser.value("step").toInt();
        if (*options.step < 1) {
            refuse(words(QT_TRANSLATE_NOOP("StartupOptions", "--step takes a number from 1.")));
        }
        if (options.lesson.isEmpty()) {
            refuse(words(QT_TRANSLATE_NOOP("StartupOptions", "--step needs --lesson.")));
        }
    }
    if (parser.isSet("theme")) {
        options.theme = themeFrom(parser.value("theme"));
    }
    options.language = parser.value("lang");
    if (parser.isSet("lang") && options.language != "en" && options.language != "es") {
        refuse(words(QT_TRANSLATE_NOOP("StartupOptions", "--lang takes en or es.")));
    }
    options.size = parser.isSet("size") ? sizeFrom(parser.value("size")) : QSize();
    options.screenshot = parser.value("screenshot");
    options.reportStartup = parser.isSet("startup-report");
    options.inAnalogy = parser.isSet("analogy");
    return options;
}

} // namespace roundtrip
