#pragma once

#include "core/kernel/shared_processor.h"
#include "core/kernel/simulation.h"
#include "core/kernel/wait_list.h"

#include <array>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace roundtrip {

enum class QueueDiscipline {
    fifo,
    priority, ///< level 0 first, first come first served inside a level, never preempts
};

class Resource;

/// The right to one server of a Resource; gives it back when destroyed. May be held in a process
/// beyond the Resource's life only while the Simulation is destroyed.
class [[nodiscard]] Permit {
  public:
    Permit(Permit&& other) noexcept
        : simulation_(other.simulation_), resource_(std::exchange(other.resource_, nullptr)),
          life_(other.life_) {}
    Permit& operator=(Permit&& other) noexcept {
        std::swap(simulation_, other.simulation_);
        std::swap(resource_, other.resource_);
        std::swap(life_, other.life_);
        return *this;
    }
    ~Permit() { release(); }

    /// Gives the server back early; does nothing the second time.
    void release();

    [[nodiscard]] bool isHeld() const { return resource_ != nullptr; }

  private:
    friend class Resource;
    friend class Acquisition;

    Permit(Simulation& simulation, Resource& resource, std::uint32_t life)
        : simulation_(&simulation), resource_(&resource), life_(life) {}

    Simulation* simulation_;
    Resource* resource_;
    std::uint32_t life_;
};

/// Awaitable of Resource::acquire. A process that waits in it may be destroyed: it then leaves the
/// queue. Once it has been given a server it must be let run.
class Acquisition : private WaitNode {
  public:
    Acquisition(Simulation& simulation, Resource& resource, int level);
    ~Acquisition();

    [[nodiscard]] bool await_ready();
    void await_suspend(std::coroutine_handle<> waiter);
    [[nodiscard]] Permit await_resume() { return Permit(simulation_, resource_, life_); }

  private:
    Simulation& simulation_;
    Resource& resource_;
    int level_;
    std::uint32_t life_;
};

/// A number of equal servers (workers, connections, cores) and the processes that wait for one.
/// A server that becomes free is handed to the first in line at that instant: nobody overtakes.
class Resource {
  public:
    static constexpr int levelCount = 8;

    /// `servers` may be zero, but not negative.
    Resource(Simulation& simulation, int servers,
             QueueDiscipline discipline = QueueDiscipline::fifo);
    Resource(const Resource&) = delete;
    Resource& operator=(const Resource&) = delete;

    /// `auto permit = co_await resource.acquire()`. Priorities outside 0 to 7 count as the nearest;
    /// without QueueDiscipline::priority they mean nothing.
    [[nodiscard]] Acquisition acquire(int priority = 0) {
        return Acquisition(simulation_, *this, levelOf(priority));
    }
    /// A permit if a server is free now.
    [[nodiscard]] std::optional<Permit> tryAcquire();

    [[nodiscard]] Simulation& simulation() const { return simulation_; }
    [[nodiscard]] int servers() const { return servers_; }
    /// Servers in use: more than `servers()` for a while after these were reduced.
    [[nodiscard]] int busy() const { return busy_; }
    /// Processes that wait.
    [[nodiscard]] std::size_t queueLength() const { return queueLength_; }

    /// More servers are handed to waiting processes at once; fewer take effect as permits return.
    void setServers(int servers);

    /// All servers are new and free. Permits that are held mean nothing any more; who waited goes
    /// on with such a permit.
    void restart();

  private:
    friend class Acquisition;
    friend class Permit;

    [[nodiscard]] int levelOf(int priority) const;
    bool takeFree() {
        if (busy_ >= servers_)
            return false;
        ++busy_;
        return true;
    }
    void giveBack() {
        --busy_;
        if (queueLength_ > 0)
            serveWaiting();
    }
    void enqueue(WaitNode& node, int level) {
        waiting_[static_cast<std::size_t>(level)].append(node);
        ++queueLength_;
    }
    void leave(WaitNode& node, int level) {
        waiting_[static_cast<std::size_t>(level)].remove(node);
        --queueLength_;
    }
    void serveWaiting();
    WaitNode& takeFirst();

    Simulation& simulation_;
    int servers_;
    int busy_ = 0;
    std::size_t queueLength_ = 0;
    std::uint32_t life_ = 0; ///< how often it was restarted
    QueueDiscipline discipline_;
    std::array<WaitList, levelCount> waiting_;
};

inline void Permit::release() {
    Resource* resource = std::exchange(resource_, nullptr);
    if (resource != nullptr && !simulation_->isTearingDown() && resource->life_ == life_)
        resource->giveBack();
}

inline Acquisition::Acquisition(Simulation& simulation, Resource& resource, int level)
    : simulation_(simulation), resource_(resource), level_(level), life_(resource.life_) {}

inline Acquisition::~Acquisition() {
    if (isWaiting() && !simulation_.isTearingDown())
        resource_.leave(*this, level_);
}

inline bool Acquisition::await_ready() {
    return resource_.takeFree();
}

inline void Acquisition::await_suspend(std::coroutine_handle<> waiter) {
    handle = waiter;
    resource_.enqueue(*this, level_);
}

inline int Resource::levelOf(int priority) const {
    if (discipline_ == QueueDiscipline::fifo || priority < 0)
        return 0;
    return priority < levelCount ? priority : levelCount - 1;
}

} // namespace roundtrip
