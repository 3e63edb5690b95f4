#include "core/data/partitioned_table.h"
#include "tests/support/peer.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using namespace roundtrip::items;
using Json = nlohmann::json;

namespace {

PartitionedTable::Settings settings() {
    return {.keys = {"room", "S", "sent", "N"},
            .partitions = 4,
            .read = {.perSecond = 1e6},
            .write = {.perSecond = 1e6},
            .lag = {}};
}

Json createTable() {
    return Json::parse(R"({
        "TableName": "messages",
        "KeySchema": [{"AttributeName": "room", "KeyType": "HASH"},
                      {"AttributeName": "sent", "KeyType": "RANGE"}],
        "AttributeDefinitions": [{"AttributeName": "room", "AttributeType": "S"},
                                 {"AttributeName": "sent", "AttributeType": "N"}],
        "ProvisionedThroughput": {"ReadCapacityUnits": 1000, "WriteCapacityUnits": 1000}
    })");
}

ItemRequest put(Item item, const std::string& condition = "", Json values = Json::object()) {
    ItemRequest request;
    request.operation = "PutItem";
    request.item = std::move(item);
    request.condition = condition;
    request.values = std::move(values);
    return request;
}

ItemRequest on(const char* operation, Item key) {
    ItemRequest request;
    request.operation = operation;
    request.key = std::move(key);
    return request;
}

ItemRequest update(Item key, const std::string& expression, Json values = Json::object(),
                   const std::string& condition = "") {
    ItemRequest request = on("UpdateItem", std::move(key));
    request.update = expression;
    request.values = std::move(values);
    request.condition = condition;
    return request;
}

ItemRequest query(const std::string& keyCondition, Json values, std::int64_t limit = 0,
                  bool isBackward = false) {
    ItemRequest request;
    request.operation = "Query";
    request.keyCondition = keyCondition;
    request.values = std::move(values);
    request.limit = limit;
    request.isBackward = isBackward;
    return request;
}

ItemRequest filtered(ItemRequest request, const std::string& filter) {
    request.filter = filter;
    return request;
}

ItemRequest startingAt(ItemRequest request, Item key) {
    request.startKey = std::move(key);
    return request;
}

ItemRequest consistent(ItemRequest request) {
    request.isConsistent = true;
    return request;
}

Item key(const char* room, double sent) {
    return {{"room", room}, {"sent", sent}};
}

std::vector<ItemRequest> writes() {
    const std::string large(5000, 'x');
    return {
        put({{"room", "blue"}, {"sent", 10}, {"body", "ten"}}),
        put({{"room", "blue"}, {"sent", 9}, {"body", large}}),
        put({{"room", "blue"}, {"sent", -5}, {"tags", {"x", "y"}}, {"seen", true}}),
        put({{"room", "blue"}, {"sent", 100}, {"by", {{"n", "Ada"}, {"age", 36}}}}),
        put({{"room", "blue"}, {"sent", 1.5}, {"gone", nullptr}}),
        put({{"room", "red"}, {"sent", 1}}),
        put({{"room", "red"}, {"sent", 1}}, "attribute_not_exists(room)"),
        put({{"room", "red"}, {"sent", 1}, {"body", "a"}}, "attribute_exists(room)"),
        put({{"room", "red"}, {"sent", 1}, {"body", "b"}}, "body = :b", {{":b", "b"}}),
        put({{"room", "red"}, {"sent", 1}, {"body", "b"}}, "body <> :b", {{":b", "b"}}),
        put({{"room", "blue"}, {"sent", 9}, {"body", "small"}}),
        put({{"room", "red"}}),
        put({{"room", 7}, {"sent", 1}}),
        put({{"room", ""}, {"sent", 1}}),
        put({{"room", std::string(2049, 'r')}, {"sent", 1}}),
        put({{"room", "red"}, {"sent", 2}, {"body", std::string(409'600, 'x')}}),
        update(key("red", 1), "ADD hits :one", {{":one", 1}}),
        update(key("red", 1), "ADD hits :one", {{":one", 2.5}}),
        update(key("red", 1), "SET hits = hits - :one, body = :b", {{":one", 1}, {":b", "c"}}),
        update(key("red", 1), "SET n = if_not_exists(n, :one) + :one", {{":one", 1}}),
        update(key("red", 1), "SET copied = body REMOVE body"),
        update(key("red", 1), "SET n = nothing"),
        update(key("red", 1), "SET n = copied + :one", {{":one", 1}}),
        update(key("red", 1), "ADD copied :one", {{":one", 1}}),
        update(key("red", 1), "SET sent = :one", {{":one", 1}}),
        update(key("red", 1), "SET name = :one", {{":one", 1}}),
        update(key("red", 1), "SET n = :gone"),
        update(key("red", 1), "SET n = :one", {{":one", 9}}, "n > :one"),
        update(key("red", 77), "SET body = :b", {{":b", large}}),
        update(key("red", 77), "REMOVE body"),
        on("DeleteItem", key("red", 77)),
        on("DeleteItem", key("red", 78)),
        on("DeleteItem", {{"room", "red"}}),
    };
}

/// Without a Query that finds nothing and a consistent Scan, for which dynalite counts less than
/// DynamoDB's manual says.
std::vector<ItemRequest> reads() {
    const Json blue{{":r", "blue"}};
    const auto with = [&blue](const char* name, Json value) {
        Json values = blue;
        values[name] = std::move(value);
        return values;
    };
    ItemRequest scan;
    scan.operation = "Scan";
    return {
        on("GetItem", key("blue", 9)),
        consistent(on("GetItem", key("blue", 9))),
        on("GetItem", key("blue", 1000)),
        on("GetItem", {{"room", "blue"}}),
        on("GetItem", {{"room", "blue"}, {"sent", "9"}}),
        query("room = :r", blue),
        consistent(query("room = :r", blue, 0, true)),
        query("room = :r AND sent = :n", with(":n", 9)),
        query("room = :r AND sent < :n", with(":n", 10)),
        query("room = :r AND sent <= :n", with(":n", 10)),
        query("room = :r AND sent > :n", with(":n", 1.5)),
        query("sent >= :n AND room = :r", with(":n", 10)),
        query("room = :r AND sent BETWEEN :n AND :m", {{":r", "blue"}, {":n", 1}, {":m", 10}}, 0,
              true),
        query("room = :r AND sent BETWEEN :n AND :m", {{":r", "blue"}, {":n", 10}, {":m", 1}}),
        query("room = :r", blue, 2),
        startingAt(query("room = :r", blue, 2), key("blue", 1.5)),
        startingAt(query("room = :r", blue, 2, true), key("blue", 10)),
        startingAt(query("room = :r", blue, 9), key("blue", 2)),
        query("room = :r", blue, 5),
        startingAt(query("room = :r", blue), key("red", 1)),
        filtered(query("room = :r", with(":t", "x")), "contains(tags, :t)"),
        filtered(query("room = :r", with(":t", "te")), "begins_with(body, :t)"),
        filtered(query("room = :r", with(":t", "small")), "body <> :t"),
        filtered(query("room = :r", with(":t", true)), "seen = :t AND attribute_not_exists(by)"),
        filtered(query("room = :r", with(":t", 9)), "sent = :t"),
        query("sent = :r", {{":r", 1}}),
        query("room > :r", blue),
        query("room = :r", {{":r", 7}}),
        query("room = :r AND body = :n", with(":n", "x")),
        query("room = :r AND sent <> :n", with(":n", 9)),
        query("room = :r AND begins_with(sent, :n)", with(":n", "9")),
        query("room = :r AND sent > :n AND sent < :m", {{":r", "blue"}, {":n", 1}, {":m", 10}}),
        query("room = :r AND contains(sent, :n)", with(":n", "9")),
        query("attribute_exists(room)", Json::object()),
        scan,
    };
}

/// What crosses the wire, with the capacity that it took.
Json bodyOf(const std::string& wire) {
    return Json::parse(wire.substr(wire.find("\r\n\r\n")));
}

/// Status, body and units, one line; a scan's items in the order of their keys, as another hash
/// puts partitions in another order.
std::string lineOf(int status, Json body, double units) {
    if (body.contains("Items") && !body["Items"].empty() && !body.contains("LastEvaluatedKey")) {
        bool isMixed = false;
        for (const Json& item : body["Items"])
            isMixed = isMixed || item["room"] != body["Items"][0]["room"];
        if (isMixed)
            std::sort(body["Items"].begin(), body["Items"].end());
    }
    return std::to_string(status) + " " + body.dump() + " " + Json(units).dump();
}

} // namespace

class TestPartitionedTablePeer : public QObject {
    Q_OBJECT

  private slots:
    void dynaliteAnswersTheSame();
};

void TestPartitionedTablePeer::dynaliteAnswersTheSame() {
    std::vector<ItemRequest> requests = writes();
    for (ItemRequest& request : reads())
        requests.push_back(std::move(request));
    Json steps = Json::array();
    for (ItemRequest& request : requests) {
        request.table = "messages";
        Json body = bodyOf(wireText(request));
        body["ReturnConsumedCapacity"] = "TOTAL";
        steps.push_back({{"operation", request.operation}, {"body", body}});
    }
    const PeerAnswer answer =
        askNode("items_dynalite.js", {{"table", createTable()}, {"steps", steps}});
    if (!answer.json)
        QSKIP(qPrintable("dynalite is not installed: npm install dynalite. " + answer.said));
    PartitionedTable table(settings());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto outcome = table.execute(requests[i], SimTime());
        Json theirs = answer.json->at(i)["body"];
        const Json consumed = theirs.value("ConsumedCapacity", Json::object());
        theirs.erase("ConsumedCapacity");
        const bool isError = outcome.reply.isError(); // then the service does not tell the units
        const std::string ours = lineOf(isError ? 400 : 200, bodyOf(wireText(outcome.reply)),
                                        isError ? 0 : outcome.usage.units);
        const std::string their =
            lineOf(answer.json->at(i)["status"], theirs, consumed.value("CapacityUnits", 0.0));
        const std::string question = steps[i].dump().substr(0, 400) + " -> ";
        QCOMPARE(QString::fromStdString(question + ours), QString::fromStdString(question + their));
    }
}

QTEST_GUILESS_MAIN(TestPartitionedTablePeer)
#include "tst_partitioned_table_peer.moc"
