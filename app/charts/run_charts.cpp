#include "app/charts/run_charts.h"

#include <QBuffer>
#include <QEvent>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace roundtrip {

namespace {

constexpr int kReadMilliseconds = 150; // while playing, at most so often
constexpr std::size_t kMostCharts = 12;

} // namespace

RunCharts::RunCharts(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator), row_(new QWidget),
      rowLayout_(new QHBoxLayout(row_)), add_(new QPushButton(this)),
      saveTable_(new QPushButton(this)), savePicture_(new QPushButton(this)) {
    auto* area = new QScrollArea(this);
    area->setWidget(row_);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    rowLayout_->setContentsMargins(0, 0, 0, 0);
    rowLayout_->setSpacing(style.px(16));
    auto* buttons = new QVBoxLayout;
    for (QPushButton* button : {add_, saveTable_, savePicture_}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(style.px(16), style.px(6), style.px(16), style.px(8));
    layout->addWidget(area, 1);
    layout->addLayout(buttons);
    add_->setMenu(new QMenu(add_));
    for (std::size_t i = 0; i < kChartTopicCount; ++i) {
        connect(add_->menu()->addAction(QString()), &QAction::triggered, this, [this, i] {
            add(static_cast<ChartTopic>(i));
            emit topicsChosen();
        });
    }
    connect(saveTable_, &QPushButton::clicked, this, &RunCharts::saveTableWanted);
    connect(savePicture_, &QPushButton::clicked, this, &RunCharts::savePictureWanted);
    timer_.setSingleShot(true);
    timer_.setInterval(kReadMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &RunCharts::read);
    for (const ChartTopic topic :
         {ChartTopic::latency, ChartTopic::throughput, ChartTopic::queueLength}) {
        add(topic);
    }
    retranslate();
}

void RunCharts::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::positionChanged, this, &RunCharts::readSoon);
    connect(playback, &Playback::traceChanged, this, &RunCharts::readSoon);
    connect(playback, &Playback::sceneChanged, this, &RunCharts::takeScene);
    takeScene();
}

SeriesChart* RunCharts::add(ChartTopic topic) {
    auto* chart = new SeriesChart(style_, topic, row_);
    rowLayout_->addWidget(chart, 1);
    charts_.push_back(chart);
    connect(chart, &SeriesChart::choiceChanged, this, &RunCharts::read);
    connect(chart, &SeriesChart::choiceChanged, this, &RunCharts::topicsChosen);
    connect(
        chart, &SeriesChart::removeWanted, this,
        [this, chart] {
            remove(chart);
            emit topicsChosen();
        },
        Qt::QueuedConnection);
    add_->setEnabled(charts_.size() < kMostCharts);
    if (playback_ != nullptr) {
        takeScene();
    }
    return chart;
}

void RunCharts::remove(SeriesChart* chart) {
    std::erase(charts_, chart);
    chart->deleteLater();
    chart->hide();
    add_->setEnabled(true);
}

std::vector<ChartTopic> RunCharts::topics() const {
    std::vector<ChartTopic> topics;
    std::ranges::transform(charts_, std::back_inserter(topics), &SeriesChart::topic);
    return topics;
}

void RunCharts::setTopics(const std::vector<ChartTopic>& topics) {
    if (topics.empty() || topics == this->topics()) {
        return;
    }
    while (!charts_.empty()) {
        remove(charts_.back());
    }
    for (const ChartTopic topic : topics) {
        add(topic);
    }
}

/// Which parts can be chosen: those that do something one could follow.
void RunCharts::takeScene() {
    const Scene& scene = playback_->session().scene();
    series_.emplace(scene);
    trace_.reset();
    QStringList names;
    std::vector<NodeId> ids;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        ids.push_back(NodeId{static_cast<std::uint16_t>(i)});
        names << narrator_.nodeName(ids.back());
    }
    for (SeriesChart* chart : charts_) {
        chart->setParts(names, ids);
    }
    readSoon();
}

void RunCharts::readSoon() {
    if (isVisible() && !timer_.isActive()) {
        timer_.start();
    }
}

void RunCharts::read() {
    if (playback_ == nullptr) {
        return;
    }
    const auto trace = playback_->index().shared();
    if (trace != trace_) { // another branch
        trace_ = trace;
        series_.emplace(playback_->session().scene());
    }
    const std::size_t facts = playback_->facts();
    series_->extend(*trace, facts);
    series_->truncate(*trace, facts);
    // What happens just now belongs to it.
    const SimTime until = playback_->time() + SimTime::nanoseconds(1);
    for (SeriesChart* chart : charts_) {
        chart->show(*series_, until);
    }
}

QString RunCharts::csv() const {
    QStringList names{QStringLiteral("time_s")};
    std::map<SimTime, std::map<qsizetype, double>> rows;
    for (const SeriesChart* chart : charts_) {
        for (const SeriesChart::Line& line : chart->lines()) {
            const auto part = chart->part();
            const auto name = quantityNames()[static_cast<std::size_t>(line.quantity)];
            const QString quantity =
                QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
            names << (part ? QStringLiteral("%1 (%2)").arg(quantity, narrator_.nodeName(*part))
                           : quantity);
            for (const SeriesPoint& point : line.points) {
                rows[point.at][names.size() - 1] = point.value;
            }
        }
    }
    const auto quoted = [](QString text) {
        return QStringLiteral("\"%1\"").arg(text.replace(QLatin1Char('"'), QStringLiteral("\"\"")));
    };
    QStringList heads;
    std::ranges::transform(names, std::back_inserter(heads), quoted);
    QString table = heads.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (const auto& [at, values] : rows) {
        table += QString::number(at.toSeconds(), 'g', 12);
        for (qsizetype column = 1; column < names.size(); ++column) {
            const auto found = values.find(column);
            table += QLatin1Char(',') +
                     (found == values.end() ? QString() : QString::number(found->second, 'g', 12));
        }
        table += QStringLiteral("\r\n");
    }
    return table;
}

QByteArray RunCharts::picture() const {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    row_->grab().save(&buffer, "PNG");
    return bytes;
}

void RunCharts::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void RunCharts::retranslate() {
    add_->setText(tr("Add a chart"));
    saveTable_->setText(tr("Save as CSV…"));
    savePicture_->setText(tr("Save as picture…"));
    const auto actions = add_->menu()->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        actions[i]->setText(topicName(static_cast<ChartTopic>(i)));
    }
}

void RunCharts::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
