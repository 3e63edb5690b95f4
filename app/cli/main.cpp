#include "app/cli/command.h"
#include "app/narration/language.h"

#include <QCoreApplication>

#include <map>

using namespace roundtrip;

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("cli", text);
}

/// What `help` says of one command.
const std::map<QString, const char*>& helpTexts() {
    static const std::map<QString, const char*> kTexts{
        {"run",
         QT_TRANSLATE_NOOP(
             "cli", "run SCENE [--seed N] [--duration T] [--warmup T] [--replications K]\n"
                    "          [--report text|json]\n"
                    "  Simulates a scene and prints, per station and class: mean response time W\n"
                    "  and wait Wq, mean number present L and waiting Lq, percentiles of the\n"
                    "  response time, P(wait), P(block), utilisation and throughput. Times are\n"
                    "  written like \"60 s\" or as seconds, and printed in seconds. With several\n"
                    "  replications the seeds are N, N+1 ..., and json tells standard errors.")},
        {"play", QT_TRANSLATE_NOOP("cli", "play LESSON [--lang en|es] [--analogy]\n"
                                          "  Tells a lesson as text: every step, what is done in "
                                          "it, and what then\n  happens. LESSON is a built-in "
                                          "lesson's id or a folder. --analogy tells it in\n"
                                          "  the lesson's everyday picture.")},
        {"check", QT_TRANSLATE_NOOP("cli", "check FILE...\n"
                                           "  Reads scenes, lessons and challenges and lists what "
                                           "is wrong, where,\n  and how to mend it. Exit code 1 "
                                           "when there are problems.")},
        {"cache-replay",
         QT_TRANSLATE_NOOP(
             "cli", "cache-replay TRACE --policy P --capacity N [--bytes] [--seed S]\n"
                    "  Counts how often a cache would have missed. TRACE has a request a line: a\n"
                    "  name, a comma and a size in bytes (1 when it is not said); empty lines and\n"
                    "  lines that begin with # say nothing. P is lru, lfu, fifo, random or sieve.\n"
                    "  N counts entries, with --bytes it counts bytes, like 65536, 64K, 64M or\n"
                    "  2G. Prints requests, misses, and ratio, the share of requests that missed.\n"
                    "  S is for random.")},
        {"grade",
         QT_TRANSLATE_NOOP(
             "cli", "grade CHALLENGE FILE... [--seeds 1,2,3] [--report text|csv|json]\n"
                    "  Judges solutions of a challenge: which goals each meets, what it costs an\n"
                    "  hour, its stars (0 to 3) and its score (0 to 100). CHALLENGE is a built-in\n"
                    "  challenge's id or a file; FILE is a scene, or a folder of scenes. A goal\n"
                    "  counts when it is met with every seed. The same files and seeds always get\n"
                    "  the same marks. Exit code 1 when a file could not be judged.")},
        {"results",
         QT_TRANSLATE_NOOP(
             "cli", "results [--learner NAME] [--format csv|xapi] [--folder FOLDER]\n"
                    "  Prints what the learners of this computer have done in the program: steps,\n"
                    "  predictions, closing questions; as a table, or as xAPI 1.0.3 statements.\n"
                    "  FOLDER holds progress.sqlite, when it is not where the program keeps it.")},
    };
    return kTexts;
}

int help(const QString& command) {
    const auto known = helpTexts().find(command);
    if (known != helpTexts().end()) {
        cli::say(QStringLiteral("roundtrip-cli ") + translated(known->second));
        return cli::success;
    }
    cli::say(translated(
        QT_TRANSLATE_NOOP("cli", "roundtrip-cli: how a backend works, without a window\n")));
    for (const auto& [name, text] : helpTexts()) {
        cli::say(QStringLiteral("roundtrip-cli ") + translated(text) + QLatin1Char('\n'));
    }
    cli::say(translated(QT_TRANSLATE_NOOP("cli", "roundtrip-cli --version, --help, help COMMAND")));
    return cli::success;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Roundtrip")); // where progress is kept
    QCoreApplication::setOrganizationName(QStringLiteral("Roundtrip"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROUNDTRIP_VERSION));
    Language language;
    language.set(Language::preferred());
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString command = arguments.isEmpty() ? QStringLiteral("--help") : arguments.takeFirst();
    if (command == "--version") {
        cli::say(QStringLiteral("roundtrip-cli " ROUNDTRIP_VERSION));
        return cli::success;
    }
    if (command == "--help" || command == "-h" || command == "help") {
        return help(arguments.value(0));
    }
    if (helpTexts().contains(command) && arguments.contains(QStringLiteral("--help"))) {
        return help(command);
    }
    if (command == "run") {
        return cli::run(arguments);
    }
    if (command == "play") {
        return cli::play(arguments);
    }
    if (command == "check") {
        return cli::check(arguments);
    }
    if (command == "cache-replay") {
        return cli::cacheReplay(arguments);
    }
    if (command == "grade") {
        return cli::grade(arguments);
    }
    if (command == "results") {
        return cli::results(arguments);
    }
    return cli::refuse(
        translated(
            QT_TRANSLATE_NOOP("cli", "there is no command \"%1\". Try roundtrip-cli --help."))
            .arg(command));
}
