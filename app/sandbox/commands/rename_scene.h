#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// The document's title.
class RenameScene : public SceneCommand {
  public:
    RenameScene(SandboxDocument& document, std::string title, const QString& text)
        : SceneCommand(document, SceneChange::looks, text), title_(std::move(title)) {}

  protected:
    void apply(Scene& scene) override { std::swap(scene.title, title_); }
    void revert(Scene& scene) override { std::swap(scene.title, title_); }

  private:
    std::string title_; ///< the one that is not shown now
};

} // namespace roundtrip
