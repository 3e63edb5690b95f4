#include "app/cli/command.h"
#include "app/narration/language.h"
#include "app/narration/lesson_words.h"
#include "app/narration/narrator.h"
#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "app/session/comparison_run.h"
#include "app/storage/lesson_files.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace roundtrip::cli {

namespace {

/// Tells a lesson as text: gives each step's commands, in order, and narrates what came of them.
class Teller {
  public:
    Teller(const Lesson& lesson, const LessonText& text, std::optional<Analogy> analogy)
        : lesson_(lesson), text_(text), narrator_(lesson_.scene),
          history_(lesson_.scene, lesson_.scene.seed) {
        narrator_.setNames(text.names);
        narrator_.setAnalogy(std::move(analogy));
    }

    int tell() {
        say(QString::fromStdString(text_.title));
        for (std::size_t i = 0; i < lesson_.steps.size(); ++i) {
            if (const auto done = tellStep(i); !done) {
                return refuse(problemText(done.error()));
            }
        }
        return success;
    }

  private:
    tl::expected<void, Error> tellStep(std::size_t number) {
        const LessonStep& step = lesson_.steps[number];
        const LessonStepText& words = text_.steps.at(step.id);
        say(QStringLiteral("\n%1. %2\n").arg(number + 1).arg(QString::fromStdString(words.title)));
        entries_[step.id] = {history_.trace()->size(), history_.trace()->size()};
        say(filled(words.say));
        if (auto given = give(step.commands); !given) {
            return given;
        }
        for (const LessonButton& button : step.buttons) {
            say(QStringLiteral("\n[%1]").arg(QString::fromStdString(words.buttons.at(button.id))));
            if (auto given = give(button.commands); !given) {
                return given;
            }
        }
        if (!step.comparison.empty()) {
            if (auto told = tellComparison(*lesson_.findComparison(step.comparison)); !told) {
                return told;
            }
        }
        entries_[step.id].to = history_.trace()->size();
        tellOutcome(step, words);
        if (!words.done.empty() &&
            areMet(step.goals, *history_.trace(), entries_[step.id], lesson_.nodeNames())) {
            say(QLatin1Char('\n') + filled(words.done));
        }
        return {};
    }

    /// Which answers of a prediction came true.
    void tellOutcome(const LessonStep& step, const LessonStepText& words) const {
        for (const LessonOption& option : step.options) {
            if (areMet(option.when, *history_.trace(), entries_.at(step.id), lesson_.nodeNames())) {
                say(QCoreApplication::translate("cli", "   So the answer is: %1")
                        .arg(filled(words.options.at(option.id))));
            }
        }
    }

    tl::expected<void, Error> give(const std::vector<LessonCommand>& commands) {
        const std::size_t before = history_.trace()->size();
        std::vector<Command> given;
        for (const LessonCommand& command : commands) {
            given.push_back(command.command);
            given.back().at = history_.now() + command.after;
        }
        if (auto done = history_.apply(given); !done) {
            return done;
        }
        narrate(before);
        return {};
    }

    void narrate(std::size_t from) const {
        constexpr std::size_t kMostFacts = 400; // a crowd is told in one line
        const Trace& trace = *history_.trace();
        if (trace.size() - from > kMostFacts) {
            const TripFigures figures = tripFigures(trace, {from, trace.size()});
            say(QCoreApplication::translate("cli",
                                            "   %n request(s), median %1, hit ratio %2, "
                                            "stale %3",
                                            nullptr, static_cast<int>(figures.finished))
                    .arg(durationForPeople(figures.median), shareForPeople(figures.hitRatio()),
                         shareForPeople(figures.staleShare())));
            return;
        }
        for (std::size_t i = from; i < trace.size(); ++i) {
            if (infoOf(trace[i].kind).visible) {
                say(QStringLiteral("%1  %2")
                        .arg(durationForPeople(trace[i].time), 9)
                        .arg(narrator_.narrate(trace, trace[i]).sentence));
            }
        }
    }

    /// Both sides of a comparison and its table.
    tl::expected<void, Error> tellComparison(const LessonComparison& comparison) {
        const LessonComparisonText& words = text_.comparisons.at(comparison.id);
        auto run = runComparison(comparison);
        if (!run) {
            return tl::unexpected(run.error());
        }
        const ComparisonRun& done =
            comparisons_.insert_or_assign(comparison.id, std::move(*run)).first->second;
        say(QStringLiteral("\n[A | B] %1\n%2")
                .arg(QString::fromStdString(words.title), QString::fromStdString(words.say)));
        for (const LessonMetric metric : comparison.figures) {
            say(QStringLiteral("   %1: %2 %3 | %4 %5")
                    .arg(metricName(metric), QString::fromStdString(words.a),
                         metricText(measure(metric, done.figures.a)),
                         QString::fromStdString(words.b),
                         metricText(measure(metric, done.figures.b))));
        }
        return {};
    }

    [[nodiscard]] QString filled(const std::string& text) const {
        return withValues(
            lesson_, text, [this](const LessonValue& value) -> std::optional<TripFigures> {
                if (const auto run = comparisons_.find(value.comparison);
                    run != comparisons_.end()) {
                    return run->second.figures.of(value.side);
                }
                const auto entry = entries_.find(value.step);
                return entry == entries_.end()
                           ? std::nullopt
                           : std::optional(tripFigures(*history_.trace(), entry->second));
            });
    }

    const Lesson& lesson_;
    const LessonText& text_;
    Narrator narrator_;
    History history_;
    std::map<std::string, FactRange> entries_;
    std::map<std::string, ComparisonRun> comparisons_;
};

} // namespace

int play(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption lang("lang", "en, es", "code", "en");
    const QCommandLineOption inAnalogy("analogy");
    parser.addOptions({lang, inAnalogy});
    if (!parser.parse(QStringList{"play"} + arguments)) {
        return refuse(parser.errorText());
    }
    if (parser.positionalArguments().size() != 1) {
        return refuse(QCoreApplication::translate("cli", "play needs one lesson. There are: %1")
                          .arg(builtInLessons().join(QStringLiteral(", "))));
    }
    const QString name = parser.positionalArguments().constFirst();
    const LessonReading reading = loadLesson(name);
    for (const Problem& problem : reading.problems) {
        refuse(QStringLiteral("%1: %2: %3")
                   .arg(name, QString::fromStdString(problem.where), problemText(problem)));
    }
    if (!reading.lesson) {
        return foundProblems;
    }
    const std::string code = parser.value(lang).toStdString();
    if (!reading.texts.contains(code)) {
        return refuse(QCoreApplication::translate("cli", "This lesson does not speak \"%1\".")
                          .arg(parser.value(lang)));
    }
    Language language;
    language.set(parser.value(lang));
    const LessonText& text = reading.texts.at(code);
    std::optional<Analogy> analogy =
        parser.isSet(inAnalogy) ? Analogy::of(*reading.lesson, text) : std::nullopt;
    if (parser.isSet(inAnalogy) && !analogy) {
        return refuse(QCoreApplication::translate("cli", "This lesson has no analogy."));
    }
    return Teller(*reading.lesson, text, std::move(analogy)).tell();
}

} // namespace roundtrip::cli
