#include "app/ui/program_window.h"

#include "app/narration/problem_text.h"
#include "app/storage/lesson_files.h"
#include "app/ui/help_dialog.h"
#include "app/ui/problems_dialog.h"
#include "app/ui/top_bar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

/// Those that can be read: what travels inside the program is checked by tests.
std::vector<LessonReading> allLessons() {
    std::vector<LessonReading> lessons;
    for (const QString& id : builtInLessons()) {
        LessonReading reading = loadLesson(id);
        if (reading.lesson) {
            lessons.push_back(std::move(reading));
        }
    }
    return lessons;
}

} // namespace

ProgramWindow::ProgramWindow(ProgressStore& store, Language& language, Style& style,
                             QString ownLessons)
    : style_(style), language_(language), store_(store), ownLessons_(std::move(ownLessons)),
      actions_(new Actions(style_, this)), pages_(new QStackedWidget(this)),
      watcher_(new LessonWatcher(this)) {
    setCentralWidget(pages_);
    pages_->addWidget(makeHomePage());
    actions_->joinAppearance(style_, language_);
    connect((*actions_)[Actions::quit], &QAction::triggered, this, &QWidget::close);
    connect((*actions_)[Actions::help], &QAction::triggered, this, [this] {
        HelpDialog dialog(*actions_, this);
        dialog.exec();
    });
    connect((*actions_)[Actions::glossary], &QAction::triggered, this,
            [this] { showGlossary({}); });
    joinHome();
    connect(watcher_, &LessonWatcher::changed, this, &ProgramWindow::reloadLesson);
    connect(&style_, &Style::changed, this, &ProgramWindow::restyle);
    connect(&language_, &Language::changed, this, &ProgramWindow::retranslate);
    resize(1440, 900);
    if (store_.isKept()) {
        const QSettings settings;
        restoreGeometry(settings.value("window/geometry").toByteArray());
    }
    showNotice(store_.notice());
    restyle();
    retranslate();
}

void ProgramWindow::joinHome() {
    connect(home_, &HomeView::lessonChosen, this,
            [this](const QString& id) { openLesson(loadLesson(id)); });
    // A tile of the user's own may be gone when the page is shown again.
    connect(home_, &HomeView::ownLessonChosen, this, &ProgramWindow::openLessonIn,
            Qt::QueuedConnection);
    connect(home_, &HomeView::ownFolderWanted, this, &ProgramWindow::openOwnFolder);
    connect(learner_, &LearnerButton::learnerChanged, this, &ProgramWindow::retranslate);
    connect(learner_, &LearnerButton::told, this, &ProgramWindow::showNotice);
    home_->ownFolder().setVisible(!ownLessons_.isEmpty());
    home_->setOwnLessons(ownLessonsIn(ownLessons_));
}

void ProgramWindow::openOwnFolder() {
    if (!QDir().mkpath(ownLessons_) ||
        !QDesktopServices::openUrl(QUrl::fromLocalFile(ownLessons_))) {
        showNotice(tr("Lessons of your own belong in the folder %1.").arg(ownLessons_));
    }
}

QWidget* ProgramWindow::makeHomePage() {
    homePage_ = new QWidget;
    auto* bar = new QFrame(homePage_);
    bar->setObjectName("topBar");
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 8);
    logo_ = new QLabel(bar);
    auto* brand = new QLabel(QStringLiteral("Roundtrip"), bar);
    brand->setObjectName("brand");
    menuButton_ = menuButton(bar);
    row->addWidget(logo_);
    row->addWidget(brand);
    row->addSpacing(12);
    row->addWidget(makeTabs());
    row->addStretch(1);
    learner_ = new LearnerButton(store_, style_, bar);
    row->addWidget(learner_);
    row->addWidget(menuButton_);
    makeMenu(menuButton_);
    notice_ = new QLabel(homePage_);
    notice_->setWordWrap(true);
    notice_->setMargin(12);
    home_ = new HomeView(style_, allLessons(), homePage_);
    auto* column = new QVBoxLayout(homePage_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(notice_);
    column->addWidget(home_, 1);
    return homePage_;
}

/// Ways into the program.
QWidget* ProgramWindow::makeTabs() {
    auto* tabs = new QFrame(homePage_);
    tabs->setObjectName("segments");
    auto* row = new QHBoxLayout(tabs);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    lessonsTab_ = new QPushButton(tabs);
    sandboxTab_ = new QPushButton(tabs);
    for (QPushButton* tab : {lessonsTab_, sandboxTab_}) {
        tab->setCheckable(true);
        tab->setProperty("segment", true);
        row->addWidget(tab);
    }
    const auto isHere = [this] { // this page is the one of the lessons
        lessonsTab_->setChecked(true);
        sandboxTab_->setChecked(false);
    };
    isHere();
    connect(lessonsTab_, &QPushButton::clicked, this, isHere);
    connect(sandboxTab_, &QPushButton::clicked, this, [this, isHere] {
        isHere();
        showSandbox();
    });
    connect((*actions_)[Actions::sandbox], &QAction::triggered, this, &ProgramWindow::showSandbox);
    return tabs;
}

void ProgramWindow::makeMenu(QToolButton* button) {
    auto* menu = new QMenu(button);
    themes_ = new QMenu(menu);
    languages_ = new QMenu(menu);
    const auto add = [this](QMenu* to, std::initializer_list<Actions::Id> ids) {
        for (const Actions::Id id : ids) {
            to->addAction((*actions_)[id]);
            homePage_->addAction((*actions_)[id]); // for its keys
        }
    };
    add(menu, {Actions::larger, Actions::smaller, Actions::normalSize});
    add(themes_, {Actions::themeLight, Actions::themeDark, Actions::themeProjector});
    add(languages_, {Actions::languageEnglish, Actions::languageSpanish});
    menu->addMenu(themes_);
    menu->addMenu(languages_);
    add(menu, {Actions::reducedMotion});
    menu->addSeparator();
    add(menu, {Actions::sandbox, Actions::glossary, Actions::help, Actions::quit});
    button->setMenu(menu);
}

void ProgramWindow::showHome() {
    closeLesson();
    pages_->setCurrentWidget(homePage_);
    setWindowTitle(QStringLiteral("Roundtrip"));
    home_->setOwnLessons(ownLessonsIn(ownLessons_));
    restyle();
    retranslate();
    home_->goOn().setFocus();
}

void ProgramWindow::openLesson(LessonReading reading) {
    closeLesson();
    makeLesson(std::move(reading));
    lesson_->startLesson();
}

void ProgramWindow::makeLesson(LessonReading reading) {
    lesson_ = new MainWindow(std::move(*reading.lesson), std::move(reading.texts), store_,
                             language_, style_);
    pages_->addWidget(lesson_);
    follow(lesson_);
    connect(lesson_, &MainWindow::sandboxWanted, this, &ProgramWindow::openInSandbox,
            Qt::QueuedConnection);
    // Not while one of its own buttons is still at work.
    connect(lesson_, &MainWindow::homeWanted, this, &ProgramWindow::showHome, Qt::QueuedConnection);
    connect(lesson_, &MainWindow::glossaryWanted, this, &ProgramWindow::showGlossary);
    connect(
        lesson_, &MainWindow::lessonWanted, this,
        [this](const QString& id) { openLesson(loadLesson(id)); }, Qt::QueuedConnection);
}

/// Shows that page; its title is the window's while it is shown.
void ProgramWindow::follow(QWidget* page) {
    pages_->setCurrentWidget(page);
    setWindowTitle(page->windowTitle());
    connect(page, &QWidget::windowTitleChanged, this, [this, page](const QString& title) {
        if (pages_->currentWidget() == page) {
            setWindowTitle(title);
        }
    });
}

void ProgramWindow::makeSandbox() {
    const QString drafts = store_.isKept()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                     QStringLiteral("/drafts")
                               : QString();
    sandbox_ = new SandboxPages(language_, style_, drafts, store_);
    pages_->addWidget(sandbox_);
    connect(sandbox_, &SandboxPages::homeWanted, this, &ProgramWindow::showHome,
            Qt::QueuedConnection);
    connect(sandbox_, &SandboxPages::glossaryWanted, this, &ProgramWindow::showGlossary);
}

void ProgramWindow::showSandbox() {
    closeLesson();
    if (sandbox_ == nullptr) {
        makeSandbox();
    }
    follow(sandbox_);
    sandbox_->current().run().canvas().setFocus();
}

void ProgramWindow::openInSandbox(const Scene& scene) {
    if (sandbox_ == nullptr) {
        makeSandbox();
    }
    showSandbox();
    sandbox_->openCopy(scene);
}

/// The new lesson takes the place of the old one, unless there is something wrong with it.
void ProgramWindow::reloadLesson() {
    if (lesson_ == nullptr) {
        return;
    }
    if (QApplication::activeModalWidget() != nullptr ||
        QApplication::activePopupWidget() != nullptr) {
        watcher_->remind(); // they belong to the lesson that would go
        return;
    }
    const QString folder = watcher_->folder();
    LessonReading reading = loadLesson(folder);
    if (!reading.lesson) {
        const Problem& first = reading.problems.front();
        lesson_->showNotice(tr("The lesson stays as it was: %n problem(s). %1: %2", nullptr,
                               static_cast<int>(reading.problems.size()))
                                .arg(QString::fromStdString(first.where), problemText(first)));
        return;
    }
    const std::string step = lesson_->player().step().id;
    const std::size_t index = lesson_->player().stepIndex();
    closeLesson();
    makeLesson(std::move(reading));
    watcher_->watch(folder);
    lesson_->resumeLesson(step, index);
    lesson_->showNotice(tr("The lesson was read again: its files have changed."));
}

void ProgramWindow::openLessonIn(const QString& folder) {
    const auto readings = ownLessonsIn(ownLessons_);
    const auto known = std::ranges::find(readings, folder, &OwnLesson::folder);
    LessonReading reading = known == readings.end() ? loadLesson(folder) : known->reading;
    if (!reading.lesson) {
        showProblems(folder, reading.problems);
        return;
    }
    openLesson(std::move(reading));
    watcher_->watch(folder);
}

void ProgramWindow::showProblems(const QString& folder, const Problems& problems) {
    auto* dialog = new ProblemsDialog(folder, problems, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProgramWindow::showGlossary(const QString& term) {
    delete glossary_;
    std::vector<GlossaryLesson> lessons;
    for (const LessonReading& reading : home_->lessons()) {
        const LessonText& text = textIn(language_.code().toStdString(), reading.texts);
        lessons.push_back({QString::fromStdString(reading.lesson->id),
                           QString::fromStdString(text.title), reading.lesson->terms});
    }
    glossary_ = new GlossaryDialog(style_, glossaryIn(language_.code()), std::move(lessons), this);
    glossary_->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        glossary_, &GlossaryDialog::lessonChosen, this,
        [this](const QString& id) { openLesson(loadLesson(id)); }, Qt::QueuedConnection);
    if (!term.isEmpty()) {
        glossary_->showTerm(term);
    }
    glossary_->show();
}

void ProgramWindow::closeLesson() {
    watcher_->watch({});
    if (lesson_ != nullptr) {
        lesson_->leave();
        pages_->removeWidget(lesson_);
        delete std::exchange(lesson_, nullptr);
    }
}

void ProgramWindow::showNotice(const QString& text) {
    notice_->setText(text);
    notice_->setVisible(!text.isEmpty());
}

void ProgramWindow::retranslate() {
    actions_->retranslate();
    learner_->retranslate();
    menuButton_->setText(MainWindow::tr("Menu"));
    menuButton_->setAccessibleName(MainWindow::tr("Menu"));
    themes_->setTitle(MainWindow::tr("Theme"));
    languages_->setTitle(MainWindow::tr("Language"));
    lessonsTab_->setText(tr("Lessons"));
    sandboxTab_->setText(tr("Sandbox"));
    home_->refresh([this](const QString& id) { return store_.load(id); }, language_.code(),
                   store_.lastLesson());
}

void ProgramWindow::restyle() {
    if (lesson_ != nullptr) {
        return; // it does
    }
    qApp->setStyleSheet(style_.sheet());
    setFont(style_.font(14));
    logo_->setPixmap(
        Style::partIcon(QStringLiteral("roundtrip"), style_.px(24), devicePixelRatioF()));
    learner_->restyle();
    menuButton_->setIcon(style_.icon(QStringLiteral("ui_menu")));
    menuButton_->setIconSize(QSize(style_.px(18), style_.px(18)));
}

void ProgramWindow::saveSettings() const {
    if (!store_.isKept()) {
        return;
    }
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.remove("lessons/last"); // is the store's; a deleted learner leaves nothing here
    settings.setValue("view/theme", Theme::textOf(style_.theme().name));
    settings.setValue("view/scale", style_.chosenScalePercent());
    settings.setValue("view/language", language_.code());
    settings.setValue("view/reducedMotion", style_.isMotionReduced());
}

void ProgramWindow::closeEvent(QCloseEvent* event) {
    if (sandbox_ != nullptr && !sandbox_->mayLeave()) {
        event->ignore();
        return;
    }
    if (lesson_ != nullptr) {
        lesson_->leave();
    }
    saveSettings();
    QMainWindow::closeEvent(event);
}

} // namespace roundtrip
