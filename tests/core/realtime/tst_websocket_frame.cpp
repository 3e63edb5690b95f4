#include "core/kernel/encoding.h"
#include "core/realtime/websocket_frame.h"
#include "core/realtime/websocket_handshake.h"
#include "tests/support/peer.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::realtime;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr std::size_t kMost = 1 << 20;
constexpr Mask kMask{0x37, 0xfa, 0x21, 0x3d};

/// "text fin Hello | error frame-utf8 1007": what a receiver makes of the bytes, in pieces.
std::string received(const std::string& bytes, bool expectsMasks, std::size_t piece = 7) {
    FrameDecoder decoder(expectsMasks, kMost);
    MessageAssembler assembler(kMost);
    std::string said;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        decoder.feed(std::string_view(bytes).substr(at, piece));
        while (true) {
            auto frame = decoder.next();
            if (frame && !*frame)
                break;
            auto message =
                frame ? assembler.add(std::move(**frame))
                      : tl::expected<std::optional<Frame>, Error>(tl::unexpected(frame.error()));
            if (!message)
                return said + "error " + message.error().code + " " +
                       std::to_string(closeCodeFor(message.error()));
            if (*message && (*message)->opcode == Opcode::close) {
                const Close close = *readClose((*message)->payload);
                said += "close " +
                        (close.code == close_code::kNone
                             ? ""
                             : std::to_string(close.code) + " " + close.reason) +
                        "; ";
            } else if (*message)
                said += std::string(nameOf((*message)->opcode)) + " " + (*message)->payload + "; ";
        }
    }
    return said;
}

std::string bytesOf(const char* digits) {
    return *fromHex(digits);
}

struct Wrong {
    const char* name;
    std::string bytes; ///< as a client sends them
    const char* code;
    int closeCode;
};
std::string masked(Frame frame) {
    frame.mask = kMask;
    return encode(frame);
}
std::vector<Wrong> wrongFrames() {
    const std::string fragment = masked({.isFinal = false, .payload = "a"});
    return {
        {"reserved bit", bytesOf("c18537fa213d7f9f4d5158"), "frame-reserved-bits", 1002},
        {"reserved opcode", bytesOf("838037fa213d"), "frame-opcode", 1002},
        {"reserved control opcode", bytesOf("8b8037fa213d"), "frame-opcode", 1002},
        {"long ping", bytesOf("89fe007e37fa213d"), "frame-control-long", 1002},
        {"fragmented ping", bytesOf("098037fa213d"), "frame-control-fragmented", 1002},
        {"no mask", bytesOf("810548656c6c6f"), "frame-mask", 1002},
        {"continuation of nothing", masked({.opcode = Opcode::continuation, .payload = "b"}),
         "frame-continuation", 1002},
        {"message in message", fragment + masked({.payload = "b"}), "frame-interrupted", 1002},
        {"text that is none", masked({.payload = "\xC0\xAF"}), "frame-utf8", 1007},
        {"close of one byte", masked({.opcode = Opcode::close, .payload = "\x03"}),
         "frame-close-length", 1002},
        {"close 1005", masked({.opcode = Opcode::close, .payload = "\x03\xED"}), "frame-close-code",
         1002},
        {"close 1006", masked({.opcode = Opcode::close, .payload = "\x03\xEE"}), "frame-close-code",
         1002},
        {"close 1015", masked({.opcode = Opcode::close, .payload = "\x03\xF7"}), "frame-close-code",
         1002},
        {"close 999", masked({.opcode = Opcode::close, .payload = "\x03\xE7"}), "frame-close-code",
         1002},
        {"close with broken words", masked({.opcode = Opcode::close, .payload = "\x03\xE8\xFF"}),
         "frame-utf8", 1007},
        {"too big", masked({.opcode = Opcode::binary, .payload = std::string(kMost + 1, 'x')}),
         "frame-too-big", 1009},
    };
}

rc::Gen<Frame> anyFrame() {
    return rc::gen::map(
        rc::gen::tuple(rc::gen::element<std::size_t>(0, 1, 125, 126, 127, 65535, 65536, 70000),
                       rc::gen::arbitrary<Mask>(), rc::gen::arbitrary<bool>(),
                       rc::gen::element(Opcode::binary, Opcode::ping, Opcode::pong)),
        [](const std::tuple<std::size_t, Mask, bool, Opcode>& drawn) {
            const auto& [size, mask, isFinal, opcode] = drawn;
            Frame frame{.isFinal = isFinal || isControl(opcode), .opcode = opcode, .mask = mask};
            frame.payload.resize(isControl(opcode) ? std::min<std::size_t>(size, 125) : size);
            for (std::size_t i = 0; i < frame.payload.size(); ++i)
                frame.payload[i] = static_cast<char>(i * 7 + mask[0]);
            return frame;
        });
}

} // namespace

class TestWebSocketFrame : public QObject {
    Q_OBJECT

  private slots:
    void theRfcsExamples_data();
    void theRfcsExamples();
    void theRfcsLengths_data();
    void theRfcsLengths();
    void whatIsEncodedIsDecoded();
    void wrongFramesAreRefused_data();
    void wrongFramesAreRefused();
    void aPingMayStandBetweenFragments();
    void charactersMayBeCutByFragments();
    void closeCodesThatMayCrossTheWire();
    void aLongCloseReasonIsCutAtACharacter();
    void thePackageWsAgrees();
};

void TestWebSocketFrame::theRfcsExamples_data() {
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<bool>("isFromClient");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("unmasked text") << "810548656c6c6f" << false << "text Hello; ";
    QTest::newRow("masked text") << "818537fa213d7f9f4d5158" << true << "text Hello; ";
    QTest::newRow("fragments") << "010348656c80026c6f" << false << "text Hello; ";
    QTest::newRow("ping") << "890548656c6c6f" << false << "ping Hello; ";
    QTest::newRow("masked pong") << "8a8537fa213d7f9f4d5158" << true << "pong Hello; ";
}

void TestWebSocketFrame::theRfcsExamples() {
    QFETCH(QString, bytes);
    QFETCH(bool, isFromClient);
    QFETCH(QString, meaning);
    for (const std::size_t piece : {1U, 2U, 100U})
        QCOMPARE(received(*fromHex(bytes.toStdString()), isFromClient, piece),
                 meaning.toStdString());
}

void TestWebSocketFrame::theRfcsLengths_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("header");
    QTest::newRow("256 bytes") << 256 << "827e0100";
    QTest::newRow("64 KiB") << 65536 << "827f0000000000010000";
    QTest::newRow("125 bytes") << 125 << "827d";
    QTest::newRow("126 bytes") << 126 << "827e007e";
}

void TestWebSocketFrame::theRfcsLengths() {
    QFETCH(int, size);
    QFETCH(QString, header);
    const std::string payload(static_cast<std::size_t>(size), 'x');
    const Frame frame{.opcode = Opcode::binary, .payload = payload};
    QCOMPARE(hex(headerOf(frame)), header.toStdString());
    QCOMPARE(headerOf(frame).size(), headerSize(payload.size(), false));
}

void TestWebSocketFrame::whatIsEncodedIsDecoded() {
    const std::string broken = counterexample(200, [] {
        const Frame frame = *anyFrame();
        const auto piece = *rc::gen::inRange<std::size_t>(1, 100000);
        const std::string bytes = encode(frame);
        RC_ASSERT(bytes.size() == headerSize(frame.payload.size(), true) + frame.payload.size());
        FrameDecoder decoder(true, kMost);
        std::optional<Frame> got;
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            decoder.feed(std::string_view(bytes).substr(at, piece));
            const auto next = decoder.next();
            RC_ASSERT(next.has_value());
            RC_ASSERT(next->has_value() == (at + piece >= bytes.size()));
            got = *next;
        }
        RC_ASSERT(got == frame);
    });
    QCOMPARE(broken, std::string());
}

void TestWebSocketFrame::wrongFramesAreRefused_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Wrong& wrong : wrongFrames())
        QTest::newRow(wrong.name) << index++;
}

void TestWebSocketFrame::wrongFramesAreRefused() {
    QFETCH(int, index);
    const Wrong wrong = wrongFrames().at(static_cast<std::size_t>(index));
    QCOMPARE(received(wrong.bytes, true, wrong.bytes.size()),
             "error " + std::string(wrong.code) + " " + std::to_string(wrong.closeCode));
}

void TestWebSocketFrame::aPingMayStandBetweenFragments() {
    const std::string bytes = encode({.isFinal = false, .payload = "Hel"}) +
                              encode({.opcode = Opcode::ping, .payload = "?"}) +
                              encode({.opcode = Opcode::continuation, .payload = "lo"});
    QCOMPARE(received(bytes, false), std::string("ping ?; text Hello; "));
}

void TestWebSocketFrame::charactersMayBeCutByFragments() {
    const std::string bytes = encode({.isFinal = false, .payload = "caf\xC3"}) +
                              encode({.opcode = Opcode::continuation, .payload = "\xA9"});
    QCOMPARE(received(bytes, false), std::string("text café; "));
}

void TestWebSocketFrame::closeCodesThatMayCrossTheWire() {
    std::string ranges;
    for (int code = 0; code < 65536; ++code) {
        const bool may = mayBeSent(static_cast<std::uint16_t>(code));
        if (may != mayBeSent(static_cast<std::uint16_t>(code - 1)))
            ranges += std::to_string(may ? code : code - 1) + (may ? "-" : " ");
    }
    QCOMPARE(ranges, std::string("1000-1003 1007-1014 3000-4999 "));
    QCOMPARE(closePayload({.code = close_code::kAbnormal}), std::string());
    QCOMPARE(*readClose(closePayload({.code = 1001, .reason = "bye"})),
             (Close{.code = 1001, .reason = "bye"}));
    QCOMPARE(readClose("")->code, close_code::kNone);
}

void TestWebSocketFrame::aLongCloseReasonIsCutAtACharacter() {
    std::string reason(122, 'x');
    reason += "é";
    const std::string payload = closePayload({.code = 1000, .reason = reason});
    QCOMPARE(payload.size(), 124U);
    QVERIFY(readClose(payload).has_value());
}

void TestWebSocketFrame::thePackageWsAgrees() {
    Json decode = Json::array();
    std::vector<std::string> ours;
    const auto give = [&](const std::string& bytes) {
        decode.push_back(hex(bytes));
        ours.push_back(received(bytes, true, bytes.size()));
    };
    for (const std::size_t size : {0U, 1U, 125U, 126U, 65535U, 65536U})
        give(masked({.payload = std::string(size, 'h')}));
    give(masked({.isFinal = false, .payload = "caf\xC3"}) +
         masked({.opcode = Opcode::ping, .payload = "?"}) +
         masked({.opcode = Opcode::continuation, .payload = "\xA9"}));
    give(masked({.opcode = Opcode::pong, .payload = "!"}));
    for (const std::uint16_t code : {1000, 1001, 1003, 1007, 1011, 1014, 3000, 4999})
        give(masked({.opcode = Opcode::close, .payload = closePayload({code, "why é"})}));
    give(masked({.opcode = Opcode::close}));
    for (const Wrong& wrong : wrongFrames())
        give(wrong.bytes);
    Json keys = Json::array();
    for (const char letter : {'a', 'b', 'c'})
        keys.push_back(base64(std::string(16, letter)));
    const PeerAnswer answer = askNode(
        "websocket_ws.js", {{"decode", decode}, {"most", kMost}, {"encode", true}, {"keys", keys}});
    if (!answer.json)
        QSKIP("ws is not installed: npm install in tests/peers, then NODE_PATH");
    for (std::size_t i = 0; i < ours.size(); ++i)
        QCOMPARE(ours[i].substr(0, 200),
                 (*answer.json)["decoded"][i].get<std::string>().substr(0, 200));
    for (const Json& sent : (*answer.json)["encoded"])
        QCOMPARE(received(*fromHex(sent["bytes"].get<std::string>()), sent["isFromClient"]),
                 sent["meaning"].get<std::string>());
    for (std::size_t i = 0; i < keys.size(); ++i)
        QCOMPARE(acceptKey(keys[i].get<std::string>()),
                 (*answer.json)["accepted"][i].get<std::string>());
}

QTEST_GUILESS_MAIN(TestWebSocketFrame)
#include "tst_websocket_frame.moc"
