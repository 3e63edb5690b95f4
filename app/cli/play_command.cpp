#include "app/cli/command.h"
#include "app/narration/language.h"
#include "app/narration/lesson_words.h"
#include "app/narration/narrator.h"
#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "app/session/history.h"
#include "app/storage/lesson_files.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace roundtrip::cli {

namespace {

/// Tells a lesson as text: gives each step's commands, in order, and narrates what came of them.
class Teller {
  public:
    Teller(const Lesson& lesson, const LessonText& text)
        : lesson_(lesson), text_(text), narrator_(lesson_.scene),
          history_(lesson_.scene, lesson_.scene.seed) {}

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
        entries_[step.id].to = history_.trace()->size();
        if (!words.done.empty() &&
            areMet(step.goals, *history_.trace(), entries_[step.id], lesson_.nodeNames())) {
            say(QLatin1Char('\n') + filled(words.done));
        }
        return {};
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

    [[nodiscard]] QString filled(const std::string& text) const {
        return withValues(lesson_, *history_.trace(), text,
                          [this](const std::string& step) -> std::optional<FactRange> {
                              const auto entry = entries_.find(step);
                              return entry == entries_.end() ? std::nullopt
                                                             : std::optional(entry->second);
                          });
    }

    const Lesson& lesson_;
    const LessonText& text_;
    Narrator narrator_;
    History history_;
    std::map<std::string, FactRange> entries_;
};

} // namespace

int play(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption lang("lang", "en, es", "code", "en");
    parser.addOption(lang);
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
    return Teller(*reading.lesson, reading.texts.at(code)).tell();
}

} // namespace roundtrip::cli
