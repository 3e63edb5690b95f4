#include "app/charts/figure_chart.h"

#include "app/charts/plot_style.h"
#include "app/narration/lesson_words.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kSamples = 100;

bool isLatency(LessonMetric metric) {
    switch (metric) {
    case LessonMetric::firstLatency:
    case LessonMetric::lastLatency:
    case LessonMetric::medianLatency:
    case LessonMetric::meanLatency:
    case LessonMetric::p95Latency:
    case LessonMetric::p99Latency:
        return true;
    default:
        return false;
    }
}

double shown(const MetricValue& value) {
    constexpr double kMilliseconds = 1000;
    constexpr double kPercent = 100;
    switch (value.unit) {
    case MetricValue::Unit::duration:
        return value.value * kMilliseconds;
    case MetricValue::Unit::share:
        return value.value * kPercent;
    case MetricValue::Unit::bytes:
        return value.value / 1000;
    default:
        return value.value;
    }
}

QString unitOf(LessonMetric metric) {
    switch (measure(metric, {}).unit) {
    case MetricValue::Unit::duration:
        return QStringLiteral("ms");
    case MetricValue::Unit::share:
        return QStringLiteral("%");
    case MetricValue::Unit::bytes:
        return QStringLiteral("kB");
    default:
        return {};
    }
}

SimTime endOf(const Trace& trace) {
    return trace.empty() ? SimTime() : trace[trace.size() - 1].time;
}

} // namespace

FigureChart::FigureChart(const Style& style, QWidget* parent)
    : QWidget(parent), style_(style), title_(new QLabel(this)), plot_(new QCustomPlot(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    title_->setWordWrap(true);
    layout->addWidget(title_);
    layout->addWidget(plot_, 1);
    graphOfA_ = plot_->addGraph();
    graphOfB_ = plot_->addGraph();
    connect(&style_, &Style::changed, this, &FigureChart::restyle);
    restyle();
}

void FigureChart::show(LessonMetric metric, std::shared_ptr<const Trace> a,
                       std::shared_ptr<const Trace> b) {
    metric_ = metric;
    a_ = std::move(a);
    b_ = std::move(b);
    draw();
}

void FigureChart::restyle() {
    stylePlot(*plot_, style_);
    constexpr int kLeastHeight = 90;
    plot_->setMinimumHeight(style_.px(kLeastHeight));
    draw();
}

void FigureChart::drawSide(QCPGraph& graph, const Trace& trace, SimTime end) const {
    QVector<double> times;
    QVector<double> values;
    if (isLatency(metric_)) {
        for (std::size_t i = 0; i < trace.size(); ++i) {
            if (trace[i].is<RequestFinished>()) {
                const SimTime took = trace[i].time - trace[i].as<RequestFinished>().startedAt;
                times << trace[i].time.toSeconds();
                values << took.toMilliseconds();
            }
        }
    } else {
        for (int i = 1; i <= kSamples; ++i) {
            const SimTime until = end * i / kSamples;
            times << until.toSeconds();
            values << shown(measure(metric_, tripFigures(trace, {0, trace.countUntil(until)})));
        }
    }
    graph.setData(times, values);
}

void FigureChart::draw() {
    const Theme& theme = style_.theme();
    const bool arePoints = isLatency(metric_);
    const auto dress = [&](QCPGraph& graph, const QColor& colour, Qt::PenStyle line,
                           QCPScatterStyle::ScatterShape shape) {
        graph.setPen(QPen(colour, style_.px(2), line));
        graph.setLineStyle(arePoints ? QCPGraph::lsNone : QCPGraph::lsLine);
        graph.setScatterStyle(arePoints ? QCPScatterStyle(shape, QPen(colour, 1.5),
                                                          shape == QCPScatterStyle::ssDisc
                                                              ? QBrush(colour)
                                                              : QBrush(Qt::NoBrush),
                                                          style_.px(6))
                                        : QCPScatterStyle(QCPScatterStyle::ssNone));
    };
    dress(*graphOfA_, theme.request, Qt::SolidLine, QCPScatterStyle::ssDisc);
    dress(*graphOfB_, theme.attention, Qt::DashLine, QCPScatterStyle::ssDiamond);
    const QString name = arePoints ? tr("how long each request took") : metricName(metric_);
    const QString unit = unitOf(metric_);
    plot_->xAxis->setLabel(tr("simulated time, s"));
    const auto mark = [](const QColor& colour, const char* letter, const QString& shape) {
        return QStringLiteral("&nbsp; <span style='color:%1'>%2 <b>%3</b></span>")
            .arg(colour.name(), shape, QLatin1String(letter));
    };
    title_->setText((unit.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, unit)) +
                    mark(theme.request, "A",
                         arePoints ? QStringLiteral("\u25cf") : QStringLiteral("\u2500\u2500")) +
                    mark(theme.attention, "B",
                         arePoints ? QStringLiteral("\u25c7") : QStringLiteral("\u2576\u2576")));
    plot_->setAccessibleName(tr("Chart: %1").arg(name));
    if (a_ != nullptr && b_ != nullptr) {
        const SimTime end = std::max(endOf(*a_), endOf(*b_));
        drawSide(*graphOfA_, *a_, end);
        drawSide(*graphOfB_, *b_, end);
        plot_->rescaleAxes();
        plot_->xAxis->setRange(0, std::max(end.toSeconds(), 1e-6) * 1.02);
        plot_->yAxis->setRange(0, std::max(plot_->yAxis->range().upper, 1e-6) * 1.12);
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace roundtrip
