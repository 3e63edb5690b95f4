#include "core/http/message.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <string>

using namespace roundtrip::http;

class TestMessage : public QObject {
    Q_OBJECT

  private slots:
    void aRequestIsWrittenAsOnTheWire();
    void aResponseIsWrittenAsOnTheWire();
    void anEmptyMessageHasItsEmptyLine();
    void aStatusHasItsPhrase_data();
    void aStatusHasItsPhrase();
    void thePathEndsAtTheQuery();
};

void TestMessage::aRequestIsWrittenAsOnTheWire() {
    const Request request{Method::put,
                          "/users/7?notify=no",
                          {{"Host", "shop.example"}, {"Content-Length", "15"}},
                          R"({"city":"Oslo"})"};
    QCOMPARE(wireText(request), std::string("PUT /users/7?notify=no HTTP/1.1\r\n"
                                            "Host: shop.example\r\n"
                                            "Content-Length: 15\r\n"
                                            "\r\n"
                                            "{\"city\":\"Oslo\"}"));
}

void TestMessage::aResponseIsWrittenAsOnTheWire() {
    const Response response{404, {{"Content-Length", "0"}}, ""};
    QCOMPARE(wireText(response),
             std::string("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
}

void TestMessage::anEmptyMessageHasItsEmptyLine() {
    QCOMPARE(wireText(Request()), std::string("GET / HTTP/1.1\r\n\r\n"));
    QCOMPARE(wireText(Response()), std::string("HTTP/1.1 200 OK\r\n\r\n"));
    // RFC 9112, 4: the space after the code stays when there is no phrase.
    QCOMPARE(wireText(Response{299, {}, ""}), std::string("HTTP/1.1 299 \r\n\r\n"));
}

void TestMessage::aStatusHasItsPhrase_data() {
    QTest::addColumn<QString>("phrase");
    QTest::newRow("200") << "OK";
    QTest::newRow("204") << "No Content";
    QTest::newRow("304") << "Not Modified";
    QTest::newRow("405") << "Method Not Allowed";
    QTest::newRow("413") << "Content Too Large";
    QTest::newRow("422") << "Unprocessable Content";
    QTest::newRow("429") << "Too Many Requests";
    QTest::newRow("503") << "Service Unavailable";
    QTest::newRow("299") << "";
    QTest::newRow("0") << "";
}

void TestMessage::aStatusHasItsPhrase() {
    QFETCH(QString, phrase);
    const int status = QByteArray(QTest::currentDataTag()).toInt();
    QCOMPARE(QString::fromStdString(std::string(reasonPhrase(status))), phrase);
}

void TestMessage::thePathEndsAtTheQuery() {
    QCOMPARE(std::string(pathOf("/users/7?notify=no?")), std::string("/users/7"));
    QCOMPARE(std::string(pathOf("/users/7")), std::string("/users/7"));
    QCOMPARE(std::string(pathOf("?a=b")), std::string());
}

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
