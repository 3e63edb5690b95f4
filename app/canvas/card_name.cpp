#include "app/canvas/card_name.h"

#include <QFontMetricsF>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr double kLargest = 15;
constexpr double kSmallest = 12.5;
constexpr double kSmallestOfTwo = 11; // lines
constexpr double kStep = 0.5;

/// Breaks it at the space that leaves the longer line shortest; itself when it has no space.
QStringList brokenInTwo(const QString& name, const QFontMetricsF& metrics) {
    QStringList best{name};
    double widest = metrics.horizontalAdvance(name);
    for (qsizetype at = name.indexOf(QLatin1Char(' ')); at > 0;
         at = name.indexOf(QLatin1Char(' '), at + 1)) {
        const QStringList lines{name.left(at), name.mid(at + 1)};
        const double width =
            std::max(metrics.horizontalAdvance(lines[0]), metrics.horizontalAdvance(lines[1]));
        if (width < widest) {
            widest = width;
            best = lines;
        }
    }
    return best;
}

bool fits(const QStringList& lines, const QFontMetricsF& metrics, double room) {
    return std::ranges::all_of(lines, [&metrics, room](const QString& line) {
        return metrics.horizontalAdvance(line) <= room;
    });
}

} // namespace

CardName CardName::fitting(const Style& style, const QString& name, double room) {
    for (double size = kLargest; size >= kSmallest; size -= kStep) {
        const QFont font = style.font(size, QFont::DemiBold);
        if (QFontMetricsF(font).horizontalAdvance(name) <= room) {
            return {font, {name}};
        }
    }
    CardName broken;
    for (double size = kSmallest; size >= kSmallestOfTwo; size -= kStep) {
        broken.font = style.font(size, QFont::DemiBold);
        const QFontMetricsF metrics(broken.font);
        broken.lines = brokenInTwo(name, metrics);
        if (fits(broken.lines, metrics, room)) {
            return broken;
        }
    }
    const QFontMetricsF metrics(broken.font);
    for (QString& line : broken.lines) {
        line = metrics.elidedText(line, Qt::ElideRight, room);
    }
    return broken;
}

double CardName::lineHeight() const {
    constexpr double kTight = 0.95; // two lines have to share the place of one and a half
    return QFontMetricsF(font).height() * kTight;
}

} // namespace roundtrip
