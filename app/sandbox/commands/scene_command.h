#pragma once

#include "app/sandbox/sandbox_document.h"

#include <QUndoCommand>

namespace roundtrip {

/// One step of undo: does something to a document's scene, and takes it back byte for byte.
class SceneCommand : public QUndoCommand {
  public:
    void redo() final;
    void undo() final;

  protected:
    SceneCommand(SandboxDocument& document, SceneChange change, const QString& text);

    virtual void apply(Scene& scene) = 0;
    virtual void revert(Scene& scene) = 0;
    /// What a run is told after apply() or revert(); only for settings.
    [[nodiscard]] virtual Command setting(const Scene& scene) const;

  private:
    void tell();

    SandboxDocument& document_;
    SceneChange change_;
};

} // namespace roundtrip
