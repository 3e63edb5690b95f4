#include "app/cli/command.h"
#include "app/cli/station_report.h"
#include "app/narration/problem_text.h"
#include "core/scene/world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

namespace roundtrip::cli {

namespace {

struct RunOptions {
    SimTime duration;
    SimTime warmup;
    std::uint64_t seed = 1;
    int replications = 1;
    bool isJson = false;
};

/// What was counted since `before`.
void addShares(const std::vector<CountedShare>& before, const std::vector<CountedShare>& after,
               FigureTable& table) {
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto whole = static_cast<double>(after[i].whole - before[i].whole);
        const auto part = static_cast<double>(after[i].part - before[i].part);
        table.add(after[i].name, whole > 0 ? part / whole : 0);
    }
}

/// One replication; empty, or why it failed.
std::string runOnce(const Scene& scene, const RunOptions& options, std::uint64_t seed,
                    StationReport& report) {
    World world(scene, seed, std::make_shared<Trace>(), RecordingLevel{.sampleEvery = 0});
    world.simulation().runUntil(options.warmup);
    std::map<std::string, std::vector<CountedShare>> before;
    for (const auto& node : world.nodes()) {
        if (StationStatistics* statistics = node->statistics()) {
            statistics->restart(options.warmup);
        }
        before[node->key()] = node->shares();
    }
    const SimTime end = options.warmup + options.duration;
    world.simulation().runUntil(end);
    for (const auto& node : world.nodes()) {
        addShares(before[node->key()], node->shares(), report[node->key()]["all"]);
        StationStatistics* statistics = node->statistics();
        if (statistics == nullptr) {
            continue;
        }
        report[node->key()]["all"].add(statistics->overall(end));
        for (std::size_t i = 0; i < statistics->classCount(); ++i) {
            report[node->key()][std::to_string(i)].add(statistics->ofClass(i, end));
        }
    }
    return world.simulation().failure();
}

void printText(const StationReport& report) {
    for (const auto& [station, classes] : report) {
        for (const auto& [name, table] : classes) {
            if (table.names().empty()) {
                continue;
            }
            std::string line = fmt::format("{} {}:", station, name);
            for (const std::string& figure : table.names()) {
                line += fmt::format(" {} {:.6g}", figure, table.mean(figure));
            }
            say(QString::fromStdString(line));
        }
    }
}

void printJson(const StationReport& report, const RunOptions& options) {
    nlohmann::ordered_json document;
    document["seed"] = options.seed;
    document["duration"] = options.duration.toSeconds();
    document["warmup"] = options.warmup.toSeconds();
    document["replications"] = options.replications;
    for (const auto& [station, classes] : report) {
        if (classes.at("all").names().empty()) {
            continue;
        }
        document["stations"][station] = classes.at("all").json();
        for (const auto& [name, table] : classes) {
            if (name != "all") {
                document["stations"][station]["classes"][name] = table.json();
            }
        }
    }
    say(QString::fromStdString(document.dump(2)));
}

QString translated(const char* text) {
    return QCoreApplication::translate("cli", text);
}

int runScene(const QString& name, RunOptions options, bool hasSeed) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return refuse(translated(QT_TRANSLATE_NOOP("cli", "%1 cannot be read: %2."))
                          .arg(name, file.errorString()));
    }
    const SceneReading reading = readScene(file.readAll().toStdString());
    for (const Problem& problem : reading.problems) {
        refuse(QStringLiteral("%1: %2: %3")
                   .arg(name, QString::fromStdString(problem.where), problemText(problem)));
    }
    if (!reading.scene) {
        return foundProblems;
    }
    options.seed = hasSeed ? options.seed : reading.scene->seed;
    StationReport report;
    for (int i = 0; i < options.replications; ++i) {
        const std::string failure =
            runOnce(*reading.scene, options, options.seed + static_cast<std::uint64_t>(i), report);
        if (!failure.empty()) {
            return refuse(problemText({"run-failed", {failure}, ""}));
        }
    }
    if (options.isJson) {
        printJson(report, options);
    } else {
        printText(report);
    }
    return success;
}

} // namespace

int run(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption seed("seed", "", "N", "1");
    const QCommandLineOption duration("duration", "", "T", "1000");
    const QCommandLineOption warmup("warmup", "", "T", "0");
    const QCommandLineOption replications("replications", "", "K", "1");
    const QCommandLineOption report("report", "", "json|text", "text");
    parser.addOptions({seed, duration, warmup, replications, report});
    if (!parser.parse(QStringList{"run"} + arguments)) {
        return refuse(parser.errorText());
    }
    if (parser.positionalArguments().size() != 1) {
        return refuse(translated(QT_TRANSLATE_NOOP("cli", "run needs one scene.")));
    }
    const double length = secondsFrom(parser.value(duration));
    const double head = secondsFrom(parser.value(warmup));
    bool isSeed = false;
    bool isCount = false;
    RunOptions options;
    options.duration = SimTime::fromSeconds(length);
    options.warmup = SimTime::fromSeconds(head);
    options.seed = parser.value(seed).toULongLong(&isSeed);
    options.replications = parser.value(replications).toInt(&isCount);
    options.isJson = parser.value(report) == QLatin1String("json");
    if (length <= 0 || head < 0) {
        return refuse(translated(QT_TRANSLATE_NOOP(
            "cli", "--duration and --warmup take a duration like \"60 s\", or seconds.")));
    }
    if (!isSeed || !isCount || options.replications < 1 ||
        (!options.isJson && parser.value(report) != QLatin1String("text"))) {
        return refuse(translated(QT_TRANSLATE_NOOP(
            "cli", "--seed and --replications take whole numbers, --report json or text.")));
    }
    return runScene(parser.positionalArguments().constFirst(), options, parser.isSet(seed));
}

} // namespace roundtrip::cli
