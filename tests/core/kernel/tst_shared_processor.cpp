#include "core/kernel/process.h"
#include "core/kernel/shared_processor.h"

#include <QTest>

#include <vector>

using namespace roundtrip;

namespace {

/// When each job was done, in milliseconds.
using Departures = std::vector<double>;

Process serveAt(Simulation& simulation, SharedProcessor& processor, SimTime at, SimTime demand,
                Departures& departures) {
    co_await simulation.delay(at);
    co_await processor.serve(demand);
    departures.push_back(simulation.now().toMilliseconds());
}

} // namespace

class TestSharedProcessor : public QObject {
    Q_OBJECT

  private slots:
    void aJobAloneTakesItsDemandOverTheCapacity();
    void jobsShareTheCapacityEqually();
    void anArrivalSlowsDownTheOthers();
    void equalJobsLeaveTogetherInTheOrderOfTheirArrival();
    void aJobWithoutDemandDoesNotWait();
    void aNewCapacityTakesEffectAtOnce();
};

void TestSharedProcessor::aJobAloneTakesItsDemandOverTheCapacity() {
    Simulation simulation;
    SharedProcessor processor(simulation, 4.0);
    Departures departures;
    simulation.spawn(
        serveAt(simulation, processor, SimTime(), SimTime::milliseconds(100), departures));
    simulation.run();
    QCOMPARE(departures, Departures{25.0});
    QCOMPARE(processor.jobsPresent(), 0U);
}

void TestSharedProcessor::jobsShareTheCapacityEqually() {
    Simulation simulation;
    SharedProcessor processor(simulation);
    Departures departures;
    for (const int demand : {30, 10, 20})
        simulation.spawn(
            serveAt(simulation, processor, SimTime(), SimTime::milliseconds(demand), departures));
    simulation.runUntil(SimTime::milliseconds(1));
    QCOMPARE(processor.jobsPresent(), 3U);
    simulation.run();
    QCOMPARE(departures, (Departures{30.0, 50.0, 60.0}));
}

void TestSharedProcessor::anArrivalSlowsDownTheOthers() {
    Simulation simulation;
    SharedProcessor processor(simulation);
    Departures departures;
    simulation.spawn(
        serveAt(simulation, processor, SimTime(), SimTime::milliseconds(20), departures));
    simulation.spawn(serveAt(simulation, processor, SimTime::milliseconds(10),
                             SimTime::milliseconds(5), departures));
    simulation.run();
    QCOMPARE(departures, (Departures{20.0, 25.0}));
}

void TestSharedProcessor::equalJobsLeaveTogetherInTheOrderOfTheirArrival() {
    Simulation simulation;
    SharedProcessor processor(simulation);
    std::vector<int> order;
    const auto serve = [&](Simulation& /*owner*/, int name) -> Process {
        co_await processor.serve(SimTime::milliseconds(7));
        order.push_back(name);
    };
    for (int i = 0; i < 3; ++i)
        simulation.spawn(serve(simulation, i));
    simulation.run();
    QCOMPARE(order, (std::vector<int>{0, 1, 2}));
    QVERIFY(simulation.now() == SimTime::milliseconds(21));
}

void TestSharedProcessor::aJobWithoutDemandDoesNotWait() {
    Simulation simulation;
    SharedProcessor processor(simulation);
    Departures departures;
    simulation.spawn(serveAt(simulation, processor, SimTime(), SimTime(), departures));
    simulation.run();
    QCOMPARE(departures, Departures{0.0});
}

void TestSharedProcessor::aNewCapacityTakesEffectAtOnce() {
    Simulation simulation;
    SharedProcessor processor(simulation, 1.0);
    Departures departures;
    simulation.spawn(
        serveAt(simulation, processor, SimTime(), SimTime::milliseconds(30), departures));
    simulation.runUntil(SimTime::milliseconds(10));
    processor.setCapacity(0.5);
    simulation.run();
    QCOMPARE(departures, Departures{50.0});
}

QTEST_APPLESS_MAIN(TestSharedProcessor)
#include "tst_shared_processor.moc"
