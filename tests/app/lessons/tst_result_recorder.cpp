#include "app/lessons/result_recorder.h"
#include "app/storage/lesson_files.h"

#include <QTest>

using namespace roundtrip;

namespace {

/// The small lesson, played without a window by the learner of a store.
struct Played {
    explicit Played(ProgressStore& kept)
        : reading(loadLesson(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/data/lessons/small"))),
          store(kept), session(reading.lesson->scene), playback(session),
          player(*reading.lesson, reading.texts, playback), recorder(player, store) {
        playback.setReducedMotion(true);
    }
    void settle() {
        session.waitUntilIdle();
        for (bool hasMore = true; hasMore;) {
            QCoreApplication::processEvents();
            hasMore =
                playback.index().factsAfter(playback.index().moments()) < session.trace()->size();
        }
        playback.toEnd();
    }
    void press() {
        player.pressButton(0);
        settle();
    }
    void goOn() {
        player.next();
        settle();
    }
    /// In the next step, before anything is seen of it.
    void predict(std::size_t option) {
        player.next();
        player.predict(option);
        settle();
    }
    void playToTheEnd(std::size_t prediction) {
        press();
        predict(prediction);
        goOn();
        press();
        goOn();
        player.markCompared();
    }
    /// "verb object right note" of each result.
    [[nodiscard]] QStringList told() const {
        QStringList all;
        for (const LessonResult& result : store.results(store.currentLearner().id)) {
            const QString right = !result.isRight ? QString() : *result.isRight ? "yes" : "no";
            all << QStringList{textOf(result.verb), result.object, right, result.note}
                       .join(' ')
                       .simplified();
        }
        return all;
    }

    LessonReading reading;
    ProgressStore& store;
    Session session;
    Playback playback;
    LessonPlayer player;
    ResultRecorder recorder;
};

const QStringList kPlayed{"initialized",     "experienced miss",  "predicted hit no slower",
                          "experienced hit", "experienced crowd", "experienced side-by-side",
                          "completed"};

} // namespace

class TestResultRecorder : public QObject {
    Q_OBJECT

  private slots:
    void aLessonIsToldFromItsBeginningToItsEnd() {
        ProgressStore store{QString()};
        Played played(store);
        played.player.begin();
        played.playToTheEnd(1);
        QCOMPARE(played.told(), kPlayed);
        QCOMPARE(store.results(store.currentLearner().id).first().lesson, QString("small"));
    }

    void aPredictionThatComesTrueIsRight() {
        ProgressStore store{QString()};
        Played played(store);
        played.player.begin();
        played.press();
        played.predict(0);
        QVERIFY(played.told().contains("predicted hit yes faster"));
    }

    void everyOtherAnswerToAQuestionIsTold() {
        ProgressStore store{QString()};
        Played played(store);
        for (const char* option : {"magic", "magic", "near"})
            played.player.answerQuiz("why", option);
        played.player.answerQuiz("never asked", "near");
        QCOMPARE(played.told(), (QStringList{"answered why no magic", "answered why yes near"}));
    }

    void whatIsDoneAgainIsNotToldAgain() {
        ProgressStore store{QString()};
        Played played(store);
        played.player.begin();
        played.press();
        played.player.restartStep();
        played.settle();
        played.press();
        QVERIFY(played.player.areGoalsMet());
        QCOMPARE(played.told(), (QStringList{"initialized", "experienced miss"}));
    }

    void aLessonTakenUpAgainIsNotToldAgain() {
        ProgressStore store{QString()};
        QByteArray saved;
        {
            Played played(store);
            played.player.begin();
            played.playToTheEnd(1);
            played.player.answerQuiz("why", "near");
            played.player.back();
            played.player.restartStep(); // done before, not now
            played.settle();
            saved = played.player.save();
        }
        Played later(store);
        QVERIFY(later.player.restore(saved));
        later.settle();
        later.press();
        later.player.answerQuiz("why", "near");
        QVERIFY(later.player.areGoalsMet());
        QCOMPARE(later.told(), kPlayed + QStringList{"answered why yes near"});
    }

    void aLessonStartedAgainIsToldAnew() {
        ProgressStore store{QString()};
        Played played(store);
        played.player.begin();
        played.press();
        played.player.startAgain();
        played.settle();
        played.press();
        QCOMPARE(played.told(), (QStringList{"initialized", "experienced miss", "initialized",
                                             "experienced miss"}));
    }
};

QTEST_GUILESS_MAIN(TestResultRecorder)
#include "tst_result_recorder.moc"
