#include "app/compare/compare_side.h"

#include "app/narration/lesson_words.h"

#include <QHBoxLayout>
#include <QStyle>

#include <utility>

namespace roundtrip {

namespace {

const char* toneOf(LessonMetric metric, const MetricValue& own, const MetricValue& other) {
    const BetterValue better = betterValueOf(metric);
    if (better == BetterValue::neither || !own.isKnown || !other.isKnown ||
        own.value == other.value) {
        return "";
    }
    return (own.value < other.value) == (better == BetterValue::lower) ? "good" : "bad";
}

} // namespace

CompareSide::CompareSide(const Style& style, Side side, QWidget* parent)
    : QFrame(parent), style_(style), side_(side), title_(new QLabel(this)),
      differences_(new QLabel(this)), sentence_(new QLabel(this)), layout_(new QVBoxLayout(this)) {
    setObjectName("comparePane");
    title_->setObjectName("paneTitle");
    differences_->setObjectName("muted");
    differences_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    differences_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    sentence_->setWordWrap(true);
    sentence_->setObjectName("paneSentence");
    auto* head = new QHBoxLayout;
    head->addWidget(title_);
    head->addWidget(differences_, 1);
    layout_->addLayout(head);
    layout_->addWidget(sentence_);
    auto* row = new QHBoxLayout;
    row->setSpacing(style_.px(28));
    for (std::size_t i = 0; i < kNumbers; ++i) {
        auto* column = new QVBoxLayout;
        Number number{new QLabel(this), new QLabel(this)};
        number.value->setObjectName("paneNumber");
        number.name->setObjectName("muted");
        column->setSpacing(0);
        column->addWidget(number.value);
        column->addWidget(number.name);
        row->addLayout(column);
        numbers_.push_back(number);
    }
    row->addStretch(1);
    layout_->addLayout(row);
    connect(&style_, &Style::changed, this, &CompareSide::restyle);
    restyle();
}

CompareSide::~CompareSide() {
    clear();
}

void CompareSide::clear() {
    disconnect(roster_);
    delete std::exchange(canvas_, nullptr); // before what it shows
    delete std::exchange(playback_, nullptr);
    builder_.reset();
    narrator_.reset();
}

void CompareSide::show(Session& session) {
    clear();
    narrator_ = std::make_unique<Narrator>(session.scene());
    narrator_->setNames(names_);
    narrator_->setAnalogy(analogy_);
    builder_ = std::make_unique<CanvasModelBuilder>(session.scene(), *narrator_);
    // Parts come and go, where the inputs say so; before the playback hears of it.
    roster_ = connect(&session, &Session::rosterChanged, this, [this] { builder_->readScene(); });
    playback_ = new Playback(session, this);
    connect(playback_, &Playback::sceneChanged, this, [this] { canvas_->takeScene(); });
    canvas_ = new CanvasWidget(style_, *narrator_, this);
    canvas_->setSource(builder_.get(), playback_);
    canvas_->setAccessibleName(side_ == Side::a ? tr("Stage of A") : tr("Stage of B"));
    layout_->insertWidget(1, canvas_, 1);
}

void CompareSide::setWords(std::map<std::string, std::string> names,
                           std::optional<Analogy> analogy) {
    names_ = std::move(names);
    analogy_ = std::move(analogy);
    if (narrator_ != nullptr) {
        narrator_->setNames(names_);
        narrator_->setAnalogy(analogy_);
        refresh();
    }
}

void CompareSide::setTitle(const QString& title, const QString& differences) {
    title_->setText(QStringLiteral("%1 \u00b7 %2").arg(side_ == Side::a ? "A" : "B", title));
    allDifferences_ = differences;
    showDifferences();
}

void CompareSide::showDifferences() {
    differences_->setText(differences_->fontMetrics().elidedText(allDifferences_, Qt::ElideRight,
                                                                 differences_->width()));
    differences_->setToolTip(allDifferences_);
}

void CompareSide::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    layout_->activate();
    showDifferences();
}

void CompareSide::setFigures(std::vector<LessonMetric> figures) {
    figures_ = std::move(figures);
    for (std::size_t i = 0; i < kNumbers; ++i) {
        const bool isShown = i < figures_.size();
        numbers_[i].value->setVisible(isShown);
        numbers_[i].name->setVisible(isShown);
        if (isShown) {
            numbers_[i].name->setText(metricName(figures_[i]));
        }
    }
}

void CompareSide::showFigures(const TripFigures& figures, const TripFigures& other) {
    for (std::size_t i = 0; i < std::min(kNumbers, figures_.size()); ++i) {
        const MetricValue own = measure(figures_[i], figures);
        QLabel& value = *numbers_[i].value;
        value.setText(metricText(own));
        const char* tone = toneOf(figures_[i], own, measure(figures_[i], other));
        if (value.property("tone").toString() != QLatin1String(tone)) {
            value.setProperty("tone", QString::fromLatin1(tone));
            value.style()->unpolish(&value);
            value.style()->polish(&value);
        }
    }
}

bool CompareSide::isRead() const {
    const TraceIndex& index = playback_->index();
    return index.factsAfter(index.moments()) == playback_->session().trace()->size();
}

void CompareSide::refresh() {
    if (canvas_ == nullptr) {
        return;
    }
    canvas_->refresh();
    const auto fact = playback_->currentFact();
    sentence_->setText(
        fact ? narrator_->narrate(playback_->trace(), playback_->trace()[*fact]).sentence
             : QString());
}

void CompareSide::restyle() {
    layout_->setContentsMargins(style_.px(18), style_.px(12), style_.px(18), style_.px(12));
    layout_->setSpacing(style_.px(8));
    for (const Number& number : numbers_) {
        number.value->setMinimumWidth(style_.px(170));
    }
    constexpr double kLines = 2.2; // so that the stage does not jump with the sentence's length
    sentence_->setFixedHeight(static_cast<int>(style_.px(20) * kLines));
    sentence_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    showDifferences();
}

} // namespace roundtrip
