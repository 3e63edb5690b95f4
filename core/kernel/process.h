#pragma once

#include "core/kernel/pooled_frame.h"
#include "core/kernel/simulation.h"
#include "core/kernel/task.h"

#include <coroutine>
#include <utility>

namespace roundtrip {

/// A coroutine that lives on its own in simulated time: `Process serve(Simulation&, ...)`. Created
/// suspended, started by Simulation::spawn, which also takes it over; one that was never spawned is
/// destroyed with this object. An exception that leaves it ends the run (Simulation::failure).
class [[nodiscard]] Process {
  public:
    class promise_type : public ProcessLink, public PooledFrame {
      public:
        promise_type() = default;
        promise_type(const promise_type&) = delete;
        promise_type& operator=(const promise_type&) = delete;
        ~promise_type() {
            if (simulation_ != nullptr)
                simulation_->unlink(*this);
        }

        Process get_return_object() noexcept { return Process(Handle::from_promise(*this)); }
        static constexpr std::suspend_always initial_suspend() noexcept { return {}; }
        static constexpr std::suspend_never final_suspend() noexcept { return {}; }
        static constexpr void return_void() noexcept {}
        void unhandled_exception() noexcept;

      private:
        friend class Process;
        Simulation* simulation_ = nullptr;
    };

    Process(Process&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
    Process& operator=(Process&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Process() {
        if (handle_)
            handle_.destroy();
    }

  private:
    friend class Simulation;
    using Handle = std::coroutine_handle<promise_type>;

    explicit Process(Handle handle) noexcept : handle_(handle) {}

    std::coroutine_handle<> releaseTo(Simulation& simulation) {
        promise_type& promise = handle_.promise();
        promise.simulation_ = &simulation;
        simulation.link(promise);
        return std::exchange(handle_, {});
    }

    static void destroy(ProcessLink& link) {
        Handle::from_promise(static_cast<promise_type&>(link)).destroy();
    }

    Handle handle_;
};

inline void Simulation::spawn(Process process) {
    spawnIn(SimTime(), std::move(process));
}

inline void Simulation::spawnIn(SimTime delay, Process process) {
    queue_.push(delay, process.releaseTo(*this));
}

} // namespace roundtrip
