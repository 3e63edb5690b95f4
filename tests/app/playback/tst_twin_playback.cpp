#include "app/playback/twin_playback.h"
#include "app/storage/lesson_files.h"

#include <QSignalSpy>
#include <QTest>

using namespace roundtrip;

namespace {

/// Two runs of lesson 18's scene, the second with a cache.
struct Twins {
    Twins() : twin(playbackOfA, playbackOfB) {
        for (Session* session : {&a, &b}) {
            QList<Command> commands{
                {SimTime(), "browser", "send", {{"target", "/users/1"}}},
                {SimTime::seconds(1), "browser", "send", {{"target", "/users/1"}}}};
            if (session == &b) {
                commands.prepend(
                    {SimTime(), "app", "set", {{"parameter", "use_cache"}, {"value", true}}});
            } else {
                commands.prepend(
                    {SimTime(), "app", "set", {{"parameter", "use_cache"}, {"value", false}}});
            }
            session->apply(commands);
            session->waitUntilIdle();
        }
        QCoreApplication::processEvents();
        twin.setReducedMotion(true);
        twin.join();
    }
    [[nodiscard]] SimTime nextOf(const Playback& side) const {
        return side.isAtEnd() ? SimTime::max() : side.index().timeOf(side.position().moments);
    }

    Scene scene = loadLesson(QStringLiteral("18-caching")).lesson->scene;
    Session a{scene};
    Session b{scene};
    Playback playbackOfA{a};
    Playback playbackOfB{b};
    TwinPlayback twin;
};

} // namespace

class TestTwinPlayback : public QObject {
    Q_OBJECT

  private slots:
    void bothSidesStandAtTheStartAndReachTheirEndsTogether() {
        Twins twins;
        QCOMPARE(twins.playbackOfA.position().moments, std::size_t{1}); // what happens at once
        twins.twin.toEnd();
        QVERIFY(twins.twin.isAtEnd());
        QVERIFY(twins.playbackOfA.isAtEnd());
        QVERIFY(twins.playbackOfB.isAtEnd());
    }

    void noSideIsAheadOfTheOther() {
        Twins twins;
        std::size_t steps = 1;
        while (!twins.twin.isAtEnd()) {
            const SimTime now = twins.twin.time();
            for (const Playback* side : {&twins.playbackOfA, &twins.playbackOfB}) {
                const std::size_t passed = side->position().moments;
                QVERIFY(passed == 0 || side->index().timeOf(passed - 1) <= now);
                QVERIFY(twins.nextOf(*side) >= now); // the rest of an instant may be to come
            }
            twins.twin.stepForward();
            ++steps;
        }
        QCOMPARE(steps, twins.twin.steps());
    }

    void aStepBackUndoesAStep() {
        Twins twins;
        std::vector<std::pair<std::size_t, std::size_t>> places;
        while (!twins.twin.isAtEnd()) {
            places.emplace_back(twins.playbackOfA.position().moments,
                                twins.playbackOfB.position().moments);
            twins.twin.stepForward();
        }
        while (!places.empty()) {
            twins.twin.stepBack();
            QCOMPARE(twins.playbackOfA.position().moments, places.back().first);
            QCOMPARE(twins.playbackOfB.position().moments, places.back().second);
            places.pop_back();
        }
    }

    void whatIsTheSameOnBothSidesHappensTogether() {
        Twins twins;
        // The second request starts at one second on both sides, whatever came before.
        twins.twin.seekToTime(SimTime::milliseconds(1001));
        for (const Playback* side : {&twins.playbackOfA, &twins.playbackOfB}) {
            std::size_t started = 0;
            for (std::size_t i = 0; i < side->facts(); ++i) {
                started += side->trace()[i].is<RequestStarted>() ? 1 : 0;
            }
            QCOMPARE(started, std::size_t{2});
        }
    }

    void trueScaleKeepsTheMoment() {
        Twins twins;
        twins.twin.seekToTime(SimTime::milliseconds(500));
        const SimTime before = twins.twin.time();
        twins.twin.setClock(Transport::Clock::trueScale);
        QVERIFY(std::abs((twins.twin.time() - before).toSeconds()) < 1e-6);
        twins.twin.seekToTime(SimTime::milliseconds(700));
        QVERIFY(twins.twin.time() == SimTime::milliseconds(700));
    }

    void itPlaysToTheEndAndStops() {
        Twins twins;
        const QSignalSpy playing(&twins.twin, &Transport::playingChanged);
        twins.twin.setSpeed(1000);
        twins.twin.play();
        QVERIFY(twins.twin.isPlaying());
        QTRY_VERIFY(!twins.twin.isPlaying());
        QVERIFY(twins.twin.isAtEnd());
        QCOMPARE(playing.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTwinPlayback)
#include "tst_twin_playback.moc"
