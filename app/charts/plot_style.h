#pragma once

#include "app/style/style.h"

class QCustomPlot;

namespace roundtrip {

/// Colours, fonts and grid of a plot, as the theme and the scale want them.
void stylePlot(QCustomPlot& plot, const Style& style);

} // namespace roundtrip
