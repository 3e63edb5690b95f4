#include "core/kernel/process.h"
#include "core/kernel/service_facility.h"

#include <QTest>

#include <string>
#include <vector>

using namespace roundtrip;

namespace {

constexpr SimTime kSecond = SimTime::seconds(1);

/// Customers with their names, and when each left: "b2 a5", "-" in front of who lost patience.
struct Desk {
    explicit Desk(ServiceOrder order, std::size_t servers = 1)
        : facility(
              simulation, servers, order, RandomStream(1, "desk", "order"),
              {[](const ServiceDemand&) {}, [this](const ServiceDemand&) { ++interruptions; }}) {}

    Process come(Simulation& clock, std::string name, int at, ServiceDemand demand) {
        co_await clock.delay(kSecond * at);
        const bool isServed = co_await facility.serve(demand);
        left += (left.empty() ? "" : " ") + std::string(isServed ? "" : "-") + name +
                std::to_string(clock.now().ns() / kSecond.ns());
    }
    void expect(const std::string& name, int at, int work, std::uint32_t jobClass = 0) {
        simulation.spawn(
            come(simulation, name, at, {.work = kSecond * work, .jobClass = jobClass}));
    }
    void expectImpatient(const std::string& name, int at, int work, int patience) {
        simulation.spawn(
            come(simulation, name, at, {.work = kSecond * work, .patience = kSecond * patience}));
    }

    Simulation simulation;
    ServiceFacility facility;
    int interruptions = 0;
    std::string left;
};

} // namespace

class TestServiceFacility : public QObject {
    Q_OBJECT

  private slots:
    void theOrderDecidesWhoLeavesWhen_data();
    void theOrderDecidesWhoLeavesWhen();
    void anInterruptedServiceIsResumed();
    void theLeastUrgentServerIsInterrupted();
    void impatienceEndsWithTheFirstService();
    void whoIsDestroyedLeavesTheServer();
    void remainingWorkIsExact();
};

void TestServiceFacility::theOrderDecidesWhoLeavesWhen_data() {
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("left");
    const auto row = [](const char* name, ServiceOrder order, const char* left) {
        QTest::newRow(name) << static_cast<int>(order) << left;
    };
    // a: 10 s of work from 0, class 1; b: 4 s from 1, class 2; c: 2 s from 2, class 0; d: 3 s from
    // 3, class 2.
    row("fifo", ServiceOrder::fifo, "a10 b14 c16 d19");
    row("lifo", ServiceOrder::lifo, "a10 d13 c15 b19");
    row("lifo, interrupting", ServiceOrder::lifoPreemptive, "d6 c7 b10 a19");
    row("priority", ServiceOrder::priority, "a10 c12 b16 d19");
    row("priority, interrupting", ServiceOrder::priorityPreemptive, "c4 a12 b16 d19");
    row("sjf", ServiceOrder::sjf, "a10 c12 d15 b19");
    row("psjf", ServiceOrder::psjf, "c4 d7 b10 a19");
    row("srpt", ServiceOrder::srpt, "c4 b7 d10 a19");
}

void TestServiceFacility::theOrderDecidesWhoLeavesWhen() {
    QFETCH(int, order);
    QFETCH(QString, left);
    Desk desk(static_cast<ServiceOrder>(order));
    desk.expect("a", 0, 10, 1);
    desk.expect("b", 1, 4, 2);
    desk.expect("c", 2, 2, 0);
    desk.expect("d", 3, 3, 2);
    desk.simulation.run();
    QCOMPARE(desk.left, left.toStdString());
    QCOMPARE(desk.interruptions > 0, isPreemptive(static_cast<ServiceOrder>(order)));
    QCOMPARE(desk.facility.remainingWork().ns(), std::int64_t{0});
}

void TestServiceFacility::anInterruptedServiceIsResumed() {
    Desk desk(ServiceOrder::priorityPreemptive);
    desk.expect("low", 0, 5, 1);
    desk.expect("high", 2, 3, 0);
    desk.expect("again", 6, 3, 0);
    desk.simulation.run();
    QCOMPARE(desk.left, std::string("high5 again9 low11"));
    QCOMPARE(desk.interruptions, 2);
}

void TestServiceFacility::theLeastUrgentServerIsInterrupted() {
    Desk desk(ServiceOrder::priorityPreemptive, 2);
    desk.expect("two", 0, 10, 2);
    desk.expect("one", 0, 10, 1);
    desk.expect("zero", 1, 2, 0);
    desk.simulation.run();
    QCOMPARE(desk.left, std::string("zero3 one10 two12"));
}

void TestServiceFacility::impatienceEndsWithTheFirstService() {
    Desk desk(ServiceOrder::fifo);
    desk.expect("a", 0, 5);
    desk.expectImpatient("b", 1, 5, 3);
    desk.expectImpatient("c", 1, 5, 10);
    desk.simulation.run();
    QCOMPARE(desk.left, std::string("-b4 a5 c10"));
}

void TestServiceFacility::whoIsDestroyedLeavesTheServer() {
    Simulation simulation;
    ServiceFacility facility(simulation, 1, ServiceOrder::fifo, RandomStream(1, "desk", "order"),
                             {[](const ServiceDemand&) {}, [](const ServiceDemand&) {}});
    FacilityService stays(facility, {.work = kSecond});
    {
        FacilityService goes(facility, {.work = kSecond});
        goes.await_suspend(std::noop_coroutine());
        stays.await_suspend(std::noop_coroutine());
        QCOMPARE(facility.queueLength(), std::size_t{1});
    }
    QCOMPARE(facility.busy(), std::size_t{1}); // the next one has the server
    QCOMPARE(facility.queueLength(), std::size_t{0});
}

void TestServiceFacility::remainingWorkIsExact() {
    Desk desk(ServiceOrder::srpt, 2);
    desk.expect("a", 0, 10);
    desk.expect("b", 0, 4);
    desk.expect("c", 1, 2);
    desk.simulation.runUntil(kSecond * 2);
    QCOMPARE(desk.facility.remainingWork().ns(), (kSecond * 12).ns()); // 16 s, two servers since 0
}

QTEST_GUILESS_MAIN(TestServiceFacility)
#include "tst_service_facility.moc"
