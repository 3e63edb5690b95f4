#include "core/tasks/circuit_breaker.h"

#include <algorithm>

namespace roundtrip::tasks {

CircuitBreaker::Permission CircuitBreaker::ask(SimTime now) {
    if (state_ == State::closed) {
        return Permission::allowed;
    }
    if (state_ == State::open && now - openedAt_ >= rule_.openFor) {
        state_ = State::halfOpen;
        trialsLeft_ = trialsToSucceed_ = rule_.trials;
    }
    if (state_ == State::open || trialsLeft_ == 0) {
        return Permission::refused;
    }
    --trialsLeft_;
    return Permission::trial;
}

CircuitBreaker::Change CircuitBreaker::succeeded(SimTime /*now*/) {
    if (state_ == State::closed && rule_.window == SimTime()) {
        failures_.clear();
    }
    if (state_ != State::halfOpen || --trialsToSucceed_ > 0) {
        return Change::none;
    }
    state_ = State::closed;
    failures_.clear();
    return Change::closed;
}

CircuitBreaker::Change CircuitBreaker::failed(SimTime now) {
    if (state_ == State::halfOpen) {
        return open(now);
    }
    if (state_ == State::open) {
        return Change::none; // a call from before
    }
    failures_.push_back(now);
    while (rule_.window > SimTime() && now - failures_.front() >= rule_.window) {
        failures_.pop_front();
    }
    return static_cast<int>(failures_.size()) >= rule_.failures ? open(now) : Change::none;
}

CircuitBreaker::Change CircuitBreaker::open(SimTime now) {
    state_ = State::open;
    openedAt_ = now;
    failures_.clear();
    return Change::opened;
}

SimTime CircuitBreaker::triesIn(SimTime now) const {
    return state_ == State::open ? std::max(SimTime(), openedAt_ + rule_.openFor - now) : SimTime();
}

} // namespace roundtrip::tasks
