#include "app/ui/lesson_tour.h"
#include "tests/support/lesson_window.h"
#include "tests/support/unnamed_controls.h"

#include <QAccessible>
#include <QComboBox>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace roundtrip;
using roundtrip::testing::LessonWindow;

namespace {

QPushButton* buttonOf(LessonWindow& window, const char* name) {
    return window->lessonPanel().findChild<QPushButton*>(QLatin1String(name));
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { installCanvasAccessibility(); }

    void theFirstButtonSendsARequestWhoseAnswerArrives() {
        LessonWindow window;
        QVERIFY(buttonOf(window, "button0") != nullptr);
        QVERIFY(!window->lessonPanel().nextButton().isEnabled());
        QTest::mouseClick(buttonOf(window, "button0"), Qt::LeftButton);
        window.settleAndSeeAll();
        QVERIFY(!window->playback().index().spans().trips().empty());
        QCOMPARE(window->playback().index().spans().trips().back().status, 200U);
        QVERIFY(window->lessonPanel().nextButton().isEnabled());
    }

    void aStepAskedForComesAfterTheStepsBeforeIt() {
        LessonWindow window;
        goToStep(*window, 5);
        window.settleAndSeeAll();
        const LessonPlayer& player = window->player();
        QCOMPARE(player.stepIndex(), std::size_t{4});
        for (std::size_t step = 0; step < 4; ++step) {
            QVERIFY(player.isDone(step));
            const std::string& id = player.lesson().steps[step].id;
            const QString told = player.filled(player.text().steps.at(id).done);
            QVERIFY2(!told.contains(QChar(0x2026)), qPrintable(told));
        }
        goToStep(*window, 2);
        QCOMPARE(player.stepIndex(), std::size_t{1});
    }

    void aComparisonFollowsTheButtonsAndLeadsOnceTheyWerePressed() {
        LessonWindow window;
        const auto& steps = window->player().lesson().steps;
        const auto step = std::ranges::find(steps, std::string("nearest-shelf"), &LessonStep::id);
        window->player().jumpTo(static_cast<std::size_t>(step - steps.begin()));
        window.settle();
        const auto leads = [&window](const char* name) {
            return buttonOf(window, name)->property("primary").toBool();
        };
        QVERIFY(buttonOf(window, "compareButton")->y() > buttonOf(window, "button1")->y());
        QVERIFY(leads("button0") && !leads("compareButton"));
        for (const char* name : {"button0", "button1"}) {
            QVERIFY(leads(name));
            QTest::mouseClick(buttonOf(window, name), Qt::LeftButton);
            window.settleAndSeeAll();
        }
        QVERIFY(!leads("button0") && leads("compareButton"));
    }

    void choosingARowOfTheEventListGoesThere() {
        LessonWindow window;
        QTest::mouseClick(buttonOf(window, "button0"), Qt::LeftButton);
        window.settleAndSeeAll();
        window->lower().setCurrentIndex(2);
        QCoreApplication::processEvents();
        window->events().table().selectRow(4);
        QCOMPARE(*window->playback().currentFact(), window->events().model().factOf(4));
    }

    void theLastStepHasTheKeyboardAtItsFirstQuestion() {
        LessonWindow window;
        const Lesson& lesson = window->player().lesson();
        window->player().jumpTo(lesson.steps.size() - 1);
        window.settle();
        const LessonQuizItem& first = lesson.quiz.front();
        QTRY_COMPARE(window->lessonPanel().focusWidget()->objectName(),
                     QString::fromStdString(first.id + "-" + first.options.front()));
    }

    void theEventListOpensAtTheMomentOnTheScreen() {
        LessonWindow window;
        QTest::mouseClick(buttonOf(window, "button0"), Qt::LeftButton);
        window.settleAndSeeAll();
        window->lower().setCurrentIndex(2);
        QCoreApplication::processEvents();
        const auto rows = window->events().table().selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().row(), window->events().model().currentRow());
    }

    void filteringTheEventListLeavesWhatWasAskedFor() {
        LessonWindow window;
        QTest::mouseClick(buttonOf(window, "button0"), Qt::LeftButton);
        window.settleAndSeeAll();
        EventModel& model = window->events().model();
        const int all = model.rowCount();
        model.setFilter({EventFilter::Group::messages, NodeId::none});
        QVERIFY(model.rowCount() > 0 && model.rowCount() < all);
        for (int row = 0; row < model.rowCount(); ++row) {
            const Fact& fact = window->playback().trace()[model.factOf(row)];
            QVERIFY(fact.is<MessageSent>() || fact.is<MessageArrived>());
        }
    }

    void theCodeOfARequestCanBeReadInSeveralWays() {
        LessonWindow window;
        window->inspector().setCurrentIndex(3);
        QVERIFY(window->codeView().client().isEmpty());
        QTest::mouseClick(buttonOf(window, "button0"), Qt::LeftButton);
        window.settleAndSeeAll();
        CodeView& code = window->codeView();
        QVERIFY(code.client().contains(QStringLiteral("fetch(\"/users/123\")")));
        code.clientStyle().setCurrentIndex(2);
        QVERIFY(code.client().contains(QStringLiteral("<script setup>")));
        const QString own = code.server();
        QVERIFY(own.contains(QStringLiteral("SELECT id, name, email, city")));
        code.framework().setCurrentIndex(2);
        emit code.framework().activated(2);
        QVERIFY(code.server().startsWith(QStringLiteral("app.get(\"/users/:id\"")));
        QVERIFY(code.server() != own);
    }

    void theLanguageChangesWhileTheProgramRuns() {
        LessonWindow window;
        const QString english = window->lessonPanel().nextButton().text();
        window.language().set(QStringLiteral("es"));
        QCoreApplication::processEvents();
        QVERIFY(window->lessonPanel().nextButton().text() != english);
        QVERIFY(window->inspector().tabText(1) != QStringLiteral("Part"));
        QVERIFY(window->canvas().model().nodes[0].name != QStringLiteral("Browser"));
        window.language().set(QStringLiteral("en"));
        QCoreApplication::processEvents();
        QCOMPARE(window->lessonPanel().nextButton().text(), english);
    }

    void theProjectorLeavesOnlyStageSentenceAndNumbers() {
        LessonWindow window;
        window->setProjector(true);
        QCoreApplication::processEvents();
        QVERIFY(!window->lessonPanel().isVisible());
        QVERIFY(!window->inspector().isVisible());
        QVERIFY(!window->lower().isVisible());
        QVERIFY(window->canvas().isVisible());
        QCOMPARE(window.style().theme().name, Theme::Name::projector);
        window->setProjector(false);
        QVERIFY(window->lessonPanel().isVisible());
        QCOMPARE(window.style().theme().name, Theme::Name::light);
    }

    /// The button that began it is hidden.
    void keysLeaveTheProjector() {
        LessonWindow window;
        QVERIFY(QTest::qWaitForWindowActive(window->window()));
        for (const Qt::Key key : {Qt::Key_F11, Qt::Key_Escape}) {
            window->setProjector(true);
            QCoreApplication::processEvents();
            QTest::keyClick(&window->canvas(), key);
            QVERIFY(window->lessonPanel().isVisible());
        }
    }

    void threeTimesAsLargeTheWindowStillFits() {
        LessonWindow window;
        QVERIFY(window->inspector().isVisible());
        window.style().setScalePercent(300);
        QCoreApplication::processEvents();
        QVERIFY2(window->width() <= 1440, qPrintable(QString::number(window->width())));
        QVERIFY(window->height() <= 900);
        QVERIFY(window->lessonPanel().isVisible());
        QVERIFY(!window->inspector().isVisible());
        window->actions()[Actions::showInspector]->trigger(); // the one asked for has the room
        QVERIFY(window->inspector().isVisible());
        QVERIFY(!window->lessonPanel().isVisible());
        window.style().setScalePercent(100);
        QCoreApplication::processEvents();
        QVERIFY(window->inspector().isVisible());
        QVERIFY(window->lessonPanel().isVisible());
    }

    void closedAndStartedAgainTheLearnerIsWhereTheyWere() {
        const QTemporaryDir folder;
        std::size_t step = 0;
        Position position;
        std::uint64_t run = 0;
        {
            LessonWindow window(folder.path());
            QTest::mouseClick(buttonOf(window, "button0"), Qt::LeftButton);
            window.settleAndSeeAll();
            window->lessonPanel().nextButton().click();
            window.settle();
            window->playback().seek({6, 0});
            step = window->player().stepIndex();
            position = window->playback().position();
            run = fingerprint(*window->session().trace());
            window.close();
        }
        LessonWindow again(folder.path());
        QCOMPARE(again->player().stepIndex(), step);
        QTRY_COMPARE(again->playback().position().moments, position.moments);
        QCOMPARE(fingerprint(*again->session().trace()), run);
        QVERIFY(again->player().isDone(0));
    }

    void changingASettingIsACommand() {
        LessonWindow window;
        window->nodeView().showNode(NodeId{1});
        window->inspector().setCurrentIndex(1);
        QCoreApplication::processEvents();
        auto* workers = qobject_cast<QSpinBox*>(window->nodeView().editorOf("workers"));
        QVERIFY(workers != nullptr);
        QCOMPARE(workers->value(), 8);
        workers->setValue(3);
        window.settleAndSeeAll();
        QCOMPARE(window->session().inputs().back().arguments.at("value").get<int>(), 3);
        QCOMPARE(window->canvas().model().nodes[1].gauges[0].capacity, 3);
        window->playback().toStart();
        QCoreApplication::processEvents();
        QCOMPARE(workers->value(), 8);
    }

    void everyControlHasANameForAScreenReader() {
        LessonWindow window;
        const QStringList unnamed = roundtrip::testing::unnamedControls(*window);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QStringLiteral("; "))));
    }

    void whatJustHappenedIsSpoken() {
        LessonWindow window;
        QTest::mouseClick(buttonOf(window, "button0"), Qt::LeftButton);
        window.settle();
        window->playback().toStart();
        window->playback().stepForward();
        const QString first = window->spoken();
        QVERIFY(!first.isEmpty());
        window->playback().stepForward();
        QVERIFY(window->spoken() != first);
    }

    /// A challenge begins with the settings that it is about; one that is done with buttons alone
    /// begins with what messages say.
    void aChallengeOpensThePartOnlyForSettings() {
        for (const auto& [id, tab] : {std::pair("14-apis", 1), std::pair("15-databases", 0)}) {
            LessonWindow window({}, QString::fromLatin1(id));
            const std::vector<LessonStep>& steps = window->player().lesson().steps;
            window->player().jumpTo(static_cast<std::size_t>(
                std::ranges::find_if(steps, &LessonStep::isChallenge) - steps.begin()));
            QCOMPARE(window->inspector().currentIndex(), tab);
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
