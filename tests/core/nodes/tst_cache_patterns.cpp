#include "tests/core/kernel/queueing_models.h"
#include "tests/support/closed_form.h"
#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <cmath>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);

Scene stampede() {
    return loadScene("tests/scenes/stampede.roundtrip");
}

std::size_t countOf(const SceneRun& run, const std::string& check, const std::string& reason) {
    std::size_t count = 0;
    for (const CheckPassed& passed : run.all<CheckPassed>())
        count += run.text(passed.check) == check && run.text(passed.reason) == reason ? 1 : 0;
    return count;
}

} // namespace

class TestCachePatterns : public QObject {
    Q_OBJECT

  private slots:
    void aStampedeMakesManyQueries_data();
    void aStampedeMakesManyQueries();
    void whatIsNotThereIsRemembered();
    void aHitCanProlongALife();
    void anOldEntryServesAllButOne();
    void aRestartForgets_data();
    void aRestartForgets();
    void bytesAreALimitToo();
    void aPublishedChangeInvalidates_data();
    void aPublishedChangeInvalidates();
    void aPolicyHasItsExactHitRatio_data();
    void aPolicyHasItsExactHitRatio();
    void aTimeToLiveHasItsExactHitRatio_data();
    void aTimeToLiveHasItsExactHitRatio();
};

void TestCachePatterns::aStampedeMakesManyQueries_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("queries");
    QTest::newRow("each for itself") << "/each/1" << 40;
    QTest::newRow("single flight") << "/once/1" << 1;
    QTest::newRow("single flight, nothing there") << "/once/999" << 1;
}

void TestCachePatterns::aStampedeMakesManyQueries() {
    QFETCH(QString, target);
    QFETCH(int, queries);
    SceneRun run(stampede());
    for (int i = 0; i < 40; ++i)
        run.send(i * SimTime::milliseconds(1), target.toStdString());
    run.runToTheEnd();
    QCOMPARE(run.count<QueryExecuted>(), static_cast<std::size_t>(queries));
    QCOMPARE(countOf(run, "single-flight", "waits\nuser:" + target.toStdString().substr(6)),
             static_cast<std::size_t>(queries == 1 ? 39 : 0));
    const std::uint32_t status = target == "/once/999" ? 404 : 200;
    QCOMPARE(run.count<RequestFinished>(), 40U);
    for (const std::uint32_t got : statusesOf(run))
        QCOMPARE(got, status);
}

void TestCachePatterns::whatIsNotThereIsRemembered() {
    SceneRun run(stampede());
    QCOMPARE(asked(run, "/once/999").substr(0, 3), std::string("404"));
    QCOMPARE(asked(run, "/once/999").substr(0, 3), std::string("404"));
    QCOMPARE(run.count<QueryExecuted>(), 1U);
    QCOMPARE(countOf(run, "cache-entry", "missing\nuser:999"), 1U);
    run.runUntil(run.now() + 6 * second);
    asked(run, "/once/999");
    QCOMPARE(run.count<QueryExecuted>(), 2U);
}

void TestCachePatterns::aHitCanProlongALife() {
    SceneRun run(stampede());
    run.set(SimTime(), "cache", "sliding", true);
    for (const int at : {0, 8, 16, 24, 40})
        run.send(at * second, "/each/1");
    run.runToTheEnd();
    QCOMPARE(run.count<QueryExecuted>(), 2U);
}

void TestCachePatterns::anOldEntryServesAllButOne() {
    SceneRun run(stampede());
    run.set(SimTime(), "cache", "stale_while_revalidate", "5 s");
    run.send(SimTime(), "/each/1");
    for (int i = 0; i < 20; ++i)
        run.send(12 * second + i * SimTime::milliseconds(1), "/each/1");
    run.send(13 * second, "/each/1"); // renewed meanwhile
    run.runToTheEnd();
    QCOMPARE(run.count<QueryExecuted>(), 2U);
    QCOMPARE(countOf(run, "cache-entry", "stale-while-revalidate\nuser:1"), 19U);
}

void TestCachePatterns::aRestartForgets_data() {
    QTest::addColumn<bool>("persists");
    QTest::newRow("in memory") << false;
    QTest::newRow("on disk") << true;
}

void TestCachePatterns::aRestartForgets() {
    QFETCH(bool, persists);
    SceneRun run(stampede());
    run.set(SimTime(), "cache", "persists", persists);
    run.send(SimTime(), "/each/1");
    run.give(second, "cache", "restart");
    run.send(2 * second, "/each/1");
    run.runToTheEnd();
    QCOMPARE(run.count<QueryExecuted>(), persists ? 1U : 2U);
    QVERIFY(persists || run.all<CacheMissed>().back().reason == CacheReason::cleared);
}

void TestCachePatterns::bytesAreALimitToo() {
    SceneRun run(stampede());
    run.set(SimTime(), "cache", "capacity_bytes", 10);
    run.send(SimTime(), "/each/1");
    run.send(second, "/each/1");
    run.runToTheEnd();
    QCOMPARE(run.count<QueryExecuted>(), 2U);
    QCOMPARE(countOf(run, "cache-entry", "too-large\nuser:1"), 2U);
}

void TestCachePatterns::aPublishedChangeInvalidates_data() {
    QTest::addColumn<bool>("listens");
    QTest::newRow("who listens forgets") << true;
    QTest::newRow("who does not shows the old") << false;
}

void TestCachePatterns::aPublishedChangeInvalidates() {
    QFETCH(bool, listens);
    SceneRun run(loadScene("tests/scenes/invalidation.roundtrip"));
    run.set(SimTime(), "beta", "listens", listens);
    const auto read = [&run](SimTime at) {
        run.give(at, "browser", "send", {{"to", "beta"}, {"target", "/users/1"}});
    };
    read(second);
    run.send(2 * second, "/users/1", "PUT", R"({"city": "Oslo"})");
    read(3 * second);
    run.runToTheEnd();
    QCOMPARE(run.count<RequestFinished>(), 3U);
    QCOMPARE(run.count<StaleServed>(), listens ? 0U : 1U);
    QCOMPARE(lastBodyOf(run).find("Oslo") != std::string::npos, listens);
}

void TestCachePatterns::aPolicyHasItsExactHitRatio_data() {
    QTest::addColumn<QString>("row");
    for (const char* row : {"lru_8_1_4", "fifo_8_1_4", "random_8_1_4", "lruint_100_0.8_10"})
        QTest::newRow(row) << QString(row);
}

/// A crowd's requests come one after the other here, as the formulas want it: one is answered
/// before the next is sent, nearly always.
void TestCachePatterns::aPolicyHasItsExactHitRatio() {
    QFETCH(QString, row);
    constexpr std::size_t kRequests = 40'000;
    const ClosedForm theory("caches.csv", row);
    SceneRun run(loadScene("tests/scenes/caching_policies.roundtrip"));
    run.set(SimTime(), "cache", "policy",
            row.section('_', 0, 0).replace("lruint", "lru").toStdString());
    QCOMPARE(
        run.set(SimTime(), "cache", "capacity", static_cast<int>(theory.number("params", "C"))),
        std::string());
    run.give(SimTime(), "browser", "send_many",
             {{"count", kRequests},
              {"rate", 1.0},
              {"keys", static_cast<int>(theory.number("params", "N"))},
              {"skew", theory.number("params", "zipf_alpha")}});
    run.runToTheEnd();
    const auto hits = static_cast<double>(run.count<CacheHit>());
    const double expected = theory.number("hit_ratio");
    const double deviation = std::sqrt(expected * (1 - expected) / kRequests);
    // Hits in a row depend on each other: batches show up to twice the deviation of a coin.
    QVERIFY2(std::abs(hits / kRequests - expected) < 4 * 2 * deviation,
             qPrintable(QString::number(hits / kRequests)));
}

void TestCachePatterns::aTimeToLiveHasItsExactHitRatio_data() {
    QTest::addColumn<QString>("row");
    QTest::newRow("ttl") << "ttl_1_5";
    QTest::newRow("sliding") << "ttlreset_1_5";
    QTest::newRow("with updates: hits and stale answers") << "ttlstale_2_0.05_10";
}

void TestCachePatterns::aTimeToLiveHasItsExactHitRatio() {
    QFETCH(QString, row);
    constexpr int kRequests = 40'000;
    const ClosedForm theory("caches.csv", row);
    nlohmann::json scene =
        nlohmann::json::parse(readText("tests/scenes/caching_policies.roundtrip"));
    const double rate = theory.number("params", "lam");
    const double updates =
        row.startsWith("ttlstale") ? theory.number("params", "update_rate") : 0.0;
    scene["nodes"][1]["parameters"]["routes"].push_back(
        {{"method", "PUT"},
         {"path", "/users/<int:id>"},
         {"handler",
          {{{"do", "query"}, {"sql", "UPDATE users SET name = :n WHERE id = :id"}},
           {{"do", "respond"}}}}});
    SceneRun run(sceneOf(scene.dump()));
    run.set(SimTime(), "cache", "ttl", std::to_string(theory.number("params", "T")) + " s");
    run.set(SimTime(), "cache", "sliding", row.startsWith("ttlreset"));
    run.give(SimTime(), "browser", "send_many",
             {{"count", kRequests},
              {"rate", rate + updates},
              {"keys", 1},
              {"update_share", updates / (rate + updates)},
              {"update_body", R"({"n": "{n}"})"}});
    run.runToTheEnd();
    const auto hits = static_cast<double>(run.count<CacheHit>());
    const auto reads = hits + static_cast<double>(run.count<CacheMissed>());
    const double expected = theory.number("hit_ratio");
    // A miss ends a cycle of a random number of hits: geometric, so the ratio's deviation is small.
    QVERIFY2(std::abs(hits / reads - expected) < 0.01, qPrintable(QString::number(hits / reads)));
    if (updates > 0) {
        const auto stale = static_cast<double>(run.count<StaleServed>());
        QVERIFY2(std::abs(stale / reads - theory.number("extra", "stale_fraction")) < 0.02,
                 qPrintable(QString::number(stale / reads)));
    }
}

QTEST_APPLESS_MAIN(TestCachePatterns)
#include "tst_cache_patterns.moc"
