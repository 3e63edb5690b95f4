#include "app/charts/metrics_view.h"

#include "app/charts/plot_style.h"
#include "app/narration/text_format.h"
#include "core/metrics/trip_figures.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace roundtrip {

namespace {

constexpr int kReadMilliseconds = 100; // while playing, at most so often
constexpr int kBuckets = 24;

} // namespace

MetricsView::MetricsView(const Style& style, QWidget* parent)
    : QWidget(parent), style_(style), numbers_(new QLabel(this)), latencyTitle_(new QLabel(this)),
      histogramTitle_(new QLabel(this)), latency_(new QCustomPlot(this)),
      histogram_(new QCustomPlot(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    numbers_->setWordWrap(true);
    numbers_->setTextFormat(Qt::RichText);
    numbers_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    latencyTitle_->setObjectName("sectionTitle");
    histogramTitle_->setObjectName("sectionTitle");
    layout->addWidget(numbers_);
    layout->addWidget(latencyTitle_);
    layout->addWidget(latency_, 3);
    layout->addWidget(histogramTitle_);
    layout->addWidget(histogram_, 2);
    fresh_ = latency_->addGraph();
    stale_ = latency_->addGraph();
    for (QCPGraph* graph : {fresh_, stale_}) {
        graph->setLineStyle(QCPGraph::lsNone);
    }
    bars_ = new QCPBars(histogram_->xAxis, histogram_->yAxis);
    timer_.setSingleShot(true);
    timer_.setInterval(kReadMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &MetricsView::read);
    connect(&style_, &Style::changed, this, &MetricsView::restyle);
    restyle();
}

void MetricsView::setPlayback(Playback* playback) {
    playback_ = playback;
    from_ = 0;
    connect(playback, &Playback::positionChanged, this, &MetricsView::readSoon);
    connect(playback, &Playback::traceChanged, this, &MetricsView::readSoon);
    read();
}

void MetricsView::setFrom(std::size_t fact) {
    from_ = fact;
    readSoon();
}

void MetricsView::readSoon() {
    if (isVisible() && !timer_.isActive()) {
        timer_.start();
    }
}

void MetricsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void MetricsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        restyle();
    }
    QWidget::changeEvent(event);
}

void MetricsView::restyle() {
    const Theme& theme = style_.theme();
    stylePlot(*latency_, style_);
    stylePlot(*histogram_, style_);
    latencyTitle_->setText(tr("Latency of each request"));
    histogramTitle_->setText(tr("How often which latency"));
    latency_->xAxis->setLabel(tr("simulated time, s"));
    latency_->yAxis->setLabel(tr("ms"));
    histogram_->xAxis->setLabel(tr("latency, ms"));
    histogram_->yAxis->setLabel(tr("requests"));
    latency_->setAccessibleName(tr("Chart: latency over time"));
    histogram_->setAccessibleName(tr("Chart: histogram of latency"));
    fresh_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.accent, style_.px(5)));
    stale_->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCross, QPen(theme.bad, 2), Qt::NoBrush, style_.px(7)));
    bars_->setPen(Qt::NoPen);
    bars_->setBrush(theme.accent);
    read();
}

void MetricsView::read() {
    if (playback_ == nullptr) {
        return;
    }
    const std::size_t facts = playback_->facts();
    QVector<double> freshTimes;
    QVector<double> freshValues;
    QVector<double> staleTimes;
    QVector<double> staleValues;
    std::vector<double> all;
    for (const Trip& trip : playback_->index().spans().trips()) {
        if (!trip.endFact || *trip.endFact >= facts || *trip.endFact < from_) {
            continue;
        }
        const double milliseconds = (trip.end - trip.start).toMilliseconds();
        const bool isStale = trip.staleFor > SimTime();
        (isStale ? staleTimes : freshTimes) << trip.end.toSeconds();
        (isStale ? staleValues : freshValues) << milliseconds;
        all.push_back(milliseconds);
    }
    fresh_->setData(freshTimes, freshValues);
    stale_->setData(staleTimes, staleValues);
    latency_->rescaleAxes();
    latency_->xAxis->scaleRange(1.1);
    latency_->xAxis->setRangeLower(std::max(0.0, latency_->xAxis->range().lower));
    const double highest = all.empty() ? 1 : *std::ranges::max_element(all);
    latency_->yAxis->setRange(0, highest * 1.15);
    latency_->replot(QCustomPlot::rpQueuedReplot);
    showHistogram(all);
    numbers_->setText(summary());
}

void MetricsView::showHistogram(const std::vector<double>& milliseconds) {
    const double highest = milliseconds.empty() ? 1 : *std::ranges::max_element(milliseconds);
    const double width = std::max(highest * 1.02, 1e-3) / kBuckets;
    QVector<double> centres(kBuckets);
    QVector<double> counts(kBuckets);
    for (int i = 0; i < kBuckets; ++i) {
        centres[i] = (i + 0.5) * width;
    }
    for (const double value : milliseconds) {
        counts[std::min(kBuckets - 1, static_cast<int>(value / width))] += 1;
    }
    bars_->setWidth(width * 0.9);
    bars_->setData(centres, counts);
    histogram_->xAxis->setRange(0, width * kBuckets);
    histogram_->yAxis->setRange(0, std::max(1.0, *std::ranges::max_element(counts)) * 1.1);
    histogram_->replot(QCustomPlot::rpQueuedReplot);
}

QString MetricsView::summary() const {
    const TripFigures figures = tripFigures(playback_->trace(), {from_, playback_->facts()});
    if (figures.finished == 0) {
        return tr("No request has ended yet.");
    }
    const auto row = [](const QString& name, const QString& value) {
        return QStringLiteral("<tr><td style='padding-right:18px'>%1</td><td "
                              "align='right'><b>%2</b></td></tr>")
            .arg(name, value);
    };
    const QString what = from_ > 0 ? tr("All requests of this step so far, of every try:")
                                   : tr("All requests so far:");
    QString rows =
        row(tr("requests"), countForPeople(static_cast<qint64>(figures.finished))) +
        row(tr("median"), durationForPeople(figures.median)) +
        row(tr("95 of 100 below"), durationForPeople(figures.p95)) +
        row(tr("99 of 100 below"), durationForPeople(figures.p99)) +
        row(tr("database queries"), countForPeople(static_cast<qint64>(figures.queries)));
    if (figures.tasksDone > 0) {
        rows += row(tr("tasks done"), countForPeople(static_cast<qint64>(figures.tasksDone)));
    }
    if (figures.cacheHits + figures.cacheMisses > 0) { // else there is nothing to be fresh or stale
        rows += row(tr("cache hit ratio"), shareForPeople(figures.hitRatio())) +
                row(tr("stale answers"), shareForPeople(figures.staleShare())) +
                row(tr("oldest stale answer"), durationForPeople(figures.longestStale));
    }
    return QStringLiteral("<p>%1</p><table>%2</table>").arg(what, rows);
}

} // namespace roundtrip
