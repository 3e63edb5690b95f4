#include "core/nodes/load_balancer/hash_ring.h"
#include "tests/support/scene_run.h"

#include <QTest>

#include <map>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime s = SimTime::seconds(1);

class Balanced : public SceneRun {
  public:
    explicit Balanced(const nlohmann::json& parameters = nlohmann::json::object())
        : SceneRun(sceneWith(parameters)) {}

    [[nodiscard]] static Scene sceneWith(const nlohmann::json& parameters) {
        Scene scene = loadScene("tests/scenes/load_balancer.roundtrip");
        scene.nodes[1].parameters.update(parameters);
        return scene;
    }
    /// How many requests each server worked on, in the order Ada, Bob, Eve.
    [[nodiscard]] std::vector<int> shares() const {
        std::vector<int> counts(3);
        for (const Fact& fact : facts<Computed>())
            ++counts.at(indexOf(fact.node) - 2U);
        return counts;
    }
    void crowd(int count, double rate) {
        QCOMPARE(give(now(), "browser", "send_many",
                      {{"count", count}, {"rate", rate}, {"target", "/work"}}),
                 std::string());
    }
};

std::string policyText(const std::map<std::string, double>& seconds) {
    std::string text;
    for (const auto& [policy, mean] : seconds)
        text += policy + " " + std::to_string(mean) + "  ";
    return text;
}

} // namespace

class TestLoadBalancer : public QObject {
    Q_OBJECT

  private slots:
    void oneAfterTheOther();
    void whoHasLeastToDoIsChosen();
    void theBetterOfTwoBeatsChance();
    void theSameKeyGoesToTheSameServer();
    void onlyTheKeysOfAServerThatGoesMove();
    void aCookieKeepsAPersonAtOneServer();
    void anotherServerTakesWhatWasRefused();
    void anOrderIsNotGivenTwice();
    void whatNoServerTakesIsRefused();
    void healthChecksLeaveOutTheSickAndTakeBackTheWell();
    void aSilentServerTimesOut();
    void itsOwnRestartForgetsWhoWasSick();
};

void TestLoadBalancer::oneAfterTheOther() {
    Balanced run;
    for (int i = 0; i < 6; ++i)
        run.send(run.now() + s, "/work");
    run.runToTheEnd();
    QCOMPARE(run.shares(), (std::vector<int>{2, 2, 2}));
    QCOMPARE(reasonsOf(run, "balance").front(), std::string("round_robin\nada\n0"));
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>(6, 200));
}

void TestLoadBalancer::whoHasLeastToDoIsChosen() {
    Balanced run(Json{{"policy", "least_connections"}, {"timeout", "0 ms"}});
    QCOMPARE(run.give(run.now(), "ada", "slow", {{"factor", 100}}), std::string());
    for (int i = 0; i < 12; ++i)
        run.send(run.now() + 40 * ms, "/work");
    run.runToTheEnd();
    // Ada keeps her first one for more than two seconds; the others are done in time.
    QCOMPARE(run.shares()[0], 1);
    QCOMPARE(run.shares()[1] + run.shares()[2], 11);
}

void TestLoadBalancer::theBetterOfTwoBeatsChance() {
    std::map<std::string, double> wait;
    for (const char* policy : {"random", "power_of_two", "least_connections"}) {
        Balanced run(Json{{"policy", policy}, {"timeout", "0 ms"}});
        run.crowd(6000, 120); // 84 % of what three servers can do
        run.runToTheEnd();
        double sum = 0;
        for (const Fact& fact : run.facts<RequestFinished>())
            sum += (fact.time - fact.as<RequestFinished>().startedAt).toSeconds();
        wait[policy] = sum / 6000;
    }
    QVERIFY2(wait["power_of_two"] < 0.8 * wait["random"], policyText(wait).c_str());
    QVERIFY2(wait["least_connections"] < wait["power_of_two"], policyText(wait).c_str());
}

void TestLoadBalancer::theSameKeyGoesToTheSameServer() {
    Balanced run(Json{{"policy", "consistent_hash"}, {"hash_by", "header"}});
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(run.give(run.now() + s, "browser", "send",
                          {{"target", "/work"},
                           {"headers", "Authorization: user " + std::to_string(i % 4)}}),
                 std::string());
    }
    run.runToTheEnd();
    std::map<int, std::string> chosen;
    int i = 0;
    for (const std::string& reason : reasonsOf(run, "balance")) {
        const std::string& first = chosen.try_emplace(i % 4, reason).first->second;
        QCOMPARE(reason, first);
        ++i;
    }
    QCOMPARE(i, 12);
}

void TestLoadBalancer::onlyTheKeysOfAServerThatGoesMove() {
    const HashRing ring({"a", "b", "c", "d"});
    std::vector<int> counts(4);
    for (int key = 0; key < 4000; ++key) {
        const std::string name = "key " + std::to_string(key);
        const std::size_t before = ring.find(name, [](std::size_t) { return true; });
        const std::size_t after = ring.find(name, [](std::size_t slot) { return slot != 2; });
        QVERIFY(after != 2);
        QVERIFY(before == 2 || before == after);
        ++counts[before];
    }
    for (const int count : counts)
        QVERIFY2(count > 600 && count < 1400, std::to_string(count).c_str());
    QCOMPARE(ring.find("x", [](std::size_t) { return false; }), std::size_t{4});
}

void TestLoadBalancer::aCookieKeepsAPersonAtOneServer() {
    Balanced run(Json{{"sticky", "cookie"}});
    for (int i = 0; i < 4; ++i)
        run.send(run.now() + s, "/work");
    run.runToTheEnd();
    QCOMPARE(run.shares(), (std::vector<int>{4, 0, 0}));
    QCOMPARE(run.give(run.now() + s, "ada", "stop"), std::string());
    run.send(run.now() + s, "/work");
    run.send(run.now() + s, "/work");
    run.runToTheEnd();
    QCOMPARE(run.shares(), (std::vector<int>{4, 2, 0}));
    QCOMPARE(reasonsOf(run, "balance").back(), std::string("sticky\nbob\n0"));
}

void TestLoadBalancer::anotherServerTakesWhatWasRefused() {
    Balanced run;
    QCOMPARE(run.give(run.now(), "ada", "stop"), std::string());
    run.send(run.now() + s, "/orders", "POST", "{}");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{200});
    QCOMPARE(reasonsOf(run, "balance"),
             (std::vector<std::string>{"round_robin\nada\n0", "failed: no-answer\nada\nrefused",
                                       "round_robin\nbob\n0"}));
}

void TestLoadBalancer::anOrderIsNotGivenTwice() {
    Balanced run;
    run.send(run.now() + s, "/orders", "POST", "{}");
    QCOMPARE(run.give(run.now() + 22 * ms, "ada", "stop"), std::string()); // in the middle of it
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{502});
    QCOMPARE(reasonsOf(run, "balance"),
             (std::vector<std::string>{"round_robin\nada\n0", "failed: no-answer\nada\nreset",
                                       "failed: not-again\n502"}));
}

void TestLoadBalancer::whatNoServerTakesIsRefused() {
    Balanced run(Json{{"next_tries", 5}});
    for (const char* server : {"ada", "bob", "eve"})
        QCOMPARE(run.give(run.now(), server, "stop"), std::string());
    run.send(run.now() + s, "/work");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{503});
    QCOMPARE(reasonsOf(run, "balance").back(), std::string("failed: no-server\n503"));
}

void TestLoadBalancer::healthChecksLeaveOutTheSickAndTakeBackTheWell() {
    Balanced run(Json{{"health_path", "/health"}, {"health_interval", "1 s"}, {"next_tries", 0}});
    QCOMPARE(run.give(run.now() + 500 * ms, "bob", "stop"), std::string());
    run.runUntil(10 * s);
    QCOMPARE(reasonsOf(run, "health"), std::vector<std::string>{"failed: down\nbob\n3\nrefused"});
    for (int i = 0; i < 4; ++i)
        run.send(run.now() + s, "/work");
    run.runUntil(run.now() + s);
    QCOMPARE(run.shares(), (std::vector<int>{2, 0, 2}));
    QCOMPARE(run.give(run.now(), "bob", "start"), std::string());
    run.runUntil(run.now() + 5 * s);
    QCOMPARE(reasonsOf(run, "health").back(), std::string("up\nbob"));
    for (int i = 0; i < 3; ++i)
        run.send(run.now() + s, "/work");
    run.runUntil(run.now() + s);
    QCOMPARE(run.shares(), (std::vector<int>{3, 1, 3}));
}

void TestLoadBalancer::aSilentServerTimesOut() {
    Balanced run(Json{{"next_tries", 0}});
    QCOMPARE(run.set(run.now(), "balancer->ada", "cut", true), std::string());
    run.send(run.now() + s, "/work");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), std::vector<std::uint32_t>{504});
    QCOMPARE(run.count<MessageLost>(), std::size_t{1});
    QVERIFY(run.all<MessageLost>()[0].reason == LossReason::cut);
}

void TestLoadBalancer::itsOwnRestartForgetsWhoWasSick() {
    Balanced run(Json{{"health_path", "/health"}, {"health_interval", "1 s"}});
    QCOMPARE(run.give(run.now(), "bob", "stop"), std::string());
    run.runUntil(5 * s);
    QCOMPARE(run.give(run.now(), "bob", "start"), std::string());
    QCOMPARE(run.give(run.now(), "balancer", "restart"), std::string());
    for (int i = 0; i < 3; ++i)
        run.send(run.now() + 100 * ms, "/work");
    run.runUntil(run.now() + s);
    QCOMPARE(run.shares(), (std::vector<int>{1, 1, 1}));
}

QTEST_APPLESS_MAIN(TestLoadBalancer)
#include "tst_load_balancer.moc"
