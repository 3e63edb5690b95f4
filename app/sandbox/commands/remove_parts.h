#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Takes parts with their links, links alone, and notes out of the scene.
class RemoveParts : public SceneCommand {
  public:
    RemoveParts(SandboxDocument& document, PartSelection selection, const QString& text);

  protected:
    void apply(Scene& scene) override;
    void revert(Scene& scene) override;

  private:
    PartSelection selection_;
    Scene before_;
};

} // namespace roundtrip
