#include "core/challenge/judge.h"
#include "tests/support/problem_text.h"
#include "tests/support/text_file.h"

#include <QDir>
#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

const std::vector<std::uint64_t> kSeeds{1, 2, 3};

QStringList challengeIds() {
    QStringList ids;
    const QDir folder(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/scenes/challenges"));
    for (const QString& file : folder.entryList({"*.json"}, QDir::Files, QDir::Name)) {
        ids << file.chopped(5);
    }
    return ids;
}

ChallengeReading readingOf(const QString& id) {
    return readChallenge(readText("scenes/challenges/" + id + ".json"));
}

/// tests/data/challenges/ID.NAME.roundtrip, or the scene to begin with.
Scene solutionOf(const Challenge& challenge, const QString& name) {
    if (name == "beginning") {
        return challenge.scene;
    }
    const QString path =
        "tests/data/challenges/" + QString::fromStdString(challenge.id) + "." + name + ".roundtrip";
    const SceneReading reading = readScene(readText(path));
    if (!reading.scene) {
        qFatal("%s: %s", qPrintable(path), describe(reading.problems).c_str());
    }
    return *reading.scene;
}

std::string wordsOf(const Verdict& verdict) {
    std::string words = describe(verdict.broken) + verdict.failure;
    for (std::size_t i = 0; i < verdict.met.size(); ++i) {
        words += " goal " + std::to_string(i + 1) + (verdict.met[i] ? " met, " : " not met, ") +
                 std::to_string(verdict.figures[i]);
    }
    return words + " price " + std::to_string(verdict.price);
}

bool isSaidInBoth(const ChallengeWords& words) {
    return words.contains("en") && words.contains("es") && !words.at("es").empty() &&
           words.at("en") != words.at("es");
}

} // namespace

class TestChallenges : public QObject {
    Q_OBJECT

  private slots:
    void thereAreTenFromEasyToHard();
    void eachReadsWell_data();
    void eachReadsWell();
    void eachIsSaidInBothLanguages_data() { eachReadsWell_data(); }
    void eachIsSaidInBothLanguages();
    void noCardsOverlap_data() { eachReadsWell_data(); }
    void noCardsOverlap();
    void solutionsGetTheirStars_data();
    void solutionsGetTheirStars();
    void theSameRunIsJudgedTheSame();
};

void TestChallenges::thereAreTenFromEasyToHard() {
    const QStringList ids = challengeIds();
    QCOMPARE(ids.size(), 10);
    auto level = Challenge::Level::easy;
    for (const QString& id : ids) {
        const ChallengeReading reading = readingOf(id);
        QVERIFY2(reading.challenge, qPrintable(id));
        QVERIFY2(reading.challenge->level >= level, qPrintable(id));
        level = reading.challenge->level;
    }
    QCOMPARE(level, Challenge::Level::hard);
}

void TestChallenges::eachReadsWell_data() {
    QTest::addColumn<QString>("id");
    for (const QString& id : challengeIds()) {
        QTest::newRow(qPrintable(id)) << id;
    }
}

void TestChallenges::eachReadsWell() {
    QFETCH(QString, id);
    const ChallengeReading reading = readingOf(id);
    QCOMPARE(describe(reading.problems), std::string());
    QCOMPARE(QString::fromStdString(reading.challenge->id), id);
}

void TestChallenges::eachIsSaidInBothLanguages() {
    QFETCH(QString, id);
    const Challenge challenge = *readingOf(id).challenge;
    QVERIFY(isSaidInBoth(challenge.title));
    QVERIFY(isSaidInBoth(challenge.story));
    QVERIFY(challenge.hints.size() >= 3);
    for (const ChallengeWords& hint : challenge.hints) {
        QVERIFY2(isSaidInBoth(hint), hint.at("en").c_str());
    }
    for (const ChallengeGoal& goal : challenge.goals) {
        QVERIFY2(isSaidInBoth(goal.text), goal.text.at("en").c_str());
    }
}

void TestChallenges::noCardsOverlap() {
    QFETCH(QString, id);
    constexpr double kWidth = 184;
    constexpr double kHeight = 200;
    const Challenge challenge = *readingOf(id).challenge;
    for (const char* name : {"beginning", "good", "best", "wrong"}) {
        const Scene scene = solutionOf(challenge, name);
        for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                const SceneNode& one = scene.nodes[i];
                const SceneNode& other = scene.nodes[k];
                QVERIFY2(qAbs(one.x - other.x) >= kWidth || qAbs(one.y - other.y) >= kHeight,
                         (one.id + " " + other.id + " " + name).c_str());
            }
        }
    }
}

void TestChallenges::solutionsGetTheirStars_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("solution");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    for (const QString& id : challengeIds()) {
        const auto row = [&](const char* solution, int least, int most) {
            QTest::addRow("%s %s", qPrintable(id), solution)
                << id << QString(solution) << least << most;
        };
        row("beginning", 0, 0);
        row("wrong", 0, 0);
        row("good", 1, 2);
        row("best", 3, 3);
    }
}

void TestChallenges::solutionsGetTheirStars() {
    QFETCH(QString, id);
    QFETCH(QString, solution);
    QFETCH(int, least);
    QFETCH(int, most);
    const Challenge challenge = *readingOf(id).challenge;
    const auto verdict = judge(challenge, solutionOf(challenge, solution), kSeeds);
    QVERIFY(verdict);
    const std::string words = wordsOf(*verdict);
    QVERIFY2(verdict->broken.empty() && verdict->failure.empty(), words.c_str());
    QVERIFY2(verdict->stars >= least && verdict->stars <= most, words.c_str());
    QCOMPARE(verdict->isSolved(), least > 0);
    QCOMPARE(verdict->score == 100, least == 3);
}

void TestChallenges::theSameRunIsJudgedTheSame() {
    const Challenge challenge = *readingOf(QStringLiteral("09-no-order-lost")).challenge;
    const Scene scene = solutionOf(challenge, QStringLiteral("best"));
    const auto once = judge(challenge, scene, kSeeds);
    const auto again = judge(challenge, scene, kSeeds);
    QVERIFY(once && again);
    QVERIFY(*once == *again);
}

QTEST_APPLESS_MAIN(TestChallenges)
#include "tst_challenges.moc"
