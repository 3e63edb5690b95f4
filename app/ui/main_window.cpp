#include "app/ui/main_window.h"

#include "app/lessons/result_recorder.h"
#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "app/storage/lesson_files.h"
#include "app/ui/help_dialog.h"
#include "core/metrics/trip_figures.h"

#include <QAccessible>
#include <QApplication>
#include <QCloseEvent>
#include <QInputDialog>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr int kSaveMilliseconds = 2000;
constexpr int kLessonWidth = 340; // of the panels, at 100 %
constexpr int kInspectorWidth = 310;
constexpr int kMiddleWidth = 360;
constexpr int kFullHeight = 400; // for the views below the stage

} // namespace

MainWindow::MainWindow(Lesson lesson, std::map<std::string, LessonText> texts, ProgressStore& store,
                       Language& language, Style& style)
    : style_(style), language_(language), store_(store),
      session_(std::make_unique<Session>(lesson.scene)),
      narrator_(std::make_unique<Narrator>(session_->scene())),
      builder_(std::make_unique<CanvasModelBuilder>(session_->scene(), *narrator_)),
      playback_(new Playback(*session_, this)),
      player_(new LessonPlayer(std::move(lesson), std::move(texts), *playback_, this)),
      actions_(new Actions(style_, this)) {
    makeViews();
    joinViews();
    joinActions();
    restyle();
    retranslate();
    restoreLayout();
    saveTimer_.setSingleShot(true);
    saveTimer_.setInterval(kSaveMilliseconds);
    connect(&saveTimer_, &QTimer::timeout, this, &MainWindow::saveProgress);
    if (!store_.notice().isEmpty()) {
        showNotice(store_.notice());
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::joinViews() {
    new ResultRecorder(*player_, store_);
    player_->setLanguage(language_.code());
    joinReferences();
    lessonPanel_->setPlayer(player_, playback_);
    canvas_->setSource(builder_.get(), playback_);
    timeline_->setPlayback(playback_);
    trips_->setPlayback(playback_);
    events_->setPlayback(playback_);
    transportBar_->setTransport(playback_);
    message_->setPlayback(playback_);
    node_->setPlayback(playback_);
    metrics_->setPlayback(playback_);
    code_->setPlayback(playback_);
    connect(playback_, &Playback::positionChanged, this, &MainWindow::refresh);
    connect(playback_, &Playback::traceChanged, this, &MainWindow::refresh);
    connect(canvas_, &CanvasWidget::nodeChosen, this, [this](NodeId node) {
        node_->showNode(node);
        inspector_->setCurrentIndex(1);
    });
    connect(canvas_, &CanvasWidget::messageChosen, this, [this](std::size_t fact) {
        playback_->pause();
        message_->showFact(fact);
        inspector_->setCurrentIndex(0);
    });
    connect(events_, &EventList::factChosen, this, [this](std::size_t fact) {
        playback_->seekToFact(fact);
        message_->showFact(fact);
        inspector_->setCurrentIndex(0);
    });
    connect(node_, &NodeView::commandWanted, this,
            [this](const Command& command) { playback_->give({command}); });
    connect(player_, &LessonPlayer::stepEntered, this, &MainWindow::followStep);
    connect(player_, &LessonPlayer::changed, this, [this] { saveTimer_.start(); });
    connect(session_.get(), &Session::branchesChanged, this, &MainWindow::refreshBranches);
    connect(session_.get(), &Session::failed, this,
            [this](const Error& error) { showNotice(problemText(error)); });
    connect(session_.get(), &Session::progressed, this, [this](double share) {
        noticeText_->setText(tr("Simulating…"));
        progress_->setValue(static_cast<int>(share * 1000));
        progress_->show();
        notice_->show();
    });
    connect(session_.get(), &Session::rested, this, [this] {
        if (progress_->isVisible()) {
            progress_->hide();
            notice_->hide();
        }
    });
    connect(&style_, &Style::changed, this, &MainWindow::restyle);
    connect(&language_, &Language::changed, player_, &LessonPlayer::setLanguage);
}

/// What the words and the other lessons at a lesson's end are called.
void MainWindow::joinReferences() {
    lessonPanel_->setReferences(
        {[this](const QString& term) { return termName(term); },
         [this](const QString& lesson) {
             const LessonReading reading =
                 builtInLessons().contains(lesson) ? loadLesson(lesson) : LessonReading();
             return reading.lesson
                        ? QString::fromStdString(
                              textIn(language_.code().toStdString(), reading.texts).title)
                        : QString();
         }});
}

void MainWindow::joinActions() {
    const Actions& actions = *actions_;
    const auto on = [&actions](Actions::Id id, auto receiver, auto slot) {
        connect(actions[id], &QAction::triggered, receiver, slot);
    };
    on(Actions::start, this, [this] { transport().toStart(); });
    on(Actions::stepBack, this, [this] { transport().stepBack(); });
    on(Actions::play, this, [this] { transport().togglePlaying(); });
    on(Actions::stepForward, this, [this] { transport().stepForward(); });
    on(Actions::end, this, [this] { transport().toEnd(); });
    on(Actions::nextStep, player_, [this] { player_->next(); });
    on(Actions::previousStep, player_, [this] { player_->back(); });
    on(Actions::restartStep, player_, [this] { player_->restartStep(); });
    on(Actions::compare, this, [this] { toggleComparison(); });
    on(Actions::analogy, this, [this](bool checked) { setAnalogy(checked); });
    connect(lessonPanel_, &LessonPanel::comparisonWanted, this, &MainWindow::openComparison);
    on(Actions::startAgain, this, [this] {
        store_.forget(QString::fromStdString(player_->lesson().id));
        player_->startAgain();
    });
    on(Actions::handout, this, [this] { askForHandout(); });
    on(Actions::fitStage, canvas_, [this] { canvas_->fit(); });
    on(Actions::zoomIn, canvas_, [this] { canvas_->zoomBy(1.15); });
    on(Actions::zoomOut, canvas_, [this] { canvas_->zoomBy(1 / 1.15); });
    on(Actions::projector, this, [this](bool checked) { setProjector(checked); });
    actions_->joinAppearance(style_, language_);
    on(Actions::showLesson, this, [this] { askForPanel(Actions::showLesson); });
    on(Actions::showInspector, this, [this] { askForPanel(Actions::showInspector); });
    on(Actions::showTimeline, this, [this] { showPanels(); });
    on(Actions::help, this, [this] { showHelp(); });
    on(Actions::home, this, [this] { emit homeWanted(); });
    on(Actions::glossary, this, [this] { emit glossaryWanted({}); });
    connect(lessonPanel_, &LessonPanel::termWanted, this, &MainWindow::glossaryWanted);
    connect(lessonPanel_, &LessonPanel::lessonWanted, this, &MainWindow::lessonWanted);
    on(Actions::quit, this, [this] { window()->close(); });
    connect(playback_, &Playback::playingChanged, actions_, &Actions::setPlaying);
    for (const Actions::Id id :
         {Actions::showLesson, Actions::showInspector, Actions::showTimeline}) {
        actions[id]->setChecked(true);
    }
}

void MainWindow::startLesson() {
    const QByteArray saved = store_.load(QString::fromStdString(player_->lesson().id));
    if (saved.isEmpty()) {
        giveFirstHints();
        player_->begin();
    } else if (!player_->restore(saved)) {
        player_->begin();
        showNotice(tr("This lesson has changed since you were here, so it starts anew."));
    }
}

void MainWindow::resumeLesson(const std::string& step, std::size_t nearest) {
    const auto& steps = player_->lesson().steps;
    const auto same = std::ranges::find(steps, step, &LessonStep::id);
    const std::size_t wanted = same != steps.end() ? static_cast<std::size_t>(same - steps.begin())
                                                   : std::min(nearest, steps.size() - 1);
    if (!player_->restore(store_.load(QString::fromStdString(player_->lesson().id))) ||
        player_->stepIndex() != wanted) {
        player_->jumpTo(wanted);
    }
}

void MainWindow::followStep() {
    closeComparison();
    QStringList highlight;
    for (const std::string& node : player_->step().highlight) {
        highlight << QString::fromStdString(node);
    }
    canvas_->setHighlight(highlight);
    QTimer::singleShot(0, lessonPanel_, &LessonPanel::focusFirst);
    metrics_->setFrom(player_->entryFact());
    const NodeNames nodes = player_->lesson().nodeNames();
    if (const auto first = player_->step().highlight.begin();
        first != player_->step().highlight.end()) {
        node_->showNode(nodes.at(*first));
    }
    switch (player_->step().view) {
    case LessonStep::View::trips:
        lower_->setCurrentIndex(1);
        break;
    case LessonStep::View::events:
        lower_->setCurrentIndex(2);
        break;
    case LessonStep::View::metrics:
        inspector_->setCurrentIndex(2);
        break;
    default:
        lower_->setCurrentIndex(0);
        inspector_->setCurrentIndex(player_->step().isChallenge ? 1 : 0);
        break;
    }
}

void MainWindow::refresh() {
    canvas_->refresh();
    const auto fact = playback_->currentFact();
    const QString sentence =
        fact ? narrator_->narrate(playback_->trace(), playback_->trace()[*fact]).sentence
             : QString();
    if (projectorBar_->isVisible()) {
        const TripFigures figures =
            tripFigures(playback_->trace(), {player_->entryFact(), playback_->facts()});
        projectorSentence_->setText(breakable(sentence));
        projectorNumbers_->setText(
            figures.finished == 0
                ? durationForPeople(playback_->time())
                : tr("%n request(s) · median %1", nullptr, static_cast<int>(figures.finished))
                      .arg(durationForPeople(figures.median)));
    }
    if (!playback_->isPlaying() && sentence != spoken_->text()) {
        spoken_->setText(sentence);
        spoken_->setAccessibleName(sentence);
        QAccessibleEvent alert(spoken_, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    saveTimer_.start();
}

void MainWindow::refreshBranches() {
    const auto& all = session_->branches();
    branches_->setVisible(all.size() > 1);
    QMenu* menu = branches_->menu();
    menu->clear();
    for (const BranchInfo& branch : all) {
        const QString name = branch.parent == 0 ? tr("First run")
                                                : tr("Run %1, from %2 on")
                                                      .arg(branch.number)
                                                      .arg(durationForPeople(branch.forkedAt));
        QAction* action = menu->addAction(branch.name.isEmpty() ? name : branch.name);
        action->setCheckable(true);
        action->setChecked(branch.number == session_->currentBranch());
        connect(action, &QAction::triggered, this,
                [this, number = branch.number] { session_->switchTo(number); });
        if (action->isChecked()) {
            branches_->setText(action->text());
        }
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Name this run…")), &QAction::triggered, this, &MainWindow::nameRun);
    branches_->setIcon(style_.icon(QStringLiteral("ui_branch")));
}

void MainWindow::nameRun() {
    bool isAccepted = false;
    const QString name = QInputDialog::getText(this, tr("Name this run…"), tr("Name of this run:"),
                                               QLineEdit::Normal, branches_->text(), &isAccepted);
    if (isAccepted) {
        session_->rename(session_->currentBranch(), name.trimmed());
    }
}

void MainWindow::setProjector(bool on) {
    (*actions_)[Actions::projector]->setChecked(on);
    if (on == projectorBar_->isVisibleTo(projectorBar_->parentWidget())) {
        return;
    }
    projectorBar_->setVisible(on);
    if (comparison_ != nullptr) {
        comparison_->setProjector(on);
    }
    showPanels();
    if (on) {
        themeBefore_ = style_.theme().name;
        style_.setTheme(Theme::Name::projector);
        window()->showFullScreen();
        canvas_->setFocus();
    } else {
        style_.setTheme(themeBefore_);
        window()->showNormal();
    }
    refresh();
}

void MainWindow::askForPanel(Actions::Id panel) {
    askedFor_ = panel;
    gaveWay_.reset();
    fitPanels();
}

/// Buttons without their words where these have no room.
void MainWindow::fitTopBar() {
    const auto show = [this](Qt::ToolButtonStyle style) {
        for (QToolButton* button : topBar_->findChildren<QToolButton*>()) {
            if (!button->icon().isNull()) {
                button->setToolButtonStyle(style);
            }
        }
    };
    show(Qt::ToolButtonTextBesideIcon);
    if (topBar_->layout()->minimumSize().width() > width()) {
        show(Qt::ToolButtonIconOnly);
    }
}

void MainWindow::fitPanels() {
    fitTopBar();
    lessonPanel_->setMinimumWidth(std::min(style_.px(kLessonWidth), width() * 9 / 20));
    inspector_->setMinimumWidth(std::min(style_.px(kInspectorWidth), width() * 9 / 20));
    const Actions& actions = *actions_;
    const bool isNarrow = style_.px(kLessonWidth + kInspectorWidth + kMiddleWidth) > width();
    if (isNarrow && actions[Actions::showLesson]->isChecked() &&
        actions[Actions::showInspector]->isChecked()) {
        gaveWay_ =
            askedFor_ == Actions::showInspector ? Actions::showLesson : Actions::showInspector;
        actions[*gaveWay_]->setChecked(false);
    } else if (!isNarrow && gaveWay_) {
        actions[*gaveWay_]->setChecked(true);
        gaveWay_.reset();
    }
    showPanels();
}

void MainWindow::showPanels() {
    const bool isProjected = (*actions_)[Actions::projector]->isChecked();
    const auto isShown = [this, isProjected](Actions::Id panel) {
        return !isProjected && (*actions_)[panel]->isChecked();
    };
    topBar_->setVisible(!isProjected);
    lessonPanel_->setVisible(isShown(Actions::showLesson));
    inspector_->parentWidget()->setVisible(isShown(Actions::showInspector));
    lowerPanel_->setVisible(isShown(Actions::showTimeline));
    lower_->setVisible(style_.px(kFullHeight) <= height()); // else the stage would have no room
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitPanels();
}

void MainWindow::showNotice(const QString& text) {
    noticeText_->setText(text);
    progress_->hide();
    notice_->show();
}

void MainWindow::restyle() {
    qApp->setStyleSheet(style_.sheet());
    setFont(style_.font(14));
    findChild<QLabel*>(QStringLiteral("logo"))
        ->setPixmap(
            Style::partIcon(QStringLiteral("roundtrip"), style_.px(24), devicePixelRatioF()));
    findChild<QToolButton*>(QStringLiteral("closeNotice"))
        ->setIcon(style_.icon(QStringLiteral("ui_close")));
    menuButton_->setIcon(style_.icon(QStringLiteral("ui_menu")));
    const QSize icon(style_.px(18), style_.px(18));
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setIconSize(icon);
    }
    fitPanels();
    playback_->setReducedMotion(style_.isMotionReduced());
}

void MainWindow::retranslate() {
    renameParts();
    actions_->retranslate();
    setWindowTitle(
        QStringLiteral("%1 — Roundtrip").arg(QString::fromStdString(player_->text().title)));
    menuButton_->setText(tr("Menu"));
    menuButton_->setAccessibleName(tr("Menu"));
    branches_->setAccessibleName(tr("Runs"));
    branches_->setToolTip(tr("Runs that you can go back to"));
    themes_->setTitle(tr("Theme"));
    languages_->setTitle(tr("Language"));
    inspector_->setTabText(0, tr("Message"));
    inspector_->setTabText(1, tr("Part"));
    inspector_->setTabText(2, tr("Metrics"));
    inspector_->setTabText(3, tr("Code"));
    lower_->setTabText(0, tr("Timeline"));
    lower_->setTabText(1, tr("Trips"));
    lower_->setTabText(2, tr("Events"));
    findChild<QToolButton*>(QStringLiteral("closeNotice"))->setAccessibleName(tr("Close"));
    refreshBranches();
    refresh();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::leave() {
    setProjector(false);
    saveProgress();
    saveLayout();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    leave();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveProgress() {
    store_.save(QString::fromStdString(player_->lesson().id), player_->save());
}

void MainWindow::saveLayout() const {
    if (!store_.isKept()) {
        return;
    }
    QSettings settings;
    settings.setValue("window/columns", columns_->saveState());
    settings.setValue("window/middle", middle_->saveState());
}

void MainWindow::restoreLayout() {
    const QSettings settings;
    resize(1440, 900);
    columns_->setSizes({style_.px(348), 1440 - style_.px(348 + 336), style_.px(336)});
    middle_->setSizes({640, 230});
    if (!store_.isKept() || !settings.contains("window/columns")) {
        return;
    }
    columns_->restoreState(settings.value("window/columns").toByteArray());
    middle_->restoreState(settings.value("window/middle").toByteArray());
}

void MainWindow::showHelp() {
    HelpDialog dialog(*actions_, this);
    dialog.exec();
}

} // namespace roundtrip
