#include "core/kernel/mailbox.h"
#include "core/kernel/process.h"
#include "core/kernel/resource.h"

#include <QTest>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace roundtrip;

namespace {

using Log = std::vector<std::string>;

Process say(Simulation& simulation, Log& log, std::string text, SimTime after) {
    co_await simulation.delay(after);
    log.push_back(text);
}

Process throwAfter(Simulation& simulation, SimTime after) {
    co_await simulation.delay(after);
    throw std::runtime_error("the disk is full");
}

Task<int> twice(Simulation& simulation, int value) {
    co_await simulation.delay(SimTime::milliseconds(1));
    if (value < 0)
        throw std::invalid_argument("negative");
    co_return 2 * value;
}

Task<std::unique_ptr<int>> boxedSum(Simulation& simulation, int a, int b) {
    const int left = co_await twice(simulation, a);
    const int right = co_await twice(simulation, b);
    co_return std::make_unique<int>(left + right);
}

Task<> count(Simulation& simulation, int depth, int& reached) {
    reached = std::max(reached, depth);
    if (depth < 100'000)
        co_await count(simulation, depth + 1, reached);
}

/// As a node does it: the coroutines are members, and the object knows the Simulation.
class Node {
  public:
    Node(Simulation& simulation, Log& log) : simulation_(simulation), log_(log) {}

    [[nodiscard]] Simulation& simulation() const { return simulation_; }

    Process run(int value) { log_.push_back(std::to_string(co_await half(value))); }

  private:
    [[nodiscard]] Task<int> half(int value) const {
        co_await simulation_.delay(SimTime::seconds(1));
        co_return value / 2;
    }

    Simulation& simulation_;
    Log& log_;
};

/// Counts its living copies, to see whether frames are destroyed.
class Witness {
  public:
    explicit Witness(int& living) : living_(&living) { ++*living_; }
    Witness(const Witness&) = delete;
    Witness& operator=(const Witness&) = delete;
    ~Witness() { --*living_; }

  private:
    int* living_;
};

} // namespace

class TestSimulation : public QObject {
    Q_OBJECT

  private slots:
    void aSpawnedProcessFirstRunsInAnEventOfThisInstant();
    void eventsOfOneInstantRunInTheOrderOfTheirInsertion();
    void aDelayOfZeroLetsOthersGoFirst();
    void runUntilIncludesItsEndAndSetsTheClock();
    void oneStepIsOneEvent();
    void aTaskHandsBackItsValue();
    void aTaskPassesItsExceptionToTheAwaiter();
    void aHundredThousandNestedTasksNeedNoStack();
    void membersAndLambdasFindTheirSimulation();
    void anExceptionThatLeavesAProcessEndsTheRun();
    void anUnknownExceptionEndsTheRunToo();
    void onlyTheFirstFailureIsKept();
    void aProcessThatWasNeverSpawnedIsDestroyed();
    void suspendedProcessesAreDestroyedWithTheSimulation();
    void resourcesMayDieBeforeOrAfterTheSimulation_data();
    void resourcesMayDieBeforeOrAfterTheSimulation();
    void twoSimulationsLiveSideBySide();
};

void TestSimulation::aSpawnedProcessFirstRunsInAnEventOfThisInstant() {
    Simulation simulation;
    Log log;
    simulation.spawn(say(simulation, log, "hello", SimTime()));
    QVERIFY(log.empty());
    QCOMPARE(simulation.liveProcesses(), 1U);
    QVERIFY(simulation.nextEventTime() == SimTime());
    simulation.run();
    QCOMPARE(log, Log{"hello"});
    QCOMPARE(simulation.liveProcesses(), 0U);
    QVERIFY(!simulation.nextEventTime());
}

void TestSimulation::eventsOfOneInstantRunInTheOrderOfTheirInsertion() {
    Simulation simulation;
    Log log;
    for (const char* name : {"a", "b", "c"})
        simulation.spawn(say(simulation, log, name, SimTime::seconds(1)));
    simulation.run();
    QCOMPARE(log, (Log{"a", "b", "c"}));
}

void TestSimulation::aDelayOfZeroLetsOthersGoFirst() {
    Simulation simulation;
    Log log;
    const auto twoSteps = [&log](Simulation& owner) -> Process {
        co_await owner.delay(SimTime::seconds(1));
        log.emplace_back("first");
        co_await owner.delay(SimTime::seconds(-1));
        log.emplace_back("last");
    };
    simulation.spawn(twoSteps(simulation));
    simulation.spawn(say(simulation, log, "between", SimTime::seconds(1)));
    simulation.run();
    QCOMPARE(log, (Log{"first", "between", "last"}));
}

void TestSimulation::runUntilIncludesItsEndAndSetsTheClock() {
    Simulation simulation;
    Log log;
    simulation.spawn(say(simulation, log, "at 2 s", SimTime::seconds(2)));
    simulation.spawn(say(simulation, log, "at 3 s", SimTime::seconds(3)));
    simulation.runUntil(SimTime::seconds(2));
    QCOMPARE(log, Log{"at 2 s"});
    simulation.runUntil(SimTime::milliseconds(2500));
    QVERIFY(simulation.now() == SimTime::milliseconds(2500));
    simulation.runUntil(SimTime::seconds(1));
    QVERIFY(simulation.now() == SimTime::milliseconds(2500));
    simulation.runUntil(SimTime::seconds(10));
    QCOMPARE(log, (Log{"at 2 s", "at 3 s"}));
    QVERIFY(simulation.now() == SimTime::seconds(10));
}

void TestSimulation::oneStepIsOneEvent() {
    Simulation simulation;
    Log log;
    simulation.spawn(say(simulation, log, "done", SimTime::seconds(1)));
    QVERIFY(simulation.step());
    QVERIFY(log.empty());
    QVERIFY(simulation.step());
    QCOMPARE(log, Log{"done"});
    QVERIFY(!simulation.step());
    QCOMPARE(simulation.eventCount(), 2U);
}

void TestSimulation::aTaskHandsBackItsValue() {
    Simulation simulation;
    int result = 0;
    const auto ask = [&result](Simulation& owner) -> Process {
        const std::unique_ptr<int> sum = co_await boxedSum(owner, 3, 4);
        result = *sum;
    };
    simulation.spawn(ask(simulation));
    simulation.run();
    QCOMPARE(result, 14);
    QVERIFY(simulation.now() == SimTime::milliseconds(2));
}

void TestSimulation::aTaskPassesItsExceptionToTheAwaiter() {
    Simulation simulation;
    Log log;
    const auto ask = [&log](Simulation& owner) -> Process {
        try {
            co_await boxedSum(owner, 1, -1);
        } catch (const std::invalid_argument& error) {
            log.emplace_back(error.what());
        }
    };
    simulation.spawn(ask(simulation));
    simulation.run();
    QCOMPARE(log, Log{"negative"});
    QVERIFY(!simulation.hasFailed());
}

void TestSimulation::aHundredThousandNestedTasksNeedNoStack() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
    QSKIP("symmetric transfer is a tail call, which GCC only makes when it optimises");
#endif
    Simulation simulation;
    int reached = 0;
    const auto start = [&reached](Simulation& owner) -> Process {
        co_await count(owner, 1, reached);
    };
    simulation.spawn(start(simulation));
    simulation.run();
    QCOMPARE(reached, 100'000);
}

void TestSimulation::membersAndLambdasFindTheirSimulation() {
    Simulation simulation;
    Log log;
    Node node(simulation, log);
    const auto byParameter = [&log](int value, Simulation& owner) -> Process {
        co_await owner.delay(SimTime::seconds(2));
        log.push_back(std::to_string(value));
    };
    const auto byNode = [](Node& owner, Log& out) -> Process {
        co_await owner.simulation().delay(SimTime::seconds(3));
        out.emplace_back("node");
    };
    simulation.spawn(node.run(14));
    simulation.spawn(byParameter(8, simulation));
    simulation.spawn(byNode(node, log));
    simulation.run();
    QCOMPARE(log, (Log{"7", "8", "node"}));
}

void TestSimulation::anExceptionThatLeavesAProcessEndsTheRun() {
    Simulation simulation;
    Log log;
    simulation.spawn(throwAfter(simulation, SimTime::seconds(1)));
    simulation.spawn(say(simulation, log, "too late", SimTime::seconds(2)));
    simulation.run();
    QVERIFY(simulation.hasFailed());
    QCOMPARE(simulation.failure(), std::string("the disk is full"));
    QVERIFY(!simulation.step());
    simulation.runUntil(SimTime::seconds(5));
    QVERIFY(log.empty());
    QVERIFY(simulation.now() == SimTime::seconds(1));
    QCOMPARE(simulation.liveProcesses(), 1U);
}

void TestSimulation::anUnknownExceptionEndsTheRunToo() {
    Simulation simulation;
    const auto throwNumber = [](Simulation& owner) -> Process {
        co_await owner.delay(SimTime());
        throw 42;
    };
    simulation.spawn(throwNumber(simulation));
    simulation.run();
    QCOMPARE(simulation.failure(), std::string("an exception of an unknown type"));
}

void TestSimulation::onlyTheFirstFailureIsKept() {
    Simulation simulation;
    simulation.fail("first");
    simulation.fail("second");
    QCOMPARE(simulation.failure(), std::string("first"));
}

void TestSimulation::aProcessThatWasNeverSpawnedIsDestroyed() {
    int living = 0;
    Simulation simulation;
    {
        const auto hold = [](Simulation& owner, std::shared_ptr<Witness> /*witness*/) -> Process {
            co_await owner.delay(SimTime());
        };
        const Process process = hold(simulation, std::make_shared<Witness>(living));
        QCOMPARE(living, 1);
    }
    QCOMPARE(living, 0);
    QCOMPARE(simulation.liveProcesses(), 0U);
}

void TestSimulation::suspendedProcessesAreDestroyedWithTheSimulation() {
    int living = 0;
    {
        Simulation simulation;
        const auto inner = [&living](Simulation& owner) -> Task<> {
            const Witness witness(living);
            co_await owner.delay(SimTime::seconds(100));
        };
        const auto outer = [&living, &inner](Simulation& owner) -> Process {
            const Witness witness(living);
            co_await inner(owner);
        };
        simulation.spawn(outer(simulation));
        simulation.spawn(outer(simulation));
        simulation.runUntil(SimTime::seconds(1));
        QCOMPARE(living, 4);
    }
    QCOMPARE(living, 0);
}

void TestSimulation::resourcesMayDieBeforeOrAfterTheSimulation_data() {
    QTest::addColumn<bool>("before");
    QTest::newRow("before") << true;
    QTest::newRow("after") << false;
}

void TestSimulation::resourcesMayDieBeforeOrAfterTheSimulation() {
    QFETCH(bool, before);
    struct Parts {
        explicit Parts(Simulation& simulation)
            : workers(simulation, 1), cpu(simulation), mailbox(simulation) {}
        Resource workers;
        SharedProcessor cpu;
        Mailbox<std::string> mailbox;
    };
    auto simulation = std::make_unique<Simulation>();
    auto parts = std::make_unique<Parts>(*simulation);
    const auto work = [](Simulation& owner, Parts& all) -> Process {
        const Permit permit = co_await all.workers.acquire();
        co_await owner.delay(SimTime::seconds(9));
    };
    const auto receive = [](Simulation& /*owner*/, Parts& all) -> Process {
        (void)co_await all.mailbox.receiveWithin(SimTime::seconds(9));
    };
    const auto compute = [](Simulation& /*owner*/, Parts& all) -> Process {
        co_await all.cpu.serve(SimTime::seconds(9));
    };
    for (int i = 0; i < 3; ++i) {
        simulation->spawn(work(*simulation, *parts));
        simulation->spawn(receive(*simulation, *parts));
        simulation->spawn(compute(*simulation, *parts));
    }
    simulation->runUntil(SimTime::seconds(1));
    QCOMPARE(parts->workers.queueLength(), 2U);
    QCOMPARE(parts->mailbox.waitingReceivers(), 3U);
    QCOMPARE(parts->cpu.jobsPresent(), 3U);
    if (before)
        parts.reset();
    simulation.reset();
}

void TestSimulation::twoSimulationsLiveSideBySide() {
    Simulation first;
    Simulation second;
    Log log;
    first.spawn(say(first, log, "first", SimTime::seconds(1)));
    second.spawn(say(second, log, "second", SimTime::seconds(1)));
    second.run();
    QVERIFY(first.now() == SimTime());
    first.run();
    QCOMPARE(log, (Log{"second", "first"}));
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
