#include "app/cli/command.h"
#include "app/narration/problem_text.h"
#include "app/storage/lesson_files.h"
#include "core/challenge/challenge.h"
#include "core/scene/scene.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace roundtrip::cli {

namespace {

void report(const QString& file, const Problem& problem) {
    const QString where = QString::fromStdString(problem.where);
    say(QStringLiteral("%1%2: %3")
            .arg(file, where.isEmpty() ? QString() : QStringLiteral(": ") + where,
                 problemText(problem)));
}

/// A folder with a lesson.json, or that file itself.
QString lessonFolder(const QFileInfo& file) {
    if (file.isDir()) {
        return file.filePath();
    }
    return file.fileName() == QLatin1String("lesson.json") ? file.path() : QString();
}

/// A .json file with goals.
bool isChallenge(const QFileInfo& file, const std::string& text) {
    if (file.suffix() != QLatin1String("json")) {
        return false;
    }
    const auto json = nlohmann::json::parse(text, nullptr, false);
    return json.is_object() && json.contains("goals");
}

int checkOne(const QString& name) {
    const QFileInfo info(name);
    if (const QString folder = lessonFolder(info); !folder.isEmpty()) {
        const LessonReading reading = loadLesson(folder);
        for (const Problem& problem : reading.problems) {
            report(folder, problem);
        }
        return reading.lesson ? success : foundProblems;
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return refuse(QCoreApplication::translate("cli", "%1 cannot be read: %2.")
                          .arg(name, file.errorString()));
    }
    const std::string text = file.readAll().toStdString();
    const bool isScene = !isChallenge(info, text);
    const Problems problems = isScene ? readScene(text).problems : readChallenge(text).problems;
    for (const Problem& problem : problems) {
        report(name, problem);
    }
    return problems.empty() ? success : foundProblems;
}

} // namespace

int check(const QStringList& arguments) {
    if (arguments.isEmpty()) {
        return refuse(
            QCoreApplication::translate("cli", "check needs a scene, a lesson or a challenge."));
    }
    int worst = success;
    for (const QString& name : arguments) {
        const int code = checkOne(name);
        if (code == success) {
            say(QCoreApplication::translate("cli", "%1: no problems").arg(name));
        }
        worst = std::max(worst, code);
    }
    return worst;
}

} // namespace roundtrip::cli
