#include "app/storage/lesson_files.h"
#include "app/timeline/timeline_view.h"

#include <QScrollBar>
#include <QTest>

using namespace roundtrip;

namespace {

/// The timeline of a lesson with six parts.
struct SixLanes {
    SixLanes()
        : reading(loadLesson(QStringLiteral("15-databases"))), session(reading.lesson->scene),
          playback(session), narrator(reading.lesson->scene), view(style, narrator) {
        view.setPlayback(&playback);
    }
    void resize(int height) {
        view.resize(900, height);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }
    [[nodiscard]] std::size_t lanesInSight() const {
        std::size_t seen = 0;
        for (std::size_t lane = 0; lane < reading.lesson->scene.nodes.size(); ++lane) {
            const QRectF place = view.laneRect(lane);
            seen += !place.isEmpty() && place.bottom() <= view.height() ? 1 : 0;
        }
        return seen;
    }
    [[nodiscard]] QScrollBar& bar() const { return *view.findChild<QScrollBar*>(); }

    LessonReading reading;
    Session session;
    Playback playback;
    Narrator narrator;
    Style style;
    TimelineView view;
};

} // namespace

class TestTimelineView : public QObject {
    Q_OBJECT

  private slots:
    void aRoomyPanelShowsEachLaneInItsUsualHeight() {
        SixLanes six;
        six.resize(six.view.sizeHint().height());
        QCOMPARE(six.lanesInSight(), std::size_t{6});
        QCOMPARE(six.view.laneRect(0).height(), 24.0);
        QVERIFY(six.bar().isHidden());
    }

    void inALowPanelTheLanesGetCloser() {
        SixLanes six;
        six.resize(six.view.minimumSizeHint().height());
        QCOMPARE(six.lanesInSight(), std::size_t{6});
        QVERIFY(six.view.laneRect(0).height() < 24);
        QVERIFY(six.bar().isHidden());
    }

    void lanesThatDoNotFitAreReachedByScrolling() {
        SixLanes six;
        six.resize(70);
        QVERIFY(six.bar().isVisible());
        const std::size_t seen = six.lanesInSight();
        QVERIFY(seen >= 2 && seen < 6);
        QVERIFY(six.view.laneRect(5).isEmpty());
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(&six.view, Qt::Key_Down);
        }
        QVERIFY(six.view.laneRect(0).isEmpty());
        QVERIFY(six.view.laneRect(5).bottom() <= six.view.height());
        QCOMPARE(six.lanesInSight(), seen);
    }

    void barsStandInTheLanesThatAreInSight() {
        SixLanes six;
        six.resize(70);
        six.playback.give({{SimTime(), "browser", "send", {{"target", "/cities"}}}});
        six.session.waitUntilIdle();
        QCoreApplication::processEvents();
        six.playback.toEnd();
        QVERIFY(!six.view.bars().empty());
        for (const TimelineView::Bar& bar : six.view.bars()) {
            QVERIFY(six.view.laneRect(bar.lane).contains(bar.rect.center()));
        }
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
