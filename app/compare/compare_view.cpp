#include "app/compare/compare_view.h"

#include "app/compare/difference_dialog.h"
#include "app/narration/command_words.h"
#include "app/narration/lesson_words.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"
#include "core/scene/scene_edit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kFiguresMilliseconds = 100; // while playing, at most so often
constexpr int kColumns = 4;

bool isWithoutDifference(const LessonComparison& comparison) {
    return comparison.a.settings.empty() && comparison.b.settings.empty() &&
           writeScene(comparison.a.scene) == writeScene(comparison.b.scene);
}

bool setsDocument(const Scene& scene, const Command& command) {
    const Parameter* parameter =
        parameterOf(scene, command.target, memberText(command.arguments, "parameter"));
    return parameter != nullptr && parameter->type == ParameterType::document;
}

} // namespace

CompareView::CompareView(const Style& style, const TransportActions& actions, QWidget* parent)
    : QWidget(parent), style_(style), a_(new CompareSide(style, Side::a, this)),
      b_(new CompareSide(style, Side::b, this)), title_(new QLabel(this)), terms_(new QLabel(this)),
      say_(new QLabel(this)), change_(new QPushButton(this)), close_(new QPushButton(this)),
      lower_(new QFrame(this)), transportBar_(new TransportBar(style, actions, lower_)),
      timeline_(new TwinTimeline(style, lower_)), table_(new QTableWidget(0, kColumns, lower_)),
      chart_(new FigureChart(style, lower_)) {
    title_->setObjectName("stepTitle");
    terms_->setObjectName("muted");
    say_->setWordWrap(true);
    say_->setTextFormat(Qt::MarkdownText);
    close_->setProperty("primary", true);
    lower_->setObjectName("timelinePanel");
    auto* head = new QHBoxLayout;
    head->addWidget(title_);
    head->addSpacing(style_.px(12));
    head->addWidget(terms_, 1);
    head->addWidget(change_);
    head->addWidget(close_);
    auto* panes = new QHBoxLayout;
    panes->addWidget(a_, 1);
    panes->addWidget(b_, 1);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(20, 14, 20, 12);
    top->addLayout(head);
    top->addWidget(say_);
    top->addLayout(panes, 1);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(16, 0, 16, 8);
    below->addWidget(timeline_, 4);
    below->addWidget(table_, 4);
    below->addWidget(chart_, 3);
    auto* bottom = new QVBoxLayout(lower_);
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->addWidget(transportBar_);
    bottom->addLayout(below, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top, 1);
    layout->addWidget(lower_);
    figuresTimer_.setSingleShot(true);
    figuresTimer_.setInterval(kFiguresMilliseconds);
    connect(&figuresTimer_, &QTimer::timeout, this, &CompareView::readFigures);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &CompareView::showChart);
    connect(close_, &QPushButton::clicked, this, &CompareView::closeWanted);
    connect(change_, &QPushButton::clicked, this, &CompareView::chooseDifference);
    connect(&style_, &Style::changed, this, &CompareView::restyle);
    restyle();
}

void CompareView::compare(LessonComparison comparison, LessonComparisonText text) {
    comparison_ = std::move(comparison);
    text_ = std::move(text);
    isOwn_ = false;
    start();
}

CompareView::~CompareView() {
    end();
}

/// Each goes before what it shows.
void CompareView::end() {
    isReady_ = false;
    timeline_->setTwin(nullptr, nullptr, nullptr);
    transportBar_->setTransport(nullptr);
    twin_.reset();
    a_->clear();
    b_->clear();
    sessions_.reset();
}

void CompareView::setText(LessonComparisonText text) {
    text_ = std::move(text);
    retranslate();
}

void CompareView::start() {
    end();
    isWatched_ = false;
    sessions_ = std::make_unique<TwinSession>(comparison_);
    connect(sessions_.get(), &TwinSession::failed, this, &CompareView::failed);
    connect(sessions_.get(), &TwinSession::levelled, this, &CompareView::look);
    for (const Side which : {Side::a, Side::b}) {
        side(which).show(sessions_->session(which));
        connect(side(which).playback(), &Playback::traceChanged, this, &CompareView::look);
    }
    fillTable();
    retranslate();
}

void CompareView::setWords(const std::map<std::string, std::string>& names,
                           const std::optional<Analogy>& analogy) {
    a_->setWords(names, analogy);
    b_->setWords(names, analogy);
}

void CompareView::look() {
    if (!isReady_ && sessions_->isLevel() && a_->isRead() && b_->isRead()) {
        beReady();
    }
}

void CompareView::beReady() {
    isReady_ = true;
    twin_ = std::make_unique<TwinPlayback>(*a_->playback(), *b_->playback());
    twin_->setReducedMotion(style_.isMotionReduced());
    transportBar_->setTransport(twin_.get());
    timeline_->setTwin(twin_.get(), a_->playback(), b_->playback());
    connect(twin_.get(), &Transport::positionChanged, this, &CompareView::follow);
    connect(twin_.get(), &Transport::playingChanged, this, &CompareView::playingChanged);
    twin_->join();
    choosePace();
    fitStages();
    showChart();
    retranslate();
    emit ready();
    if (!style_.isMotionReduced() && isVisible()) {
        twin_->play();
    }
}

void CompareView::follow() {
    a_->refresh();
    b_->refresh();
    if (!figuresTimer_.isActive()) {
        figuresTimer_.start();
    }
    if (twin_->isAtEnd()) {
        readFigures();
        if (!isOwn_ && !std::exchange(isWatched_, true)) {
            emit watched(sessions_->figures());
        }
    }
}

void CompareView::readFigures() {
    if (!isReady_) {
        return;
    }
    const TripFigures a = tripFigures(a_->playback()->trace(), {0, a_->playback()->facts()});
    const TripFigures b = tripFigures(b_->playback()->trace(), {0, b_->playback()->facts()});
    a_->showFigures(a, b);
    b_->showFigures(b, a);
    for (std::size_t row = 0; row < comparison_.figures.size(); ++row) {
        const MetricValue ofA = measure(comparison_.figures[row], a);
        const MetricValue ofB = measure(comparison_.figures[row], b);
        const int line = static_cast<int>(row);
        table_->item(line, 1)->setText(metricText(ofA));
        table_->item(line, 2)->setText(metricText(ofB));
        table_->item(line, 3)->setText(differenceText(ofA, ofB));
    }
}

QString CompareView::differenceText(const MetricValue& a, const MetricValue& b) const {
    if (!a.isKnown && !b.isKnown) {
        return {};
    }
    if (!a.isKnown || !b.isKnown) {
        return a.isKnown ? tr("only in A") : tr("only in B");
    }
    if (a.value == b.value) {
        return tr("the same");
    }
    if (a.value == 0 || b.value == 0) {
        return a.value == 0 ? tr("only in B") : tr("only in A");
    }
    const double ratio = std::max(a.value, b.value) / std::min(a.value, b.value);
    if (constexpr double kLeastTold = 1.05; ratio < kLeastTold) { // else it read "1.0 times"
        return tr("nearly the same");
    }
    const QString times = QLocale().toString(ratio, 'f', ratio < 10 ? 1 : 0);
    return a.value > b.value ? tr("A is %1 × B").arg(times) : tr("B is %1 × A").arg(times);
}

void CompareView::fillTable() {
    const int before = std::max(table_->currentRow(), 0);
    table_->setRowCount(static_cast<int>(comparison_.figures.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        for (int column = 0; column < kColumns; ++column) {
            auto* item = new QTableWidgetItem;
            item->setTextAlignment(column == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                               : Qt::AlignRight | Qt::AlignVCenter);
            table_->setItem(row, column, item);
        }
    }
    table_->selectRow(std::min(before, table_->rowCount() - 1));
}

void CompareView::showChart() {
    const int row = table_->currentRow();
    if (isReady_ && row >= 0 && row < table_->rowCount()) {
        chart_->show(comparison_.figures[static_cast<std::size_t>(row)],
                     a_->playback()->index().shared(), b_->playback()->index().shared());
    }
}

void CompareView::choosePace() {
    constexpr double kSlow = 3; // simulated seconds: what takes as long can be watched as it is
    constexpr double kPatience = 15; // seconds
    const double end = twin_->endTime().toSeconds();
    const bool isSlow = end > kSlow;
    twin_->setClock(isSlow ? Transport::Clock::trueScale : Transport::Clock::story);
    const double whole = isSlow ? end : twin_->storyEnd();
    const auto offered =
        isSlow ? std::vector{1.0, 3.0, 10.0, 30.0, 100.0} : std::vector{1.0, 2.0, 4.0, 8.0};
    const auto enough =
        std::ranges::find_if(offered, [whole](double speed) { return whole / speed <= kPatience; });
    twin_->setSpeed(enough == offered.end() ? offered.back() : *enough);
}

void CompareView::fitStages() {
    std::set<std::size_t> nodes;
    for (const CompareSide* side : {a_, b_}) {
        const Trace& trace = side->playback()->trace();
        for (std::size_t i = 0; i < trace.size(); ++i) {
            if (!trace[i].is<MessageSent>()) {
                continue;
            }
            // Not what parts tell one another when they start.
            const bool isOfRequest = trace[i].request != RequestId::none;
            if (isOfRequest || trace[i].as<MessageSent>().messageKind == MessageKind::frame) {
                nodes.insert(indexOf(trace[i].node));
            }
        }
    }
    for (const CompareSide* side : {a_, b_}) {
        std::vector<std::size_t> shown;
        std::ranges::copy_if(nodes, std::back_inserter(shown), [side](std::size_t node) {
            return node < side->playback()->session().scene().nodes.size();
        });
        side->canvas()->setFitted(std::move(shown));
    }
}

void CompareView::setReducedMotion(bool reduced) {
    if (twin_ != nullptr) {
        twin_->setReducedMotion(reduced);
    }
}

void CompareView::setProjector(bool on) {
    lower_->setVisible(!on);
    change_->setVisible(!on);
    close_->setVisible(!on);
}

void CompareView::chooseDifference() {
    if (twin_ != nullptr) {
        twin_->pause();
    }
    std::vector<Command> settings;
    std::ranges::transform(comparison_.b.settings, std::back_inserter(settings),
                           &LessonCommand::command);
    DifferenceDialog dialog(style_, comparison_.b.scene, *b_->narrator(), std::move(settings),
                            this);
    if (dialog.exec() == QDialog::Accepted) {
        setDifference(dialog.settings());
    }
}

void CompareView::setDifference(const std::vector<Command>& settings) {
    comparison_.b.settings.clear();
    for (const Command& command : settings) {
        comparison_.b.settings.push_back({SimTime(), command});
    }
    isOwn_ = true;
    start();
}

QString CompareView::differencesOf(Side side) const {
    const CompareSide& pane = side == Side::a ? *a_ : *b_;
    const Scene& scene = comparison_.side(side).scene;
    QStringList labels;
    for (const LessonCommand& given : comparison_.side(side).settings) {
        // What a lesson has set has a title that tells what it is about.
        const QString label = isOwn_ ? commandLabel(scene, *pane.narrator(), given.command)
                                     : actionWords(scene, given.command);
        if (isOwn_ || (!setsDocument(scene, given.command) && !labels.contains(label))) {
            labels << label;
        }
    }
    return labels.join(QStringLiteral(", "));
}

void CompareView::retranslate() {
    close_->setText(tr("Back"));
    change_->setText(tr("Change what differs…"));
    change_->setVisible(!lower_->isHidden());
    table_->setHorizontalHeaderLabels(
        {tr("Figure so far"), QStringLiteral("A"), QStringLiteral("B"), tr("difference")});
    table_->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->setAccessibleName(tr("Figures of both sides"));
    for (int row = 0; row < table_->rowCount(); ++row) {
        table_->item(row, 0)->setText(
            metricName(comparison_.figures[static_cast<std::size_t>(row)]));
    }
    title_->setText(QString::fromStdString(text_.title));
    say_->setText(QString::fromStdString(text_.say));
    say_->setVisible(!text_.say.empty());
    terms_->setText(isReady_ ? isWithoutDifference(comparison_)
                                   ? tr("nothing differs yet")
                                   : tr("same inputs, same moments, same seed")
                             : tr("Simulating…"));
    if (a_->narrator() == nullptr) {
        return;
    }
    a_->setTitle(QString::fromStdString(text_.a), differencesOf(Side::a));
    const QString own = differencesOf(Side::b);
    b_->setTitle(isOwn_ ? tr("changed by you") : QString::fromStdString(text_.b), own);
    a_->setFigures(comparison_.figures);
    b_->setFigures(comparison_.figures);
    readFigures();
}

void CompareView::restyle() {
    constexpr int kLower = 268;
    lower_->setMaximumHeight(style_.px(kLower));
    table_->verticalHeader()->setDefaultSectionSize(style_.px(26));
    setReducedMotion(style_.isMotionReduced());
}

void CompareView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void CompareView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closeWanted();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace roundtrip
