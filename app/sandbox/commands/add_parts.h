#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Parts, and links among them or with those that are there, at the end of the scene's lists.
class AddParts : public SceneCommand {
  public:
    AddParts(SandboxDocument& document, std::vector<SceneNode> nodes, std::vector<SceneLink> links,
             const QString& text);

  protected:
    void apply(Scene& scene) override;
    void revert(Scene& scene) override;

  private:
    std::vector<SceneNode> nodes_;
    std::vector<SceneLink> links_;
};

} // namespace roundtrip
