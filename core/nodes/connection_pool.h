#pragma once

#include "core/kernel/mailbox.h"
#include "core/kernel/sim_time.h"
#include "core/kernel/task.h"

#include <optional>
#include <utility>

namespace roundtrip {

/// Connections to a database that requests borrow, first come first served. A pool of size 0 lends
/// without limit.
class ConnectionPool {
  public:
    ConnectionPool(Simulation& simulation, int size) : handed_(simulation), size_(size) {}

    [[nodiscard]] Simulation& simulation() const { return handed_.simulation(); }

    /// The right to one connection; gives it back when destroyed. May be held in a process beyond
    /// the pool's life only while the Simulation is destroyed.
    class [[nodiscard]] Loan {
      public:
        explicit Loan(ConnectionPool& pool) : simulation_(&pool.simulation()), pool_(&pool) {}
        Loan(Loan&& other) noexcept
            : simulation_(other.simulation_), pool_(std::exchange(other.pool_, nullptr)) {}
        Loan& operator=(Loan&& other) noexcept {
            std::swap(simulation_, other.simulation_);
            std::swap(pool_, other.pool_);
            return *this;
        }
        ~Loan();

      private:
        Simulation* simulation_;
        ConnectionPool* pool_;
    };

    /// Nothing when none came free within `patience`; a patience of zero waits for ever.
    Task<std::optional<Loan>> take(SimTime patience);

    /// More connections are lent at once; fewer once those too many come back.
    void setSize(int size);
    [[nodiscard]] int size() const { return size_; }
    [[nodiscard]] int lent() const { return lent_; }
    /// Whether the next one has to wait.
    [[nodiscard]] bool isExhausted() const { return size_ > 0 && lent_ >= size_; }

  private:
    struct Connection {};
    void handOn();

    Mailbox<Connection> handed_; ///< to those who wait; never keeps any
    int size_;
    int lent_ = 0;
};

} // namespace roundtrip
