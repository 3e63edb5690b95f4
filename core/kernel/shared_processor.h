#pragma once

#include "core/kernel/simulation.h"

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace roundtrip {

class SharedProcessor;

/// Awaitable of SharedProcessor::serve. A process may be destroyed while it is served: its job
/// then leaves.
class SharedService {
  public:
    SharedService(Simulation& simulation, SharedProcessor& processor, SimTime demand)
        : simulation_(simulation), processor_(processor), demand_(demand) {}
    SharedService(const SharedService&) = delete;
    SharedService& operator=(const SharedService&) = delete;
    ~SharedService();

    [[nodiscard]] bool await_ready() const { return demand_ <= SimTime(); }
    void await_suspend(std::coroutine_handle<> job);
    void await_resume();

  private:
    friend class SharedProcessor;

    Simulation& simulation_;
    SharedProcessor& processor_;
    SimTime demand_;
    std::coroutine_handle<> handle_;
    bool isPresent_ = false;
};

/// Egalitarian processor sharing: the jobs that are present get equal parts of the capacity at
/// each instant (a CPU with many threads, a link with many downloads). Exact to the nanosecond.
class SharedProcessor {
  public:
    /// `capacity` > 0 is in seconds of demand per second: a job that is alone on capacity 2 takes
    /// half its demand, unless no job can use more than `mostPerJob` of it, as with many servers.
    explicit SharedProcessor(Simulation& simulation, double capacity = 1.0,
                             double mostPerJob = std::numeric_limits<double>::infinity());
    SharedProcessor(const SharedProcessor&) = delete;
    SharedProcessor& operator=(const SharedProcessor&) = delete;

    /// `co_await shared.serve(demand)` ends when the job has had its demand.
    [[nodiscard]] SharedService serve(SimTime demand) {
        return SharedService(simulation_, *this, demand);
    }

    [[nodiscard]] Simulation& simulation() const { return simulation_; }
    [[nodiscard]] std::size_t jobsPresent() const { return jobs_.size(); }
    [[nodiscard]] double capacity() const { return capacity_; }
    /// Of all jobs that are present.
    [[nodiscard]] SimTime remainingWork() const;
    /// Takes effect at once, also for the jobs that are present.
    void setCapacity(double capacity);

  private:
    friend class SharedService;

    struct Job {
        double finish; ///< the virtual time when it has had its demand
        std::uint64_t arrival;
        SharedService* service;
    };

    void arrive(SharedService& service);
    void depart();
    void leave(const SharedService& service);
    void advance();
    void reschedule();
    /// Of each job, in seconds of demand per second.
    [[nodiscard]] double rate() const;

    Simulation& simulation_;
    double capacity_;
    double mostPerJob_;
    // Virtual time is the service, in seconds, that a job present all along would have had.
    double virtualTime_ = 0.0;
    SimTime advancedTo_;
    std::uint64_t arrivals_ = 0;
    std::vector<Job> jobs_; ///< a heap, the first to finish in front
    TimerId timer_;
};

} // namespace roundtrip
