#pragma once

#include "app/sandbox/commands/scene_command.h"

#include <utility>

namespace roundtrip {

/// Another scene in the place of the document's.
class ExchangeScene : public SceneCommand {
  public:
    ExchangeScene(SandboxDocument& document, Scene scene, const QString& text)
        : SceneCommand(document, SceneChange::parts, text), scene_(std::move(scene)) {}

  protected:
    void apply(Scene& scene) override { std::swap(scene, scene_); }
    void revert(Scene& scene) override { std::swap(scene, scene_); }

  private:
    Scene scene_; ///< the one that the document has not now
};

} // namespace roundtrip
