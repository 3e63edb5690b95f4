#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// What a part is called on its card and in every sentence.
class RenamePart : public SceneCommand {
  public:
    RenamePart(SandboxDocument& document, std::string id, std::string name, const QString& text);

  protected:
    void apply(Scene& scene) override { exchange(scene); }
    void revert(Scene& scene) override { exchange(scene); }

  private:
    void exchange(Scene& scene);

    std::string id_;
    std::string name_; ///< the one that is not shown now
};

} // namespace roundtrip
