#include "core/kernel/event_queue.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <utility>
#include <vector>

using namespace roundtrip;

namespace {

/// A handle that is told from others but never resumed.
std::coroutine_handle<> handleOf(std::uintptr_t number) {
    return std::coroutine_handle<>::from_address(reinterpret_cast<void*>(8 * number));
}

std::uintptr_t numberOf(std::coroutine_handle<> handle) {
    return reinterpret_cast<std::uintptr_t>(handle.address()) / 8;
}

std::vector<std::uintptr_t> drain(EventQueue& queue) {
    std::vector<std::uintptr_t> numbers;
    while (const auto handle = queue.pop())
        numbers.push_back(numberOf(handle));
    return numbers;
}

using Numbers = std::vector<std::uintptr_t>;

} // namespace

class TestEventQueue : public QObject {
    Q_OBJECT

  private slots:
    void eventsLeaveByTimeThenInsertion();
    void anEventDueNowGoesBeforeOneThatIsAddedNow();
    void aNegativeDelayCountsAsZero();
    void aDelayBeyondTheEndOfTimeSaturates();
    void aCancelledTimerNeverFires();
    void cancellingTwiceOrTooLateDoesNothing();
    void aReusedTimerSlotIsAnotherTimer();
    void theNextTimeIsThatOfALiveEvent();
    void manyCancelledTimersDoNotDisturbTheOrder();
    void theHeapSortsStably();
    void theQueueAgreesWithAStableSortUnderInterleaving();
};

void TestEventQueue::eventsLeaveByTimeThenInsertion() {
    EventQueue queue;
    queue.push(SimTime::seconds(2), handleOf(1));
    queue.push(SimTime::seconds(1), handleOf(2));
    queue.push(SimTime::seconds(2), handleOf(3));
    queue.push(SimTime(), handleOf(4));
    QCOMPARE(drain(queue), (Numbers{4, 2, 1, 3}));
    QVERIFY(queue.now() == SimTime::seconds(2));
}

void TestEventQueue::anEventDueNowGoesBeforeOneThatIsAddedNow() {
    EventQueue queue;
    queue.push(SimTime::seconds(1), handleOf(1));
    queue.push(SimTime::seconds(1), handleOf(2));
    QCOMPARE(numberOf(queue.pop()), 1U);
    queue.push(SimTime(), handleOf(3));
    QCOMPARE(drain(queue), (Numbers{2, 3}));
}

void TestEventQueue::aNegativeDelayCountsAsZero() {
    EventQueue queue;
    queue.advanceTo(SimTime::seconds(5));
    queue.push(SimTime::seconds(-1), handleOf(1));
    queue.pop();
    QVERIFY(queue.now() == SimTime::seconds(5));
}

void TestEventQueue::aDelayBeyondTheEndOfTimeSaturates() {
    EventQueue queue;
    queue.advanceTo(SimTime::seconds(5));
    queue.push(SimTime::max(), handleOf(1));
    QVERIFY(queue.nextTime() == SimTime::max());
}

void TestEventQueue::aCancelledTimerNeverFires() {
    EventQueue queue;
    const TimerId inHeap = queue.pushTimer(SimTime::seconds(1), handleOf(1));
    const TimerId inRing = queue.pushTimer(SimTime(), handleOf(2));
    queue.pushTimer(SimTime::seconds(2), handleOf(3));
    queue.cancel(inHeap);
    queue.cancel(inRing);
    QCOMPARE(drain(queue), Numbers{3});
}

void TestEventQueue::cancellingTwiceOrTooLateDoesNothing() {
    EventQueue queue;
    queue.cancel(TimerId{});
    const TimerId cancelled = queue.pushTimer(SimTime::seconds(1), handleOf(1));
    queue.cancel(cancelled);
    queue.cancel(cancelled);
    const TimerId fired = queue.pushTimer(SimTime::seconds(1), handleOf(2));
    QCOMPARE(drain(queue), Numbers{2});
    queue.cancel(fired);
    queue.pushTimer(SimTime::seconds(1), handleOf(3));
    QCOMPARE(drain(queue), Numbers{3});
}

void TestEventQueue::aReusedTimerSlotIsAnotherTimer() {
    EventQueue queue;
    const TimerId first = queue.pushTimer(SimTime::seconds(3), handleOf(1));
    queue.push(SimTime::seconds(1), handleOf(2));
    queue.cancel(first);
    const TimerId second = queue.pushTimer(SimTime::seconds(2), handleOf(3));
    QCOMPARE(second.slot, first.slot);
    queue.cancel(first);
    QCOMPARE(drain(queue), (Numbers{2, 3}));
    QVERIFY(queue.now() == SimTime::seconds(2));
}

void TestEventQueue::theNextTimeIsThatOfALiveEvent() {
    EventQueue queue;
    QVERIFY(!queue.nextTime());
    const TimerId first = queue.pushTimer(SimTime::seconds(1), handleOf(1));
    const TimerId second = queue.pushTimer(SimTime::seconds(2), handleOf(2));
    queue.push(SimTime::seconds(3), handleOf(3));
    queue.cancel(second);
    QVERIFY(queue.nextTime() == SimTime::seconds(1));
    queue.cancel(first);
    QVERIFY(queue.nextTime() == SimTime::seconds(3));
    QVERIFY(!queue.hasEventUntil(SimTime::milliseconds(2999)));
    QVERIFY(queue.hasEventUntil(SimTime::seconds(3)));
}

void TestEventQueue::manyCancelledTimersDoNotDisturbTheOrder() {
    EventQueue queue;
    std::vector<TimerId> timers;
    Numbers kept;
    for (std::uintptr_t i = 1; i <= 2000; ++i)
        timers.push_back(
            queue.pushTimer(SimTime::seconds(static_cast<std::int64_t>(i)), handleOf(i)));
    for (std::uintptr_t i = 2000; i >= 1; --i) {
        if (i % 7 != 0)
            queue.cancel(timers[i - 1]);
        else
            kept.insert(kept.begin(), i);
    }
    QCOMPARE(drain(queue), kept);
}

void TestEventQueue::theHeapSortsStably() {
    const bool holds =
        rc::check("pop gives a stable sort by time", [](std::vector<unsigned> times) {
            EventHeap<std::size_t> heap;
            std::vector<std::pair<unsigned, std::size_t>> expected;
            for (std::size_t i = 0; i < times.size(); ++i) {
                expected.emplace_back(times[i] % 16, i);
                heap.push(SimTime::nanoseconds(times[i] % 16), i);
            }
            std::ranges::stable_sort(expected, {}, &std::pair<unsigned, std::size_t>::first);
            for (const auto& [time, index] : expected) {
                RC_ASSERT(heap.topTime() == SimTime::nanoseconds(time));
                RC_ASSERT(heap.pop() == index);
            }
            RC_ASSERT(heap.empty());
        });
    QVERIFY(holds);
}

// Pushes, pops and cancellations in any order, against a plain list that is searched.
void TestEventQueue::theQueueAgreesWithAStableSortUnderInterleaving() {
    struct Expected {
        SimTime time;
        std::uintptr_t number;
        TimerId timer;
    };
    const bool holds = rc::check("same as a list", [](const std::vector<std::uint8_t>& script) {
        EventQueue queue;
        std::vector<Expected> list;
        std::uintptr_t number = 0;
        for (const std::uint8_t step : script) {
            if (step % 4 <= 1) {
                const SimTime delay = SimTime::nanoseconds(step / 4 % 8);
                const TimerId timer = queue.pushTimer(delay, handleOf(++number));
                list.push_back({queue.now() + delay, number, timer});
            } else if (step % 4 == 2 && !list.empty()) {
                const auto victim = list.begin() + (step / 4 % static_cast<int>(list.size()));
                queue.cancel(victim->timer);
                list.erase(victim);
            } else if (!list.empty()) {
                const auto next = std::ranges::min_element(list, {}, &Expected::time);
                RC_ASSERT(queue.nextTime() == next->time);
                RC_ASSERT(numberOf(queue.pop()) == next->number);
                RC_ASSERT(queue.now() == next->time);
                list.erase(next);
            }
        }
        RC_ASSERT(queue.empty() == list.empty());
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(TestEventQueue)
#include "tst_event_queue.moc"
