#include "core/kernel/mailbox.h"
#include "core/kernel/process.h"

#include <QTest>

#include <memory>
#include <string>
#include <vector>

using namespace roundtrip;

namespace {

using Log = std::vector<std::string>;

Process receiveAs(Simulation& /*simulation*/, Mailbox<std::string>& mailbox, std::string name,
                  Log& log) {
    const std::string message = co_await mailbox.receive();
    log.push_back(name + " got " + message);
}

Process receiveWithinAs(Simulation& simulation, Mailbox<std::string>& mailbox, SimTime timeout,
                        Log& log) {
    const std::optional<std::string> message = co_await mailbox.receiveWithin(timeout);
    log.push_back(message.value_or("nothing") + " at " +
                  std::to_string(simulation.now().ns() / 1'000'000) + " ms");
}

Process pushAt(Simulation& simulation, Mailbox<std::string>& mailbox, SimTime at,
               std::string message) {
    co_await simulation.delay(at - simulation.now());
    mailbox.push(std::move(message));
}

} // namespace

class TestMailbox : public QObject {
    Q_OBJECT

  private slots:
    void messagesAreKeptInOrder();
    void receiversAreServedInTheOrderOfTheirArrival();
    void aMessageInTimeStopsTheTimer();
    void aTimeoutGivesNothing();
    void aMessageAfterATimeoutIsNotLost();
    void aTimeoutLetsTheNextReceiverHaveTheMessage();
    void aMessageAtTheInstantOfTheTimeoutIsNotLost_data();
    void aMessageAtTheInstantOfTheTimeoutIsNotLost();
    void messagesMayBeMoveOnly();
};

void TestMailbox::messagesAreKeptInOrder() {
    Simulation simulation;
    Mailbox<std::string> mailbox(simulation);
    Log log;
    for (int i = 0; i < 100; ++i)
        mailbox.push(std::to_string(i));
    QCOMPARE(mailbox.size(), 100U);
    for (int i = 0; i < 100; ++i)
        simulation.spawn(receiveAs(simulation, mailbox, "r", log));
    simulation.run();
    QCOMPARE(mailbox.size(), 0U);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(log[static_cast<std::size_t>(i)], "r got " + std::to_string(i));
}

void TestMailbox::receiversAreServedInTheOrderOfTheirArrival() {
    Simulation simulation;
    Mailbox<std::string> mailbox(simulation);
    Log log;
    simulation.spawn(receiveAs(simulation, mailbox, "first", log));
    simulation.spawn(receiveAs(simulation, mailbox, "second", log));
    simulation.run();
    QCOMPARE(mailbox.waitingReceivers(), 2U);
    mailbox.push("a");
    mailbox.push("b");
    mailbox.push("c");
    QCOMPARE(mailbox.size(), 1U);
    simulation.run();
    QCOMPARE(log, (Log{"first got a", "second got b"}));
}

void TestMailbox::aMessageInTimeStopsTheTimer() {
    Simulation simulation;
    Mailbox<std::string> mailbox(simulation);
    Log log;
    simulation.spawn(receiveWithinAs(simulation, mailbox, SimTime::milliseconds(10), log));
    simulation.spawn(pushAt(simulation, mailbox, SimTime::milliseconds(4), "a"));
    simulation.run();
    QCOMPARE(log, Log{"a at 4 ms"});
    QVERIFY(simulation.now() == SimTime::milliseconds(4));
}

void TestMailbox::aTimeoutGivesNothing() {
    Simulation simulation;
    Mailbox<std::string> mailbox(simulation);
    Log log;
    simulation.spawn(receiveWithinAs(simulation, mailbox, SimTime::milliseconds(10), log));
    simulation.spawn(receiveWithinAs(simulation, mailbox, SimTime(), log));
    simulation.run();
    QCOMPARE(log, (Log{"nothing at 0 ms", "nothing at 10 ms"}));
    QCOMPARE(mailbox.waitingReceivers(), 0U);
}

void TestMailbox::aMessageAfterATimeoutIsNotLost() {
    Simulation simulation;
    Mailbox<std::string> mailbox(simulation);
    Log log;
    simulation.spawn(receiveWithinAs(simulation, mailbox, SimTime::milliseconds(10), log));
    simulation.spawn(pushAt(simulation, mailbox, SimTime::milliseconds(11), "late"));
    simulation.run();
    QCOMPARE(mailbox.size(), 1U);
    simulation.spawn(receiveWithinAs(simulation, mailbox, SimTime::milliseconds(10), log));
    simulation.run();
    QCOMPARE(log, (Log{"nothing at 10 ms", "late at 11 ms"}));
}

void TestMailbox::aTimeoutLetsTheNextReceiverHaveTheMessage() {
    Simulation simulation;
    Mailbox<std::string> mailbox(simulation);
    Log log;
    simulation.spawn(receiveWithinAs(simulation, mailbox, SimTime::milliseconds(10), log));
    simulation.spawn(receiveAs(simulation, mailbox, "patient", log));
    simulation.spawn(pushAt(simulation, mailbox, SimTime::milliseconds(20), "a"));
    simulation.run();
    QCOMPARE(log, (Log{"nothing at 10 ms", "patient got a"}));
}

void TestMailbox::aMessageAtTheInstantOfTheTimeoutIsNotLost_data() {
    QTest::addColumn<bool>("pushFirst");
    QTest::newRow("message, then timeout") << true;
    QTest::newRow("timeout, then message") << false;
}

void TestMailbox::aMessageAtTheInstantOfTheTimeoutIsNotLost() {
    QFETCH(bool, pushFirst);
    Simulation simulation;
    Mailbox<std::string> mailbox(simulation);
    Log log;
    constexpr SimTime instant = SimTime::milliseconds(10);
    if (pushFirst)
        simulation.spawn(pushAt(simulation, mailbox, instant, "a"));
    simulation.spawn(receiveWithinAs(simulation, mailbox, instant, log));
    if (!pushFirst)
        simulation.spawn(pushAt(simulation, mailbox, instant, "a"));
    simulation.run();
    QCOMPARE(log, Log{pushFirst ? "a at 10 ms" : "nothing at 10 ms"});
    QCOMPARE(mailbox.size(), pushFirst ? 0U : 1U);
}

void TestMailbox::messagesMayBeMoveOnly() {
    Simulation simulation;
    Mailbox<std::unique_ptr<int>> mailbox(simulation);
    int sum = 0;
    const auto receive = [&sum](Simulation& /*owner*/,
                                Mailbox<std::unique_ptr<int>>& from) -> Process {
        const std::unique_ptr<int> first = co_await from.receive();
        const auto second = co_await from.receiveWithin(SimTime::seconds(1));
        sum = *first + **second;
    };
    mailbox.push(std::make_unique<int>(1));
    simulation.spawn(receive(simulation, mailbox));
    simulation.runUntil(SimTime());
    mailbox.push(std::make_unique<int>(2));
    simulation.run();
    QCOMPARE(sum, 3);
}

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
