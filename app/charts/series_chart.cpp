#include "app/charts/series_chart.h"

#include "app/charts/plot_style.h"
#include "app/narration/text_format.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kBuckets = 60;
constexpr const char* kContext = "roundtrip::SeriesChart";

constexpr std::array<const char*, kChartTopicCount> kTopicNames{
    QT_TRANSLATE_NOOP("roundtrip::SeriesChart", "Latency"),
    QT_TRANSLATE_NOOP("roundtrip::SeriesChart", "Throughput"),
    QT_TRANSLATE_NOOP("roundtrip::SeriesChart", "Errors"),
    QT_TRANSLATE_NOOP("roundtrip::SeriesChart", "Utilisation"),
    QT_TRANSLATE_NOOP("roundtrip::SeriesChart", "Queue length"),
    QT_TRANSLATE_NOOP("roundtrip::SeriesChart", "Hit ratio"),
    QT_TRANSLATE_NOOP("roundtrip::SeriesChart", "Freshness"),
    QT_TRANSLATE_NOOP("roundtrip::SeriesChart", "Connections")};

// Of the lines of one chart: pens, and what stands for them in a text.
constexpr std::array kPens{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
constexpr std::array kMarks{"\u2500\u2500", "\u2576\u2576", "\u2508\u2508"};

/// In the unit of the chart's axis.
double shown(Quantity quantity, double value) {
    switch (unitOf(quantity)) {
    case QuantityUnit::duration:
        return value * 1000;
    case QuantityUnit::share:
        return value * 100;
    default:
        return value;
    }
}

QString axisUnit(Quantity quantity) {
    switch (unitOf(quantity)) {
    case QuantityUnit::duration:
        return QStringLiteral("ms");
    case QuantityUnit::perSecond:
        return QStringLiteral("1/s");
    case QuantityUnit::share:
        return QStringLiteral("%");
    default:
        return {};
    }
}

} // namespace

const std::vector<Quantity>& quantitiesOf(ChartTopic topic) {
    static const std::array<std::vector<Quantity>, kChartTopicCount> kLines{
        {{Quantity::medianLatency, Quantity::p95Latency, Quantity::p99Latency},
         {Quantity::throughput},
         {Quantity::errors},
         {Quantity::utilisation},
         {Quantity::queueLength},
         {Quantity::hitRatio},
         {Quantity::freshness},
         {Quantity::connections}}};
    return kLines[static_cast<std::size_t>(topic)];
}

QString topicName(ChartTopic topic) {
    return QCoreApplication::translate(kContext, kTopicNames[static_cast<std::size_t>(topic)]);
}

QString quantityName(Quantity quantity) {
    switch (quantity) {
    case Quantity::medianLatency:
        return QStringLiteral("p50");
    case Quantity::p95Latency:
        return QStringLiteral("p95");
    case Quantity::p99Latency:
        return QStringLiteral("p99");
    default:
        break;
    }
    for (std::size_t i = 1; i < kChartTopicCount; ++i) {
        const auto topic = static_cast<ChartTopic>(i);
        if (quantitiesOf(topic).front() == quantity) {
            return topicName(topic);
        }
    }
    return {};
}

QString quantityText(Quantity quantity, double value) {
    switch (unitOf(quantity)) {
    case QuantityUnit::duration:
        return durationForPeople(SimTime::fromSeconds(value));
    case QuantityUnit::share:
        return shareForPeople(value);
    case QuantityUnit::perSecond:
        return QStringLiteral("%1/s").arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
    default:
        return QLocale().toString(value, 'f', value < 10 ? 1 : 0);
    }
}

SeriesChart::SeriesChart(const Style& style, ChartTopic topic, QWidget* parent)
    : QWidget(parent), style_(style), topics_(new QComboBox(this)), parts_(new QComboBox(this)),
      remove_(new QToolButton(this)), numbers_(new QLabel(this)), plot_(new QCustomPlot(this)) {
    auto* head = new QHBoxLayout;
    head->addWidget(topics_, 1);
    head->addWidget(parts_, 1);
    head->addWidget(remove_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style.px(4));
    layout->addLayout(head);
    layout->addWidget(numbers_);
    layout->addWidget(plot_, 1);
    numbers_->setObjectName("muted");
    parts_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    parts_->setMinimumContentsLength(8);
    remove_->setText(QStringLiteral("\u00d7"));
    remove_->setProperty("bare", true);
    for (std::size_t i = 0; i < kChartTopicCount; ++i) {
        topics_->addItem(QString());
    }
    parts_->addItem(QString());
    setTopic(topic);
    connect(topics_, &QComboBox::activated, this, &SeriesChart::choiceChanged);
    connect(parts_, &QComboBox::activated, this, &SeriesChart::choiceChanged);
    connect(remove_, &QToolButton::clicked, this, &SeriesChart::removeWanted);
    connect(&style_, &Style::changed, this, &SeriesChart::restyle);
    retranslate();
    restyle();
}

ChartTopic SeriesChart::topic() const {
    return static_cast<ChartTopic>(topics_->currentIndex());
}

void SeriesChart::setTopic(ChartTopic topic) {
    topics_->setCurrentIndex(static_cast<int>(topic));
}

std::optional<NodeId> SeriesChart::part() const {
    const QVariant id = parts_->currentData();
    return id.isValid() ? std::optional(NodeId{static_cast<std::uint16_t>(id.toInt())})
                        : std::nullopt;
}

void SeriesChart::setParts(const QStringList& names, const std::vector<NodeId>& ids) {
    const auto chosen = part();
    while (parts_->count() > 1) {
        parts_->removeItem(1);
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        const NodeId id = ids[static_cast<std::size_t>(i)];
        parts_->addItem(names[i], static_cast<int>(indexOf(id)));
        if (chosen == id) {
            parts_->setCurrentIndex(parts_->count() - 1);
        }
    }
}

void SeriesChart::show(const RunSeries& series, SimTime until) {
    lines_.clear();
    until_ = until;
    for (const Quantity quantity : quantitiesOf(topic())) {
        lines_.push_back({quantity, quantityName(quantity),
                          series.points(quantity, part(), {SimTime(), until}, kBuckets)});
    }
    numbers_->setText(summaryOf(series, until));
    draw(until);
}

std::array<QColor, 3> SeriesChart::colours() const {
    const Theme& theme = style_.theme();
    return {theme.accent, theme.attention, theme.bad};
}

QString SeriesChart::summaryOf(const RunSeries& series, SimTime until) const {
    QStringList texts;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
        const Line& line = lines_[at];
        if (const auto value = series.value(line.quantity, part(), {SimTime(), until})) {
            const QString text = quantityText(line.quantity, *value);
            texts << (lines_.size() > 1 ? QStringLiteral("<span style='color:%1'>%2</span> %3 %4")
                                              .arg(colours()[at].name(),
                                                   QString::fromUtf8(kMarks[at]), line.name, text)
                                        : tr("on average %1").arg(text));
        }
    }
    return texts.isEmpty() ? tr("nothing to show yet") : texts.join(QStringLiteral(" \u00b7 "));
}

void SeriesChart::draw(SimTime until) {
    plot_->clearGraphs();
    double highest = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        QCPGraph* graph = plot_->addGraph();
        graph->setPen(QPen(colours()[i], style_.px(2), kPens[i]));
        QVector<double> times;
        QVector<double> values;
        for (const SeriesPoint& point : lines_[i].points) {
            times << point.at.toSeconds();
            values << shown(lines_[i].quantity, point.value);
            highest = std::max(highest, values.back());
        }
        graph->setData(times, values, true);
        // A single moment of many seconds would be no line.
        graph->setScatterStyle(times.size() < 3 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 5)
                                                : QCPScatterStyle());
    }
    const Quantity first = quantitiesOf(topic()).front();
    plot_->xAxis->setRange(0, std::max(until.toSeconds(), 1e-6));
    const double top = highest > 0 ? highest * 1.15 : 1;
    plot_->yAxis->setRange(0, unitOf(first) == QuantityUnit::share ? 105 : top);
    plot_->yAxis->setLabel(axisUnit(first));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void SeriesChart::restyle() {
    stylePlot(*plot_, style_);
    constexpr int kLeastHeight = 84;
    constexpr int kLeastWidth = 310;
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->ticker()->setTickCount(3); // there is little room
    }
    plot_->setMinimumHeight(style_.px(kLeastHeight));
    setMinimumWidth(style_.px(kLeastWidth));
    draw(until_);
}

void SeriesChart::retranslate() {
    for (std::size_t i = 0; i < kChartTopicCount; ++i) {
        topics_->setItemText(static_cast<int>(i), topicName(static_cast<ChartTopic>(i)));
    }
    parts_->setItemText(0, tr("All parts"));
    topics_->setAccessibleName(tr("What the chart shows"));
    parts_->setAccessibleName(tr("Of which part"));
    remove_->setAccessibleName(tr("Remove this chart"));
    remove_->setToolTip(tr("Remove this chart"));
    plot_->setToolTip(tr("From left to right: simulated time in seconds"));
    plot_->setAccessibleName(tr("Chart: %1").arg(topicName(topic())));
}

void SeriesChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        emit choiceChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
