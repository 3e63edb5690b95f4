#include "core/kernel/process.h"
#include "core/kernel/resource.h"

#include <QTest>

#include <optional>
#include <vector>

using namespace roundtrip;

namespace {

using Order = std::vector<int>;

Process hold(Simulation& simulation, Resource& resource, int name, int priority, Order& order) {
    const Permit permit = co_await resource.acquire(priority);
    order.push_back(name);
    co_await simulation.delay(SimTime::seconds(1));
}

/// A coroutine whose frame a test destroys while it waits. Starts at once.
class Victim {
  public:
    struct promise_type {
        Victim get_return_object() {
            return Victim(std::coroutine_handle<promise_type>::from_promise(*this));
        }
        static std::suspend_never initial_suspend() noexcept { return {}; }
        static std::suspend_always final_suspend() noexcept { return {}; }
        static void return_void() {}
        static void unhandled_exception() {}
    };

    void destroy() const { handle_.destroy(); }

  private:
    explicit Victim(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
    std::coroutine_handle<promise_type> handle_;
};

Victim waitFor(Resource& resource) {
    const Permit permit = co_await resource.acquire();
}

} // namespace

class TestResource : public QObject {
    Q_OBJECT

  private slots:
    void waitersAreServedInTheOrderOfTheirArrival();
    void lowerLevelsGoFirstAndAreFifoInside();
    void prioritiesOutsideTheRangeCountAsTheNearest();
    void aFifoResourceIgnoresPriorities();
    void nobodyOvertakesAWaiter();
    void aPermitCanBeReleasedEarlyAndMoved();
    void moreServersServeTheWaitingAtOnce();
    void fewerServersTakeEffectAsPermitsReturn();
    void noServersIsAPause();
    void aDestroyedWaiterLeavesTheQueue();
};

void TestResource::waitersAreServedInTheOrderOfTheirArrival() {
    Simulation simulation;
    Resource resource(simulation, 2);
    Order order;
    for (int i = 1; i <= 5; ++i)
        simulation.spawn(hold(simulation, resource, i, 0, order));
    simulation.runUntil(SimTime());
    QCOMPARE(order, (Order{1, 2}));
    QCOMPARE(resource.busy(), 2);
    QCOMPARE(resource.queueLength(), 3U);
    simulation.run();
    QCOMPARE(order, (Order{1, 2, 3, 4, 5}));
    QCOMPARE(resource.busy(), 0);
    QVERIFY(simulation.now() == SimTime::seconds(3));
}

void TestResource::lowerLevelsGoFirstAndAreFifoInside() {
    Simulation simulation;
    Resource resource(simulation, 1, QueueDiscipline::priority);
    Order order;
    const std::vector<int> priorities{7, 5, 1, 5, 0, 1};
    for (std::size_t i = 0; i < priorities.size(); ++i)
        simulation.spawn(hold(simulation, resource, static_cast<int>(i), priorities[i], order));
    simulation.run();
    QCOMPARE(order, (Order{0, 4, 2, 5, 1, 3}));
}

void TestResource::prioritiesOutsideTheRangeCountAsTheNearest() {
    Simulation simulation;
    Resource resource(simulation, 1, QueueDiscipline::priority);
    Order order;
    const std::vector<int> priorities{0, 99, 7, 0, -5};
    for (std::size_t i = 0; i < priorities.size(); ++i)
        simulation.spawn(hold(simulation, resource, static_cast<int>(i), priorities[i], order));
    simulation.run();
    QCOMPARE(order, (Order{0, 3, 4, 1, 2}));
}

void TestResource::aFifoResourceIgnoresPriorities() {
    Simulation simulation;
    Resource resource(simulation, 1);
    Order order;
    for (int i = 0; i < 4; ++i)
        simulation.spawn(hold(simulation, resource, i, 7 - i, order));
    simulation.run();
    QCOMPARE(order, (Order{0, 1, 2, 3}));
}

void TestResource::nobodyOvertakesAWaiter() {
    Simulation simulation;
    Resource resource(simulation, 1);
    Order order;
    std::optional<Permit> held = resource.tryAcquire();
    QVERIFY(held.has_value());
    simulation.spawn(hold(simulation, resource, 1, 0, order));
    simulation.runUntil(SimTime());
    held.reset();
    QVERIFY(!resource.tryAcquire());
    simulation.run();
    QCOMPARE(order, Order{1});
    QVERIFY(resource.tryAcquire().has_value());
}

void TestResource::aPermitCanBeReleasedEarlyAndMoved() {
    Simulation simulation;
    Resource resource(simulation, 2);
    Permit first = *resource.tryAcquire();
    Permit second = *resource.tryAcquire();
    QCOMPARE(resource.busy(), 2);
    first.release();
    first.release();
    QVERIFY(!first.isHeld());
    QCOMPARE(resource.busy(), 1);
    {
        const Permit third = std::move(second);
        QVERIFY(third.isHeld());
    }
    QCOMPARE(resource.busy(), 0);
}

void TestResource::moreServersServeTheWaitingAtOnce() {
    Simulation simulation;
    Resource resource(simulation, 1);
    Order order;
    for (int i = 1; i <= 4; ++i)
        simulation.spawn(hold(simulation, resource, i, 0, order));
    simulation.runUntil(SimTime::milliseconds(500));
    resource.setServers(3);
    QCOMPARE(resource.busy(), 3);
    simulation.runUntil(SimTime::milliseconds(500));
    QCOMPARE(order, (Order{1, 2, 3}));
}

void TestResource::fewerServersTakeEffectAsPermitsReturn() {
    Simulation simulation;
    Resource resource(simulation, 3);
    Order order;
    for (int i = 1; i <= 5; ++i)
        simulation.spawn(hold(simulation, resource, i, 0, order));
    simulation.runUntil(SimTime::milliseconds(500));
    resource.setServers(1);
    QCOMPARE(resource.busy(), 3);
    simulation.runUntil(SimTime::milliseconds(1500));
    QCOMPARE(resource.busy(), 1);
    QCOMPARE(order, (Order{1, 2, 3, 4}));
    simulation.run();
    QVERIFY(simulation.now() == SimTime::seconds(3));
}

void TestResource::noServersIsAPause() {
    Simulation simulation;
    Resource resource(simulation, 0);
    Order order;
    simulation.spawn(hold(simulation, resource, 1, 0, order));
    simulation.run();
    QVERIFY(order.empty());
    resource.setServers(1);
    simulation.run();
    QCOMPARE(order, Order{1});
}

void TestResource::aDestroyedWaiterLeavesTheQueue() {
    Simulation simulation;
    Resource resource(simulation, 0);
    Order order;
    const Victim victim = waitFor(resource);
    simulation.spawn(hold(simulation, resource, 1, 0, order));
    simulation.run();
    QCOMPARE(resource.queueLength(), 2U);
    victim.destroy();
    QCOMPARE(resource.queueLength(), 1U);
    resource.setServers(1);
    simulation.run();
    QCOMPARE(order, Order{1});
}

QTEST_APPLESS_MAIN(TestResource)
#include "tst_resource.moc"
