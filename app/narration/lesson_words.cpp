#include "app/narration/lesson_words.h"

#include "app/narration/text_format.h"

#include <QCoreApplication>

#include <array>

namespace roundtrip {

namespace {

// In the order of LessonMetric.
constexpr std::array<const char*, 21> kNames{
    QT_TRANSLATE_NOOP("Metrics", "requests"),
    QT_TRANSLATE_NOOP("Metrics", "first request took"),
    QT_TRANSLATE_NOOP("Metrics", "last request took"),
    QT_TRANSLATE_NOOP("Metrics", "median answer time"),
    QT_TRANSLATE_NOOP("Metrics", "95 of 100 answers within"),
    QT_TRANSLATE_NOOP("Metrics", "cache hit ratio"),
    QT_TRANSLATE_NOOP("Metrics", "stale answers"),
    QT_TRANSLATE_NOOP("Metrics", "oldest stale answer"),
    QT_TRANSLATE_NOOP("Metrics", "database queries"),
    QT_TRANSLATE_NOOP("Metrics", "99 of 100 answers within"),
    QT_TRANSLATE_NOOP("Metrics", "mean answer time"),
    QT_TRANSLATE_NOOP("Metrics", "failed requests"),
    QT_TRANSLATE_NOOP("Metrics", "refused requests"),
    QT_TRANSLATE_NOOP("Metrics", "rows read"),
    QT_TRANSLATE_NOOP("Metrics", "messages on the wire"),
    QT_TRANSLATE_NOOP("Metrics", "data on the wire"),
    QT_TRANSLATE_NOOP("Metrics", "messages that gave a secret away"),
    QT_TRANSLATE_NOOP("Metrics", "news heard"),
    QT_TRANSLATE_NOOP("Metrics", "until news is heard"),
    QT_TRANSLATE_NOOP("Metrics", "tasks done"),
    QT_TRANSLATE_NOOP("Metrics", "until a task is done"),
};

} // namespace

QString metricName(LessonMetric metric) {
    return QCoreApplication::translate("Metrics", kNames.at(static_cast<std::size_t>(metric)));
}

QString metricText(const MetricValue& value) {
    if (!value.isKnown) {
        return QStringLiteral("\u2013");
    }
    switch (value.unit) {
    case MetricValue::Unit::duration:
        return durationForPeople(SimTime::fromSeconds(value.value));
    case MetricValue::Unit::share:
        return shareForPeople(value.value);
    case MetricValue::Unit::bytes:
        return bytesForPeople(static_cast<qint64>(value.value));
    default:
        return countForPeople(static_cast<qint64>(value.value));
    }
}

QString withValues(const Lesson& lesson, const std::string& text, const FiguresOf& figuresOf) {
    QString result = QString::fromStdString(text);
    for (const std::string& name : placeholdersOf(text)) {
        const auto value = lesson.values.find(name);
        if (value == lesson.values.end()) {
            continue;
        }
        const auto figures = figuresOf(value->second);
        const QString words = figures ? metricText(measure(value->second.metric, *figures))
                                      : QStringLiteral("\u2026");
        result.replace(QStringLiteral("{%1}").arg(QString::fromStdString(name)), words);
    }
    return result;
}

} // namespace roundtrip
