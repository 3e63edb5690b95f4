#include "app/sandbox/commands/scene_command.h"

namespace roundtrip {

SceneCommand::SceneCommand(SandboxDocument& document, SceneChange change, const QString& text)
    : QUndoCommand(text), document_(document), change_(change) {}

void SceneCommand::redo() {
    apply(document_.scene_);
    tell();
}

void SceneCommand::undo() {
    revert(document_.scene_);
    tell();
}

Command SceneCommand::setting(const Scene& /*scene*/) const {
    return {};
}

void SceneCommand::tell() {
    emit document_.changed(change_, setting(document_.scene_));
}

} // namespace roundtrip
