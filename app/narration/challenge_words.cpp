#include "app/narration/challenge_words.h"

#include "app/narration/lesson_words.h"
#include "app/narration/text_format.h"

namespace roundtrip {

QString priceForPeople(double price) {
    return QLocale().toString(price, 'f', 2);
}

QString starsText(int stars) {
    constexpr int kMost = 3;
    return QString(stars, QChar(0x2605)) + QString(kMost - stars, QChar(0x2606));
}

QString goalFigure(const ChallengeGoal& goal, double figure) {
    if (!goal.goal.metric) {
        return {};
    }
    MetricValue value = measure(*goal.goal.metric, {});
    value.value = figure;
    value.isKnown = true;
    return metricText(value);
}

} // namespace roundtrip
