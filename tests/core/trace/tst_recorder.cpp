#include "core/trace/recorder.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <memory>
#include <string>
#include <vector>

using namespace roundtrip;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

/// A recorder with its trace.
struct Recording {
    explicit Recording(std::uint32_t sampleEvery)
        : trace(std::make_shared<Trace>()), recorder(trace, {.sampleEvery = sampleEvery}) {}

    [[nodiscard]] std::size_t count(FactKind kind) const {
        std::size_t found = 0;
        for (std::size_t i = 0; i < trace->size(); ++i)
            found += (*trace)[i].kind == kind ? 1 : 0;
        return found;
    }
    [[nodiscard]] std::vector<WindowClosed> windows() const {
        std::vector<WindowClosed> found;
        for (std::size_t i = 0; i < trace->size(); ++i) {
            if ((*trace)[i].is<WindowClosed>())
                found.push_back((*trace)[i].as<WindowClosed>());
        }
        return found;
    }
    /// A request that began so long ago ends now.
    void finish(SimTime now, SimTime took, std::uint32_t status = 200) {
        recorder.requestFinished(now, NodeId{0}, recorder.nextRequest(), SpanId::none,
                                 {.startedAt = now - took, .status = status});
    }

    std::shared_ptr<Trace> trace;
    Recorder recorder;
};

/// What a request through browser, app server, cache and database leaves behind: some 20 facts.
void recordRequest(Recorder& recorder, SimTime now, std::uint32_t number) {
    const RequestId request = recorder.nextRequest();
    const SpanId span = recorder.nextSpan();
    recorder.record(now, NodeId{0}, request, span, RequestStarted{});
    for (int hop = 0; hop < 6; ++hop) {
        const MessageId message = recorder.nextMessage();
        const TextId wire =
            recorder.keeps(request)
                ? recorder.text("GET /users/" + std::to_string(number) + " HTTP/1.1\r\n\r\n")
                : TextId::empty;
        recorder.record(now, NodeId{1}, request, span,
                        MessageSent{.message = message, .wire = wire});
        recorder.record(now, NodeId{2}, request, span, MessageArrived{.message = message});
        recorder.record(now, NodeId{2}, RequestId::none, SpanId::none, GaugeChanged{});
    }
    recorder.requestFinished(now, NodeId{0}, request, span, {.startedAt = now, .status = 200});
}

} // namespace

class TestRecorder : public QObject {
    Q_OBJECT

  private slots:
    void idsStartAtOne();
    void atLevelOneEverythingIsKept();
    void aSampleKeepsWholeRequests();
    void gaugesAreLeftOutOfASample();
    void errorsAreAlwaysKept_data();
    void errorsAreAlwaysKept();
    void aFailedRequestLeavesItsEnd_data();
    void aFailedRequestLeavesItsEnd();
    void eachSecondClosesAWindow();
    void aWindowKnowsItsPercentiles();
    void anEmptySecondHasNoWindow();
    void theEndClosesTheLastWindow();
    void withEverythingKeptThereAreNoWindows();
    void tenMinutesOfAThousandRequestsPerSecondFitInMemory();
};

void TestRecorder::idsStartAtOne() {
    Recording run(1);
    QVERIFY(run.recorder.nextRequest() == RequestId{1});
    QVERIFY(run.recorder.nextRequest() == RequestId{2});
    QVERIFY(run.recorder.nextSpan() == SpanId{1});
    QVERIFY(run.recorder.nextMessage() == MessageId{1});
}

void TestRecorder::atLevelOneEverythingIsKept() {
    Recording run(1);
    for (std::uint32_t i = 0; i < 10; ++i)
        recordRequest(run.recorder, ms * i, i);
    QCOMPARE(run.trace->size(), 10U * 20U);
    QCOMPARE(run.count(FactKind::gaugeChanged), 60U);
    QVERIFY(run.recorder.keeps(RequestId{7}));
    QVERIFY(run.recorder.keepsEverything());
}

void TestRecorder::aSampleKeepsWholeRequests() {
    Recording run(10);
    for (std::uint32_t i = 0; i < 100; ++i)
        recordRequest(run.recorder, SimTime(), i);
    QCOMPARE(run.count(FactKind::requestStarted), 10U);
    QCOMPARE(run.count(FactKind::messageSent), 60U);
    QCOMPARE(run.count(FactKind::requestFinished), 10U);
    QVERIFY((*run.trace)[0].request == RequestId{1});
    QVERIFY((*run.trace)[14].request == RequestId{11});
}

void TestRecorder::gaugesAreLeftOutOfASample() {
    Recording run(2);
    run.recorder.record(SimTime(), NodeId{0}, RequestId::none, SpanId::none, GaugeChanged{});
    run.recorder.record(SimTime(), NodeId{0}, RequestId::none, SpanId::none, ParameterChanged{});
    QCOMPARE(run.trace->size(), 1U);
    QVERIFY((*run.trace)[0].is<ParameterChanged>());
}

void TestRecorder::errorsAreAlwaysKept_data() {
    QTest::addColumn<int>("sampleEvery");
    QTest::newRow("everything") << 1;
    QTest::newRow("a sample") << 100;
    QTest::newRow("errors only") << 0;
}

void TestRecorder::errorsAreAlwaysKept() {
    QFETCH(int, sampleEvery);
    Recording run(static_cast<std::uint32_t>(sampleEvery));
    run.recorder.record(SimTime(), NodeId{0}, RequestId{50}, SpanId::none, HandlerFailed{});
    run.recorder.record(SimTime(), NodeId{0}, RequestId{50}, SpanId::none, RouteMissed{});
    QCOMPARE(run.trace->size(), 2U);
}

void TestRecorder::aFailedRequestLeavesItsEnd_data() {
    errorsAreAlwaysKept_data();
}

void TestRecorder::aFailedRequestLeavesItsEnd() {
    QFETCH(int, sampleEvery);
    Recording run(static_cast<std::uint32_t>(sampleEvery));
    run.finish(ms, ms, 200);
    for (const std::uint32_t status : {500U, 503U, 0U})
        run.finish(ms, ms, status);
    run.finish(ms, ms, 404); // an answer like others: the server did its work
    const std::size_t sound = sampleEvery == 1 ? 2 : sampleEvery == 0 ? 0 : 1;
    QCOMPARE(run.count(FactKind::requestFinished), 3U + sound);
}

void TestRecorder::eachSecondClosesAWindow() {
    Recording run(100);
    for (int i = 0; i < 2500; ++i)
        run.finish(ms * i, 4 * ms, i % 500 == 0 ? 500 : 200);
    const auto windows = run.windows();
    QCOMPARE(windows.size(), 2U);
    QCOMPARE(windows[0].finished, 1000U);
    QCOMPARE(windows[0].failed, 2U);
    QCOMPARE(windows[1].finished, 1000U);
    QCOMPARE(windows[1].meanMicros, 4000U);
}

void TestRecorder::aWindowKnowsItsPercentiles() {
    Recording run(100);
    for (int i = 100; i >= 1; --i)
        run.finish(500 * ms, ms * i);
    run.recorder.finish(600 * ms);
    const auto window = run.windows().at(0);
    QCOMPARE(window.finished, 100U);
    QCOMPARE(window.meanMicros, 50'500U);
    QCOMPARE(window.p50Micros, 50'000U); // nearest rank
    QCOMPARE(window.p95Micros, 95'000U);
    QCOMPARE(window.p99Micros, 99'000U);
}

void TestRecorder::anEmptySecondHasNoWindow() {
    Recording run(100);
    run.finish(500 * ms, ms);
    run.finish(60'500 * ms, ms);
    run.recorder.finish(61'000 * ms);
    QCOMPARE(run.windows().size(), 2U);
}

void TestRecorder::theEndClosesTheLastWindow() {
    Recording run(100);
    run.finish(ms, ms);
    QVERIFY(run.windows().empty());
    run.recorder.finish(2 * ms);
    QCOMPARE(run.windows().at(0).finished, 1U);
    run.recorder.finish(3 * ms);
    QCOMPARE(run.windows().size(), 1U);
}

void TestRecorder::withEverythingKeptThereAreNoWindows() {
    Recording run(1);
    run.finish(ms, ms);
    run.finish(5000 * ms, ms);
    run.recorder.finish(6000 * ms);
    QVERIFY(run.windows().empty());
}

void TestRecorder::tenMinutesOfAThousandRequestsPerSecondFitInMemory() {
    Recording run(100);
    constexpr std::uint32_t requests = 600'000;
    for (std::uint32_t i = 0; i < requests; ++i)
        recordRequest(run.recorder, ms * i, i);
    run.recorder.finish(ms * requests);
    QCOMPARE(run.count(FactKind::requestFinished), requests / 100);
    QCOMPARE(run.windows().size(), 600U);
    constexpr std::size_t megabyte = 1024 * 1024;
    QVERIFY2(run.trace->ownedBytes() < 512 * megabyte,
             qPrintable(QString::number(run.trace->ownedBytes())));
    // What is kept should in fact be far below: one request in a hundred.
    QVERIFY(run.trace->ownedBytes() < 16 * megabyte);
}

QTEST_APPLESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
