#include "core/kernel/process.h"
#include "core/kernel/single_flight.h"

#include <QTest>

#include <functional>
#include <string>
#include <vector>

using namespace roundtrip;

namespace {

/// Who asks for a key that takes a second to fetch, and what it heard when.
Process ask(Simulation& simulation, SingleFlight<int>& flights, std::string key, int fetched,
            std::vector<std::string>& log) {
    const SingleFlight<int>::Seat seat = flights.join(key);
    int value = fetched;
    if (seat.isFirst) {
        co_await simulation.delay(SimTime::seconds(1));
        flights.land(seat.flight, fetched);
    } else {
        value = co_await seat.flight->receive();
    }
    log.push_back(key + " " + std::to_string(value) + " at " +
                  std::to_string(simulation.now().ns() / 1'000'000) + " ms");
}

Process later(Simulation& simulation, SimTime delay, std::function<void()> then) {
    co_await simulation.delay(delay);
    then();
}

} // namespace

class TestSingleFlight : public QObject {
    Q_OBJECT

  private slots:
    void theFirstFetchesForAll() {
        Simulation simulation;
        SingleFlight<int> flights(simulation);
        std::vector<std::string> log;
        simulation.spawn(ask(simulation, flights, "a", 1, log));
        simulation.spawn(ask(simulation, flights, "a", 2, log));
        simulation.spawn(ask(simulation, flights, "b", 3, log));
        simulation.run();
        QCOMPARE(log,
                 (std::vector<std::string>{"a 1 at 1000 ms", "b 3 at 1000 ms", "a 1 at 1000 ms"}));
    }

    void whoComesAfterwardsFetchesAnew() {
        Simulation simulation;
        SingleFlight<int> flights(simulation);
        std::vector<std::string> log;
        simulation.spawn(ask(simulation, flights, "a", 1, log));
        simulation.spawn(later(simulation, SimTime::seconds(2),
                               [&] { simulation.spawn(ask(simulation, flights, "a", 2, log)); }));
        simulation.run();
        QCOMPARE(log, (std::vector<std::string>{"a 1 at 1000 ms", "a 2 at 3000 ms"}));
    }

    void whatWasForgottenStillLandsForThoseWhoWait() {
        Simulation simulation;
        SingleFlight<int> flights(simulation);
        std::vector<std::string> log;
        simulation.spawn(ask(simulation, flights, "a", 1, log));
        simulation.spawn(ask(simulation, flights, "a", 2, log));
        simulation.spawn(later(simulation, SimTime::milliseconds(500), [&] {
            flights.forget();
            simulation.spawn(ask(simulation, flights, "a", 3, log)); // the first of a new flight
        }));
        simulation.run();
        QCOMPARE(log,
                 (std::vector<std::string>{"a 1 at 1000 ms", "a 1 at 1000 ms", "a 3 at 1500 ms"}));
    }
};

QTEST_APPLESS_MAIN(TestSingleFlight)
#include "tst_single_flight.moc"
