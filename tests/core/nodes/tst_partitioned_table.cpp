#include "core/data/partitioned_table.h"
#include "tests/support/scene_run.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

SceneRun partitions() {
    return SceneRun(loadScene("tests/scenes/partitions.roundtrip"));
}

std::int64_t reasonsWith(const SceneRun& run, const std::string& beginning) {
    return std::ranges::count_if(reasonsOf(run, "items"), [&](const std::string& reason) {
        return reason.starts_with(beginning);
    });
}

/// Answers by their status, after a crowd of updates at 20 a second.
std::map<std::uint32_t, int> crowdOf(SceneRun& run, const std::string& target) {
    const std::string error = run.give(SimTime(), "browser", "send_many",
                                       {{"count", 200},
                                        {"rate", 20},
                                        {"target", target},
                                        {"keys", 1000},
                                        {"skew", 0},
                                        {"update_share", 1}});
    if (!error.empty())
        qFatal("%s", error.c_str());
    run.runToTheEnd();
    std::map<std::uint32_t, int> answers;
    for (const RequestFinished& finished : run.all<RequestFinished>())
        ++answers[finished.status];
    return answers;
}

std::string problemsWith(const nlohmann::json& tables) {
    auto scene = nlohmann::json::parse(readText("tests/scenes/partitions.roundtrip"));
    scene["nodes"][2]["parameters"]["tables"] = tables;
    return describe(readSceneDocument(scene).problems);
}

} // namespace

class TestPartitionedTableNode : public QObject {
    Q_OBJECT

  private slots:
    void aHotPartitionThrottlesWhileTheTableIsIdle();
    void spreadKeysAtTheSameRateAreServed();
    void adaptiveCapacityServesTheHotPartitionToo();
    void aThrottledRequestIsTriedAgain();
    void anEventualReadSeesTheOldValueWithinTheLag();
    void pagesFollowOneAnother();
    void aConditionRefusesASecondMessage();
    void aScanLooksAtEverything();
    void mistakesHaveTheServicesNames();
    void theWireIsTheServicesJson();
    void aSecondOfCapacityIsThereAfterAChange();
    void badTablesAreReported();
};

void TestPartitionedTableNode::aHotPartitionThrottlesWhileTheTableIsIdle() {
    SceneRun run = partitions();
    auto answers = crowdOf(run, "/views/home");
    // A quarter of 40 units a second, for 20 asked: about half of them are refused.
    QVERIFY2(answers[503] > 60 && answers[503] < 120, qPrintable(QString::number(answers[503])));
    QCOMPARE(answers[200] + answers[503], 200);
    QCOMPARE(reasonsWith(run, "failed: throttled-partition\n"), answers[503]);
    QCOMPARE(reasonsWith(run, "failed: throttled-table\n"), 0);
}

void TestPartitionedTableNode::spreadKeysAtTheSameRateAreServed() {
    SceneRun run = partitions();
    auto answers = crowdOf(run, "/views/{key}");
    QCOMPARE(answers[200], 200);
}

void TestPartitionedTableNode::adaptiveCapacityServesTheHotPartitionToo() {
    SceneRun run = partitions();
    QCOMPARE(run.set(SimTime(), "table", "adaptive_capacity", true), std::string());
    auto answers = crowdOf(run, "/views/home");
    QCOMPARE(answers[200], 200);
}

void TestPartitionedTableNode::aThrottledRequestIsTriedAgain() {
    SceneRun run = partitions();
    for (int i = 0; i < 14; ++i)
        run.send(100 * ms, "/views/home", "POST");
    run.runToTheEnd();
    QCOMPARE(asked(run, "/views/home"), std::string("200\n") + R"({"hits":14,"page":"home"})");
    QVERIFY(reasonsWith(run, "failed: throttled-partition\n") >= 4);
    QCOMPARE(reasonsWith(run, "again\n"), reasonsWith(run, "failed: throttled-partition\n"));
    QVERIFY(reasonsWith(run, "again\n2\n") >= 4);
}

void TestPartitionedTableNode::anEventualReadSeesTheOldValueWithinTheLag() {
    SceneRun run = partitions();
    QCOMPARE(asked(run, "/views/home", "PUT"),
             std::string("200\n") + R"({"hits":1,"page":"home"})");
    QCOMPARE(asked(run, "/views/home"), std::string("200\n") + R"({"hits":1,"page":"home"})");
    QCOMPARE(reasonsOf(run, "items").back(), std::string("read\n3\n1\n9\n1\n1"));
    QCOMPARE(asked(run, "/views/home/soon"), std::string("200\n") + R"({"hits":0,"page":"home"})");
    QVERIFY(reasonsOf(run, "items").back().starts_with("eventual-read\n3\n0.5\n"));
    const auto stale = run.all<StaleServed>();
    QCOMPARE(stale.size(), 1U);
    QCOMPARE(run.text(stale[0].row), std::string("views#home"));
    run.runUntil(run.now() + 50 * ms);
    QCOMPARE(asked(run, "/views/home/soon"), std::string("200\n") + R"({"hits":1,"page":"home"})");
    QCOMPARE(run.count<StaleServed>(), 1U);
}

void TestPartitionedTableNode::pagesFollowOneAnother() {
    SceneRun run = partitions();
    const std::string first = asked(run, "/messages/blue");
    QCOMPARE(first, std::string("200\n") +
                        R"({"Count":2,"Items":[{"room":"blue","sent":10,"text":"good night"},)"
                        R"({"room":"blue","sent":2,"text":"good morning"}],)"
                        R"("LastEvaluatedKey":{"room":"blue","sent":2},"ScannedCount":2})");
    QCOMPARE(
        asked(run, "/messages/blue?start=%7B%22room%22:%22blue%22,%22sent%22:2%7D"),
        std::string("200\n") +
            R"({"Count":1,"Items":[{"room":"blue","sent":1,"text":"hello"}],"ScannedCount":1})");
    QCOMPARE(asked(run, "/messages/green"),
             std::string("200\n") + R"({"Count":0,"Items":[],"ScannedCount":0})");
}

void TestPartitionedTableNode::aConditionRefusesASecondMessage() {
    SceneRun run = partitions();
    const std::string body = R"({"room": "red", "sent": 5, "text": "here"})";
    QCOMPARE(asked(run, "/messages", "POST", body),
             std::string("201\n") + R"({"room":"red","sent":5,"text":"here"})");
    QVERIFY(asked(run, "/messages", "POST", body).starts_with("409"));
    QVERIFY(reasonsOf(run, "items")
                .back()
                .starts_with("failed: condition\nattribute_not_exists(room)\n"));
    QCOMPARE(asked(run, "/messages/red/5", "DELETE"),
             std::string("200\n") + R"({"room":"red","sent":5,"text":"here"})");
    QVERIFY(asked(run, "/messages/red/5", "DELETE").starts_with("409"));
    QVERIFY(asked(run, "/views/nothing").starts_with("404"));
}

void TestPartitionedTableNode::aScanLooksAtEverything() {
    SceneRun run = partitions();
    const std::string answer = asked(run, "/search/night");
    QVERIFY(answer.find(R"("Count":1,"Items":[{"room":"blue","sent":10)") != std::string::npos);
    QVERIFY(answer.ends_with(R"("ScannedCount":4})"));
    QVERIFY(reasonsOf(run, "items").back().ends_with("\n4\n1"));
    // There and back 5 + 5 + 1 + 1, overhead 1, base 1, and 2 for each item looked at.
    const Fact finished = run.facts<RequestFinished>().back();
    QVERIFY(finished.time - finished.as<RequestFinished>().startedAt == 22 * ms);
}

void TestPartitionedTableNode::mistakesHaveTheServicesNames() {
    SceneRun run = partitions();
    QVERIFY(asked(run, "/wrong").starts_with("500"));
    QCOMPARE(reasonsOf(run, "items").back(),
             std::string("failed: ValidationException\nQuery condition "
                         "missed key schema element: room"));
    QVERIFY(asked(run, "/nowhere").starts_with("500"));
    QCOMPARE(reasonsOf(run, "items").back(), std::string("failed: no-table\nnowhere"));
}

void TestPartitionedTableNode::theWireIsTheServicesJson() {
    items::ItemRequest request;
    request.operation = "GetItem";
    request.table = "views";
    request.key = {{"page", "home"}};
    const std::string wire = wireText(Payload(request));
    QVERIFY(wire.find("X-Amz-Target: DynamoDB_20120810.GetItem\r\n") != std::string::npos);
    const auto body = nlohmann::json::parse(wire.substr(wire.find("\r\n\r\n")));
    QCOMPARE(body.dump(), std::string(R"({"Key":{"page":{"S":"home"}},"TableName":"views"})"));
    ItemAnswer answer;
    answer.reply.operation = "GetItem";
    answer.reply.items = {{{"page", "home"}, {"views", 3}}};
    QVERIFY(wireText(Payload(answer)).find(R"("Item": {)") != std::string::npos);
    QVERIFY(!isFailure(Payload(answer)));
    answer.reply.exception = "ConditionalCheckFailedException";
    answer.reply.message = "The conditional request failed";
    QVERIFY(wireText(Payload(answer)).starts_with("HTTP/1.1 400 "));
    QVERIFY(isFailure(Payload(answer)));
}

void TestPartitionedTableNode::aSecondOfCapacityIsThereAfterAChange() {
    SceneRun run = partitions();
    QCOMPARE(run.set(SimTime(), "table", "partitions", 1), std::string());
    asked(run, "/views/home", "PUT");
    QCOMPARE(reasonsOf(run, "items").back(), std::string("write\n1\n1\n39"));
}

void TestPartitionedTableNode::badTablesAreReported() {
    const auto has = [](const std::string& problems, const char* words) {
        return problems.find(words) != std::string::npos;
    };
    QVERIFY(has(problemsWith(3), "not-an-object"));
    QVERIFY(has(problemsWith({{"t", nlohmann::json::object()}}), "missing"));
    QVERIFY(has(problemsWith({{"t", {{"partition_key", "a"}, {"sort_key", "a"}}}}), "same-keys"));
    QVERIFY(
        has(problemsWith({{"t", {{"partition_key", "a"}, {"items", {{{"b", 1}}}}}}}), "bad-item"));
    QVERIFY(has(problemsWith({{"t", {{"partition_key", "a"}, {"sort_type", "binary"}}}}),
                "unknown-choice"));
}

QTEST_GUILESS_MAIN(TestPartitionedTableNode)
#include "tst_partitioned_table.moc"
