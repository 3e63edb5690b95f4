#include "app/ui/main_window.h"
#include "app/ui/top_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace roundtrip {

void MainWindow::makeViews() {
    lessonPanel_ = new LessonPanel(style_, run_->narrator());
    middle_ = new QSplitter(Qt::Vertical);
    middle_->addWidget(run_->stage());
    middle_->addWidget(run_->lowerPanel());
    middle_->setStretchFactor(0, 1);
    middle_->setCollapsible(0, false);
    columns_ = new QSplitter(Qt::Horizontal);
    columns_->addWidget(lessonPanel_);
    columns_->addWidget(middle_);
    columns_->addWidget(run_->inspectorPanel());
    columns_->setStretchFactor(1, 1);
    columns_->setCollapsible(1, false);
    for (QSplitter* splitter : {columns_, middle_}) {
        splitter->setHandleWidth(1);
    }
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTopBar());
    notice_ = new NoticeBar(style_, session());
    layout->addWidget(notice_);
    pages_ = new QStackedWidget;
    pages_->addWidget(columns_);
    layout->addWidget(pages_, 1);
    setCentralWidget(central);
}

QWidget* MainWindow::makeTopBar() {
    topBar_ = new QFrame;
    topBar_->setObjectName("topBar");
    auto* layout = new QHBoxLayout(topBar_);
    layout->setContentsMargins(16, 8, 16, 8);
    auto* logo = new QLabel(topBar_);
    logo->setObjectName("logo");
    brand_ = new QLabel(QStringLiteral("Roundtrip"), topBar_);
    brand_->setObjectName("brand");
    layout->addWidget(logo);
    layout->addWidget(brand_);
    layout->addSpacing(12);
    layout->addWidget(actionButton((*actions_)[Actions::home], topBar_));
    layout->addWidget(new RunsButton(style_, session(), topBar_));
    layout->addStretch(1);
    layout->addWidget(actionButton((*actions_)[Actions::compare], topBar_));
    layout->addWidget(makeAnalogyButton());
    layout->addWidget(actionButton((*actions_)[Actions::projector], topBar_));
    menuButton_ = menuButton(topBar_);
    layout->addWidget(menuButton_);
    makeMenu();
    return topBar_;
}

void MainWindow::makeMenu() {
    menu_ = new QMenu(menuButton_);
    themes_ = new QMenu(menu_);
    languages_ = new QMenu(menu_);
    const auto add = [this](QMenu* menu, std::initializer_list<Actions::Id> ids) {
        for (const Actions::Id id : ids) {
            menu->addAction((*actions_)[id]);
        }
    };
    add(menu_, {Actions::stepBack, Actions::play, Actions::stepForward});
    menu_->addSeparator();
    add(menu_,
        {Actions::previousStep, Actions::nextStep, Actions::restartStep, Actions::startAgain});
    menu_->addSeparator();
    add(menu_, {Actions::compare, Actions::analogy, Actions::openInSandbox, Actions::handout});
    menu_->addSeparator();
    add(menu_, {Actions::showLesson, Actions::showInspector, Actions::showTimeline,
                Actions::fitStage, Actions::zoomIn, Actions::zoomOut});
    menu_->addSeparator();
    add(menu_, {Actions::larger, Actions::smaller, Actions::normalSize});
    add(themes_, {Actions::themeLight, Actions::themeDark, Actions::themeProjector});
    add(languages_, {Actions::languageEnglish, Actions::languageSpanish});
    menu_->addMenu(themes_);
    menu_->addMenu(languages_);
    add(menu_, {Actions::reducedMotion});
    menu_->addSeparator();
    add(menu_, {Actions::home, Actions::glossary, Actions::help, Actions::quit});
    menuButton_->setMenu(menu_);
    addActions(menu_->actions()); // for their keys
    addActions(
        {(*actions_)[Actions::start], (*actions_)[Actions::end], (*actions_)[Actions::projector]});
    addActions(themes_->actions());
    addActions(languages_->actions());
}

} // namespace roundtrip
