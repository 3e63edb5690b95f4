#include "core/data/partitioned_table.h"
#include "tests/support/property.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;
using namespace roundtrip::items;
using Json = nlohmann::json;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

PartitionedTable::Settings settings(const std::string& sortType = "N") {
    return {.keys = {"room", "S", "sent", sortType},
            .partitions = 4,
            .read = {.perSecond = 1000},
            .write = {.perSecond = 1000},
            .lag = 20 * ms};
}

ItemRequest putting(Item item) {
    ItemRequest request;
    request.operation = "PutItem";
    request.item = std::move(item);
    return request;
}

ItemRequest ofKey(const char* operation, Item key) {
    ItemRequest request;
    request.operation = operation;
    request.key = std::move(key);
    request.isConsistent = true;
    return request;
}

ItemRequest querying(const std::string& condition, Json values) {
    ItemRequest request;
    request.operation = "Query";
    request.keyCondition = condition;
    request.values = std::move(values);
    request.isConsistent = true;
    return request;
}

/// "10 20", the sort keys that were found, or the exception with its words.
std::string found(const ItemReply& reply) {
    if (reply.isError())
        return reply.exception + ": " + reply.message;
    std::string text;
    for (const Item& item : reply.items)
        text += (text.empty() ? "" : " ") +
                (item["sent"].is_string() ? item["sent"].get<std::string>() : item["sent"].dump());
    return text;
}

PartitionedTable messages() {
    PartitionedTable table(settings());
    for (const int at : {9, 100, 10, -5, 20})
        table.fill({{"room", "ada"}, {"sent", at}, {"body", "x"}});
    table.fill({{"room", "bob"}, {"sent", 1}});
    return table;
}

} // namespace

class TestPartitionedTable : public QObject {
    Q_OBJECT

  private slots:
    void aQueryFindsARangeInOrder_data();
    void aQueryFindsARangeInOrder();
    void textsAreInTheOrderOfTheirBytes();
    void aConditionGuardsAWrite();
    void anUpdateMakesWhatIsMissing();
    void aWriteTakesTheLargerOfBeforeAndAfter();
    void aReadTakesHalfWhenItMayBeOld();
    void aQueryTakesAllThatItExamined();
    void aScanReadsEverything();
    void anEventualReadLags();
    void aHotPartitionIsThrottled();
    void mistakesAreSaidInTheServicesWords_data();
    void mistakesAreSaidInTheServicesWords();
    void aPageIsAtMostAMegabyte();
    void pagesTogetherAreTheWhole();
    void pagesOfAScanTogetherAreTheWhole();
};

void TestPartitionedTable::aQueryFindsARangeInOrder_data() {
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<bool>("backward");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* range, bool backward, const char* expected) {
        QTest::newRow(range) << QByteArray(range) << backward << QByteArray(expected);
    };
    row("", false, "-5 9 10 20 100");
    row(" ", true, "100 20 10 9 -5");
    row("AND sent = :ten", false, "10");
    row("AND sent < :ten", false, "-5 9");
    row("AND sent <= :ten", false, "-5 9 10");
    row("AND sent > :ten", false, "20 100");
    row("AND sent >= :ten", true, "100 20 10");
    row("AND sent BETWEEN :nine AND :twenty", false, "9 10 20");
    row("AND sent = :eleven", false, "");
}

void TestPartitionedTable::aQueryFindsARangeInOrder() {
    QFETCH(QByteArray, range);
    QFETCH(bool, backward);
    QFETCH(QByteArray, expected);
    PartitionedTable table = messages();
    ItemRequest request =
        querying("room = :u " + range.toStdString(),
                 {{":u", "ada"}, {":ten", 10.0}, {":nine", 9}, {":twenty", 20}, {":eleven", 11}});
    request.isBackward = backward;
    QCOMPARE(QByteArray::fromStdString(found(table.execute(request, SimTime()).reply)), expected);
}

void TestPartitionedTable::textsAreInTheOrderOfTheirBytes() {
    PartitionedTable table(settings("S"));
    for (const char* at : {"b", "B", "\xc3\xa4", "a#2", "a#10", "\xf0\x9f\x98\x80", "\xef\xbc\xa1"})
        table.fill({{"room", "ada"}, {"sent", at}});
    QCOMPARE(found(table.execute(querying("room = :u", {{":u", "ada"}}), SimTime()).reply),
             std::string("B a#10 a#2 b \xc3\xa4 \xef\xbc\xa1 \xf0\x9f\x98\x80"));
    QCOMPARE(found(table
                       .execute(querying("room = :u AND begins_with(sent, :p)",
                                         {{":u", "ada"}, {":p", "a#"}}),
                                SimTime())
                       .reply),
             std::string("a#10 a#2"));
}

void TestPartitionedTable::aConditionGuardsAWrite() {
    PartitionedTable table(settings());
    ItemRequest request = putting({{"room", "ada"}, {"sent", 1}, {"body", "first"}});
    request.condition = "attribute_not_exists(room)";
    QCOMPARE(found(table.execute(request, SimTime()).reply), std::string());
    request.item["body"] = "second";
    const auto refused = table.execute(request, SimTime());
    QCOMPARE(found(refused.reply),
             std::string("ConditionalCheckFailedException: The conditional request failed"));
    QCOMPARE(refused.usage.units, 1.0); // it costs all the same
    ItemRequest remove = ofKey("DeleteItem", {{"room", "ada"}, {"sent", 1}});
    remove.condition = "#t = :t";
    remove.names = {{"#t", "body"}};
    remove.values = {{":t", "second"}};
    QVERIFY(table.execute(remove, SimTime()).reply.isError());
    remove.values = {{":t", "first"}};
    QCOMPARE(found(table.execute(remove, SimTime()).reply), std::string("1"));
    QCOMPARE(table.size(), 0);
    QVERIFY(table.execute(remove, SimTime()).reply.isError());
}

void TestPartitionedTable::anUpdateMakesWhatIsMissing() {
    PartitionedTable table(settings());
    ItemRequest request = ofKey("UpdateItem", {{"room", "ada"}, {"sent", 1}});
    request.update = "ADD visits :one";
    request.values = {{":one", 1}};
    table.execute(request, SimTime());
    const auto outcome = table.execute(request, SimTime());
    QCOMPARE(outcome.reply.items.at(0).dump(),
             std::string(R"({"room":"ada","sent":1,"visits":2})"));
    QCOMPARE(table.size(), 1);
}

void TestPartitionedTable::aWriteTakesTheLargerOfBeforeAndAfter() {
    PartitionedTable table(settings());
    const auto sized = [](std::size_t size) {
        return putting({{"room", "ada"}, {"sent", 1}, {"body", std::string(size, 'x')}});
    };
    QCOMPARE(table.execute(sized(3000), SimTime()).usage.units, 3.0);
    QCOMPARE(table.execute(sized(10), SimTime()).usage.units, 3.0);
    QCOMPARE(table.execute(sized(10), SimTime()).usage.units, 1.0);
    QCOMPARE(table.execute(sized(1500), SimTime()).usage.units, 2.0);
    const ItemRequest remove = ofKey("DeleteItem", {{"room", "ada"}, {"sent", 1}});
    QCOMPARE(table.execute(remove, SimTime()).usage.units, 2.0);
    QCOMPARE(table.execute(remove, SimTime()).usage.units, 1.0);
}

void TestPartitionedTable::aReadTakesHalfWhenItMayBeOld() {
    PartitionedTable table(settings());
    table.fill({{"room", "ada"}, {"sent", 1}, {"body", std::string(5000, 'x')}});
    ItemRequest request = ofKey("GetItem", {{"room", "ada"}, {"sent", 1}});
    QCOMPARE(table.execute(request, SimTime()).usage.units, 2.0);
    request.isConsistent = false;
    QCOMPARE(table.execute(request, SimTime()).usage.units, 1.0);
    request.key["sent"] = 2;
    QCOMPARE(table.execute(request, SimTime()).usage.units, 0.5);
}

void TestPartitionedTable::aQueryTakesAllThatItExamined() {
    PartitionedTable table(settings());
    for (int sent = 0; sent < 10; ++sent)
        table.fill({{"room", "ada"}, {"sent", sent}, {"body", std::string(4100, 'x')}});
    ItemRequest request = querying("room = :u", {{":u", "ada"}, {":no", "no"}});
    request.filter = "body = :no"; // applied afterwards: saves nothing
    const auto outcome = table.execute(request, SimTime());
    QCOMPARE(outcome.reply.items.size(), 0U);
    QCOMPARE(outcome.reply.examined, 10);
    QCOMPARE(outcome.usage.units, 11.0); // not 20: rounded up once
}

void TestPartitionedTable::aScanReadsEverything() {
    PartitionedTable table(settings());
    for (int i = 0; i < 40; ++i)
        table.fill({{"room", "u" + std::to_string(i)}, {"sent", i}, {"t", std::string(1000, 'x')}});
    ItemRequest request;
    request.operation = "Scan";
    request.filter = "sent = :at";
    request.values = {{":at", 7}};
    const auto outcome = table.execute(request, SimTime());
    QCOMPARE(found(outcome.reply), std::string("7"));
    QCOMPARE(outcome.reply.examined, 40);
    QCOMPARE(outcome.usage.units, 5.0);
    QCOMPARE(outcome.usage.shares.size(), 4U);
}

void TestPartitionedTable::anEventualReadLags() {
    PartitionedTable table(settings());
    table.fill({{"room", "ada"}, {"sent", 1}, {"body", "old"}});
    table.execute(putting({{"room", "ada"}, {"sent", 1}, {"body", "new"}}), 100 * ms);
    ItemRequest request = ofKey("GetItem", {{"room", "ada"}, {"sent", 1}});
    const auto textAt = [&](SimTime now) {
        const ItemReply reply = table.execute(request, now).reply;
        return reply.items.empty() ? std::string("none")
                                   : reply.items[0]["body"].get<std::string>();
    };
    QCOMPARE(textAt(100 * ms), std::string("new"));
    request.isConsistent = false;
    QCOMPARE(textAt(100 * ms), std::string("old"));
    QCOMPARE(textAt(119 * ms), std::string("old"));
    QCOMPARE(textAt(120 * ms), std::string("new"));
    table.execute(ofKey("DeleteItem", {{"room", "ada"}, {"sent", 1}}), 130 * ms);
    QCOMPARE(textAt(149 * ms), std::string("new"));
    QCOMPARE(textAt(150 * ms), std::string("none"));
}

void TestPartitionedTable::aHotPartitionIsThrottled() {
    PartitionedTable::Settings few = settings();
    few.write = {.perSecond = 40, .burst = SimTime()};
    PartitionedTable table(few);
    int refused = 0;
    for (int i = 0; i < 20; ++i) {
        const auto outcome = table.execute(putting({{"room", "ada"}, {"sent", i}}), SimTime());
        if (outcome.reply.isThrottled()) {
            ++refused;
            QVERIFY(outcome.usage.refusal->partition == table.partitionOf("ada"));
        }
    }
    QCOMPARE(refused, 10);
    QCOMPARE(table.size(), 10);
}

void TestPartitionedTable::mistakesAreSaidInTheServicesWords_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* condition, const char* words) {
        QTest::newRow(condition) << QByteArray(condition) << QByteArray(words);
    };
    row("sent = :one", "Query condition missed key schema element: room");
    row("room > :u", "Query key condition not supported");
    row("room = :u AND sent <> :one", "Invalid operator used in KeyConditionExpression: <>");
    row("room = :u AND body = :u", "Query condition missed key schema element: sent");
    row("room = :u AND sent > :one AND sent < :two",
        "KeyConditionExpressions must only contain one condition per key");
    row("room = :one", "One or more parameter values were invalid: Condition parameter type does "
                       "not match schema type");
    row("room = :u AND begins_with(sent, :one)",
        "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator "
        "or function: begins_with, operand type: N");
    row("room = :u AND sent BETWEEN :two AND :one",
        "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater "
        "than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound "
        "operand: AttributeValue: {N:1}");
}

void TestPartitionedTable::mistakesAreSaidInTheServicesWords() {
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, words);
    PartitionedTable table = messages();
    const Json values{{":u", "ada"}, {":one", 1}, {":two", 2}};
    const auto outcome = table.execute(querying(request.toStdString(), values), SimTime());
    QCOMPARE(QByteArray::fromStdString(found(outcome.reply)), "ValidationException: " + words);
    QCOMPARE(outcome.usage.units, 0.0);
    ItemRequest update = ofKey("UpdateItem", {{"room", "ada"}, {"sent", 9}});
    update.update = "SET sent = :one";
    update.values = values;
    QVERIFY(found(table.execute(update, SimTime()).reply)
                .ends_with("This attribute is part of the key"));
    QVERIFY(table.execute(ofKey("GetItem", {{"room", "ada"}}), SimTime()).reply.message ==
            "The provided key element does not match the schema");
    ItemRequest later = querying("room = :u", values);
    later.startKey = {{"room", "bob"}, {"sent", 1}};
    QVERIFY(found(table.execute(later, SimTime()).reply).find("outside query") !=
            std::string::npos);
    later.startKey = {{"room", "ada"}};
    QVERIFY(found(table.execute(later, SimTime()).reply).ends_with("starting key is invalid"));
}

void TestPartitionedTable::aPageIsAtMostAMegabyte() {
    PartitionedTable table(settings());
    for (int sent = 0; sent < 5; ++sent)
        table.fill({{"room", "ada"}, {"sent", sent}, {"body", std::string(300'000, 'x')}});
    const auto outcome = table.execute(querying("room = :u", {{":u", "ada"}}), SimTime());
    QCOMPARE(outcome.reply.items.size(), 4U);
    QCOMPARE(outcome.reply.lastEvaluatedKey.dump(), std::string(R"({"room":"ada","sent":3})"));
}

namespace {

/// All pages of a request, one after the other.
std::string allPages(PartitionedTable& table, ItemRequest request) {
    std::string text;
    do {
        const ItemReply reply = table.execute(request, SimTime()).reply;
        if (reply.isError())
            return found(reply);
        for (const Item& item : reply.items)
            text += item.dump() + "\n";
        request.startKey = reply.lastEvaluatedKey;
    } while (!request.startKey.is_null());
    return text;
}

PartitionedTable drawnTable() {
    PartitionedTable::Settings ample = settings();
    ample.read.perSecond = 1e9;
    PartitionedTable table(ample);
    const auto keys = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 4), rc::gen::inRange(-20, 20)));
    for (const auto& [user, at] : keys)
        table.fill({{"room", "u" + std::to_string(user)}, {"sent", at}});
    return table;
}

} // namespace

void TestPartitionedTable::pagesTogetherAreTheWhole() {
    QCOMPARE(counterexample(200,
                            [] {
                                PartitionedTable table = drawnTable();
                                ItemRequest request = querying("room = :u AND sent >= :low",
                                                               {{":u", "u1"}, {":low", -10}});
                                request.isBackward = *rc::gen::arbitrary<bool>();
                                const std::string whole = allPages(table, request);
                                request.limit = *rc::gen::inRange(1, 12);
                                RC_ASSERT(allPages(table, request) == whole);
                            }),
             std::string());
}

void TestPartitionedTable::pagesOfAScanTogetherAreTheWhole() {
    QCOMPARE(counterexample(200,
                            [] {
                                PartitionedTable table = drawnTable();
                                ItemRequest request;
                                request.operation = "Scan";
                                const std::string whole = allPages(table, request);
                                RC_ASSERT(std::ranges::count(whole, '\n') == table.size());
                                request.limit = *rc::gen::inRange(1, 12);
                                RC_ASSERT(allPages(table, request) == whole);
                            }),
             std::string());
}

QTEST_APPLESS_MAIN(TestPartitionedTable)
#include "tst_partitioned_table.moc"
