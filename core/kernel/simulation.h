#pragma once

#include "core/kernel/event_queue.h"
#include "core/kernel/frame_pool.h"
#include "core/kernel/sim_time.h"

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace roundtrip {

class Process;
class Simulation;

/// Awaitable of Simulation::delay.
class Delay {
  public:
    Delay(Simulation& simulation, SimTime span) : simulation_(simulation), span_(span) {}

    [[nodiscard]] static constexpr bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) const;
    static constexpr void await_resume() noexcept {}

  private:
    Simulation& simulation_;
    SimTime span_;
};

/// Joins a live process to its Simulation's list; the base of Process's promise.
struct ProcessLink {
    ProcessLink* previous = nullptr;
    ProcessLink* next = nullptr;
};

/// Runs processes in simulated time, one event after the other, on the thread that calls it. Owns
/// the clock, the pending events and the processes' frames. Any number of Simulations live side by
/// side. Resources, mailboxes and permits must not be used any more once their Simulation is gone;
/// either may be destroyed first.
class Simulation {
  public:
    Simulation() { processes_.previous = processes_.next = &processes_; }
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;
    /// Destroys the frames of all live processes without running them.
    ~Simulation() { destroyProcesses(); }

    [[nodiscard]] SimTime now() const { return queue_.now(); }

    /// Takes over `process`; it first runs as an event without delay.
    void spawn(Process process);
    /// Takes over `process`; it first runs after `delay`.
    void spawnIn(SimTime delay, Process process);

    /// `co_await simulation.delay(span)`: a negative span counts as zero, and zero lets every event
    /// that is due now go first.
    [[nodiscard]] Delay delay(SimTime span) { return Delay(*this, span); }

    /// Runs every event up to and including `time`, then sets the clock to it. After a failure the
    /// clock stays where that happened.
    void runUntil(SimTime time);

    /// Runs until no event is left, or a failure.
    void run();

    /// Runs one event; false when none is left or the run has failed.
    bool step();

    [[nodiscard]] std::optional<SimTime> nextEventTime() const { return queue_.nextTime(); }

    /// A run fails when an exception leaves a process, or by `fail`; then no more events run.
    [[nodiscard]] bool hasFailed() const { return hasFailed_; }
    /// The text of the first failure.
    [[nodiscard]] const std::string& failure() const { return failure_; }
    void fail(std::string text);

    /// Events run so far.
    [[nodiscard]] std::uint64_t eventCount() const { return eventCount_; }
    /// Processes that were spawned and have not ended.
    [[nodiscard]] std::size_t liveProcesses() const { return liveProcesses_; }

    [[nodiscard]] FramePool& framePool() { return framePool_; }

    // For awaitables.
    void scheduleIn(SimTime delay, std::coroutine_handle<> handle) { queue_.push(delay, handle); }
    [[nodiscard]] TimerId scheduleTimer(SimTime delay, std::coroutine_handle<> handle) {
        return queue_.pushTimer(delay, handle);
    }
    void cancel(TimerId timer) { queue_.cancel(timer); }

    /// True while the destructor destroys frames: what is destroyed with them must not touch
    /// resources, which may be gone already.
    [[nodiscard]] bool isTearingDown() const { return isTearingDown_; }

  private:
    friend class Process;

    void link(ProcessLink& process);
    void unlink(ProcessLink& process);
    void destroyProcesses();

    FramePool framePool_;
    EventQueue queue_;
    std::uint64_t eventCount_ = 0;
    std::size_t liveProcesses_ = 0;
    bool hasFailed_ = false;
    bool isTearingDown_ = false;
    ProcessLink processes_;
    std::string failure_;
};

inline void Delay::await_suspend(std::coroutine_handle<> handle) const {
    simulation_.scheduleIn(span_, handle);
}

inline bool Simulation::step() {
    if (hasFailed_)
        return false;
    const std::coroutine_handle<> handle = queue_.pop();
    if (!handle)
        return false;
    ++eventCount_;
    handle.resume();
    return true;
}

inline void Simulation::link(ProcessLink& process) {
    process.previous = processes_.previous;
    process.next = &processes_;
    processes_.previous->next = &process;
    processes_.previous = &process;
    ++liveProcesses_;
}

inline void Simulation::unlink(ProcessLink& process) {
    process.previous->next = process.next;
    process.next->previous = process.previous;
    --liveProcesses_;
}

} // namespace roundtrip
