#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Another value of a part or link. Turning the same knob again and again is one step, until
/// something else is done.
class ChangeSetting : public SceneCommand {
  public:
    ChangeSetting(SandboxDocument& document, std::string target, std::string parameter,
                  nlohmann::json value, const QString& text);

    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand* later) override;

  protected:
    void apply(Scene& scene) override;
    void revert(Scene& scene) override;
    [[nodiscard]] Command setting(const Scene& scene) const override;

  private:
    std::string target_;
    std::string parameter_;
    nlohmann::json value_;
    std::optional<nlohmann::json> before_; ///< none: nothing was written, so its fallback held
};

} // namespace roundtrip
