#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);

/// A browser and an app server whose answer to /page has these fields.
Scene pageWith(const nlohmann::json& fields) {
    const nlohmann::json route = {
        {"method", "GET"},
        {"path", "/page"},
        {"handler",
         {{{"do", "query"}, {"sql", "SELECT city FROM users WHERE id = 1"}},
          {{"do", "respond"}, {"headers", fields}}}}};
    const nlohmann::json scene = {
        {"format", 1},
        {"nodes",
         {{{"id", "browser"}, {"kind", "browser"}},
          {{"id", "app"}, {"kind", "app_server"}, {"parameters", {{"routes", {route}}}}},
          {{"id", "db"}, {"kind", "sql_database"}}}},
        {"links", {{{"from", "browser"}, {"to", "app"}}, {{"from", "app"}, {"to", "db"}}}}};
    return sceneOf(scene.dump());
}

/// How many of the requests at these seconds went to the server.
std::size_t askedAt(const nlohmann::json& fields, std::initializer_list<double> seconds,
                    const std::string& headers = {}) {
    SceneRun run(pageWith(fields));
    for (const double at : seconds) {
        const std::string error = run.give(SimTime::fromSeconds(at), "browser", "send",
                                           {{"target", "/page"}, {"headers", headers}});
        if (!error.empty())
            qFatal("%s", error.c_str());
    }
    run.runToTheEnd();
    return run.count<RouteMatched>();
}

} // namespace

class TestBrowserCache : public QObject {
    Q_OBJECT

  private slots:
    void itAsksWhenItHasTo_data();
    void itAsksWhenItHasTo();
    void anotherLanguageIsAnotherAnswer();
    void aCopyIsValidatedAndRenewed();
    void anOldCopyIsShownWhileItAsks();
};

void TestBrowserCache::itAsksWhenItHasTo_data() {
    QTest::addColumn<QString>("control");
    QTest::addColumn<QString>("age");
    QTest::addColumn<QString>("request");
    QTest::addColumn<int>("requests"); // of three, at 0, 30 and 70 s
    const auto row = [](const char* name, const char* control, const char* age, const char* request,
                        int requests) {
        QTest::newRow(name) << QString(control) << QString(age) << QString(request) << requests;
    };
    row("for a minute", "max-age=60", "0", "", 2);
    row("it was old already", "max-age=60", "40", "", 3);
    row("by the person alone", "private, max-age=100", "0", "", 1);
    row("not what is for others", "s-maxage=100", "0", "", 3);
    row("never", "no-store, max-age=100", "0", "", 3);
    row("only after asking", "no-cache, max-age=100", "0", "", 3);
    row("the person reloads", "max-age=100", "0", "Cache-Control: no-cache", 3);
    row("the person takes it old", "max-age=60, stale-while-revalidate=60", "0",
        "Cache-Control: max-stale=30", 1);
}

void TestBrowserCache::itAsksWhenItHasTo() {
    QFETCH(QString, control);
    QFETCH(QString, age);
    QFETCH(QString, request);
    QFETCH(int, requests);
    const nlohmann::json fields = {{"Cache-Control", control.toStdString()},
                                   {"Age", age.toStdString()}};
    QCOMPARE(askedAt(fields, {0, 30, 70}, request.toStdString()),
             static_cast<std::size_t>(requests));
}

void TestBrowserCache::anotherLanguageIsAnotherAnswer() {
    SceneRun run(pageWith({{"Cache-Control", "max-age=60"}, {"Vary", "Accept-Language"}}));
    int at = 0;
    for (const char* language : {"es", "es", "en", "en"})
        run.give(at++ * second, "browser", "send",
                 {{"target", "/page"}, {"headers", std::string("Accept-Language: ") + language}});
    run.runToTheEnd();
    QCOMPARE(run.count<RouteMatched>(), 2U);
    QCOMPARE(run.count<CacheHit>(), 2U);
}

void TestBrowserCache::aCopyIsValidatedAndRenewed() {
    SceneRun run(loadScene("tests/scenes/library.roundtrip"));
    for (const int at : {0, 1, 2})
        run.send(at * second, "/books/1");
    run.runToTheEnd();
    QVERIFY(statusesOf(run) == std::vector<std::uint32_t>({200, 200, 200}));
    const auto answers = answersOf(run);
    QCOMPARE(answers.at(0).substr(9, 3), std::string("200"));
    QCOMPARE(answers.at(1).substr(9, 3), std::string("304"));
    QCOMPARE(answers.at(2).substr(9, 3), std::string("304"));
}

void TestBrowserCache::anOldCopyIsShownWhileItAsks() {
    SceneRun run(pageWith({{"Cache-Control", "max-age=10, stale-while-revalidate=30"}}));
    for (const int at : {0, 20, 21})
        run.send(at * second, "/page");
    run.runToTheEnd();
    const auto finished = run.facts<RequestFinished>();
    QVERIFY(finished.at(1).time == 20 * second); // at once
    QVERIFY(finished.at(2).time == 21 * second); // with the renewed one
    QCOMPARE(run.count<RouteMatched>(), 2U);
}

QTEST_APPLESS_MAIN(TestBrowserCache)
#include "tst_browser_cache.moc"
