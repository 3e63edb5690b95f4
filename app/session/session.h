#pragma once

#include "app/session/history.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <atomic>
#include <memory>

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

    [[nodiscard]] const Scene& scene() const { return scene_; }
    [[nodiscard]] std::shared_ptr<const Trace> trace() const { return trace_; }
    [[nodiscard]] const QList<BranchInfo>& branches() const { return branches_; }
    [[nodiscard]] int currentBranch() const { return current_; }
    [[nodiscard]] bool isBusy() const { return pending_ > 0; }
    /// Up to where the current branch is simulated.
    [[nodiscard]] SimTime simulatedUntil() const { return simulatedUntil_; }

    /// Whether there is always more to come: it is simulated as it is looked at.
    [[nodiscard]] bool neverRests() const { return neverRests_; }

    /// Everything that was done on the current branch, in order: with the scene, all that its trace
    /// depends on.
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
    void rename(int branch, const QString& name);
    void cancel() { isCancelled_ = true; }

    /// Waits until all that was asked for is done; for tests, pictures and the command line.
    void waitUntilIdle();

  signals:
    /// There is another scene, and nothing has happened in it yet.
    void sceneChanged();
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
    };
    using Work = std::function<tl::expected<void, Error>(History&, const Progress&)>;

    void enqueue(Work work);
    void take(const Report& report);
    [[nodiscard]] static Report reportOf(const History& history);

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
