#include "app/timeline/trips_view.h"

#include "app/narration/text_format.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr std::size_t kRows = 5;

QColor pieceColour(const Theme& theme, Category category) {
    return category == Category::clients ? theme.request
           : category == Category::data  ? theme.response
                                         : theme.accent;
}

} // namespace

TripsView::TripsView(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator) {
    connect(&style_, &Style::changed, this, [this] { update(); });
}

void TripsView::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::positionChanged, this, &TripsView::read);
    connect(playback, &Playback::traceChanged, this, &TripsView::read);
    read();
}

double TripsView::rowHeight() const {
    return style_.px(25);
}

QSize TripsView::minimumSizeHint() const {
    return {200, static_cast<int>(rowHeight() * 4) + style_.px(16)};
}

TripsView::Row TripsView::rowOf(const Trip& trip) const {
    const Trace& trace = playback_->trace();
    Row row;
    row.request = trip.id;
    row.startFact = trip.startFact;
    row.title = QStringLiteral("%1. %2 %3")
                    .arg(indexOf(trip.id))
                    .arg(fromView(trace.text(trip.method)), fromView(trace.text(trip.target)));
    row.took = trip.end - trip.start;
    row.isStale = trip.staleFor > SimTime();
    row.isFailed = trip.status >= 400 || trip.status == 0;
    const QString source = narrator_.nodeName(trip.answeredBy);
    row.result = durationForPeople(row.took);
    if (row.isStale) {
        row.result += tr(", stale");
    }
    if (!source.isEmpty()) {
        row.result += tr(", from %1").arg(source);
    }
    for (const Span* span : playback_->index().spans().spansOf(trip.id)) {
        const std::string& kind = playback_->session().scene().nodes[indexOf(span->node)].kind;
        row.pieces.push_back({narrator_.nodeName(span->node), findKind(kind)->category,
                              span->start - trip.start,
                              (span->endFact ? span->end : trip.end) - trip.start});
    }
    return row;
}

void TripsView::read() {
    rows_.clear();
    if (playback_ != nullptr) {
        const std::size_t facts = playback_->facts();
        const auto& trips = playback_->index().spans().trips();
        for (std::size_t i = trips.size(); i-- > 0 && rows_.size() < kRows;) {
            if (trips[i].endFact && *trips[i].endFact < facts) {
                rows_.push_back(rowOf(trips[i]));
            }
        }
        std::ranges::reverse(rows_);
    }
    QStringList spoken;
    for (const Row& row : rows_) {
        spoken << row.title + QStringLiteral(": ") + row.result;
    }
    setAccessibleName(tr("Trips side by side"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    update();
}

void TripsView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), style_.theme().surface);
    if (rows_.empty()) {
        painter.setFont(style_.font(14));
        painter.setPen(style_.theme().muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("Trips appear here when they have ended."));
        return;
    }
    SimTime longest;
    for (const Row& row : rows_) {
        longest = std::max(longest, row.took);
    }
    const double room = width() - style_.px(190 + 230);
    const double perSecond = room / std::max(longest.toSeconds(), 1e-9);
    double top = style_.px(6);
    for (const Row& row : rows_) {
        paintRow(painter, row, top, perSecond);
        top += rowHeight();
    }
}

void TripsView::paintRow(QPainter& painter, const Row& row, double top, double perSecond) const {
    const double left = style_.px(190);
    const QFont font = style_.font(13);
    painter.setFont(font);
    painter.setPen(style_.theme().text);
    painter.drawText(
        QRectF(style_.px(16), top, left - style_.px(24), rowHeight()), Qt::AlignVCenter,
        QFontMetricsF(font).elidedText(row.title, Qt::ElideRight, left - style_.px(24)));
    painter.setPen(Qt::NoPen);
    double thickness = rowHeight() * 0.7;
    for (const Piece& piece : row.pieces) {
        const double from = left + piece.from.toSeconds() * perSecond;
        const double width = std::max(2.0, (piece.to - piece.from).toSeconds() * perSecond);
        QColor colour = pieceColour(style_.theme(), piece.category);
        colour.setAlphaF(piece.category == Category::clients ? 0.25F : 0.85F);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, top + (rowHeight() - thickness) / 2, width, thickness),
                                3, 3);
        thickness = std::max(thickness * 0.8, rowHeight() * 0.35);
    }
    const double end = left + row.took.toSeconds() * perSecond + style_.px(10);
    painter.setFont(style_.font(13, QFont::DemiBold));
    painter.setPen(row.isStale || row.isFailed ? style_.theme().bad : style_.theme().text);
    painter.drawText(QRectF(end, top, width() - end, rowHeight()), Qt::AlignVCenter, row.result);
}

void TripsView::mousePressEvent(QMouseEvent* event) {
    const auto row = static_cast<std::size_t>(
        std::max(0.0, (event->position().y() - style_.px(6)) / rowHeight()));
    if (row < rows_.size()) {
        playback_->seekToFact(rows_[row].startFact);
    }
}

} // namespace roundtrip
