#include "tests/support/lesson_window.h"

#include <QApplication>

using namespace roundtrip;
using roundtrip::testing::LessonWindow;

namespace {

const QString kPress = QStringLiteral("Press this button first");
const QString kChoose = QStringLiteral("Choose an answer first");
const QString kStep = QStringLiteral("Step back and forth here");
const QString kRead = QStringLiteral("Click a moving message to read it");

/// What is pointed out now; empty: nothing.
QString hint(LessonWindow& window) {
    FirstHints* hints = window->firstHints();
    return hints != nullptr && hints->bubble().isVisible() ? hints->bubble().text() : QString();
}

QWidget* buttonOf(LessonWindow& window) {
    return window->lessonPanel().findChild<QWidget*>(QStringLiteral("button0"));
}

QRect inWindow(LessonWindow& window, const QWidget& widget) {
    return {widget.mapTo(&*window, QPoint()), widget.size()};
}

} // namespace

class TestFirstHints : public QObject {
    Q_OBJECT

  private slots:
    void oneAfterTheOtherEachUntilItIsDone() {
        const QTemporaryDir folder;
        LessonWindow window(folder.path());
        QTRY_COMPARE(hint(window), kPress);
        QTest::mouseClick(buttonOf(window), Qt::LeftButton);
        QCOMPARE(hint(window), QString());
        window.settleAndSeeAll();
        QTRY_COMPARE(hint(window), kStep);
        window->actions()[Actions::stepBack]->trigger();
        QTRY_COMPARE(hint(window), kRead);
        emit window->canvas().messageChosen(0);
        QTest::qWait(1200);
        QCOMPARE(hint(window), QString());
    }

    void theyStandOnTheStageAndNotOnTheLesson() {
        const QTemporaryDir folder;
        LessonWindow window(folder.path());
        QTRY_COMPARE(hint(window), kPress);
        const HintBubble& bubble = window->firstHints()->bubble();
        const QRect stage = inWindow(window, window->canvas());
        for (const QSize size : {QSize(1440, 900), QSize(1100, 700)}) {
            window->resize(size);
            QCoreApplication::processEvents();
            QTRY_VERIFY(inWindow(window, window->canvas()).contains(bubble.geometry()));
            QVERIFY(!bubble.geometry().intersects(inWindow(window, window->lessonPanel())));
        }
        QVERIFY(stage.isValid() && bubble.testAttribute(Qt::WA_TransparentForMouseEvents));
        QCOMPARE(bubble.accessibleName(), kPress); // for a screen reader
        window.language().set(QStringLiteral("es"));
        QTRY_VERIFY(hint(window) != kPress && !hint(window).isEmpty());
        window.language().set(QStringLiteral("en"));
    }

    void whileAButtonWaitsForAPredictionItsFirstChoiceIsPointedAt() {
        const QTemporaryDir folder;
        LessonWindow window(folder.path());
        const auto& steps = window->player().lesson().steps;
        const auto predicted = std::ranges::find_if_not(
            steps, [](const LessonStep& step) { return step.options.empty(); });
        window->player().jumpTo(static_cast<std::size_t>(predicted - steps.begin()));
        QTRY_COMPARE(hint(window), kChoose);
        const auto pointsAt = [&window](const char* name) {
            const auto* widget =
                window->lessonPanel().findChild<QWidget*>(QString::fromLatin1(name));
            return window->firstHints()->bubble().tip().y() ==
                   inWindow(window, *widget).center().y();
        };
        QTRY_VERIFY(pointsAt("option0"));
        QVERIFY(!pointsAt("button0"));
        window->player().predict(0);
        QTRY_COMPARE(hint(window), kPress);
        QTRY_VERIFY(pointsAt("button0"));
        QTest::mouseClick(buttonOf(window), Qt::LeftButton);
        QCOMPARE(hint(window), QString());
    }

    void neverASecondTimeForTheSameLearner() {
        const QTemporaryDir folder;
        {
            LessonWindow window(folder.path());
            QTRY_COMPARE(hint(window), kPress);
            window.close();
        }
        LessonWindow again(folder.path());
        QVERIFY(again->firstHints() == nullptr);
    }

    void notWhenTheLessonIsStartedAgain() {
        const QTemporaryDir folder;
        {
            ProgressStore store(folder.path());
            store.markSeen("press");
        }
        LessonWindow window(folder.path());
        QTest::qWait(1200);
        QCOMPARE(hint(window), QString());
    }

    void notWhereNothingIsKept() {
        LessonWindow window;
        QVERIFY(window->firstHints() == nullptr);
    }

    void afterAWhileItFadesAway() {
        const QTemporaryDir folder;
        ProgressStore store(folder.path());
        Style style;
        QWidget window;
        auto* stage = new QWidget(&window);
        auto* button = new QWidget(&window);
        window.resize(800, 400);
        stage->setGeometry(200, 0, 600, 400);
        button->setGeometry(10, 100, 100, 30);
        window.show();
        const auto where = [button] { return button; };
        QRect part(200, 125, 80, 200); // begins a little above the bubble's lower edge
        const auto seen = [&part] { return QList<QRect>{part}; };
        FirstHints hints({&window, stage, where, where, seen}, store, style, 50);
        hints.begin();
        QTRY_VERIFY(hints.bubble().isVisible());
        QVERIFY(!hints.bubble().grab().isNull());
        QVERIFY(!hints.bubble().geometry().intersects(part));
        part = QRect(200, 20, 80, 300); // what it could only make room for far from the button
        window.resize(810, 410);
        QTRY_VERIFY(std::abs(hints.bubble().geometry().center().y() - 115) < 10);
        QTRY_VERIFY(!hints.bubble().isVisible());
        QTest::qWait(1200);
        QVERIFY(!hints.bubble().isVisible()); // the button has not been pressed yet
        hints.markDone(FirstHints::Hint::press);
        QTRY_COMPARE(hints.bubble().text(), kStep);
    }
};

QTEST_MAIN(TestFirstHints)
#include "tst_first_hints.moc"
