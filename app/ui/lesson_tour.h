#pragma once

#include "app/ui/program_window.h"

namespace roundtrip {

/// Saves a picture of the window. When a lesson is open, it first goes through the steps before
/// `step` (1-based) as a learner would who presses every button, then into that step up to a moment
/// with a message on its way. False, with a line on standard error, when the file cannot be
/// written.
bool savePicture(ProgramWindow& window, int step, const QString& file);

} // namespace roundtrip
