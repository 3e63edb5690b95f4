#include "core/net/link.h"
#include "core/net/port.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <memory>
#include <string>
#include <vector>

using namespace roundtrip;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

/// Two ports and a link between them; notes what arrives where and when.
class TwoEnds {
  public:
    explicit TwoEnds(LinkSetup setup, std::uint32_t sampleEvery = 1)
        : trace(std::make_shared<Trace>()),
          recorder(trace, {.sampleEvery = sampleEvery}), context{simulation, recorder, dataClock,
                                                                 5},
          left(context, NodeId{0}, "out"), right(context, NodeId{1}, "in"),
          link(context, setup, left, right) {
        left.setReceiver([this](const Message& message) { note("left", message); });
        right.setReceiver([this](const Message& message) { note("right", message); });
    }

    void send(Port& from, std::uint32_t job) {
        Message message;
        message.payload = Job{.id = job};
        from.send(std::move(message));
    }
    [[nodiscard]] static std::uint32_t jobOf(const Message& message) {
        return std::get<Job>(message.payload).id;
    }

    std::shared_ptr<Trace> trace;
    Simulation simulation;
    Recorder recorder;
    DataClock dataClock;
    RunContext context;
    Port left;
    Port right;
    Link link;
    std::vector<SimTime> times;
    std::string arrived;

  private:
    void note(const char* where, const Message& message) {
        arrived += where + (" " + std::to_string(jobOf(message)) + "; ");
        times.push_back(simulation.now());
    }
};

LinkSetup constantLink(SimTime latency, double bandwidth = 0) {
    return {LinkId{0}, Distribution::constant(latency), bandwidth};
}

Process askTwice(Simulation& /*simulation*/, TwoEnds& ends, std::string& answers) {
    for (std::uint32_t job = 1; job <= 2; ++job) {
        Message question;
        question.payload = Job{.id = job};
        Task<Message> call = ends.left.call(std::move(question));
        const Message answer = co_await call;
        answers += std::to_string(TwoEnds::jobOf(answer)) + " at " +
                   std::to_string(ends.simulation.now().ns() / 1'000'000) + "; ";
    }
}

} // namespace

class TestLink : public QObject {
    Q_OBJECT

  private slots:
    void aMessageTakesTheLatency();
    void bothDirectionsWork();
    void aMessageOccupiesTheWire();
    void directionsDoNotShareTheWire();
    void withoutALimitTheSizeDoesNotMatter();
    void messagesArriveInOrder();
    void latencyChangesForWhatIsSentLater();
    void departureAndArrivalAreFacts();
    void whatIsNotKeptStillArrivesAtTheSameTime();
    void aCallWaitsForItsAnswer();
};

void TestLink::aMessageTakesTheLatency() {
    TwoEnds ends(constantLink(7 * ms));
    QVERIFY(ends.left.isConnected());
    ends.send(ends.left, 1);
    ends.simulation.run();
    QCOMPARE(ends.arrived, std::string("right 1; "));
    QVERIFY(ends.times[0] == 7 * ms);
}

void TestLink::bothDirectionsWork() {
    TwoEnds ends(constantLink(7 * ms));
    ends.send(ends.right, 1);
    ends.send(ends.left, 2);
    ends.simulation.run();
    QCOMPARE(ends.arrived, std::string("left 1; right 2; "));
}

void TestLink::aMessageOccupiesTheWire() {
    // "job 1" is 5 bytes: 40 bits at 1000 bits per second are 40 ms.
    TwoEnds ends(constantLink(7 * ms, 1000));
    ends.send(ends.left, 1);
    ends.send(ends.left, 2);
    ends.simulation.run();
    QVERIFY(ends.times[0] == 47 * ms);
    QVERIFY(ends.times[1] == 87 * ms);
    ends.send(ends.left, 3); // the wire is free again
    const SimTime sent = ends.simulation.now();
    ends.simulation.run();
    QVERIFY(ends.times[2] == sent + 47 * ms);
}

void TestLink::directionsDoNotShareTheWire() {
    TwoEnds ends(constantLink(7 * ms, 1000));
    ends.send(ends.left, 1);
    ends.send(ends.right, 2);
    ends.simulation.run();
    QVERIFY(ends.times[0] == 47 * ms);
    QVERIFY(ends.times[1] == 47 * ms);
}

void TestLink::withoutALimitTheSizeDoesNotMatter() {
    TwoEnds ends(constantLink(7 * ms));
    Message large;
    large.payload =
        CacheCommand{.kind = CacheCommand::Kind::set, .value = std::string(1'000'000, 'x')};
    ends.right.setReceiver(
        [&ends](const Message&) { ends.times.push_back(ends.simulation.now()); });
    ends.left.send(std::move(large));
    ends.simulation.run();
    QVERIFY(ends.times[0] == 7 * ms);
}

void TestLink::messagesArriveInOrder() {
    TwoEnds ends({LinkId{0}, Distribution::exponential(50 * ms), 0});
    std::string expected;
    for (std::uint32_t job = 1; job <= 200; ++job) {
        ends.send(ends.left, job);
        ends.simulation.runUntil(ends.simulation.now() + ms);
        expected += "right " + std::to_string(job) + "; ";
    }
    ends.simulation.run();
    QCOMPARE(ends.arrived, expected);
    QVERIFY(std::ranges::is_sorted(ends.times));
}

void TestLink::latencyChangesForWhatIsSentLater() {
    TwoEnds ends(constantLink(7 * ms));
    ends.send(ends.left, 1);
    ends.link.setLatency(Distribution::constant(20 * ms));
    ends.send(ends.left, 2);
    ends.link.setLatency(Distribution::constant(ms));
    ends.send(ends.left, 3); // cannot overtake the second
    ends.simulation.run();
    QVERIFY(ends.times[0] == 7 * ms);
    QVERIFY(ends.times[1] == 20 * ms);
    QVERIFY(ends.times[2] == 20 * ms);
    QCOMPARE(ends.arrived, std::string("right 1; right 2; right 3; "));
}

void TestLink::departureAndArrivalAreFacts() {
    TwoEnds ends(constantLink(7 * ms));
    ends.simulation.runUntil(2 * ms);
    ends.send(ends.left, 1);
    ends.simulation.run();
    QCOMPARE(ends.trace->size(), 2U);
    const Fact& departure = (*ends.trace)[0];
    const auto sent = departure.as<MessageSent>();
    QVERIFY(departure.time == 2 * ms && departure.node == NodeId{0});
    QVERIFY(sent.arrival == 9 * ms && sent.bytes == 5);
    QVERIFY(sent.messageKind == MessageKind::job);
    QCOMPARE(std::string(ends.trace->text(sent.wire)), std::string("job 1"));
    const Fact& arrival = (*ends.trace)[1];
    const auto arrived = arrival.as<MessageArrived>();
    QVERIFY(arrival.time == 9 * ms && arrival.node == NodeId{1});
    QVERIFY(arrived.departure == 2 * ms && arrived.message == sent.message);
}

void TestLink::whatIsNotKeptStillArrivesAtTheSameTime() {
    TwoEnds kept({LinkId{0}, Distribution::exponential(5 * ms), 1000});
    TwoEnds silent({LinkId{0}, Distribution::exponential(5 * ms), 1000}, 0);
    for (TwoEnds* ends : {&kept, &silent}) {
        for (std::uint32_t job = 1; job <= 50; ++job)
            ends->send(ends->left, job);
        ends->simulation.run();
    }
    QVERIFY(kept.times == silent.times);
    QCOMPARE(silent.trace->size(), 0U);
}

void TestLink::aCallWaitsForItsAnswer() {
    TwoEnds ends(constantLink(7 * ms));
    ends.right.setReceiver([&ends](const Message& question) {
        ends.right.reply(question, SpanId::none, Job{.id = 100 + TwoEnds::jobOf(question)});
    });
    std::string answers;
    ends.simulation.spawn(askTwice(ends.simulation, ends, answers));
    ends.simulation.run();
    QCOMPARE(answers, std::string("101 at 14; 102 at 28; "));
    QVERIFY(ends.arrived.empty()); // an answer is for who asked, not for the receiver
}

QTEST_APPLESS_MAIN(TestLink)
#include "tst_link.moc"
