#include "core/data/key_value_store.h"
#include "tests/support/peer.h"
#include "tests/support/property.h"
#include "tests/support/text_file.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Words = std::vector<std::string>;

nlohmann::json scripts() {
    return nlohmann::json::parse(readText("tests/data/key_values.json"));
}

/// Each command of a script with what redis-cli would show, one a line.
std::string played(const nlohmann::json& script) {
    KeyValueStore store;
    std::string text;
    SimTime now;
    for (const auto& step : script["steps"]) {
        now = std::max(now, SimTime::milliseconds(step.value("at", 0)));
        text += step["command"].dump() + "\n" +
                shownText(store.execute(step["command"].get<Words>(), now)) + "\n";
    }
    return text;
}

std::string expected(const nlohmann::json& script, const nlohmann::json& replies) {
    std::string text;
    for (std::size_t i = 0; i < replies.size(); ++i)
        text += script["steps"][i]["command"].dump() + "\n" + replies[i].get<std::string>() + "\n";
    return text;
}

std::string ask(KeyValueStore& store, const Words& words, SimTime now = {}) {
    return shownText(store.execute(words, now));
}

} // namespace

class TestKeyValueStore : public QObject {
    Q_OBJECT

  private slots:
    void commandsAreAnsweredAsByRedis_data();
    void commandsAreAnsweredAsByRedis();
    void redisItselfSaysSo();
    void aKeyLivesUntilItsLastMillisecond();
    void aSnapshotBringsEverythingBack();
    void aSnapshotKeepsTheTimesToLive();
    void anEmptyCommandIsAnError();
    void aReplyCanBeShownInOneLine();
    void aListIsWhatWasPushed();
    void aSortedSetIsInOrder();
};

void TestKeyValueStore::commandsAreAnsweredAsByRedis_data() {
    QTest::addColumn<int>("index");
    const auto all = scripts();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
}

void TestKeyValueStore::commandsAreAnsweredAsByRedis() {
    QFETCH(int, index);
    const auto script = scripts().at(static_cast<std::size_t>(index));
    nlohmann::json replies;
    for (const auto& step : script["steps"])
        replies.push_back(step["reply"]);
    QCOMPARE(QString::fromStdString(played(script)),
             QString::fromStdString(expected(script, replies)));
}

void TestKeyValueStore::redisItselfSaysSo() {
    const auto all = scripts();
    const PeerAnswer answer = askPython("key_values_redis.py", all);
    if (!answer.json)
        QSKIP(qPrintable("Redis is not installed: apt install redis-server. " + answer.said));
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(QString::fromStdString(played(all[i])),
                 QString::fromStdString(expected(all[i], answer.json->at(i))));
}

void TestKeyValueStore::aKeyLivesUntilItsLastMillisecond() {
    KeyValueStore store;
    ask(store, {"SET", "k", "v", "PX", "100"}, SimTime::milliseconds(5));
    QCOMPARE(ask(store, {"PTTL", "k"}, SimTime::milliseconds(6)), std::string("(integer) 99"));
    QCOMPARE(ask(store, {"GET", "k"}, SimTime::milliseconds(105)), std::string("\"v\""));
    QCOMPARE(ask(store, {"GET", "k"}, SimTime::milliseconds(106)), std::string("(nil)"));
    QCOMPARE(store.size(), 0U);
}

void TestKeyValueStore::aSnapshotBringsEverythingBack() {
    KeyValueStore store;
    ask(store, {"SET", "a", "1"});
    ask(store, {"HSET", "b", "x", "y"});
    ask(store, {"RPUSH", "c", "1", "2"});
    ask(store, {"ZADD", "d", "2", "m"});
    const auto snapshot = store.snapshot();
    ask(store, {"FLUSHALL"});
    ask(store, {"SET", "later", "1"});
    store.restore(snapshot);
    QCOMPARE(ask(store, {"KEYS", "*"}), std::string("1) \"a\"\n2) \"b\"\n3) \"c\"\n4) \"d\""));
    QCOMPARE(ask(store, {"HGET", "b", "x"}), std::string("\"y\""));
    QCOMPARE(ask(store, {"LLEN", "c"}), std::string("(integer) 2"));
    QCOMPARE(ask(store, {"ZSCORE", "d", "m"}), std::string("\"2\""));
}

void TestKeyValueStore::aSnapshotKeepsTheTimesToLive() {
    KeyValueStore store;
    ask(store, {"SET", "session", "x", "EX", "10"});
    KeyValueStore restarted;
    restarted.restore(store.snapshot());
    QCOMPARE(ask(restarted, {"TTL", "session"}, SimTime::seconds(4)), std::string("(integer) 6"));
    QCOMPARE(ask(restarted, {"GET", "session"}, SimTime::seconds(11)), std::string("(nil)"));
}

void TestKeyValueStore::anEmptyCommandIsAnError() {
    KeyValueStore store;
    QVERIFY(store.execute({}, SimTime()).isError());
}

void TestKeyValueStore::aReplyCanBeShownInOneLine() {
    KeyValueStore store;
    ask(store, {"RPUSH", "l", "a", "b"});
    QCOMPARE(oneLine(store.execute({"LRANGE", "l", "0", "-1"}, SimTime())),
             std::string("[\"a\", \"b\"]"));
    QCOMPARE(oneLine(store.execute({"LRANGE", "l", "5", "6"}, SimTime())),
             std::string("(empty array)"));
}

void TestKeyValueStore::aListIsWhatWasPushed() {
    QCOMPARE(counterexample(200,
                            [](const std::vector<std::string>& texts) {
                                KeyValueStore store;
                                for (const std::string& text : texts)
                                    store.execute({"RPUSH", "l", text}, SimTime());
                                RC_ASSERT(store.execute({"LRANGE", "l", "0", "-1"}, SimTime()) ==
                                          KeyValueReply::bulks(texts));
                            }),
             std::string());
}

void TestKeyValueStore::aSortedSetIsInOrder() {
    QCOMPARE(counterexample(
                 200,
                 [](const std::map<std::string, std::int32_t>& scores) {
                     KeyValueStore store;
                     std::set<std::pair<std::int32_t, std::string>> order;
                     for (const auto& [member, score] : scores) {
                         store.execute({"ZADD", "z", std::to_string(score), member}, SimTime());
                         order.emplace(score, member);
                     }
                     std::int64_t rank = 0;
                     for (const auto& [score, member] : order)
                         RC_ASSERT(store.execute({"ZRANK", "z", member}, SimTime()) ==
                                   KeyValueReply::integer(rank++));
                 }),
             std::string());
}

QTEST_GUILESS_MAIN(TestKeyValueStore)
#include "tst_key_value_store.moc"
