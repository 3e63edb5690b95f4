#include "app/inspector/message_view.h"
#include "app/storage/lesson_files.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace roundtrip;

class TestMessageView : public QObject {
    Q_OBJECT

  private slots:
    /// A sign-in's addresses have hundreds of letters without a space.
    void aLongAddressDoesNotWidenThePanel() {
        const LessonReading reading = loadLesson(QStringLiteral("16-auth"));
        Session session(reading.lesson->scene);
        Playback playback(session);
        const Narrator narrator(reading.lesson->scene);
        const Style style;
        MessageView view(style, narrator);
        view.setPlayback(&playback);
        view.setVisible(true);
        playback.give({{SimTime(), "browser", "send", {{"target", "/sign-in-with"}}}});
        session.waitUntilIdle();
        QCoreApplication::processEvents();
        bool hasSeen = false;
        for (playback.toStart(); playback.position().moments < playback.index().moments();) {
            playback.stepForward();
            hasSeen |= view.wire().startsWith(QStringLiteral("GET /authorize?response_type=code"));
            QVERIFY2(view.minimumSizeHint().width() <= 320,
                     qPrintable(QString::number(view.minimumSizeHint().width())));
        }
        QVERIFY(hasSeen);
    }

    /// Nobody asked for it, so that no message beside it is its own.
    void aCommandShowsNoMessageOfSomebodyElse() {
        const LessonReading reading = loadLesson(QStringLiteral("19-realtime"));
        Session session(reading.lesson->scene);
        Playback playback(session);
        const Narrator narrator(reading.lesson->scene);
        const Style style;
        MessageView view(style, narrator);
        view.setPlayback(&playback);
        view.setVisible(true);
        playback.give({{SimTime::milliseconds(10), "hub2", "stop", {}}});
        session.waitUntilIdle();
        QCoreApplication::processEvents();
        const auto* wire = view.findChild<QPlainTextEdit*>();
        bool hasSeen = false;
        for (std::size_t fact = 0; fact < playback.trace().size(); ++fact) {
            view.showFact(fact);
            if (playback.trace()[fact].is<CommandGiven>()) {
                hasSeen = true;
                QVERIFY(wire->isHidden());
            } else if (playback.trace()[fact].is<MessageSent>()) {
                QVERIFY(!wire->isHidden());
            }
        }
        QVERIFY(hasSeen);
    }

    /// The trace has a word for each reason; a learner reads a sentence.
    void whyTheOtherRoutesDoNotMatchIsToldInWords() {
        const LessonReading reading = loadLesson(QStringLiteral("13-frameworks"));
        Session session(reading.lesson->scene);
        Playback playback(session);
        const Narrator narrator(reading.lesson->scene);
        const Style style;
        MessageView view(style, narrator);
        view.setPlayback(&playback);
        view.setVisible(true);
        playback.give({{SimTime(), "browser", "send", {{"target", "/boks/7"}}}});
        session.waitUntilIdle();
        QCoreApplication::processEvents();
        QString told;
        for (playback.toStart(); playback.position().moments < playback.index().moments();) {
            playback.stepForward();
            told += view.otherRoutes();
        }
        QVERIFY2(told.contains(QStringLiteral("GET /books: another address")), qPrintable(told));
        QVERIFY2(!told.contains(QStringLiteral(": path")), qPrintable(told));
    }
};

QTEST_MAIN(TestMessageView)
#include "tst_message_view.moc"
