#include "app/canvas/canvas_painter.h"

#include "app/canvas/card_name.h"
#include "app/canvas/surroundings_painter.h"

#include <QLocale>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

constexpr double kMessageSize = 22;
constexpr double kDrawnMessageSize = 38; // an analogy's
constexpr double kIconSize = 28;
constexpr double kDrawingSize = 42;  // an analogy's
constexpr double kDetailZoom = 0.45; // below that, cards are plates with a name at most
constexpr double kNamedPlate = 44;   // logical pixels: so wide, a plate has room for a name
constexpr std::size_t kCardsPerFrame = 24;
constexpr double kFaint = 0.4;               // opacity of what is not there yet
constexpr std::size_t kMostSprites = 20'000; // beyond that, links show density only
constexpr double kRadius = 12;
constexpr double kWidestLabel = 190; // of a message, so that it covers no card whole
constexpr std::size_t kMostLitLinks = 100;

QColor familyColour(const Theme& theme, Category category) {
    switch (category) {
    case Category::clients:
        return theme.request;
    case Category::background:
        return theme.job;
    case Category::data:
        return theme.response;
    case Category::security:
        return theme.bad;
    case Category::compute:
        return theme.accent;
    default:
        return theme.muted;
    }
}

QColor toneColour(const Theme& theme, Tone tone) {
    switch (tone) {
    case Tone::good:
        return theme.good;
    case Tone::attention:
        return theme.attention;
    case Tone::bad:
        return theme.bad;
    default:
        return theme.muted;
    }
}

double zoomOf(const CanvasView& view) {
    return view.transform.m11();
}

double messageSize(const CanvasModel& model) {
    return model.drawings.front().isEmpty() ? kMessageSize : kDrawnMessageSize;
}

/// What the static picture shows of links, beside their places.
QStringList labelsOf(const CanvasModel& model) {
    QStringList labels;
    for (const CanvasLink& link : model.links) {
        labels << QStringLiteral("%1%2 %3")
                      .arg(link.isCut ? QStringLiteral("cut ") : QString())
                      .arg(static_cast<int>(link.presence))
                      .arg(link.label);
    }
    return labels;
}

/// Whether as many parts are there as were drawn. A card that goes leaves what was behind it.
bool isSameCast(const std::vector<CanvasNode>& shown, const std::vector<CanvasNode>& now) {
    return std::ranges::equal(shown, now, {}, &CanvasNode::presence, &CanvasNode::presence);
}

/// True when nothing that the static picture shows of the card has changed.
bool looksSame(const CanvasNode& shown, const CanvasNode& now) {
    return shown.presence == now.presence && shown.headline == now.headline &&
           shown.isRunning == now.isRunning && shown.tone == now.tone && shown.name == now.name &&
           shown.drawing == now.drawing && shown.rect == now.rect && shown.color == now.color &&
           std::ranges::equal(shown.gauges, now.gauges, {}, &CardGauge::text, &CardGauge::text);
}

} // namespace

void CanvasPainter::paint(QPainter& painter, const CanvasModel& model, const CanvasView& view) {
    const QSize pixels = view.size * view.ratio;
    const bool isMoved = staticTransform_ != view.transform || static_.size() != pixels;
    isStale_ |= !isSameCast(shown_, model.nodes) || labelsOf(model) != shownLabels_;
    if (isStale_ || (isMoved && !isInteracting_)) {
        refreshStatic(model, view);
    } else if (isMoved) {
        // Scale or shift the picture that there is; it is drawn anew when the hand rests.
        painter.fillRect(QRect(QPoint(), view.size), style_.theme().canvas);
        painter.save();
        painter.setTransform(staticTransform_.inverted() * view.transform, true);
        painter.drawPixmap(0, 0, static_);
        painter.restore();
        paintMessages(painter, model, view);
        return;
    } else {
        refreshCards(model, view);
    }
    painter.drawPixmap(0, 0, static_);
    paintMoving(painter, model, view);
}

void CanvasPainter::paintAnew(QPainter& painter, const CanvasModel& model, const CanvasView& view) {
    painter.fillRect(QRect(QPoint(), view.size), style_.theme().canvas);
    linkLabels_ = placeLinkLabels(model, style_);
    isStale_ = true; // what is kept may have been of another model
    paintStatic(painter, model, view);
    paintMoving(painter, model, view);
}

void CanvasPainter::paintMoving(QPainter& painter, const CanvasModel& model,
                                const CanvasView& view) {
    paintActivity(painter, model, view);
    if (model.messages.size() > kMostSprites) {
        paintFlow(painter, model, view);
    } else {
        paintMessages(painter, model, view);
    }
    paintLabels(painter, model, view);
}

void CanvasPainter::refreshStatic(const CanvasModel& model, const CanvasView& view) {
    static_ = QPixmap(view.size * view.ratio);
    static_.setDevicePixelRatio(view.ratio);
    static_.fill(style_.theme().canvas);
    staticTransform_ = view.transform;
    linkLabels_ = placeLinkLabels(model, style_);
    QPainter painter(&static_);
    paintStatic(painter, model, view);
    shown_ = model.nodes;
    shownLabels_ = labelsOf(model);
    isStale_ = false;
}

void CanvasPainter::paintStatic(QPainter& painter, const CanvasModel& model,
                                const CanvasView& view) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter, view);
    painter.setTransform(view.transform, true);
    paintGroups(painter, model, style_);
    for (const CanvasLink& link : model.links) {
        if (isShown(link)) {
            painter.setOpacity(link.presence == Presence::there ? 1 : kFaint);
            paintLink(painter, link);
        }
    }
    for (std::size_t i = 0; i < model.links.size() && zoomOf(view) >= kDetailZoom; ++i) {
        if (isShown(model.links[i])) {
            painter.setOpacity(model.links[i].presence == Presence::there ? 1 : kFaint);
            paintLatency(painter, model.links[i], linkLabels_[i], style_);
        }
    }
    painter.setOpacity(1);
    const QRectF seen = view.transform.inverted().mapRect(QRectF(QPointF(), view.size));
    for (const CanvasNode& node : model.nodes) {
        if (seen.intersects(node.rect) && isShown(node)) {
            paintCard(painter, node, view);
        }
    }
    paintNotes(painter, model, style_);
    painter.restore();
}

void CanvasPainter::refreshCards(const CanvasModel& model, const CanvasView& view) {
    std::size_t drawn = 0;
    QPainter painter;
    for (std::size_t i = 0; i < shown_.size() && drawn < kCardsPerFrame; ++i) {
        const std::size_t index = (nextCard_ + i) % shown_.size();
        if (looksSame(shown_[index], model.nodes[index])) {
            continue;
        }
        if (!painter.isActive()) {
            painter.begin(&static_);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setTransform(view.transform, true);
        }
        paintCard(painter, model.nodes[index], view);
        shown_[index] = model.nodes[index];
        ++drawn;
    }
    nextCard_ = shown_.empty() ? 0 : (nextCard_ + drawn) % shown_.size();
}

void CanvasPainter::paintGrid(QPainter& painter, const CanvasView& view) const {
    const double step =
        24 * textScale() * std::max(1.0, std::round(1 / zoomOf(view))) * zoomOf(view);
    if (step < 8) {
        return;
    }
    const QPointF origin = view.transform.map(QPointF());
    QPolygonF dots;
    for (double y = std::fmod(origin.y(), step); y < view.size.height(); y += step) {
        for (double x = std::fmod(origin.x(), step); x < view.size.width(); x += step) {
            dots << QPointF(x, y);
        }
    }
    QPen pen(style_.theme().grid, 2 * textScale());
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawPoints(dots);
}

void CanvasPainter::paintLink(QPainter& painter, const CanvasLink& link) const {
    const double scale = textScale();
    painter.setBrush(Qt::NoBrush);
    const QColor colour = link.isCut ? style_.theme().bad : style_.theme().link;
    painter.setPen(QPen(colour, 2.5 * scale, link.isCut ? Qt::DotLine : Qt::SolidLine));
    painter.drawPath(link.path());
    if (link.isCut) {
        paintCross(painter, link.pointAt(0.5), 9 * scale);
    }
    const QPointF tip = link.curve[3];
    const QPointF along = link.curve[3] - link.curve[2];
    const double length = std::max(1.0, std::hypot(along.x(), along.y()));
    const QPointF unit = along / length;
    const QPointF side(-unit.y(), unit.x());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({tip, tip - unit * 11 * scale + side * 6 * scale,
                                   tip - unit * 11 * scale - side * 6 * scale}));
}

void CanvasPainter::paintCross(QPainter& painter, const QPointF& at, double reach) const {
    painter.setPen(QPen(style_.theme().bad, reach / 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at - QPointF(reach, reach), at + QPointF(reach, reach));
    painter.drawLine(at + QPointF(-reach, reach), at + QPointF(reach, -reach));
}

void CanvasPainter::paintCard(QPainter& painter, const CanvasNode& node,
                              const CanvasView& view) const {
    const Theme& theme = style_.theme();
    const double radius = kRadius * textScale();
    const double edge = node.color.isEmpty() ? 1.5 : 3;
    const double opacity = node.presence == Presence::there ? 1 : kFaint;
    if (opacity < 1) { // nothing shines through from below
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.canvas);
        painter.drawRoundedRect(node.rect, radius, radius);
    }
    painter.setOpacity(opacity);
    painter.setPen(QPen(node.isRunning ? sceneColour(theme, node.color) : theme.bad,
                        edge * textScale(), node.isRunning ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(node.isRunning ? theme.surface : theme.canvas);
    painter.drawRoundedRect(node.rect, radius, radius);
    if (zoomOf(view) < kDetailZoom) {
        paintPlate(painter, node, zoomOf(view));
    } else {
        paintIcon(painter, node, view);
        paintCardText(painter, node, node.rect);
    }
    painter.setOpacity(1);
}

/// From afar a card is its family's colour; its name is written as large as on the screen beside,
/// as long as there is room for some of it.
void CanvasPainter::paintPlate(QPainter& painter, const CanvasNode& node, double zoom) const {
    const Theme& theme = style_.theme();
    const double radius = kRadius * textScale();
    const QColor colour = familyColour(theme, node.category);
    const QRectF plate = node.rect.adjusted(10, 10, -10, -10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(plate, radius, radius);
    if (plate.width() * zoom < kNamedPlate) {
        return;
    }
    constexpr double kLetters = 10;
    QFont font = style_.font(kLetters, QFont::DemiBold);
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() / zoom))));
    const bool isDark = qGray(colour.rgb()) < 128;
    painter.setPen(isDark ? Qt::white : Qt::black);
    painter.setFont(font);
    painter.save();
    painter.setClipRect(plate, Qt::IntersectClip);
    painter.drawText(plate.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, node.name);
    painter.restore();
}

/// An analogy's drawing is larger than a part's icon, and stands on the same centre line.
void CanvasPainter::paintIcon(QPainter& painter, const CanvasNode& node,
                              const CanvasView& view) const {
    const bool isDrawing = !node.drawing.isEmpty();
    const double side = (isDrawing ? kDrawingSize : kIconSize) * textScale();
    const QRectF box(node.rect.left() + (isDrawing ? 10 : 14) * textScale(),
                     node.rect.top() + 26 * textScale() - side / 2, side, side);
    const double ratio = view.ratio * std::max(1.0, zoomOf(view));
    const int pixels = static_cast<int>(side);
    const double before = painter.opacity();
    painter.setOpacity(node.isRunning ? before : before * 0.4);
    painter.drawPixmap(box.toRect(), isDrawing ? Style::drawing(node.drawing, pixels, ratio)
                                               : Style::partIcon(node.icon, pixels, ratio));
    painter.setOpacity(before);
}

void CanvasPainter::paintCardName(QPainter& painter, const CanvasNode& node, double indent) const {
    const double scale = textScale();
    const QRectF place(node.rect.left() + 14 * scale + indent, node.rect.top() + 16 * scale,
                       node.rect.width() - 28 * scale - indent, 20 * scale);
    const CardName name = CardName::fitting(style_, node.name, place.width());
    painter.setFont(name.font);
    painter.setPen(node.isRunning ? style_.theme().text : style_.theme().muted);
    double offset = -name.lineHeight() * static_cast<double>(name.lines.size() - 1) / 2;
    for (const QString& line : name.lines) {
        painter.drawText(place.translated(0, offset), Qt::AlignVCenter | Qt::TextDontClip, line);
        offset += name.lineHeight();
    }
}

void CanvasPainter::paintCardText(QPainter& painter, const CanvasNode& node,
                                  const QRectF& rect) const {
    const double scale = textScale();
    const double left = rect.left() + 14 * scale;
    const double width = rect.width() - 28 * scale;
    const auto line = [&](double top, const QFont& font, const QColor& colour,
                          const QString& text) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(left, rect.top() + top * scale, width, 20 * scale),
                         Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, width));
    };
    paintCardName(painter, node, (node.drawing.isEmpty() ? 38 : 48) * scale);
    line(44, style_.font(12.5, node.tone == Tone::neutral ? QFont::Normal : QFont::DemiBold),
         toneColour(style_.theme(), node.tone), node.headline);
    double top = 66;
    for (const CardGauge& gauge : node.gauges) {
        line(top, style_.font(12.5), style_.theme().muted, gauge.text);
        top += gauge.look == GaugeInfo::Look::text ? 22 : 40;
    }
}

void CanvasPainter::paintGauges(QPainter& painter, const CanvasNode& node) const {
    const double scale = textScale();
    const QColor colour = familyColour(style_.theme(), node.category);
    const double left = node.rect.left() + 14 * scale;
    const double width = node.rect.width() - 28 * scale;
    double top = node.rect.top() + 66 * scale;
    painter.setPen(Qt::NoPen);
    for (const CardGauge& gauge : node.gauges) {
        const double y = top + 23 * scale;
        constexpr int kMostBoxes = 10;
        if (gauge.look == GaugeInfo::Look::boxes && gauge.capacity <= kMostBoxes) {
            const double gap = 4 * scale;
            const double side = std::min(12 * scale, (width + gap) / gauge.capacity - gap);
            for (int i = 0; i < gauge.capacity; ++i) {
                painter.setBrush(i < gauge.value ? colour : style_.theme().grid);
                painter.drawRoundedRect(QRectF(left + i * (side + gap), y, side, side), 2, 2);
            }
        } else if (gauge.look != GaugeInfo::Look::text) {
            const double share =
                gauge.capacity > 0 ? std::min(1.0, double(gauge.value) / gauge.capacity) : 0;
            const QRectF bar(left, y + 3 * scale, width, 6 * scale);
            painter.setBrush(style_.theme().grid);
            painter.drawRoundedRect(bar, 3 * scale, 3 * scale);
            constexpr double kFull = 0.9;
            painter.setBrush(share >= kFull ? style_.theme().attention : colour);
            painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(width * share, bar.height())),
                                    3 * scale, 3 * scale);
        }
        top += (gauge.look == GaugeInfo::Look::text ? 22 : 40) * scale;
    }
}

/// Those that carry something now, and the one that is chosen.
void CanvasPainter::paintLitLinks(QPainter& painter, const CanvasModel& model,
                                  const CanvasView& view) const {
    const Theme& theme = style_.theme();
    painter.setBrush(Qt::NoBrush);
    for (const CanvasLink& link : model.links) {
        if ((link.isActive || link.flow > 0) && !link.isCut &&
            model.links.size() <= kMostLitLinks) {
            const double width = 3 + 2 * std::log10(1 + link.flow);
            painter.setPen(QPen(theme.accent, width * textScale(), Qt::SolidLine, Qt::FlatCap));
            painter.drawPath(link.path());
        }
    }
    if (view.selectedLink && *view.selectedLink < model.links.size() &&
        isShown(model.links[*view.selectedLink])) {
        painter.setPen(QPen(view.hasFocus ? theme.text : theme.accent, 4 * textScale()));
        painter.drawPath(model.links[*view.selectedLink].path());
    }
    for (std::size_t i = 0; i < model.links.size() && zoomOf(view) >= kDetailZoom; ++i) {
        if (linkLabels_[i].isOnLine) { // over the line that was drawn just now
            paintLatency(painter, model.links[i], linkLabels_[i], style_);
        }
    }
    for (std::size_t i = 0; i < model.links.size(); ++i) {
        if (model.links[i].isSteady) {
            paintRate(painter, model.links[i], linkLabels_[i], style_);
        }
    }
}

void CanvasPainter::paintActivity(QPainter& painter, const CanvasModel& model,
                                  const CanvasView& view) const {
    const Theme& theme = style_.theme();
    const double radius = kRadius * textScale();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(view.transform, true);
    const QRectF seen = view.transform.inverted().mapRect(QRectF(QPointF(), view.size));
    paintLitLinks(painter, model, view);
    for (std::size_t i = 0; i < model.nodes.size(); ++i) {
        const CanvasNode& node = model.nodes[i];
        if (!seen.intersects(node.rect) || node.presence != Presence::there) {
            continue;
        }
        const bool isSelected = view.selectedNode == i;
        if (node.isActive || node.isHighlighted || isSelected) {
            QPen pen(isSelected && view.hasFocus ? theme.text : theme.accent,
                     (isSelected ? 3.0 : 2.0) * textScale());
            if (node.isHighlighted && !node.isActive) {
                pen.setStyle(Qt::DashLine);
            }
            painter.setBrush(Qt::NoBrush);
            painter.setPen(pen);
            painter.drawRoundedRect(node.rect, radius, radius);
        }
        if (zoomOf(view) >= kDetailZoom) {
            paintGauges(painter, node);
        }
        if (node.heat) {
            paintHeat(painter, node, style_);
        }
    }
    painter.restore();
}

void CanvasPainter::paintMessages(QPainter& painter, const CanvasModel& model,
                                  const CanvasView& view) {
    if (model.messages.empty()) {
        return;
    }
    const double size = messageSize(model) * textScale() * std::clamp(zoomOf(view), 0.35, 1.6);
    atlas_.prepare(style_.theme(), std::round(size), view.ratio, model.drawings);
    std::vector<QPainter::PixmapFragment> fragments;
    fragments.reserve(model.messages.size());
    const QRectF seen(QPointF(-size, -size), QSizeF(view.size) + QSizeF(2 * size, 2 * size));
    for (const CanvasMessage& message : model.messages) {
        const QPointF at = view.transform.map(message.at);
        if (seen.contains(at)) {
            fragments.push_back(
                QPainter::PixmapFragment::create(at, atlas_.source(message.kind, message.isFailure),
                                                 1 / view.ratio, 1 / view.ratio));
        }
    }
    painter.drawPixmapFragments(fragments.data(), static_cast<int>(fragments.size()),
                                atlas_.pixmap());
}

void CanvasPainter::paintFlow(QPainter& painter, const CanvasModel& model,
                              const CanvasView& view) const {
    std::vector<std::size_t> counts(model.links.size());
    for (const CanvasMessage& message : model.messages) {
        ++counts[message.link];
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(view.transform, true);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double width = 2 + 3 * std::log10(1.0 + static_cast<double>(counts[i]));
        painter.setPen(QPen(style_.theme().request, width * textScale()));
        painter.drawPath(model.links[i].path());
    }
    painter.restore();
}

void CanvasPainter::paintLabels(QPainter& painter, const CanvasModel& model,
                                const CanvasView& view) const {
    const double scale = textScale();
    const QFont font = style_.font(12.5, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const QRectF stage(QPointF(), QSizeF(view.size));
    std::vector<QRectF> taken;
    for (const CanvasMessage& message : model.messages) {
        if (message.label.isEmpty()) {
            continue;
        }
        const QPointF at = view.transform.map(message.at);
        const QString label =
            metrics.elidedText(message.label, Qt::ElideRight, kWidestLabel * scale);
        const QSizeF size(metrics.horizontalAdvance(label) + 18 * scale, 24 * scale);
        const double below = (messageSize(model) / 2 + 3) * scale;
        QRectF box(at + QPointF(-size.width() / 2, below), size);
        const bool isSelected = view.selectedMessage == message.id;
        const bool isCovered = std::ranges::any_of(
            taken, [&box](const QRectF& other) { return other.intersects(box); });
        if (isCovered && !isSelected) {
            continue; // two labels in one place are none
        }
        if (stage.contains(at)) { // a long one at the edge stays readable
            box.moveRight(std::min(box.right(), stage.right() - 4 * scale));
            box.moveLeft(std::max(box.left(), stage.left() + 4 * scale));
        }
        taken.push_back(box);
        painter.setPen(isSelected ? QPen(style_.theme().text, 2 * scale) : QPen(Qt::NoPen));
        painter.setBrush(MessageAtlas::colourOf(style_.theme(), message.kind, message.isFailure)
                             .darker(style_.theme().name == Theme::Name::dark ? 100 : 125));
        painter.drawRoundedRect(box, size.height() / 2, size.height() / 2);
        painter.setPen(style_.theme().accentText);
        painter.drawText(box, Qt::AlignCenter, label);
    }
    painter.restore();
}

} // namespace roundtrip
