#include "app/sandbox/commands/change_schedule.h"

#include <utility>

namespace roundtrip {

ChangeSchedule::ChangeSchedule(SandboxDocument& document, std::vector<Command> schedule,
                               const QString& text)
    : SceneCommand(document, SceneChange::schedule, text), schedule_(std::move(schedule)) {}

void ChangeSchedule::exchange(Scene& scene) {
    std::swap(scene.schedule, schedule_);
}

} // namespace roundtrip
