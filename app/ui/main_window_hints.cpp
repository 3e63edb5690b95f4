#include "app/ui/main_window.h"

#include <algorithm>

namespace roundtrip {

/// Where nothing is kept, nobody knows whether they were seen before.
void MainWindow::giveFirstHints() {
    if (!store_.isKept() || !store_.lastLesson().isEmpty()) {
        return;
    }
    const auto button = [this]() -> QWidget* {
        return lessonPanel_->findChild<QWidget*>(player_->mayAct() ? QStringLiteral("button0")
                                                                   : QStringLiteral("option0"));
    };
    const auto stepper = [this]() -> QWidget* {
        const auto buttons = run_->lowerPanel()->findChildren<QToolButton*>();
        const auto found = std::ranges::find(buttons, (*actions_)[Actions::stepForward],
                                             &QToolButton::defaultAction);
        return found == buttons.end() ? nullptr : *found;
    };
    const auto seen = [this] {
        QList<QRect> rects;
        for (std::size_t i = 0; i < canvas().model().nodes.size(); ++i) {
            rects << canvas().nodeRect(i).toAlignedRect().translated(
                canvas().mapTo(this, QPoint()));
        }
        if (run_->legend().isVisible()) {
            rects << QRect(run_->legend().mapTo(this, QPoint()), run_->legend().size());
        }
        return rects;
    };
    hints_ = new FirstHints({this, &canvas(), button, stepper, seen}, store_, style_);
    connect(player_, &LessonPlayer::changed, hints_, &FirstHints::refresh, Qt::QueuedConnection);
    connect(player_, &LessonPlayer::buttonPressed, hints_,
            [this] { hints_->markDone(FirstHints::Hint::press); });
    for (const Actions::Id id : {Actions::stepBack, Actions::stepForward}) {
        connect((*actions_)[id], &QAction::triggered, hints_,
                [this] { hints_->markDone(FirstHints::Hint::step); });
    }
    connect(&canvas(), &CanvasWidget::messageChosen, hints_,
            [this] { hints_->markDone(FirstHints::Hint::read); });
    hints_->begin();
}

} // namespace roundtrip
