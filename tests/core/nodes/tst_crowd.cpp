#include "core/nodes/crowd/load_profile.h"
#include "core/nodes/crowd/request_mix.h"
#include "core/nodes/station_statistics.h"
#include "tests/support/scene_run.h"

#include <QTest>
#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <string>
#include <vector>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime s = SimTime::seconds(1);
constexpr RecordingLevel kNothing{.sampleEvery = 0};

/// Crowd -> app with these routes, without any time on the way.
std::string crowdAndApp(const std::string& crowd, const std::string& routes,
                        const std::string& app = R"("workers": 1000, "overhead": "0 ms")") {
    return fmt::format(R"({{"format": 1, "nodes": [
        {{"id": "crowd", "kind": "crowd", "parameters": {}}},
        {{"id": "app", "kind": "app_server", "parameters": {{{}, "routes": {}}}}}],
        "links": [{{"from": "crowd", "to": "app", "latency": "0 s"}}]}})",
                       crowd, app, routes);
}
constexpr const char* kOk = R"([{"method": "GET", "path": "/", "handler": [{"do": "respond"}]}])";
constexpr const char* kHome = R"("requests": [{"target": "/"}])";

StationStatistics& statisticsOf(SceneRun& run, const char* node = "crowd") {
    return *run.world().find(node)->statistics();
}

/// How many requests began in each of `count` spans from now on.
std::vector<double> arrivalsIn(SceneRun& run, SimTime span, int count) {
    std::vector<double> arrivals;
    SimTime end = run.now();
    for (int i = 0; i < count; ++i) {
        statisticsOf(run).restart(end);
        end += span;
        run.runUntil(end);
        arrivals.push_back(static_cast<double>(statisticsOf(run).overall(end).arrivals));
    }
    return arrivals;
}

double meanOf(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}
double varianceOf(const std::vector<double>& values) {
    const double mean = meanOf(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return squares / static_cast<double>(values.size() - 1);
}

/// Batch means of a share that a node counts, and whether the expected one is within four standard
/// errors.
void verifyShare(SceneRun& run, const char* node, const std::string& name, double expected,
                 SimTime batch, double mostError = 0.02) {
    const auto counted = [&] {
        for (const CountedShare& share : run.world().find(node)->shares()) {
            if (share.name == name)
                return share;
        }
        return CountedShare{};
    };
    std::vector<double> shares;
    SimTime end = batch;
    run.runUntil(end);
    for (int i = 0; i < 20; ++i) {
        const CountedShare before = counted();
        end += batch;
        run.runUntil(end);
        const CountedShare after = counted();
        shares.push_back(static_cast<double>(after.part - before.part) /
                         static_cast<double>(after.whole - before.whole));
    }
    const double error = std::sqrt(varianceOf(shares) / static_cast<double>(shares.size()));
    const std::string words =
        fmt::format("{}: {:.5f} +- {:.5f}, expected {:.5f}", name, meanOf(shares), error, expected);
    QVERIFY2(std::abs(meanOf(shares) - expected) <= 4 * error + 1e-6, words.c_str());
    QVERIFY2(error <= mostError, words.c_str());
}

/// Readers of one user at `reads`/s, writers at `writes`/s, a copy for `ttl`.
std::string cached(double reads, double writes, const char* cache, const char* onWrite,
                   const char* readers = R"("keys": 1)") {
    return fmt::format(R"({{"format": 1, "nodes": [
        {{"id": "crowd", "kind": "crowd", "parameters": {{"rate": {}, {}}}}},
        {{"id": "writers", "kind": "crowd", "parameters": {{"rate": {}, "keys": 1, "starts": {},
          "requests": [{{"method": "PUT", "target": "/users/{{key}}",
                         "body": "{{\u0022name\u0022: \u0022N{{n}}\u0022}}"}}]}}}},
        {{"id": "app", "kind": "app_server", "parameters": {{
            "workers": 1000, "overhead": "0 ms", "routes": [
            {{"method": "GET", "path": "/users/<int:id>", "handler": [
                {{"do": "cache_get", "key": "user:{{id}}", "otherwise": [
                    {{"do": "query", "sql": "SELECT id, name FROM users WHERE id = :id"}},
                    {{"do": "cache_set", "key": "user:{{id}}"}}]}}]}},
            {{"method": "PUT", "path": "/users/<int:id>", "handler": [
                {{"do": "query", "sql": "UPDATE users SET name = :name WHERE id = :id"}}{}]}}]}}}},
        {{"id": "cache", "kind": "cache", "parameters": {{"operation_time": "0 ms", {}}}}},
        {{"id": "db", "kind": "sql_database", "parameters": {{
            "rows": 100, "connections": 1000, "base_time": "0 ms", "step_time": "0 ns"}}}}],
        "links": [{{"from": "crowd", "to": "app", "latency": "0 s"}},
                  {{"from": "writers", "to": "app", "latency": "0 s"}},
                  {{"from": "app", "to": "cache", "latency": "0 s"}},
                  {{"from": "app", "to": "db", "latency": "0 s"}}]}})",
                       reads, readers, writes > 0 ? writes : 1, writes > 0, onWrite, cache);
}

} // namespace

class TestCrowd : public QObject {
    Q_OBJECT

  private slots:
    void randomArrivalsAreAPoissonProcess();
    void regularArrivals();
    void aDayHasItsHours();
    void rampsStepsAndBursts();
    void aRateThatIsChangedCounts();
    void aCrowdCanBeSentHome();
    void aClosedLoopIsThatOfTheory();
    void theMixFollowsTheWeights();
    void whoGetsNoAnswerTriesAgain();
    void aTimeToLiveGivesItsHitRatio();
    void aCopyThatIsNotInvalidatedIsStale();
    void whoPollsSeesChangesLate();
    void anInvalidatedCopyIsNot();
    void aSmallCacheKeepsWhatIsPopular();
    void nothingIsRecordedOfWhatIsNotSampled();
    void badProfilesAreRefused_data();
    void badProfilesAreRefused();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
};

/// Mean and variance of a Poisson process's counts are equal: both within four standard errors.
void TestCrowd::randomArrivalsAreAPoissonProcess() {
    SceneRun run(sceneOf(crowdAndApp(fmt::format(R"({{"rate": 50, {}}})", kHome), kOk)), 3,
                 kNothing);
    const auto counts = arrivalsIn(run, 1 * s, 2000);
    QVERIFY(std::abs(meanOf(counts) - 50) < 4 * std::sqrt(50.0 / 2000));
    QVERIFY(std::abs(varianceOf(counts) - 50) < 4 * 50 * std::sqrt(2.0 / 2000));
}

void TestCrowd::regularArrivals() {
    SceneRun run(sceneOf(crowdAndApp(fmt::format(R"({{"between": "100 ms", {}}})", kHome), kOk)), 3,
                 kNothing);
    run.runUntil(SimTime::milliseconds(50));
    for (const double count : arrivalsIn(run, 1 * s, 20))
        QCOMPARE(count, 10.0);
}

void TestCrowd::aDayHasItsHours() {
    nlohmann::json hours;
    for (int hour = 0; hour < 24; ++hour)
        hours.push_back(hour < 6 ? 0.0 : hour / 10.0);
    SceneRun run(sceneOf(crowdAndApp(fmt::format(R"({{"rate": 20, "profile": {{"day": {{"hours": {},
                                     "length": "2400 s"}}}}, {}}})",
                                                 hours.dump(), kHome),
                                     kOk)),
                 3, kNothing);
    double sum = 0;
    for (int day = 0; day < 2; ++day) {
        const auto counts = arrivalsIn(run, 100 * s, 24);
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const double expected = 2000 * hours[hour].get<double>();
            QVERIFY(std::abs(counts[hour] - expected) <= 4.5 * std::sqrt(expected));
            sum += counts[hour];
        }
    }
    const double whole = 2 * 2000 * 26.1; // 0.6 + 0.7 + ... + 2.3
    QVERIFY(std::abs(sum - whole) < 4 * std::sqrt(whole));
}

void TestCrowd::rampsStepsAndBursts() {
    const LoadProfile ramp(
        nlohmann::json::parse(R"({"ramp": {"from": 1, "to": 3, "over": "10 s"}})"));
    QCOMPARE(ramp.factorAt({}), 1.0);
    QCOMPARE(ramp.factorAt(5 * s), 2.0);
    QCOMPARE(ramp.factorAt(50 * s), 3.0);
    const LoadProfile steps(nlohmann::json::parse(
        R"({"steps": [{"at": "10 s", "factor": 2}, {"at": "20 s", "factor": 0}]})"));
    QCOMPARE(steps.factorAt(9 * s), 1.0);
    QCOMPARE(steps.factorAt(10 * s), 2.0);
    QCOMPARE(steps.factorAt(21 * s), 0.0);
    QCOMPARE(steps.most(), 2.0);
    const LoadProfile bursts(
        nlohmann::json::parse(R"({"bursts": {"on": "1 s", "off": "9 s", "factor": 8}})"));
    QCOMPARE(bursts.factorAt(20 * s + s / 2), 8.0);
    QCOMPARE(bursts.factorAt(25 * s), 0.0);
    QCOMPARE(LoadProfile(nlohmann::json::object()).factorAt(5 * s), 1.0);
}

void TestCrowd::aRateThatIsChangedCounts() {
    SceneRun run(sceneOf(crowdAndApp(fmt::format(R"({{"rate": 0.001, {}}})", kHome), kOk)), 3,
                 kNothing);
    QCOMPARE(run.set(10 * s, "crowd", "rate", 100), std::string());
    const double count = arrivalsIn(run, 100 * s, 1).front();
    QVERIFY(std::abs(count - 10'000) < 400);
}

void TestCrowd::aCrowdCanBeSentHome() {
    SceneRun run(
        sceneOf(crowdAndApp(fmt::format(R"({{"rate": 100, "starts": false, {}}})", kHome), kOk)), 3,
        kNothing);
    run.runUntil(10 * s);
    QCOMPARE(arrivalsIn(run, 10 * s, 1).front(), 0.0);
    QCOMPARE(run.give(20 * s, "crowd", "start"), std::string());
    QVERIFY(arrivalsIn(run, 10 * s, 1).front() > 800);
    QCOMPARE(run.give(30 * s, "crowd", "stop"), std::string());
    QCOMPARE(arrivalsIn(run, 10 * s, 1).front(), 0.0);
}

/// N users, one worker: the machine repair model M/M/1//N (Palm 1943).
void TestCrowd::aClosedLoopIsThatOfTheory() {
    constexpr int kUsers = 10;
    constexpr double kThink = 1;
    constexpr double kService = 0.1;
    double queue = 0; // exact mean value analysis: Reiser & Lavenberg 1980
    double response = 0;
    for (int n = 1; n <= kUsers; ++n) {
        response = kService * (1 + queue);
        queue = n / (kThink + response) * response;
    }
    SceneRun run(sceneOf(crowdAndApp(fmt::format(R"({{"loop": "closed", "users": 10,
                                     "think": {{"exponential": "1 s"}}, {}}})",
                                                 kHome),
                                     R"([{"method": "GET", "path": "/", "handler": [
                         {"do": "compute", "time": {"exponential": "100 ms"}},
                         {"do": "respond"}]}])",
                                     R"("workers": 1, "overhead": "0 ms")")),
                 3, kNothing);
    std::vector<double> responses;
    std::vector<double> rates;
    SimTime end = 1000 * s;
    run.runUntil(end);
    for (int i = 0; i < 30; ++i) {
        statisticsOf(run).restart(end);
        end += 1000 * s;
        run.runUntil(end);
        responses.push_back(statisticsOf(run).overall(end).meanResponse);
        rates.push_back(statisticsOf(run).overall(end).throughput);
    }
    const auto isNear = [](const std::vector<double>& values, double expected) {
        return std::abs(meanOf(values) - expected) <=
               4 * std::sqrt(varianceOf(values) / static_cast<double>(values.size()));
    };
    QVERIFY2(isNear(responses, response),
             fmt::format("{} {}", meanOf(responses), response).c_str());
    QVERIFY(isNear(rates, kUsers / (kThink + response)));
}

void TestCrowd::theMixFollowsTheWeights() {
    const RequestMix mix(nlohmann::json::parse(R"([
        {"target": "/users/{key}?n={n}", "weight": 3},
        {"method": "POST", "target": "/orders", "body": "{\u0022n\u0022: {n}}"}])"));
    RandomStream random(1, "test", "mix");
    int orders = 0;
    for (std::uint64_t n = 0; n < 10'000; ++n) {
        const http::Request request = mix.draw(random, 7, n);
        if (request.method == http::Method::post) {
            ++orders;
            QCOMPARE(request.body, fmt::format(R"({{"n": {}}})", n));
        } else {
            QCOMPARE(request.target, fmt::format("/users/7?n={}", n));
        }
    }
    QVERIFY(std::abs(orders - 2500) < 4 * std::sqrt(10'000 * 0.25 * 0.75));
}

void TestCrowd::whoGetsNoAnswerTriesAgain() {
    SceneRun run(
        sceneOf(crowdAndApp(fmt::format(R"({{"between": "1 s", "timeout": "100 ms", "retries": 2,
                                     "backoff": "50 ms", {}}})",
                                        kHome),
                            R"([{"method": "GET", "path": "/", "handler": [
                         {"do": "compute", "time": "10 s"}]}])")),
        3, kNothing);
    run.runUntil(100 * s + s / 2);
    const auto shares = run.world().find("crowd")->shares();
    QCOMPARE(std::string(shares[0].name), std::string("failed_share"));
    QVERIFY(shares[0].whole >= 99 && shares[0].part == shares[0].whole);
    QCOMPARE(shares[2].part, 2 * shares[2].whole);
    const StationFigures figures = statisticsOf(run).overall(run.now());
    QVERIFY(std::abs(figures.meanResponse - 0.45) < 1e-6); // 100 + 50 + 100 + 100 + 100 ms
}

/// Rows ttl_1_5 and ttlreset_1_5 of tests/data/caches.csv: lambda T/(1 + lambda T), 1 - e^{-lambda
/// T}.
void TestCrowd::aTimeToLiveGivesItsHitRatio() {
    SceneRun run(sceneOf(cached(1, 0, R"("ttl": "5 s")", "")), 3, kNothing);
    verifyShare(run, "cache", "hit_ratio", 5.0 / 6, 2000 * s);
    SceneRun sliding(sceneOf(cached(1, 0, R"("ttl": "5 s", "sliding": true)", "")), 3, kNothing);
    verifyShare(sliding, "cache", "hit_ratio", 1 - std::exp(-5.0), 2000 * s);
}

/// stale = lambda (T - (1 - e^{-uT})/u) / (1 + lambda T); hits as without updates.
void TestCrowd::aCopyThatIsNotInvalidatedIsStale() {
    SceneRun run(sceneOf(cached(2, 0.05, R"("ttl": "10 s")", "")), 3, kNothing);
    const double fresh = (1 - std::exp(-0.5)) / 0.05;
    verifyShare(run, "crowd", "stale_share", 2 * (10 - fresh) / 21, 3000 * s);
    // E[(t - X)+] over a copy's life, X exponential with rate u, for each read after the first
    SceneRun ages(sceneOf(cached(2, 0.05, R"("ttl": "10 s")", "")), 3, kNothing);
    verifyShare(ages, "crowd", "mean_staleness",
                2 * (50 - 10 / 0.05 + (1 - std::exp(-0.5)) / 0.05 / 0.05) / 21, 3000 * s, 0.04);
    SceneRun hits(sceneOf(cached(2, 0.05, R"("ttl": "10 s")", "")), 3, kNothing);
    verifyShare(hits, "cache", "hit_ratio", 20.0 / 21, 2000 * s);
}

/// Looking every T while changes come at rate u: outdated for a share 1 - (1 - e^{-uT})/(uT) of the
/// time. Every answer itself is fresh.
void TestCrowd::whoPollsSeesChangesLate() {
    SceneRun run(
        sceneOf(cached(1, 0.05, R"("ttl": "1 ms")", "", R"("keys": 1, "between": "20 s")")), 3,
        kNothing);
    verifyShare(run, "crowd", "outdated_time_share", 1 - (1 - std::exp(-1.0)), 10'000 * s);
    QCOMPARE(run.world().find("crowd")->shares()[1].part, std::uint64_t{0});
}

/// E[life] = (1 - e^{-uT})/u; hit = lambda E/(1 + lambda E).
void TestCrowd::anInvalidatedCopyIsNot() {
    const char* remove = R"(, {"do": "cache_delete", "key": "user:{id}"})";
    SceneRun run(sceneOf(cached(2, 0.05, R"("ttl": "10 s")", remove)), 3, kNothing);
    const double life = (1 - std::exp(-0.5)) / 0.05;
    verifyShare(run, "cache", "hit_ratio", 2 * life / (1 + 2 * life), 3000 * s);
    QCOMPARE(run.world().find("crowd")->shares()[1].part, std::uint64_t{0});
}

/// Row lruint_100_0.8_10: exact for LRU, 100 keys of Zipf 0.8, room for 10.
void TestCrowd::aSmallCacheKeepsWhatIsPopular() {
    SceneRun run(sceneOf(cached(100, 0,
                                R"("ttl": "600 min", "policy": "lru", "capacity": 10,
                                   "capacity_bytes": 1000000)",
                                "", R"("keys": 100, "skew": 0.8)")),
                 3, kNothing);
    verifyShare(run, "cache", "hit_ratio", 0.2642807, 30 * s);
}

void TestCrowd::nothingIsRecordedOfWhatIsNotSampled() {
    SceneRun run(sceneOf(crowdAndApp(fmt::format(R"({{"rate": 100, {}}})", kHome), kOk)), 3,
                 RecordingLevel{.sampleEvery = 100});
    run.runUntil(100 * s);
    const auto started = static_cast<double>(run.count<RequestStarted>());
    QVERIFY(started >= 90 && started <= 110);
}

void TestCrowd::badProfilesAreRefused_data() {
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a slip") << R"({"rmap": {}})"
                            << "unknown-member rmap ramp";
    QTest::newRow("no end") << R"({"ramp": {"from": 1, "over": "5 s"}})"
                            << "missing to";
    QTest::newRow("no time") << R"({"ramp": {"from": 1, "to": 2, "over": "0 s"}})"
                             << "out-of-range over 0 1e9";
    QTest::newRow("no unit") << R"({"bursts": {"on": "5", "off": "5 s", "factor": 1}})"
                             << "bad-duration 5";
    QTest::newRow("below zero") << R"({"steps": [{"at": "1 s", "factor": -1}]})"
                                << "out-of-range factor 0 1000000";
    QTest::newRow("backwards")
        << R"({"steps": [{"at": "5 s", "factor": 1}, {"at": "1 s", "factor": 1}]})"
        << "out-of-range at 5 1e9";
    QTest::newRow("a short day") << R"({"day": {"hours": [1, 2], "length": "1 s"}})"
                                 << "wrong-type hours list of 24 numbers";
    QTest::newRow("a number") << "5"
                              << "not-an-object";
}

std::string wordsOf(const Problems& problems) {
    if (problems.empty())
        return "none";
    std::string words = problems.front().code;
    for (const std::string& argument : problems.front().args)
        words += " " + argument;
    return words;
}

void TestCrowd::badProfilesAreRefused() {
    QFETCH(QString, profile);
    QFETCH(QString, problem);
    QCOMPARE(wordsOf(checkLoadProfile(nlohmann::json::parse(profile.toStdString()))),
             problem.toStdString());
}

void TestCrowd::badRequestsAreRefused_data() {
    QTest::addColumn<QString>("requests");
    QTest::addColumn<QString>("problem");
    QTest::newRow("none") << "[]"
                          << "wrong-type requests list of requests";
    QTest::newRow("no target") << R"([{"method": "GET"}])"
                               << "missing target";
    QTest::newRow("a slip") << R"([{"target": "/", "wieght": 1}])"
                            << "unknown-member wieght weight";
    QTest::newRow("a method") << R"([{"target": "/", "method": "GTE"}])"
                              << "unknown-choice GTE GET";
}

void TestCrowd::badRequestsAreRefused() {
    QFETCH(QString, requests);
    QFETCH(QString, problem);
    QCOMPARE(wordsOf(checkRequestMix(nlohmann::json::parse(requests.toStdString()))),
             problem.toStdString());
}

QTEST_GUILESS_MAIN(TestCrowd)
#include "tst_crowd.moc"
