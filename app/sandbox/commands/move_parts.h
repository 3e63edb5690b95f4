#pragma once

#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

/// Gives parts and notes other places. Steps of one drag become one.
class MoveParts : public SceneCommand {
  public:
    /// `drag`: a number of its own for each drag; 0 never merges.
    MoveParts(SandboxDocument& document, std::map<std::string, QPointF> places, int drag,
              const QString& text);

    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand* later) override;

  protected:
    void apply(Scene& scene) override;
    void revert(Scene& scene) override;

  private:
    static void place(Scene& scene, const std::map<std::string, QPointF>& places);

    std::map<std::string, QPointF> places_;
    std::map<std::string, QPointF> before_;
    int drag_;
};

} // namespace roundtrip
