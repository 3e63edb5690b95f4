#include "core/web/handler_block.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

std::vector<HandlerBlock> blocksOf(const char* text) {
    Problems problems;
    auto blocks = readHandler(nlohmann::json::parse(text), "", problems);
    if (!problems.empty())
        qFatal("%s", describe(problems).c_str());
    return blocks;
}

} // namespace

class TestHandlerBlock : public QObject {
    Q_OBJECT

  private slots:
    void everyBlockIsReadWhole();
    void aSignInWithAProviderIsRead();
    void anOperationOnATableIsRead();
    void workForLaterIsRead();
    void blocksNest();
    void branchesAndLoopsAreRead();
    void aBrokenBlockIsNamed_data();
    void aBrokenBlockIsNamed();
    void blocksNestedTooDeeplyAreRefused();
    void everyKindHasItsName();
};

void TestHandlerBlock::everyBlockIsReadWhole() {
    const auto blocks = blocksOf(R"([
        {"do": "cache_get", "key": "user:{id}"},
        {"do": "cache_set", "key": "user:{id}", "ttl": "30 s"},
        {"do": "cache_set", "key": "k"},
        {"do": "cache_delete", "key": "user:{id}"},
        {"do": "query", "sql": "SELECT 1"},
        {"do": "compute", "time": "5 ms"},
        {"do": "respond", "status": 201, "headers": {"Location": "/users/1", "A": "b"}},
        {"do": "respond"}])");
    using Kind = HandlerBlock::Kind;
    const std::vector<Kind> kinds{Kind::cacheGet, Kind::cacheSet, Kind::cacheSet, Kind::cacheDelete,
                                  Kind::query,    Kind::compute,  Kind::respond,  Kind::respond};
    QVERIFY(std::ranges::equal(blocks, kinds, {}, &HandlerBlock::kind));
    QCOMPARE(blocks[0].key, std::string("user:{id}"));
    QVERIFY(blocks[1].ttl == SimTime::seconds(30));
    QVERIFY(blocks[2].ttl == SimTime()); // the cache's own
    QCOMPARE(blocks[4].sql, std::string("SELECT 1"));
    QVERIFY(blocks[5].time == Distribution::constant(SimTime::milliseconds(5)));
    QCOMPARE(blocks[6].status, 201);
    QVERIFY(blocks[6].headers.find("location") == "/users/1");
    QCOMPARE(blocks[7].status, 200);
    QVERIFY(blocks[7].headers.empty());
}

void TestHandlerBlock::aSignInWithAProviderIsRead() {
    const auto blocks = blocksOf(R"([
        {"do": "oauth_start", "provider": "idp", "client_id": "shop",
         "redirect_uri": "https://app/back"},
        {"do": "oauth_finish", "provider": "idp", "client_id": "shop",
         "redirect_uri": "https://app/back"}])");
    QVERIFY(blocks[0].kind == HandlerBlock::Kind::oauthStart);
    QVERIFY(blocks[1].kind == HandlerBlock::Kind::oauthFinish);
    QCOMPARE(blocks[0].scope, std::string("openid"));
    for (const HandlerBlock& block : blocks) {
        QCOMPARE(block.to, std::string("idp"));
        QCOMPARE(block.clientId, std::string("shop"));
        QCOMPARE(block.redirectUri, std::string("https://app/back"));
    }
}

void TestHandlerBlock::anOperationOnATableIsRead() {
    const auto blocks = blocksOf(R"json([
        {"do": "items", "table": "views", "operation": "UpdateItem", "key": {"page": "{page}"},
         "update": "ADD #v :one", "names": {"#v": "views"}, "values": {":one": 1},
         "condition": "attribute_exists(page)", "retries": 7, "backoff": "25 ms"},
        {"do": "items", "table": "views", "operation": "Query", "key_condition": "page = :p",
         "values": "{values}", "filter": "views > :n", "start_key": "{start}", "limit": 5,
         "backward": true, "consistent": true, "as": "page"},
        {"do": "items", "table": "views", "operation": "Scan"}
    ])json");
    const HandlerBlock::ItemCall& update = blocks[0].items;
    QCOMPARE(update.operation + " " + update.table, std::string("UpdateItem views"));
    QCOMPARE(update.key.dump() + update.names.dump() + update.values.dump(),
             std::string(R"({"page":"{page}"}{"#v":"views"}{":one":1})"));
    QCOMPARE(update.update + ", " + update.condition,
             std::string("ADD #v :one, attribute_exists(page)"));
    QCOMPARE(blocks[0].retries, 7);
    QVERIFY(blocks[0].backoff == SimTime::milliseconds(25));
    const HandlerBlock::ItemCall& query = blocks[1].items;
    QCOMPARE(query.keyCondition + ", " + query.filter, std::string("page = :p, views > :n"));
    QCOMPARE(query.startKey.dump() + query.values.dump(), std::string(R"("{start}""{values}")"));
    QVERIFY(query.limit == 5 && query.isBackward && query.isConsistent);
    QCOMPARE(blocks[1].name, std::string("page"));
    QVERIFY(blocks[2].items.startKey.is_null() && !blocks[2].items.isConsistent);
    QCOMPARE(blocks[2].retries, 2);
    QVERIFY(blocks[2].backoff == SimTime::milliseconds(50));
}

void TestHandlerBlock::workForLaterIsRead() {
    const auto blocks = blocksOf(R"([
        {"do": "enqueue", "task": "mail", "arguments": {"to": "{to}"}, "priority": 3,
         "delay": "5 s", "key": "mail-{to}", "otherwise": [{"do": "respond", "status": 429}]},
        {"do": "task_status", "id": "{id}", "as": "job"},
        {"do": "run_task", "task": "mail"},
        {"do": "call", "to": "a", "target": "/", "breaker": {"failures": 3, "open": "1 s"}}])");
    QCOMPARE(blocks[0].to + " " + blocks[0].key, std::string("mail mail-{to}"));
    QCOMPARE(blocks[0].arguments.dump(), std::string(R"({"to":"{to}"})"));
    QCOMPARE(blocks[0].priority, std::string("3"));
    QVERIFY(blocks[0].delay == SimTime::seconds(5));
    QCOMPARE(blocks[0].name, std::string("task"));
    QCOMPARE(blocks[0].otherwise.at(0).status, 429);
    QCOMPARE(blocks[1].key + " " + blocks[1].name, std::string("{id} job"));
    QVERIFY(blocks[2].kind == HandlerBlock::Kind::runTask);
    QCOMPARE(blocks[3].breaker.failures, 3);
    QVERIFY(blocks[3].breaker.openFor == SimTime::seconds(1));
    QCOMPARE(blocks[2].breaker.failures, 0);
}

void TestHandlerBlock::blocksNest() {
    const auto blocks = blocksOf(R"([{"do": "cache_get", "key": "a", "otherwise": [
        {"do": "cache_get", "key": "b", "otherwise": [{"do": "query", "sql": "SELECT 2"}]},
        {"do": "cache_set", "key": "a"}]}])");
    QCOMPARE(blocks[0].otherwise.size(), 2U);
    QCOMPARE(blocks[0].otherwise[0].otherwise[0].sql, std::string("SELECT 2"));
}

void TestHandlerBlock::branchesAndLoopsAreRead() {
    const auto blocks = blocksOf(R"([
        {"do": "when", "condition": "a > 1", "then": [{"do": "respond"}],
         "otherwise": [{"do": "logout"}, {"do": "respond"}]},
        {"do": "for_each", "rows": "a.b", "handler": [{"do": "respond"}]},
        {"do": "repeat", "times": 5, "as": "n", "handler": []}])");
    QCOMPARE(blocks[0].condition.text(), std::string("a > 1"));
    QCOMPARE(blocks[0].inside.size(), 1U);
    QCOMPARE(blocks[0].otherwise.size(), 2U);
    QCOMPARE(blocks[1].rows + " " + blocks[1].name, std::string("a.b item"));
    QCOMPARE(blocks[1].inside.size(), 1U);
    QCOMPARE(blocks[2].times, 5);
    QCOMPARE(blocks[2].name, std::string("n"));
}

void TestHandlerBlock::aBrokenBlockIsNamed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char* name, const char* text, const char* problems) {
        QTest::newRow(name) << QString(text) << QString(problems);
    };
    row("no list", R"({"do": "respond"})", "/h: not-an-array");
    row("no object", R"(["respond"])", "/h/0: not-an-object");
    row("no name", R"([{"status": 200}])", "/h/0: missing do");
    row("an empty name", R"([{"do": ""}])", "/h/0/do: missing do");
    row("a slip", R"([{"do": "respnod"}])", "/h/0/do: unknown-block respnod respond");
    row("no key", R"([{"do": "respond"}, {"do": "cache_get"}])", "/h/1: missing key");
    row("no statement", R"([{"do": "query"}])", "/h/0: missing sql");
    row("no time", R"([{"do": "compute"}])", "/h/0: missing time");
    row("a member of another block", R"([{"do": "query", "sql": "x", "key": "k"}])",
        "/h/0/key: unknown-member key ");
    row("a member with a slip", R"([{"do": "respond", "staus": 200}])",
        "/h/0/staus: unknown-member staus status");
    row("a key as a number", R"([{"do": "cache_get", "key": 5}])", "/h/0/key: wrong-type key text");
    row("a table's key as a text",
        R"([{"do": "items", "table": "t", "operation": "GetItem", "key": "x"}])",
        "/h/0/key: wrong-type key object");
    row("no operation on a table", R"([{"do": "items", "table": "t", "operation": "GetItems"}])",
        "/h/0/operation: unknown-choice GetItems GetItem");
    row("too many tries", R"([{"do": "items", "table": "t", "operation": "Scan", "retries": 21}])",
        "/h/0/retries: out-of-range retries 0 20");
    row("a time without a unit", R"([{"do": "compute", "time": "5"}])",
        "/h/0/time: bad-duration 5");
    row("a time as a number", R"([{"do": "compute", "time": 5}])",
        "/h/0/time: wrong-type time text");
    row("a status that is none", R"([{"do": "respond", "status": 600}])",
        "/h/0/status: out-of-range status 100 599");
    row("a header as a number", R"([{"do": "respond", "headers": {"Age": 5}}])",
        "/h/0/headers/Age: wrong-type Age text");
    row("headers as a list", R"([{"do": "respond", "headers": ["Age"]}])",
        "/h/0/headers: not-an-object");
    row("a pointer is escaped", R"([{"do": "respond", "headers": {"a/b~": 5}}])",
        "/h/0/headers/a~1b~0: wrong-type a/b~ text");
    row("deep inside", R"([{"do": "cache_get", "key": "k", "otherwise": [{"do": "qery"}]}])",
        "/h/0/otherwise/0/do: unknown-block qery query");
    row("a condition that ends too early", R"([{"do": "when", "condition": "a >", "then": []}])",
        "/h/0/condition: condition-ends");
    row("a condition without ways", R"([{"do": "when", "condition": "a"}])", "/h/0: missing then");
    row("too many rounds", R"([{"do": "repeat", "times": 1001, "handler": []}])",
        "/h/0/times: out-of-range times 1 1000");
    row("no task", R"([{"do": "enqueue"}])", "/h/0: missing task");
    row("a task's arguments as a list", R"([{"do": "enqueue", "task": "a", "arguments": [1]}])",
        "/h/0/arguments: wrong-type arguments object");
    row("half a priority", R"([{"do": "enqueue", "task": "a", "priority": 1.5}])",
        "/h/0/priority: wrong-type priority text");
    row("a breaker with a slip",
        R"([{"do": "call", "to": "a", "target": "/", "breaker": {"failure": 5}}])",
        "/h/0/breaker/failure: unknown-member failure failures");
    row("several", R"([{"do": "query"}, {"do": "compute"}])",
        "/h/0: missing sql\n/h/1: missing time");
}

void TestHandlerBlock::aBrokenBlockIsNamed() {
    QFETCH(QString, text);
    QFETCH(QString, problems);
    Problems found;
    readHandler(nlohmann::json::parse(text.toStdString()), "/h", found);
    QCOMPARE(QString::fromStdString(describe(found)), problems);
}

void TestHandlerBlock::blocksNestedTooDeeplyAreRefused() {
    nlohmann::json handler = nlohmann::json::array();
    for (int i = 0; i < 100; ++i) {
        handler = nlohmann::json::array(
            {{{"do", "cache_get"}, {"key", "k"}, {"otherwise", std::move(handler)}}});
    }
    Problems problems;
    readHandler(handler, "", problems);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems[0].code, std::string("too-deep"));
}

void TestHandlerBlock::everyKindHasItsName() {
    QCOMPARE(std::string(nameOf(HandlerBlock::Kind::cacheGet)), std::string("cache_get"));
    QCOMPARE(std::string(nameOf(HandlerBlock::Kind::respond)), std::string("respond"));
}

QTEST_APPLESS_MAIN(TestHandlerBlock)
#include "tst_handler_block.moc"
