#include "core/challenge/challenge.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

/// A sound challenge, to be broken in one place.
Json soundChallenge() {
    return Json::parse(R"({
        "format": 1, "id": "busy-shop", "level": "medium",
        "title": {"en": "A busy shop", "es": "Una tienda llena"},
        "story": {"en": "Too many come."},
        "hints": [{"en": "Count them."}, {"en": "Count again.", "es": "Cuenta otra vez."}],
        "scene": {
            "format": 1,
            "nodes": [
                {"id": "people", "kind": "crowd"},
                {"id": "shop", "kind": "app_server", "parameters": {"workers": 2}}
            ],
            "links": [{"from": "people", "to": "shop"}]
        },
        "fixed": ["people"],
        "parts": ["app_server", "load_balancer"],
        "settings": {"app_server": ["workers"], "link": ["latency"]},
        "duration": "30 s",
        "budget": 0.5,
        "goals": [
            {"metric": "p95_latency", "at_most": "100 ms", "text": {"en": "Quick"}},
            {"fact": "request_finished", "status": 200, "at_least": 9, "text": {"en": "Nine"}}
        ],
        "stars": [0.4, 0.3]
    })");
}

std::string problemsOf(const Json& json) {
    const ChallengeReading reading = readChallenge(json.dump());
    return reading.challenge ? "a challenge" : describe(reading.problems);
}

} // namespace

class TestChallengeReader : public QObject {
    Q_OBJECT

  private slots:
    void aSoundChallengeIsReadWhole();
    void whatIsNotSaidHasADefault();
    void aBrokenPlaceIsNamed_data();
    void aBrokenPlaceIsNamed();
    void everyProblemIsFoundInOnePass();
    void aSyntaxErrorIsAProblem();
    void wordsFallBackToEnglish();
    void thePriceIsThatOfAllParts();
};

void TestChallengeReader::aSoundChallengeIsReadWhole() {
    const ChallengeReading reading = readChallenge(soundChallenge().dump());
    QVERIFY2(reading.challenge, describe(reading.problems).c_str());
    const Challenge& challenge = *reading.challenge;
    QCOMPARE(challenge.id, std::string("busy-shop"));
    QCOMPARE(challenge.level, Challenge::Level::medium);
    QCOMPARE(challenge.title.at("es"), std::string("Una tienda llena"));
    QCOMPARE(challenge.hints.size(), std::size_t{2});
    QCOMPARE(challenge.scene.nodes.size(), std::size_t{2});
    QVERIFY(challenge.fixed == std::set<std::string>{"people"});
    QVERIFY((challenge.parts == std::set<std::string>{"app_server", "load_balancer"}));
    QVERIFY(challenge.settings.at("app_server").contains("workers"));
    QVERIFY(challenge.settings.at("link").contains("latency"));
    QCOMPARE(challenge.duration, SimTime::seconds(30));
    QCOMPARE(challenge.budget, 0.5);
    QCOMPARE(challenge.goals.size(), std::size_t{2});
    QCOMPARE(challenge.goals[0].goal.most, std::optional(0.1));
    QCOMPARE(challenge.goals[1].goal.atLeast, 9U);
    QCOMPARE(challenge.goals[1].text.at("en"), std::string("Nine"));
    QCOMPARE(challenge.twoStars, 0.4);
    QCOMPARE(challenge.threeStars, 0.3);
}

void TestChallengeReader::whatIsNotSaidHasADefault() {
    Json json = soundChallenge();
    for (const char* member : {"level", "hints", "fixed", "parts", "settings", "stars"}) {
        json.erase(member);
    }
    const ChallengeReading reading = readChallenge(json.dump());
    QVERIFY2(reading.challenge, describe(reading.problems).c_str());
    QCOMPARE(reading.challenge->level, Challenge::Level::easy);
    QVERIFY(reading.challenge->hints.empty() && reading.challenge->fixed.empty());
    QCOMPARE(reading.challenge->twoStars, 0.5);
    QCOMPARE(reading.challenge->threeStars, 0.5);
}

void TestChallengeReader::aBrokenPlaceIsNamed_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* pointer, const char* value,
                        const char* problem) {
        QTest::newRow(name) << QString(pointer) << QString(value) << QString(problem);
    };
    row("not an object", "", "[]", ": not-an-object");
    row("a member with a slip", "/parst", "[]", "/parst: unknown-member parst parts");
    row("newer", "/format", "2", "/format: out-of-range format 1 1");
    row("no id", "/id", "gone", ": missing id");
    row("an id with a space", "/id", R"("busy shop")", "/id: bad-id busy shop");
    row("an unknown level", "/level", R"("hrad")", "/level: unknown-choice hrad hard");
    row("no title", "/title", "gone", ": missing title");
    row("a title as text", "/title", R"("A busy shop")", "/title: not-an-object");
    row("no English title", "/title/en", "gone", "/title: no-english /title");
    row("a story that is no text", "/story/en", "5",
        "/story/en: wrong-type en text\n/story: no-english /story");
    row("a hint without English", "/hints/1/en", R"("")", "/hints/1: no-english /hints/1");
    row("hints as text", "/hints", R"("Count.")", "/hints: not-an-array");
    row("no scene", "/scene", "gone", ": missing scene\n/fixed: unknown-node people ");
    row("a broken scene", "/scene/nodes/1/parameters/workers", "0",
        "/scene/nodes/1/parameters/workers: out-of-range workers 1 10000\n"
        "/fixed: unknown-node people ");
    row("a fixed part that is not there", "/fixed/0", R"("shpo")",
        "/fixed: unknown-node shpo shop");
    row("parts of an unknown kind", "/parts/0", R"("cahce")", "/parts: unknown-kind cahce cache");
    row("settings of an unknown kind", "/settings", R"({"app_sever": ["workers"]})",
        "/settings/app_sever: unknown-kind app_sever app_server");
    row("an unknown setting", "/settings/app_server/0", R"("wokers")",
        "/settings/app_server: unknown-parameter wokers workers");
    row("an unknown setting of a line", "/settings/link/0", R"("latncy")",
        "/settings/link: unknown-parameter latncy latency");
    row("settings as a list", "/settings", "[]", "/settings: not-an-object");
    row("no duration", "/duration", "gone", ": missing duration");
    row("a duration without a unit", "/duration", R"("30")", "/duration: bad-duration 30");
    row("a duration of two hours", "/duration", R"("2 h")",
        "/duration: out-of-range duration 0.001 3600");
    row("no budget", "/budget", "gone", ": missing budget\n/stars: stars-too-dear 0.0");
    row("a budget below zero", "/budget", "-1",
        "/budget: out-of-range budget 0 1000000\n/stars: stars-too-dear 0.0");
    row("no goals", "/goals", "gone", ": missing goals");
    row("an empty list of goals", "/goals", "[]", "/goals: missing goals");
    row("a goal as text", "/goals/0", R"("quick")", "/goals/0: not-an-object");
    row("a goal about nothing", "/goals/0", R"({"text": {"en": "x"}})", "/goals/0: empty-goal");
    row("a goal without words", "/goals/0/text", "gone", "/goals/0: missing text");
    row("a goal without English", "/goals/0/text", R"({"es": "x"})",
        "/goals/0/text: no-english /goals/0/text");
    row("an unknown metric", "/goals/0/metric", R"("p96_latency")",
        "/goals/0/metric: unknown-choice p96_latency p95_latency");
    row("an unknown fact", "/goals/1/fact", R"("request_finishd")",
        "/goals/1/fact: unknown-fact request_finishd request_finished");
    row("a goal about a part that is not there", "/goals/1/node", R"("poeple")",
        "/goals/1/node: unknown-node poeple people");
    row("a goal about the last requests", "/goals/0/last", "5",
        "/goals/0/last: unknown-member last ");
    row("one star", "/stars", "[0.3]", "/stars: wrong-type stars two numbers");
    row("a star in words", "/stars/0", R"("cheap")", "/stars: wrong-type stars two numbers");
    row("two stars above the budget", "/stars/0", "0.6", "/stars: stars-too-dear 0.5");
    row("three stars above two", "/stars/1", "0.45", "/stars: stars-too-dear 0.5");
}

void TestChallengeReader::aBrokenPlaceIsNamed() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, problem);
    Json json = soundChallenge();
    const Json::json_pointer place(pointer.toStdString());
    if (value == "gone") {
        json.at(place.parent_pointer()).erase(place.back());
    } else {
        json[place] = Json::parse(value.toStdString());
    }
    QCOMPARE(problemsOf(json), problem.toStdString());
}

void TestChallengeReader::everyProblemIsFoundInOnePass() {
    Json json = soundChallenge();
    json["level"] = "hrad";
    json["fixed"] = {"nobody"};
    json["goals"][1]["fact"] = "nothing";
    QCOMPARE(readChallenge(json.dump()).problems.size(), std::size_t{3});
}

void TestChallengeReader::aSyntaxErrorIsAProblem() {
    const ChallengeReading reading = readChallenge("{");
    QVERIFY(!reading.challenge);
    QCOMPARE(reading.problems.size(), std::size_t{1});
}

void TestChallengeReader::wordsFallBackToEnglish() {
    const ChallengeWords words{{"en", "shop"}, {"es", "tienda"}};
    QCOMPARE(Challenge::say(words, "es"), std::string("tienda"));
    QCOMPARE(Challenge::say(words, "fr"), std::string("shop"));
    QCOMPARE(Challenge::say({}, "fr"), std::string());
}

void TestChallengeReader::thePriceIsThatOfAllParts() {
    const SceneReading reading = readScene(R"({"format": 1, "nodes": [
        {"id": "people", "kind": "crowd"},
        {"id": "shop", "kind": "app_server", "parameters": {"workers": 3}},
        {"id": "usual", "kind": "app_server"},
        {"id": "database", "kind": "sql_database", "parameters": {"connections": 10}}]})");
    QVERIFY2(reading.scene, describe(reading.problems).c_str());
    QCOMPARE(pricePerHour(*reading.scene), 0.11 + 0.21 + 0.25); // a crowd costs nothing
    QCOMPARE(pricePerHour(Scene()), 0.0);
}

QTEST_APPLESS_MAIN(TestChallengeReader)
#include "tst_challenge_reader.moc"
