#include "app/storage/chosen_charts.h"

#include <QSettings>
#include <QVariant>

namespace roundtrip {

namespace {

constexpr const char* kKey = "sandbox/charts";

} // namespace

QList<int> chosenCharts() {
    QList<int> topics;
    for (const QVariant& topic : QSettings().value(QLatin1String(kKey)).toList()) {
        topics << topic.toInt();
    }
    return topics;
}

void noteChosenCharts(const QList<int>& topics) {
    QVariantList kept;
    for (const int topic : topics) {
        kept << topic;
    }
    QSettings().setValue(QLatin1String(kKey), kept);
}

} // namespace roundtrip
