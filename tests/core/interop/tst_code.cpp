#include "core/interop/client_code.h"
#include "core/interop/server_code.h"
#include "tests/core/interop/code_samples.h"
#include "tests/support/problem_text.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr const char* kOrder = "POST /orders?gift=1 HTTP/1.1\r\n"
                               "Host: shop.example\r\n"
                               "User-Agent: Roundtrip/1.0\r\n"
                               "Cookie: session=abc\r\n"
                               "Content-Type: application/json\r\n"
                               "Content-Length: 31\r\n\r\n"
                               "{\"book\": 7, \"for\": \"O'Neil \\\"\"}";

Route routeOf(const char* json) {
    Problems problems;
    auto routes = readRoutes(nlohmann::json::parse(json), "", problems);
    if (!problems.empty())
        qFatal("%s", describe(problems).c_str());
    return routes.front();
}

/// What node says of a file; skipped where there is no node.
void checkWithNode(const std::string& code) {
    const QString node = QStandardPaths::findExecutable("node");
    if (node.isEmpty())
        QSKIP("node is not installed: apt install nodejs");
    const QTemporaryDir folder;
    QFile file(folder.filePath("code.mjs"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(code));
    file.close();
    QProcess process;
    process.start(node, {"--check", file.fileName()});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError() + code.c_str());
}

} // namespace

class TestCode : public QObject {
    Q_OBJECT

  private slots:
    void aRequestIsReadFromTheWire() {
        const auto request = requestIn(kOrder);
        QVERIFY(request);
        QVERIFY(request->method == http::Method::post);
        QCOMPARE(request->target, std::string("/orders?gift=1"));
        QCOMPARE(request->headers.find("content-type"), std::string_view("application/json"));
        QVERIFY(request->body.starts_with("{\"book\""));
        QVERIFY(!requestIn("HTTP/1.1 200 OK\r\n\r\n"));
        QVERIFY(!requestIn("SELECT 1"));
        QVERIFY(!requestIn(""));
    }

    void whatAPageWritesIsThere_data() {
        QTest::addColumn<int>("style");
        for (std::size_t i = 0; i < kClientStyleNames.size(); ++i)
            QTest::newRow(std::string(kClientStyleNames[i]).c_str()) << static_cast<int>(i);
    }
    void whatAPageWritesIsThere() {
        QFETCH(int, style);
        const std::string code = clientCode(static_cast<ClientStyle>(style), *requestIn(kOrder));
        const QString shown = QString::fromStdString(code);
        QVERIFY(shown.contains("\"/orders?gift=1\""));
        QVERIFY(shown.contains("\"POST\""));
        QVERIFY(shown.contains("book: 7, for: \"O'Neil \\\"\""));
        QVERIFY(shown.contains("\"Content-Type\": \"application/json\""));
        QVERIFY(shown.contains("credentials") || shown.contains("withCredentials"));
        for (const char* own : {"User-Agent", "Host", "session=abc", "Content-Length"})
            QVERIFY2(!shown.contains(own), own);
        QCOMPARE(shown.count('{'), shown.count('}'));
        QCOMPARE(shown.count('('), shown.count(')'));
    }

    void theFetchCodeIsJavaScript() {
        checkWithNode(clientCode(ClientStyle::fetch, *requestIn(kOrder)));
        checkWithNode(
            clientCode(ClientStyle::fetch, *requestIn("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")));
    }

    void aPlainQuestionIsOneLine() {
        const auto request = *requestIn("GET /books/7 HTTP/1.1\r\nHost: shop\r\n\r\n");
        QVERIFY(clientCode(ClientStyle::fetch, request)
                    .starts_with("const response = await fetch(\"/books/7\");\n"));
        QVERIFY(clientCode(ClientStyle::react, request).find("useEffect") != std::string::npos);
        QVERIFY(clientCode(ClientStyle::vue, request).find("onMounted") != std::string::npos);
    }

    void aRouteIsWrittenAsEachFrameworkWritesIt_data() {
        QTest::addColumn<int>("framework");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, Framework framework, const char* code) {
            QTest::newRow(name) << static_cast<int>(framework) << QString(code).remove(0, 1);
        };
        row("Django", Framework::django, kInDjango);
        row("Flask", Framework::flask, kInFlask);
        row("Express", Framework::express, kInExpress);
        row("Rails", Framework::rails, kInRails);
    }
    void aRouteIsWrittenAsEachFrameworkWritesIt() {
        QFETCH(int, framework);
        QFETCH(QString, code);
        QCOMPARE(QString::fromStdString(
                     serverCode(static_cast<Framework>(framework), routeOf(kRoute), nullptr)),
                 code);
    }

    void branchesAndLoopsAreThoseOfTheLanguage() {
        const Route route = routeOf(R"([{"method": "POST", "path": "/x", "handler": [
            {"do": "when", "condition": "a == 1 and not b", "then": [],
             "otherwise": [{"do": "respond", "status": 404}]},
            {"do": "for_each", "rows": "lines", "as": "line", "handler": [
                {"do": "when", "condition": "line in lines", "then": [{"do": "logout"}]}]},
            {"do": "repeat", "times": 3, "handler": []}]}])");
        const auto has = [&](Framework framework, const std::vector<const char*>& lines) {
            const QString code = QString::fromStdString(serverCode(framework, route, nullptr));
            for (const char* line : lines)
                QVERIFY2(code.contains(line), qPrintable(QString(line) + "\n" + code));
        };
        has(Framework::flask,
            {"if a == 1 and not b:\n        pass\n    else:\n", "for line in lines:", "if holds(",
             "for round in range(1, 4):\n        pass"});
        has(Framework::express,
            {"if (a === 1 && !b) {\n", "} else {", "for (const line of lines) {",
             "for (let round = 1; round <= 3; round += 1) {"});
        has(Framework::rails, {"if a == 1 and not b\n", "\n  else\n", "lines.each do |line|",
                               "(1..3).each do |round|"});
    }

    void theOrmSpeaksTheFrameworksWords() {
        const auto schema = orm::readSchema(nlohmann::json::parse(kModels));
        QVERIFY(schema);
        const Route route = routeOf(kOrmRoute);
        const auto code = [&](Framework framework) {
            return QString::fromStdString(serverCode(framework, route, &*schema));
        };
        QVERIFY(code(Framework::django).contains("Book.objects.filter(title='Emma')"));
        QVERIFY(code(Framework::flask).contains("select(Book)"));
        QVERIFY(code(Framework::express).contains("await prisma.book.findMany"));
        QVERIFY(code(Framework::rails).contains("Book.where"));
    }
};

QTEST_APPLESS_MAIN(TestCode)
#include "tst_code.moc"
