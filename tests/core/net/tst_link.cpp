#include "core/net/link.h"
#include "core/net/port.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <vector>

using namespace roundtrip;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

/// Two ports and a link between them; notes what arrives where and when.
class TwoEnds {
  public:
    explicit TwoEnds(LinkSetup setup, std::uint32_t sampleEvery = 1, std::uint64_t seed = 5)
        : trace(std::make_shared<Trace>()),
          recorder(trace, {.sampleEvery = sampleEvery}), context{simulation, recorder, dataClock,
                                                                 seed},
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
    /// The right end answers the last question that it got.
    void answer() { right.reply(question, SpanId::none, HttpResponseMessage{{}, {}}); }
    [[nodiscard]] std::string lostAt() const {
        std::string text;
        for (std::size_t i = 0; i < trace->size(); ++i) {
            const Fact& fact = (*trace)[i];
            if (fact.is<MessageLost>()) {
                const auto lost = fact.as<MessageLost>();
                text += std::string(trace->text(lost.title)).substr(4) + " at " +
                        std::to_string(fact.time.ns() / 1'000'000) + "; ";
            }
        }
        return text;
    }
    [[nodiscard]] std::set<MessageId> sent() const {
        std::set<MessageId> ids;
        for (std::size_t i = 0; i < trace->size(); ++i) {
            if ((*trace)[i].is<MessageSent>())
                ids.insert((*trace)[i].as<MessageSent>().message);
        }
        return ids;
    }
    [[nodiscard]] std::set<MessageId> ended() const {
        std::set<MessageId> ids;
        for (std::size_t i = 0; i < trace->size(); ++i) {
            if (endOfFlight((*trace)[i]) != MessageId::none)
                ids.insert(endOfFlight((*trace)[i]));
        }
        return ids;
    }

    std::shared_ptr<Trace> trace;
    Simulation simulation;
    Recorder recorder;
    DataClock dataClock;
    RunContext context;
    Port left;
    Port right;
    Link link;
    Message question;
    std::vector<SimTime> times;
    std::string arrived;

  private:
    void note(const char* where, const Message& message) {
        if (isQuestion(message.payload)) {
            question = message;
            arrived += std::string(where) + " question; ";
            return;
        }
        arrived += where + (" " + std::to_string(jobOf(message)) + "; ");
        times.push_back(simulation.now());
    }
};

LinkSetup constantLink(SimTime latency, double bandwidth = 0) {
    return {LinkId{0}, Distribution::constant(latency), bandwidth};
}

Process askWithin(Simulation& /*simulation*/, TwoEnds& ends, SimTime patience,
                  std::string& answers) {
    Message question;
    question.payload = http::Request{};
    Task<std::optional<Message>> call =
        ends.left.callWithin(NodeId{1}, std::move(question), patience);
    const std::optional<Message> answer = co_await call;
    const auto* got = answer ? &std::get<HttpResponseMessage>(answer->payload) : nullptr;
    answers += (got == nullptr ? std::string("nothing") : got->failure) + " at " +
               std::to_string(ends.simulation.now().ns() / 1'000'000) + "; ";
}

Process askTwice(Simulation& /*simulation*/, TwoEnds& ends, std::string& answers) {
    for (const char* target : {"/1", "/2"}) {
        Message question;
        question.payload = http::Request{.target = target};
        Task<Message> call = ends.left.call(std::move(question));
        const Message answer = co_await call;
        answers += std::get<HttpResponseMessage>(answer.payload).response.body + " at " +
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
    void aCallThatHasLostPatienceGetsNothing();
    void aClosedPortRefuses();
    void whoClosesInTheMiddleResets();
    void aCutLinkSwallowsWhatCrossesIt();
    void whatGetsLostIsSentAgainInOrder();
    void lossesDelayAsOftenAsTheyShould();
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
    ends.link.change(constantLink(20 * ms));
    ends.send(ends.left, 2);
    ends.link.change(constantLink(ms));
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
        HttpResponseMessage answer;
        answer.response.body = "answer to " + std::get<http::Request>(question.payload).target;
        ends.right.reply(question, SpanId::none, std::move(answer));
    });
    std::string answers;
    ends.simulation.spawn(askTwice(ends.simulation, ends, answers));
    ends.simulation.run();
    QCOMPARE(answers, std::string("answer to /1 at 14; answer to /2 at 28; "));
    QVERIFY(ends.arrived.empty()); // an answer is for who asked, not for the receiver
}

void TestLink::aCallThatHasLostPatienceGetsNothing() {
    TwoEnds ends(constantLink(10 * ms));
    std::string answers;
    ends.simulation.spawn(askWithin(ends.simulation, ends, 5 * ms, answers));
    ends.simulation.run();
    QCOMPARE(answers, std::string("nothing at 5; "));
}

void TestLink::aClosedPortRefuses() {
    TwoEnds ends(constantLink(10 * ms));
    std::string answers;
    ends.right.close();
    ends.simulation.spawn(askWithin(ends.simulation, ends, SimTime(), answers));
    ends.simulation.run();
    QCOMPARE(answers, std::string("refused at 20; "));
    ends.right.open();
    ends.simulation.spawn(askWithin(ends.simulation, ends, SimTime(), answers));
    ends.simulation.runUntil(100 * ms);
    QCOMPARE(answers, std::string("refused at 20; "));
    QVERIFY(ends.arrived.ends_with("question; "));
}

void TestLink::whoClosesInTheMiddleResets() {
    TwoEnds ends(constantLink(10 * ms));
    std::string answers;
    ends.simulation.spawn(askWithin(ends.simulation, ends, SimTime(), answers));
    ends.simulation.runUntil(15 * ms); // it has the question
    ends.right.close();
    ends.right.open();
    ends.answer(); // too late: the connection is gone
    ends.simulation.run();
    QCOMPARE(answers, std::string("reset at 25; "));
}

void TestLink::aCutLinkSwallowsWhatCrossesIt() {
    TwoEnds ends(constantLink(10 * ms));
    ends.send(ends.left, 1);
    ends.simulation.runUntil(5 * ms);
    LinkSetup cut = ends.link.setup();
    cut.isCut = true;
    ends.link.change(cut);
    ends.send(ends.left, 2);
    ends.simulation.runUntil(50 * ms);
    QCOMPARE(ends.arrived, std::string());
    QCOMPARE(ends.lostAt(), std::string("1 at 10; 2 at 15; "));
    cut.isCut = false;
    ends.link.change(cut);
    ends.send(ends.left, 3);
    ends.simulation.run();
    QCOMPARE(ends.arrived, std::string("right 3; "));
}

void TestLink::whatGetsLostIsSentAgainInOrder() {
    LinkSetup setup = constantLink(10 * ms);
    setup.loss = 0.5;
    TwoEnds ends(setup);
    for (std::uint32_t job = 1; job <= 20; ++job)
        ends.send(ends.left, job);
    ends.simulation.run();
    std::string inOrder;
    for (int job = 1; job <= 20; ++job)
        inOrder += "right " + std::to_string(job) + "; ";
    QCOMPARE(ends.arrived, inOrder);
    QVERIFY(!ends.lostAt().empty());
    // Each crossing has an end: it arrived, or it got lost.
    QCOMPARE(ends.ended(), ends.sent());
}

/// Lost k times, it comes 220 (2^k - 1) ms later: the round trip and 200 ms, doubled each time.
void TestLink::lossesDelayAsOftenAsTheyShould() {
    LinkSetup setup = constantLink(10 * ms);
    setup.loss = 0.2;
    constexpr int kMessages = 4000;
    int late = 0;
    int twice = 0;
    for (int i = 0; i < kMessages; ++i) {
        TwoEnds ends(setup, 1, static_cast<std::uint64_t>(i));
        ends.send(ends.left, 1);
        ends.simulation.run();
        const SimTime took = ends.times[0] - 10 * ms;
        late += took > SimTime() ? 1 : 0;
        twice += took >= 660 * ms ? 1 : 0;
        QVERIFY(took == SimTime() || took == 220 * ms || took >= 660 * ms);
    }
    // Four standard deviations of binomial counts with p = 0.2 and p = 0.04.
    QVERIFY2(std::abs(late - 800) < 4 * 25.3, std::to_string(late).c_str());
    QVERIFY2(std::abs(twice - 160) < 4 * 12.4, std::to_string(twice).c_str());
}

QTEST_APPLESS_MAIN(TestLink)
#include "tst_link.moc"
