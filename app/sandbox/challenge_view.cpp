#include "app/sandbox/challenge_view.h"

#include "app/narration/challenge_words.h"
#include "app/narration/language.h"
#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "core/scene/link_parameters.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>

#include <utility>

namespace roundtrip {

ChallengeView::ChallengeView(const Style& style, SandboxDocument& document, QWidget* parent)
    : QWidget(parent), style_(style), document_(document), title_(new QLabel), story_(new QLabel),
      goals_(new QLabel), state_(new QLabel), hints_(new QLabel), result_(new QLabel),
      progress_(new QProgressBar(this)), check_(new QPushButton(this)),
      hint_(new QPushButton(this)), again_(new QPushButton(this)), best_(new QPushButton(this)),
      leave_(new QPushButton(this)) {
    setObjectName("palette"); // looks like the panel that it stands above
    setAttribute(Qt::WA_StyledBackground);
    makeLayout();
    hide();
    connect(&document_, &SandboxDocument::changed, this, &ChallengeView::takeChange);
    connect(&document_, &SandboxDocument::replaced, this, &ChallengeView::takeChange);
    connect(&judge_, &JudgeRun::judged, this, &ChallengeView::takeVerdict);
    connect(&judge_, &JudgeRun::progressed, this, [this](double share) {
        progress_->setValue(static_cast<int>(share * progress_->maximum()));
    });
    connect(check_, &QPushButton::clicked, this, [this] {
        judgedScene_ = document_.scene();
        verdict_.reset();
        judge_.start(*challenge_, judgedScene_);
        refresh();
    });
    connect(hint_, &QPushButton::clicked, this, [this] {
        ++hintsShown_;
        refreshHints();
    });
    connect(again_, &QPushButton::clicked, this, [this] { emit sceneWanted(challenge_->scene); });
    connect(best_, &QPushButton::clicked, this, [this] {
        if (const auto kept = bestResult(*store_, challenge_->id)) {
            emit sceneWanted(kept->solution);
        }
    });
    connect(leave_, &QPushButton::clicked, this, &ChallengeView::leaveWanted);
}

void ChallengeView::makeLayout() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, style_.px(8), 0);
    column->setSpacing(style_.px(8));
    title_->setObjectName("sectionTitle");
    for (QLabel* label : {title_, story_, goals_, state_, hints_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    hints_->setObjectName("muted");
    column->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    constexpr int kWhole = 1000;
    progress_->setMaximum(kWhole);
    progress_->setTextVisible(false);
    check_->setProperty("primary", true);
    auto* buttons = new QGridLayout;
    buttons->addWidget(check_, 0, 0, 1, 2);
    buttons->addWidget(hint_, 1, 0);
    buttons->addWidget(again_, 1, 1);
    buttons->addWidget(best_, 2, 0);
    buttons->addWidget(leave_, 2, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(style_.px(12), style_.px(12), style_.px(4), style_.px(8));
    layout->addWidget(area, 1);
    result_->setWordWrap(true);
    layout->addWidget(result_); // always in sight
    layout->addWidget(progress_);
    layout->addLayout(buttons);
}

void ChallengeView::show(Challenge challenge, ProgressStore* store) {
    judge_.cancel();
    challenge_ = std::move(challenge);
    store_ = store;
    verdict_.reset();
    hintsShown_ = 0;
    QWidget::show();
    refresh();
}

void ChallengeView::leave() {
    judge_.cancel();
    challenge_.reset();
    verdict_.reset();
    hide();
}

/// What was judged is not what stands there now.
void ChallengeView::takeChange() {
    if (challenge_ && document_.scene() != judgedScene_) {
        judge_.cancel();
        verdict_.reset();
    }
    refresh();
}

void ChallengeView::takeVerdict(const Verdict& verdict) {
    verdict_ = verdict;
    if (store_ != nullptr) {
        keepResult(*store_, challenge_->id, verdict, judgedScene_);
    }
    refresh();
    emit judged();
}

QString ChallengeView::say(const ChallengeWords& words) const {
    return QString::fromStdString(Challenge::say(words, QLocale().name().left(2).toStdString()));
}

QString ChallengeView::goalLine(std::size_t goal) const {
    const ChallengeGoal& wanted = challenge_->goals[goal];
    QString mark = QStringLiteral("\u25cb"); // not known yet
    QString figure;
    if (verdict_ && verdict_->broken.empty()) {
        mark = verdict_->met[goal] ? QStringLiteral("\u2713") : QStringLiteral("\u2717");
        const QString value = goalFigure(wanted, verdict_->figures[goal]);
        figure = value.isEmpty() ? QString() : tr(" (was %1)").arg(value);
    }
    return QStringLiteral("%1 %2%3").arg(mark, say(wanted.text).toHtmlEscaped(), figure);
}

void ChallengeView::refreshGoals() {
    QStringList lines;
    for (std::size_t i = 0; i < challenge_->goals.size(); ++i) {
        lines << goalLine(i);
    }
    goals_->setText(lines.join(QStringLiteral("<br>")));
}

/// The price can be told at any time, and so can broken rules.
void ChallengeView::refreshState() {
    const double price = pricePerHour(document_.scene());
    const bool isDear = price > challenge_->budget + 1e-9;
    QStringList lines;
    lines << QStringLiteral("%1 %2").arg(
        isDear ? QStringLiteral("\u2717") : QStringLiteral("\u2713"),
        tr("Costs %1 an hour; %2 may be spent. Two stars from %3, three from %4.")
            .arg(priceForPeople(price), priceForPeople(challenge_->budget),
                 priceForPeople(challenge_->twoStars), priceForPeople(challenge_->threeStars)));
    for (const Problem& broken : brokenRules(*challenge_, document_.scene())) {
        lines << QStringLiteral("\u2717 %1").arg(problemText(broken).toHtmlEscaped());
    }
    if (!challenge_->settings.empty()) {
        lines << tr("You may change: %1.").arg(freeSettings().toHtmlEscaped());
    }
    state_->setText(lines.join(QStringLiteral("<br>")));
}

/// "App server: Workers. Load balancer: Choice."
QString ChallengeView::freeSettings() const {
    QStringList lines;
    for (const auto& [kind, names] : challenge_->settings) {
        const NodeKind* known = findKind(kind);
        QStringList labels;
        for (const std::string& name : names) {
            const Parameter* parameter =
                known == nullptr ? findLinkParameter(name) : known->findParameter(name);
            labels << coreText("parameters", parameter->label);
        }
        lines << QStringLiteral("%1: %2").arg(known == nullptr ? tr("Lines")
                                                               : coreText("parts", known->name),
                                              labels.join(QStringLiteral(", ")));
    }
    return lines.join(QStringLiteral("; "));
}

void ChallengeView::refreshHints() {
    QStringList lines;
    for (std::size_t i = 0; i < hintsShown_ && i < challenge_->hints.size(); ++i) {
        lines << tr("Hint %1: %2").arg(i + 1).arg(say(challenge_->hints[i]));
    }
    hints_->setText(lines.join(QLatin1Char('\n')));
    hints_->setVisible(!lines.isEmpty());
    hint_->setEnabled(hintsShown_ < challenge_->hints.size());
}

void ChallengeView::refresh() {
    if (!challenge_) {
        return;
    }
    title_->setText(say(challenge_->title));
    story_->setText(say(challenge_->story));
    refreshGoals();
    refreshState();
    refreshHints();
    const bool isBusy = judge_.isRunning();
    progress_->setVisible(isBusy);
    check_->setEnabled(!isBusy);
    check_->setText(isBusy ? tr("Checking…") : tr("Check my solution"));
    hint_->setText(tr("Hint"));
    again_->setText(tr("Start again"));
    leave_->setText(tr("Leave"));
    const auto kept = store_ == nullptr ? std::nullopt : bestResult(*store_, challenge_->id);
    best_->setEnabled(kept.has_value());
    best_->setText(kept ? tr("My best %1").arg(starsText(kept->stars)) : tr("My best"));
    QString text;
    if (verdict_ && !verdict_->failure.empty()) {
        text = problemText({"run-failed", {verdict_->failure}, ""});
    } else if (verdict_ && !verdict_->broken.empty()) {
        text = tr("Not judged: something was changed that must stay.");
    } else if (verdict_) {
        text = QStringLiteral("<b>%1</b> %2 <b>%3</b>")
                   .arg(starsText(verdict_->stars),
                        verdict_->isSolved() ? tr("Solved. Score:") : tr("Not solved yet. Score:"))
                   .arg(verdict_->score);
    }
    result_->setText(text);
    result_->setVisible(!text.isEmpty());
}

void ChallengeView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
