#include "core/kernel/event_queue.h"

namespace roundtrip {

TimerId EventQueue::pushTimer(SimTime delay, std::coroutine_handle<> handle) {
    if (freeSlots_.empty()) {
        freeSlots_.push_back(static_cast<std::uint32_t>(generations_.size()));
        generations_.push_back(0);
        // One slot can be free per generation: `retire` must not allocate.
        freeSlots_.reserve(generations_.capacity());
    }
    const std::uint32_t slot = freeSlots_.back();
    freeSlots_.pop_back();
    const TimerId timer{slot, generations_[slot]};
    insert(delay, Event{handle, timer});
    return timer;
}

void EventQueue::cancel(TimerId timer) {
    if (!isPending(timer))
        return;
    retire(timer);
    ++cancelledCount_;
    dropCancelledFront();
    // Long timeouts that are nearly always cancelled would otherwise fill the heap.
    if (cancelledCount_ > 64 && 2 * cancelledCount_ > heap_.size())
        dropCancelled();
}

std::optional<SimTime> EventQueue::nextTime() const {
    if (!ring_.empty())
        return now_;
    if (!heap_.empty())
        return heap_.topTime();
    return std::nullopt;
}

void EventQueue::dropCancelledFront() {
    while (!ring_.empty() && isCancelled(ring_.front())) {
        ring_.pop();
        --cancelledCount_;
    }
    while (!heap_.empty() && isCancelled(heap_.top())) {
        heap_.pop();
        --cancelledCount_;
    }
}

void EventQueue::dropCancelled() {
    const std::size_t before = heap_.size();
    heap_.removeIf([this](const Event& event) { return isCancelled(event); });
    cancelledCount_ -= before - heap_.size();
}

} // namespace roundtrip
