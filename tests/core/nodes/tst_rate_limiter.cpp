#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime s = SimTime::seconds(1);

class Limited : public SceneRun {
  public:
    explicit Limited(const nlohmann::json& parameters = nlohmann::json::object())
        : SceneRun(sceneWith(parameters)) {}

    [[nodiscard]] static Scene sceneWith(const nlohmann::json& parameters) {
        Scene scene = loadScene("tests/scenes/rate_limiter.roundtrip");
        scene.nodes[2].parameters.update(parameters);
        return scene;
    }
    /// So many requests, one millisecond apart.
    void burst(int count) {
        for (int i = 0; i < count; ++i)
            send(now() + ms, "/");
        runUntil(now() + 100 * ms);
    }
};

using Statuses = std::vector<std::uint32_t>;

} // namespace

class TestRateLimiterNode : public QObject {
    Q_OBJECT

  private slots:
    void aBucketLetsABurstThroughAndThenARate();
    void aWindowThatSlidesForgetsOneAtATime();
    void aFixedWindowLetsTwiceAsManyThroughAroundItsEnd();
    void eachClientHasALimitOfItsOwn();
    void everybodyTogetherHasOne();
    void anAnswerSaysHowManyAreLeft();
    void aServerThatIsGoneGivesBadGateway();
};

void TestRateLimiterNode::aBucketLetsABurstThroughAndThenARate() {
    Limited run;
    run.burst(4);
    QCOMPARE(statusesOf(run), (Statuses{429, 200, 200, 200})); // a refusal needs no server
    QCOMPARE(reasonsOf(run, "rate-limit").back(), std::string("failed: too-many\nbrowser\n1"));
    QVERIFY(lastAnswerOf(run).find("RateLimit-Remaining: 0") != std::string::npos);
    run.runUntil(1 * s); // two tokens a second
    run.burst(3);
    QCOMPARE(statusesOf(run), (Statuses{429, 200, 200, 200, 429, 200, 200}));
}

void TestRateLimiterNode::aWindowThatSlidesForgetsOneAtATime() {
    Limited run(Json{{"algorithm", "sliding_window"}});
    run.send(100 * ms, "/");
    run.send(600 * ms, "/");
    run.send(900 * ms, "/");  // both are within the last second
    run.send(1150 * ms, "/"); // the first one is not any more
    run.send(1200 * ms, "/");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (Statuses{200, 200, 429, 200, 429}));
}

void TestRateLimiterNode::aFixedWindowLetsTwiceAsManyThroughAroundItsEnd() {
    Limited run(Json{{"algorithm", "fixed_window"}});
    run.send(900 * ms, "/");
    run.send(950 * ms, "/");
    run.send(1050 * ms, "/");
    run.send(1100 * ms, "/");
    run.send(1150 * ms, "/");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (Statuses{200, 200, 200, 200, 429}));
}

void TestRateLimiterNode::eachClientHasALimitOfItsOwn() {
    Limited run;
    run.burst(4);
    QCOMPARE(run.give(run.now(), "other", "send", {{"target", "/"}}), std::string());
    run.runToTheEnd();
    QCOMPARE(statusesOf(run).back(), 200U);
}

void TestRateLimiterNode::everybodyTogetherHasOne() {
    Limited run(Json{{"per", "everybody"}});
    run.burst(3);
    QCOMPARE(run.give(run.now(), "other", "send", {{"target", "/"}}), std::string());
    run.runToTheEnd();
    QCOMPARE(statusesOf(run).back(), 429U);
}

void TestRateLimiterNode::anAnswerSaysHowManyAreLeft() {
    Limited run;
    run.burst(1);
    QVERIFY(lastAnswerOf(run).find("RateLimit-Remaining: 2") != std::string::npos);
    QCOMPARE(reasonsOf(run, "rate-limit"), std::vector<std::string>{"left\nbrowser\n2"});
}

void TestRateLimiterNode::aServerThatIsGoneGivesBadGateway() {
    Limited run;
    QCOMPARE(run.give(run.now(), "app", "stop"), std::string());
    run.burst(1);
    QCOMPARE(statusesOf(run), Statuses{502});
}

QTEST_APPLESS_MAIN(TestRateLimiterNode)
#include "tst_rate_limiter.moc"
