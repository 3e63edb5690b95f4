#pragma once

#include "app/charts/run_charts.h"
#include "app/charts/why_view.h"
#include "app/compare/compare_view.h"
#include "app/narration/language.h"
#include "app/sandbox/autosave.h"
#include "app/sandbox/challenge_view.h"
#include "app/sandbox/console_view.h"
#include "app/sandbox/edit_tool.h"
#include "app/sandbox/palette_view.h"
#include "app/sandbox/parts_table.h"
#include "app/sandbox/problems_list.h"
#include "app/sandbox/requests_view.h"
#include "app/sandbox/sandbox_document.h"
#include "app/sandbox/schedule_view.h"
#include "app/style/style.h"
#include "app/ui/actions.h"
#include "app/ui/animation_export.h"
#include "app/ui/notice_bar.h"
#include "app/ui/run_views.h"

#include <QMainWindow>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

#include <functional>
#include <optional>

namespace roundtrip {

/// The program's window for building a topology of one's own: the palette at the left, the stage
/// where parts are placed and joined, forms at the right, the run below. Joins the document with
/// its run: a setting that changes while the run goes on is a command at that moment; other parts
/// or links begin a new run.
class SandboxWindow : public QMainWindow {
    Q_OBJECT

  public:
    /// `drafts`: the folder for unsaved work; empty: nothing is kept.
    SandboxWindow(Language& language, Style& style, const QString& drafts);
    ~SandboxWindow() override;

    [[nodiscard]] SandboxDocument& document() { return *document_; }
    [[nodiscard]] RunViews& run() { return *run_; }
    [[nodiscard]] EditTool& tool() { return *tool_; }
    [[nodiscard]] PaletteView& palette() { return *palette_; }
    [[nodiscard]] PartsTable& table() { return *table_; }
    [[nodiscard]] ProblemsList& problems() { return *problems_; }
    [[nodiscard]] ScheduleView& schedule() { return *schedule_; }
    [[nodiscard]] ConsoleView& console() { return *console_; }
    [[nodiscard]] RequestsView& requests() { return *requests_; }
    [[nodiscard]] RunCharts& charts() { return *charts_; }
    [[nodiscard]] WhyView& why() { return *why_; }
    [[nodiscard]] Actions& actions() { return *actions_; }
    /// What can go wrong with what is chosen, at the moment on the screen or on the schedule.
    [[nodiscard]] QToolButton& breaking() { return *breakButton_; }
    [[nodiscard]] QString notice() const { return notice_->text(); }

    /// A copy of a scene, to be changed at will: it belongs to no file yet.
    void openCopy(Scene scene);
    /// Tells what is wrong with one that cannot be read, and keeps the document that is open.
    bool openFile(const QString& file);
    bool saveTo(const QString& file);
    /// Asks what to do with unsaved changes; false when the user would rather stay.
    [[nodiscard]] bool mayLeave();
    /// Whether that file can be read; tells what is wrong with it when not.
    [[nodiscard]] bool canRead(const QString& file);
    /// Nothing was built here, and nothing opened.
    [[nodiscard]] bool isUntouched() const;
    /// Work of a program that ended badly takes the document's place.
    void takeUp(LeftWork work);
    /// The document's name, and whether it is saved: "shop — edited".
    [[nodiscard]] QString shortTitle() const { return title_->text(); }
    /// Other documents that are open, to compare with.
    void setOthers(std::function<QList<SandboxWindow*>()> others) { others_ = std::move(others); }
    /// The stage with all its parts; by the name's ending .png, .svg or .pdf. Tells what went
    /// wrong.
    bool savePictureTo(const QString& file);
    /// A span of the run as an animated WebP. False when it was cancelled, or could not be made.
    bool saveAnimationTo(const QString& file, const AnimationSpan& span);
    /// Challenges keep what a learner reaches there.
    void setStore(ProgressStore& store);
    /// Its scene takes the document's place, and what it is about stands beside.
    void openChallenge(Challenge challenge);
    void leaveChallenge();
    [[nodiscard]] ChallengeView& challenge() { return *challenge_; }
    void tell(const QString& text) { notice_->tell(text); }

    void addPart(const QString& kind);
    /// Lets every client do what it does first, and plays.
    void runAll();
    void copy() const;
    /// Parts in columns along the way of the requests.
    void arrange();
    /// The run so far beside the same with something else set.
    void openComparison();
    /// The run so far beside another of this document's, or another document's.
    void compareWithBranch(int branch);
    void compareWithDocument(SandboxWindow& other);
    void closeComparison();
    [[nodiscard]] bool isComparing() const;
    /// Null before the first.
    [[nodiscard]] CompareView* comparison() { return comparison_; }
    /// What lies on the clipboard: parts of another window, or a whole document as text.
    void paste();

  signals:
    void homeWanted();
    /// Another document, in this one's place or beside it.
    void newWanted();
    void fileWanted(const QString& file);
    void copyWanted(const roundtrip::Scene& scene);
    void challengeWanted(const roundtrip::Challenge& challenge);
    void closeWanted();
    void glossaryWanted(const QString& term);

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void makeViews();
    void makeLowerTabs();
    void makeEditMenus();
    QWidget* makeTopBar();
    void makeMenu();
    void makeEmptyHint();
    void join();
    void joinActions();
    void joinBuilding();
    void joinRun();
    void takeChange(SceneChange change, const Command& setting);
    void takeDocument();
    void perform(const Command& command);
    /// All of them at one moment and as one step of undo, which is called so.
    void performTogether(const QList<Command>& settings, const QString& name);
    /// Settings that those edits change are given to the run at one moment.
    void together(const std::function<void()>& edits);
    void fillPresets();
    // Building while a run goes on: sandbox_window_edit.cpp
    void joinEdits();
    void give(QList<Command> commands);
    [[nodiscard]] std::optional<Command> editNow();
    [[nodiscard]] bool canEditRun() const;
    void editRun();
    void forgetRemoved();
    void makeComparison();
    void showComparison(const LessonComparison& comparison, const LessonComparisonText& text);
    void fillCompareMenu();
    void fillBreakMenu();
    [[nodiscard]] std::optional<Scene> read(const QString& file);
    /// What the transport's buttons move now; null while a comparison is simulated.
    [[nodiscard]] Transport* transport();
    [[nodiscard]] bool hasBegun();
    void refreshTitle();
    void refreshActions();
    void showMenu(const QPoint& place);
    void fillExamples();
    void fillRecent();
    void noteRecent(const QString& file) const;
    void fillChallenges();
    void retranslate();
    void restyle();
    void askToOpen();
    bool save();
    bool askToSave();
    void remove();
    void duplicate();
    void group();
    void askWhatHappens();
    void saveCharts(bool asPicture);
    /// Where a file goes; empty when the user would rather not.
    QString askForFile(const QString& title, const QString& ending, const QString& filter);
    void write(const QString& file, const QByteArray& bytes);
    void share();
    void savePicture();
    void saveAnimation();
    void print();

    Style& style_;
    Language& language_;
    Actions* actions_;
    SandboxDocument* document_;
    RunViews* run_;
    Autosave* autosave_;
    const QString drafts_;
    QMenu* presets_ = nullptr;
    bool isCollecting_ = false; ///< settings that are given together
    QList<Command> collected_;
    bool isEditWaiting_ = false; ///< for the session to come to rest
    EditTool* tool_ = nullptr;
    PaletteView* palette_ = nullptr;
    ChallengeView* challenge_ = nullptr;
    ProgressStore* store_ = nullptr;
    QSplitter* left_ = nullptr;
    PartsTable* table_ = nullptr;
    ProblemsList* problems_ = nullptr;
    ScheduleView* schedule_ = nullptr;
    RequestsView* requests_ = nullptr;
    ConsoleView* console_ = nullptr;
    RunCharts* charts_ = nullptr;
    WhyView* why_ = nullptr;
    NoticeBar* notice_ = nullptr;
    QFrame* topBar_ = nullptr;
    QLabel* logo_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* emptyHint_ = nullptr;
    QToolButton* menuButton_ = nullptr;
    QToolButton* breakButton_ = nullptr;
    QMenu* menu_ = nullptr;
    QMenu* recent_ = nullptr;
    QMenu* examples_ = nullptr;
    QMenu* challenges_ = nullptr;
    QMenu* compareWith_ = nullptr;
    QMenu* sharing_ = nullptr;
    std::function<QList<SandboxWindow*>()> others_;
    QMenu* edit_ = nullptr;
    QMenu* placing_ = nullptr;
    QMenu* colors_ = nullptr;
    QMenu* themes_ = nullptr;
    QMenu* languages_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    CompareView* comparison_ = nullptr;
    QSplitter* columns_ = nullptr;
    QSplitter* middle_ = nullptr;
};

} // namespace roundtrip
