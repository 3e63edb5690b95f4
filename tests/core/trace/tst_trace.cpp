#include "core/trace/trace.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <array>
#include <memory>

using namespace roundtrip;

namespace {

Fact jobFact(std::size_t number) {
    Fact fact;
    fact.time = SimTime::microseconds(static_cast<std::int64_t>(number));
    fact.node = NodeId{3};
    fact.set(JobArrived{.job = static_cast<std::uint32_t>(number)});
    return fact;
}

std::shared_ptr<Trace> traceOf(std::size_t facts) {
    auto trace = std::make_shared<Trace>();
    for (std::size_t i = 0; i < facts; ++i)
        trace->append(jobFact(i));
    return trace;
}

bool holdsJobs(const Trace& trace, std::size_t count) {
    if (trace.size() != count)
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        if (trace[i].as<JobArrived>().job != i)
            return false;
    }
    return true;
}

constexpr std::size_t chunk = Trace::kChunkFacts;
constexpr std::size_t chunkBytes = chunk * sizeof(Fact);

} // namespace

class TestTrace : public QObject {
    Q_OBJECT

  private slots:
    void aNewTraceIsEmpty();
    void factsAreReadInTheOrderInWhichTheyCame_data() { chunkBorders(); }
    void factsAreReadInTheOrderInWhichTheyCame();
    void factsNeverMove();
    void countUntilFindsTheMoment_data();
    void countUntilFindsTheMoment();
    void aForkSharesItsHistory_data() { chunkBorders(); }
    void aForkSharesItsHistory();
    void aForkReplaysBeforeItGrows();
    void aForkIsSmall();
    void aForkOfAForkSharesToo();
    void aForkOutlivesItsHistory();
    void aRunThatIsNotTheSameIsFoundOut_data();
    void aRunThatIsNotTheSameIsFoundOut();
    void theFingerprintKnowsEveryPart_data();
    void theFingerprintKnowsEveryPart();
    void theFingerprintKnowsEveryByteOfAPayload();
    void theFingerprintKnowsTextsAndTheirOrder();
    void theFingerprintIsTheSameOnEveryMachine();

  private:
    static void chunkBorders();
};

void TestTrace::chunkBorders() {
    QTest::addColumn<std::size_t>("length");
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{1}, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7})
        QTest::addRow("%zu facts", length) << length;
}

void TestTrace::aNewTraceIsEmpty() {
    const Trace trace;
    QVERIFY(trace.empty());
    QCOMPARE(trace.countUntil(SimTime::max()), 0U);
    QCOMPARE(trace.ownedBytes(), 0U);
    QVERIFY(!trace.hasDiverged());
}

void TestTrace::factsAreReadInTheOrderInWhichTheyCame() {
    QFETCH(std::size_t, length);
    const auto trace = traceOf(length);
    QVERIFY(holdsJobs(*trace, length));
    QCOMPARE(trace->writerPosition(), length);
    QCOMPARE(trace->ownedBytes(), (length + chunk - 1) / chunk * chunkBytes);
}

void TestTrace::factsNeverMove() {
    const auto trace = traceOf(1);
    const Fact* first = &(*trace)[0];
    for (std::size_t i = 1; i < 5 * chunk; ++i)
        trace->append(jobFact(i));
    QVERIFY(&(*trace)[0] == first);
}

void TestTrace::countUntilFindsTheMoment_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<std::size_t>("count");
    QTest::newRow("before the first") << 0 << std::size_t{0};
    QTest::newRow("at several") << 10 << std::size_t{3};
    QTest::newRow("between") << 15 << std::size_t{3};
    QTest::newRow("at one") << 20 << std::size_t{4};
    QTest::newRow("just before the last") << 29 << std::size_t{4};
    QTest::newRow("at the last") << 30 << std::size_t{5};
    QTest::newRow("after all") << 1000 << std::size_t{5};
}

void TestTrace::countUntilFindsTheMoment() {
    QFETCH(int, at);
    QFETCH(std::size_t, count);
    Trace trace;
    for (const std::size_t time : {10U, 10U, 10U, 20U, 30U})
        trace.append(jobFact(time));
    QCOMPARE(trace.countUntil(SimTime::microseconds(at)), count);
}

void TestTrace::aForkSharesItsHistory() {
    QFETCH(std::size_t, length);
    const auto history = traceOf(3 * chunk + 10);
    Trace fork(history, length);
    QCOMPARE(fork.sharedPrefix(), length);
    QVERIFY(holdsJobs(fork, length));
    for (std::size_t i = 0; i < length + chunk; ++i)
        fork.append(jobFact(i));
    QVERIFY(holdsJobs(fork, length + chunk));
    QVERIFY(!fork.hasDiverged());
    QVERIFY(holdsJobs(*history, 3 * chunk + 10));
}

void TestTrace::aForkReplaysBeforeItGrows() {
    const auto history = traceOf(100);
    Trace fork(history, 50);
    QCOMPARE(fork.writerPosition(), 0U);
    for (std::size_t i = 0; i < 50; ++i)
        fork.append(jobFact(i));
    QCOMPARE(fork.writerPosition(), 50U);
    QCOMPARE(fork.size(), 50U);
    fork.append(jobFact(777));
    QCOMPARE(fork.size(), 51U);
    QCOMPARE(fork[50].as<JobArrived>().job, 777U);
    QCOMPARE((*history)[50].as<JobArrived>().job, 50U);
    QVERIFY(!fork.hasDiverged());
}

void TestTrace::aForkIsSmall() {
    const auto history = traceOf(100 * chunk + 1);
    QVERIFY(history->ownedBytes() > 100 * chunkBytes);
    const Trace atAChunk(history, 100 * chunk);
    QCOMPARE(atAChunk.ownedBytes(), 0U);
    const Trace inAChunk(history, 50 * chunk + 10);
    QCOMPARE(inAChunk.ownedBytes(), chunkBytes);
}

void TestTrace::aForkOfAForkSharesToo() {
    const auto history = traceOf(4 * chunk);
    const auto fork = std::make_shared<Trace>(history, 3 * chunk);
    const Trace second(fork, 2 * chunk);
    QVERIFY(holdsJobs(second, 2 * chunk));
    QVERIFY(&second[0] == &(*history)[0]);
    QCOMPARE(second.ownedBytes(), 0U);
}

void TestTrace::aForkOutlivesItsHistory() {
    auto history = traceOf(2 * chunk + 5);
    Trace fork(history, 2 * chunk + 3);
    history.reset();
    QVERIFY(holdsJobs(fork, 2 * chunk + 3));
}

void TestTrace::aRunThatIsNotTheSameIsFoundOut_data() {
    QTest::addColumn<int>("part");
    QTest::newRow("nothing") << 0;
    QTest::newRow("time") << 1;
    QTest::newRow("node") << 2;
    QTest::newRow("request") << 3;
    QTest::newRow("span") << 4;
    QTest::newRow("kind") << 5;
    QTest::newRow("payload") << 6;
}

namespace {

/// The fact with one part of it changed; part 0 changes nothing.
Fact changedFact(int part) {
    Fact fact = jobFact(5);
    const std::array<std::function<void()>, 7> changes{
        [] {},
        [&] { fact.time += SimTime::nanoseconds(1); },
        [&] { fact.node = NodeId{4}; },
        [&] { fact.request = RequestId{1}; },
        [&] { fact.span = SpanId{1}; },
        [&] { fact.kind = FactKind::jobStarted; },
        [&] { fact.set(JobArrived{.job = 6}); },
    };
    changes.at(static_cast<std::size_t>(part))();
    return fact;
}

} // namespace

void TestTrace::aRunThatIsNotTheSameIsFoundOut() {
    QFETCH(int, part);
    Trace fork(traceOf(10), 6);
    for (std::size_t i = 0; i < 5; ++i)
        fork.append(jobFact(i));
    QVERIFY(!fork.hasDiverged());
    fork.append(changedFact(part));
    QCOMPARE(fork.hasDiverged(), part != 0);
}

void TestTrace::theFingerprintKnowsEveryPart_data() {
    aRunThatIsNotTheSameIsFoundOut_data();
}

void TestTrace::theFingerprintKnowsEveryPart() {
    QFETCH(int, part);
    Trace plain;
    plain.append(changedFact(0));
    Trace changed;
    changed.append(changedFact(part));
    QCOMPARE(fingerprint(plain) != fingerprint(changed), part != 0);
}

void TestTrace::theFingerprintKnowsEveryByteOfAPayload() {
    Trace plain;
    plain.append(jobFact(5));
    for (std::size_t byte = 0; byte < sizeof(Fact::payload); ++byte) {
        Fact fact = jobFact(5);
        fact.payload[byte] ^= std::byte{1};
        Trace changed;
        changed.append(fact);
        QVERIFY(fingerprint(plain) != fingerprint(changed));
    }
}

void TestTrace::theFingerprintKnowsTextsAndTheirOrder() {
    const auto printOf = [](const std::vector<std::string>& texts) {
        Trace trace;
        for (const std::string& text : texts)
            trace.texts().intern(text);
        return fingerprint(trace);
    };
    QCOMPARE(printOf({"a", "b"}), printOf({"a", "b"}));
    QVERIFY(printOf({"a", "b"}) != printOf({"b", "a"}));
    QVERIFY(printOf({"a", "b"}) != printOf({"a", "c"}));
    QVERIFY(printOf({"a", "b"}) != printOf({"ab"}));
    QVERIFY(printOf({"ab", "c"}) != printOf({"a", "bc"}));
    QVERIFY(printOf({"a"}) != printOf({}));
}

void TestTrace::theFingerprintIsTheSameOnEveryMachine() {
    const auto trace = traceOf(1000);
    trace->texts().intern("Ada");
    QCOMPARE(QString::number(fingerprint(*trace), 16), QString("3f43c6eafb204e1"));
    QVERIFY(fingerprint(*trace, 999) != fingerprint(*trace, 998));
    QCOMPARE(fingerprint(*trace, 999), fingerprint(*traceOf(1000), 999));
}

QTEST_APPLESS_MAIN(TestTrace)
#include "tst_trace.moc"
