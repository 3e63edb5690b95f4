#include "tests/support/lesson_window.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::LessonWindow;

namespace {

/// Moves the focus with Tab until it stands on the widget of that name.
bool tabTo(MainWindow& window, const QString& name) {
    constexpr int kMostPresses = 120;
    for (int i = 0; i < kMostPresses; ++i) {
        QWidget* focused = QApplication::focusWidget();
        if (focused != nullptr && focused->objectName() == name) {
            return true;
        }
        QTest::keyClick(focused == nullptr ? &window : focused, Qt::Key_Tab);
        QCoreApplication::processEvents();
    }
    return false;
}

void pressFocused() {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
}

} // namespace

/// Plays the whole lesson with nothing but a keyboard.
class TestLessonByKeyboard : public QObject {
    Q_OBJECT

  private slots:
    void theWholeLessonIsPlayedWithoutAMouse() {
        LessonWindow window;
        LessonPlayer& player = window->player();
        while (true) {
            doStep(window);
            if (QTest::currentTestFailed() || player.isLast()) {
                break;
            }
            const std::size_t before = player.stepIndex();
            QVERIFY(tabTo(*window, QStringLiteral("lessonNext")));
            pressFocused();
            window.settleAndSeeAll();
            QCOMPARE(player.stepIndex(), before + 1);
        }
        QVERIFY(player.isLast());
        answerQuiz(window);
    }

  private:
    static void doStep(LessonWindow& window) {
        LessonPlayer& player = window->player();
        if (!player.step().options.empty()) {
            QVERIFY(tabTo(*window, QStringLiteral("option1")));
            pressFocused();
            QCOMPARE(player.prediction(), std::optional<std::size_t>(1));
        }
        if (player.step().isChallenge) {
            solveChallenge(window);
        }
        for (std::size_t i = 0; i < player.step().buttons.size(); ++i) {
            QVERIFY(tabTo(*window, QStringLiteral("button%1").arg(i)));
            pressFocused();
            window.settleAndSeeAll();
            QTRY_VERIFY(
                window->playback().index().factsAfter(window->playback().index().moments()) ==
                window->session().trace()->size());
            window->playback().toEnd();
        }
        if (!player.step().comparison.empty()) {
            watchComparison(window);
        }
        QVERIFY2(player.areGoalsMet(), player.step().id.c_str());
    }

    /// Opens both sides, sees them to their end and comes back.
    static void watchComparison(LessonWindow& window) {
        QVERIFY(tabTo(*window, QStringLiteral("compareButton")));
        pressFocused();
        QVERIFY(window->isComparing());
        QTRY_VERIFY(window->comparison()->isReady());
        window->actions()[Actions::end]->trigger();
        QTest::keyClick(window->comparison(), Qt::Key_Escape);
        QVERIFY(!window->isComparing());
    }

    /// Chooses the cache on the stage and changes its settings in the form.
    static void solveChallenge(LessonWindow& window) {
        window->canvas().setFocus();
        QTest::keyClick(&window->canvas(), Qt::Key_Return);
        for (int i = 0; i < 3 && window->nodeView().node() != NodeId{2}; ++i) {
            QTest::keyClick(&window->canvas(), i == 2 ? Qt::Key_Up : Qt::Key_Right);
        }
        QCOMPARE(window->nodeView().node(), NodeId{2});
        QVERIFY(tabTo(*window, QStringLiteral("capacity")));
        auto* capacity = qobject_cast<QSpinBox*>(QApplication::focusWidget());
        capacity->selectAll();
        QTest::keyClicks(capacity, "100");
        QTest::keyClick(capacity, Qt::Key_Tab);
        window.settleAndSeeAll();
        QVERIFY(tabTo(*window, QStringLiteral("ttl")));
        auto* ttl = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        ttl->selectAll();
        QTest::keyClicks(ttl, "25 s");
        QTest::keyClick(ttl, Qt::Key_Return);
        window.settleAndSeeAll();
    }

    static void answerQuiz(LessonWindow& window) {
        for (const LessonQuizItem& item : window->player().lesson().quiz) {
            const QString name = QString::fromStdString(item.id + "-" + item.answer);
            QVERIFY(tabTo(*window, name));
            pressFocused();
            QCOMPARE(window->player().quizAnswer(item.id), std::optional(item.answer));
        }
    }
};

QTEST_MAIN(TestLessonByKeyboard)
#include "tst_lesson_by_keyboard.moc"
