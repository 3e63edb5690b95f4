#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime s = SimTime::seconds(1);
using Texts = std::vector<std::string>;

class Rows : public SceneRun {
  public:
    explicit Rows(const char* writes) : SceneRun(sceneWith(writes)) {}

    [[nodiscard]] static Scene sceneWith(const char* writes) {
        Scene scene = loadScene("tests/scenes/write_behind.roundtrip");
        scene.nodes[2].parameters["writes"] = writes;
        return scene;
    }
    void move(const char* city) {
        send(now() + ms, "/users/7", "PUT", Json{{"city", city}}.dump());
        runUntil(now() + 50 * ms);
    }
    std::string cityIn(const char* where) {
        send(now() + ms, std::string(where) + "/7");
        runUntil(now() + 50 * ms);
        return Json::parse(lastBodyOf(*this))["city"];
    }
    /// How many statements changed rows.
    [[nodiscard]] std::size_t writes() const { return count<RowsChanged>(); }
};

} // namespace

class TestCacheRows : public QObject {
    Q_OBJECT

  private slots:
    void whatIsMissingIsLoadedOnce();
    void aRowThatIsNotThereIsNotFound();
    void throughWritesBeforeItAnswers();
    void whatTheDatabaseRefusesIsNotKept();
    void behindWritesLaterAndOnlyTheLast();
    void whatIsNotWrittenIsLostWhenItStops();
    void aFailedWriteBehindTellsNobody();
    void withoutADatabaseItIsAPlainCache();
    void badRulesAreReported();
};

void TestCacheRows::whatIsMissingIsLoadedOnce() {
    Rows run("none");
    for (int i = 0; i < 5; ++i)
        run.send(1 * s, "/users/7");
    run.runUntil(2 * s);
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>(5, 200));
    QCOMPARE(run.count<QueryExecuted>(), std::size_t{1});
    QCOMPARE(reasonsOf(run, "single-flight"), Texts(4, "waits\nuser:7"));
    QVERIFY(!run.cityIn("/users").empty());
    QCOMPARE(run.count<QueryExecuted>(), std::size_t{1});
}

void TestCacheRows::aRowThatIsNotThereIsNotFound() {
    Rows run("none");
    run.send(1 * s, "/users/4711");
    run.runUntil(2 * s);
    QCOMPARE(lastBodyOf(run), std::string()); // the handler had nothing to say
    QCOMPARE(run.count<CacheStored>(), std::size_t{0});
}

void TestCacheRows::throughWritesBeforeItAnswers() {
    Rows run("through");
    run.move("Rome");
    QCOMPARE(run.cityIn("/rows"), std::string("Rome"));
    QCOMPARE(run.cityIn("/users"), std::string("Rome"));
    // 5 ms to the app and 1 ms there, 1 ms to the cache and 1 ms there, 1 ms to the database and
    // more than 5 ms there, and all the way back.
    const Fact end = run.facts<RequestFinished>()[0];
    QVERIFY(end.time - end.as<RequestFinished>().startedAt > 21 * ms);
}

void TestCacheRows::whatTheDatabaseRefusesIsNotKept() {
    Rows run("through");
    run.move("Moon");
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{500});
    QVERIFY(run.cityIn("/users") != "Moon");
}

void TestCacheRows::behindWritesLaterAndOnlyTheLast() {
    Rows run("behind");
    const std::string before = run.cityIn("/rows");
    run.move("Rome");
    run.move("Oslo");
    const Fact end = run.facts<RequestFinished>()[1];
    QVERIFY(end.time - end.as<RequestFinished>().startedAt == 14 * ms); // no way to the database
    QCOMPARE(run.cityIn("/users"), std::string("Oslo"));
    QCOMPARE(run.cityIn("/rows"), before);
    run.runUntil(run.now() + 2 * s);
    QCOMPARE(run.cityIn("/rows"), std::string("Oslo"));
    QCOMPARE(run.writes(), std::size_t{1});
    QCOMPARE(reasonsOf(run, "write-behind"),
             (Texts{"later\nuser:7\n1 s", "replaced\nuser:7\n1 s", "written\nuser:7"}));
    QVERIFY(run.cityIn("/users") == "Oslo" && run.count<StaleServed>() == 0);
}

void TestCacheRows::whatIsNotWrittenIsLostWhenItStops() {
    Rows run("behind");
    const std::string before = run.cityIn("/rows");
    run.move("Rome");
    QCOMPARE(run.give(run.now(), "cache", "restart"), std::string());
    run.runUntil(run.now() + 3 * s);
    QCOMPARE(reasonsOf(run, "write-behind").back(), std::string("failed: lost\n1"));
    QCOMPARE(run.cityIn("/rows"), before);
    QCOMPARE(run.cityIn("/users"), before);
}

void TestCacheRows::aFailedWriteBehindTellsNobody() {
    Rows run("behind");
    run.move("Moon");
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{200});
    run.runUntil(run.now() + 2 * s);
    QVERIFY(reasonsOf(run, "write-behind").back().starts_with("failed: failed\nuser:7\n"));
}

void TestCacheRows::withoutADatabaseItIsAPlainCache() {
    Scene scene = Rows::sceneWith("through");
    scene.links.pop_back();
    SceneRun run(scene);
    run.send(1 * s, "/users/7", "PUT", R"({"city": "Rome"})");
    run.send(2 * s, "/users/7");
    run.runToTheEnd();
    QCOMPARE(lastBodyOf(run), std::string(R"({"city":"Rome"})"));
    QCOMPARE(run.count<RowsChanged>(), std::size_t{0});
}

void TestCacheRows::badRulesAreReported() {
    auto scene = Json::parse(readText("tests/scenes/write_behind.roundtrip"));
    scene["nodes"][2]["parameters"]["rows"] = Json::parse(R"([{"key": "a"}, {"lod": "b"}, 5])");
    const std::string problems = describe(readSceneDocument(scene).problems);
    for (const char* expected : {"rows/0: cache-rule-without-sql", "unknown-member lod load",
                                 "missing key", "rows/2: not-an-object"})
        QVERIFY2(problems.find(expected) != std::string::npos, problems.c_str());
}

QTEST_APPLESS_MAIN(TestCacheRows)
#include "tst_cache_rows.moc"
