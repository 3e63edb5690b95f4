#include "app/lessons/lesson_panel.h"

#include "app/lessons/wrapping_button.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>

#include <algorithm>

namespace roundtrip {

namespace {

void setTone(QWidget& widget, const char* tone) {
    widget.setProperty("tone", QString::fromLatin1(tone));
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

const char* toneName(Tone tone) {
    switch (tone) {
    case Tone::good:
        return "good";
    case Tone::attention:
        return "attention";
    case Tone::bad:
        return "bad";
    default:
        return "";
    }
}

QPushButton* choiceButton(const Style& style, const QString& text, bool isChosen, QWidget* parent) {
    auto* button = new WrappingButton(style, breakable(text), parent);
    button->setCheckable(true);
    button->setChecked(isChosen);
    button->setProperty("choice", true);
    return button;
}

/// A setting that one of the step's buttons makes later, when what it shows is over.
bool isAfterthought(const LessonPlayer& player, const Trace& trace, const Fact& fact) {
    const auto& nodes = player.lesson().scene.nodes;
    const std::size_t node = indexOf(fact.node);
    if (!fact.is<ParameterChanged>() || node >= nodes.size()) {
        return false;
    }
    const std::string_view name = trace.text(fact.as<ParameterChanged>().parameter);
    return std::ranges::any_of(player.step().buttons, [&](const LessonButton& button) {
        return std::ranges::any_of(button.commands, [&](const LessonCommand& given) {
            return given.after > SimTime() && given.command.target == nodes[node].id &&
                   memberText(given.command.arguments, "parameter") == name;
        });
    });
}

/// The last that happened in this step, rather than a command that was given, if anything did.
std::optional<std::size_t> lastEvent(const Playback& playback, const LessonPlayer& player) {
    const Trace& trace = playback.trace();
    for (std::size_t moment = playback.position().moments; moment > 0; --moment) {
        const std::size_t fact = playback.index().factOf(moment - 1);
        if (fact < player.entryFact()) {
            break;
        }
        if (!trace[fact].is<CommandGiven>() && !isAfterthought(player, trace, trace[fact])) {
            return fact;
        }
    }
    const auto last = playback.currentFact();
    return last && *last >= player.entryFact() ? last : std::nullopt;
}

} // namespace

StepMarks::StepMarks(const Style& style, QWidget* parent) : QWidget(parent), style_(style) {
    setCursor(Qt::PointingHandCursor);
}

QSize StepMarks::sizeHint() const {
    return {100, style_.px(14)};
}

void StepMarks::paintEvent(QPaintEvent* /*event*/) {
    if (player_ == nullptr) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto count = static_cast<double>(player_->lesson().steps.size());
    const double gap = style_.px(5);
    const double room = (width() - gap * (count - 1)) / count;
    for (std::size_t i = 0; i < player_->lesson().steps.size(); ++i) {
        QColor colour = style_.theme().border;
        if (i == player_->stepIndex()) {
            colour = style_.theme().accent;
        } else if (player_->isDone(i)) {
            colour = style_.theme().accent;
            colour.setAlphaF(0.45F);
        }
        painter.setBrush(colour);
        const double height = i == player_->stepIndex() ? style_.px(6) : style_.px(4);
        painter.drawRoundedRect(QRectF(static_cast<double>(i) * (room + gap),
                                       (this->height() - height) / 2.0, room, height),
                                height / 2, height / 2);
    }
}

void StepMarks::mousePressEvent(QMouseEvent* event) {
    if (player_ != nullptr) {
        const double share = std::clamp(event->position().x() / width(), 0.0, 0.999);
        emit stepClicked(
            static_cast<std::size_t>(share * static_cast<double>(player_->lesson().steps.size())));
    }
}

LessonPanel::LessonPanel(const Style& style, const Narrator& narrator, QWidget* parent)
    : QFrame(parent), style_(style), narrator_(narrator), where_(new QLabel(this)),
      title_(new QLabel(this)), marks_(new StepMarks(style, this)), scroll_(new QScrollArea(this)),
      justNow_(new QFrame(this)), justNowHead_(new QLabel(justNow_)),
      justNowText_(new QLabel(justNow_)), back_(new QPushButton(this)),
      next_(new QPushButton(this)) {
    setObjectName("lessonPanel");
    where_->setObjectName("muted");
    where_->setWordWrap(true);
    title_->setObjectName("stepTitle");
    title_->setWordWrap(true);
    justNow_->setObjectName("justNow");
    justNowHead_->setObjectName("justNowHead");
    justNowText_->setWordWrap(true);
    auto* told = new QVBoxLayout(justNow_);
    told->addWidget(justNowHead_);
    told->addWidget(justNowText_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    next_->setProperty("primary", true);
    back_->setObjectName("lessonBack");
    next_->setObjectName("lessonNext");
    auto* row = new QHBoxLayout;
    row->addWidget(back_);
    row->addStretch(1);
    row->addWidget(next_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(where_);
    layout->addWidget(title_);
    layout->addWidget(marks_);
    layout->addWidget(scroll_, 1);
    layout->addLayout(row);
    connect(&style_, &Style::changed, this, &LessonPanel::rebuild);
}

void LessonPanel::setPlayer(LessonPlayer* player, Playback* playback) {
    player_ = player;
    playback_ = playback;
    marks_->setPlayer(player);
    connect(marks_, &StepMarks::stepClicked, player, &LessonPlayer::goTo);
    connect(next_, &QPushButton::clicked, player, &LessonPlayer::next);
    connect(back_, &QPushButton::clicked, player, &LessonPlayer::back);
    connect(player, &LessonPlayer::stepEntered, this, [this] {
        pressed_.clear();
        isOnceMore_ = false;
    });
    connect(player, &LessonPlayer::buttonPressed, this, [this](std::size_t button) {
        if (pressed_.insert(button).second) {
            rebuild();
        }
    });
    connect(player, &LessonPlayer::changed, this, &LessonPanel::rebuild);
    connect(playback, &Playback::positionChanged, this, &LessonPanel::refreshJustNow);
    connect(playback, &Playback::positionChanged, this, &LessonPanel::leadOn);
    rebuild();
}

void LessonPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QFrame::changeEvent(event);
}

QLabel* LessonPanel::addText(QVBoxLayout& layout, const QString& markdown, const char* name) {
    auto* label = new QLabel(content_);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::MarkdownText);
    label->setText(breakable(markdown));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout.addWidget(label);
    return label;
}

QVBoxLayout* LessonPanel::addBox(QVBoxLayout& layout, const QString& title) {
    auto* box = new QFrame(content_);
    box->setObjectName("box");
    auto* inside = new QVBoxLayout(box);
    inside->setSpacing(style_.px(7));
    auto* label = new QLabel(box);
    label->setTextFormat(Qt::MarkdownText);
    label->setText(breakable(title));
    label->setObjectName("boxTitle");
    label->setWordWrap(true);
    inside->addWidget(label);
    layout.addWidget(box);
    return inside;
}

void LessonPanel::rebuild() {
    if (player_ == nullptr) {
        return;
    }
    const QWidget* focused = focusWidget();
    const QString focusedName =
        focused != nullptr && content_ != nullptr && content_->isAncestorOf(focused)
            ? focused->objectName()
            : QString();
    const LessonStepText& text = player_->stepText();
    QString where = tr("%1 — step %2 of %3")
                        .arg(QString::fromStdString(player_->text().title))
                        .arg(player_->stepIndex() + 1)
                        .arg(player_->lesson().steps.size());
    // A line ends before the step, if it must end.
    const qsizetype step = where.lastIndexOf(QChar(0x2014));
    where_->setText(where.replace(step + 1, where.size(),
                                  where.mid(step + 1).replace(QLatin1Char(' '), QChar(0xa0))));
    title_->setText(QString::fromStdString(text.title));
    justNow_->setParent(this); // survives the old content
    content_ = new QWidget;
    auto* layout = new QVBoxLayout(content_);
    layout->setContentsMargins(0, 0, style_.px(6), 0);
    layout->setSpacing(style_.px(12));
    addText(*layout, player_->filled(text.say), "stepText");
    buildPrediction(*layout);
    buildButtons(*layout);
    layout->addWidget(justNow_);
    done_ = nullptr;
    buildDone(*layout);
    if (player_->isLast()) {
        buildQuiz(*layout);
        buildRelated(*layout);
    }
    layout->addStretch(1);
    keepInSight();
    if (QWidget* old = scroll_->takeWidget()) {
        old->hide();
        old->deleteLater(); // one of its buttons may be what was pressed
    }
    scroll_->setWidget(content_);
    content_->show();
    marks_->setAccessibleName(
        tr("Step %1 of %2").arg(player_->stepIndex() + 1).arg(player_->lesson().steps.size()));
    marks_->updateGeometry();
    marks_->update();
    refresh();
    restoreFocus(focusedName);
}

void LessonPanel::focusFirst() {
    QStringList names{QStringLiteral("option0"), QStringLiteral("button0"),
                      QStringLiteral("compareButton")};
    if (player_->isLast() && !player_->lesson().quiz.empty()) {
        const LessonQuizItem& first = player_->lesson().quiz.front();
        names << QString::fromStdString(first.id + "-" + first.options.front());
    }
    for (const QString& name : names) {
        auto* widget = content_->findChild<QWidget*>(name);
        if (widget != nullptr && widget->isEnabled()) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    (next_->isEnabled() ? next_ : back_)->setFocus(Qt::OtherFocusReason);
}

void LessonPanel::restoreFocus(const QString& name) {
    // A prediction made leads on to the button that shows who is right.
    const bool hasPredicted = name.startsWith(QLatin1String("option")) && player_->mayAct();
    const QString wanted = hasPredicted ? QStringLiteral("button0") : name;
    auto* widget = wanted.isEmpty() ? nullptr : content_->findChild<QWidget*>(wanted);
    if (widget != nullptr && widget->isEnabled()) {
        widget->setFocus(Qt::OtherFocusReason);
    } else if (!name.isEmpty()) {
        (next_->isEnabled() ? next_ : back_)->setFocus(Qt::OtherFocusReason);
    }
}

void LessonPanel::refresh() {
    back_->setText(tr("Back"));
    next_->setText(tr("Next step"));
    back_->setEnabled(player_->stepIndex() > 0);
    next_->setEnabled(player_->mayGoOn());
    next_->setVisible(!player_->isLast());
    next_->setToolTip(next_->isEnabled() ? QString()
                                         : tr("First see what this step is about: press its "
                                              "button and watch to the end."));
    refreshJustNow();
}

void LessonPanel::refreshJustNow() {
    const auto fact = lastEvent(*playback_, *player_);
    const bool isOfStep = fact && !player_->isOwnSetting(*fact);
    justNow_->setVisible(isOfStep);
    if (!isOfStep) {
        return;
    }
    const Narration told = narrator_.narrate(playback_->trace(), playback_->trace()[*fact]);
    justNowHead_->setText(tr("Just now · %1").arg(durationForPeople(playback_->time())));
    justNowText_->setText(breakable(told.sentence));
    if (justNow_->property("tone").toString() != QLatin1String(toneName(told.tone))) {
        setTone(*justNow_, toneName(told.tone));
        setTone(*justNowHead_, toneName(told.tone));
    }
}

void LessonPanel::buildPrediction(QVBoxLayout& layout) {
    const LessonStepText& text = player_->stepText();
    if (player_->step().options.empty()) {
        return;
    }
    QVBoxLayout* box = addBox(layout, player_->filled(text.question));
    for (std::size_t i = 0; i < player_->step().options.size(); ++i) {
        const std::string& id = player_->step().options[i].id;
        auto* button = choiceButton(style_, player_->filled(text.options.at(id)),
                                    player_->prediction() == i, content_);
        button->setObjectName(QStringLiteral("option%1").arg(i));
        button->setEnabled(!player_->outcome());
        connect(button, &QPushButton::clicked, player_, [this, i] { player_->predict(i); });
        box->addWidget(button);
    }
    if (player_->outcome() && player_->prediction()) {
        auto* label = new QLabel(breakable(verdict()), content_);
        label->setObjectName("verdict");
        label->setWordWrap(true);
        box->addWidget(label);
        setTone(*label, player_->outcome() == player_->prediction() ? "good" : "attention");
    }
}

QString LessonPanel::verdict() const {
    const LessonStep& step = player_->step();
    const auto& options = player_->stepText().options;
    return player_->outcome() == player_->prediction()
               ? tr("You saw it coming.")
               : tr("It went another way: %1")
                     .arg(player_->filled(options.at(step.options[*player_->outcome()].id)));
}

bool LessonPanel::isComparisonNext() const {
    const LessonStep& step = player_->step();
    return !step.comparison.empty() && !player_->isCompared() &&
           pressed_.size() == step.buttons.size();
}

bool LessonPanel::isStuck() const {
    const LessonStep& step = player_->step();
    return !step.isChallenge && step.buttons.size() > 1 && pressed_.size() == step.buttons.size() &&
           !player_->areGoalsMet() && !isComparisonNext() && playback_->isAtEnd() &&
           !playback_->session().isBusy();
}

void LessonPanel::leadOn() {
    if (isStuck()) {
        pressed_.clear();
        isOnceMore_ = true;
        rebuild();
    }
}

std::optional<std::size_t> LessonPanel::nextToPress() const {
    const LessonStep& step = player_->step();
    const bool isToBeFound = step.isChallenge && step.buttons.size() > 1; // by the learner
    if (player_->areGoalsMet() || isComparisonNext() || isToBeFound) {
        return std::nullopt;
    }
    std::size_t next = 0;
    while (pressed_.contains(next)) {
        ++next;
    }
    if (next < step.buttons.size()) {
        return next;
    }
    return step.isChallenge ? std::optional<std::size_t>(0) : std::nullopt;
}

void LessonPanel::buildButtons(QVBoxLayout& layout) {
    const LessonStep& step = player_->step();
    const LessonStepText& text = player_->stepText();
    if (step.buttons.empty() && text.hints.empty() && step.comparison.empty()) {
        return;
    }
    QVBoxLayout* box = addBox(layout, step.isChallenge ? tr("Challenge") : tr("Try it yourself"));
    auto* row = new QVBoxLayout;
    box->addLayout(row);
    for (std::size_t i = 0; i < step.buttons.size(); ++i) {
        auto* button = new WrappingButton(
            style_, player_->filled(text.buttons.at(step.buttons[i].id)), content_);
        button->setObjectName(QStringLiteral("button%1").arg(i));
        button->setProperty("primary", nextToPress() == i);
        button->setEnabled(player_->mayAct());
        button->setToolTip(player_->mayAct() ? QString() : tr("First say what you expect."));
        connect(button, &QPushButton::clicked, player_, [this, i] { player_->pressButton(i); });
        row->addWidget(button);
    }
    if (isOnceMore_ && !player_->areGoalsMet()) {
        auto* hint = addText(*box,
                             tr("Something of this step has not happened yet. Press the buttons "
                                "once more, from the first on, each when the one before is over."),
                             "onceMore");
        hint->setParent(box->parentWidget());
    }
    if (!step.comparison.empty()) {
        const std::string& title = player_->text().comparisons.at(step.comparison).title;
        auto* button = new WrappingButton(
            style_, QStringLiteral("A | B: %1").arg(QString::fromStdString(title)), content_);
        button->setObjectName("compareButton");
        button->setProperty("primary", isComparisonNext());
        connect(button, &QPushButton::clicked, this, &LessonPanel::comparisonWanted);
        row->addWidget(button);
    }
    for (std::size_t i = 0; i < player_->hintsShown(); ++i) {
        auto* hint = addText(*box, QString::fromStdString(text.hints[i]), "hint");
        hint->setParent(box->parentWidget());
    }
    if (player_->hintsShown() < text.hints.size()) {
        auto* button = new WrappingButton(style_, tr("Hint"), content_);
        button->setObjectName("hintButton");
        connect(button, &QPushButton::clicked, player_, &LessonPlayer::showHint);
        row->addWidget(button);
    }
}

void LessonPanel::buildDone(QVBoxLayout& layout) {
    const LessonStepText& text = player_->stepText();
    if (!player_->areGoalsMet() || text.done.empty()) {
        return;
    }
    auto* frame = new QFrame(content_);
    frame->setObjectName("justNow");
    auto* inside = new QVBoxLayout(frame);
    addText(*inside, player_->filled(text.done), "doneText");
    layout.addWidget(frame);
    setTone(*frame, "good");
    done_ = frame;
}

/// The learner's place in a step stays. What is said at its end comes into sight when it is news,
/// and stays there while what stands above it grows, until the learner scrolls.
void LessonPanel::keepInSight() {
    const bool isSameStep = shownStep_ == player_->stepIndex();
    const int place = isSameStep ? scroll_->verticalScrollBar()->value() : 0;
    if (!isSameStep) {
        shownStep_ = player_->stepIndex();
        showsDone_ = done_ == nullptr; // one that was done before shows its beginning
    }
    content_->installEventFilter(this);
    QTimer::singleShot(0, this, [this, place, content = content_] { // when it has its size
        if (content == content_) {
            scroll_->verticalScrollBar()->setValue(place);
            bringDone();
        }
    });
}

void LessonPanel::bringDone() {
    if (done_ != nullptr && showsDone_) {
        scroll_->ensureWidgetVisible(done_, 0, style_.px(12));
    }
}

bool LessonPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == content_ && event->type() == QEvent::Resize) {
        QTimer::singleShot(0, this, &LessonPanel::bringDone);
    } else if (watched == content_ && event->type() == QEvent::Wheel) {
        showsDone_ = false;
    }
    return QFrame::eventFilter(watched, event);
}

bool LessonPanel::isDoneInSight() const {
    return done_ != nullptr && scroll_->viewport()->rect().contains(QRect(
                                   done_->mapTo(scroll_->viewport(), QPoint()), done_->size()));
}

void LessonPanel::buildQuiz(QVBoxLayout& layout) {
    for (const LessonQuizItem& item : player_->lesson().quiz) {
        buildQuizItem(layout, item);
    }
}

/// What leads on: words to look up, and other lessons.
void LessonPanel::buildRelated(QVBoxLayout& layout) {
    const QString colour = style_.theme().accent.name();
    const auto links = [&colour](const std::vector<std::string>& ids, const char* scheme,
                                 const std::function<QString(const QString&)>& nameOf) {
        QStringList written;
        for (const std::string& id : ids) {
            const QString key = QString::fromStdString(id);
            const QString name = nameOf ? nameOf(key) : QString();
            if (!name.isEmpty()) {
                written << QStringLiteral("<a href='%1:%2' style='color:%4'>%3</a>")
                               .arg(QLatin1String(scheme), key, name.toHtmlEscaped(), colour);
            }
        }
        return written.join(QStringLiteral(", "));
    };
    const QString terms = links(player_->lesson().terms, "term", references_.term);
    const QString lessons = links(player_->lesson().related, "lesson", references_.lesson);
    if (terms.isEmpty() && lessons.isEmpty()) {
        return;
    }
    QVBoxLayout* box = addBox(layout, tr("Where this leads"));
    for (const auto& [title, text] :
         {std::pair(tr("Words:"), terms), std::pair(tr("Lessons:"), lessons)}) {
        if (text.isEmpty()) {
            continue;
        }
        auto* label = new QLabel(QStringLiteral("%1 %2").arg(title, text), content_);
        label->setObjectName("related");
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(label, &QLabel::linkActivated, this, [this](const QString& link) {
            const QString id = link.section(QLatin1Char(':'), 1);
            link.startsWith(QLatin1String("term:")) ? emit termWanted(id) : emit lessonWanted(id);
        });
        box->addWidget(label);
    }
}

void LessonPanel::buildQuizItem(QVBoxLayout& layout, const LessonQuizItem& item) {
    const LessonQuizText& text = player_->text().quiz.at(item.id);
    const auto given = player_->quizAnswer(item.id);
    QVBoxLayout* box = addBox(layout, player_->filled(text.question));
    for (const std::string& option : item.options) {
        auto* button = choiceButton(style_, player_->filled(text.options.at(option)),
                                    given == option, content_);
        button->setObjectName(QString::fromStdString(item.id + "-" + option));
        connect(button, &QPushButton::clicked, player_, [this, id = item.id, option] {
            player_->answerQuiz(QString::fromStdString(id), QString::fromStdString(option));
        });
        box->addWidget(button);
    }
    if (!given) {
        return;
    }
    const bool isRight = *given == item.answer;
    auto* label = new QLabel(isRight ? tr("Right.") : tr("Not quite. Try another one."), content_);
    label->setObjectName("verdict");
    box->addWidget(label);
    setTone(*label, isRight ? "good" : "attention");
    addText(*box, player_->filled(text.explanation), "explanation");
    auto* show = new QPushButton(tr("Show me that moment"), content_);
    show->setObjectName(QString::fromStdString("show-" + item.id));
    connect(show, &QPushButton::clicked, player_,
            [this, id = item.id] { player_->showMoment(QString::fromStdString(id)); });
    box->addWidget(show, 0, Qt::AlignLeft);
}

} // namespace roundtrip
