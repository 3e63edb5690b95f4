#include "core/kernel/quantity.h"
#include "tests/support/scene_run.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime s = SimTime::seconds(1);

Scene sceneWith(const char* name, const std::map<std::string, Json>& parameters) {
    Scene scene = loadScene(QStringLiteral("tests/scenes/%1.roundtrip").arg(name));
    for (const auto& [id, values] : parameters) {
        const auto node = std::ranges::find(scene.nodes, id, &SceneNode::id);
        node->parameters.update(values);
    }
    return scene;
}

/// What a node heard: the reasons of its checks "live" that begin so, without that beginning.
std::vector<std::string> said(SceneRun& run, const std::string& node, const std::string& begin) {
    std::vector<std::string> found;
    const NodeId id = run.world().find(node)->id();
    const auto add = [&](const Fact& fact, TextId check, TextId reason) {
        const std::string text = run.text(reason);
        if (fact.node == id && (run.text(check) == "live" || run.text(check) == "socket") &&
            text.starts_with(begin + "\n"))
            found.push_back(text.substr(begin.size() + 1));
    };
    for (std::size_t i = 0; i < run.trace().size(); ++i) {
        const Fact& fact = run.trace()[i];
        if (fact.is<CheckPassed>())
            add(fact, fact.as<CheckPassed>().check, fact.as<CheckPassed>().reason);
        else if (fact.is<CheckFailed>())
            add(fact, fact.as<CheckFailed>().check, fact.as<CheckFailed>().reason);
    }
    return found;
}

struct Heard {
    int people = 0;
    double ageMs = 0;
    std::string words;
};
std::vector<Heard> heard(SceneRun& run, const std::string& node) {
    std::vector<Heard> all;
    for (const std::string& text : said(run, node, "heard")) {
        const QStringList parts = QString::fromStdString(text).split('\n');
        const auto age = *parseDuration(parts.at(1).toStdString());
        all.push_back({parts.at(0).toInt(), age.toSeconds() * 1000, parts.at(2).toStdString()});
    }
    return all;
}

int peopleWhoHeard(SceneRun& run, const std::string& node) {
    int people = 0;
    for (const Heard& one : heard(run, node))
        people += one.people;
    return people;
}

std::int64_t gauge(SceneRun& run, const std::string& node, std::uint32_t index) {
    std::int64_t value = 0;
    for (const Fact& fact : run.facts<GaugeChanged>()) {
        if (fact.node == run.world().find(node)->id() && fact.as<GaugeChanged>().gauge == index)
            value = fact.as<GaugeChanged>().value;
    }
    return value;
}

std::string lastText(SceneRun& run, const std::string& node) {
    const auto texts = said(run, node, "text");
    return texts.empty() ? std::string() : texts.back();
}

} // namespace

class TestLiveClient : public QObject {
    Q_OBJECT

  private slots:
    void aSocketOpensWithTheRealKey();
    void allTransportsHearTheSame();
    void pollingIsHalfAnIntervalOld_data();
    void pollingIsHalfAnIntervalOld();
    void whoLeftLetsTheRunRest();
    void twoHubsWithoutAStoreAreTwoRooms();
    void theStoreJoinsTwoHubs();
    void aHubThatStopsSaysSo();
    void aHubThatBreaksIsComeBackTo();
    void chanceInThePauseSpreadsTheStorm();
    void whoVanishesIsNoticedByMissingPongs();
    void aCutLineIsNoticedBySilence();
    void whoComesBackCatchesUp();
    void twoEditsAreMerged();
    void theLastWriteLosesAWord();
    void thePriceGoesToAll();
    void theGameTicks();
    void aFullHubRefuses();
    void equalSeedsAreEqualRuns();
    void pingsBeginAndEndWhileItRuns();
    void aRoomMayBecomeAnotherKind();
    void whoChangesTheRoomHearsTheOtherOne();
    void aSilenceLimitCountsForOpenLinesToo();
};

void TestLiveClient::aSocketOpensWithTheRealKey() {
    SceneRun run(sceneWith("shared_document", {}));
    run.runUntil(s);
    const auto answers = answersOf(run);
    QCOMPARE(answers.size(), 2U);
    QVERIFY(answers.front().starts_with("HTTP/1.1 101 Switching Protocols\r\n"));
    QVERIFY(answers.front().find("Sec-WebSocket-Accept: ") != std::string::npos);
    QCOMPARE(gauge(run, "hub", 0), 2);
    QCOMPARE(run.give(run.now(), "ada", "disconnect"), std::string());
    run.runUntil(2 * s);
    QCOMPARE(gauge(run, "hub", 0), 1);
    QCOMPARE(said(run, "hub", "ended"), (std::vector<std::string>{"1000\nby-client"}));
}

void TestLiveClient::allTransportsHearTheSame() {
    SceneRun run(sceneWith("chat_transports", {{"ada", {{"says_every", "0 s"}}}}));
    for (int i = 1; i <= 6; ++i)
        QCOMPARE(run.give(i * 3 * s + 123 * i * ms, "ada", "say", {{"text", std::to_string(i)}}),
                 std::string());
    run.runUntil(30 * s);
    for (const char* node : {"polling", "long_polling", "sse", "websocket"}) {
        std::string words;
        for (const Heard& one : heard(run, node))
            words += one.words;
        QCOMPARE(words, std::string("123456"));
    }
    for (const char* node : {"long_polling", "sse", "websocket"}) {
        for (const Heard& one : heard(run, node))
            QVERIFY2(one.ageMs >= 20 && one.ageMs < 20.01, node);
    }
    // Requests: one to open a line, one for each piece of news and one that waits, one each 5 s.
    QCOMPARE(gauge(run, "websocket", 3), 1);
    QCOMPARE(gauge(run, "sse", 3), 1);
    QCOMPARE(gauge(run, "long_polling", 3), 7);
    QCOMPARE(gauge(run, "polling", 3), 7);
}

void TestLiveClient::pollingIsHalfAnIntervalOld_data() {
    QTest::addColumn<double>("interval");
    QTest::newRow("five seconds") << 5.0;
    QTest::newRow("half a second") << 0.5;
}

/// Messages come at chance moments, so their age is uniform from the way back to that and the
/// interval: mean interval / 2 + latency, standard deviation interval / sqrt(12).
void TestLiveClient::pollingIsHalfAnIntervalOld() {
    QFETCH(double, interval);
    SceneRun run(sceneWith("chat_transports",
                           {{"ada", {{"says_every", {{"exponential", "700 ms"}}}}},
                            {"hub", {{"history", 1000}}},
                            {"polling", {{"poll_interval", std::to_string(interval) + " s"}}}}));
    run.runUntil(1500 * s);
    const auto all = heard(run, "polling");
    double sum = 0;
    double least = 1e9;
    double most = 0;
    for (const Heard& one : all) {
        sum += one.ageMs;
        least = std::min(least, one.ageMs);
        most = std::max(most, one.ageMs);
    }
    const auto count = static_cast<double>(all.size());
    const double expected = interval * 500 + 20;
    const double bound = 4 * interval * 1000 / std::sqrt(12 * count);
    QVERIFY2(count > 1900, qPrintable(QString::number(count)));
    QVERIFY2(std::abs(sum / count - expected) < bound,
             qPrintable(QString("%1 for %2 +- %3").arg(sum / count).arg(expected).arg(bound)));
    QVERIFY(least >= 20 && most < interval * 1000 + 20.01);
}

/// What has no end keeps a run going; who has left asks no more.
void TestLiveClient::whoLeftLetsTheRunRest() {
    SceneRun run(sceneWith("chat_transports", {{"hub", {{"ping_interval", "0 s"}}}}));
    QVERIFY(run.world().neverRests());
    for (const char* client : {"ada", "polling", "long_polling", "sse", "websocket"}) {
        QCOMPARE(run.give(2 * s, client, "disconnect"), std::string());
    }
    QVERIFY(!run.world().neverRests());
}

void TestLiveClient::twoHubsWithoutAStoreAreTwoRooms() {
    Scene scene = sceneWith("chat_two_hubs", {});
    std::erase_if(scene.links, [](const SceneLink& link) { return link.to == "store"; });
    SceneRun run(scene);
    QCOMPARE(run.give(3 * s, "ada", "say"), std::string());
    run.runUntil(4 * s);
    QCOMPARE(gauge(run, "hub1", 0) + gauge(run, "hub2", 0), 11);
    const int people = peopleWhoHeard(run, "crowd");
    QVERIFY2(people == 4 || people == 5, qPrintable(QString::number(people)));
}

void TestLiveClient::theStoreJoinsTwoHubs() {
    SceneRun run(sceneWith("chat_two_hubs", {}));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(run.give((3 + i) * s, "ada", "say"), std::string());
    run.runUntil(10 * s);
    QCOMPARE(peopleWhoHeard(run, "crowd"), 50);
    QCOMPARE(peopleWhoHeard(run, "ada"), 5);
    for (const Heard& one : heard(run, "ada")) // to the store and back, then 1 + 20 ms
        QVERIFY(one.ageMs >= 23 && one.ageMs < 23.5);
}

void TestLiveClient::aHubThatStopsSaysSo() {
    SceneRun run(sceneWith("shared_document", {}));
    QCOMPARE(run.give(2 * s, "hub", "stop"), std::string());
    run.runUntil(2 * s + 200 * ms);
    QCOMPARE(said(run, "ada", "line-ended"), (std::vector<std::string>{"1001"}));
    QCOMPARE(gauge(run, "ada", 0), 0);
}

void TestLiveClient::aHubThatBreaksIsComeBackTo() {
    SceneRun run(sceneWith("shared_document", {{"hub", {{"says_goodbye", false}}}}));
    QCOMPARE(run.give(2 * s, "hub", "restart", {{"after", "5 s"}}), std::string());
    run.runUntil(60 * s);
    QCOMPARE(said(run, "ada", "line-ended"), (std::vector<std::string>{"1006"}));
    QVERIFY(said(run, "ada", "comes-back").size() >= 2);
    QCOMPARE(gauge(run, "ada", 0), 1);
    QCOMPARE(gauge(run, "hub", 0), 2);
}

void TestLiveClient::chanceInThePauseSpreadsTheStorm() {
    std::map<std::string, std::size_t> busiest;
    for (const char* jitter : {"none", "full"}) {
        SceneRun run(
            sceneWith("shared_document",
                      {{"ada", {{"count", 500}, {"backoff", "4 s"}, {"backoff_jitter", jitter}}}}));
        QCOMPARE(run.give(2 * s, "hub", "restart", {{"after", "100 ms"}}), std::string());
        run.runUntil(20 * s);
        QCOMPARE(gauge(run, "ada", 0), 500);
        std::map<std::int64_t, std::size_t> perTenth;
        for (const Fact& fact : run.facts<RequestStarted>()) {
            if (fact.time > 2 * s)
                ++perTenth[fact.time.ns() / 100'000'000];
        }
        for (const auto& [tenth, count] : perTenth)
            busiest[jitter] = std::max(busiest[jitter], count);
    }
    QVERIFY2(busiest["none"] >= 500, qPrintable(QString::number(busiest["none"])));
    QVERIFY2(busiest["full"] < 60, qPrintable(QString::number(busiest["full"])));
}

void TestLiveClient::whoVanishesIsNoticedByMissingPongs() {
    SceneRun run(sceneWith("shared_document",
                           {{"hub", {{"ping_interval", "10 s"}, {"pong_timeout", "4 s"}}}}));
    QCOMPARE(run.give(s, "ada", "vanish"), std::string());
    run.runUntil(10 * s - ms);
    QCOMPARE(gauge(run, "hub", 0), 2);
    run.runUntil(11 * s);
    QCOMPARE(gauge(run, "hub", 0), 1);
    QCOMPARE(said(run, "hub", "ended"), (std::vector<std::string>{"1006\nsilent"}));
    run.runUntil(60 * s);
    QCOMPARE(gauge(run, "hub", 0), 1); // Bob answers all pings
}

void TestLiveClient::aCutLineIsNoticedBySilence() {
    SceneRun run(sceneWith("shared_document", {{"hub", {{"ping_interval", "10 s"}}},
                                               {"ada", {{"silence_limit", "15 s"}}}}));
    QCOMPARE(run.set(12 * s, "ada->hub", "cut", true), std::string());
    run.runUntil(20 * s);
    QCOMPARE(gauge(run, "ada", 0), 1);
    run.runUntil(40 * s);
    QCOMPARE(said(run, "ada", "line-ended"), (std::vector<std::string>{"1006"}));
    QCOMPARE(run.set(40 * s, "ada->hub", "cut", false), std::string());
    run.runUntil(120 * s);
    QCOMPARE(gauge(run, "ada", 0), 1);
}

void TestLiveClient::whoComesBackCatchesUp() {
    for (const char* transport : {"websocket", "sse"}) {
        SceneRun run(sceneWith("chat_transports", {{"ada", {{"says_every", "0 s"}}}}));
        QCOMPARE(run.give(s, "ada", "say", {{"text", "1"}}), std::string());
        QCOMPARE(run.give(2 * s, transport, "disconnect"), std::string());
        QCOMPARE(run.give(3 * s, "ada", "say", {{"text", "2"}}), std::string());
        QCOMPARE(run.give(4 * s, transport, "connect"), std::string());
        QCOMPARE(run.give(5 * s, "ada", "say", {{"text", "3"}}), std::string());
        run.runUntil(6 * s);
        std::string words;
        for (const Heard& one : heard(run, transport))
            words += one.words;
        QCOMPARE(words, std::string("123"));
    }
}

void TestLiveClient::twoEditsAreMerged() {
    SceneRun run(sceneWith("shared_document", {}));
    QCOMPARE(run.give(s, "ada", "edit", {{"text", "the cat sat"}}), std::string());
    QCOMPARE(run.give(2 * s, "ada", "edit", {{"text", "the black cat sat"}}), std::string());
    QCOMPARE(run.give(2 * s, "bob", "edit", {{"text", "the cat sat down"}}), std::string());
    run.runUntil(3 * s);
    QCOMPARE(lastText(run, "ada"), std::string("the black cat sat down"));
    QCOMPARE(lastText(run, "bob"), lastText(run, "ada"));
}

void TestLiveClient::theLastWriteLosesAWord() {
    SceneRun run(
        sceneWith("shared_document",
                  {{"hub", {{"rooms", {{"notes", {{"kind", "document"}, {"merge", false}}}}}}}}));
    QCOMPARE(run.give(s, "ada", "edit", {{"text", "the cat sat"}}), std::string());
    QCOMPARE(run.give(2 * s, "ada", "edit", {{"text", "the black cat sat"}}), std::string());
    QCOMPARE(run.give(2 * s, "bob", "edit", {{"text", "the cat sat down"}}), std::string());
    run.runUntil(3 * s);
    QCOMPARE(lastText(run, "ada"), std::string("the cat sat down"));
    QCOMPARE(lastText(run, "bob"), lastText(run, "ada"));
}

void TestLiveClient::thePriceGoesToAll() {
    SceneRun run(sceneWith("live_price", {}));
    run.runUntil(10 * s + 200 * ms);
    QCOMPARE(heard(run, "ada").size(), 40U);
    QCOMPARE(heard(run, "bob").size(), 40U);
    QCOMPARE(heard(run, "ada").back().words, heard(run, "bob").back().words);
}

void TestLiveClient::theGameTicks() {
    SceneRun run(sceneWith("game_state", {}));
    QCOMPARE(run.give(s, "ada", "move", {{"input", 2}}), std::string());
    QCOMPARE(run.give(2 * s, "ada", "move", {{"input", 0}}), std::string());
    run.runUntil(3 * s + 20 * ms);
    const std::string state = heard(run, "bob").back().words;
    QVERIFY2(state.find(R"("players":{"ada":40.0})") != std::string::npos, state.c_str());
}

void TestLiveClient::aFullHubRefuses() {
    SceneRun run(sceneWith("shared_document", {{"hub", {{"most_sockets", 1}}}}));
    run.runUntil(s);
    QCOMPARE(gauge(run, "hub", 0), 1);
    QCOMPARE(said(run, "hub", "full").front(), std::string("1"));
    QVERIFY(!said(run, "bob", "comes-back").empty());
}

void TestLiveClient::equalSeedsAreEqualRuns() {
    std::vector<std::uint64_t> prints;
    for (int i = 0; i < 2; ++i) {
        SceneRun run(
            sceneWith("chat_two_hubs", {{"crowd", {{"says_every", {{"exponential", "1 s"}}}}}}));
        QCOMPARE(run.give(5 * s, "hub1", "restart", {{"after", "1 s"}}), std::string());
        run.runUntil(20 * s);
        std::uint64_t print = run.trace().size();
        for (const std::string& text : said(run, "crowd", "heard"))
            print = print * 31 + std::hash<std::string>()(text);
        prints.push_back(print);
    }
    QCOMPARE(prints[0], prints[1]);
}

void TestLiveClient::pingsBeginAndEndWhileItRuns() {
    SceneRun run(sceneWith("shared_document", {{"hub", {{"ping_interval", "0 s"}}}}));
    const auto framesBy = [&run](SimTime time) {
        run.runUntil(time);
        return run.count<MessageSent>();
    };
    const std::size_t opened = framesBy(5 * s);
    QCOMPARE(framesBy(20 * s), opened);
    QCOMPARE(run.set(20 * s, "hub", "ping_interval", "2 s"), std::string());
    const std::size_t pinged = framesBy(30 * s);
    QVERIFY(pinged > opened + 10);
    QCOMPARE(run.set(30 * s, "hub", "ping_interval", "0 s"), std::string());
    const std::size_t last = framesBy(31 * s);
    QCOMPARE(framesBy(60 * s), last);
}

void TestLiveClient::aRoomMayBecomeAnotherKind() {
    SceneRun run(sceneWith("chat_transports", {{"ada", {{"says_every", "0 s"}}}}));
    run.runUntil(2 * s);
    QVERIFY(heard(run, "websocket").empty());
    const Json price{{"lobby", {{"kind", "price"}, {"every", "1 s"}}}};
    QCOMPARE(run.set(2 * s, "hub", "rooms", price), std::string());
    run.runUntil(7500 * ms);
    QCOMPARE(heard(run, "websocket").size(), std::size_t{5});
    QCOMPARE(run.set(7500 * ms, "hub", "rooms", Json::object()), std::string());
    run.runUntil(20 * s);
    QCOMPARE(heard(run, "websocket").size(), std::size_t{5});
}

void TestLiveClient::whoChangesTheRoomHearsTheOtherOne() {
    SceneRun run(sceneWith("chat_transports", {{"ada", {{"says_every", "0 s"}}}}));
    for (const char* text : {"one", "two"})
        QCOMPARE(run.give(run.now() + s, "ada", "say", {{"text", text}}), std::string());
    run.runUntil(3 * s);
    QCOMPARE(heard(run, "websocket").size(), std::size_t{2});
    QCOMPARE(run.set(3 * s, "websocket", "room", "attic"), std::string());
    QCOMPARE(run.give(4 * s, "ada", "say", {{"text", "three"}}), std::string());
    QCOMPARE(run.set(5 * s, "ada", "room", "attic"), std::string());
    QCOMPARE(run.give(6 * s, "ada", "say", {{"text", "four"}}), std::string());
    run.runUntil(7 * s);
    std::string words;
    for (const Heard& one : heard(run, "websocket"))
        words += one.words + " ";
    QCOMPARE(words, std::string("one two four "));
}

void TestLiveClient::aSilenceLimitCountsForOpenLinesToo() {
    SceneRun run(sceneWith("shared_document", {{"hub", {{"ping_interval", "0 s"}}},
                                               {"ada", {{"silence_limit", "0 s"}}}}));
    run.runUntil(10 * s);
    const std::size_t before = run.count<CheckFailed>();
    QCOMPARE(run.set(10 * s, "ada", "silence_limit", "3 s"), std::string());
    run.runUntil(14 * s);
    QVERIFY(run.count<CheckFailed>() > before); // silent for longer than that already
}

QTEST_GUILESS_MAIN(TestLiveClient)
#include "tst_live_client.moc"
