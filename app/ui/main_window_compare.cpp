#include "app/narration/problem_text.h"
#include "app/ui/main_window.h"

#include <algorithm>

namespace roundtrip {

namespace {

/// What a comparison of a learner's own run counts: what the scene's parts can do.
std::vector<LessonMetric> figuresFor(const Scene& scene) {
    const auto has = [&scene](const char* kind) {
        return std::ranges::find(scene.nodes, kind, &SceneNode::kind) != scene.nodes.end();
    };
    std::vector<LessonMetric> figures{LessonMetric::medianLatency, LessonMetric::p95Latency,
                                      LessonMetric::requests, LessonMetric::failures};
    if (has("sql_database")) {
        figures.push_back(LessonMetric::queries);
    }
    if (has("cache") || has("cdn")) {
        figures.push_back(LessonMetric::hitRatio);
        figures.push_back(LessonMetric::staleShare);
    }
    if (has("worker")) {
        figures.push_back(LessonMetric::tasksDone);
        figures.push_back(LessonMetric::medianTaskTime);
    }
    if (has("live_client")) {
        figures.push_back(LessonMetric::meanAge);
    }
    figures.push_back(LessonMetric::messages);
    figures.push_back(LessonMetric::bytes);
    return figures;
}

} // namespace

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
    connect(comparison_, &CompareView::ready, this, [this] {
        if (!style_.isMotionReduced() && isComparing()) {
            comparison_->transport()->play();
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
    LessonComparison own;
    own.id = "own";
    own.a.scene = session().scene();
    own.b.scene = session().scene();
    own.figures = figuresFor(session().scene());
    for (const Command& input : session().inputs()) {
        own.inputs.push_back({input.at, input});
    }
    comparison_->compare(std::move(own), comparisonText());
    if (!session().inputs().empty()) {
        QTimer::singleShot(0, comparison_, &CompareView::chooseDifference);
    }
}

/// What the comparison that is shown is called, in the language of now.
LessonComparisonText MainWindow::comparisonText() {
    if (!lessonsComparison_.empty()) {
        return player_->text().comparisons.at(lessonsComparison_);
    }
    const QString say =
        session().inputs().empty()
            ? tr("Nothing has been sent yet. Go back, send a request, and compare then.")
            : QString();
    return {.title = tr("Your run, with something changed").toStdString(),
            .a = tr("as it was").toStdString(),
            .b = tr("the same so far").toStdString(),
            .say = say.toStdString()};
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
    actions_->setPlaying(playback().isPlaying());
    lessonPanel_->focusFirst();
}

} // namespace roundtrip
