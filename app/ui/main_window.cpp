#include "app/ui/main_window.h"

#include "app/lessons/result_recorder.h"
#include "app/storage/lesson_files.h"
#include "app/ui/help_dialog.h"
#include "app/ui/top_bar.h"
#include "core/kernel/json_object.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <map>

namespace roundtrip {

namespace {

constexpr int kSaveMilliseconds = 2000;
constexpr int kLessonWidth = 340; // of the panels, at 100 %
constexpr int kInspectorWidth = 310;
constexpr int kMiddleWidth = 360;
constexpr int kFullHeight = 400; // for the views below the stage

/// What a challenge sets for the learner to set right, by parts.
std::multimap<std::string, std::string> settingsOfTask(const LessonStep& step) {
    std::multimap<std::string, std::string> settings;
    for (const LessonCommand& given : step.commands) {
        if (step.isChallenge && given.command.action == "set") {
            settings.emplace(given.command.target,
                             memberText(given.command.arguments, "parameter"));
        }
    }
    return settings;
}

/// Whether one of them is quickly set. Whole documents, such as routes, are what a challenge stands
/// on: a learner does not write them.
bool hasSettingsToChange(const LessonStep& step) {
    return step.isChallenge && std::ranges::any_of(step.commands, [](const LessonCommand& given) {
               const auto value = given.command.arguments.find("value");
               return given.command.action == "set" && value != given.command.arguments.end() &&
                      !value->is_structured();
           });
}

} // namespace

MainWindow::MainWindow(Lesson lesson, std::map<std::string, LessonText> texts, ProgressStore& store,
                       Language& language, Style& style)
    : style_(style), language_(language), store_(store), actions_(new Actions(style_, this)),
      run_(new RunViews(lesson.scene, style_, *actions_, this)),
      player_(new LessonPlayer(std::move(lesson), std::move(texts), playback(), this)) {
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
    lessonPanel_->setPlayer(player_, &playback());
    connect(&playback(), &Playback::positionChanged, &saveTimer_, qOverload<>(&QTimer::start));
    connect(&playback(), &Playback::traceChanged, &saveTimer_, qOverload<>(&QTimer::start));
    connect(run_, &RunViews::commandWanted, this,
            [this](const Command& command) { playback().give({command}); });
    connect(player_, &LessonPlayer::stepEntered, this, &MainWindow::followStep);
    connect(player_, &LessonPlayer::changed, this, [this] { saveTimer_.start(); });
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
    const auto moves = [this, on](Actions::Id id, void (Transport::*order)()) {
        on(id, this, [this, order] {
            if (Transport* now = transport()) {
                (now->*order)();
            }
        });
    };
    moves(Actions::start, &Transport::toStart);
    moves(Actions::stepBack, &Transport::stepBack);
    moves(Actions::play, &Transport::togglePlaying);
    moves(Actions::stepForward, &Transport::stepForward);
    moves(Actions::end, &Transport::toEnd);
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
    on(Actions::openInSandbox, this, [this] { openInSandbox(); });
    on(Actions::fitStage, this, [this] { canvas().fit(); });
    on(Actions::zoomIn, this, [this] { canvas().zoomBy(1.15); });
    on(Actions::zoomOut, this, [this] { canvas().zoomBy(1 / 1.15); });
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
    connect(&playback(), &Playback::playingChanged, actions_, &Actions::setPlaying);
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
    playsOn_ = false;
    closeComparison();
    QStringList highlight;
    for (const std::string& node : player_->step().highlight) {
        highlight << QString::fromStdString(node);
    }
    canvas().setHighlight(highlight);
    QTimer::singleShot(0, lessonPanel_, &LessonPanel::focusFirst);
    run_->setFrom(player_->entryFact());
    run_->node().setTask(settingsOfTask(player_->step()));
    const NodeNames nodes = player_->lesson().nodeNames();
    if (const auto first = player_->step().highlight.begin();
        first != player_->step().highlight.end()) {
        run_->showNode(nodes.at(*first));
    }
    inspector().setCurrentIndex(hasSettingsToChange(player_->step()) ? RunViews::partTab
                                                                     : RunViews::messageTab);
    switch (player_->step().view) {
    case LessonStep::View::trips:
        lower().setCurrentIndex(RunViews::tripsTab);
        break;
    case LessonStep::View::events:
        lower().setCurrentIndex(RunViews::eventsTab);
        break;
    case LessonStep::View::metrics:
        inspector().setCurrentIndex(RunViews::metricsTab);
        break;
    default:
        lower().setCurrentIndex(RunViews::timelineTab);
        break;
    }
}

void MainWindow::setProjector(bool on) {
    QAction& action = *(*actions_)[Actions::projector];
    action.setChecked(on);
    QList<QKeySequence> keys{Qt::Key_F11};
    if (on) {
        keys << Qt::Key_Escape; // its button is hidden
    }
    action.setShortcuts(keys);
    if (on == run_->isProjected()) {
        return;
    }
    if (comparison_ != nullptr) {
        comparison_->setProjector(on);
    }
    showPanels();
    if (on) {
        themeBefore_ = style_.theme().name;
        style_.setTheme(Theme::Name::projector);
        window()->showFullScreen();
        canvas().setFocus();
    } else {
        style_.setTheme(themeBefore_);
        window()->showNormal();
    }
    run_->setProjected(on);
}

void MainWindow::askForPanel(Actions::Id panel) {
    askedFor_ = panel;
    gaveWay_.reset();
    fitPanels();
}

void MainWindow::fitPanels() {
    fitTopBar(*topBar_, width());
    lessonPanel_->setMinimumWidth(std::min(style_.px(kLessonWidth), width() * 9 / 20));
    inspector().setMinimumWidth(std::min(style_.px(kInspectorWidth), width() * 9 / 20));
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
    run_->inspectorPanel()->setVisible(isShown(Actions::showInspector));
    run_->lowerPanel()->setVisible(isShown(Actions::showTimeline));
    lower().setVisible(style_.px(kFullHeight) <= height()); // else the stage would have no room
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitPanels();
}

void MainWindow::showNotice(const QString& text) {
    notice_->tell(text);
}

void MainWindow::restyle() {
    qApp->setStyleSheet(style_.sheet());
    setFont(style_.font(14));
    findChild<QLabel*>(QStringLiteral("logo"))
        ->setPixmap(
            Style::partIcon(QStringLiteral("roundtrip"), style_.px(24), devicePixelRatioF()));
    menuButton_->setIcon(style_.icon(QStringLiteral("ui_menu")));
    const QSize icon(style_.px(18), style_.px(18));
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setIconSize(icon);
    }
    fitPanels();
    playback().setReducedMotion(style_.isMotionReduced());
}

void MainWindow::retranslate() {
    renameParts();
    actions_->retranslate();
    setWindowTitle(
        QStringLiteral("%1 — Roundtrip").arg(QString::fromStdString(player_->text().title)));
    menuButton_->setText(tr("Menu"));
    menuButton_->setAccessibleName(tr("Menu"));
    themes_->setTitle(tr("Theme"));
    languages_->setTitle(tr("Language"));
    run_->retranslate();
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
