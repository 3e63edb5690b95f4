#include "app/compare/twin_timeline.h"

#include "app/narration/text_format.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace roundtrip {

namespace {

constexpr int kHeight = 132;
constexpr double kMostLanes = 8;
constexpr double kTickEvery = 110; // pixels between two numbers on the axis, about

/// Each trip in the first lane that is free when it starts; what has no lane left shares the last.
std::vector<std::size_t> lanesOf(const std::vector<Trip>& trips, std::size_t& used) {
    std::vector<SimTime> freeFrom;
    std::vector<std::size_t> lanes;
    lanes.reserve(trips.size());
    for (const Trip& trip : trips) {
        auto lane =
            std::ranges::find_if(freeFrom, [&trip](SimTime time) { return time <= trip.start; });
        const SimTime end = trip.endFact ? trip.end : SimTime::max();
        if (lane != freeFrom.end()) {
            *lane = end;
        } else if (static_cast<double>(freeFrom.size()) < kMostLanes) {
            freeFrom.push_back(end);
            lane = std::prev(freeFrom.end());
        } else {
            lane = std::prev(freeFrom.end());
        }
        lanes.push_back(static_cast<std::size_t>(lane - freeFrom.begin()));
    }
    used = std::max<std::size_t>(1, freeFrom.size());
    return lanes;
}

/// 1, 2 or 5 times a power of ten, at least `least`.
double roundStep(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= least) {
            return power * factor;
        }
    }
    return power * 10;
}

} // namespace

TwinTimeline::TwinTimeline(const Style& style, QWidget* parent) : QWidget(parent), style_(style) {
    setCursor(Qt::PointingHandCursor);
    connect(&style_, &Style::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TwinTimeline::setTwin(TwinPlayback* twin, Playback* a, Playback* b) {
    twin_ = twin;
    a_ = a;
    b_ = b;
    if (twin != nullptr) {
        connect(twin, &Transport::positionChanged, this, qOverload<>(&QWidget::update));
        connect(twin, &Transport::traceChanged, this, qOverload<>(&QWidget::update));
    }
    setAccessibleName(tr("Requests of both sides over time"));
    update();
}

QSize TwinTimeline::sizeHint() const {
    return {style_.px(480), style_.px(kHeight)};
}

QSize TwinTimeline::minimumSizeHint() const {
    return {style_.px(200), style_.px(70)};
}

double TwinTimeline::left() const {
    return style_.px(34);
}

double TwinTimeline::xOf(SimTime time) const {
    const double whole = std::max(twin_->endTime().toSeconds(), 1e-9);
    return left() + time.toSeconds() / whole * (width() - left() - style_.px(16));
}

void TwinTimeline::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), style_.theme().surface);
    if (twin_ == nullptr || twin_->steps() == 0) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const double axis = style_.px(22);
    const double band = (height() - axis) / 2.0;
    const Theme& theme = style_.theme();
    paintBand(painter, *a_, QRectF(0, 0, width(), band), theme.request);
    paintBand(painter, *b_, QRectF(0, band, width(), band), theme.attention);
    paintAxis(painter, 2 * band);
    const double now = xOf(twin_->time());
    painter.setPen(QPen(theme.text, 2));
    painter.drawLine(QPointF(now, 2), QPointF(now, 2 * band));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawEllipse(QPointF(now, 4), 4, 4);
}

void TwinTimeline::paintBand(QPainter& painter, const Playback& side, const QRectF& band,
                             const QColor& colour) const {
    const Theme& theme = style_.theme();
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(QPointF(left(), band.bottom()), QPointF(band.right(), band.bottom()));
    painter.setPen(theme.text);
    painter.setFont(style_.font(13, QFont::DemiBold));
    painter.drawText(QRectF(0, band.top(), left(), band.height()), Qt::AlignCenter,
                     band.top() > 0 ? QStringLiteral("B") : QStringLiteral("A"));
    const std::vector<Trip>& trips = side.index().spans().trips();
    std::size_t used = 1;
    const std::vector<std::size_t> lanes = lanesOf(trips, used);
    const double gap = style_.px(4);
    const double lane = std::min((band.height() - 2 * gap) / static_cast<double>(used),
                                 static_cast<double>(style_.px(16)));
    const std::size_t facts = side.facts();
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < trips.size(); ++i) {
        const Trip& trip = trips[i];
        const bool isOver = trip.endFact.has_value();
        const bool isFailed = isOver && (trip.status == 0 || trip.status >= 500);
        const double from = xOf(trip.start);
        const double to = xOf(isOver ? trip.end : twin_->endTime());
        QColor fill = isFailed ? theme.bad : colour;
        fill.setAlphaF(trip.startFact >= facts           ? 0.2F
                       : isOver && *trip.endFact < facts ? 1.0F
                                                         : 0.6F);
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(from,
                                       band.top() + gap + lane * static_cast<double>(lanes[i]),
                                       std::max(to - from, 2.0), std::max(lane - 2, 1.5)),
                                2, 2);
    }
}

void TwinTimeline::paintAxis(QPainter& painter, double top) const {
    const double whole = twin_->endTime().toSeconds();
    const double wide = width() - left();
    if (whole <= 0 || wide <= 0) {
        return;
    }
    const double step = roundStep(whole * style_.px(kTickEvery) / wide);
    painter.setPen(style_.theme().muted);
    painter.setFont(style_.font(12));
    for (double at = 0; at <= whole; at += step) {
        const QString text = durationForPeople(SimTime::fromSeconds(at));
        const double most = width() - painter.fontMetrics().horizontalAdvance(text) - 2.0;
        const double x = std::min(xOf(SimTime::fromSeconds(at)), most);
        painter.drawText(QPointF(x, top + style_.px(15)), text);
    }
}

void TwinTimeline::seek(double x) {
    if (twin_ != nullptr && twin_->steps() > 0) {
        const double wide = width() - left() - style_.px(16);
        const double share = std::clamp((x - left()) / wide, 0.0, 1.0);
        twin_->seekToTime(SimTime::fromSeconds(twin_->endTime().toSeconds() * share));
    }
}

void TwinTimeline::mousePressEvent(QMouseEvent* event) {
    seek(event->position().x());
}

void TwinTimeline::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) {
        seek(event->position().x());
    }
}

} // namespace roundtrip
