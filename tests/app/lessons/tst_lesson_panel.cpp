#include "app/lessons/lesson_panel.h"
#include "app/lessons/wrapping_button.h"
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
        qApp->setStyleSheet(style.sheet());
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

    void closingAnswersHaveRoomForTheirLines_data() {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("language");
        for (const QString& lesson : builtInLessons()) {
            for (const char* language : {"en", "es"}) {
                QTest::addRow("%s %s", qPrintable(lesson), language) << lesson << language;
            }
        }
    }
    void closingAnswersHaveRoomForTheirLines() {
        QFETCH(QString, lesson);
        QFETCH(QString, language);
        LowPanel low(lesson);
        low.player.setLanguage(language);
        low.player.jumpTo(low.player.lesson().steps.size() - 1);
        const auto lookAt = [&low](int height) {
            low.panel.resize(low.style.px(340), height);
            QTest::qWait(20);
            for (const auto* button : low.panel.findChildren<WrappingButton*>()) {
                QVERIFY2(button->height() >= button->heightForWidth(button->width()),
                         qPrintable(QStringLiteral("%1 at %2: %3 high, wants %4")
                                        .arg(button->text())
                                        .arg(height)
                                        .arg(button->height())
                                        .arg(button->heightForWidth(button->width()))));
            }
        };
        for (const int percent : {100, 150}) {
            low.style.setScalePercent(percent);
            for (int height = 560; height < 2000; height += 240) {
                lookAt(height);
            }
            for (const LessonQuizItem& item : low.player.lesson().quiz) {
                low.player.answerQuiz(QString::fromStdString(item.id),
                                      QString::fromStdString(item.options.front()));
                lookAt(900);
                lookAt(1500);
            }
        }
    }

    void buttonsPressedInAnotherOrderLeadToAnotherRound() {
        LowPanel low(QStringLiteral("16-auth"));
        const auto& steps = low.player.lesson().steps;
        const auto step = std::ranges::find(steps, std::string("token"), &LessonStep::id);
        low.player.jumpTo(static_cast<std::size_t>(step - steps.begin()));
        low.settle();
        low.player.predict(1);
        for (const std::size_t button : {1U, 3U, 0U, 2U}) {
            QVERIFY(low.panel.findChild<QLabel*>(QStringLiteral("onceMore")) == nullptr);
            low.player.pressButton(button);
            low.settle();
        }
        QTest::qWait(50);
        QVERIFY(!low.player.areGoalsMet());
        QVERIFY(low.panel.findChild<QLabel*>(QStringLiteral("onceMore")) != nullptr);
        QVERIFY(
            low.panel.findChild<QWidget*>(QStringLiteral("button0"))->property("primary").toBool());
        low.doStep();
        QVERIFY(low.player.areGoalsMet());
        QVERIFY(low.panel.findChild<QLabel*>(QStringLiteral("onceMore")) == nullptr);
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
