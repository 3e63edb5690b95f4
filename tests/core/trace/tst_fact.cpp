#include "core/trace/fact.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <set>
#include <type_traits>

using namespace roundtrip;

namespace {

template <class Payload>
void checkPayload() {
    static_assert(sizeof(Payload) <= 28);
    static_assert(std::is_trivially_copyable_v<Payload>);
    Fact fact;
    fact.set(Payload{});
    QVERIFY(fact.is<Payload>());
    QVERIFY(fact.kind == Payload::kKind);
}

template <class... Payloads>
void checkPayloads() {
    (checkPayload<Payloads>(), ...);
    const std::set<FactKind> kinds{Payloads::kKind...};
    QCOMPARE(kinds.size(), sizeof...(Payloads));
    QCOMPARE(kinds.size(), kFactKindCount);
}

} // namespace

class TestFact : public QObject {
    Q_OBJECT

  private slots:
    void everyKindHasItsPayloadWhichFits();
    void theTableStandsInTheOrderOfTheEnum();
    void everyNameIsFoundAgain();
    void anUnknownNameIsNone();
    void aPayloadComesBackAsItWentIn();
    void equalPayloadsAreEqualBytes();
    void aFactIsSmall();
    void failuresAreErrors();
};

void TestFact::everyKindHasItsPayloadWhichFits() {
    checkPayloads<CommandGiven, RequestStarted, RequestFinished, SpanStarted, SpanFinished,
                  MessageSent, MessageArrived, GaugeChanged, WorkQueued, WorkStarted, RouteMatched,
                  RouteMissed, Computed, CacheHit, CacheMissed, CacheStored, CacheRemoved,
                  QueryStarted, QueryExecuted, RowsChanged, StaleServed, HandlerFailed,
                  ResponseBuilt, ParameterChanged, WindowClosed, JobArrived, JobStarted,
                  JobDeparted, CheckPassed, CheckFailed, ExpressionTranslated, TemplateRendered,
                  CookieKept, Overheard, ScriptRan, MessageLost, NodeChanged, TopologyChanged>();
}

/// The names are permanent: they stand in lessons and in what was exported.
void TestFact::theTableStandsInTheOrderOfTheEnum() {
    QCOMPARE(std::string(infoOf(FactKind::commandGiven).name), std::string("command_given"));
    QCOMPARE(std::string(infoOf(FactKind::spanFinished).name), std::string("span_finished"));
    QCOMPARE(std::string(infoOf(FactKind::workQueued).name), std::string("work_queued"));
    QCOMPARE(std::string(infoOf(FactKind::cacheMissed).name), std::string("cache_missed"));
    QCOMPARE(std::string(infoOf(FactKind::rowsChanged).name), std::string("rows_changed"));
    QCOMPARE(std::string(infoOf(FactKind::windowClosed).name), std::string("window_closed"));
    QCOMPARE(std::string(infoOf(FactKind::jobDeparted).name), std::string("job_departed"));
}

void TestFact::everyNameIsFoundAgain() {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kFactKindCount; ++i) {
        const auto kind = static_cast<FactKind>(i);
        const FactKind* found = findFactKind(infoOf(kind).name);
        QVERIFY(found != nullptr && *found == kind);
        names.insert(infoOf(kind).name);
    }
    QCOMPARE(names.size(), kFactKindCount);
}

void TestFact::anUnknownNameIsNone() {
    QVERIFY(findFactKind("cache_mised") == nullptr);
    QVERIFY(findFactKind("") == nullptr);
}

void TestFact::aPayloadComesBackAsItWentIn() {
    Fact fact;
    fact.set(CacheMissed{
        .since = SimTime::seconds(3), .key = TextId{7}, .reason = CacheReason::evicted});
    const auto missed = fact.as<CacheMissed>();
    QVERIFY(missed.since == SimTime::seconds(3));
    QVERIFY(missed.key == TextId{7});
    QVERIFY(missed.reason == CacheReason::evicted);
    QVERIFY(!fact.is<CacheHit>());
}

void TestFact::equalPayloadsAreEqualBytes() {
    Fact first;
    first.payload.fill(std::byte{0});
    first.set(JobStarted{.job = 5});
    Fact second;
    second.set(JobStarted{.job = 5});
    QVERIFY(first.payload == second.payload);
}

void TestFact::aFactIsSmall() {
    static_assert(sizeof(Fact) <= 64);
    QCOMPARE(sizeof(Fact), 48U);
}

void TestFact::failuresAreErrors() {
    QVERIFY(infoOf(FactKind::handlerFailed).isError);
    QVERIFY(infoOf(FactKind::routeMissed).isError);
    QVERIFY(!infoOf(FactKind::cacheMissed).isError);
    QVERIFY(!infoOf(FactKind::gaugeChanged).visible);
}

QTEST_APPLESS_MAIN(TestFact)
#include "tst_fact.moc"
