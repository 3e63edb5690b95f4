#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr const char* kAda = R"({"name": "ada", "password": "correct horse"})";
constexpr const char* kGuess = R"({"name": "ada", "password": "guess"})";

/// The library while somebody turns its knobs.
class Library {
  public:
    Library() : run_(loadScene("tests/scenes/library.roundtrip")) {}

    std::uint32_t send(const char* method, const std::string& target,
                       const std::string& body = "") {
        run_.send(run_.now() + SimTime::milliseconds(1), target, method, body);
        run_.runToTheEnd();
        return run_.all<RequestFinished>().back().status;
    }
    std::uint32_t get(const std::string& target) { return send("GET", target); }
    std::uint32_t post(const std::string& target, const std::string& body = "") {
        return send("POST", target, body);
    }
    void signIn() {
        post("/sign-up", kAda);
        QCOMPARE(post("/login", kAda), 200U);
    }
    void set(const std::string& parameter, const Json& value) {
        QCOMPARE(run_.set(run_.now(), "app", parameter, value), std::string());
    }
    void setLayers(const Json& layers) { set("middleware", layers); }
    void wait(SimTime span) { run_.runUntil(run_.now() + span); }
    SceneRun& run() { return run_; }

    /// How many of so many requests at once were too many.
    int refusedOf(int requests) {
        const std::size_t before = run_.count<RequestFinished>();
        for (int i = 0; i < requests; ++i)
            run_.send(run_.now(), "/authors");
        run_.runToTheEnd();
        int refused = 0;
        const auto finished = run_.all<RequestFinished>();
        for (std::size_t i = before; i < finished.size(); ++i)
            refused += finished[i].status == 429 ? 1 : 0;
        return refused;
    }

  private:
    SceneRun run_;
};

Json session(const char* idle, const char* lifetime = "336 h") {
    return {{"use", "session"}, {"idle", idle}, {"lifetime", lifetime}};
}
/// One request a minute, after a burst.
Json rateLimit(int burst) {
    return {{"use", "rate_limit"}, {"per_second", 0.0167}, {"burst", burst}};
}
const Json kBodies{{"use", "body_parser"}};

} // namespace

/// What an app server remembers when its parameters change.
class TestAppServerState : public QObject {
    Q_OBJECT

  private slots:
    void aLockedAccountStaysLocked_data();
    void aLockedAccountStaysLocked();
    void aNewRuleForLocksIsForTheNextWrongPasswords();
    void whereNothingLocksNobodyIsLocked();
    void aRateLimitGoesOnCounting_data();
    void aRateLimitGoesOnCounting();
    void aNewRateLimitBeginsAnew();
    void aSlidingWindowGoesOnCounting();
    void sessionsLiveUnderANewRule_data();
    void sessionsLiveUnderANewRule();
    void aChangedLayerIsForTheNextRequest();
};

void TestAppServerState::aLockedAccountStaysLocked_data() {
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* parameter, const char* value) {
        QTest::newRow(parameter) << QString(parameter) << QString(value);
    };
    row("workers", "3");
    row("autoescape", "false");
    row("middleware", R"([{"use": "body_parser"}])");
    row("lockout_attempts", "3"); // as it was
}

void TestAppServerState::aLockedAccountStaysLocked() {
    QFETCH(QString, parameter);
    QFETCH(QString, value);
    Library library;
    library.post("/sign-up", kAda);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(library.post("/login", kGuess), 401U);
    QCOMPARE(library.post("/login", kAda), 429U);
    library.set(parameter.toStdString(), Json::parse(value.toStdString()));
    QCOMPARE(library.post("/login", kAda), 429U);
}

/// An account that is locked stays so for the time that it was told.
void TestAppServerState::aNewRuleForLocksIsForTheNextWrongPasswords() {
    Library library;
    library.post("/sign-up", kAda);
    QCOMPARE(library.post("/login", kGuess), 401U);
    library.set("lockout_attempts", 2);
    QCOMPARE(library.post("/login", kGuess), 401U); // the second: locked for a minute
    QCOMPARE(library.post("/login", kAda), 429U);
    library.set("lockout_time", "1 h");
    QCOMPARE(library.post("/login", kAda), 429U);
    library.wait(SimTime::seconds(61));
    QCOMPARE(library.post("/login", kAda), 200U);
}

void TestAppServerState::whereNothingLocksNobodyIsLocked() {
    Library library;
    library.post("/sign-up", kAda);
    for (int i = 0; i < 3; ++i)
        library.post("/login", kGuess);
    library.set("lockout_attempts", 0);
    QCOMPARE(library.post("/login", kAda), 200U);
}

void TestAppServerState::aRateLimitGoesOnCounting_data() {
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("value");
    QTest::newRow("workers") << "workers"
                             << "3";
    QTest::newRow("routes") << "routes"
                            << "[]";
    QTest::newRow("another layer")
        << "middleware"
        << QString::fromStdString(Json::array({kBodies, session("1 min"), rateLimit(3)}).dump());
}

void TestAppServerState::aRateLimitGoesOnCounting() {
    QFETCH(QString, parameter);
    QFETCH(QString, value);
    Library library;
    library.setLayers({kBodies, rateLimit(3)});
    QCOMPARE(library.refusedOf(4), 1);
    library.set(parameter.toStdString(), Json::parse(value.toStdString()));
    QCOMPARE(library.refusedOf(2), 2);
}

void TestAppServerState::aNewRateLimitBeginsAnew() {
    Library library;
    library.setLayers({kBodies, rateLimit(3)});
    QCOMPARE(library.refusedOf(4), 1);
    library.setLayers({kBodies, rateLimit(5)});
    QCOMPARE(library.refusedOf(6), 1);
}

void TestAppServerState::aSlidingWindowGoesOnCounting() {
    Library library;
    const Json window{{"use", "rate_limit"}, {"window", "10 min"}, {"limit", 3}};
    library.setLayers({kBodies, window});
    QCOMPARE(library.refusedOf(4), 1);
    library.set("workers", 3);
    QCOMPARE(library.refusedOf(2), 2);
}

void TestAppServerState::sessionsLiveUnderANewRule_data() {
    QTest::addColumn<QString>("layer");
    QTest::addColumn<int>("waited");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const Json& layer, int waited, int status) {
        QTest::newRow(name) << QString::fromStdString(layer.dump()) << waited << status;
    };
    // The library's own: 10 min idle.
    row("shorter", session("1 min"), 61, 401);
    row("shorter, in time", session("1 min"), 59, 200);
    row("longer", session("1 h"), 3000, 200);
    row("less life in all", session("1 h", "5 min"), 301, 401);
}

void TestAppServerState::sessionsLiveUnderANewRule() {
    QFETCH(QString, layer);
    QFETCH(int, waited);
    QFETCH(int, status);
    Library library;
    library.signIn();
    library.setLayers({kBodies, Json::parse(layer.toStdString())});
    library.wait(SimTime::seconds(waited));
    QCOMPARE(static_cast<int>(library.get("/me")), status);
}

/// The sign-in began while there was a token layer, and ends as it began.
void TestAppServerState::aChangedLayerIsForTheNextRequest() {
    Library library;
    library.post("/sign-up", kAda);
    const SimTime start = library.run().now() + SimTime::milliseconds(1);
    library.run().send(start, "/token", "POST", kAda);
    library.run().runUntil(start + SimTime::milliseconds(2)); // it waits for the database
    QCOMPARE(library.run().count<RequestFinished>(), 1U);
    library.setLayers(Json::array({kBodies}));
    library.run().runToTheEnd();
    QCOMPARE(library.run().all<RequestFinished>().back().status, 200U);
    QCOMPARE(library.post("/token", kAda), 500U);
}

QTEST_APPLESS_MAIN(TestAppServerState)
#include "tst_app_server_state.moc"
