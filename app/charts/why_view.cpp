#include "app/charts/why_view.h"

#include "app/narration/text_format.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr int kReadMilliseconds = 300; // while playing, at most so often
constexpr std::size_t kMostLines = 8;
constexpr double kSlow = 0.95;

/// A bar as long as its share.
class ShareBar : public QWidget {
  public:
    ShareBar(const Style& style, double share, const QColor& colour)
        : style_(style), share_(share), colour_(colour) {
        setFixedSize(style.px(120), style.px(12));
    }

  protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const double radius = height() / 2.0;
        painter.setBrush(style_.theme().grid);
        painter.drawRoundedRect(rect(), radius, radius);
        painter.setBrush(colour_);
        painter.drawRoundedRect(QRectF(0, 0, std::max(2.0, width() * share_), height()), radius,
                                radius);
    }

  private:
    const Style& style_;
    double share_;
    QColor colour_;
};

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

WhyView::WhyView(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator) {
    const auto column = [this](QHBoxLayout* to, QLabel*& title, QLabel*& text,
                               QVBoxLayout*& lines) {
        auto* content = new QWidget;
        title = new QLabel(content);
        title->setObjectName("sectionTitle");
        text = new QLabel(content);
        text->setWordWrap(true);
        lines = new QVBoxLayout;
        lines->setSpacing(style_.px(4));
        auto* layout = new QVBoxLayout(content);
        layout->setContentsMargins(0, 0, style_.px(12), 0);
        layout->addWidget(title);
        layout->addWidget(text);
        layout->addLayout(lines);
        layout->addStretch(1);
        auto* area = new QScrollArea(this);
        area->setWidget(content);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        to->addWidget(area, 1);
    };
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(style_.px(16), style_.px(6), style_.px(8), style_.px(8));
    layout->setSpacing(style_.px(16));
    column(layout, slowTitle_, slow_, shares_);
    column(layout, failedTitle_, failed_, failures_);
    timer_.setSingleShot(true);
    timer_.setInterval(kReadMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &WhyView::read);
    connect(&style_, &Style::changed, this, &WhyView::readSoon);
    retranslate();
}

void WhyView::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::positionChanged, this, &WhyView::readSoon);
    connect(playback, &Playback::traceChanged, this, &WhyView::readSoon);
    read();
}

void WhyView::readSoon() {
    if (isVisible() && !timer_.isActive()) {
        timer_.start();
    }
}

void WhyView::read() {
    if (playback_ == nullptr) {
        return;
    }
    const FactRange range{0, playback_->facts()};
    const SpanIndex& spans = playback_->index().spans();
    path_.reset();
    if (const Trip* slow = tripAtQuantile(spans, range, kSlow)) {
        path_ = criticalPath(playback_->trace(), spans, *slow);
        slowFact_ = slow->startFact;
        ended_ = tripFigures(playback_->trace(), range).finished;
    }
    causes_ = failureCauses(playback_->trace(), spans, range);
    showSlow();
    showFailed();
}

QString WhyView::placeOf(const PathShare& share) const {
    switch (share.use) {
    case TimeUse::way:
        return tr("on the way: %1").arg(narrator_.linkName(share.link));
    case TimeUse::wait:
        return tr("%1: standing in line").arg(narrator_.nodeName(share.node));
    default:
        return tr("%1: at work").arg(narrator_.nodeName(share.node));
    }
}

void WhyView::showSlow() {
    clear(*shares_);
    if (!path_ || path_->shares.empty()) {
        slow_->setText(tr("No request has ended yet."));
        return;
    }
    const double total = path_->total.toSeconds();
    const PathShare& most = path_->shares.front();
    // Of fewer than 20 the slowest is what 95 of 100 do not exceed.
    const QString sentence =
        ended_ < 20 ? tr("The slowest request took %1. It spent most of its time here: <b>%2</b> "
                         "(%3).")
                    : tr("95 of 100 requests took at most %1. The one that took so long spent most "
                         "of its time here: <b>%2</b> (%3).");
    slow_->setText(sentence.arg(durationForPeople(path_->total), placeOf(most).toHtmlEscaped(),
                                shareForPeople(most.time.toSeconds() / total)));
    for (const PathShare& share : path_->shares) {
        if (static_cast<std::size_t>(shares_->count()) < kMostLines) {
            addShare(share, share.time.toSeconds() / total);
        }
    }
    shares_->addWidget(showButton(slowFact_, tr("Show this request")), 0, Qt::AlignLeft);
}

void WhyView::addShare(const PathShare& share, double part) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    const Theme& theme = style_.theme();
    row->addWidget(new ShareBar(style_, part,
                                share.use == TimeUse::wait  ? theme.attention
                                : share.use == TimeUse::way ? theme.muted
                                                            : theme.accent));
    auto* numbers = new QLabel(
        QStringLiteral("%1 \u00b7 %2").arg(shareForPeople(part), durationForPeople(share.time)));
    numbers->setMinimumWidth(style_.px(110));
    row->addWidget(numbers);
    auto* place = new QLabel(placeOf(share));
    place->setWordWrap(true);
    row->addWidget(place, 1);
    shares_->addWidget(line);
}

void WhyView::showFailed() {
    clear(*failures_);
    std::uint64_t all = 0;
    for (const FailureCause& cause : causes_) {
        all += cause.count;
    }
    failed_->setText(causes_.empty()
                         ? tr("No request has failed yet.")
                         : tr("%n request(s) got no good answer. This is what it began with:",
                              nullptr, static_cast<int>(all)));
    for (std::size_t i = 0; i < causes_.size() && i < kMostLines; ++i) {
        addCause(causes_[i]);
    }
}

void WhyView::addCause(const FailureCause& cause) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* count = new QLabel(
        QStringLiteral("%1 \u00d7").arg(countForPeople(static_cast<qint64>(cause.count))));
    count->setMinimumWidth(style_.px(48));
    row->addWidget(count, 0, Qt::AlignTop);
    auto* text = new QLabel(
        breakable(narrator_.narrate(playback_->trace(), playback_->trace()[cause.fact]).sentence));
    text->setWordWrap(true);
    row->addWidget(text, 1);
    row->addWidget(showButton(cause.fact, tr("Show")), 0, Qt::AlignTop);
    failures_->addWidget(line);
}

QWidget* WhyView::showButton(std::size_t fact, const QString& what) {
    auto* button = new QPushButton(what);
    connect(button, &QPushButton::clicked, this, [this, fact] { emit factChosen(fact); });
    return button;
}

void WhyView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void WhyView::retranslate() {
    slowTitle_->setText(tr("Why is it slow?"));
    failedTitle_->setText(tr("Why did it fail?"));
    read();
}

void WhyView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
