#include "tests/support/scene_run.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

/// The scene once its app servers have subscribed.
class Channels : public SceneRun {
  public:
    Channels() : SceneRun(loadScene("tests/scenes/channels.roundtrip")) { runToTheEnd(); }
};

std::string published(SceneRun& run, const std::string& text) {
    return asked(run, "/news", "POST", nlohmann::json{{"text", text}}.dump());
}

void setListens(SceneRun& run, const char* server, bool listens) {
    QCOMPARE(run.set(run.now(), server, "listens", listens), std::string());
    run.runToTheEnd();
}

std::string problemsWith(const nlohmann::json& subscriptions) {
    auto scene = nlohmann::json::parse(readText("tests/scenes/channels.roundtrip"));
    scene["nodes"][1]["parameters"]["subscriptions"] = subscriptions;
    return describe(readSceneDocument(scene).problems);
}

} // namespace

class TestChannels : public QObject {
    Q_OBJECT

  private slots:
    void bothServersReceiveWhatOnePublishes();
    void whoIsAwayMissesTheMessage();
    void whatNobodyHearsIsLost();
    void aPatternHearsManyChannels();
    void aMessageTakesTheTimeOfItsLink();
    void afterARestartTheyListenAgain();
    void aConnectionThatListensCanDoNothingElse();
    void badSubscriptionsAreReported();
};

void TestChannels::bothServersReceiveWhatOnePublishes() {
    Channels run;
    QCOMPARE(published(run, "rain"), std::string("200\n2"));
    QCOMPARE(asked(run, "/seen/alpha"), std::string("200\n") + R"(["news rain"])");
    QCOMPARE(asked(run, "/seen/beta"), std::string("200\n") + R"(["news rain"])");
    QCOMPARE(reasonsOf(run, "publish"), std::vector<std::string>{"received\nnews\n2"});
    QCOMPARE(reasonsOf(run, "message"),
             (std::vector<std::string>{"received\nnews\nrain", "received\nnews\nrain"}));
}

void TestChannels::whoIsAwayMissesTheMessage() {
    Channels run;
    setListens(run, "beta", false);
    QCOMPARE(published(run, "rain"), std::string("200\n1"));
    setListens(run, "beta", true);
    QCOMPARE(published(run, "sun"), std::string("200\n2"));
    QCOMPARE(asked(run, "/seen/alpha"), std::string("200\n") + R"(["news rain","news sun"])");
    QCOMPARE(asked(run, "/seen/beta"), std::string("200\n") + R"(["news sun"])");
}

void TestChannels::whatNobodyHearsIsLost() {
    Channels run;
    setListens(run, "alpha", false);
    setListens(run, "beta", false);
    QCOMPARE(published(run, "rain"), std::string("200\n0"));
    QCOMPARE(reasonsOf(run, "publish"), std::vector<std::string>{"failed: nobody\nnews"});
}

void TestChannels::aPatternHearsManyChannels() {
    Channels run;
    QCOMPARE(asked(run, "/users/7", "POST", R"({"name": "Ada"})"), std::string("200\n1"));
    QCOMPARE(asked(run, "/seen/beta"), std::string("200\n") + R"(["users.7 Ada"])");
}

void TestChannels::aMessageTakesTheTimeOfItsLink() {
    Channels run;
    published(run, "rain");
    std::vector<SimTime> onTheWay;
    for (const Fact& fact : run.facts<MessageSent>()) {
        if (fact.as<MessageSent>().messageKind == MessageKind::frame)
            onTheWay.push_back(fact.as<MessageSent>().arrival - fact.time);
    }
    QCOMPARE(onTheWay.size(), 2U);
    QVERIFY(onTheWay[0] == ms && onTheWay[1] == 3 * ms);
}

void TestChannels::afterARestartTheyListenAgain() {
    Channels run;
    QCOMPARE(run.give(run.now(), "keys", "restart"), std::string());
    run.runToTheEnd();
    QCOMPARE(published(run, "rain"), std::string("200\n2"));
    // At the moment of a restart nobody is connected yet: published over the nearer link.
    run.send(run.now() + ms, "/news", "POST", R"({"text": "sun"})");
    QCOMPARE(run.give(run.now() + SimTime::microseconds(6500), "keys", "restart"), std::string());
    run.runToTheEnd();
    QCOMPARE(lastStatusAndBodyOf(run), std::string("200\n0"));
    QCOMPARE(asked(run, "/seen/beta"), std::string("200\n") + R"(["news rain"])");
}

void TestChannels::aConnectionThatListensCanDoNothingElse() {
    Channels run;
    QVERIFY(asked(run, "/stuck", "POST").starts_with("500"));
    QVERIFY(
        reasonsOf(run, "keys")
            .back()
            .starts_with("failed: GET news\n(error) ERR Can't execute 'get': only (P|S)SUBSCRIBE"));
    QVERIFY(published(run, "rain").starts_with("500"));
    // A restart closes the connection, and all is well again.
    QCOMPARE(run.give(run.now(), "keys", "restart"), std::string());
    run.runToTheEnd();
    QCOMPARE(published(run, "sun"), std::string("200\n2"));
}

void TestChannels::badSubscriptionsAreReported() {
    const auto has = [](const std::string& problems, const char* words) {
        return problems.find(words) != std::string::npos;
    };
    const auto handler = nlohmann::json::array();
    QVERIFY(has(problemsWith(3), "not-an-array"));
    QVERIFY(has(problemsWith({{{"channel", "a"}}}), "missing"));
    QVERIFY(has(problemsWith({{{"handler", handler}}}), "channel-or-pattern"));
    QVERIFY(has(problemsWith({{{"handler", handler}, {"channel", "a"}, {"pattern", "b"}}}),
                "channel-or-pattern"));
    QVERIFY(
        has(problemsWith({{{"handler", {{{"do", "fly"}}}}, {"channel", "a"}}}), "unknown-block"));
}

QTEST_GUILESS_MAIN(TestChannels)
#include "tst_channels.moc"
