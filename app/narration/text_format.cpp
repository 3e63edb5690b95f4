#include "app/narration/text_format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace roundtrip {

namespace {

QString number(double value) {
    const int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
    return QLocale().toString(value, 'f', digits);
}

} // namespace

QString durationForPeople(SimTime span) {
    const double seconds = span.toSeconds();
    constexpr double kMinute = 60;
    constexpr double kHour = 3600;
    if (seconds == 0) {
        return QStringLiteral("0 ms");
    }
    if (seconds < 1e-5) {
        return QStringLiteral("%1 µs").arg(number(seconds * 1e6));
    }
    if (seconds < 1) {
        return QStringLiteral("%1 ms").arg(number(seconds * 1e3));
    }
    if (seconds < 2 * kMinute) {
        return QStringLiteral("%1 s").arg(number(seconds));
    }
    if (seconds < 2 * kHour) {
        return QStringLiteral("%1 min").arg(number(seconds / kMinute));
    }
    return QStringLiteral("%1 h").arg(number(seconds / kHour));
}

QString shareForPeople(double share) {
    constexpr double kPercent = 100;
    const double percent = share * kPercent;
    if (percent > 0 && percent < 1) { // a few is not none
        return QStringLiteral("%1 %").arg(QLocale().toString(std::max(percent, 0.1), 'f', 1));
    }
    // Nor is nearly all of them all.
    const double rounded = share < 1 ? std::min(std::round(percent), kPercent - 1) : kPercent;
    return QStringLiteral("%1 %").arg(QLocale().toString(rounded, 'f', 0));
}

QString countForPeople(qint64 count) {
    return QLocale().toString(count);
}

QString bytesForPeople(qint64 bytes) {
    constexpr int kDecimals = 1;
    return QLocale().formattedDataSize(bytes, kDecimals, QLocale::DataSizeSIFormat);
}

QString withArguments(const QString& sentence, const QStringList& arguments) {
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int number = sentence.at(i) == QLatin1Char('%') && i + 1 < sentence.size()
                               ? sentence.at(i + 1).digitValue()
                               : 0;
        if (number > 0) {
            text += arguments.value(number - 1);
            ++i;
        } else {
            text += sentence.at(i);
        }
    }
    return text;
}

QString coreText(const char* context, const char* text) {
    return QCoreApplication::translate(context, text);
}

} // namespace roundtrip
