#pragma once

#include "core/kernel/event_heap.h"
#include "core/kernel/ring_buffer.h"
#include "core/kernel/sim_time.h"

#include <coroutine>
#include <cstdint>
#include <optional>
#include <vector>

namespace roundtrip {

/// Names a timer that can be cancelled. A default one names none.
struct TimerId {
    std::uint32_t slot = UINT32_MAX;
    std::uint32_t generation = 0;
};

/// The pending events of a Simulation and its clock. Events leave in the order (time, insertion).
/// Those without delay go through a ring and not the heap: whatever the heap holds for this
/// instant was inserted before the clock reached it, so it goes first and the order stays total.
class EventQueue {
  public:
    [[nodiscard]] SimTime now() const { return now_; }
    [[nodiscard]] bool empty() const { return heap_.empty() && ring_.empty(); }

    /// Resumes `handle` after `delay`; a negative one counts as zero, and an instant beyond
    /// SimTime::max() becomes that.
    void push(SimTime delay, std::coroutine_handle<> handle) {
        insert(delay, Event{handle, TimerId{}});
    }

    /// As `push`, but can be cancelled until it is popped.
    TimerId pushTimer(SimTime delay, std::coroutine_handle<> handle);

    /// Does nothing when the timer has fired or was cancelled.
    void cancel(TimerId timer);

    /// Time of the next event that was not cancelled.
    [[nodiscard]] std::optional<SimTime> nextTime() const;

    /// Whether an event is pending at or before `limit`.
    [[nodiscard]] bool hasEventUntil(SimTime limit) const {
        return !ring_.empty() ? now_ <= limit : !heap_.empty() && heap_.topTime() <= limit;
    }

    /// Advances the clock to the next event and removes it; null when none is pending.
    std::coroutine_handle<> pop();

    /// Moves the clock forward; no event may be pending before `time`.
    void advanceTo(SimTime time) { now_ = std::max(now_, time); }

  private:
    struct Event {
        std::coroutine_handle<> handle;
        TimerId timer;
    };

    static bool isTimer(const Event& event) { return event.timer.slot != TimerId{}.slot; }

    void insert(SimTime delay, Event event) {
        if (delay <= SimTime())
            ring_.push(event);
        else
            heap_.push(delay > SimTime::max() - now_ ? SimTime::max() : now_ + delay, event);
    }

    [[nodiscard]] bool isPending(TimerId timer) const {
        return timer.slot < generations_.size() && generations_[timer.slot] == timer.generation;
    }
    [[nodiscard]] bool isCancelled(const Event& event) const {
        return isTimer(event) && !isPending(event.timer);
    }

    Event popEvent();
    void retire(TimerId timer);
    void dropCancelledFront();
    void dropCancelled();

    SimTime now_;
    EventHeap<Event> heap_;
    RingBuffer<Event> ring_;
    // A slot's generation grows when its timer fires or is cancelled. Four thousand million
    // timers would have to use one slot before an old id could match again.
    std::vector<std::uint32_t> generations_;
    std::vector<std::uint32_t> freeSlots_;
    std::size_t cancelledCount_ = 0;
};

// The earliest event of heap and ring is never a cancelled one, except inside these functions.

inline EventQueue::Event EventQueue::popEvent() {
    if (!ring_.empty() && (heap_.empty() || heap_.topTime() != now_))
        return ring_.pop();
    now_ = heap_.topTime();
    return heap_.pop();
}

inline std::coroutine_handle<> EventQueue::pop() {
    if (empty())
        return {};
    const Event event = popEvent();
    if (isTimer(event))
        retire(event.timer);
    if (cancelledCount_ > 0)
        dropCancelledFront();
    return event.handle;
}

inline void EventQueue::retire(TimerId timer) {
    ++generations_[timer.slot];
    freeSlots_.push_back(timer.slot);
}

} // namespace roundtrip
