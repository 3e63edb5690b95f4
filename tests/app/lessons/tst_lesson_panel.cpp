#include "app/lessons/lesson_panel.h"
#include "app/storage/lesson_files.h"

#include <QLabel>
#include <QTest>

using namespace roundtrip;

namespace {

/// A lesson in a panel that is too low for its longest steps.
struct LowPanel {
    explicit LowPanel(const QString& lesson = QStringLiteral("13-frameworks"))
        : reading(loadLesson(lesson)), session(reading.lesson->scene), playback(session),
          player(*reading.lesson, reading.texts, playback), narrator(session.scene()),
          panel(style, narrator) {
        playback.setReducedMotion(true);
        player.begin();
        panel.setPlayer(&player, &playback);
        panel.resize(340, 560);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
        settle();
    }
    /// Until all that was given has been simulated and seen.
    void settle() {
        session.waitUntilIdle();
        for (bool hasMore = true; hasMore;) {
            QCoreApplication::processEvents();
            hasMore =
                playback.index().factsAfter(playback.index().moments()) < session.trace()->size();
        }
        playback.toEnd();
    }
    void doStep() {
        if (!player.step().options.empty()) {
            player.predict(0);
        }
        for (std::size_t i = 0; i < player.step().buttons.size(); ++i) {
            player.pressButton(i);
            settle();
        }
        QTest::qWait(50);
    }
    void goOn() {
        player.next();
        settle();
    }

    LessonReading reading;
    Session session;
    Playback playback;
    LessonPlayer player;
    Narrator narrator;
    Style style;
    LessonPanel panel;
};

} // namespace

class TestLessonPanel : public QObject {
    Q_OBJECT

  private slots:
    /// The last of lesson 19's first step is a command: Bob hangs up.
    void whatHappenedIsToldRatherThanACommand() {
        LowPanel low(QStringLiteral("19-realtime"));
        low.doStep();
        const auto* told = low.panel.findChild<QFrame*>(QStringLiteral("justNow"));
        QVERIFY(told->findChildren<QLabel*>().back()->text().startsWith("Bob has its answer"));
    }

    void whatIsSaidAtTheEndOfAStepComesIntoSight() {
        LowPanel low;
        while (low.player.step().id != "account") { // with a prediction and three buttons
            low.doStep();
            QVERIFY2(low.panel.isDoneInSight(), low.player.step().id.c_str());
            low.goOn();
        }
        low.doStep();
        QVERIFY(low.player.areGoalsMet());
        QVERIFY(low.panel.isDoneInSight());
        low.goOn();
        QVERIFY(!low.panel.isDoneInSight()); // the next one begins at its top
    }

    void theStrongButtonIsTheOneStillToBePressed() {
        LowPanel low;
        while (low.player.step().buttons.size() < 2) {
            low.doStep();
            low.goOn();
        }
        if (!low.player.step().options.empty()) {
            low.player.predict(0);
        }
        const auto isStrong = [&low](const QString& name) {
            QTest::qWait(50);
            return low.panel.findChild<QWidget*>(name)->property("primary").toBool();
        };
        QVERIFY(isStrong("button0"));
        QVERIFY(!isStrong("button1"));
        low.player.pressButton(0);
        low.settle();
        QVERIFY(!low.player.areGoalsMet());
        QVERIFY(!isStrong("button0"));
        QVERIFY(isStrong("button1"));
    }
};

QTEST_MAIN(TestLessonPanel)
#include "tst_lesson_panel.moc"
