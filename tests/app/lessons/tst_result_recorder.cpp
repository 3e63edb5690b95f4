#include "app/lessons/result_recorder.h"
#include "tests/support/played_lesson.h"

#include <QTest>

using namespace roundtrip;

namespace {

/// The small lesson, played without a window by the learner of a store.
struct Played : PlayedLesson {
    explicit Played(ProgressStore& kept)
        : PlayedLesson(
              loadLesson(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/data/lessons/small"))),
          store(kept), recorder(player, store) {}
    /// In the next step, before anything is seen of it.
    void predict(std::size_t option) {
        player.next();
        player.predict(option);
        settle();
    }
    void playToTheEnd(std::size_t prediction) {
        press(0);
        predict(prediction);
        goOn();
        press(0);
        goOn();
        watchComparison();
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

    ProgressStore& store;
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
        played.press(0);
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
        played.press(0);
        played.player.restartStep();
        played.settle();
        played.press(0);
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
        later.press(0);
        later.player.answerQuiz("why", "near");
        QVERIFY(later.player.areGoalsMet());
        QCOMPARE(later.told(), kPlayed + QStringList{"answered why yes near"});
    }

    void aLessonStartedAgainIsToldAnew() {
        ProgressStore store{QString()};
        Played played(store);
        played.player.begin();
        played.press(0);
        played.player.startAgain();
        played.settle();
        played.press(0);
        QCOMPARE(played.told(), (QStringList{"initialized", "experienced miss", "initialized",
                                             "experienced miss"}));
    }
};

QTEST_GUILESS_MAIN(TestResultRecorder)
#include "tst_result_recorder.moc"
