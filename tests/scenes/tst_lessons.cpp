#include "app/narration/narrator.h"
#include "tests/support/played_lesson.h"

#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace roundtrip;

namespace {

/// What a learner who knows the answer does before a challenge's button: settings by node.
QList<Command> solutionOf(const std::string& lesson) {
    const auto set = [](const char* node, const char* parameter, nlohmann::json value) {
        return Command{
            SimTime(), node, "set", {{"parameter", parameter}, {"value", std::move(value)}}};
    };
    if (lesson == "13-frameworks") {
        return {set("app", "framework", "django"), set("app", "lockout_attempts", 5)};
    }
    if (lesson == "14-apis") {
        return {set("website", "timeout", "200 ms"), set("website", "retries", 4),
                set("website", "idempotency_keys", true)};
    }
    if (lesson == "15-databases") {
        return {Command{SimTime(), "database", "migrate", {{"target", "0004_name_index"}}}};
    }
    if (lesson == "16-auth") {
        return {set("mailbox", "lockout_attempts", 5), set("mailbox", "hash_memory", 19),
                set("mailbox", "hash_passes", 2)};
    }
    if (lesson == "17-async") {
        return {set("app", "tasks_inline", false), set("queue", "flavour", "rabbitmq"),
                set("a", "processes", 3)};
    }
    if (lesson == "18-caching") {
        return {set("cache", "capacity", 100), set("cache", "ttl", "25 s")};
    }
    if (lesson == "19-realtime") {
        return {set("crowd", "transport", "websocket")};
    }
    return {};
}

/// A lesson being played by one who knows the answers.
struct Played : PlayedLesson {
    explicit Played(const QString& id, const QString& language) : PlayedLesson(loadLesson(id)) {
        player.setLanguage(language);
        player.begin();
        settle();
    }
    void doStep(std::size_t prediction) {
        if (!player.step().options.empty()) {
            player.predict(std::min(prediction, player.step().options.size() - 1));
        }
        if (player.step().isChallenge) {
            playback.give(solutionOf(player.lesson().id));
            settle();
        }
        for (std::size_t i = 0; i < player.step().buttons.size(); ++i) {
            press(i);
        }
        watchComparison();
    }

    void doAllSteps() {
        for (doStep(0); !player.isLast(); doStep(0)) {
            goOn();
        }
    }
};

/// Adds which facts of a run the analogy has no sentence for, or one with a hole.
void lookForUntold(const Lesson& lesson, const LessonText& text, const Scene& scene,
                   const Trace& trace, std::set<std::string>& untold) {
    Narrator narrator(scene);
    narrator.setAnalogy(Analogy::of(lesson, text));
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Fact& fact = trace[i];
        if (!infoOf(fact.kind).visible) {
            continue;
        }
        const std::string node =
            fact.node == NodeId::none ? "" : scene.nodes[indexOf(fact.node)].id;
        if (findSentence(text.analogy->sentences, trace, fact, node) == nullptr) {
            const auto forms = formsOf(trace, fact);
            untold.insert("no sentence for " + std::string(infoOf(fact.kind).name) + "@" + node +
                          ":" + (forms.empty() ? "" : forms.front()));
            continue;
        }
        const QString told = narrator.narrate(trace, fact).sentence;
        if (told.isEmpty() || told.contains(QStringLiteral(" ()"))) {
            untold.insert("a hole in: " + told.toStdString());
        }
    }
}

} // namespace

class TestLessons : public QObject {
    Q_OBJECT

  private slots:
    void everyLessonReachesItsEnd_data() {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("prediction");
        for (const QString& lesson : builtInLessons()) {
            for (const char* language : {"en", "es"}) {
                for (int prediction = 0; prediction <= 2; ++prediction) {
                    QTest::addRow("%s %s, answer %d", qPrintable(lesson), language, prediction)
                        << lesson << language << prediction;
                }
            }
        }
    }
    void everyLessonReachesItsEnd() {
        QFETCH(QString, lesson);
        QFETCH(QString, language);
        QFETCH(int, prediction);
        Played played(lesson, language);
        LessonPlayer& player = played.player;
        while (true) {
            played.doStep(static_cast<std::size_t>(prediction));
            const std::string where = player.step().id;
            QVERIFY2(player.areGoalsMet(), where.c_str());
            QCOMPARE(player.outcome().has_value(), !player.step().options.empty());
            for (const std::string& text : {player.stepText().say, player.stepText().done}) {
                const QString filled = player.filled(text);
                QVERIFY2(!filled.contains('{') && !filled.contains(QChar(0x2026)),
                         qPrintable(filled));
            }
            if (player.isLast()) {
                break;
            }
            played.goOn();
            QVERIFY2(player.step().id != where, where.c_str());
        }
        for (const LessonQuizItem& item : player.lesson().quiz) {
            const auto& options = player.text().quiz.at(item.id).options;
            QVERIFY(options.contains(item.answer));
            const auto chosen = std::ranges::find_if(options, [&](const auto& option) {
                return (option.first == item.answer) == (prediction == 0);
            });
            const QSignalSpy answered(&player, &LessonPlayer::quizAnswered);
            player.answerQuiz(QString::fromStdString(item.id),
                              QString::fromStdString(chosen->first));
            QCOMPARE(answered.size(), 1);
            QCOMPARE(answered.first().last().toBool(), prediction == 0);
        }
    }

    void exactlyOneAnswerOfAPredictionComesTrue_data() {
        QTest::addColumn<QString>("lesson");
        for (const QString& lesson : builtInLessons()) {
            QTest::newRow(qPrintable(lesson)) << lesson;
        }
    }
    void exactlyOneAnswerOfAPredictionComesTrue() {
        QFETCH(QString, lesson);
        Played played(lesson, QStringLiteral("en"));
        LessonPlayer& player = played.player;
        while (!player.isLast()) {
            played.doStep(0);
            const FactRange range{player.entryFact(), played.playback.facts()};
            int isTrue = 0;
            for (const LessonOption& option : player.step().options) {
                isTrue +=
                    areMet(option.when, played.playback.trace(), range, player.lesson().nodeNames())
                        ? 1
                        : 0;
            }
            QCOMPARE(isTrue, player.step().options.empty() ? 0 : 1);
            QVERIFY2(player.areGoalsMet(), player.step().id.c_str());
            played.goOn();
        }
    }

    void whatALessonIsRelatedToIsThere_data() { exactlyOneAnswerOfAPredictionComesTrue_data(); }
    void whatALessonIsRelatedToIsThere() {
        QFETCH(QString, lesson);
        const LessonReading reading = loadLesson(lesson);
        QVERIFY(!reading.lesson->terms.empty());
        QVERIFY(!reading.lesson->related.empty());
        for (const std::string& term : reading.lesson->terms) {
            QVERIFY2(glossaryIn(QStringLiteral("en")).contains(term), term.c_str());
        }
        for (const std::string& other : reading.lesson->related) {
            QVERIFY2(builtInLessons().contains(QString::fromStdString(other)), other.c_str());
        }
    }

    void everyQuestionsMomentHappens_data() { exactlyOneAnswerOfAPredictionComesTrue_data(); }
    void everyQuestionsMomentHappens() {
        QFETCH(QString, lesson);
        Played played(lesson, QStringLiteral("en"));
        LessonPlayer& player = played.player;
        std::map<std::string, std::size_t> entries;
        while (true) {
            entries[player.step().id] = player.entryFact();
            played.doStep(0);
            if (player.isLast()) {
                break;
            }
            QVERIFY2(player.areGoalsMet(), player.step().id.c_str());
            played.goOn();
        }
        for (const LessonQuizItem& item : player.lesson().quiz) {
            QVERIFY2(item.moment, item.id.c_str());
            player.showMoment(QString::fromStdString(item.id));
            const Fact& fact = played.playback.trace()[*played.playback.currentFact()];
            QVERIFY2(fits(*item.moment, played.playback.trace(), fact, player.lesson().nodeNames()),
                     item.id.c_str());
            QVERIFY2(*played.playback.currentFact() >= entries.at(item.seenIn), item.id.c_str());
        }
    }

    void aChallengeIsNotMetByDoingNothing() {
        Played played(QStringLiteral("18-caching"), QStringLiteral("en"));
        LessonPlayer& player = played.player;
        while (!player.step().isChallenge) {
            played.doStep(0);
            played.goOn();
        }
        player.pressButton(0);
        played.settle();
        QVERIFY(!player.areGoalsMet());
        QCOMPARE(player.stepText().hints.size(), std::size_t{3});
        played.doStep(0); // settings first, then the same button
        QVERIFY(player.areGoalsMet());
    }

    void theDistanceMayBeSlidByHand() {
        Played played(QStringLiteral("00-welcome"), QStringLiteral("en"));
        LessonPlayer& player = played.player;
        while (player.step().id != "distance") {
            played.doStep(0);
            played.goOn();
        }
        QCOMPARE(player.step().buttons.front().id, std::string("send"));
        player.predict(0);
        played.press(0); // still in the same city
        QVERIFY(!player.areGoalsMet());
        for (const char* latency : {"10 ms", "30 ms", "90 ms"}) { // as the slider goes
            QVERIFY(!player.areGoalsMet());
            played.playback.give({Command{
                SimTime(), "browser->app", "set", {{"parameter", "latency"}, {"value", latency}}}});
            played.settle();
            played.press(0);
        }
        QVERIFY(player.areGoalsMet());
        const std::optional<std::size_t> outcome = player.outcome();
        QVERIFY(outcome);
        QCOMPARE(player.step().options[*outcome].id, std::string("ten"));
        const QString far = player.filled("{far}");
        played.playback.give({Command{
            SimTime(), "browser->app", "set", {{"parameter", "latency"}, {"value", "0.1 ms"}}}});
        played.settle();
        played.press(0); // what was found out stays as it is
        QCOMPARE(player.filled("{far}"), far);
    }

    void everyVisibleFactOfALessonIsToldInItsAnalogy_data() {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("language");
        for (const QString& lesson : builtInLessons()) {
            for (const char* language : {"en", "es"}) {
                if (loadLesson(lesson).lesson->analogy) {
                    QTest::addRow("%s %s", qPrintable(lesson), language) << lesson << language;
                }
            }
        }
    }
    /// In the lesson and in its comparisons. Lists the kinds, with their forms, for which the
    /// analogy has no sentence of its own.
    void everyVisibleFactOfALessonIsToldInItsAnalogy() {
        QFETCH(QString, lesson);
        QFETCH(QString, language);
        Played played(lesson, language);
        played.doAllSteps();
        const LessonText& text = played.player.text();
        const Lesson& script = played.player.lesson();
        std::set<std::string> untold;
        lookForUntold(script, text, played.session.scene(), *played.session.trace(), untold);
        for (const LessonComparison& comparison : script.comparisons) {
            const auto run = runComparison(comparison);
            lookForUntold(script, text, comparison.a.scene, *run->a, untold);
            lookForUntold(script, text, comparison.b.scene, *run->b, untold);
        }
        for (const std::string& one : untold) {
            qWarning("%.90s", one.c_str());
        }
        QVERIFY(untold.empty());
    }

    void goingBackShowsTheStepAsItBeganAndForwardAgainKeepsWhatWasDone() {
        Played played(QStringLiteral("18-caching"), QStringLiteral("en"));
        LessonPlayer& player = played.player;
        played.doStep(0);
        player.next();
        played.settle();
        const QString told = player.filled(player.text().steps.at("no-cache").done);
        player.back();
        QCOMPARE(player.stepIndex(), std::size_t{0});
        QVERIFY(player.areGoalsMet());
        QCOMPARE(player.filled(player.stepText().done), told); // its numbers stay known
        QCOMPARE(played.playback.facts(), player.entryFact());
        player.next();
        QCOMPARE(player.stepIndex(), std::size_t{1});
    }

    /// What was said before Bob asked is heard too, though it is no news.
    void theLetterThatWaitedIsHeard() {
        Played played(QStringLiteral("19-realtime"), QStringLiteral("en"));
        played.doStep(0);
        const NodeNames nodes = played.player.lesson().nodeNames();
        const Trace& trace = *played.session.trace();
        std::int32_t heard = 0;
        for (std::size_t i = 0; i < trace.size(); ++i) {
            if (trace[i].node == nodes.at("bob") && trace[i].is<GaugeChanged>() &&
                trace[i].as<GaugeChanged>().gauge == 1) {
                heard = trace[i].as<GaugeChanged>().value;
            }
        }
        QCOMPARE(heard, 1);
    }

    void everyFactOfALessonHasASentenceInBothLanguages() {
        for (const char* language : {"en", "es"}) {
            Played played(QStringLiteral("18-caching"), QLatin1String(language));
            const Narrator narrator(played.session.scene());
            played.doStep(0);
            for (std::size_t i = 0; i < played.playback.index().moments(); ++i) {
                const Fact& fact = played.playback.trace()[played.playback.index().factOf(i)];
                QVERIFY(!narrator.narrate(played.playback.trace(), fact).sentence.isEmpty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLessons)
#include "tst_lessons.moc"
