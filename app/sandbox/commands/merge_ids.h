#pragma once

namespace roundtrip {

/// Which commands may become one step: QUndoCommand::id().
constexpr int kMovesMerge = 1;
constexpr int kSettingsMerge = 2;

} // namespace roundtrip
