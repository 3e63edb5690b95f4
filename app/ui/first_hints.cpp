#include "app/ui/first_hints.h"

#include <QEvent>

#include <utility>

namespace roundtrip {

namespace {

constexpr int kPauseMilliseconds = 900; // the one before has faded away by then
constexpr int kMargin = 10;             // between a hint and the edge of the stage

} // namespace

FirstHints::FirstHints(Places places, ProgressStore& store, const Style& style, int milliseconds)
    : QObject(places.window), places_(std::move(places)), store_(store),
      bubble_(new HintBubble(style, places_.window)) {
    shown_.setSingleShot(true);
    shown_.setInterval(milliseconds);
    connect(&shown_, &QTimer::timeout, this, &FirstHints::end);
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, [this] { show(*std::exchange(next_, std::nullopt)); });
    connect(&style, &Style::changed, this, &FirstHints::refresh);
    places_.window->installEventFilter(this);
    places_.stage->installEventFilter(this);
}

void FirstHints::begin() {
    showSoon(Hint::press);
}

void FirstHints::showSoon(Hint hint) {
    if (!next_ && !store_.hasSeen(nameOf(hint))) {
        next_ = hint;
        pause_.start();
    }
}

void FirstHints::show(Hint hint) {
    store_.markSeen(nameOf(hint));
    current_ = hint;
    bubble_->appear();
    refresh(); // hides it where there is nothing to point at
    shown_.start();
}

void FirstHints::end() {
    const bool isStep = current_ == Hint::step;
    current_.reset();
    shown_.stop();
    bubble_->fadeAway();
    if (isStep) {
        showSoon(Hint::read);
    }
}

void FirstHints::markDone(Hint hint) {
    if (current_ == hint) {
        end();
    }
    // Who has not pressed the button yet has nothing to step through or to read.
    if (hint == Hint::press) {
        showSoon(Hint::step);
    }
}

void FirstHints::refresh() {
    if (!current_) {
        return;
    }
    const QRect stage = inWindow(*places_.stage).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QWidget* target = *current_ == Hint::press  ? places_.button()
                            : *current_ == Hint::step ? places_.stepper()
                                                      : places_.stage;
    bubble_->say(textOf(*current_, target));
    const bool isThere = target != nullptr && target->isVisible() && places_.stage->isVisible();
    bubble_->setVisible(isThere);
    if (!isThere) {
        return;
    }
    const QPoint middle = inWindow(*target).center();
    const QList<QRect> seen = places_.seen();
    switch (*current_) {
    case Hint::press:
        bubble_->place(HintBubble::Point::left, {stage.left(), middle.y()}, stage, seen);
        break;
    case Hint::step:
        bubble_->place(HintBubble::Point::down, {middle.x(), stage.bottom()}, stage, seen);
        break;
    case Hint::read:
        bubble_->place(HintBubble::Point::none, {middle.x(), stage.top()}, stage, seen);
        break;
    }
}

bool FirstHints::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (current_ && (type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide ||
                     type == QEvent::LanguageChange)) {
        QTimer::singleShot(0, this, &FirstHints::refresh); // once everything has its place
    }
    return QObject::eventFilter(watched, event);
}

QString FirstHints::nameOf(Hint hint) {
    return hint == Hint::press  ? QStringLiteral("press")
           : hint == Hint::step ? QStringLiteral("step")
                                : QStringLiteral("read");
}

QString FirstHints::textOf(Hint hint, const QWidget* target) {
    const bool isChoice = target != nullptr && target->property("choice").toBool();
    return hint == Hint::press
               ? isChoice ? tr("Choose an answer first") : tr("Press this button first")
           : hint == Hint::step ? tr("Step back and forth here")
                                : tr("Click a moving message to read it");
}

QRect FirstHints::inWindow(const QWidget& widget) const {
    return {widget.mapTo(places_.window, QPoint()), widget.size()};
}

} // namespace roundtrip
