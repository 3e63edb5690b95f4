#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Parts that belong together now, or no longer; a group that is called otherwise.
class ChangeGroups : public SceneCommand {
  public:
    ChangeGroups(SandboxDocument& document, std::vector<SceneGroup> groups, const QString& text);

  protected:
    void apply(Scene& scene) override { exchange(scene); }
    void revert(Scene& scene) override { exchange(scene); }

  private:
    void exchange(Scene& scene);

    std::vector<SceneGroup> groups_; ///< all that the scene has not now
};

} // namespace roundtrip
