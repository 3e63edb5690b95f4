#include "core/realtime/websocket_handshake.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <functional>

using namespace roundtrip;
using namespace roundtrip::realtime;

namespace {

const std::string kKey = "dGhlIHNhbXBsZSBub25jZQ=="; // RFC 6455 section 1.3

http::Request opening() {
    return upgradeRequest("/chat", "server.example.com", "the sample nonce");
}

using Change = std::function<void(http::Request&)>;
struct Refusal {
    const char* name;
    Change change;
    const char* code;
    int status;
};
const std::vector<Refusal>& refusals() {
    const auto header = [](const char* name, const char* value) {
        return [=](http::Request& request) { request.headers.set(name, value); };
    };
    const auto without = [](const char* name) {
        return [=](http::Request& request) { request.headers.remove(name); };
    };
    static const std::vector<Refusal> kRefusals{
        {"a POST", [](http::Request& request) { request.method = http::Method::post; },
         "handshake-method", 405},
        {"no host", without("Host"), "handshake-host", 400},
        {"no upgrade", without("Upgrade"), "handshake-upgrade", 426},
        {"another upgrade", header("Upgrade", "h2c"), "handshake-upgrade", 426},
        {"no connection", header("Connection", "keep-alive"), "handshake-connection", 400},
        {"no key", without("Sec-WebSocket-Key"), "handshake-key", 400},
        {"a short key", header("Sec-WebSocket-Key", "c2hvcnQ="), "handshake-key", 400},
        {"a key that is not base64", header("Sec-WebSocket-Key", "not base64 at all!"),
         "handshake-key", 400},
        {"an older version", header("Sec-WebSocket-Version", "8"), "handshake-version", 426},
        {"no version", without("Sec-WebSocket-Version"), "handshake-version", 426},
    };
    return kRefusals;
}

} // namespace

class TestWebSocketHandshake : public QObject {
    Q_OBJECT

  private slots:
    void theRfcsKey();
    void aHandshakeSucceeds();
    void listsOfTokensInAnyCase();
    void refused_data();
    void refused();
    void theClientChecksTheAnswer();
};

void TestWebSocketHandshake::theRfcsKey() {
    QCOMPARE(acceptKey(kKey), std::string("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
}

void TestWebSocketHandshake::aHandshakeSucceeds() {
    const http::Request request = opening();
    QCOMPARE(std::string(*request.headers.find("Sec-WebSocket-Key")), kKey);
    const http::Response answer = answerUpgrade(request);
    QCOMPARE(answer.status, 101);
    QVERIFY(checkAnswer(answer, kKey).has_value());
}

void TestWebSocketHandshake::listsOfTokensInAnyCase() {
    http::Request request = opening();
    request.headers.set("Connection", "keep-alive, upgrade"); // as Firefox sends it
    request.headers.set("Upgrade", "WebSocket");
    QVERIFY(checkUpgrade(request).has_value());
}

void TestWebSocketHandshake::refused_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Refusal& refusal : refusals())
        QTest::newRow(refusal.name) << index++;
}

void TestWebSocketHandshake::refused() {
    QFETCH(int, index);
    const Refusal& refusal = refusals().at(static_cast<std::size_t>(index));
    http::Request request = opening();
    refusal.change(request);
    QCOMPARE(checkUpgrade(request).error().code, std::string(refusal.code));
    const http::Response answer = answerUpgrade(request);
    QCOMPARE(answer.status, refusal.status);
    QCOMPARE(answer.headers.find("Sec-WebSocket-Version").has_value(), refusal.status == 426);
}

void TestWebSocketHandshake::theClientChecksTheAnswer() {
    http::Response answer = answerUpgrade(opening());
    answer.headers.set("Sec-WebSocket-Accept", acceptKey("another"));
    QCOMPARE(checkAnswer(answer, kKey).error().code, std::string("handshake-accept"));
    answer.headers.remove("Connection");
    QCOMPARE(checkAnswer(answer, kKey).error().code, std::string("handshake-connection"));
    answer.status = 200;
    QCOMPARE(checkAnswer(answer, kKey).error(), (Error{"handshake-status", {"200"}, ""}));
}

QTEST_GUILESS_MAIN(TestWebSocketHandshake)
#include "tst_websocket_handshake.moc"
