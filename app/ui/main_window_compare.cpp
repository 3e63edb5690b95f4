#include "app/compare/own_comparison.h"
#include "app/narration/problem_text.h"
#include "app/ui/main_window.h"

#include <utility>

namespace roundtrip {

void MainWindow::makeComparison() {
    const Actions& actions = *actions_;
    comparison_ = new CompareView(style_, {actions[Actions::start], actions[Actions::stepBack],
                                           actions[Actions::play], actions[Actions::stepForward],
                                           actions[Actions::end]});
    pages_->addWidget(comparison_);
    renameParts();
    connect(comparison_, &CompareView::closeWanted, this, &MainWindow::closeComparison);
    connect(comparison_, &CompareView::failed, this,
            [this](const Error& error) { showNotice(problemText(error)); });
    connect(comparison_, &CompareView::playingChanged, this, [this](bool playing) {
        if (isComparing()) {
            actions_->setPlaying(playing);
        }
    });
    connect(comparison_, &CompareView::watched, this, [this](const ComparisonFigures& figures) {
        if (!lessonsComparison_.empty()) {
            player_->markCompared(figures);
        }
    });
}

bool MainWindow::isComparing() const {
    return comparison_ != nullptr && pages_->currentWidget() == comparison_;
}

Transport* MainWindow::transport() {
    return isComparing() ? comparison_->transport() : &playback();
}

void MainWindow::toggleComparison() {
    if (isComparing()) {
        closeComparison();
    } else {
        openComparison();
    }
}

void MainWindow::openComparison() {
    if (comparison_ == nullptr) {
        makeComparison();
    }
    playsOn_ = playback().isPlaying();
    playback().pause();
    lessonsComparison_ = player_->step().comparison;
    pages_->setCurrentWidget(comparison_);
    if (const auto* ofLesson = player_->lesson().findComparison(lessonsComparison_)) {
        comparison_->compare(*ofLesson, comparisonText());
    } else {
        compareOwnRun();
    }
    comparison_->setProjector((*actions_)[Actions::projector]->isChecked());
    (*actions_)[Actions::compare]->setChecked(true);
    comparison_->closeButton().setFocus();
}

/// What the learner has done so far, once as it was and once with something else set.
void MainWindow::compareOwnRun() {
    comparison_->compare(ownComparison(session()), comparisonText());
    if (canCompareOwn(session())) {
        QTimer::singleShot(0, comparison_, &CompareView::chooseDifference);
    }
}

/// What the comparison that is shown is called, in the language of now.
LessonComparisonText MainWindow::comparisonText() {
    return lessonsComparison_.empty() ? ownComparisonText(session())
                                      : player_->text().comparisons.at(lessonsComparison_);
}

void MainWindow::closeComparison() {
    if (!isComparing()) {
        return;
    }
    if (Transport* twin = comparison_->transport()) {
        twin->pause();
    }
    pages_->setCurrentWidget(columns_);
    (*actions_)[Actions::compare]->setChecked(false);
    if (std::exchange(playsOn_, false)) {
        playback().play();
    }
    actions_->setPlaying(playback().isPlaying());
    lessonPanel_->focusFirst();
}

} // namespace roundtrip
