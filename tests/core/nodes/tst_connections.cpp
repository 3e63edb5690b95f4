#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr SimTime s = SimTime::seconds(1);

class Connected : public SceneRun {
  public:
    explicit Connected(const nlohmann::json& link = nlohmann::json::object())
        : SceneRun(sceneWith(link)) {}

    [[nodiscard]] static Scene sceneWith(const nlohmann::json& link) {
        Scene scene = loadScene("tests/scenes/connections.roundtrip");
        scene.links[0].parameters.update(link);
        return scene;
    }
    /// How long each request took, in milliseconds, in the order of their ends.
    [[nodiscard]] std::vector<std::int64_t> spans() const {
        std::vector<std::int64_t> found;
        for (const Fact& fact : facts<RequestFinished>())
            found.push_back((fact.time - fact.as<RequestFinished>().startedAt).ns() / 1'000'000);
        return found;
    }
    [[nodiscard]] std::vector<std::string> segments() const {
        std::vector<std::string> titles;
        for (const MessageArrived& arrived : all<MessageArrived>()) {
            if (arrived.messageKind == MessageKind::frame)
                titles.push_back(text(arrived.title));
        }
        return titles;
    }
};

using Spans = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

} // namespace

class TestConnections : public QObject {
    Q_OBJECT

  private slots:
    void theFirstRequestPaysForTheHandshakes();
    void withoutTlsThereIsOneRoundTripLess();
    void anIdleConnectionIsClosedAfterAWhile();
    void aNewOneForEachRequestPaysEachTime();
    void openConnectionsCostNothing();
    void moreThanAreAllowedWaitInLine();
    void afterACrashConnectionsAreNew();
    void aConnectionThatIsNeverAnsweredIsGivenUp();
};

void TestConnections::theFirstRequestPaysForTheHandshakes() {
    Connected run;
    run.send(1 * s, "/");
    run.send(2 * s, "/");
    run.runToTheEnd();
    // 100 ms for TCP, 100 ms and the work for TLS 1.3, 110 ms for the request itself.
    QCOMPARE(run.spans(), (Spans{312, 110}));
    QCOMPARE(run.segments(), (Texts{"SYN", "SYN, ACK", "ClientHello", "ServerHello"}));
    QCOMPARE(reasonsOf(run, "connection"), (Texts{"opened\n202 ms\nTLS", "reused"}));
}

void TestConnections::withoutTlsThereIsOneRoundTripLess() {
    Connected run(Json{{"tls", false}});
    run.send(1 * s, "/");
    run.runToTheEnd();
    QCOMPARE(run.spans(), Spans{210});
    QCOMPARE(run.segments(), (Texts{"SYN", "SYN, ACK"}));
}

void TestConnections::anIdleConnectionIsClosedAfterAWhile() {
    Connected run;
    run.send(1 * s, "/");
    run.send(5 * s, "/");
    run.send(11 * s, "/");
    run.runToTheEnd();
    QCOMPARE(run.spans(), (Spans{312, 110, 312}));
}

void TestConnections::aNewOneForEachRequestPaysEachTime() {
    Connected run(Json{{"connections", "per_request"}, {"tls", false}});
    run.send(1 * s, "/");
    run.send(2 * s, "/");
    run.runToTheEnd();
    QCOMPARE(run.spans(), (Spans{210, 210}));
}

void TestConnections::openConnectionsCostNothing() {
    Connected run(Json{{"connections", "open"}});
    run.send(1 * s, "/");
    run.runToTheEnd();
    QCOMPARE(run.spans(), Spans{110});
    QVERIFY(run.segments().empty());
    QVERIFY(reasonsOf(run, "connection").empty());
}

void TestConnections::moreThanAreAllowedWaitInLine() {
    Connected run(Json{{"tls", false}});
    for (int i = 0; i < 3; ++i)
        run.send(1 * s, "/");
    run.runToTheEnd();
    QCOMPARE(run.spans(), (Spans{210, 210, 320}));
    QCOMPARE(reasonsOf(run, "connection").front(), std::string("waits\n2"));
    QCOMPARE(reasonsOf(run, "connection").back(), std::string("reused"));
}

void TestConnections::afterACrashConnectionsAreNew() {
    Connected run(Json{{"tls", false}});
    run.send(1 * s, "/");
    QCOMPARE(run.give(2 * s, "app", "restart", {{"after", "1 s"}}), std::string());
    run.send(2500 * ms, "/");
    run.send(4 * s, "/");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{200, 0, 200}));
    QCOMPARE(reasonsOf(run, "call"), Texts{"failed: refused"});
    QCOMPARE(run.spans()[2], std::int64_t{210});
}

void TestConnections::aConnectionThatIsNeverAnsweredIsGivenUp() {
    Scene scene = Connected::sceneWith({{"tls", false}, {"most_connections", 1}});
    scene.nodes[0].parameters["timeout"] = "500 ms";
    SceneRun run(scene);
    QCOMPARE(run.set(1 * s, "browser->app", "cut", true), std::string());
    run.send(1 * s, "/");
    run.send(1 * s, "/");
    QCOMPARE(run.set(2 * s, "browser->app", "cut", false), std::string());
    run.send(2 * s, "/");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{0, 0, 200}));
}

QTEST_APPLESS_MAIN(TestConnections)
#include "tst_connections.moc"
