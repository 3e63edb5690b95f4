#pragma once

#include "app/ui/program_window.h"

namespace roundtrip {

/// Goes through the steps before `step` (1-based), pressing every button of each and running its
/// comparison, so that what it tells of them is there; then enters it. None of it counts as done by
/// the learner. A lesson that is further already goes back.
void goToStep(MainWindow& window, int step);

/// Saves a picture of the window. When a lesson is open, it goes to `step` and
/// does it up to a moment with a message on its way. False, with a line on standard error, when the
/// file cannot be written.
bool savePicture(ProgramWindow& window, int step, const QString& file);

} // namespace roundtrip
