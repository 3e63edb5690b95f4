#include "core/caching/http_freshness.h"

#include <QTest>

using namespace roundtrip;

class TestHttpFreshness : public QObject {
    Q_OBJECT

  private slots:
    void aResponseMayBeKept_data();
    void aResponseMayBeKept();
};

void TestHttpFreshness::aResponseMayBeKept_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    QTest::addColumn<qint64>("seconds"); // 0: not at all
    const auto row = [](const char* name, const char* method, int status, const char* field,
                        qint64 seconds) {
        QTest::newRow(name) << QString(method) << status << QString(field) << seconds;
    };
    row("for a minute", "GET", 200, "max-age=60", 60);
    row("by us alone", "GET", 200, "private, max-age=60", 60);
    row("by all", "GET", 200, "public, max-age=60", 60);
    row("until it must be asked for", "GET", 200, "max-age=60, must-revalidate", 60);
    row("for a very long time", "GET", 200, "max-age=99999999999", 2147483648);
    row("nothing is said", "GET", 200, "", 0);
    row("no age is said", "GET", 200, "public", 0);
    row("an age of zero", "GET", 200, "max-age=0", 0);
    row("never", "GET", 200, "no-store, max-age=60", 0);
    row("only after asking", "GET", 200, "no-cache, max-age=60", 0);
    row("an age for others", "GET", 200, "s-maxage=60", 0);
    row("an update", "PUT", 200, "max-age=60", 0);
    row("a head", "HEAD", 200, "max-age=60", 0);
    row("an error", "GET", 404, "max-age=60", 0);
    row("a part", "GET", 206, "max-age=60", 0);
}

void TestHttpFreshness::aResponseMayBeKept() {
    QFETCH(QString, method);
    QFETCH(int, status);
    QFETCH(QString, field);
    QFETCH(qint64, seconds);
    http::Request request;
    request.method = *http::parseMethod(method.toStdString());
    http::Response response{.status = status};
    if (!field.isEmpty())
        response.headers.set("cache-control", field.toStdString());
    const auto freshness = privateFreshness(request, response);
    QCOMPARE(freshness.has_value(), seconds > 0);
    QVERIFY(!freshness || *freshness == SimTime::seconds(seconds));
}

QTEST_APPLESS_MAIN(TestHttpFreshness)
#include "tst_http_freshness.moc"
