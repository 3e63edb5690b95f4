#pragma once

#include "app/session/history.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

namespace roundtrip {

/// What a view knows of a branch.
struct BranchInfo {
    int number = 0;
    int parent = 0;
    QString name;
    SimTime forkedAt;
    QList<Command> inputs; ///< all that was done on it
};

/// A History on its own thread, for the program's windows. Calls return at once; results come as
/// signals on the caller's thread. The trace can be read at any time without waiting.
class Session : public QObject {
    Q_OBJECT

  public:
    explicit Session(Scene scene, QObject* parent = nullptr);
    ~Session() override;

    /// All parts and links that there ever are on the current branch: the ids of facts are indexes
    /// into it. The first `partsAtStart` parts and `linksAtStart` links were there from the start.
    [[nodiscard]] const Scene& scene() const { return scene_; }
    [[nodiscard]] std::size_t partsAtStart() const { return begun_.nodes.size(); }
    [[nodiscard]] std::size_t linksAtStart() const { return begun_.links.size(); }
    /// The scene as the run began with it: with the inputs, all that the trace depends on.
    [[nodiscard]] const Scene& begun() const { return begun_; }
    [[nodiscard]] std::shared_ptr<const Trace> trace() const { return trace_; }
    [[nodiscard]] const QList<BranchInfo>& branches() const { return branches_; }
    [[nodiscard]] int currentBranch() const { return current_; }
    [[nodiscard]] bool isBusy() const { return pending_ > 0; }
    /// Up to where the current branch is simulated.
    [[nodiscard]] SimTime simulatedUntil() const { return simulatedUntil_; }

    /// Whether there is always more to come: it is simulated as it is looked at.
    [[nodiscard]] bool neverRests() const { return neverRests_; }

    /// Everything that was done on the current branch, in order.
    [[nodiscard]] const QList<Command>& inputs() const { return inputs_; }

    /// Gives the commands in order; each one's `at` is set by the caller. `seen`: see History.
    void apply(QList<Command> commands, std::size_t seen = History::kAllFacts);
    void advanceTo(SimTime time);
    /// What never rests goes on for a while; see History.
    void goOn();
    void switchTo(int branch);
    /// Every branch is dropped; the scene begins anew.
    void restart();
    /// The same with another scene. It counts at once; its run comes when it has been made.
    void begin(Scene scene);
    /// Takes over names, places and colours of the parts with the same ids, notes and groups: for
    /// the eye only, the run goes on.
    void takeLooks(const Scene& scene);
    /// An edit is about to add what is in that scene and not in this one: it can be shown at once,
    /// as not being there yet.
    void expect(const Scene& scene);
    void rename(int branch, const QString& name);
    void cancel() { isCancelled_ = true; }

    /// Waits until all that was asked for is done; for tests, pictures and the command line.
    void waitUntilIdle();

  signals:
    /// There is another scene, and nothing has happened in it yet.
    void sceneChanged();
    /// Parts or links came or went on the current branch, or another branch has other ones: what
    /// reads ids reads them anew. `traceChanged` follows at once.
    void rosterChanged();
    /// The current branch has more facts, or another branch is current.
    void traceChanged();
    void branchesChanged();
    /// Work has been going on for a while: its share that is done, 0 to 1.
    void progressed(double share);
    /// All that was asked for is done.
    void rested();
    void failed(const roundtrip::Error& error);

  private:
    /// What the worker hands back when a piece of work is done.
    struct Report {
        std::shared_ptr<const Trace> trace;
        QList<BranchInfo> branches;
        int current = 0;
        SimTime simulatedUntil;
        QList<Command> inputs;
        bool neverRests = false;
        std::shared_ptr<const Scene> roster;
    };
    using Work = std::function<tl::expected<void, Error>(History&, const Progress&)>;

    void enqueue(Work work);
    void take(const Report& report);
    /// False when nothing is another thing than before.
    bool takeRoster(Scene roster);
    [[nodiscard]] static Report reportOf(const History& history);

    std::optional<Scene> expected_;
    Scene begun_;
    Scene looks_; ///< as they were last told: a roster knows them as they were at first
    Scene scene_;
    QThread thread_;
    QObject* worker_;                  // lives on thread_
    std::unique_ptr<History> history_; // used on thread_ only, once that runs
    std::shared_ptr<const Trace> trace_;
    QList<BranchInfo> branches_;
    int current_ = 1;
    SimTime simulatedUntil_;
    QList<Command> inputs_;
    bool neverRests_ = false;
    int pending_ = 0;
    std::atomic<int> sceneNumber_{0}; ///< work for an earlier scene is given up
    std::atomic<bool> isCancelled_{false};
};

} // namespace roundtrip
