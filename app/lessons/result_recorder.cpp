#include "app/lessons/result_recorder.h"

namespace roundtrip {

using Verb = LessonResult::Verb;

ResultRecorder::ResultRecorder(LessonPlayer& player, ProgressStore& store)
    : QObject(&player), player_(player), store_(store) {
    connect(&player_, &LessonPlayer::begun, this, [this] { record({.verb = Verb::initialized}); });
    connect(&player_, &LessonPlayer::stepDone, this, [this](std::size_t step) {
        record({.verb = Verb::experienced, .object = stepId(step)});
    });
    connect(&player_, &LessonPlayer::predictionSeen, this,
            [this](std::size_t step, std::size_t option, bool isRight) {
                const LessonOption& chosen = player_.lesson().steps[step].options[option];
                record({.verb = Verb::predicted,
                        .object = stepId(step),
                        .isRight = isRight,
                        .note = QString::fromStdString(chosen.id)});
            });
    connect(&player_, &LessonPlayer::quizAnswered, this,
            [this](const QString& item, const QString& option, bool isRight) {
                record(
                    {.verb = Verb::answered, .object = item, .isRight = isRight, .note = option});
            });
    connect(&player_, &LessonPlayer::finished, this, [this] { record({.verb = Verb::completed}); });
}

void ResultRecorder::record(LessonResult result) {
    result.lesson = QString::fromStdString(player_.lesson().id);
    store_.record(result);
}

QString ResultRecorder::stepId(std::size_t step) const {
    return QString::fromStdString(player_.lesson().steps[step].id);
}

} // namespace roundtrip
