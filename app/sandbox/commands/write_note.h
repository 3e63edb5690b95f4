#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Other words on a note.
class WriteNote : public SceneCommand {
  public:
    WriteNote(SandboxDocument& document, std::string note, std::string words, const QString& text);

  protected:
    void apply(Scene& scene) override { exchange(scene); }
    void revert(Scene& scene) override { exchange(scene); }

  private:
    void exchange(Scene& scene);

    std::string note_;
    std::string words_; ///< those that are not shown now
};

} // namespace roundtrip
