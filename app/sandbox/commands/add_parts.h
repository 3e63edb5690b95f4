#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Parts, links among them or with those that are there, notes and groups, at the end of the
/// scene's lists.
class AddParts : public SceneCommand {
  public:
    AddParts(SandboxDocument& document, Scene added, const QString& text);

  protected:
    void apply(Scene& scene) override;
    void revert(Scene& scene) override;

  private:
    Scene added_;
};

} // namespace roundtrip
