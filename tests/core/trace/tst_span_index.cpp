#include "core/trace/recorder.h"
#include "core/trace/span_index.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <memory>

using namespace roundtrip;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

/// Two trips that overlap: the first with three spans inside one another, the second still open.
class TwoTrips {
  public:
    TwoTrips() : trace(std::make_shared<Trace>()), recorder_(trace, {}) {
        start(0, 1, 1, "GET", "/users/1");
        open(1, 1, 2, 1, "serve");
        open(2, 1, 3, 2, "query");
        start(3, 2, 4, "PUT", "/users/1");
        close(4, 1, 3, true);
        close(5, 1, 2, false);
        stale(6, 1);
        finish(7, 1, 1, 500);
        open(8, 2, 5, 4, "serve");
    }
    std::shared_ptr<Trace> trace;

  private:
    void start(int at, std::uint32_t request, std::uint32_t span, const char* method,
               const char* target) {
        recorder_.record(ms * at, NodeId{0}, RequestId{request}, SpanId{span},
                         RequestStarted{recorder_.text(method), recorder_.text(target)});
        open(at, request, span, 0, "trip");
    }
    void open(int at, std::uint32_t request, std::uint32_t span, std::uint32_t parent,
              const char* name) {
        recorder_.record(ms * at, NodeId{1}, RequestId{request}, SpanId{span},
                         SpanStarted{SpanId{parent}, recorder_.text(name)});
    }
    void close(int at, std::uint32_t request, std::uint32_t span, bool failed) {
        recorder_.record(ms * at, NodeId{1}, RequestId{request}, SpanId{span},
                         SpanFinished{failed ? 1U : 0U});
    }
    void stale(int at, std::uint32_t request) {
        recorder_.record(ms * at, NodeId{0}, RequestId{request}, SpanId{1},
                         StaleServed{.staleFor = 9 * ms});
    }
    void finish(int at, std::uint32_t request, std::uint32_t span, std::uint32_t status) {
        close(at, request, span, status >= 400);
        recorder_.requestFinished(ms * at, NodeId{0}, RequestId{request}, SpanId{span},
                                  {.status = status, .answeredBy = NodeId{2}});
    }

    Recorder recorder_;
};

SpanIndex indexOfAll(const Trace& trace) {
    SpanIndex index;
    index.extend(trace, trace.size());
    return index;
}

} // namespace

class TestSpanIndex : public QObject {
    Q_OBJECT

  private slots:
    void aTripKnowsHowItBeganAndEnded();
    void anOpenTripHasNoEnd();
    void spansNest();
    void spansOfOneTripAreFoundAmongOthers();
    void whatWasNotRecordedIsNotFound();
    void itGrowsWithTheTrace();
    void itCanForgetTheEnd();
};

void TestSpanIndex::aTripKnowsHowItBeganAndEnded() {
    const TwoTrips trips;
    const SpanIndex index = indexOfAll(*trips.trace);
    QCOMPARE(index.trips().size(), 2U);
    const Trip& trip = *index.trip(RequestId{1});
    QVERIFY(trip.start == SimTime());
    QVERIFY(trip.end == 7 * ms);
    QCOMPARE(trip.status, 500U);
    QCOMPARE(trip.startFact, 0U);
    QVERIFY((*trips.trace)[*trip.endFact].is<RequestFinished>());
    QCOMPARE(std::string(trips.trace->text(trip.target)), std::string("/users/1"));
    QVERIFY(trip.answeredBy == NodeId{2});
    QVERIFY(trip.staleFor == 9 * ms);
}

void TestSpanIndex::anOpenTripHasNoEnd() {
    const TwoTrips trips;
    const SpanIndex index = indexOfAll(*trips.trace);
    const Trip& trip = *index.trip(RequestId{2});
    QVERIFY(!trip.endFact);
    QVERIFY(trip.start == 3 * ms);
    QVERIFY(trip.staleFor == SimTime());
    QVERIFY(!index.span(SpanId{5})->endFact);
}

void TestSpanIndex::spansNest() {
    const TwoTrips trips;
    const SpanIndex index = indexOfAll(*trips.trace);
    const Span& query = *index.span(SpanId{3});
    QVERIFY(query.parent == SpanId{2});
    QVERIFY(index.span(query.parent)->parent == SpanId{1});
    QVERIFY(query.start == 2 * ms);
    QVERIFY(query.end == 4 * ms);
    QVERIFY(query.failed);
    QVERIFY(!index.span(SpanId{2})->failed);
    QVERIFY(query.node == NodeId{1});
}

void TestSpanIndex::spansOfOneTripAreFoundAmongOthers() {
    const TwoTrips trips;
    const SpanIndex index = indexOfAll(*trips.trace);
    const auto idsOf = [&](RequestId request) {
        std::string ids;
        for (const Span* span : index.spansOf(request))
            ids += std::to_string(indexOf(span->id));
        return ids;
    };
    QCOMPARE(idsOf(RequestId{1}), std::string("123"));
    QCOMPARE(idsOf(RequestId{2}), std::string("45"));
    QVERIFY(index.spansOf(RequestId{9}).empty());
}

void TestSpanIndex::whatWasNotRecordedIsNotFound() {
    const TwoTrips trips;
    const SpanIndex index = indexOfAll(*trips.trace);
    QVERIFY(index.trip(RequestId::none) == nullptr);
    QVERIFY(index.trip(RequestId{3}) == nullptr);
    QVERIFY(index.trip(RequestId{4'000'000'000}) == nullptr);
    QVERIFY(index.span(SpanId::none) == nullptr);
    QVERIFY(index.span(SpanId{6}) == nullptr);
}

void TestSpanIndex::itGrowsWithTheTrace() {
    const TwoTrips trips;
    SpanIndex index;
    for (std::size_t count = 0; count <= trips.trace->size(); ++count)
        index.extend(*trips.trace, count);
    QCOMPARE(index.spans().size(), indexOfAll(*trips.trace).spans().size());
    QVERIFY(index.trip(RequestId{1})->end == 7 * ms);
}

void TestSpanIndex::itCanForgetTheEnd() {
    const TwoTrips trips;
    SpanIndex index = indexOfAll(*trips.trace);
    index.truncate(*trips.trace, 2);
    QCOMPARE(index.trips().size(), 1U);
    QCOMPARE(index.spans().size(), 1U);
    QVERIFY(!index.trips()[0].endFact);
    QVERIFY(index.trip(RequestId{2}) == nullptr);
    index.extend(*trips.trace, trips.trace->size());
    QCOMPARE(index.trips().size(), 2U);
    QCOMPARE(index.spans().size(), 5U);
}

QTEST_APPLESS_MAIN(TestSpanIndex)
#include "tst_span_index.moc"
