#include "core/kernel/service_facility.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace roundtrip {

bool isPreemptive(ServiceOrder order) {
    return order == ServiceOrder::lifoPreemptive || order == ServiceOrder::priorityPreemptive ||
           order == ServiceOrder::psjf || order == ServiceOrder::srpt;
}

FacilityService::FacilityService(ServiceFacility& facility, const ServiceDemand& demand)
    : simulation_(facility.simulation_), facility_(facility), demand_(demand),
      remaining_(demand.work) {}

FacilityService::~FacilityService() {
    if (state_ == State::outside || simulation_.isTearingDown())
        return;
    simulation_.cancel(timer_);
    simulation_.cancel(patience_);
    if (state_ == State::waiting)
        facility_.leaveWaiting(*this);
    else
        facility_.leaveServer(*this);
}

void FacilityService::await_suspend(std::coroutine_handle<> customer) {
    handle_ = customer;
    facility_.arrive(*this);
}

// Only two timers resume it: the end of its service, and the end of its patience in line.
bool FacilityService::await_resume() {
    const bool isServed = state_ == State::served;
    if (isServed)
        facility_.leaveServer(*this);
    else
        facility_.leaveWaiting(*this);
    state_ = State::outside;
    return isServed;
}

ServiceFacility::ServiceFacility(Simulation& simulation, std::size_t servers, ServiceOrder order,
                                 RandomStream random, Observer observer)
    : simulation_(simulation), servers_(servers), order_(order), random_(random),
      observer_(std::move(observer)) {
    assert(servers > 0);
}

SimTime ServiceFacility::remainingWork() const {
    return work_ - (simulation_.now() - workAt_) * static_cast<std::int64_t>(served_.size());
}

void ServiceFacility::advanceWork() {
    work_ = remainingWork();
    workAt_ = simulation_.now();
}

void ServiceFacility::arrive(FacilityService& customer) {
    customer.number_ = ++arrivals_;
    advanceWork();
    work_ += customer.remaining_;
    if (served_.size() < servers_) {
        beginService(customer);
        return;
    }
    if (isPreemptive(order_)) {
        FacilityService& last = leastUrgentServed();
        if (rankOf(customer) < rankOf(last)) {
            interrupt(last);
            beginService(customer);
            return;
        }
    }
    if (customer.demand_.patience) {
        customer.patience_ =
            simulation_.scheduleTimer(*customer.demand_.patience, customer.handle_);
    }
    enterLine(customer);
}

void ServiceFacility::leaveWaiting(FacilityService& customer) {
    advanceWork();
    work_ -= customer.remaining_;
    leaveLine(customer.place_);
}

void ServiceFacility::leaveServer(FacilityService& customer) {
    advanceWork();
    work_ -= customer.remaining_ - (simulation_.now() - customer.resumedAt_);
    removeServed(customer);
    serveNext();
}

void ServiceFacility::addServed(FacilityService& customer) {
    advanceWork();
    customer.place_ = served_.size();
    served_.push_back(&customer);
}

void ServiceFacility::removeServed(FacilityService& customer) {
    advanceWork();
    served_.back()->place_ = customer.place_;
    served_[customer.place_] = served_.back();
    served_.pop_back();
}

void ServiceFacility::serveNext() {
    if (line_.empty() || served_.size() >= servers_)
        return;
    const std::size_t place = order_ == ServiceOrder::random ? random_.below(line_.size()) : 0;
    FacilityService& next = *line_[place];
    leaveLine(place);
    beginService(next);
}

void ServiceFacility::beginService(FacilityService& customer) {
    simulation_.cancel(customer.patience_);
    customer.state_ = FacilityService::State::served;
    addServed(customer);
    customer.resumedAt_ = simulation_.now();
    customer.timer_ = simulation_.scheduleTimer(customer.remaining_, customer.handle_);
    observer_.resumed(customer.demand_);
}

void ServiceFacility::interrupt(FacilityService& customer) {
    simulation_.cancel(customer.timer_);
    customer.remaining_ -= simulation_.now() - customer.resumedAt_;
    removeServed(customer);
    enterLine(customer);
    observer_.interrupted(customer.demand_);
}

FacilityService& ServiceFacility::leastUrgentServed() const {
    return **std::ranges::max_element(
        served_, {}, [this](const FacilityService* customer) { return rankOf(*customer); });
}

FacilityService::Rank ServiceFacility::rankOf(const FacilityService& customer) const {
    switch (order_) {
    case ServiceOrder::lifo:
    case ServiceOrder::lifoPreemptive:
        return {-static_cast<std::int64_t>(customer.number_), 0};
    case ServiceOrder::priority:
    case ServiceOrder::priorityPreemptive:
        return {customer.demand_.jobClass, customer.number_};
    case ServiceOrder::sjf:
    case ServiceOrder::psjf:
        return {customer.demand_.work.ns(), customer.number_};
    case ServiceOrder::srpt: {
        const bool isServed = customer.state_ == FacilityService::State::served;
        const SimTime done = isServed ? simulation_.now() - customer.resumedAt_ : SimTime();
        return {(customer.remaining_ - done).ns(), customer.number_};
    }
    default:
        return {0, customer.number_};
    }
}

bool ServiceFacility::isBefore(std::size_t one, std::size_t other) const {
    return rankOf(*line_[one]) < rankOf(*line_[other]);
}

void ServiceFacility::enterLine(FacilityService& customer) {
    customer.state_ = FacilityService::State::waiting;
    line_.push_back(&customer);
    customer.place_ = line_.size() - 1;
    if (order_ != ServiceOrder::random)
        moveUp(customer.place_);
}

void ServiceFacility::leaveLine(std::size_t place) {
    const std::size_t last = line_.size() - 1;
    if (place != last)
        swapPlaces(place, last);
    line_.pop_back();
    if (place < line_.size() && order_ != ServiceOrder::random) {
        moveUp(place);
        moveDown(place);
    }
}

void ServiceFacility::swapPlaces(std::size_t one, std::size_t other) {
    std::swap(line_[one], line_[other]);
    line_[one]->place_ = one;
    line_[other]->place_ = other;
}

void ServiceFacility::moveUp(std::size_t place) {
    while (place > 0 && isBefore(place, (place - 1) / 2)) {
        swapPlaces(place, (place - 1) / 2);
        place = (place - 1) / 2;
    }
}

void ServiceFacility::moveDown(std::size_t place) {
    for (;;) {
        const std::size_t left = 2 * place + 1;
        if (left >= line_.size())
            return;
        const std::size_t right = left + 1;
        const std::size_t child = right < line_.size() && isBefore(right, left) ? right : left;
        if (!isBefore(child, place))
            return;
        swapPlaces(place, child);
        place = child;
    }
}

} // namespace roundtrip
