#include "app/compare/compare_view.h"
#include "app/compare/difference_dialog.h"
#include "app/session/comparison_run.h"
#include "tests/support/lesson_window.h"
#include "tests/support/text_file.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>
#include <qcustomplot.h>

using namespace roundtrip;
using namespace roundtrip::test;
using roundtrip::testing::LessonWindow;

namespace {

LessonReading smallLesson() {
    return readLesson([](const std::string& name) {
        return findText("tests/data/lessons/small/" + QString::fromStdString(name));
    });
}

/// The small lesson's comparison, opened.
struct Opened {
    Opened() {
        style.setMotionReduced(true);
        view.compare(reading.lesson->comparisons.front(),
                     reading.texts.at("en").comparisons.at("cache"));
        view.resize(1200, 800);
        view.show();
    }
    [[nodiscard]] QString cell(int row, int column) {
        return view.table().item(row, column)->text();
    }

    LessonReading reading = smallLesson();
    Style style;
    QAction start, back, play, forward, end;
    CompareView view{style, {&start, &back, &play, &forward, &end}};
};

} // namespace

class TestCompareView : public QObject {
    Q_OBJECT

  private slots:
    void theTableHoldsTheNumbersOfBothRuns() {
        Opened opened;
        QTRY_VERIFY(opened.view.isReady());
        QCOMPARE(opened.cell(1, 1), QStringLiteral("0")); // nothing has happened yet
        opened.view.transport()->toEnd();
        const auto run = runComparison(opened.reading.lesson->comparisons.front());
        QCOMPARE(opened.cell(1, 1), QString::number(run->figures.a.queries));
        QCOMPARE(opened.cell(1, 2), QString::number(run->figures.b.queries));
        QVERIFY(opened.cell(1, 3).startsWith(QStringLiteral("A is ")));
        for (const auto& [side, trace] : {std::pair(Side::a, run->a), std::pair(Side::b, run->b)}) {
            QCOMPARE(fingerprint(opened.view.side(side).playback()->trace()), fingerprint(*trace));
        }
    }

    void theBetterNumberIsColoured() {
        Opened opened;
        QTRY_VERIFY(opened.view.isReady());
        opened.view.transport()->toEnd();
        const auto tone = [&](Side side) {
            return opened.view.side(side)
                .findChildren<QLabel*>(QStringLiteral("paneNumber"))
                .last()
                ->property("tone")
                .toString();
        };
        QCOMPARE(tone(Side::a), QStringLiteral("bad"));
        QCOMPARE(tone(Side::b), QStringLiteral("good"));
    }

    void theChartFollowsTheChosenRow() {
        Opened opened;
        QTRY_VERIFY(opened.view.isReady());
        const auto highest = [&](int graph) {
            bool isFound = false;
            return opened.view.chart().plot().graph(graph)->data()->valueRange(isFound).upper;
        };
        opened.view.table().selectRow(1); // queries, as they grew
        QCOMPARE(highest(0), 21.0);
        QVERIFY(highest(1) < 21.0);
        opened.view.table().selectRow(0); // one point for each request
        QCOMPARE(opened.view.chart().plot().graph(0)->data()->size(), 21);
    }

    void itIsWatchedOnceItHasBeenSeenToItsEnd() {
        Opened opened;
        const QSignalSpy watched(&opened.view, &CompareView::watched);
        QTRY_VERIFY(opened.view.isReady());
        opened.view.transport()->stepForward();
        QCOMPARE(watched.count(), 0);
        opened.view.transport()->toEnd();
        QVERIFY(watched.count() > 0);
    }

    void anotherDifferenceIsAnotherRun() {
        Opened opened;
        QTRY_VERIFY(opened.view.isReady());
        const QSignalSpy watched(&opened.view, &CompareView::watched);
        opened.view.setDifference(
            {{SimTime(), "app", "set", {{"parameter", "use_cache"}, {"value", false}}}});
        QVERIFY(!opened.view.isReady());
        QTRY_VERIFY(opened.view.isReady());
        opened.view.transport()->toEnd();
        QCOMPARE(opened.cell(1, 1), opened.cell(1, 2));
        QCOMPARE(opened.cell(1, 3), QStringLiteral("the same"));
        QCOMPARE(watched.count(), 0); // not what the lesson asked to see
    }

    void numbersThatHardlyDifferAreNotCalledATimesB() {
        Opened opened;
        QTRY_VERIFY(opened.view.isReady());
        opened.view.setDifference(
            {{SimTime(), "app", "set", {{"parameter", "use_cache"}, {"value", false}}},
             {SimTime(), "db", "set", {{"parameter", "base_time"}, {"value", "6.1 ms"}}}});
        QTRY_VERIFY(opened.view.isReady());
        opened.view.transport()->toEnd();
        QVERIFY(opened.cell(0, 1) != opened.cell(0, 2));
        QCOMPARE(opened.cell(0, 3), QStringLiteral("nearly the same"));
    }

    void whileAnotherRunIsPreparedTheOldOneIsNotPlayed() {
        Opened opened;
        QTRY_VERIFY(opened.view.isReady());
        auto* bar = opened.view.findChild<TransportBar*>();
        QVERIFY(!bar->where().isEmpty());
        opened.view.setDifference({});
        QVERIFY(opened.view.transport() == nullptr);
        opened.view.resize(1000, 760); // the bar asks where it stands
        QVERIFY(bar->where().isEmpty());
        for (QPushButton* clock : bar->findChildren<QPushButton*>()) {
            clock->click();
        }
        QTRY_VERIFY(opened.view.isReady());
        QVERIFY(!bar->where().isEmpty());
    }

    void theDialogOffersEverySettingOfEveryPartAndLine() {
        const Scene scene = smallLesson().lesson->scene;
        const Style style;
        const Narrator narrator(scene);
        DifferenceDialog dialog(style, scene, narrator, {});
        QCOMPARE(dialog.parts().count(), 7); // four parts and three lines
        dialog.parts().setCurrentIndex(dialog.parts().findData("app"));
        dialog.parameters().setCurrentIndex(dialog.parameters().findData("use_cache"));
        qobject_cast<QCheckBox*>(dialog.editor())->toggle();
        dialog.addButton().click();
        dialog.parts().setCurrentIndex(dialog.parts().findData("app->cache"));
        dialog.parameters().setCurrentIndex(dialog.parameters().findData("latency"));
        QCOMPARE(dialog.settings().size(), std::size_t{1});
        QCOMPARE(dialog.settings()[0].target, std::string("app"));
        QCOMPARE(dialog.list().item(0)->text(),
                 QStringLiteral("App server \u00b7 Use the cache: off"));
        dialog.list().setCurrentRow(0);
        dialog.removeButton().click();
        QVERIFY(dialog.settings().empty());
    }

    void aLearnersOwnRunCanBeCompared() {
        LessonWindow window;
        window->player().pressButton(0);
        window.settleAndSeeAll();
        QTimer::singleShot(0, qApp, [] {
            QTimer::singleShot(0, qApp, [] {
                if (QWidget* dialog = QApplication::activeModalWidget()) {
                    dialog->close();
                }
            });
        });
        window->openComparison();
        QVERIFY(window->isComparing());
        QTRY_VERIFY(window->comparison()->isReady());
        window->comparison()->setDifference(
            {{SimTime(), "browser->app", "set", {{"parameter", "latency"}, {"value", "50 ms"}}}});
        QTRY_VERIFY(window->comparison()->isReady());
        window->actions()[Actions::end]->trigger();
        QTableWidget& table = window->comparison()->table();
        QVERIFY(table.item(0, 3)->text().startsWith(QStringLiteral("B is ")));
        window->closeComparison();
        QVERIFY(!window->isComparing());
        QCOMPARE(window->session().branches().size(), 1); // the run itself is untouched
    }
};

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
