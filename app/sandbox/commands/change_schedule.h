#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Other things that happen by themselves.
class ChangeSchedule : public SceneCommand {
  public:
    ChangeSchedule(SandboxDocument& document, std::vector<Command> schedule, const QString& text);

  protected:
    void apply(Scene& scene) override { exchange(scene); }
    void revert(Scene& scene) override { exchange(scene); }

  private:
    void exchange(Scene& scene);

    std::vector<Command> schedule_; ///< the one that the scene has not now
};

} // namespace roundtrip
