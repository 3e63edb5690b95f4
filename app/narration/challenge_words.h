#pragma once

#include "core/challenge/judge.h"

#include <QLocale>
#include <QString>

namespace roundtrip {

/// "1.25", in the locale's digits: an hour's price, of no particular money.
[[nodiscard]] QString priceForPeople(double price);
/// "★★☆".
[[nodiscard]] QString starsText(int stars);
/// The figure that a goal about a metric was held against: "212 ms"; empty for goals about facts.
[[nodiscard]] QString goalFigure(const ChallengeGoal& goal, double figure);

} // namespace roundtrip
