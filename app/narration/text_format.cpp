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

/// A slash before a letter and behind no letter, as in "/books": a line does not end behind it.
bool beginsAddress(const QString& text, qsizetype at) {
    const auto isWord = [&text](qsizetype i) {
        return i >= 0 && i < text.size() &&
               (text.at(i).isLetterOrNumber() || QStringLiteral("<>*_/.:").contains(text.at(i)));
    };
    return text.at(at) == QLatin1Char('/') && !isWord(at - 1) && at + 1 < text.size() &&
           text.at(at + 1).isLetterOrNumber();
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

/// By hand: in languages that leave 1234 as it is, QLocale writes 1234567 as "1234.567".
QString countForPeople(qint64 count) {
    constexpr qsizetype kGroup = 3;
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = plain.toString(count);
    const bool groupsThousands = QLocale().toString(1000).size() > 4;
    constexpr qint64 kSmallest = 10'000;
    if (!groupsThousands && std::abs(count) < kSmallest) {
        return text;
    }
    const qsizetype first = count < 0 ? 1 : 0;
    for (qsizetype at = text.size() - kGroup; at > first; at -= kGroup) {
        text.insert(at, QLocale().groupSeparator());
    }
    return text;
}

QString shortened(const QString& text) {
    constexpr qsizetype kLongest = 60;
    const QString line = text.section(QLatin1Char('\n'), 0, 0).trimmed();
    return line.size() > kLongest ? line.left(kLongest - 1) + QChar(0x2026) : line;
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

QString breakable(const QString& text) {
    constexpr QChar kBreak(0x200b); // zero width space
    constexpr QChar kJoin(0x2060);  // word joiner
    const QString marks = QStringLiteral("./_-?&=,:;()[]{}@|");
    QString result;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from;
        while (to < text.size() && !text.at(to).isSpace()) {
            ++to;
        }
        qsizetype since = 0;
        for (qsizetype i = from; i < to; ++i) {
            result += text.at(i);
            ++since;
            if (beginsAddress(text, i)) {
                result += kJoin;
            }
            const bool isPlace = since > 3 && marks.contains(text.at(i));
            if (to - from > kLongestWord && i + 1 < to &&
                ((isPlace && !marks.contains(text.at(i + 1))) || since >= kLongestWord)) {
                result += kBreak;
                since = 0;
            }
        }
        for (; to < text.size() && text.at(to).isSpace(); ++to) {
            result += text.at(to);
        }
        from = to;
    }
    return result;
}

QString coreText(const char* context, const char* text) {
    return QCoreApplication::translate(context, text);
}

} // namespace roundtrip
