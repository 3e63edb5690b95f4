#include "app/storage/example_files.h"
#include "app/ui/sandbox_window.h"
#include "app/ui/top_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kPaletteWidth = 236; // of the panels, at 100 %
constexpr int kInspectorWidth = 336;
constexpr int kLowerHeight = 270;

QString colorName(std::string_view color) {
    static constexpr std::array<std::pair<const char*, const char*>, 8> kNames{{
        {"", QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "No colour")},
        {"blue", QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "Blue")},
        {"green", QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "Green")},
        {"orange", QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "Orange")},
        {"purple", QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "Purple")},
        {"yellow", QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "Yellow")},
        {"red", QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "Red")},
        {"grey", QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "Grey")},
    }};
    for (const auto& [id, name] : kNames) {
        if (color == id) {
            return SandboxWindow::tr(name);
        }
    }
    return {};
}

} // namespace

void SandboxWindow::makeViews() {
    setAcceptDrops(true);
    tool_ = new EditTool(style_, *document_, run_->canvas());
    palette_ = new PaletteView(style_);
    challenge_ = new ChallengeView(style_, *document_);
    left_ = new QSplitter(Qt::Vertical);
    left_->addWidget(challenge_);
    left_->addWidget(palette_);
    left_->setStretchFactor(0, 2);
    left_->setStretchFactor(1, 1);
    left_->setChildrenCollapsible(false);
    makeLowerTabs();
    run_->inspector().setCurrentIndex(RunViews::partTab);
    makeEmptyHint();
    middle_ = new QSplitter(Qt::Vertical);
    middle_->addWidget(run_->stage());
    middle_->addWidget(run_->lowerPanel());
    middle_->setStretchFactor(0, 1);
    middle_->setCollapsible(0, false);
    columns_ = new QSplitter(Qt::Horizontal);
    columns_->addWidget(left_);
    columns_->addWidget(middle_);
    columns_->addWidget(run_->inspectorPanel());
    columns_->setStretchFactor(1, 1);
    columns_->setCollapsible(1, false);
    for (QSplitter* splitter : {columns_, middle_, left_}) {
        splitter->setHandleWidth(1);
    }
    notice_ = new NoticeBar(style_, run_->session());
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTopBar());
    layout->addWidget(notice_);
    pages_ = new QStackedWidget;
    pages_->addWidget(columns_);
    layout->addWidget(pages_, 1);
    setCentralWidget(central);
    resize(1440, 900);
    columns_->setSizes({style_.px(kPaletteWidth), 1440 - style_.px(kPaletteWidth + kInspectorWidth),
                        style_.px(kInspectorWidth)});
    middle_->setSizes({900 - style_.px(kLowerHeight), style_.px(kLowerHeight)});
}

void SandboxWindow::makeLowerTabs() {
    charts_ = new RunCharts(style_, run_->narrator());
    why_ = new WhyView(style_, run_->narrator());
    requests_ = new RequestsView(style_, *document_);
    console_ = new ConsoleView(style_, run_->narrator(), *document_);
    schedule_ = new ScheduleView(style_, *document_);
    table_ = new PartsTable(style_, *document_);
    problems_ = new ProblemsList(*document_);
    for (QWidget* view : std::initializer_list<QWidget*>{requests_, console_, charts_, why_,
                                                         schedule_, table_, problems_}) {
        run_->lower().addTab(view, QString());
    }
}

/// What to do when there is nothing yet.
void SandboxWindow::makeEmptyHint() {
    emptyHint_ = new QLabel(&run_->canvas());
    emptyHint_->setObjectName("emptyHint");
    emptyHint_->setAlignment(Qt::AlignCenter);
    emptyHint_->setWordWrap(true);
    emptyHint_->setAttribute(Qt::WA_TransparentForMouseEvents);
    run_->canvas().setLayout(new QVBoxLayout);
    run_->canvas().layout()->addWidget(emptyHint_);
}

QWidget* SandboxWindow::makeTopBar() {
    topBar_ = new QFrame;
    topBar_->setObjectName("topBar");
    auto* layout = new QHBoxLayout(topBar_);
    layout->setContentsMargins(16, 8, 16, 8);
    logo_ = new QLabel(topBar_);
    auto* brand = new QLabel(QStringLiteral("Roundtrip"), topBar_);
    brand->setObjectName("brand");
    title_ = new QLabel(topBar_);
    title_->setObjectName("muted");
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(logo_);
    layout->addWidget(brand);
    layout->addSpacing(12);
    layout->addWidget(actionButton((*actions_)[Actions::home], topBar_));
    layout->addSpacing(8);
    layout->addWidget(title_, 1);
    for (const Actions::Id id : {Actions::undo, Actions::redo}) {
        auto* button = actionButton((*actions_)[id], topBar_);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setProperty("bare", true); // its icon says it all
        layout->addWidget(button);
    }
    layout->addWidget(actionButton((*actions_)[Actions::compare], topBar_));
    breakButton_ = menuButton(topBar_);
    breakButton_->setMenu(new QMenu(breakButton_));
    connect(breakButton_->menu(), &QMenu::aboutToShow, this, &SandboxWindow::fillBreakMenu);
    layout->addWidget(breakButton_);
    menuButton_ = menuButton(topBar_);
    layout->addWidget(menuButton_);
    auto* runButton = actionButton((*actions_)[Actions::runAll], topBar_);
    runButton->setProperty("primary", true);
    layout->addWidget(runButton);
    makeMenu();
    return topBar_;
}

void SandboxWindow::makeMenu() {
    menu_ = new QMenu(menuButton_);
    examples_ = new QMenu(menu_);
    challenges_ = new QMenu(menu_);
    connect(challenges_, &QMenu::aboutToShow, this, &SandboxWindow::fillChallenges);
    themes_ = new QMenu(menu_);
    languages_ = new QMenu(menu_);
    const auto add = [this](QMenu* menu, std::initializer_list<Actions::Id> ids) {
        for (const Actions::Id id : ids) {
            menu->addAction((*actions_)[id]);
            addAction((*actions_)[id]); // for its keys
        }
    };
    add(menu_, {Actions::newDocument, Actions::openDocument});
    recent_ = new QMenu(menu_);
    connect(recent_, &QMenu::aboutToShow, this, &SandboxWindow::fillRecent);
    menu_->addMenu(recent_);
    menu_->addMenu(examples_);
    menu_->addMenu(challenges_);
    add(menu_, {Actions::saveDocument, Actions::saveDocumentAs, Actions::closeDocument});
    sharing_ = new QMenu(menu_);
    add(sharing_,
        {Actions::shareLink, Actions::savePicture, Actions::saveAnimation, Actions::printDocument});
    menu_->addMenu(sharing_);
    menu_->addSeparator();
    makeEditMenus();
    menu_->addMenu(edit_);
    menu_->addMenu(placing_);
    menu_->addSeparator();
    add(menu_, {Actions::runAll, Actions::start, Actions::stepBack, Actions::play,
                Actions::stepForward, Actions::end, Actions::compare});
    compareWith_ = new QMenu(menu_);
    connect(compareWith_, &QMenu::aboutToShow, this, &SandboxWindow::fillCompareMenu);
    menu_->addMenu(compareWith_);
    menu_->addSeparator();
    add(menu_, {Actions::heat, Actions::fitStage, Actions::fitSelection, Actions::zoomIn,
                Actions::zoomOut, Actions::larger, Actions::smaller, Actions::normalSize});
    add(themes_, {Actions::themeLight, Actions::themeDark, Actions::themeProjector});
    add(languages_, {Actions::languageEnglish, Actions::languageSpanish});
    menu_->addMenu(themes_);
    menu_->addMenu(languages_);
    add(menu_, {Actions::reducedMotion});
    menu_->addSeparator();
    add(menu_, {Actions::home, Actions::glossary, Actions::help, Actions::quit});
    menuButton_->setMenu(menu_);
}

void SandboxWindow::makeEditMenus() {
    edit_ = new QMenu(menu_);
    placing_ = new QMenu(menu_);
    colors_ = new QMenu(edit_);
    presets_ = new QMenu(edit_);
    presets_->setToolTipsVisible(true);
    const auto add = [this](QMenu* menu, std::initializer_list<Actions::Id> ids) {
        for (const Actions::Id id : ids) {
            menu->addAction((*actions_)[id]);
            addAction((*actions_)[id]); // for its keys
        }
    };
    add(edit_, {Actions::undo, Actions::redo});
    edit_->addSeparator();
    add(edit_, {Actions::cut, Actions::copy, Actions::paste, Actions::duplicate,
                Actions::removeParts, Actions::selectAll});
    edit_->addSeparator();
    add(edit_, {Actions::joinParts, Actions::renamePart, Actions::addNote});
    edit_->addMenu(colors_);
    edit_->addMenu(presets_);
    add(placing_, {Actions::arrange});
    placing_->addSeparator();
    add(placing_, {Actions::groupParts, Actions::ungroupParts});
    placing_->addSeparator();
    add(placing_, {Actions::alignLeft, Actions::alignCentre, Actions::alignRight});
    placing_->addSeparator();
    add(placing_, {Actions::alignTop, Actions::alignMiddle, Actions::alignBottom});
    placing_->addSeparator();
    add(placing_, {Actions::distributeAcross, Actions::distributeDown});
}

void SandboxWindow::fillExamples() {
    examples_->clear();
    for (const ExampleFile& example : exampleFiles()) {
        connect(examples_->addAction(example.title), &QAction::triggered, this,
                [this, path = example.path] { emit copyWanted(loadExample(path)); });
    }
    colors_->clear();
    for (const std::string_view color : sceneColors()) {
        connect(colors_->addAction(colorName(color)), &QAction::triggered, this,
                [this, color = std::string(color)] {
                    std::set<std::string> chosen = tool_->selection().parts;
                    chosen.insert(tool_->selection().notes.begin(), tool_->selection().notes.end());
                    document_->colorParts(chosen, color);
                });
    }
}

/// At the place that was clicked: what can be done with what is chosen.
void SandboxWindow::showMenu(const QPoint& place) {
    QMenu menu(this);
    const auto add = [&](std::initializer_list<Actions::Id> ids) {
        for (const Actions::Id id : ids) {
            menu.addAction((*actions_)[id]);
        }
    };
    add({Actions::joinParts, Actions::renamePart, Actions::duplicate, Actions::addNote});
    menu.addMenu(presets_);
    menu.addMenu(colors_);
    menu.addMenu(placing_);
    menu.addSeparator();
    add({Actions::cut, Actions::copy, Actions::paste, Actions::removeParts});
    menu.addSeparator();
    add({Actions::selectAll, Actions::fitStage, Actions::fitSelection});
    menu.exec(place);
}

void SandboxWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitTopBar(*topBar_, width());
}

void SandboxWindow::retranslate() {
    run_->retranslate();
    actions_->retranslate();
    breakButton_->setText(tr("Break something"));
    breakButton_->setAccessibleName(tr("Break something"));
    menuButton_->setText(tr("Menu"));
    menuButton_->setAccessibleName(tr("Menu"));
    recent_->setTitle(tr("Open again"));
    examples_->setTitle(tr("Open an example"));
    challenges_->setTitle(tr("Challenges"));
    sharing_->setTitle(tr("Share and print"));
    compareWith_->setTitle(tr("Compare with"));
    edit_->setTitle(tr("Edit"));
    placing_->setTitle(tr("Place and group"));
    colors_->setTitle(tr("Colour"));
    presets_->setTitle(tr("Presets"));
    themes_->setTitle(tr("Theme"));
    languages_->setTitle(tr("Language"));
    QTabWidget& lower = run_->lower();
    lower.setTabText(lower.indexOf(requests_), tr("Requests"));
    lower.setTabText(lower.indexOf(console_), tr("Console"));
    lower.setTabText(lower.indexOf(charts_), tr("Charts"));
    lower.setTabText(lower.indexOf(why_), tr("Why?"));
    lower.setTabText(lower.indexOf(schedule_), tr("Schedule"));
    lower.setTabText(lower.indexOf(table_), tr("Table"));
    emptyHint_->setText(tr("Drag a part from the left to here, or choose one and press Return.\n"
                           "Join two parts by dragging from the round handle at one's edge.\n"
                           "Ready-made examples are in the menu."));
    fillExamples();
    refreshActions();
    refreshTitle();
    problems_->refresh();
}

void SandboxWindow::restyle() {
    qApp->setStyleSheet(style_.sheet());
    setFont(style_.font(14));
    logo_->setPixmap(
        Style::partIcon(QStringLiteral("roundtrip"), style_.px(24), devicePixelRatioF()));
    breakButton_->setIcon(style_.icon(QStringLiteral("ui_break")));
    menuButton_->setIcon(style_.icon(QStringLiteral("ui_menu")));
    const QSize icon(style_.px(18), style_.px(18));
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setIconSize(icon);
    }
    run_->playback().setReducedMotion(style_.isMotionReduced());
}

} // namespace roundtrip
