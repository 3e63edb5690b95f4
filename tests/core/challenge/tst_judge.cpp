#include "core/challenge/judge.h"
#include "tests/support/problem_text.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

/// One request every 100 ms for 10 s; the shop takes 20 ms for each and costs 0.05 and 0.02 a
/// worker.
Json soundChallenge() {
    return Json::parse(R"({
        "format": 1, "id": "shop", "title": {"en": "Shop"}, "story": {"en": "Shop."},
        "scene": {
            "format": 1, "seed": 4,
            "nodes": [
                {"id": "people", "kind": "crowd", "parameters": {
                    "between": "100 ms", "requests": [{"target": "/{key}"}]}},
                {"id": "wall", "kind": "rate_limiter", "name": "Wall", "parameters": {"limit": 50}},
                {"id": "shop", "kind": "app_server", "name": "Shop", "parameters": {
                    "workers": 2, "overhead": "0 s", "routes": [{"method": "GET",
                        "path": "/<int:id>", "handler": [{"do": "compute", "time": "20 ms"}]}]}}
            ],
            "links": [
                {"from": "people", "to": "wall", "latency": "5 ms"},
                {"from": "wall", "to": "shop", "latency": "2 ms"}
            ]
        },
        "fixed": ["people", "wall"],
        "parts": ["app_server", "load_balancer"],
        "settings": {"app_server": ["workers"], "rate_limiter": ["limit"], "link": ["loss"]},
        "duration": "10 s",
        "budget": 0.2,
        "goals": [
            {"fact": "request_finished", "status": 200, "at_least": 95, "text": {"en": "Many"}},
            {"metric": "p95_latency", "at_most": "50 ms", "text": {"en": "Quick"}}
        ],
        "stars": [0.15, 0.1]
    })");
}

Challenge challengeOf(const Json& json) {
    const ChallengeReading reading = readChallenge(json.dump());
    if (!reading.challenge) {
        qFatal("%s", describe(reading.problems).c_str());
    }
    return *reading.challenge;
}

Scene sceneOf(const Json& json) {
    const SceneReading reading = readSceneDocument(json);
    if (!reading.scene) {
        qFatal("%s", describe(reading.problems).c_str());
    }
    return *reading.scene;
}

/// The beginning with one member changed.
Scene changed(const char* pointer, const Json& value) {
    Json scene = soundChallenge()["scene"];
    scene[Json::json_pointer(pointer)] = value;
    return sceneOf(scene);
}

Json faultOf(const char* target, const char* action) {
    return {{"at", "2 s"}, {"target", target}, {"action", action}};
}

} // namespace

class TestJudge : public QObject {
    Q_OBJECT

  private slots:
    void aBrokenRuleIsNamed_data();
    void aBrokenRuleIsNamed();
    void whatIsFreeMayBeChanged();
    void anAddedPartIsAsAnyOfItsKind();
    void withABrokenRuleNothingIsRun();
    void whatTheScheduleNamesMustBeThere();
    void starsFollowThePrice_data();
    void starsFollowThePrice();
    void theScoreCountsGoalsAndSaving();
    void aGoalCountsWithEverySeedOnly();
    void theWorstFigureIsKept();
    void withoutSeedsTheScenesOwnIsTaken();
    void whoDoesNotGoOnCancels();
    void aSolutionsOwnScheduleIsIgnored();
    void theChallengesScheduleIsFollowed();
};

void TestJudge::aBrokenRuleIsNamed_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* change, const char* problem) {
        QTest::newRow(name) << QString(change) << QString(problem);
    };
    row("a fixed part is gone",
        R"([{"op": "remove", "path": "/links/0"}, {"op": "remove", "path": "/nodes/0"}])",
        "people: fixed-part-missing Crowd\npeople->wall: fixed-link-missing Crowd Wall");
    row("a fixed part has become another one",
        R"([{"op": "replace", "path": "/nodes/1", "value": {"id": "wall", "kind": "load_balancer"}},
            {"op": "replace", "path": "/links/1/latency", "value": "2 ms"}])",
        "wall: fixed-part-missing Wall");
    row("a fixed line is gone", R"([{"op": "remove", "path": "/links/0"}])",
        "people->wall: fixed-link-missing Crowd Wall");
    row("a kind that may not be added",
        R"([{"op": "add", "path": "/nodes/-", "value":
             {"id": "cache", "kind": "cache", "name": "Drawer"}}])",
        "cache: kind-not-allowed Drawer Cache");
    row("a setting that is not free",
        R"([{"op": "replace", "path": "/nodes/2/parameters/overhead", "value": "1 ms"}])",
        "shop: setting-not-free Shop Time to read a request");
    row("a free setting of a fixed part",
        R"([{"op": "replace", "path": "/nodes/1/parameters/limit", "value": 60}])",
        "wall: setting-not-free Wall Requests");
    row("an added part with settings of its own",
        R"([{"op": "add", "path": "/nodes/-", "value": {"id": "balancer", "kind": "load_balancer",
             "name": "Balancer", "parameters": {"overhead": "0 s"}}}])",
        "balancer: setting-not-free Balancer Time to hand on a request");
    row("a line that is quicker",
        R"([{"op": "replace", "path": "/links/1/latency", "value": "1 ms"}])",
        "wall->shop: setting-not-free Wall \u2192 Shop Time on the way");
}

void TestJudge::aBrokenRuleIsNamed() {
    QFETCH(QString, change);
    QFETCH(QString, problem);
    const Json scene = soundChallenge()["scene"].patch(Json::parse(change.toStdString()));
    const Challenge challenge = challengeOf(soundChallenge());
    QCOMPARE(describe(brokenRules(challenge, sceneOf(scene))), problem.toStdString());
}

void TestJudge::whatIsFreeMayBeChanged() {
    const Challenge challenge = challengeOf(soundChallenge());
    QVERIFY(brokenRules(challenge, challenge.scene).empty());
    QVERIFY(brokenRules(challenge, changed("/nodes/2/parameters/workers", 9)).empty());
    QVERIFY(brokenRules(challenge, changed("/links/1/loss", 0.1)).empty());
    QVERIFY(brokenRules(challenge, changed("/nodes/2/x", 900)).empty());
    QVERIFY(brokenRules(challenge, changed("/nodes/2/name", "Our shop")).empty());
}

void TestJudge::anAddedPartIsAsAnyOfItsKind() {
    const Challenge challenge = challengeOf(soundChallenge());
    Json scene = soundChallenge()["scene"];
    Json second = scene["nodes"][2];
    second["id"] = "second";
    second["parameters"]["workers"] = 5;
    scene["nodes"].push_back(second);
    scene["links"].push_back({{"from", "wall"}, {"to", "second"}, {"latency", "2 ms"}});
    scene["links"].erase(1); // a rate limiter has one server
    QCOMPARE(describe(brokenRules(challenge, sceneOf(scene))), std::string());
    scene["nodes"].back()["parameters"].erase("routes");
    QCOMPARE(brokenRules(challenge, sceneOf(scene)).size(), std::size_t{1});
}

void TestJudge::withABrokenRuleNothingIsRun() {
    const Challenge challenge = challengeOf(soundChallenge());
    bool isAsked = false;
    const auto verdict =
        judge(challenge, changed("/nodes/1/parameters/limit", 60), {1}, [&](double) {
            isAsked = true;
            return true;
        });
    QVERIFY(verdict && !verdict->isSolved() && !isAsked);
    QCOMPARE(verdict->broken.size(), std::size_t{1});
    QCOMPARE(verdict->score, 0);
    QCOMPARE(verdict->stars, 0);
    QCOMPARE(std::ranges::count(verdict->met, true), std::ptrdiff_t{0});
}

void TestJudge::whatTheScheduleNamesMustBeThere() {
    Json json = soundChallenge();
    json["fixed"] = {"people"};
    json["scene"]["schedule"] = Json::array({faultOf("shop", "stop")});
    Json cut = faultOf("wall->shop", "set");
    cut["arguments"] = {{"parameter", "cut"}, {"value", true}};
    json["scene"]["schedule"].push_back(cut);
    const Challenge challenge = challengeOf(json);
    Json scene = json["scene"];
    scene.erase("schedule");
    scene["nodes"][2]["parameters"]["workers"] = 3; // it must be there, but it may be changed
    QCOMPARE(describe(brokenRules(challenge, sceneOf(scene))), std::string());
    scene["links"].erase(1);
    QCOMPARE(describe(brokenRules(challenge, sceneOf(scene))),
             std::string("wall->shop: fixed-link-missing Wall Shop"));
    scene["nodes"].erase(2);
    QCOMPARE(
        describe(brokenRules(challenge, sceneOf(scene))),
        std::string("shop: fixed-part-missing Shop\nwall->shop: fixed-link-missing Wall Shop"));
}

void TestJudge::starsFollowThePrice_data() {
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("stars");
    QTest::addColumn<bool>("isWithinBudget");
    // A rate limiter costs 0.02, the shop 0.05 and 0.02 for each worker.
    QTest::newRow("cheap") << 1 << 3 << true;
    QTest::newRow("more") << 4 << 2 << true;
    QTest::newRow("dear") << 6 << 1 << true;
    QTest::newRow("above the budget") << 7 << 0 << false;
}

void TestJudge::starsFollowThePrice() {
    QFETCH(int, workers);
    QFETCH(int, stars);
    QFETCH(bool, isWithinBudget);
    const Challenge challenge = challengeOf(soundChallenge());
    const auto verdict = judge(challenge, changed("/nodes/2/parameters/workers", workers), {1, 2});
    QVERIFY(verdict);
    QCOMPARE(verdict->price, 0.07 + 0.02 * workers);
    QVERIFY(verdict->met == std::vector<bool>({true, true}));
    QCOMPARE(verdict->isWithinBudget, isWithinBudget);
    QCOMPARE(verdict->isSolved(), isWithinBudget);
    QCOMPARE(verdict->stars, stars);
    QVERIFY(verdict->score >= 0 && verdict->score <= 100);
    QCOMPARE(verdict->score == 100, stars == 3);
}

void TestJudge::theScoreCountsGoalsAndSaving() {
    const Challenge challenge = challengeOf(soundChallenge());
    Verdict verdict;
    verdict.met = {false, false};
    QCOMPARE(scoreOf(challenge, verdict), 0);
    verdict.isWithinBudget = true;
    QCOMPARE(scoreOf(challenge, verdict), 20);
    verdict.met = {true, false};
    QCOMPARE(scoreOf(challenge, verdict), 40);
    verdict.met = {true, true};
    verdict.price = 0.2;
    QCOMPARE(scoreOf(challenge, verdict), 60);
    verdict.price = 0.15; // half of what can be saved
    QCOMPARE(scoreOf(challenge, verdict), 80);
    verdict.price = 0.01;
    QCOMPARE(scoreOf(challenge, verdict), 100);
    verdict.failure = "x";
    QCOMPARE(scoreOf(challenge, verdict), 0);
    Challenge flat = challenge;
    flat.threeStars = flat.budget;
    verdict.failure.clear();
    QCOMPARE(scoreOf(flat, verdict), 100);
}

/// With random gaps the number of requests differs from seed to seed.
void TestJudge::aGoalCountsWithEverySeedOnly() {
    Json json = soundChallenge();
    json["scene"]["nodes"][0]["parameters"]["between"] = {{"exponential", "100 ms"}};
    const Challenge challenge = challengeOf(json);
    std::vector<std::uint64_t> good;
    std::vector<std::uint64_t> bad;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto verdict = judge(challenge, challenge.scene, {seed});
        (verdict->isSolved() ? good : bad).push_back(seed);
    }
    QVERIFY(good.size() >= 2 && !bad.empty());
    QVERIFY(judge(challenge, challenge.scene, {good[0], good[1]})->isSolved());
    for (const auto& seeds : {std::vector{good[0], bad[0]}, std::vector{bad[0], good[0]}}) {
        const auto verdict = judge(challenge, challenge.scene, seeds);
        QVERIFY(!verdict->isSolved());
        QCOMPARE(verdict->stars, 0);
    }
}

void TestJudge::theWorstFigureIsKept() {
    Json json = soundChallenge();
    json["scene"]["nodes"][0]["parameters"]["between"] = {{"exponential", "25 ms"}};
    json["goals"].push_back(
        {{"metric", "requests"}, {"at_least", 1}, {"text", {{"en", "Somebody"}}}});
    const Challenge challenge = challengeOf(json);
    const auto figuresWith = [&](const std::vector<std::uint64_t>& seeds) {
        return judge(challenge, challenge.scene, seeds)->figures;
    };
    const auto one = figuresWith({1});
    const auto two = figuresWith({2});
    const auto both = figuresWith({1, 2});
    QCOMPARE(both[0], 0.0); // a fact has no figure
    QVERIFY(one[1] > 0.02 && one[1] != two[1]);
    QCOMPARE(both[1], std::max(one[1], two[1]));
    QCOMPARE(both[2], std::min(one[2], two[2]));
}

void TestJudge::withoutSeedsTheScenesOwnIsTaken() {
    Json json = soundChallenge();
    json["scene"]["nodes"][0]["parameters"]["between"] = {{"exponential", "25 ms"}};
    const Challenge challenge = challengeOf(json);
    QVERIFY(*judge(challenge, challenge.scene, {}) == *judge(challenge, challenge.scene, {4}));
    QVERIFY(judge(challenge, challenge.scene, {})->figures !=
            judge(challenge, challenge.scene, {5})->figures);
}

void TestJudge::whoDoesNotGoOnCancels() {
    Json json = soundChallenge();
    json["scene"]["nodes"][0]["parameters"]["between"] = "1 ms";
    const Challenge challenge = challengeOf(json);
    std::vector<double> shares;
    const auto verdict = judge(challenge, challenge.scene, {1, 2}, [&](double share) {
        shares.push_back(share);
        return shares.size() < 2;
    });
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().code, std::string("cancelled"));
    QCOMPARE(shares.size(), std::size_t{2});
    QVERIFY(shares[0] > 0 && shares[0] < shares[1] && shares[1] < 1);
}

void TestJudge::aSolutionsOwnScheduleIsIgnored() {
    const Challenge challenge = challengeOf(soundChallenge());
    Json scene = soundChallenge()["scene"];
    scene["schedule"] = Json::array({faultOf("shop", "stop")});
    const auto verdict = judge(challenge, sceneOf(scene), {1});
    QVERIFY(*verdict == *judge(challenge, challenge.scene, {1}));
    QVERIFY(verdict->isSolved());
}

void TestJudge::theChallengesScheduleIsFollowed() {
    Json json = soundChallenge();
    json["scene"]["schedule"] = Json::array({faultOf("shop", "stop")});
    const Challenge challenge = challengeOf(json);
    Json scene = json["scene"];
    scene.erase("schedule");
    const auto verdict = judge(challenge, sceneOf(scene), {1});
    QVERIFY(!verdict->met[0]);
    QCOMPARE(verdict->stars, 0);
}

QTEST_APPLESS_MAIN(TestJudge)
#include "tst_judge.moc"
