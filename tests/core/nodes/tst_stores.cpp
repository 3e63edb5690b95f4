#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

SceneRun stores() {
    return SceneRun(loadScene("tests/scenes/stores.roundtrip"));
}

/// The reason of the last check with that name, failed or passed.
std::string reasonOf(const SceneRun& run, const std::string& check) {
    const std::vector<std::string> reasons = reasonsOf(run, check);
    return reasons.empty() ? std::string() : reasons.back();
}

std::string problemsWith(const std::string& parameter, const nlohmann::json& value) {
    auto scene = nlohmann::json::parse(readText("tests/scenes/stores.roundtrip"));
    scene["nodes"][3]["parameters"][parameter] = value;
    return describe(readSceneDocument(scene).problems);
}

} // namespace

class TestStores : public QObject {
    Q_OBJECT

  private slots:
    void aCounterCounts();
    void aRestartLosesWhatIsNotOnDisk();
    void aRestartKeepsWhatIsOnDisk();
    void aListComesAsAList();
    void anErrorOfTheStoreIsAFailure();
    void documentsAreFoundByTheirFields();
    void documentsAreWritten();
    void aSecondEmailIsRefused();
    void anIndexSavesTime();
    void anObjectInsteadOfATextGetsIn();
    void theWireReadsLikeAShell();
    void badDocumentsAreReported();
};

void TestStores::aCounterCounts() {
    SceneRun run = stores();
    QCOMPARE(asked(run, "/visits/4"), std::string("200\nnull"));
    QCOMPARE(asked(run, "/visits/4", "POST"), std::string("200\n1"));
    QCOMPARE(asked(run, "/visits/4", "POST"), std::string("200\n2"));
    QCOMPARE(asked(run, "/visits/4"), std::string("200\n\"2\""));
    QCOMPARE(reasonOf(run, "keys"), std::string("GET visits:4\n\"2\""));
    // There and back 5 + 5, overhead 1, a command 1 + 1 + 1.
    const Fact finished = run.facts<RequestFinished>().back();
    QVERIFY(finished.time - finished.as<RequestFinished>().startedAt == 14 * ms);
}

void TestStores::aRestartLosesWhatIsNotOnDisk() {
    SceneRun run = stores();
    asked(run, "/visits/4", "POST");
    QCOMPARE(run.give(run.now(), "keys", "restart"), std::string());
    QCOMPARE(reasonOf(run, "restart"), std::string("failed: lost\n1"));
    QCOMPARE(asked(run, "/visits/4"), std::string("200\nnull"));
}

void TestStores::aRestartKeepsWhatIsOnDisk() {
    SceneRun run = stores();
    QCOMPARE(run.set(SimTime(), "keys", "persists", true), std::string());
    asked(run, "/visits/4", "POST");
    QCOMPARE(run.give(run.now(), "keys", "restart"), std::string());
    QCOMPARE(reasonOf(run, "restart"), std::string("kept\n1"));
    QCOMPARE(asked(run, "/visits/4"), std::string("200\n\"1\""));
}

void TestStores::aListComesAsAList() {
    SceneRun run = stores();
    asked(run, "/names", "POST", R"({"name": "Ada"})");
    QCOMPARE(asked(run, "/names", "POST", R"({"name": "Grace"})"),
             std::string(R"(200)"
                         "\n"
                         R"(["Ada","Grace"])"));
}

void TestStores::anErrorOfTheStoreIsAFailure() {
    SceneRun run = stores();
    QVERIFY(asked(run, "/wrong", "POST").starts_with("500"));
    QVERIFY(reasonOf(run, "keys").starts_with("failed: LPUSH text y\n(error) WRONGTYPE "));
}

void TestStores::documentsAreFoundByTheirFields() {
    SceneRun run = stores();
    QVERIFY(asked(run, "/users/2").find(R"("name":"Grace")") != std::string::npos);
    QCOMPARE(reasonOf(run, "documents"), std::string("scan\n1\n1\nIXSCAN _id"));
    QCOMPARE(asked(run, "/cities/London"),
             std::string("200\n") + R"([{"name":"Alan"},{"name":"Ada"}])");
    QCOMPARE(reasonOf(run, "documents"), std::string("scan\n3\n2\nCOLLSCAN"));
    QVERIFY(asked(run, "/users/9").starts_with("404"));
}

void TestStores::documentsAreWritten() {
    SceneRun run = stores();
    QCOMPARE(asked(run, "/users", "POST", R"({"name": "Linus", "email": "l@example.com"})"),
             std::string("201\n") + R"({"_id":4,"email":"l@example.com","name":"Linus"})");
    QCOMPARE(asked(run, "/users/4", "PUT", R"({"name": "Torvalds"})"),
             std::string("200\n") + R"({"count":1})");
    QVERIFY(asked(run, "/users/4").find("Torvalds") != std::string::npos);
    QCOMPARE(asked(run, "/users/4", "DELETE"), std::string("200\n") + R"({"count":1})");
    QVERIFY(asked(run, "/users/4", "DELETE").starts_with("404"));
    QCOMPARE(asked(run, "/count"), std::string("200\n") + R"({"count":3})");
}

void TestStores::aSecondEmailIsRefused() {
    SceneRun run = stores();
    QVERIFY(asked(run, "/users", "POST", R"({"name": "Eve", "email": "ada@example.com"})")
                .starts_with("409"));
    QCOMPARE(reasonOf(run, "documents"),
             std::string("failed: doc-duplicate-key\nemail\n\"ada@example.com\""));
}

void TestStores::anIndexSavesTime() {
    SceneRun run = stores();
    asked(run, "/users/1");
    asked(run, "/cities/London");
    const auto finished = run.facts<RequestFinished>();
    const auto took = [](const Fact& fact) {
        return fact.time - fact.as<RequestFinished>().startedAt;
    };
    // There and back 5 + 5 + 1 + 1, overhead 1, base 1, and 2 for each document looked at.
    QVERIFY(took(finished[0]) == 16 * ms);
    QVERIFY(took(finished[1]) == 20 * ms);
}

/// The injection that a document database knows: an operator where a text was meant.
void TestStores::anObjectInsteadOfATextGetsIn() {
    SceneRun run = stores();
    QVERIFY(asked(run, "/login", "POST", R"({"email": "ada@example.com", "secret": "guess"})")
                .starts_with("404"));
    QVERIFY(asked(run, "/login", "POST", R"({"email": "ada@example.com", "secret": {"$ne": ""}})")
                .starts_with("200"));
}

void TestStores::theWireReadsLikeAShell() {
    DocumentCommand command{.collection = "users", .operation = "find"};
    command.filter = {{"age", {{"$gt", 3}}}};
    command.sort = {{"age", -1}};
    command.limit = 2;
    QCOMPARE(wireText(Payload(command)),
             std::string(R"(db.users.find({"age":{"$gt":3}}).sort({"age":-1}).limit(2))"));
    QCOMPARE(titleOf(Payload(command)), std::string("users.find"));
    const KeyCommand key{{"SET", "user:1", "Ada Lovelace"}};
    QCOMPARE(wireText(Payload(key)), std::string(R"(SET user:1 "Ada Lovelace")"));
    QCOMPARE(titleOf(Payload(key)), std::string("SET user:1"));
    QVERIFY(isFailure(Payload(KeyReply{KeyValueReply::error("ERR x"), {}})));
}

void TestStores::badDocumentsAreReported() {
    const auto has = [](const std::string& problems, const char* words) {
        return problems.find(words) != std::string::npos;
    };
    QVERIFY(has(problemsWith("documents", {{"users", 3}}), "not-an-array"));
    QVERIFY(has(problemsWith("documents", {{"users", {3}}}), "doc-not-a-document"));
    QVERIFY(has(problemsWith("documents", {{"users", {{{"_id", 1}}, {{"_id", 1}}}}}),
                "doc-duplicate-key"));
    QVERIFY(has(problemsWith("indexes", {{{"collection", "users"}}}), "missing"));
    QVERIFY(
        has(problemsWith("indexes",
                         {{{"collection", "users"}, {"field", "address.city"}, {"unique", true}}}),
            "doc-duplicate-key"));
}

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
