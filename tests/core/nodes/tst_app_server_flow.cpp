#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

/// A browser, an app server with one route GET /x and a cache that shows what the blocks wrote.
SceneRun shop(const std::string& handler) {
    return SceneRun(sceneOf(R"({"format": 1, "title": "Shop", "nodes": [
        {"id": "browser", "kind": "browser", "name": "Browser"},
        {"id": "cache", "kind": "cache", "name": "Cache"},
        {"id": "app", "kind": "app_server", "name": "Shop", "parameters": {
            "middleware": [{"use": "body_parser"}],
            "routes": [{"methods": ["GET", "POST"], "path": "/x", "handler": )" +
                            handler + R"(}]}}],
        "links": [{"from": "browser", "to": "app"}, {"from": "app", "to": "cache"}]})"));
}

/// What was told of branches and loops, a line each: "when holds quantity > 5 (quantity = 7)".
std::vector<std::string> decisions(const SceneRun& run) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < run.trace().size(); ++i) {
        const Fact& fact = run.trace()[i];
        const auto add = [&](TextId check, TextId reason) {
            std::string line = run.text(check) + " " + run.text(reason);
            std::ranges::replace(line, '\n', ' ');
            if (line.starts_with("when") || line.starts_with("loop"))
                lines.push_back(line);
        };
        if (fact.is<CheckPassed>())
            add(fact.as<CheckPassed>().check, fact.as<CheckPassed>().reason);
        else if (fact.is<CheckFailed>())
            add(fact.as<CheckFailed>().check, fact.as<CheckFailed>().reason);
    }
    return lines;
}

using Lines = std::vector<std::string>;

const char* const kBranch = R"([
    {"do": "when", "condition": "quantity > 5",
     "then": [{"do": "respond", "status": 202}],
     "otherwise": [{"do": "when", "condition": "quantity", "then": []}]},
    {"do": "respond", "status": 204}])";

} // namespace

class TestAppServerFlow : public QObject {
    Q_OBJECT

  private slots:
    void aConditionChoosesTheWay() {
        SceneRun run = shop(kBranch);
        QCOMPARE(asked(run, "/x", "POST", R"({"quantity": 7})").substr(0, 3), std::string("202"));
        QCOMPARE(decisions(run), Lines{"when holds quantity > 5 (quantity = 7)"});
    }

    void theOtherWayGoesOnBehindIt() {
        SceneRun run = shop(kBranch);
        QCOMPARE(asked(run, "/x", "POST", R"({"quantity": 2})").substr(0, 3), std::string("204"));
        QCOMPARE(decisions(run), (Lines{"when fails quantity > 5 (quantity = 2)",
                                        "when holds quantity (quantity = 2)"}));
    }

    void whoIsSignedInCanBeAskedFor() {
        SceneRun run = shop(R"([{"do": "when", "condition": "user.is_authenticated",
            "then": [{"do": "respond"}], "otherwise": [{"do": "respond", "status": 401}]}])");
        QCOMPARE(asked(run, "/x").substr(0, 3), std::string("401"));
    }

    void eachMemberOfAListHasItsTurn() {
        SceneRun run = shop(R"([
            {"do": "for_each", "rows": "order.lines", "as": "line", "handler": [
                {"do": "cache_set", "key": "line:{line_id}", "value": "{line_name}"},
                {"do": "when", "condition": "line.last", "then": [{"do": "respond"}]}]},
            {"do": "respond", "status": 500}])");
        const std::string answer = asked(run, "/x", "POST", R"({"order": {"lines": [
            {"id": 1, "name": "pen"}, {"id": 2, "last": true}, {"id": 3}]}})");
        QCOMPARE(answer.substr(0, 3), std::string("200")); // and the third has no turn any more
        QCOMPARE(run.count<CacheStored>(), std::size_t{2});
        QCOMPARE(decisions(run)[0], std::string("loop round 1 3"));
        // Nothing of the first one is left in the second: its name is not known there.
        QCOMPARE(answer.substr(4), std::string(R"("{line_name}")"));
    }

    void withNothingInItNothingRuns() {
        SceneRun run = shop(R"([{"do": "for_each", "rows": "lines",
            "handler": [{"do": "respond", "status": 500}]}, {"do": "respond"}])");
        QCOMPARE(asked(run, "/x", "POST", R"({"lines": []})").substr(0, 3), std::string("200"));
        QCOMPARE(decisions(run), Lines{"loop empty lines"});
    }

    void whatIsNoListIsAnError_data() {
        QTest::addColumn<QString>("body");
        QTest::newRow("not there") << "{}";
        QTest::newRow("a text") << R"({"lines": "a"})";
        QTest::newRow("an object") << R"({"lines": {"a": 1}})";
    }
    void whatIsNoListIsAnError() {
        QFETCH(QString, body);
        SceneRun run = shop(R"([{"do": "for_each", "rows": "lines", "handler": []}])");
        QCOMPARE(asked(run, "/x", "POST", body.toStdString()).substr(0, 3), std::string("500"));
        QCOMPARE(run.text(run.all<HandlerFailed>().at(0).reason), std::string("not-a-list\nlines"));
    }

    void aRoundKnowsItsNumber() {
        SceneRun run = shop(R"([{"do": "repeat", "times": 3, "as": "n", "handler": [
            {"do": "cache_set", "key": "k{n}", "value": "{n}"}]}, {"do": "respond"}])");
        QCOMPARE(asked(run, "/x").substr(4), std::string("3"));
        QCOMPARE(decisions(run), (Lines{"loop round 1 3", "loop round 2 3", "loop round 3 3"}));
    }

    void allLoopsOfARequestTogetherAreBounded() {
        SceneRun run = shop(R"([{"do": "repeat", "times": 600, "handler": [
            {"do": "repeat", "times": 600, "handler": []}]}, {"do": "respond"}])");
        QCOMPARE(asked(run, "/x").substr(0, 3), std::string("200"));
        const Lines told = decisions(run);
        QCOMPARE(std::ranges::count_if(
                     told, [](const std::string& line) { return line.starts_with("loop round"); }),
                 std::ptrdiff_t{1000});
        QCOMPARE(told.back(), std::string("loop cut 2 600")); // the outer one
        QCOMPARE(std::ranges::count(told, "loop cut 398 600"), std::ptrdiff_t{1});
    }
};

QTEST_APPLESS_MAIN(TestAppServerFlow)
#include "tst_app_server_flow.moc"
