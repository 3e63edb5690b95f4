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

CircuitBreaker::Rule readBreakerRule(const nlohmann::json& json, const std::string& pointer,
                                     Problems& problems) {
    CircuitBreaker::Rule rule;
    JsonObject object(json, pointer, problems);
    object.allowOnly({"failures", "window", "open", "trials"});
    rule.failures = static_cast<int>(object.integer("failures", rule.failures, 1, 100000));
    rule.window = object.duration("window").value_or(rule.window);
    rule.openFor = object.duration("open").value_or(rule.openFor);
    rule.trials = static_cast<int>(object.integer("trials", rule.trials, 1, 1000));
    return rule;
}

} // namespace roundtrip::tasks
