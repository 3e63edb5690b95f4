#include "app/canvas/link_labels.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace roundtrip {

namespace {

constexpr std::size_t kMostPlacedWell = 120; // links; more are too small to read
constexpr int kSamples = 48;                 // points that stand for a line
constexpr double kOverWords = 1000;          // what a place costs, by what it covers
constexpr double kOverCard = 1000;
constexpr double kOverLine = 40;
constexpr double kOnOwnLine = 60;
constexpr double kOtherSide = 4;
constexpr double kCross = 14;     // from the middle of a cut line's cross to its edge
constexpr double kOffMiddle = 30; // times the share of the line

QFont latencyFont(const Style& style) {
    return style.font(12);
}

QFont rateFont(const Style& style) {
    return style.font(12.5, QFont::DemiBold);
}

QString rateText(double flow) {
    return QStringLiteral("%1/s").arg(QLocale().toString(flow, 'f', flow < 10 ? 1 : 0));
}

/// Across the line there: upwards where it is rather level, else to the left.
QPointF acrossAt(const CanvasLink& link, double share) {
    const QPointF tangent = link.pointAt(share + 0.05) - link.pointAt(share - 0.05);
    const double length = std::max(1e-9, std::hypot(tangent.x(), tangent.y()));
    const QPointF across(-tangent.y() / length, tangent.x() / length);
    const bool isLevel = std::abs(across.y()) > std::abs(across.x());
    return (isLevel ? across.y() < 0 : across.x() < 0) ? across : -across;
}

struct Candidate {
    QRectF rect;
    double cost = 0;
    bool isOnLine = false;
};

class Placer {
  public:
    Placer(const CanvasModel& model, double scale) : model_(model), scale_(scale) {
        for (const CanvasLink& link : model.links) {
            std::vector<QPointF>& line = lines_.emplace_back();
            for (int i = 0; i <= kSamples; ++i) {
                line.push_back(link.pointAt(static_cast<double>(i) / kSamples));
            }
            if (link.isCut) {
                words_.push_back(
                    QRectF(-kCross, -kCross, 2 * kCross, 2 * kCross).translated(link.pointAt(0.5)));
            }
        }
    }

    /// The best place for words of that size; it is taken from now on.
    Candidate place(std::size_t link, const QSizeF& size, double usual, double side) {
        Candidate best;
        best.cost = std::numeric_limits<double>::max();
        for (const double share : {usual, 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82}) {
            const double away = std::abs(share - usual) * kOffMiddle;
            for (const double direction : {side, -side, 0.0}) {
                Candidate here = at(link, size, share, direction);
                here.cost += away + (direction == side ? 0 : kOtherSide);
                if (here.cost < best.cost) {
                    best = here;
                }
            }
            if (model_.links.size() > kMostPlacedWell) {
                break;
            }
        }
        words_.push_back(best.rect);
        return best;
    }

  private:
    Candidate at(std::size_t link, const QSizeF& size, double share, double direction) const {
        const CanvasLink& line = model_.links[link];
        const QPointF across = acrossAt(line, share);
        const double gap = 4 * scale_;
        const double reach = std::abs(across.x()) * size.width() / 2 +
                             std::abs(across.y()) * size.height() / 2 + gap;
        const QPointF centre = line.pointAt(share) + across * reach * direction;
        Candidate here;
        here.rect = QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size);
        here.isOnLine = direction == 0;
        here.cost = here.isOnLine ? kOnOwnLine : 0;
        if (model_.links.size() > kMostPlacedWell) {
            return here;
        }
        for (std::size_t other = 0; other < lines_.size(); ++other) {
            const bool isCovered = covers(here.rect, lines_[other]);
            here.cost += isCovered && (other != link || !here.isOnLine) ? kOverLine : 0;
            here.isOnLine |= isCovered;
        }
        for (const CanvasNode& node : model_.nodes) {
            here.cost += node.rect.intersects(here.rect) ? kOverCard : 0;
        }
        for (const QRectF& words : words_) {
            here.cost += words.intersects(here.rect) ? kOverWords : 0;
        }
        return here;
    }

    static bool covers(const QRectF& rect, const std::vector<QPointF>& line) {
        return std::ranges::any_of(line, [&rect](const QPointF& at) { return rect.contains(at); });
    }

    const CanvasModel& model_;
    double scale_;
    std::vector<std::vector<QPointF>> lines_;
    std::vector<QRectF> words_;
};

} // namespace

std::vector<LinkLabel> placeLinkLabels(const CanvasModel& model, const Style& style) {
    const double scale = style.scalePercent() / 100.0;
    const QFontMetricsF latency(latencyFont(style));
    // As wide as a usual rate, so that it stays where it is while the rate changes.
    const QSizeF rate(QFontMetricsF(rateFont(style)).horizontalAdvance(rateText(888)) + 16 * scale,
                      22 * scale);
    constexpr double kLatencyShare = 0.5;
    constexpr double kRateShare = 0.72;
    Placer placer(model, scale);
    std::vector<LinkLabel> labels(model.links.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double width = latency.horizontalAdvance(model.links[i].label) + 8 * scale;
        const Candidate found = placer.place(i, QSizeF(width, 18 * scale), kLatencyShare, 1);
        labels[i].latency = found.rect;
        labels[i].isOnLine = found.isOnLine;
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i].rate = placer.place(i, rate, kRateShare, -1).rect;
    }
    return labels;
}

void paintLatency(QPainter& painter, const CanvasLink& link, const LinkLabel& place,
                  const Style& style) {
    if (place.isOnLine) {
        painter.fillRect(place.latency, style.theme().canvas);
    }
    painter.setFont(latencyFont(style));
    painter.setPen(style.theme().muted);
    painter.drawText(place.latency, Qt::AlignCenter, link.label);
}

void paintRate(QPainter& painter, const CanvasLink& link, const LinkLabel& place,
               const Style& style) {
    const QFont font = rateFont(style);
    const QString text = rateText(link.flow);
    const double scale = style.scalePercent() / 100.0;
    QRectF box = place.rate;
    box.setWidth(QFontMetricsF(font).horizontalAdvance(text) + 16 * scale);
    box.moveCenter(place.rate.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.theme().accent);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setFont(font);
    painter.setPen(style.theme().accentText);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace roundtrip
