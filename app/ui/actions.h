#pragma once

#include "app/narration/language.h"
#include "app/style/style.h"

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include <vector>

namespace roundtrip {

/// Every action of the program, declared once: id, text, icon, shortcut. Menus, buttons and the
/// keyboard share them.
class Actions : public QObject {
    Q_OBJECT

  public:
    enum Id {
        start,
        stepBack,
        play,
        stepForward,
        end,
        nextStep,
        previousStep,
        restartStep,
        startAgain,
        handout,
        compare,
        analogy,
        fitStage,
        fitSelection,
        zoomIn,
        zoomOut,
        larger,
        smaller,
        normalSize,
        projector,
        themeLight,
        themeDark,
        themeProjector,
        languageEnglish,
        languageSpanish,
        reducedMotion,
        showLesson,
        showInspector,
        showTimeline,
        home,
        sandbox,
        openInSandbox,
        newDocument,
        openDocument,
        saveDocument,
        saveDocumentAs,
        undo,
        redo,
        cut,
        copy,
        paste,
        duplicate,
        removeParts,
        selectAll,
        joinParts,
        renamePart,
        arrange,
        addNote,
        groupParts,
        ungroupParts,
        alignLeft,
        alignCentre,
        alignRight,
        alignTop,
        alignMiddle,
        alignBottom,
        distributeAcross,
        distributeDown,
        heat,
        shareLink,
        savePicture,
        saveAnimation,
        printDocument,
        closeDocument,
        runAll,
        glossary,
        help,
        quit,
        count
    };

    explicit Actions(const Style& style, QObject* parent = nullptr);

    [[nodiscard]] QAction* operator[](Id id) const {
        return actions_[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] const std::vector<QAction*>& all() const { return actions_; }

    void setPlaying(bool playing);
    /// What the lesson's analogy is called; empty hides it.
    void setAnalogy(const QString& title);
    /// Theme, size, motion and language: joined with what they change, both ways.
    void joinAppearance(Style& style, Language& language);
    void retranslate();

  private:
    void restyle();
    QActionGroup* exclusive(std::initializer_list<Id> ids);

    const Style& style_;
    std::vector<QAction*> actions_;
    bool isPlaying_ = false;
    QString analogy_;
};

} // namespace roundtrip
