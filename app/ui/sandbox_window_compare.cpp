#include "app/compare/own_comparison.h"
#include "app/narration/problem_text.h"
#include "app/ui/runs_button.h"
#include "app/ui/sandbox_window.h"

namespace roundtrip {

void SandboxWindow::makeComparison() {
    const Actions& actions = *actions_;
    comparison_ = new CompareView(style_, {actions[Actions::start], actions[Actions::stepBack],
                                           actions[Actions::play], actions[Actions::stepForward],
                                           actions[Actions::end]});
    pages_->addWidget(comparison_);
    connect(comparison_, &CompareView::closeWanted, this, &SandboxWindow::closeComparison);
    connect(comparison_, &CompareView::failed, this,
            [this](const Error& error) { tell(problemText(error)); });
    connect(comparison_, &CompareView::playingChanged, actions_, &Actions::setPlaying);
}

bool SandboxWindow::isComparing() const {
    return comparison_ != nullptr && pages_->currentWidget() == comparison_;
}

Transport* SandboxWindow::transport() {
    return isComparing() ? comparison_->transport() : &run_->playback();
}

void SandboxWindow::openComparison() {
    const Session& session = run_->session();
    (*actions_)[Actions::compare]->setChecked(canCompareOwn(session));
    if (!canCompareOwn(session)) {
        tell(tr("Nothing has happened yet that could be compared. Press Run first."));
        return;
    }
    showComparison(ownComparison(session), ownComparisonText(session));
    QTimer::singleShot(0, comparison_, &CompareView::chooseDifference);
}

void SandboxWindow::showComparison(const LessonComparison& comparison,
                                   const LessonComparisonText& text) {
    if (comparison_ == nullptr) {
        makeComparison();
    }
    notice_->hide();
    run_->playback().pause();
    pages_->setCurrentWidget(comparison_);
    (*actions_)[Actions::compare]->setChecked(true);
    comparison_->compare(comparison, text);
    comparison_->closeButton().setFocus();
}

void SandboxWindow::compareWithBranch(int branch) {
    const Session& session = run_->session();
    for (const BranchInfo& other : session.branches()) {
        if (other.number == branch) {
            showComparison(
                comparisonOf({session.begun(), session.inputs()}, {session.begun(), other.inputs}),
                comparisonText(tr("Two runs of %1").arg(document_->name()), tr("this run"),
                               branchName(other)));
        }
    }
}

void SandboxWindow::compareWithDocument(SandboxWindow& other) {
    const Session& own = run_->session();
    const Session& others = other.run().session();
    showComparison(comparisonOf({own.begun(), own.inputs()}, {others.begun(), others.inputs()}),
                   comparisonText(tr("Two documents"), document_->name(), other.document().name()));
}

/// Other runs of this document, then other documents.
void SandboxWindow::fillCompareMenu() {
    compareWith_->clear();
    const Session& session = run_->session();
    for (const BranchInfo& branch : session.branches()) {
        if (branch.number != session.currentBranch()) {
            connect(compareWith_->addAction(branchName(branch)), &QAction::triggered, this,
                    [this, number = branch.number] { compareWithBranch(number); });
        }
    }
    compareWith_->addSeparator();
    for (SandboxWindow* other : others_ ? others_() : QList<SandboxWindow*>()) {
        connect(compareWith_->addAction(other->document().name()), &QAction::triggered, this,
                [this, other] { compareWithDocument(*other); });
    }
    if (compareWith_->isEmpty() || compareWith_->actions().size() == 1) {
        compareWith_->addAction(tr("There is no other run and no other document."))
            ->setEnabled(false);
    }
}

void SandboxWindow::closeComparison() {
    if (!isComparing()) {
        return;
    }
    if (Transport* twin = comparison_->transport()) {
        twin->pause();
    }
    pages_->setCurrentWidget(columns_);
    (*actions_)[Actions::compare]->setChecked(false);
    actions_->setPlaying(run_->playback().isPlaying());
    run_->canvas().setFocus();
}

} // namespace roundtrip
