#pragma once

#include "app/ui/main_window.h"

namespace roundtrip {

/// Goes through the steps before `step` (1-based) as a learner would who presses every button, then
/// into that step up to a moment with a message on its way, and saves a picture of the window.
/// False, with a line on standard error, when the file cannot be written.
bool savePicture(MainWindow& window, int step, const QString& file);

} // namespace roundtrip
