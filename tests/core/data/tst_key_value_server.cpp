#include "core/data/key_value_server.h"
#include "tests/support/peer.h"
#include "tests/support/text_file.h"

#include <QTest>

#include <map>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

Json scripts() {
    return Json::parse(readText("tests/data/channels.json"));
}

Json jsonOf(const KeyValueReply& reply) {
    using Kind = KeyValueReply::Kind;
    switch (reply.kind) {
    case Kind::nil:
        return nullptr;
    case Kind::integer:
        return reply.number;
    case Kind::bulk:
        return reply.text;
    case Kind::array: {
        Json elements = Json::array();
        for (const KeyValueReply& element : reply.elements)
            elements.push_back(jsonOf(element));
        return elements;
    }
    default:
        return {{reply.kind == Kind::status ? "status" : "error", reply.text}};
    }
}

/// For each step what each client received, one step a line.
QString played(const Json& script) {
    KeyValueServer server;
    std::map<std::string, KeyValueServer::ClientId> ids;
    QString text;
    for (const Json& step : script["steps"]) {
        const std::string name = step["client"];
        const auto id = ids.emplace(name, ids.size() + 1).first->second;
        const auto result = server.execute(step["command"], id, SimTime());
        Json got = Json::object();
        for (const KeyValueReply& reply : result.replies)
            got[name].push_back(jsonOf(reply));
        for (const auto& delivery : result.deliveries) {
            for (const auto& [other, otherId] : ids) {
                if (otherId == delivery.client)
                    got[other].push_back(jsonOf(delivery.message));
            }
        }
        text += QString::fromStdString(step["command"].dump() + " " + got.dump() + "\n");
    }
    return text;
}

QString expected(const Json& script, const Json& received) {
    QString text;
    for (std::size_t i = 0; i < received.size(); ++i)
        text += QString::fromStdString(script["steps"][i]["command"].dump() + " " +
                                       received[i].dump() + "\n");
    return text;
}

} // namespace

class TestKeyValueServer : public QObject {
    Q_OBJECT

  private slots:
    void clientsReceiveWhatRedisWouldSend_data();
    void clientsReceiveWhatRedisWouldSend();
    void redisItselfSaysSo();
    void aRestartClosesConnectionsAndKeepsTheKeysGiven();
};

void TestKeyValueServer::clientsReceiveWhatRedisWouldSend_data() {
    QTest::addColumn<int>("index");
    const Json all = scripts();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
}

void TestKeyValueServer::clientsReceiveWhatRedisWouldSend() {
    QFETCH(int, index);
    const Json script = scripts().at(static_cast<std::size_t>(index));
    Json received;
    for (const Json& step : script["steps"])
        received.push_back(step["got"]);
    QCOMPARE(played(script), expected(script, received));
}

void TestKeyValueServer::redisItselfSaysSo() {
    const Json all = scripts();
    const PeerAnswer answer = askPython("channels_redis.py", all);
    if (!answer.json)
        QSKIP(qPrintable("Redis is not installed: apt install redis-server. " + answer.said));
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(played(all[i]), expected(all[i], answer.json->at(i)));
}

void TestKeyValueServer::aRestartClosesConnectionsAndKeepsTheKeysGiven() {
    KeyValueServer server;
    server.execute({"SET", "k", "v"}, 1, SimTime());
    server.execute({"SUBSCRIBE", "news"}, 2, SimTime());
    const auto kept = server.store().snapshot();
    QCOMPARE(server.restart(kept), std::vector<KeyValueServer::ClientId>{2});
    QCOMPARE(server.execute({"PUBLISH", "news", "x"}, 3, SimTime()).replies.at(0).number, 0);
    QCOMPARE(server.store().size(), 1U);
    QVERIFY(server.restart({}).empty());
    QCOMPARE(server.store().size(), 0U);
}

QTEST_GUILESS_MAIN(TestKeyValueServer)
#include "tst_key_value_server.moc"
