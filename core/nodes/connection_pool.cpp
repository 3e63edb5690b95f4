#include "core/nodes/connection_pool.h"

#include "core/kernel/simulation.h"

namespace roundtrip {

ConnectionPool::Loan::~Loan() {
    if (pool_ != nullptr && !simulation_->isTearingDown()) {
        --pool_->lent_;
        pool_->handOn();
    }
}

Task<std::optional<ConnectionPool::Loan>> ConnectionPool::take(SimTime patience) {
    if (!isExhausted()) {
        ++lent_;
    } else if (patience == SimTime()) {
        [[maybe_unused]] const Connection handed = co_await handed_.receive();
    } else {
        const std::optional<Connection> handed = co_await handed_.receiveWithin(patience);
        if (!handed) {
            co_return std::nullopt;
        }
    }
    co_return std::optional<Loan>(Loan(*this));
}

void ConnectionPool::setSize(int size) {
    size_ = size;
    handOn();
}

/// Whoever has waited longest gets what is free; it counts as lent from this moment.
void ConnectionPool::handOn() {
    while (handed_.waitingReceivers() > 0 && !isExhausted()) {
        ++lent_;
        handed_.push({});
    }
}

} // namespace roundtrip
