#include "app/canvas/surroundings_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

/// The colour thinned, so that words on it stay readable.
QColor tint(const QColor& colour, double strength) {
    QColor thin = colour;
    thin.setAlphaF(static_cast<float>(strength));
    return thin;
}

} // namespace

QColor sceneColour(const Theme& theme, const QString& name) {
    const std::array<std::pair<QLatin1String, QColor>, 7> known{
        {{QLatin1String("blue"), theme.request},
         {QLatin1String("green"), theme.response},
         {QLatin1String("orange"), theme.attention},
         {QLatin1String("purple"), theme.job},
         {QLatin1String("yellow"), theme.frame},
         {QLatin1String("red"), theme.bad},
         {QLatin1String("grey"), theme.muted}}};
    const auto found = std::ranges::find(known, name, &std::pair<QLatin1String, QColor>::first);
    return found == known.end() ? theme.border : found->second;
}

void paintGroups(QPainter& painter, const CanvasModel& model, const Style& style) {
    const Theme& theme = style.theme();
    const double scale = style.scalePercent() / 100.0;
    constexpr double kRadius = 16;
    painter.setFont(style.font(13, QFont::DemiBold));
    for (const CanvasGroup& group : model.groups) {
        const QColor colour = sceneColour(theme, group.color);
        painter.setPen(QPen(colour, 1.5 * scale, Qt::DashLine));
        painter.setBrush(tint(colour, group.color.isEmpty() ? 0.12 : 0.07));
        painter.drawRoundedRect(group.rect, kRadius * scale, kRadius * scale);
        painter.setPen(theme.text);
        const QRectF words = group.title.adjusted(16 * scale, 6 * scale, -16 * scale, 0);
        painter.drawText(words, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(group.name, Qt::ElideRight,
                                                          static_cast<int>(words.width())));
    }
}

void paintHeat(QPainter& painter, const CanvasNode& node, const Style& style) {
    const Theme& theme = style.theme();
    const double scale = style.scalePercent() / 100.0;
    constexpr double kRadius = 14;
    constexpr double kBusy = 0.7;
    constexpr double kFull = 0.95;
    const double heat = *node.heat;
    const QColor colour = heat >= kFull ? theme.bad : heat >= kBusy ? theme.attention : theme.good;
    const double width = (2 + 8 * heat) * scale;
    const double out = width / 2 + 1;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tint(colour, 0.25 + 0.45 * heat), width));
    painter.drawRoundedRect(node.rect.adjusted(-out, -out, out, out), kRadius * scale,
                            kRadius * scale);
    const QString text = QStringLiteral("%1 %").arg(std::lround(heat * 100));
    const QFont font = style.font(12, QFont::DemiBold);
    const QSizeF size(QFontMetricsF(font).horizontalAdvance(text) + 14 * scale, 20 * scale);
    const QRectF box(node.rect.topRight() - QPointF(size.width() - 8 * scale, size.height() / 2),
                     size);
    painter.setPen(QPen(colour, 1.5 * scale));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(box, size.height() / 2, size.height() / 2);
    painter.setPen(theme.text);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
}

void paintNotes(QPainter& painter, const CanvasModel& model, const Style& style) {
    const Theme& theme = style.theme();
    const double scale = style.scalePercent() / 100.0;
    const double margin = kNoteMargin * scale;
    constexpr double kRadius = 6;
    painter.setFont(style.font(13));
    for (const CanvasNote& note : model.notes) {
        const QColor colour = sceneColour(theme, note.color);
        painter.setPen(QPen(colour, 1.2 * scale));
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(note.rect, kRadius * scale, kRadius * scale);
        painter.setBrush(tint(colour, 0.16));
        painter.drawRoundedRect(note.rect, kRadius * scale, kRadius * scale);
        painter.setPen(theme.text);
        painter.drawText(note.rect.adjusted(margin, margin, -margin, -margin), Qt::TextWordWrap,
                         note.text);
    }
}

} // namespace roundtrip
