#include "core/realtime/event_stream.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::realtime;
using namespace roundtrip::test;

namespace {

/// "type/id: data|", with line ends as \n.
std::string eventsOf(const std::string& stream, std::size_t piece = 1) {
    EventStreamParser parser;
    std::string said;
    for (std::size_t at = 0; at < stream.size(); at += piece) {
        for (const StreamEvent& event : parser.feed(std::string_view(stream).substr(at, piece)))
            said += event.type + "/" + event.id + ": " + event.data + "|";
    }
    return said;
}

} // namespace

class TestEventStream : public QObject {
    Q_OBJECT

  private slots:
    void theStandardsExamples_data();
    void theStandardsExamples();
    void reconnectingKeepsTheId();
    void retryIsDigitsOnly();
    void whatIsEncodedIsParsed();
};

void TestEventStream::theStandardsExamples_data() {
    QTest::addColumn<QString>("stream");
    QTest::addColumn<QString>("events");
    const auto row = [](const char* name, const char* stream, const char* events) {
        QTest::newRow(name) << QString(stream) << QString(events);
    };
    // HTML Living Standard, section 9.2.6
    row("stocks", "data: YHOO\ndata: +2\ndata: 10\n\n", "message/: YHOO\n+2\n10|");
    row("four blocks",
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
        "\n",
        "message/1: first event|message/: second event|message/:  third event|");
    row("empty data", "data\n\ndata\ndata\n\ndata:", "message/: |message/: \n|");
    row("with and without a space", "data:test\n\ndata: test\n\n",
        "message/: test|message/: test|");
    row("types", "event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n",
        "add/: 73857293|remove/: 2153|");
    row("carriage returns", "data: a\r\rdata: b\r\n\r\ndata: c\n\r\n",
        "message/: a|message/: b|message/: c|");
    row("an id stays", "id: 7\ndata: a\n\ndata: b\n\n", "message/7: a|message/7: b|");
    row("an id alone", "id: 7\n\ndata: b\n\n", "message/7: b|");
    row("unknown fields", "colour: red\nDATA: no\ndata: yes\n\n", "message/: yes|");
    row("a type without data is dropped", "event: add\n\ndata: x\n\n", "message/: x|");
    row("a byte order mark",
        "\xEF\xBB\xBF"
        "data: x\n\n",
        "message/: x|");
}

void TestEventStream::theStandardsExamples() {
    QFETCH(QString, stream);
    QFETCH(QString, events);
    for (const std::size_t piece : {1U, 3U, 1000U})
        QCOMPARE(eventsOf(stream.toStdString(), piece), events.toStdString());
}

void TestEventStream::reconnectingKeepsTheId() {
    EventStreamParser parser;
    QCOMPARE(parser.feed("id: 41\ndata: whole\n\nid: 42\ndata: half").size(), 1U);
    parser.reconnected();
    QCOMPARE(parser.lastEventId(), std::string("41"));
    const auto events = parser.feed("data: next\n\n");
    QCOMPARE(events.size(), 1U);
    QCOMPARE(events.front(), (StreamEvent{.data = "next", .id = "41"}));
}

void TestEventStream::retryIsDigitsOnly() {
    EventStreamParser parser;
    parser.feed("retry: soon\nretry: -5\n\n");
    QVERIFY(!parser.retry());
    parser.feed(encodeRetry(SimTime::seconds(3)));
    QCOMPARE(parser.retry()->ns(), SimTime::seconds(3).ns());
    parser.feed("retry: 99999999999999999999\n\n");
    QCOMPARE(parser.retry()->ns(), SimTime::seconds(3).ns());
}

void TestEventStream::whatIsEncodedIsParsed() {
    const std::string broken = counterexample(300, [] {
        const auto letters = rc::gen::container<std::string>(rc::gen::element('a', ':', ' ', '\n'));
        StreamEvent event{.data = *letters, .id = "5"};
        event.type = *rc::gen::element<std::string>("message", "price");
        EventStreamParser parser;
        const auto events = parser.feed(encodeComment("still here") + encode(event));
        RC_ASSERT(events == std::vector<StreamEvent>{event});
    });
    QCOMPARE(broken, std::string());
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_event_stream.moc"
