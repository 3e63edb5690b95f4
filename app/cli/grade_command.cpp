#include "app/cli/command.h"
#include "app/narration/problem_text.h"
#include "app/storage/challenge_files.h"
#include "core/challenge/judge.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace roundtrip::cli {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("cli", text);
}

/// What came of one file.
struct Mark {
    QString file;
    Verdict verdict;
    QStringList problems; ///< in words; also those of a file that could not be read
    bool isJudged = false;
};

/// Files as they were named, and those of folders by name.
QStringList filesOf(const QStringList& names) {
    QStringList files;
    for (const QString& name : names) {
        if (!QFileInfo(name).isDir()) {
            files << name;
            continue;
        }
        const QDir folder(name);
        for (const QString& file :
             folder.entryList({QStringLiteral("*.roundtrip")}, QDir::Files, QDir::Name)) {
            files << folder.filePath(file);
        }
    }
    return files;
}

Mark markOf(const Challenge& challenge, const QString& name,
            const std::vector<std::uint64_t>& seeds) {
    Mark mark;
    mark.file = name;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        mark.problems << file.errorString();
        return mark;
    }
    const SceneReading reading = readScene(file.readAll().toStdString());
    for (const Problem& problem : reading.problems) {
        mark.problems << QStringLiteral("%1: %2").arg(QString::fromStdString(problem.where),
                                                      problemText(problem));
    }
    if (!reading.scene) {
        return mark;
    }
    mark.verdict = *judge(challenge, *reading.scene, seeds); // nobody cancels
    mark.isJudged = mark.verdict.failure.empty();
    for (const Problem& problem : mark.verdict.broken) {
        mark.problems << problemText(problem);
    }
    if (!mark.isJudged) {
        mark.problems << problemText({"run-failed", {mark.verdict.failure}, ""});
    }
    return mark;
}

QString quoted(QString text) {
    return QStringLiteral("\"%1\"").arg(text.replace(QLatin1Char('"'), QStringLiteral("\"\"")));
}

void printCsv(const Challenge& challenge, const std::vector<Mark>& marks) {
    QString head = QStringLiteral("file,judged,solved,stars,score,price_per_hour");
    for (std::size_t i = 0; i < challenge.goals.size(); ++i) {
        head += QStringLiteral(",goal_%1_met,goal_%1_figure").arg(i + 1);
    }
    say(head + QStringLiteral(",problems"));
    for (const Mark& mark : marks) {
        QStringList line{quoted(mark.file),
                         QString::number(mark.isJudged),
                         QString::number(mark.verdict.isSolved() && mark.isJudged),
                         QString::number(mark.verdict.stars),
                         QString::number(mark.verdict.score),
                         QString::number(mark.verdict.price, 'g', 12)};
        for (std::size_t i = 0; i < challenge.goals.size(); ++i) {
            const bool isKnown = i < mark.verdict.met.size();
            line << (isKnown ? QString::number(static_cast<int>(mark.verdict.met[i])) : QString());
            line << (isKnown ? QString::number(mark.verdict.figures[i], 'g', 12) : QString());
        }
        line << quoted(mark.problems.join(QLatin1String("; ")));
        say(line.join(QLatin1Char(',')));
    }
}

void printJson(const Challenge& challenge, const std::vector<Mark>& marks,
               const std::vector<std::uint64_t>& seeds) {
    nlohmann::ordered_json document;
    document["challenge"] = challenge.id;
    document["seeds"] = seeds;
    document["solutions"] = nlohmann::ordered_json::array();
    for (const Mark& mark : marks) {
        nlohmann::ordered_json one;
        one["file"] = mark.file.toStdString();
        one["judged"] = mark.isJudged;
        one["solved"] = mark.isJudged && mark.verdict.isSolved();
        one["stars"] = mark.verdict.stars;
        one["score"] = mark.verdict.score;
        one["price_per_hour"] = mark.verdict.price;
        one["goals"] = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < mark.verdict.met.size(); ++i) {
            one["goals"].push_back({{"text", Challenge::say(challenge.goals[i].text, "en")},
                                    {"met", static_cast<bool>(mark.verdict.met[i])},
                                    {"figure", mark.verdict.figures[i]}});
        }
        one["problems"] = nlohmann::ordered_json::array();
        for (const QString& problem : mark.problems) {
            one["problems"].push_back(problem.toStdString());
        }
        document["solutions"].push_back(std::move(one));
    }
    say(QString::fromStdString(document.dump(2)));
}

void printText(const Challenge& challenge, const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
        const auto met = std::ranges::count(mark.verdict.met, true);
        say(QStringLiteral("%1: %2").arg(
            mark.file,
            mark.isJudged ? translated(QT_TRANSLATE_NOOP(
                                           "cli", "%1 of %2 goals, %3 an hour, %4 stars, score %5"))
                                .arg(met)
                                .arg(challenge.goals.size())
                                .arg(mark.verdict.price, 0, 'f', 2)
                                .arg(mark.verdict.stars)
                                .arg(mark.verdict.score)
                          : translated(QT_TRANSLATE_NOOP("cli", "not judged"))));
        for (const QString& problem : mark.problems) {
            say(QStringLiteral("  ") + problem);
        }
    }
}

/// "1,2,3"; empty with anything else in it.
std::vector<std::uint64_t> seedsOf(const QString& text) {
    std::vector<std::uint64_t> seeds;
    for (const QString& part : text.split(QLatin1Char(','))) {
        bool isNumber = false;
        seeds.push_back(part.trimmed().toULongLong(&isNumber));
        if (!isNumber) {
            return {};
        }
    }
    return seeds;
}

} // namespace

int grade(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption seedOption("seeds", {}, "N,N,...");
    const QCommandLineOption report("report", {}, "text|csv|json", "text");
    parser.addOptions({seedOption, report});
    if (!parser.parse(QStringList{QString()} + arguments)) {
        return refuse(parser.errorText());
    }
    QStringList names = parser.positionalArguments();
    const QString form = parser.value(report);
    if (names.size() < 2) {
        return refuse(translated(
            QT_TRANSLATE_NOOP("cli", "grade needs a challenge and at least one solution.")));
    }
    if (form != QLatin1String("text") && form != QLatin1String("csv") &&
        form != QLatin1String("json")) {
        return refuse(translated(QT_TRANSLATE_NOOP("cli", "--report takes text, csv or json.")));
    }
    const QString name = names.takeFirst();
    const ChallengeReading reading = loadChallenge(name);
    for (const Problem& problem : reading.problems) {
        refuse(QStringLiteral("%1: %2: %3")
                   .arg(name, QString::fromStdString(problem.where), problemText(problem)));
    }
    if (!reading.challenge) {
        return foundProblems;
    }
    std::vector<std::uint64_t> seeds{reading.challenge->scene.seed};
    if (parser.isSet(seedOption)) {
        seeds = seedsOf(parser.value(seedOption));
    }
    if (seeds.empty()) {
        return refuse(translated(
            QT_TRANSLATE_NOOP("cli", "--seeds takes whole numbers with commas between.")));
    }
    std::vector<Mark> marks;
    for (const QString& file : filesOf(names)) {
        marks.push_back(markOf(*reading.challenge, file, seeds));
    }
    if (form == QLatin1String("csv")) {
        printCsv(*reading.challenge, marks);
    } else if (form == QLatin1String("json")) {
        printJson(*reading.challenge, marks, seeds);
    } else {
        printText(*reading.challenge, marks);
    }
    return std::ranges::all_of(marks, &Mark::isJudged) ? success : foundProblems;
}

} // namespace roundtrip::cli
