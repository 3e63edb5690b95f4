#include "tests/support/played_lesson.h"

#include <QSignalSpy>
#include <QTest>

using namespace roundtrip;

namespace {

/// A lesson of four steps; the second has a command of its own and a button.
LessonReading lessonWithAButton() {
    LessonReading reading =
        loadLesson(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/data/lessons/small"));
    LessonCommand clear;
    clear.command = {SimTime(), "cache", "clear", nlohmann::json::object()};
    reading.lesson->steps[1].buttons.push_back({"clear", {clear}});
    return reading;
}

/// It, played without a window.
struct Played : PlayedLesson {
    Played() : PlayedLesson(lessonWithAButton()) {
        player.begin();
        settle();
    }
    [[nodiscard]] QStringList inputs() const {
        QStringList actions;
        for (const Command& input : session.inputs())
            actions << QString::fromStdString(input.target + " " + input.action);
        return actions;
    }
};

const QStringList kTwoRequests{"browser send", "browser send"};

} // namespace

class TestLessonPlayer : public QObject {
    Q_OBJECT

  private slots:
    void aStepIsDoneWhenItsGoalsAreMet() {
        Played played;
        QVERIFY(!played.player.mayGoOn());
        played.press(0);
        QVERIFY(played.player.mayGoOn());
    }

    void whatTheProgramDoesIsNotTheLearners() {
        Played played;
        const QSignalSpy done(&played.player, &LessonPlayer::stepDone);
        played.player.setDemonstrated(true);
        played.press(0);
        played.player.setDemonstrated(false);
        QVERIFY(played.player.mayGoOn());
        QCOMPARE(done.size(), 0);
        played.goOn();
        played.press(0);
        QCOMPARE(done.size(), 1);
        QCOMPARE(done.first().first().value<std::size_t>(), std::size_t{1});
    }

    void goingBackShowsTheStepBeforeItsOwnCommand() {
        Played played;
        played.press(0);
        played.goOn();
        QCOMPARE(played.inputs(), kTwoRequests);
        played.player.back();
        played.player.next();
        QVERIFY(!played.playback.isAtEnd());
        QCOMPARE(played.inputs(), kTwoRequests); // nothing is given twice
    }

    void aButtonOfAnEarlierStepDropsWhatCameLater() {
        Played played;
        played.press(0);
        played.goOn();
        played.player.back();
        played.press(0);
        QCOMPARE(played.inputs(), QStringList{"browser send"});
        played.goOn();
        QCOMPARE(played.inputs(), kTwoRequests);
    }

    /// The moment before a step's own command is earlier than it; a button pressed there begins
    /// another run, which must not do without the command.
    void aButtonPressedAgainKeepsTheStepsOwnCommand() {
        Played played;
        played.press(0);
        played.goOn();
        played.player.predict(0);
        played.press(0);
        const QStringList all{"browser send", "browser send", "cache clear"};
        QCOMPARE(played.inputs(), all);
        played.player.back();
        played.player.next();
        QVERIFY(!played.playback.isAtEnd());
        played.press(0); // at once, the request of the step itself 20 ms later
        const QStringList anew{"browser send", "cache clear", "browser send"};
        QCOMPARE(played.inputs(), anew);
        QCOMPARE(played.session.branches().size(), 2);
    }

    /// Half of what the step itself began has been seen when the button is pressed.
    void quickFingersDoNotDropWhatTheStepBegan() {
        Played played;
        played.press(0);
        const std::size_t before = played.playback.position().moments;
        played.goOn();
        played.player.predict(0);
        played.playback.seek({before + 1, 0});
        QVERIFY(!played.playback.isAtEnd());
        played.press(0);
        const QStringList all{"browser send", "browser send", "cache clear"};
        QCOMPARE(played.inputs(), all);
        QCOMPARE(played.session.branches().size(), 1);
    }

    void aComparisonIsDoneOnceItHasBeenWatched() {
        Played played;
        played.player.jumpTo(3);
        played.settle();
        QVERIFY(!played.player.areGoalsMet());
        QVERIFY(played.player.filled("{asked_with}") == QChar(0x2026));
        played.watchComparison();
        QVERIFY(played.player.areGoalsMet());
        QCOMPARE(played.player.filled("{asked_without}"), QStringLiteral("21"));
        QVERIFY(played.player.filled("{asked_with}").toInt() < 21);

        Played later; // another day
        later.playback.setSpeed(8);
        QVERIFY(later.player.restore(played.player.save()));
        QCOMPARE(later.playback.speed(), later.player.step().speed);
        later.settle();
        QCOMPARE(later.player.stepIndex(), std::size_t{3});
        QVERIFY(later.player.areGoalsMet());
        QTRY_COMPARE(later.player.filled("{asked_without}"), QStringLiteral("21")); // run once more
    }

    /// A question that was answered tells its figures, which the run has yet to bring again.
    void figuresOfARestoredRunAreKnownOnceItHasBeenRun() {
        Played played;
        played.press(0);
        const QString first = played.player.filled("{first}");
        QVERIFY(first != QChar(0x2026));
        played.goOn();

        Played later;
        QVERIFY(later.player.restore(played.player.save()));
        QCOMPARE(later.player.filled("{first}"), QString(QChar(0x2026)));
        later.settle();
        QCOMPARE(later.player.filled("{first}"), first);
    }

    void anEarlierStepCanBeDoneAfterALaterOne() {
        Played played;
        played.player.jumpTo(2);
        played.settle();
        played.player.jumpTo(0);
        played.settle();
        QVERIFY(!played.player.areGoalsMet());
        played.press(0);
        QVERIFY(played.player.areGoalsMet());
    }

    void aQuestionsMomentIsThatOfTheLearnersOwnRun() {
        Played played;
        played.press(0);
        played.goOn();
        played.player.jumpTo(3);
        played.settle();
        played.player.showMoment(QStringLiteral("why"));
        const Fact& fact = played.playback.trace()[*played.playback.currentFact()];
        QVERIFY(fact.is<CacheHit>());
        QCOMPARE(played.player.stepIndex(), std::size_t{3}); // the questions stay
    }

    void aStepStartedAgainIsAsItBegan() {
        Played played;
        played.press(0);
        played.goOn();
        played.player.predict(1);
        played.press(0);
        QVERIFY(played.player.areGoalsMet());
        played.player.restartStep();
        QVERIFY(!played.player.prediction());
        QVERIFY(!played.player.areGoalsMet());
        played.settle();
        QCOMPARE(played.inputs(), kTwoRequests); // what was pressed is gone, its own command is not
        QCOMPARE(played.session.branches().size(), 2);
        QVERIFY(played.player.isDone(0));
    }
};

QTEST_GUILESS_MAIN(TestLessonPlayer)
#include "tst_lesson_player.moc"
