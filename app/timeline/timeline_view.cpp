#include "app/timeline/timeline_view.h"

#include "app/narration/text_format.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr std::size_t kWantedLanes = 12; // that it would like to show
constexpr std::size_t kNeededLanes = 6;
constexpr double kUsualLane = 24;
constexpr double kLowestLane = 16; // a name fits
constexpr double kAbove = 10;
constexpr double kBelow = 8;
constexpr double kNameSize = 12.5;
constexpr double kTaskNameSize = 10;
constexpr double kBarShare = 0.75;     // of a lane: a task's name fits
constexpr double kSecondsAround = 1.5; // in true scale, at speed 1

QColor laneColour(const Theme& theme, Category category) {
    switch (category) {
    case Category::clients:
        return theme.request;
    case Category::data:
        return theme.response;
    case Category::background:
        return theme.job;
    default:
        return theme.accent;
    }
}

} // namespace

TimelineView::TimelineView(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator),
      scroll_(new QScrollBar(Qt::Vertical, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(scroll_, &QScrollBar::valueChanged, this, &TimelineView::layOut);
    connect(&style_, &Style::changed, this, &TimelineView::takeNames);
    scroll_->hide();
}

void TimelineView::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::positionChanged, this, &TimelineView::layOut);
    connect(playback, &Playback::traceChanged, this, &TimelineView::layOut);
    connect(playback, &Playback::paceChanged, this, &TimelineView::layOut);
    connect(playback, &Playback::sceneChanged, this, &TimelineView::takeNames);
    takeNames();
}

void TimelineView::takeNames() {
    measureNames();
    updateGeometry();
    showScroll();
}

void TimelineView::measureNames() {
    constexpr std::size_t kMost = 100; // more would take time, and the widest of them will do
    namesWidth_ = 0;
    const QFontMetricsF metrics(style_.font(kNameSize));
    for (std::size_t lane = 0; lane < std::min(kMost, lanes()); ++lane) {
        namesWidth_ = std::max(namesWidth_, metrics.horizontalAdvance(nameOf(lane)));
    }
}

QString TimelineView::nameOf(std::size_t lane) const {
    return narrator_.nodeName(NodeId{static_cast<std::uint16_t>(lane)});
}

std::size_t TimelineView::lanes() const {
    return playback_ == nullptr ? 0 : playback_->session().scene().nodes.size();
}

double TimelineView::laneHeight() const {
    const double room = height() - style_.px(kAbove) - style_.px(kBelow);
    return std::clamp<double>(room / static_cast<double>(std::max<std::size_t>(1, lanes())),
                              style_.px(kLowestLane), style_.px(kUsualLane));
}

std::size_t TimelineView::lanesInSight() const {
    constexpr double kRounding = 0.001;
    const double room = height() - style_.px(kAbove) - style_.px(kBelow);
    const auto fitting = static_cast<std::size_t>(std::max(1.0, room / laneHeight() + kRounding));
    return std::min(lanes(), fitting);
}

QRectF TimelineView::laneRect(std::size_t lane) const {
    const auto first = static_cast<std::size_t>(scroll_->value());
    if (lane < first || lane >= std::min(lanes(), first + lanesInSight())) {
        return {};
    }
    return {0, style_.px(kAbove) + static_cast<double>(lane - first) * laneHeight(), axisEnd(),
            laneHeight()};
}

/// Where the axis ends, at the right.
double TimelineView::axisEnd() const {
    return width() - style_.px(16) - (scroll_->isHidden() ? 0 : scroll_->width());
}

void TimelineView::showScroll() {
    const std::size_t hidden = lanes() - lanesInSight();
    scroll_->setRange(0, static_cast<int>(hidden));
    scroll_->setPageStep(static_cast<int>(lanesInSight()));
    scroll_->setVisible(hidden > 0);
    const int breadth = scroll_->sizeHint().width();
    scroll_->setGeometry(width() - breadth, 0, breadth, height());
    layOut();
}

double TimelineView::labelWidth() const {
    const double most = std::max<double>(style_.px(104), width() / 4.0);
    return std::clamp<double>(namesWidth_ + style_.px(28), style_.px(104), most);
}

QSize TimelineView::sizeHint() const {
    const std::size_t wanted = playback_ == nullptr ? 4 : std::min(kWantedLanes, lanes());
    return {600, style_.px(kAbove) + static_cast<int>(wanted) * style_.px(kUsualLane) +
                     style_.px(kBelow)};
}

QSize TimelineView::minimumSizeHint() const {
    const std::size_t needed = playback_ == nullptr ? 4 : std::min(kNeededLanes, lanes());
    return {200, style_.px(kAbove) + static_cast<int>(needed) * style_.px(kLowestLane) +
                     style_.px(kBelow)};
}

const Trip* TimelineView::shownTrip() const {
    const TraceIndex& index = playback_->index();
    // The trip of the last thing that happened; before any, the first one to come.
    for (std::size_t i = playback_->position().moments; i-- > 0;) {
        const RequestId request = playback_->trace()[index.factOf(i)].request;
        if (request != RequestId::none) {
            return index.spans().trip(request);
        }
    }
    return index.spans().trips().empty() ? nullptr : &index.spans().trips().front();
}

double TimelineView::storyOfFact(std::size_t fact) const {
    const TraceIndex& index = playback_->index();
    const std::size_t moment = index.momentsWithin(fact);
    return moment < index.moments() ? index.storyTime(moment) : index.storyEnd();
}

double TimelineView::now() const {
    return playback_->clock() == Playback::Clock::story ? playback_->storyNow()
                                                        : playback_->time().toSeconds();
}

double TimelineView::xOf(double at) const {
    const double room = axisEnd() - labelWidth();
    return labelWidth() + room * (at - window_.from) / (window_.to - window_.from);
}

void TimelineView::layOut() {
    bars_.clear();
    if (playback_ == nullptr) {
        return;
    }
    if (playback_->clock() == Playback::Clock::trueScale) {
        layOutAround();
    } else if (const Trip* trip = shownTrip()) {
        layOutTrip(*trip);
    }
    setAccessibleName(tr("Timeline: %1").arg(durationForPeople(playback_->time())));
    update();
}

void TimelineView::layOutTrip(const Trip& trip) {
    const TraceIndex& index = playback_->index();
    const double start = storyOfFact(trip.startFact);
    double end = trip.endFact ? storyOfFact(*trip.endFact) : index.storyEnd();
    for (const Span* span : index.spans().spansOf(trip.id)) { // work goes on behind the answer
        end = span->endFact ? std::max(end, storyOfFact(*span->endFact)) : end;
    }
    window_ = {start, std::max(end, start + 0.5) + 0.2};
    for (const Span* span : index.spans().spansOf(trip.id)) {
        addBar(*span, storyOfFact(span->startFact),
               span->endFact ? storyOfFact(*span->endFact) : index.storyEnd());
    }
}

void TimelineView::layOutAround() {
    const double reach = kSecondsAround * playback_->speed();
    const double at = now();
    window_ = {std::max(0.0, at - reach), std::max(0.0, at - reach) + 2 * reach};
    const auto& spans = playback_->index().spans().spans();
    const auto first = std::ranges::lower_bound(
        spans, SimTime::fromSeconds(window_.from) - SimTime::seconds(2), {}, &Span::start);
    for (auto span = first; span != spans.end() && span->start.toSeconds() < window_.to; ++span) {
        const double end = span->endFact ? span->end.toSeconds() : window_.to;
        if (end >= window_.from) {
            addBar(*span, std::max(span->start.toSeconds(), window_.from),
                   std::min(end, window_.to));
        }
    }
}

void TimelineView::addBar(const Span& span, double from, double to) {
    const std::size_t lane = indexOf(span.node);
    const QRectF place = laneRect(lane);
    if (place.isEmpty()) {
        return;
    }
    const double thickness = laneHeight() * kBarShare;
    const double left = xOf(from);
    const double width = std::max(2.0, xOf(to) - left);
    Bar bar;
    bar.lane = lane;
    bar.rect = QRectF(left, place.center().y() - thickness / 2, width, thickness);
    bar.isFailed = span.failed;
    bar.category = findKind(playback_->session().scene().nodes[lane].kind)->category;
    if (bar.category == Category::background) {
        bar.name = fromView(playback_->trace().text(span.name));
    }
    bar.text = tr("%1, %2: %3")
                   .arg(narrator_.nodeName(span.node), fromView(playback_->trace().text(span.name)),
                        span.endFact ? durationForPeople(span.end - span.start) : tr("running"));
    bars_.push_back(std::move(bar));
}

void TimelineView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), style_.theme().surface);
    if (playback_ == nullptr) {
        return;
    }
    paintLanes(painter);
    paintBars(painter);
    if (bars_.empty() && playback_->clock() == Playback::Clock::story) {
        return; // no trip yet, so no place on its axis
    }
    const double x = std::clamp(xOf(now()), labelWidth(), static_cast<double>(width() - 2));
    painter.setPen(QPen(style_.theme().text, style_.px(2)));
    painter.drawLine(QPointF(x, style_.px(6)), QPointF(x, height() - style_.px(4)));
    painter.setBrush(style_.theme().text);
    painter.drawEllipse(QPointF(x, style_.px(6)), style_.px(4), style_.px(4));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style_.theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void TimelineView::paintLanes(QPainter& painter) const {
    const QFont font = style_.font(kNameSize);
    painter.setFont(font);
    const auto first = static_cast<std::size_t>(scroll_->value());
    for (std::size_t lane = first; lane < lanes() && !laneRect(lane).isEmpty(); ++lane) {
        const double top = laneRect(lane).top();
        painter.setPen(style_.theme().muted);
        const QString name = QFontMetricsF(font).elidedText(nameOf(lane), Qt::ElideRight,
                                                            labelWidth() - style_.px(22));
        painter.drawText(QRectF(style_.px(16), top, labelWidth() - style_.px(20), laneHeight()),
                         Qt::AlignVCenter, name);
        painter.setPen(QPen(style_.theme().border, 1));
        const double middle = top + laneHeight() / 2;
        painter.drawLine(QPointF(labelWidth(), middle), QPointF(axisEnd(), middle));
    }
}

void TimelineView::paintBars(QPainter& painter) const {
    const double played = xOf(now());
    painter.setPen(Qt::NoPen);
    for (const Bar& bar : bars_) {
        QColor colour =
            bar.isFailed ? style_.theme().bad : laneColour(style_.theme(), bar.category);
        const double radius = style_.px(3);
        QColor faint = colour;
        faint.setAlphaF(0.28F);
        painter.setBrush(faint);
        painter.drawRoundedRect(bar.rect, radius, radius);
        if (played > bar.rect.left()) {
            QRectF past = bar.rect;
            past.setRight(std::min(bar.rect.right(), played));
            painter.setBrush(colour);
            painter.drawRoundedRect(past, radius, radius);
            if (past == bar.rect) {
                paintName(painter, bar, colour);
            }
        }
    }
}

/// Where all of it fits: what is done shows in which order.
void TimelineView::paintName(QPainter& painter, const Bar& bar, const QColor& ground) const {
    const QFont font = style_.font(kTaskNameSize);
    if (QFontMetricsF(font).horizontalAdvance(bar.name) > bar.rect.width() - style_.px(6)) {
        return;
    }
    const Theme& theme = style_.theme();
    const bool isSurfaceClearer =
        contrastRatio(theme.surface, ground) > contrastRatio(theme.text, ground);
    painter.setFont(font);
    painter.setPen(isSurfaceClearer ? theme.surface : theme.text);
    painter.drawText(bar.rect, Qt::AlignCenter, bar.name);
    painter.setPen(Qt::NoPen);
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showScroll();
}

void TimelineView::seekTo(double x) {
    if (playback_ == nullptr) {
        return;
    }
    const double room = axisEnd() - labelWidth();
    const double share = std::clamp((x - labelWidth()) / room, 0.0, 1.0);
    const double at = window_.from + share * (window_.to - window_.from);
    if (playback_->clock() == Playback::Clock::story) {
        playback_->seekToStory(at);
    } else {
        playback_->seekToTime(SimTime::fromSeconds(at));
    }
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        seekTo(event->position().x());
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) {
        seekTo(event->position().x());
    }
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (playback_ == nullptr) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        playback_->stepBack();
        break;
    case Qt::Key_Right:
        playback_->stepForward();
        break;
    case Qt::Key_Home:
        playback_->toStart();
        break;
    case Qt::Key_End:
        playback_->toEnd();
        break;
    case Qt::Key_Up:
        scroll_->setValue(scroll_->value() - 1);
        break;
    case Qt::Key_Down:
        scroll_->setValue(scroll_->value() + 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    if (scroll_->isHidden()) {
        QWidget::wheelEvent(event);
    } else {
        QCoreApplication::sendEvent(scroll_, event);
    }
}

bool TimelineView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QString text;
        for (const Bar& bar : bars_) {
            text = bar.rect.contains(help->pos()) ? bar.text : text;
        }
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace roundtrip
