#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

/// What a client gets back.
struct Answer {
    std::uint32_t status = 0;
    std::string wire;

    [[nodiscard]] std::string header(const std::string& name) const {
        const auto begin = wire.find("\r\n" + name + ": ");
        if (begin == std::string::npos)
            return "";
        const auto from = begin + name.size() + 4;
        return wire.substr(from, wire.find("\r\n", from) - from);
    }
    [[nodiscard]] std::string body() const { return wire.substr(wire.find("\r\n\r\n") + 4); }
};

/// Clients of tests/scenes/versions.roundtrip, one request after the other.
class Clients {
  public:
    Clients() : run_(loadScene("tests/scenes/versions.roundtrip")) {}
    /// With another rule for versions.
    explicit Clients(const std::string& rule) : Clients() {
        if (const std::string error = run_.set(SimTime(), "app", "versions", Json::parse(rule));
            !error.empty())
            qFatal("%s", error.c_str());
    }

    Answer send(const char* method, const std::string& target, const std::string& headers,
                const std::string& body = "") {
        const std::string error = run_.give(
            run_.now() + SimTime::milliseconds(1), "browser", "send",
            {{"method", method}, {"target", target}, {"headers", headers}, {"body", body}});
        if (!error.empty())
            qFatal("%s", error.c_str());
        run_.runToTheEnd();
        Answer answer{.status = run_.all<RequestFinished>().back().status};
        for (const MessageSent& sent : run_.all<MessageSent>()) {
            if (sent.messageKind == MessageKind::response)
                answer.wire = run_.text(sent.wire);
        }
        return answer;
    }
    Answer get(const std::string& target, const std::string& headers = "") {
        return send("GET", target, headers);
    }

    /// What the last check of that kind said: "asked 2 /v2".
    template <class Check>
    [[nodiscard]] std::string lastCheck() const {
        const auto checks = run_.all<Check>();
        if (checks.empty() || run_.text(checks.back().check) != "version")
            return "";
        std::string reason = run_.text(checks.back().reason);
        std::ranges::replace(reason, '\n', ' ');
        return reason;
    }
    [[nodiscard]] std::string chosen() const { return lastCheck<CheckPassed>(); }
    [[nodiscard]] std::string refused() const { return lastCheck<CheckFailed>(); }
    SceneRun& run() { return run_; }

  private:
    SceneRun run_;
};

const char* const kOldForm = R"({"id":1,"name":"Ada Lovelace"})";
const char* const kNewForm = R"({"id":1,"first":"Ada","last":"Lovelace"})";

} // namespace

/// An API in two versions, as its clients meet it.
class TestApiVersions : public QObject {
    Q_OBJECT

  private slots:
    void anOldClientGoesOnWhileANewOneGetsTheNewForm();
    void aVersionThatEndsSaysSo();
    void theAnswerNamesItsVersion();
    void versionsStandInThePath();
    void versionsStandInTheMediaType();
    void versionsStandInTheQuery();
    void whatDoesNotExistIsRefused_data();
    void whatDoesNotExistIsRefused();
    void aVersionHasToBeNamed_data();
    void aVersionHasToBeNamed();
    void aRouteOfAllVersionsNeedsNone();
    void anotherVersionsRouteIsNotFound();
    void aResourceIsOfItsVersion();
    void aRedirectStaysInItsVersion();
    void theDefaultCanBeMoved();
    void withoutARuleVersionsAreNotes();
    void aDefaultThatDoesNotExistIsAProblem();
};

void TestApiVersions::anOldClientGoesOnWhileANewOneGetsTheNewForm() {
    Clients clients;
    const Answer old = clients.get("/people/1");
    QCOMPARE(old.status, 200U);
    QCOMPARE(old.body(), std::string(kOldForm));
    QCOMPARE(clients.chosen(), std::string("default 1"));
    const Answer fresh = clients.get("/people/1", "API-Version: 2");
    QCOMPARE(fresh.body(), std::string(kNewForm));
    QCOMPARE(clients.chosen(), std::string("asked 2 API-Version: 2"));
    QCOMPARE(clients.get("/people/1", "API-Version: 1").body(), std::string(kOldForm));
}

/// RFC 9745 and RFC 8594.
void TestApiVersions::aVersionThatEndsSaysSo() {
    Clients clients;
    const Answer old = clients.get("/people/1");
    QCOMPARE(old.header("Deprecation"), std::string("@1767225600"));
    QCOMPARE(old.header("Sunset"), std::string("Fri, 01 Jan 2027 00:00:00 GMT"));
    const Answer fresh = clients.get("/people/1", "API-Version: 2");
    QCOMPARE(fresh.header("Deprecation") + fresh.header("Sunset"), std::string());
}

void TestApiVersions::theAnswerNamesItsVersion() {
    Clients clients;
    const Answer answer = clients.get("/people/1", "API-Version: 2.0");
    QCOMPARE(answer.header("API-Version"), std::string("2"));
    QCOMPARE(answer.header("Vary"), std::string("API-Version"));
    Clients byPath(R"({"by": "path"})");
    QCOMPARE(byPath.get("/v2/people/1").header("Vary"), std::string());
}

void TestApiVersions::versionsStandInThePath() {
    Clients clients(R"({"by": "path", "default": "1"})");
    QCOMPARE(clients.get("/v1/people/1").body(), std::string(kOldForm));
    QCOMPARE(clients.get("/v2/people/1").body(), std::string(kNewForm));
    QCOMPARE(clients.chosen(), std::string("asked 2 /v2"));
    QCOMPARE(clients.get("/people/1").body(), std::string(kOldForm));
    QCOMPARE(clients.get("/v2/health").status, 200U);
}

void TestApiVersions::versionsStandInTheMediaType() {
    Clients clients(R"({"by": "accept", "name": "people", "default": "1"})");
    const Answer fresh = clients.get("/people/1", "Accept: application/vnd.people.v2+json");
    QCOMPARE(fresh.body(), std::string(kNewForm));
    QCOMPARE(fresh.header("Content-Type"), std::string("application/vnd.people.v2+json"));
    QCOMPARE(fresh.header("Vary"), std::string("Accept"));
    const Answer old = clients.get("/people/1", "Accept: */*");
    QCOMPARE(old.body(), std::string(kOldForm));
    QCOMPARE(old.header("Content-Type"), std::string("application/json"));
    QCOMPARE(clients
                 .get("/people/1", "Accept: application/vnd.people.v9+json, "
                                   "application/json;version=1;q=0.5")
                 .body(),
             std::string(kOldForm));
    const auto checks = clients.run().all<CheckPassed>();
    QCOMPARE(clients.run().text(checks.at(checks.size() - 2).reason),
             std::string("passed-over\napplication/vnd.people.v9+json\n1, 2"));
}

void TestApiVersions::versionsStandInTheQuery() {
    Clients clients(R"({"by": "query", "default": "latest"})");
    QCOMPARE(clients.get("/people/1?version=1").body(), std::string(kOldForm));
    QCOMPARE(clients.get("/people/1").body(), std::string(kNewForm));
    QCOMPARE(clients.chosen(), std::string("latest 2"));
}

void TestApiVersions::whatDoesNotExistIsRefused_data() {
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("headers");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<int>("status");
    const auto row = [](const char* by, const char* target, const char* headers, const char* asked,
                        int status) {
        QTest::newRow(by) << QString(by) << QString(target) << QString(headers) << QString(asked)
                          << status;
    };
    row("path", "/v3/people/1", "", "/v3", 404);
    row("header", "/people/1", "API-Version: 3", "API-Version: 3", 400);
    row("accept", "/people/1", "Accept: application/json;version=3", "application/json;version=3",
        406);
    row("query", "/people/1?version=3", "", "version=3", 400);
}

void TestApiVersions::whatDoesNotExistIsRefused() {
    QFETCH(QString, by);
    QFETCH(QString, target);
    QFETCH(QString, headers);
    QFETCH(QString, asked);
    QFETCH(int, status);
    Clients clients(Json{{"by", by.toStdString()}, {"default", "1"}}.dump());
    const Answer answer = clients.get(target.toStdString(), headers.toStdString());
    QCOMPARE(static_cast<int>(answer.status), status);
    QCOMPARE(answer.header("Content-Type"), std::string("application/problem+json"));
    const Json problem = Json::parse(answer.body());
    QCOMPARE(problem["versions"].dump(), std::string(R"(["1","2"])"));
    QCOMPARE(problem["asked"].get<std::string>(), asked.toStdString());
    QCOMPARE(problem["status"].get<int>(), status);
    QCOMPARE(clients.refused(), "unknown " + asked.toStdString() + " 1, 2");
}

void TestApiVersions::aVersionHasToBeNamed_data() {
    QTest::addColumn<QString>("by");
    for (const char* by : {"path", "header", "accept", "query"})
        QTest::newRow(by) << QString(by);
}

void TestApiVersions::aVersionHasToBeNamed() {
    QFETCH(QString, by);
    Clients clients(Json{{"by", by.toStdString()}, {"default", "required"}}.dump());
    const Answer answer = clients.get("/people/1");
    QCOMPARE(answer.status, 400U);
    QCOMPARE(Json::parse(answer.body())["versions"].dump(), std::string(R"(["1","2"])"));
    QCOMPARE(clients.refused(), std::string("missing 1, 2"));
}

void TestApiVersions::aRouteOfAllVersionsNeedsNone() {
    Clients clients(R"({"by": "header", "default": "required"})");
    QCOMPARE(clients.get("/health").status, 200U);
    QCOMPARE(clients.chosen(), std::string("neutral"));
    const Answer answer = clients.get("/health", "API-Version: 2");
    QCOMPARE(answer.status, 200U);
    QCOMPARE(answer.header("API-Version"), std::string("2"));
}

void TestApiVersions::anotherVersionsRouteIsNotFound() {
    Clients clients;
    QCOMPARE(clients.get("/old").status, 200U);
    QCOMPARE(clients.get("/old", "API-Version: 2").status, 404U);
}

void TestApiVersions::aResourceIsOfItsVersion() {
    Clients clients(R"({"by": "accept", "name": "people", "default": "1"})");
    QCOMPARE(clients.get("/persons/1").status, 404U);
    const Answer answer = clients.get("/persons/1", "Accept: application/vnd.people.v2+json");
    QCOMPARE(answer.status, 200U);
    QCOMPARE(answer.header("Content-Type"), std::string("application/vnd.people.v2+json"));

    Clients byPath(R"({"by": "path"})");
    const Answer created =
        byPath.send("POST", "/v2/persons", "", R"({"first": "Alan", "last": "Turing"})");
    QCOMPARE(created.status, 201U);
    QCOMPARE(created.header("Location"), std::string("/v2/persons/3"));
}

/// Flask sends /list to /list/.
void TestApiVersions::aRedirectStaysInItsVersion() {
    Clients clients(R"({"by": "path"})");
    Json routes = Json::array();
    for (const char* version : {"1", "2"})
        routes.push_back({{"method", "GET"},
                          {"path", "/list/"},
                          {"version", version},
                          {"handler", Json::array()}});
    QCOMPARE(clients.run().set(SimTime(), "app", "routes", routes), std::string());
    clients.get("/v2/list?a=b");
    bool isRedirected = false;
    for (const MessageSent& sent : clients.run().all<MessageSent>())
        isRedirected |=
            clients.run().text(sent.wire).find("Location: /v2/list/?a=b\r\n") != std::string::npos;
    QVERIFY(isRedirected);
}

void TestApiVersions::theDefaultCanBeMoved() {
    Clients clients;
    QCOMPARE(clients.get("/people/1").body(), std::string(kOldForm));
    const Json rule{{"by", "header"}, {"default", "latest"}};
    QCOMPARE(clients.run().set(clients.run().now(), "app", "versions", rule), std::string());
    QCOMPARE(clients.get("/people/1").body(), std::string(kNewForm)); // what breaks old clients
}

void TestApiVersions::withoutARuleVersionsAreNotes() {
    Clients clients(R"("none")");
    const Answer answer = clients.get("/people/1", "API-Version: 2");
    QCOMPARE(answer.body(), std::string(kOldForm)); // the first route wins
    QCOMPARE(answer.header("Vary"), std::string());
}

void TestApiVersions::aDefaultThatDoesNotExistIsAProblem() {
    Json scene = Json::parse(readText("tests/scenes/versions.roundtrip"));
    scene["nodes"][1]["parameters"]["versions"]["default"] = "3";
    const Problems problems = readSceneDocument(scene).problems;
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems[0].code, std::string("no-such-version"));
    QCOMPARE(problems[0].where, std::string("/nodes/1/parameters/versions/default"));
}

QTEST_APPLESS_MAIN(TestApiVersions)
#include "tst_api_versions.moc"
