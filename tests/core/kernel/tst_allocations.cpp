#include "core/kernel/mailbox.h"
#include "core/kernel/process.h"
#include "core/kernel/random_stream.h"
#include "core/kernel/resource.h"
#include "tests/support/allocation_counter.h"

#include <QTest>

#include <memory>

using namespace roundtrip;

namespace {

/// A backend in small: jobs queue for a server, compute in a child coroutine on a shared processor,
/// and report to a collector, which waits for each with a timeout.
class Shop {
  public:
    Shop() {
        simulation_.spawn(arrive());
        simulation_.spawn(collect());
    }

    [[nodiscard]] Simulation& simulation() { return simulation_; }
    [[nodiscard]] std::uint64_t finished() const { return finished_; }
    [[nodiscard]] std::uint64_t timeouts() const { return timeouts_; }

  private:
    Process arrive() {
        for (;;) {
            co_await simulation_.delay(draw(1.25));
            simulation_.spawn(serve());
        }
    }

    Process serve() {
        const SimTime arrival = simulation_.now();
        const Permit permit = co_await workers_.acquire();
        const SimTime used = co_await compute();
        done_.push(arrival + used);
    }

    Task<SimTime> compute() {
        co_await simulation_.delay(draw(0.5));
        const SimTime demand = draw(0.5);
        co_await cpu_.serve(demand);
        co_return demand;
    }

    Process collect() {
        for (;;) {
            const std::optional<SimTime> job = co_await done_.receiveWithin(SimTime::seconds(1));
            ++(job ? finished_ : timeouts_);
        }
    }

    SimTime draw(double mean) { return SimTime::fromSeconds(random_.exponential(mean)); }

    Simulation simulation_;
    Resource workers_{simulation_, 1};
    SharedProcessor cpu_{simulation_};
    Mailbox<SimTime> done_{simulation_};
    RandomStream random_{1, "shop", "all"};
    std::uint64_t finished_ = 0;
    std::uint64_t timeouts_ = 0;
};

} // namespace

class TestAllocations : public QObject {
    Q_OBJECT

  private slots:
    void theCounterCounts();
    void aWarmRunAllocatesNothing();
};

void TestAllocations::theCounterCounts() {
    const std::uint64_t before = test::allocationCount;
    const auto number = std::make_unique<int>(7);
    QCOMPARE(test::allocationCount, before + 1);
    QCOMPARE(*number, 7);
}

void TestAllocations::aWarmRunAllocatesNothing() {
    Shop shop;
    shop.simulation().runUntil(SimTime::seconds(200'000));
    const std::uint64_t finished = shop.finished();
    const std::uint64_t before = test::allocationCount;
    shop.simulation().runUntil(SimTime::seconds(400'000));
    QCOMPARE(test::allocationCount - before, 0U);
    QVERIFY(shop.finished() > finished + 150'000);
    QVERIFY(shop.timeouts() > 1000);
}

QTEST_APPLESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
