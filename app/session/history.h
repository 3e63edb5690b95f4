#pragma once

#include "core/scene/world.h"

#include <tl/expected.hpp>

#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace roundtrip {

/// One line of events: what was done, and the trace that followed. A fork shares the part before
/// it with the branch it came from.
struct Branch {
    int number = 1;   ///< the first is 1; never reused
    std::string name; ///< given by the learner; may be empty
    int parent = 0;   ///< 0: none
    SimTime forkedAt;
    std::vector<Command> inputs;         ///< ascending in time
    std::vector<std::size_t> givenAfter; ///< for each input: facts there were before it
    std::shared_ptr<Trace> trace;
    std::unique_ptr<World> world;
};

/// Called now and then during long work with the share that is done, 0 to 1; false cancels.
using Progress = std::function<bool(double)>;

/// A scene with all that was done to it: the branches and which of them is current. Synchronous
/// and without Qt; Session runs it on a thread of its own.
///
/// Same scene, same seed, same commands: the same trace, byte for byte.
class History {
  public:
    History(Scene scene, std::uint64_t seed, RecordingLevel level = {});

    [[nodiscard]] const Scene& scene() const { return scene_; }
    [[nodiscard]] const Branch& current() const { return *current_; }
    [[nodiscard]] const std::vector<std::unique_ptr<Branch>>& branches() const { return branches_; }
    [[nodiscard]] std::shared_ptr<const Trace> trace() const { return current_->trace; }
    [[nodiscard]] SimTime now() const { return current_->world->simulation().now(); }
    /// All parts and links that there ever were on the current branch; see World.
    [[nodiscard]] std::shared_ptr<const Scene> roster() const { return current_->world->roster(); }

    /// Gives commands at their times, which ascend. When the first lies before the end of what was
    /// simulated that is a fork: the current branch stays as it is, and a new one becomes current.
    /// An instant can hold many facts: of the inputs given at just that time a fork keeps those
    /// that came before fact number `seen`. After the last command simulates until nothing happens
    /// any more (see settle). Errors: those of checkCommand and of edited, before anything is done;
    /// "reused-id" {id}; "cancelled"; "run-failed" {reason}.
    tl::expected<void, Error> apply(const std::vector<Command>& commands,
                                    const Progress& progress = {}, std::size_t seen = kAllFacts);
    static constexpr std::size_t kAllFacts = std::numeric_limits<std::size_t>::max();

    /// Simulates until every message has arrived and every process rests, at most `kHorizon` of
    /// simulated time. Of a world that never rests, as with a crowd, only the next `kLive`.
    tl::expected<void, Error> settle(const Progress& progress = {});
    static constexpr SimTime kHorizon = SimTime::seconds(600);
    static constexpr SimTime kLive = SimTime::seconds(10);

    [[nodiscard]] bool neverRests() const { return current_->world->neverRests(); }
    /// Simulates the next `kLive`, and on until something was recorded, at most `kHorizon`.
    tl::expected<void, Error> goOn(const Progress& progress = {});

    /// Simulates up to `time`; nothing when that is past.
    tl::expected<void, Error> advanceTo(SimTime time, const Progress& progress = {});

    /// False when there is no such branch.
    bool switchTo(int number);
    bool rename(int number, std::string name);

    /// Everything anew, as at the start.
    void reset();
    /// The same with another scene and its seed.
    void reset(Scene scene);

  private:
    tl::expected<std::unique_ptr<Branch>, Error> forked(SimTime at, std::size_t seen,
                                                        const Progress& progress);
    static tl::expected<void, Error> perform(Branch& branch, const Command& command);
    [[nodiscard]] std::size_t inputsKept(SimTime at, std::size_t seen) const;
    /// Whether they can be given after that many of the current inputs.
    [[nodiscard]] tl::expected<void, Error> check(const std::vector<Command>& commands,
                                                  std::size_t kept) const;
    tl::expected<void, Error> run(World& world, SimTime until, const Progress& progress);
    [[nodiscard]] Branch* find(int number) const;

    Scene scene_;
    std::uint64_t seed_;
    RecordingLevel level_;
    std::vector<std::unique_ptr<Branch>> branches_;
    Branch* current_ = nullptr;
    int lastNumber_ = 0;
};

} // namespace roundtrip
