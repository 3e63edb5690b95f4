#include "app/ui/lesson_tour.h"

#include <QEventLoop>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

namespace roundtrip {

namespace {

void doStep(MainWindow& window) {
    LessonPlayer& player = window.player();
    for (std::size_t i = 0; i < player.step().buttons.size(); ++i) {
        window.playback().toEnd();
        player.pressButton(i);
        window.session().waitUntilIdle();
    }
    if (const auto* shown = player.lesson().findComparison(player.step().comparison)) {
        if (const auto run = runComparison(*shown)) {
            player.markCompared(run->figures);
        }
    }
}

/// The moment to show: a message is under way, about two thirds through what the step did.
void goToTellingMoment(MainWindow& window) {
    Playback& playback = window.playback();
    playback.pause();
    const TraceIndex& index = playback.index();
    const std::size_t first = index.momentsWithin(window.player().entryFact());
    const std::size_t wanted = first + (index.moments() - first) * 2 / 3;
    for (std::size_t moment = wanted; moment < index.moments(); ++moment) {
        if (moment > 0 && playback.trace()[index.factOf(moment - 1)].is<MessageSent>()) {
            playback.seek({moment, 0.5});
            return;
        }
    }
    playback.toEnd();
}

} // namespace

void goToStep(MainWindow& window, int step) {
    LessonPlayer& player = window.player();
    const auto wanted =
        std::min<std::size_t>(static_cast<std::size_t>(step), player.lesson().steps.size()) - 1;
    window.session().waitUntilIdle();
    player.setDemonstrated(true);
    while (player.stepIndex() < wanted) {
        doStep(window);
        window.playback().toEnd();
        player.jumpTo(player.stepIndex() + 1);
        window.session().waitUntilIdle();
    }
    player.setDemonstrated(false);
    if (player.stepIndex() > wanted) {
        player.jumpTo(wanted);
    }
}

bool savePicture(ProgramWindow& window, int step, const QString& file) {
    if (window.lesson() != nullptr) {
        goToStep(*window.lesson(), step);
        if (!window.lesson()->player().step().options.empty()) {
            window.lesson()->player().predict(0);
        }
        doStep(*window.lesson());
        goToTellingMoment(*window.lesson());
    }
    constexpr int kSettleMilliseconds = 400; // layouts, and charts that are drawn a little later
    QEventLoop settling;
    QTimer::singleShot(kSettleMilliseconds, &settling, &QEventLoop::quit);
    settling.exec();
    const bool isSaved = window.grab().save(file);
    if (!isSaved) {
        QTextStream(stderr) << "roundtrip: cannot write " << file << "\n";
    }
    return isSaved;
}

} // namespace roundtrip
