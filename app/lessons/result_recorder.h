#pragma once

#include "app/lessons/lesson_player.h"
#include "app/storage/progress_store.h"

namespace roundtrip {

/// Keeps what a learner does in a lesson as results of the current learner. Belongs to the player,
/// and has to be there before the lesson begins.
class ResultRecorder : public QObject {
    Q_OBJECT

  public:
    ResultRecorder(LessonPlayer& player, ProgressStore& store);

  private:
    void record(LessonResult result);
    [[nodiscard]] QString stepId(std::size_t step) const;

    LessonPlayer& player_;
    ProgressStore& store_;
};

} // namespace roundtrip
