#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);

/// What the CDN said of its answers, in order: "MISS HIT".
std::string outcomesOf(const SceneRun& run) {
    std::string outcomes;
    for (const std::string& wire : answersOf(run)) {
        const std::size_t at = wire.find("X-Cache: ");
        if (at != std::string::npos) {
            outcomes += outcomes.empty() ? "" : " ";
            outcomes += wire.substr(at + 9, wire.find('\r', at) - at - 9);
        }
    }
    return outcomes;
}

/// The run of the scene, and ways to ask from either browser.
class CdnRun : public SceneRun {
  public:
    CdnRun() : SceneRun(loadScene("tests/scenes/cdn.roundtrip")) {}

    void ask(SimTime at, const std::string& target, const std::string& headers = {},
             const std::string& who = "browser") {
        const std::string error = give(at, who, "send", {{"target", target}, {"headers", headers}});
        if (!error.empty())
            qFatal("%s", error.c_str());
    }
    /// How many requests came to the origin.
    std::size_t atOrigin() {
        std::size_t count = 0;
        for (const Fact& fact : facts<RouteMatched>())
            count += fact.node == world().find("app")->id() ? 1 : 0;
        return count;
    }
    [[nodiscard]] bool noted(const std::string& reason) const {
        for (const CheckPassed& check : all<CheckPassed>()) {
            if (text(check.check) == "http-cache" && text(check.reason) == reason)
                return true;
        }
        return false;
    }
};

} // namespace

class TestCdn : public QObject {
    Q_OBJECT

  private slots:
    void theSecondPersonIsServedFromTheEdge();
    void aPrivateAnswerIsNotShared();
    void anAnswerThatSaysNothingIsNotKeptUnlessTheOwnerSaysSo();
    void languagesAreToldApart();
    void aCopyIsValidated();
    void aStaleCopyBridgesTheTimeOfAsking();
    void manyAtATimeMakeOneRequest_data();
    void manyAtATimeMakeOneRequest();
    void aFailingOriginIsBridged();
    void whatIsNotThereIsRemembered();
    void anUpdateInvalidates();
    void aPurgeRemovesOneAddressOrAll();
    void aChangeBehindItsBackIsSeenAsStale();
    void whenItIsFullItsPolicyDecides();
    void aRequestThatSignsInIsNotShared();
};

void TestCdn::theSecondPersonIsServedFromTheEdge() {
    CdnRun run;
    run.ask(SimTime(), "/users/1");
    run.ask(second, "/users/1", "", "other");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS HIT"));
    QCOMPARE(run.atOrigin(), 1U);
    const std::string wire = lastAnswerOf(run);
    QVERIFY(wire.find("Age: 1\r\n") != std::string::npos);
    QVERIFY(wire.find("Via: 1.1 cdn\r\n") != std::string::npos);
    const auto ends = run.all<RequestFinished>();
    QVERIFY(ends.at(1).answeredBy == run.world().find("cdn")->id());
    QVERIFY(run.facts<RequestFinished>().at(1).time == second + SimTime::milliseconds(11));
}

void TestCdn::aPrivateAnswerIsNotShared() {
    CdnRun run;
    run.ask(SimTime(), "/me");
    run.ask(second, "/me", "", "other");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS MISS"));
    QVERIFY(run.noted("private"));
}

void TestCdn::anAnswerThatSaysNothingIsNotKeptUnlessTheOwnerSaysSo() {
    CdnRun run;
    run.ask(SimTime(), "/silent");
    run.ask(second, "/silent");
    run.set(2 * second, "cdn", "default_ttl", "5 s");
    run.ask(2 * second, "/silent");
    run.ask(3 * second, "/silent");
    run.ask(8 * second, "/silent");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS MISS MISS HIT MISS"));
    QVERIFY(run.noted("no-lifetime"));
}

void TestCdn::languagesAreToldApart() {
    CdnRun run;
    int at = 0;
    for (const char* language : {"es", "en", "es", "en", "fr"})
        run.ask(at++ * second, "/greeting", std::string("Accept-Language: ") + language);
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS MISS HIT HIT MISS"));
}

void TestCdn::aCopyIsValidated() {
    CdnRun run;
    run.ask(second, "/books/1", "", "other");
    run.ask(2 * second, "/books/1");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS REVALIDATED"));
    QVERIFY(run.noted("not-modified"));
    QVERIFY(lastBodyOf(run).find("Emma") != std::string::npos);
    // The browser has a copy now that it validates itself: the body does not travel again.
    run.ask(3 * second, "/books/1");
    run.runToTheEnd();
    QCOMPARE(lastStatusAndBodyOf(run), std::string("304\n"));
    QCOMPARE(statusesOf(run).back(), 200U);
}

void TestCdn::aStaleCopyBridgesTheTimeOfAsking() {
    CdnRun run;
    run.ask(SimTime(), "/news");
    run.ask(15 * second, "/news");
    run.ask(16 * second, "/news");
    run.ask(60 * second, "/news");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS STALE HIT MISS"));
    QCOMPARE(run.atOrigin(), 3U);
}

void TestCdn::manyAtATimeMakeOneRequest_data() {
    QTest::addColumn<bool>("collapses");
    QTest::addColumn<int>("asked");
    QTest::newRow("with") << true << 1;
    QTest::newRow("without") << false << 20;
}

void TestCdn::manyAtATimeMakeOneRequest() {
    QFETCH(bool, collapses);
    QFETCH(int, asked);
    CdnRun run;
    run.set(SimTime(), "cdn", "collapse", collapses);
    for (int i = 0; i < 20; ++i)
        run.ask(i * SimTime::milliseconds(1), "/users/1");
    run.runToTheEnd();
    QCOMPARE(run.atOrigin(), static_cast<std::size_t>(asked));
    QCOMPARE(run.noted("collapsed"), collapses);
    QCOMPARE(run.count<RequestFinished>(), 20U);
    for (const std::uint32_t status : statusesOf(run))
        QCOMPARE(status, 200U);
}

void TestCdn::aFailingOriginIsBridged() {
    CdnRun run;
    run.ask(SimTime(), "/robust");
    run.ask(SimTime(), "/users/1");
    run.set(20 * second, "cdn", "timeout", "10 ms"); // the way alone takes longer
    run.ask(21 * second, "/robust");
    run.ask(21 * second, "/users/1");
    run.ask(80 * second, "/robust");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS MISS STALE MISS MISS"));
    QVERIFY(run.noted("stale-if-error"));
    QCOMPARE(statusesOf(run).at(3), 504U);
}

void TestCdn::whatIsNotThereIsRemembered() {
    CdnRun run;
    run.ask(SimTime(), "/users/999");
    run.ask(second, "/users/999");
    run.set(2 * second, "cdn", "negative_ttl", "5 s");
    run.ask(2 * second, "/users/999");
    run.ask(3 * second, "/users/999");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS MISS MISS HIT"));
    QCOMPARE(statusesOf(run).back(), 404U);
}

void TestCdn::anUpdateInvalidates() {
    CdnRun run;
    run.ask(SimTime(), "/users/1");
    run.send(second, "/users/1", "PUT", R"({"city": "Oslo"})");
    run.ask(2 * second, "/users/1");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS MISS MISS"));
    QCOMPARE(run.count<StaleServed>(), 0U);
}

void TestCdn::aPurgeRemovesOneAddressOrAll() {
    CdnRun run;
    for (const char* target : {"/users/1", "/users/2"})
        run.ask(SimTime(), target);
    run.give(second, "cdn", "purge", {{"target", "/users/1"}});
    run.ask(2 * second, "/users/1");
    run.ask(3 * second, "/users/2");
    run.give(4 * second, "cdn", "purge_all");
    run.ask(5 * second, "/users/2");
    run.runToTheEnd();
    QCOMPARE(outcomesOf(run), std::string("MISS MISS MISS HIT MISS"));
}

void TestCdn::aChangeBehindItsBackIsSeenAsStale() {
    CdnRun run;
    run.ask(SimTime(), "/users/1");
    // Not through this address, so that the CDN does not learn of it.
    run.send(second, "/users/1?x=1", "PUT", R"({"city": "Oslo"})");
    run.ask(2 * second, "/users/1");
    run.runToTheEnd();
    QCOMPARE(run.count<StaleServed>(), 1U);
}

void TestCdn::whenItIsFullItsPolicyDecides() {
    for (const char* policy : {"lru", "fifo"}) {
        CdnRun run;
        run.set(SimTime(), "cdn", "policy", policy);
        int at = 0;
        for (const int user : {1, 2, 3, 1, 4, 1})
            run.ask(at++ * second, "/users/" + std::to_string(user));
        run.runToTheEnd();
        const bool isLru = std::string(policy) == "lru";
        QCOMPARE(outcomesOf(run),
                 std::string("MISS MISS MISS HIT MISS ") + (isLru ? "HIT" : "MISS"));
        QCOMPARE(run.text(run.all<CacheRemoved>().at(0).key),
                 std::string(isLru ? "/users/2" : "/users/1"));
    }
}

void TestCdn::aRequestThatSignsInIsNotShared() {
    CdnRun run;
    run.set(SimTime(), "cdn", "default_ttl", "5 s");
    run.ask(SimTime(), "/silent", "Authorization: Bearer x");
    run.ask(second, "/silent");
    run.runToTheEnd();
    QVERIFY(run.noted("authorization"));
    QCOMPARE(outcomesOf(run), std::string("MISS MISS"));
}

QTEST_APPLESS_MAIN(TestCdn)
#include "tst_cdn.moc"
