#include "app/ui/main_window.h"
#include "app/ui/top_bar.h"

#include <QApplication>
#include <QEvent>

namespace roundtrip {

QToolButton* MainWindow::makeAnalogyButton() {
    QAction* action = (*actions_)[Actions::analogy];
    QToolButton* button = actionButton(action, topBar_);
    button->setVisible(action->isVisible());
    connect(action, &QAction::changed, button,
            [action, button] { button->setVisible(action->isVisible()); });
    return button;
}

void MainWindow::renameParts() {
    const LessonText& text = player_->text();
    const std::optional<Analogy> analogy = Analogy::of(player_->lesson(), text);
    run_->narrator().setNames(text.names);
    run_->narrator().setAnalogy((*actions_)[Actions::analogy]->isChecked() ? analogy
                                                                           : std::nullopt);
    run_->legend().setAnalogy(run_->narrator().analogy());
    if (comparison_ != nullptr) {
        comparison_->setWords(text.names, run_->narrator().analogy());
        comparison_->setText(comparisonText());
    }
    actions_->setAnalogy(analogy ? analogy->title() : QString());
}

void MainWindow::setAnalogy(bool on) {
    (*actions_)[Actions::analogy]->setChecked(on);
    canvas().fade();
    renameParts();
    // Other words for the same: as with another language, every view reads them again.
    QEvent renamed(QEvent::LanguageChange);
    QApplication::sendEvent(centralWidget(), &renamed);
    run_->refresh();
}

} // namespace roundtrip
