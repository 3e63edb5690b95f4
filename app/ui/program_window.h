#pragma once

#include "app/lessons/glossary_dialog.h"
#include "app/lessons/home_view.h"
#include "app/lessons/learner_button.h"
#include "app/storage/lesson_watcher.h"
#include "app/ui/main_window.h"
#include "app/ui/sandbox_pages.h"

#include <QPointer>
#include <QStackedWidget>

namespace roundtrip {

/// The program: all lessons to choose from, and the one that is open.
class ProgramWindow : public QMainWindow {
    Q_OBJECT

  public:
    /// `ownLessons`: the folder of the user's own lessons, which need not be there yet; empty:
    /// none.
    ProgramWindow(ProgressStore& store, Language& language, Style& style, QString ownLessons = {});

    void showHome();
    /// Where one builds: as it was left, else empty.
    void showSandbox();
    /// A copy of that scene, beside what is open there.
    void openInSandbox(const Scene& scene);
    /// `reading` was read without problems. Takes the lesson up where it was left.
    void openLesson(LessonReading reading);
    /// The one in that folder; while it is open, it follows what is written there. One that cannot
    /// be read is explained instead.
    void openLessonIn(const QString& folder);
    /// What is wrong with a lesson, in words and with the places.
    void showProblems(const QString& folder, const Problems& problems);

    /// At that term; empty: at the beginning.
    void showGlossary(const QString& term);
    /// Null while it is closed.
    [[nodiscard]] GlossaryDialog* glossary() { return glossary_; }

    [[nodiscard]] HomeView& home() { return *home_; }
    [[nodiscard]] LearnerButton& learner() { return *learner_; }
    /// A line that the learner should read, above the lessons.
    void showNotice(const QString& text);
    [[nodiscard]] QString notice() const { return notice_->text(); }
    /// The lesson that is open; null while all are shown.
    [[nodiscard]] MainWindow* lesson() { return lesson_; }
    /// Null before it is first shown.
    [[nodiscard]] SandboxPages* sandbox() { return sandbox_; }

  protected:
    void closeEvent(QCloseEvent* event) override;

  private:
    QWidget* makeHomePage();
    QWidget* makeTabs();
    void makeMenu(QToolButton* button);
    void makeSandbox();
    void follow(QWidget* page);
    void joinHome();
    void openOwnFolder();
    void closeLesson();
    void makeLesson(LessonReading reading);
    void reloadLesson();
    void retranslate();
    void restyle();
    void saveSettings() const;

    Style& style_;
    Language& language_;
    ProgressStore& store_;
    const QString ownLessons_;
    Actions* actions_;
    QStackedWidget* pages_;
    QWidget* homePage_ = nullptr;
    QLabel* logo_ = nullptr;
    LearnerButton* learner_ = nullptr;
    QToolButton* menuButton_ = nullptr;
    QMenu* themes_ = nullptr;
    QMenu* languages_ = nullptr;
    QLabel* notice_ = nullptr;
    HomeView* home_ = nullptr;
    MainWindow* lesson_ = nullptr;
    SandboxPages* sandbox_ = nullptr;
    QPushButton* lessonsTab_ = nullptr;
    QPushButton* sandboxTab_ = nullptr;
    LessonWatcher* watcher_;
    QPointer<GlossaryDialog> glossary_;
};

} // namespace roundtrip
