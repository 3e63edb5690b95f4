#include "app/narration/lesson_words.h"

#include "app/narration/text_format.h"

namespace roundtrip {

namespace {

QString valueText(const MetricValue& value) {
    switch (value.unit) {
    case MetricValue::Unit::duration:
        return durationForPeople(SimTime::fromSeconds(value.value));
    case MetricValue::Unit::share:
        return shareForPeople(value.value);
    default:
        return countForPeople(static_cast<qint64>(value.value));
    }
}

} // namespace

QString withValues(const Lesson& lesson, const Trace& trace, const std::string& text,
                   const StepRange& rangeOf) {
    QString result = QString::fromStdString(text);
    for (const std::string& name : placeholdersOf(text)) {
        const auto value = lesson.values.find(name);
        if (value == lesson.values.end()) {
            continue;
        }
        const auto range = rangeOf(value->second.step);
        const QString words =
            range ? valueText(measure(value->second.metric, tripFigures(trace, *range)))
                  : QStringLiteral("\u2026");
        result.replace(QStringLiteral("{%1}").arg(QString::fromStdString(name)), words);
    }
    return result;
}

} // namespace roundtrip
