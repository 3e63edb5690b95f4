#include "core/kernel/shared_processor.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

namespace roundtrip {

namespace {

constexpr auto finishOrder = [](const auto& job) { return std::pair(job.finish, job.arrival); };

} // namespace

SharedService::~SharedService() {
    if (isPresent_ && !simulation_.isTearingDown())
        processor_.leave(*this);
}

void SharedService::await_suspend(std::coroutine_handle<> job) {
    handle_ = job;
    isPresent_ = true;
    processor_.arrive(*this);
}

void SharedService::await_resume() {
    if (std::exchange(isPresent_, false))
        processor_.depart();
}

SharedProcessor::SharedProcessor(Simulation& simulation, double capacity, double mostPerJob)
    : simulation_(simulation), capacity_(capacity), mostPerJob_(mostPerJob) {
    assert(capacity > 0.0);
}

void SharedProcessor::setCapacity(double capacity) {
    assert(capacity > 0.0);
    advance();
    capacity_ = capacity;
    reschedule();
}

void SharedProcessor::arrive(SharedService& service) {
    advance();
    jobs_.push_back({virtualTime_ + service.demand_.toSeconds(), arrivals_++, &service});
    std::ranges::push_heap(jobs_, std::greater(), finishOrder);
    reschedule();
}

// The timer belongs to the job in front, so that one is done.
void SharedProcessor::depart() {
    advance();
    virtualTime_ = jobs_.front().finish;
    std::ranges::pop_heap(jobs_, std::greater(), finishOrder);
    jobs_.pop_back();
    reschedule();
}

void SharedProcessor::leave(const SharedService& service) {
    advance();
    std::erase_if(jobs_, [&](const Job& job) { return job.service == &service; });
    std::ranges::make_heap(jobs_, std::greater(), finishOrder);
    reschedule();
}

void SharedProcessor::advance() {
    const SimTime now = simulation_.now();
    if (!jobs_.empty()) {
        virtualTime_ += (now - advancedTo_).toSeconds() * rate();
    }
    advancedTo_ = now;
}

double SharedProcessor::rate() const {
    return std::min(mostPerJob_, capacity_ / static_cast<double>(jobs_.size()));
}

SimTime SharedProcessor::remainingWork() const {
    if (jobs_.empty()) {
        return {};
    }
    const double reached = virtualTime_ + (simulation_.now() - advancedTo_).toSeconds() * rate();
    double seconds = 0;
    for (const Job& job : jobs_) {
        seconds += job.finish - reached;
    }
    return SimTime::fromSeconds(seconds);
}

void SharedProcessor::reschedule() {
    simulation_.cancel(timer_);
    if (jobs_.empty()) {
        virtualTime_ = 0.0; // keeps the digits of a long run
        return;
    }
    const Job& next = jobs_.front();
    const double left = (next.finish - virtualTime_) / rate();
    timer_ = simulation_.scheduleTimer(SimTime::fromSeconds(left), next.service->handle_);
}

} // namespace roundtrip
