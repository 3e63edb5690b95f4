#pragma once

#include "app/compare/compare_view.h"
#include "app/lessons/lesson_panel.h"
#include "app/lessons/lesson_player.h"
#include "app/narration/language.h"
#include "app/storage/progress_store.h"
#include "app/style/style.h"
#include "app/ui/actions.h"
#include "app/ui/first_hints.h"
#include "app/ui/notice_bar.h"
#include "app/ui/run_views.h"
#include "app/ui/runs_button.h"

#include <QMainWindow>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <optional>

namespace roundtrip {

/// The program's window in lesson mode: the lesson at the left, the stage, the inspector at the
/// right, the timeline below. Makes all views and joins them; decides nothing about the run.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    /// `lesson` was read without problems. Progress of that lesson is taken up from `store`.
    MainWindow(Lesson lesson, std::map<std::string, LessonText> texts, ProgressStore& store,
               Language& language, Style& style);
    ~MainWindow() override;

    [[nodiscard]] Playback& playback() { return run_->playback(); }
    [[nodiscard]] Session& session() { return run_->session(); }
    [[nodiscard]] LessonPlayer& player() { return *player_; }
    [[nodiscard]] CanvasWidget& canvas() { return run_->canvas(); }
    [[nodiscard]] Actions& actions() { return *actions_; }
    [[nodiscard]] QTabWidget& inspector() { return run_->inspector(); }
    [[nodiscard]] QTabWidget& lower() { return run_->lower(); }
    [[nodiscard]] EventList& events() { return run_->events(); }
    [[nodiscard]] MessageView& messageView() { return run_->message(); }
    [[nodiscard]] CodeView& codeView() { return run_->code(); }
    [[nodiscard]] NodeView& nodeView() { return run_->node(); }
    [[nodiscard]] LinkView& linkView() { return run_->link(); }
    [[nodiscard]] LessonPanel& lessonPanel() { return *lessonPanel_; }
    /// Null but in a learner's first lesson.
    [[nodiscard]] FirstHints* firstHints() { return hints_; }

    /// The comparison that is shown, or was last; null before the first.
    [[nodiscard]] CompareView* comparison() { return comparison_; }
    [[nodiscard]] bool isComparing() const;
    /// The comparison of this step, or one of the learner's own run.
    void openComparison();
    void closeComparison();

    /// Shows the run in the lesson's everyday picture, or as it is.
    void setAnalogy(bool on);

    /// Takes up the lesson where it was left, or begins it.
    void startLesson();
    /// The same for a lesson that was written anew while it was open: goes to that step, or, when
    /// it is gone, to the nearest one.
    void resumeLesson(const std::string& step, std::size_t nearest);
    void setProjector(bool on);
    /// Writes the lesson with the learner's own numbers on one page.
    void saveHandout(const QString& file);
    /// A line that the learner should read, at the top until it is closed.
    void showNotice(const QString& text);
    [[nodiscard]] QString notice() const { return notice_->text(); }
    /// Keeps what there is to keep, before the window closes or another one takes its place.
    void leave();
    /// What just happened, for a screen reader.
    [[nodiscard]] QString spoken() const { return run_->spoken(); }

  signals:
    /// The learner wants to see all lessons.
    void homeWanted();
    /// Another lesson, by its id.
    void lessonWanted(const QString& id);
    /// The run's parts as they are now, in the sandbox.
    void sandboxWanted(const roundtrip::Scene& scene);
    /// The glossary, at that term; empty: at its beginning.
    void glossaryWanted(const QString& term);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// In a window too narrow for both, of lesson and inspector the one asked for last stays.
    void fitPanels();
    void askForPanel(Actions::Id panel);
    void showPanels();
    void makeViews();
    QWidget* makeTopBar();
    void makeMenu();
    QToolButton* makeAnalogyButton();
    /// Names of parts and, when it is on, the analogy, in the language of now.
    void renameParts();
    void joinViews();
    void joinReferences();
    void joinActions();
    void makeComparison();
    void toggleComparison();
    void compareOwnRun();
    [[nodiscard]] LessonComparisonText comparisonText();
    /// What the transport's buttons move now: the run, or both sides of a comparison; null while
    /// these are being simulated.
    [[nodiscard]] Transport* transport();
    void followStep();
    void retranslate();
    void restyle();
    void saveProgress();
    void restoreLayout();
    void saveLayout() const;
    void showHelp();
    void askForHandout();
    void openInSandbox();
    void giveFirstHints();
    [[nodiscard]] QString termName(const QString& term) const;

    Style& style_;
    Language& language_;
    ProgressStore& store_;
    Actions* actions_;
    RunViews* run_;
    LessonPlayer* player_;

    QFrame* topBar_ = nullptr;
    QLabel* brand_ = nullptr;
    QToolButton* menuButton_ = nullptr;
    QMenu* menu_ = nullptr;
    QMenu* themes_ = nullptr;
    QMenu* languages_ = nullptr;
    NoticeBar* notice_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    CompareView* comparison_ = nullptr;
    bool playsOn_ = false;          ///< the lesson, once the comparison is closed
    std::string lessonsComparison_; ///< the one that is shown; empty: the learner's own
    QSplitter* columns_ = nullptr;
    QSplitter* middle_ = nullptr;
    LessonPanel* lessonPanel_ = nullptr;
    FirstHints* hints_ = nullptr;
    Actions::Id askedFor_ = Actions::showLesson;
    std::optional<Actions::Id> gaveWay_;
    QTimer saveTimer_;
    Theme::Name themeBefore_ = Theme::Name::light;
};

} // namespace roundtrip
