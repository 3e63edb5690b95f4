#include "app/ui/actions.h"

#include <QCoreApplication>

#include <array>

namespace roundtrip {

namespace {

struct Declaration {
    Actions::Id id;
    const char* objectName;
    const char* text;
    const char* icon;
    const char* shortcut;
    bool isCheckable;
};

constexpr const char* kContext = "roundtrip::Actions";

constexpr std::array<Declaration, Actions::count> kDeclarations{{
    {Actions::start, "start", QT_TRANSLATE_NOOP("roundtrip::Actions", "To the start"), "ui_start",
     "Ctrl+Home", false},
    {Actions::stepBack, "stepBack", QT_TRANSLATE_NOOP("roundtrip::Actions", "Step back"),
     "ui_step_back", "F7", false},
    {Actions::play, "play", QT_TRANSLATE_NOOP("roundtrip::Actions", "Play"), "ui_play", "F8",
     false},
    {Actions::stepForward, "stepForward", QT_TRANSLATE_NOOP("roundtrip::Actions", "Step"),
     "ui_step_forward", "F9", false},
    {Actions::end, "end", QT_TRANSLATE_NOOP("roundtrip::Actions", "To the end"), "ui_end",
     "Ctrl+End", false},
    {Actions::nextStep, "nextStep", QT_TRANSLATE_NOOP("roundtrip::Actions", "Next lesson step"),
     nullptr, "Ctrl+Right", false},
    {Actions::previousStep, "previousStep",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Previous lesson step"), nullptr, "Ctrl+Left", false},
    {Actions::restartStep, "restartStep",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Start this step again"), nullptr, nullptr, false},
    {Actions::startAgain, "startAgain",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Start the lesson again"), nullptr, nullptr, false},
    {Actions::handout, "handout", QT_TRANSLATE_NOOP("roundtrip::Actions", "Save handout (PDF)…"),
     nullptr, nullptr, false},
    {Actions::compare, "compare", QT_TRANSLATE_NOOP("roundtrip::Actions", "Compare A | B"),
     "ui_compare", "C", true},
    {Actions::analogy, "analogy", QT_TRANSLATE_NOOP("roundtrip::Actions", "Analogy"), "ui_analogy",
     "A", true},
    {Actions::fitStage, "fitStage", QT_TRANSLATE_NOOP("roundtrip::Actions", "Show all parts"),
     "ui_fit", "Ctrl+9", false},
    {Actions::fitSelection, "fitSelection",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Show what is chosen"), nullptr, "Ctrl+8", false},
    {Actions::zoomIn, "zoomIn", QT_TRANSLATE_NOOP("roundtrip::Actions", "Stage nearer"),
     "ui_zoom_in", "Alt++", false},
    {Actions::zoomOut, "zoomOut", QT_TRANSLATE_NOOP("roundtrip::Actions", "Stage farther"),
     "ui_zoom_out", "Alt+-", false},
    {Actions::larger, "larger", QT_TRANSLATE_NOOP("roundtrip::Actions", "Everything larger"),
     nullptr, "Ctrl++", false},
    {Actions::smaller, "smaller", QT_TRANSLATE_NOOP("roundtrip::Actions", "Everything smaller"),
     nullptr, "Ctrl+-", false},
    {Actions::normalSize, "normalSize", QT_TRANSLATE_NOOP("roundtrip::Actions", "Normal size"),
     nullptr, "Ctrl+0", false},
    {Actions::projector, "projector", QT_TRANSLATE_NOOP("roundtrip::Actions", "Projector"),
     "ui_projector", "F11", true},
    {Actions::themeLight, "themeLight", QT_TRANSLATE_NOOP("roundtrip::Actions", "Light"), nullptr,
     nullptr, true},
    {Actions::themeDark, "themeDark", QT_TRANSLATE_NOOP("roundtrip::Actions", "Dark"), nullptr,
     nullptr, true},
    {Actions::themeProjector, "themeProjector",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "High contrast for projectors"), nullptr, nullptr,
     true},
    {Actions::languageEnglish, "languageEnglish", "English", nullptr, nullptr, true},
    {Actions::languageSpanish, "languageSpanish", "Español", nullptr, nullptr, true},
    {Actions::reducedMotion, "reducedMotion",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Reduce motion"), nullptr, nullptr, true},
    {Actions::showLesson, "showLesson", QT_TRANSLATE_NOOP("roundtrip::Actions", "Show the lesson"),
     "ui_panel_left", "Ctrl+1", true},
    {Actions::showInspector, "showInspector",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Show the inspector"), "ui_panel_right", "Ctrl+2",
     true},
    {Actions::showTimeline, "showTimeline",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Show the timeline"), "ui_panel_bottom", "Ctrl+3",
     true},
    {Actions::home, "home", QT_TRANSLATE_NOOP("roundtrip::Actions", "All lessons"), "ui_home",
     "Alt+Home", false},
    {Actions::sandbox, "sandbox", QT_TRANSLATE_NOOP("roundtrip::Actions", "Sandbox"), "ui_sandbox",
     "Ctrl+B", false},
    {Actions::openInSandbox, "openInSandbox",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Open this in the sandbox"), "ui_sandbox", nullptr,
     false},
    {Actions::newDocument, "newDocument", QT_TRANSLATE_NOOP("roundtrip::Actions", "New"), nullptr,
     "Ctrl+N", false},
    {Actions::openDocument, "openDocument", QT_TRANSLATE_NOOP("roundtrip::Actions", "Open…"),
     nullptr, "Ctrl+O", false},
    {Actions::saveDocument, "saveDocument", QT_TRANSLATE_NOOP("roundtrip::Actions", "Save"),
     nullptr, "Ctrl+S", false},
    {Actions::saveDocumentAs, "saveDocumentAs", QT_TRANSLATE_NOOP("roundtrip::Actions", "Save as…"),
     nullptr, "Ctrl+Shift+S", false},
    {Actions::undo, "undo", QT_TRANSLATE_NOOP("roundtrip::Actions", "Undo"), "ui_undo", "Ctrl+Z",
     false},
    {Actions::redo, "redo", QT_TRANSLATE_NOOP("roundtrip::Actions", "Redo"), "ui_redo",
     "Ctrl+Shift+Z", false},
    {Actions::cut, "cut", QT_TRANSLATE_NOOP("roundtrip::Actions", "Cut"), nullptr, "Ctrl+X", false},
    {Actions::copy, "copy", QT_TRANSLATE_NOOP("roundtrip::Actions", "Copy"), nullptr, "Ctrl+C",
     false},
    {Actions::paste, "paste", QT_TRANSLATE_NOOP("roundtrip::Actions", "Paste"), nullptr, "Ctrl+V",
     false},
    {Actions::duplicate, "duplicate", QT_TRANSLATE_NOOP("roundtrip::Actions", "Duplicate"), nullptr,
     "Ctrl+D", false},
    {Actions::removeParts, "removeParts", QT_TRANSLATE_NOOP("roundtrip::Actions", "Remove"),
     nullptr, nullptr, false},
    {Actions::selectAll, "selectAll", QT_TRANSLATE_NOOP("roundtrip::Actions", "Select all parts"),
     nullptr, "Ctrl+A", false},
    {Actions::joinParts, "joinParts",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Join with another part"), nullptr, nullptr, false},
    {Actions::renamePart, "renamePart", QT_TRANSLATE_NOOP("roundtrip::Actions", "Rename"), nullptr,
     "F2", false},
    {Actions::arrange, "arrange", QT_TRANSLATE_NOOP("roundtrip::Actions", "Arrange all parts"),
     nullptr, "Ctrl+L", false},
    {Actions::addNote, "addNote", QT_TRANSLATE_NOOP("roundtrip::Actions", "Add a note"), nullptr,
     "N", false},
    {Actions::groupParts, "groupParts", QT_TRANSLATE_NOOP("roundtrip::Actions", "Group"), nullptr,
     "Alt+G", false},
    {Actions::ungroupParts, "ungroupParts", QT_TRANSLATE_NOOP("roundtrip::Actions", "Ungroup"),
     nullptr, "Alt+Shift+G", false},
    {Actions::alignLeft, "alignLeft", QT_TRANSLATE_NOOP("roundtrip::Actions", "Left edges in line"),
     nullptr, nullptr, false},
    {Actions::alignCentre, "alignCentre",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Middles in line, one above the other"), nullptr,
     nullptr, false},
    {Actions::alignRight, "alignRight",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Right edges in line"), nullptr, nullptr, false},
    {Actions::alignTop, "alignTop", QT_TRANSLATE_NOOP("roundtrip::Actions", "Upper edges in line"),
     nullptr, nullptr, false},
    {Actions::alignMiddle, "alignMiddle",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Middles in line, side by side"), nullptr, nullptr,
     false},
    {Actions::alignBottom, "alignBottom",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Lower edges in line"), nullptr, nullptr, false},
    {Actions::distributeAcross, "distributeAcross",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Same gaps from left to right"), nullptr, nullptr,
     false},
    {Actions::distributeDown, "distributeDown",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Same gaps from top to bottom"), nullptr, nullptr,
     false},
    {Actions::heat, "heat", QT_TRANSLATE_NOOP("roundtrip::Actions", "Show what is busy"), nullptr,
     "B", true},
    {Actions::shareLink, "shareLink",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Share as a line of text…"), nullptr, "Ctrl+Shift+L",
     false},
    {Actions::savePicture, "savePicture",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Save as picture…"), nullptr, nullptr, false},
    {Actions::saveAnimation, "saveAnimation",
     QT_TRANSLATE_NOOP("roundtrip::Actions", "Save as animation…"), nullptr, nullptr, false},
    {Actions::printDocument, "printDocument", QT_TRANSLATE_NOOP("roundtrip::Actions", "Print…"),
     nullptr, "Ctrl+P", false},
    {Actions::closeDocument, "closeDocument", QT_TRANSLATE_NOOP("roundtrip::Actions", "Close"),
     nullptr, "Ctrl+W", false},
    {Actions::runAll, "runAll", QT_TRANSLATE_NOOP("roundtrip::Actions", "Run"), "ui_run", "F5",
     false},
    {Actions::glossary, "glossary", QT_TRANSLATE_NOOP("roundtrip::Actions", "Glossary"), nullptr,
     "Ctrl+G", false},
    {Actions::help, "help", QT_TRANSLATE_NOOP("roundtrip::Actions", "Keys and help"), nullptr, "F1",
     false},
    {Actions::quit, "quit", QT_TRANSLATE_NOOP("roundtrip::Actions", "Quit"), nullptr, "Ctrl+Q",
     false},
}};

} // namespace

Actions::Actions(const Style& style, QObject* parent) : QObject(parent), style_(style) {
    for (const Declaration& declared : kDeclarations) {
        auto* action = new QAction(this);
        action->setObjectName(QString::fromLatin1(declared.objectName));
        action->setCheckable(declared.isCheckable);
        if (declared.shortcut != nullptr) {
            action->setShortcut(QKeySequence(QString::fromLatin1(declared.shortcut)));
        }
        actions_.push_back(action);
    }
    // Keyboards where plus shares its key with equals.
    actions_[larger]->setShortcuts(
        {QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))});
    actions_[projector]->setShortcuts({QKeySequence(Qt::Key_F11)});
    exclusive({themeLight, themeDark, themeProjector});
    exclusive({languageEnglish, languageSpanish});
    connect(&style_, &Style::changed, this, &Actions::restyle);
    retranslate();
    restyle();
}

QActionGroup* Actions::exclusive(std::initializer_list<Id> ids) {
    auto* group = new QActionGroup(this);
    for (const Id id : ids) {
        group->addAction(actions_[id]);
    }
    return group;
}

void Actions::setPlaying(bool playing) {
    isPlaying_ = playing;
    retranslate();
    restyle();
}

void Actions::setAnalogy(const QString& title) {
    analogy_ = title;
    actions_[analogy]->setVisible(!title.isEmpty());
    retranslate();
}

void Actions::joinAppearance(Style& style, Language& language) {
    const auto on = [this](Id id, auto what) {
        connect(actions_[id], &QAction::triggered, this, what);
    };
    on(larger, [&style] { style.setScalePercent(style.chosenScalePercent() + 10); });
    on(smaller, [&style] { style.setScalePercent(style.chosenScalePercent() - 10); });
    on(normalSize, [&style] { style.setScalePercent(100); });
    on(themeLight, [&style] { style.setTheme(Theme::Name::light); });
    on(themeDark, [&style] { style.setTheme(Theme::Name::dark); });
    on(themeProjector, [&style] { style.setTheme(Theme::Name::projector); });
    on(reducedMotion, [&style](bool checked) { style.setMotionReduced(checked); });
    on(languageEnglish, [&language] { language.set(QStringLiteral("en")); });
    on(languageSpanish, [&language] { language.set(QStringLiteral("es")); });
    const auto check = [this, &style, &language] {
        const Theme::Name name = style.theme().name;
        actions_[themeLight]->setChecked(name == Theme::Name::light);
        actions_[themeDark]->setChecked(name == Theme::Name::dark);
        actions_[themeProjector]->setChecked(name == Theme::Name::projector);
        actions_[reducedMotion]->setChecked(style.isMotionReduced());
        actions_[languageEnglish]->setChecked(language.code() == QLatin1String("en"));
        actions_[languageSpanish]->setChecked(language.code() == QLatin1String("es"));
    };
    connect(&style, &Style::changed, this, check);
    connect(&language, &Language::changed, this, check);
    check();
}

void Actions::retranslate() {
    for (const Declaration& declared : kDeclarations) {
        QAction* action = actions_[declared.id];
        const bool isPause = declared.id == play && isPlaying_;
        const bool isAnalogy = declared.id == analogy && !analogy_.isEmpty();
        action->setText(isPause     ? tr("Pause")
                        : isAnalogy ? tr("Analogy: %1").arg(analogy_)
                                    : QCoreApplication::translate(kContext, declared.text));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? action->text()
                                          : QStringLiteral("%1 (%2)").arg(action->text(), keys));
    }
}

void Actions::restyle() {
    for (const Declaration& declared : kDeclarations) {
        if (declared.icon == nullptr) {
            continue;
        }
        const bool isPlay = declared.id == play || declared.id == runAll;
        const QString name = declared.id == play && isPlaying_ ? QStringLiteral("ui_pause")
                                                               : QString::fromLatin1(declared.icon);
        actions_[declared.id]->setIcon(
            style_.icon(name, isPlay ? style_.theme().accentText : QColor()));
        // Made for the button's strong ground; on a menu's it would not be seen.
        actions_[declared.id]->setIconVisibleInMenu(!isPlay);
    }
}

} // namespace roundtrip
