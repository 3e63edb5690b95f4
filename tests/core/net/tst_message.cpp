#include "core/net/message.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;

namespace {

using Json = nlohmann::ordered_json;

HttpResponseMessage answerOf(int status) {
    return {http::Response{.status = status}, {}};
}

CacheReply found(const std::string& value) {
    return {true, value, {}};
}

SqlReply rowsOf(const char* json, std::int64_t changed = 0) {
    SqlReply reply;
    reply.rows = Json::parse(json);
    reply.changedRows = changed;
    return reply;
}

SqlReply failure(const std::string& words) {
    SqlReply reply;
    reply.error = words;
    return reply;
}

} // namespace

Q_DECLARE_METATYPE(Payload)

class TestNetMessage : public QObject {
    Q_OBJECT

  private slots:
    void aPayloadIsShown_data();
    void aPayloadIsShown();
    void failuresAreKnown();
};

void TestNetMessage::aPayloadIsShown_data() {
    QTest::addColumn<Payload>("payload");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("wire");
    const auto row = [](const char* name, const Payload& payload, MessageKind kind,
                        const char* title, const char* wire) {
        QTest::newRow(name) << payload << static_cast<int>(kind) << QString(title) << QString(wire);
    };
    using Cache = CacheCommand;
    const nlohmann::json values{{"id", 7}, {"city", "Oslo"}, {"unused", 1}};
    row("a request", http::Request{.target = "/users/7?a=b"}, MessageKind::request,
        "GET /users/7?a=b", "GET /users/7?a=b HTTP/1.1\r\n\r\n");
    row("an answer", answerOf(404), MessageKind::response, "404 Not Found",
        "HTTP/1.1 404 Not Found\r\n\r\n");
    row("a lookup", Cache{.key = "user:7"}, MessageKind::query, "GET user:7", "GET user:7");
    row("a store", Cache{.kind = Cache::Kind::set, .key = "k", .value = "{}"}, MessageKind::query,
        "SET k", "SET k\n{}");
    row("a store for a time",
        Cache{.kind = Cache::Kind::set, .key = "k", .value = "v", .ttl = SimTime::seconds(2)},
        MessageKind::query, "SET k", "SET k PX 2000\nv");
    row("a removal", Cache{.kind = Cache::Kind::remove, .key = "k"}, MessageKind::query, "DEL k",
        "DEL k");
    row("a hit", found("{\"id\":7}"), MessageKind::result, "value", "{\"id\":7}");
    row("a miss", CacheReply{}, MessageKind::result, "(nil)", "(nil)");
    row("stored", found(""), MessageKind::result, "OK", "OK");
    row("a statement", SqlCommand{"UPDATE users SET city = :city\nWHERE id = :id", values},
        MessageKind::query, "UPDATE",
        "UPDATE users SET city = :city\nWHERE id = :id\n-- :city = \"Oslo\"\n-- :id = 7");
    row("no row", rowsOf("[]"), MessageKind::result, "0 rows", "[]");
    row("one row", rowsOf(R"([{"id":7}])"), MessageKind::result, "1 row",
        "[\n  {\n    \"id\": 7\n  }\n]");
    row("two rows", rowsOf("[1,2]"), MessageKind::result, "2 rows", "[\n  1,\n  2\n]");
    row("rows that changed", rowsOf("[]", 3), MessageKind::result, "3 changed", "3 changed");
    row("a refusal", failure("sql-failed: no such table: x"), MessageKind::result,
        "sql-failed: no such table: x", "sql-failed: no such table: x");
    row("a job", Job{.id = 12}, MessageKind::job, "job 12", "job 12");
    row("loot", Loot{"cookie", "session", "abc"}, MessageKind::frame, "cookie session",
        "cookie session = abc");
}

void TestNetMessage::aPayloadIsShown() {
    QFETCH(Payload, payload);
    QFETCH(int, kind);
    QFETCH(QString, title);
    QFETCH(QString, wire);
    QCOMPARE(static_cast<int>(kindOf(payload)), kind);
    QCOMPARE(QString::fromStdString(titleOf(payload)), title);
    QCOMPARE(QString::fromStdString(wireText(payload)), wire);
}

void TestNetMessage::failuresAreKnown() {
    QVERIFY(!isFailure(answerOf(200)));
    QVERIFY(!isFailure(answerOf(304)));
    QVERIFY(isFailure(answerOf(400)));
    QVERIFY(isFailure(answerOf(503)));
    QVERIFY(isFailure(failure("sql-failed")));
    QVERIFY(!isFailure(rowsOf("[]")));
    QVERIFY(!isFailure(CacheReply{})); // a miss is no failure
    QVERIFY(!isFailure(http::Request{}));
}

QTEST_APPLESS_MAIN(TestNetMessage)
#include "tst_message.moc"
