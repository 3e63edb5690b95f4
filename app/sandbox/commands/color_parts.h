#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Another colour for the edge of parts' cards, for notes and for groups.
class ColorParts : public SceneCommand {
  public:
    ColorParts(SandboxDocument& document, const std::set<std::string>& ids,
               const std::string& color, const QString& text);

  protected:
    void apply(Scene& scene) override { exchange(scene); }
    void revert(Scene& scene) override { exchange(scene); }

  private:
    void exchange(Scene& scene);

    std::map<std::string, std::string> colors_; ///< by id: the one that is not shown now
};

} // namespace roundtrip
