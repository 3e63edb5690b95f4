#pragma once

#include <QList>

namespace roundtrip {

/// Which charts a person had in the sandbox when they last chose; numbers of ChartTopic. Empty
/// before anybody chose.
[[nodiscard]] QList<int> chosenCharts();
void noteChosenCharts(const QList<int>& topics);

} // namespace roundtrip
