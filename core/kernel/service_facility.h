#pragma once

#include "core/kernel/random_stream.h"
#include "core/kernel/simulation.h"

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace roundtrip {

class ServiceFacility;

/// Who is served next. Names as in queueing theory.
enum class ServiceOrder {
    fifo,
    lifo,
    lifoPreemptive, ///< the newest at once; who was interrupted goes on where it stopped
    random,         ///< each one in line equally likely
    priority,       ///< the lowest class first, never interrupts
    priorityPreemptive,
    sjf,  ///< the shortest job first, never interrupts
    psjf, ///< the shortest job first, by its whole size, interrupts
    srpt, ///< the shortest remaining processing time first, interrupts
};
[[nodiscard]] bool isPreemptive(ServiceOrder order);

/// What one customer asks of a facility.
struct ServiceDemand {
    SimTime work;
    std::uint32_t jobClass = 0;      ///< 0 is the most urgent
    std::uint32_t tag = 0;           ///< for the observer
    std::optional<SimTime> patience; ///< in line, before the first service; nothing: for ever
};

/// Awaitable of ServiceFacility::serve.
class FacilityService {
  public:
    FacilityService(ServiceFacility& facility, const ServiceDemand& demand);
    FacilityService(const FacilityService&) = delete;
    FacilityService& operator=(const FacilityService&) = delete;
    /// A process that is destroyed meanwhile leaves the line or its server.
    ~FacilityService();

    [[nodiscard]] static constexpr bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<> customer);
    /// True: served. False: patience ran out.
    bool await_resume();

  private:
    friend class ServiceFacility;
    enum class State { outside, waiting, served };
    using Rank = std::pair<std::int64_t, std::uint64_t>; ///< the lower one goes first

    Simulation& simulation_; ///< when it ends, the facility may be gone already
    ServiceFacility& facility_;
    ServiceDemand demand_;
    SimTime remaining_;
    SimTime resumedAt_;
    std::uint64_t number_ = 0; ///< counts arrivals
    std::size_t place_ = 0;    ///< in the line, or among those in service
    State state_ = State::outside;
    std::coroutine_handle<> handle_;
    TimerId timer_;
    TimerId patience_;
};

/// Equal servers with one line, which may interrupt a service and resume it later (preemptive
/// resume). An arrival, a departure and an interruption cost O(log n) of those in line and, where
/// services are interrupted, O(servers).
class ServiceFacility {
  public:
    /// Told as a customer's service begins or goes on, and as it is interrupted.
    struct Observer {
        std::function<void(const ServiceDemand&)> resumed;
        std::function<void(const ServiceDemand&)> interrupted;
    };

    /// `random` is used by ServiceOrder::random only. `servers` >= 1.
    ServiceFacility(Simulation& simulation, std::size_t servers, ServiceOrder order,
                    RandomStream random, Observer observer);
    ServiceFacility(const ServiceFacility&) = delete;
    ServiceFacility& operator=(const ServiceFacility&) = delete;

    /// `bool isServed = co_await facility.serve({.work = span})`.
    [[nodiscard]] FacilityService serve(const ServiceDemand& demand) {
        return FacilityService(*this, demand);
    }

    [[nodiscard]] std::size_t busy() const { return served_.size(); }
    [[nodiscard]] std::size_t queueLength() const { return line_.size(); }
    /// Of all customers inside.
    [[nodiscard]] SimTime remainingWork() const;

  private:
    friend class FacilityService;

    void arrive(FacilityService& customer);
    void leaveWaiting(FacilityService& customer);
    void leaveServer(FacilityService& customer);
    void serveNext();
    void advanceWork();
    void addServed(FacilityService& customer);
    void removeServed(FacilityService& customer);
    void beginService(FacilityService& customer);
    void interrupt(FacilityService& customer);
    [[nodiscard]] FacilityService& leastUrgentServed() const;

    // The line is a binary heap of ranks, or without order where chance decides.
    [[nodiscard]] FacilityService::Rank rankOf(const FacilityService& customer) const;
    [[nodiscard]] bool isBefore(std::size_t one, std::size_t other) const;
    void enterLine(FacilityService& customer);
    void leaveLine(std::size_t place);
    void swapPlaces(std::size_t one, std::size_t other);
    void moveUp(std::size_t place);
    void moveDown(std::size_t place);

    Simulation& simulation_;
    std::size_t servers_;
    ServiceOrder order_;
    RandomStream random_;
    Observer observer_;
    SimTime work_; ///< of all inside, at that instant
    SimTime workAt_;
    std::uint64_t arrivals_ = 0;
    std::vector<FacilityService*> line_;
    std::vector<FacilityService*> served_;
};

} // namespace roundtrip
