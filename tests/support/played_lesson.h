#pragma once

#include "app/lessons/lesson_player.h"
#include "app/storage/lesson_files.h"

#include <QCoreApplication>

namespace roundtrip {

/// A lesson being played without a window.
struct PlayedLesson {
    explicit PlayedLesson(LessonReading read)
        : reading(std::move(read)), session(reading.lesson->scene), playback(session),
          player(*reading.lesson, reading.texts, playback) {
        playback.setReducedMotion(true);
    }

    /// Until all that was given has been simulated and seen.
    void settle() {
        session.waitUntilIdle();
        for (bool hasMore = true; hasMore;) {
            QCoreApplication::processEvents();
            hasMore =
                playback.index().factsAfter(playback.index().moments()) < session.trace()->size();
        }
        playback.toEnd();
    }
    void press(std::size_t button) {
        player.pressButton(button);
        settle();
    }
    void goOn() {
        player.next();
        settle();
    }
    /// Sees the step's comparison to its end, if it has one.
    void watchComparison() {
        if (const LessonComparison* shown =
                reading.lesson->findComparison(player.step().comparison)) {
            player.markCompared(runComparison(*shown)->figures);
        }
    }

    LessonReading reading;
    Session session;
    Playback playback;
    LessonPlayer player;
};

} // namespace roundtrip
