#include "app/playback/playback.h"
#include "app/storage/lesson_files.h"
#include "core/scene/scene.h"

#include <QSignalSpy>
#include <QTest>

using namespace roundtrip;

namespace {

Scene lessonScene() {
    return loadLesson(QStringLiteral("18-caching")).lesson->scene;
}

QList<Command> requestFor(const char* target, SimTime after = {}) {
    return {Command{after, "browser", "send", {{"target", target}}}};
}

bool isSame(const SceneState& left, const SceneState& right) {
    if (left.flights.size() != right.flights.size() || left.nodes.size() != right.nodes.size()) {
        return false;
    }
    for (std::size_t i = 0; i < left.nodes.size(); ++i) {
        const NodeState& a = left.nodes[i];
        const NodeState& b = right.nodes[i];
        const auto sameGauge = [](const NodeState::Gauge& x, const NodeState::Gauge& y) {
            return x.value == y.value && x.capacity == y.capacity;
        };
        if (a.lastFact != b.lastFact || a.active != b.active || a.cache.size() != b.cache.size() ||
            a.rowChanges != b.rowChanges || !std::ranges::equal(a.gauges, b.gauges, sameGauge)) {
            return false;
        }
    }
    return true;
}

/// Somebody asks every second, without end.
Scene crowdScene() {
    return *readSceneDocument(nlohmann::json::parse(R"({"format": 1, "nodes": [
        {"id": "crowd", "kind": "crowd", "parameters": {"between": "1 s"}},
        {"id": "app", "kind": "app_server"}],
      "links": [{"from": "crowd", "to": "app"}]})"))
                .scene;
}

} // namespace

class TestPlayback : public QObject {
    Q_OBJECT

  private slots:
    void nothingHasHappenedAtTheStart() {
        Session session(lessonScene());
        Playback playback(session);
        QCOMPARE(playback.position().moments, std::size_t{0});
        QVERIFY(!playback.currentFact());
        QVERIFY(playback.isAtEnd());
    }

    void everyStepForwardShowsTheNextVisibleFactAndBackUndoesIt() {
        Session session(lessonScene());
        Playback playback(session);
        playback.setReducedMotion(true);
        playback.give(requestFor("/users/123"));
        session.waitUntilIdle();
        playback.toStart();
        std::vector<std::size_t> seen;
        while (!playback.isAtEnd()) {
            playback.stepForward();
            QVERIFY(infoOf(playback.trace()[*playback.currentFact()].kind).visible);
            seen.push_back(*playback.currentFact());
        }
        QVERIFY(seen.size() > 15);
        QVERIFY(std::ranges::is_sorted(seen));
        for (std::size_t i = seen.size(); i-- > 1;) {
            playback.stepBack();
            QCOMPARE(*playback.currentFact(), seen[i - 1]);
        }
        playback.stepBack();
        QVERIFY(!playback.currentFact());
    }

    void theStateAtAnyPlaceIsThatOfAllFactsBefore() {
        Session session(lessonScene());
        session.apply({Command{SimTime(),
                               "browser",
                               "send_many",
                               {{"count", 800},
                                {"rate", 300.0},
                                {"update_share", 0.1},
                                {"update_body", "{\"city\": \"Lima\"}"}}}});
        session.waitUntilIdle();
        Playback playback(session);
        QTRY_COMPARE(playback.index().factsAfter(playback.index().moments()),
                     session.trace()->size());
        RandomStream random(3, "test", "places");
        for (int i = 0; i < 60; ++i) {
            playback.seek({random.below(playback.index().moments() + 1), 0});
            SceneState expected;
            expected.nodes.resize(session.scene().nodes.size());
            for (std::size_t fact = 0; fact < playback.facts(); ++fact) {
                expected.apply(playback.trace()[fact], static_cast<std::uint32_t>(fact));
            }
            QVERIFY(isSame(playback.state(), expected));
        }
    }

    void aCommandInThePastBeginsAnotherRunAndTheOldOneCanBeReturnedTo() {
        Session session(lessonScene());
        Playback playback(session);
        playback.give(requestFor("/users/123"));
        session.waitUntilIdle();
        const std::uint64_t before = fingerprint(*session.trace());
        playback.seek({5, 0});
        const std::size_t kept = playback.facts();
        playback.give(requestFor("/users/7"));
        session.waitUntilIdle();
        QCOMPARE(session.branches().size(), 2);
        QVERIFY(session.trace()->sharedPrefix() >= kept);
        QVERIFY(fingerprint(*session.trace()) != before);
        session.switchTo(session.branches().front().number);
        session.waitUntilIdle();
        QCOMPARE(fingerprint(*session.trace()), before);
    }

    void aCommandAtTheEndContinuesTheSameRun() {
        Session session(lessonScene());
        Playback playback(session);
        for (int i = 0; i < 3; ++i) {
            playback.give(requestFor("/users/123"));
            session.waitUntilIdle();
            playback.toEnd();
        }
        QCOMPARE(session.branches().size(), 1);
        QCOMPARE(playback.index().spans().trips().size(), std::size_t{3});
    }

    void whatNeverRestsIsPlayedOn() {
        Session session(crowdScene());
        Playback playback(session);
        playback.play();
        session.waitUntilIdle();
        QVERIFY(playback.isPlaying());
        const SimTime end = playback.endTime();
        playback.toEnd();
        QVERIFY(!playback.isPlaying());
        playback.stepForward(); // there is more
        session.waitUntilIdle();
        QTRY_VERIFY(!playback.isPlaying() && playback.time() > end);
        playback.setSpeed(100);
        playback.play();
        QTRY_VERIFY(playback.endTime() > end + SimTime::seconds(30));
        QVERIFY(playback.isPlaying());
        playback.pause();
    }

    void aMessageMovesOnlyForwardsWhileStoryTimePasses() {
        Session session(lessonScene());
        Playback playback(session);
        playback.give(requestFor("/users/123"));
        session.waitUntilIdle();
        playback.pause();
        std::map<std::uint32_t, double> progress;
        for (std::size_t moment = 1; moment < playback.index().moments(); ++moment) {
            for (const double fraction : {0.0, 0.3, 0.6, 0.9}) {
                playback.seek({moment, fraction});
                for (const Flight& flight : playback.state().flights) {
                    double& last = progress[indexOf(flight.message)];
                    const double now = playback.progressOf(flight);
                    QVERIFY2(now >= last && now <= 1.0, qPrintable(QString::number(now)));
                    last = now;
                }
            }
        }
        QVERIFY(progress.size() > 6);
    }

    void trueScaleFollowsSimulatedTime() {
        Session session(lessonScene());
        Playback playback(session);
        playback.give(requestFor("/users/123"));
        session.waitUntilIdle();
        playback.setClock(Playback::Clock::trueScale);
        const SimTime middle = playback.endTime() / 2;
        playback.seekToTime(middle);
        QVERIFY((playback.time() - middle).ns() < 1000 && (middle - playback.time()).ns() < 1000);
    }

    /// A crowd that has been sent away: what is simulated beyond the last that can be seen is
    /// empty.
    void whatIsGivenAtTheEndIsSeenAtOnce() {
        Session session(crowdScene());
        Playback playback(session);
        playback.setClock(Playback::Clock::trueScale);
        playback.give({Command{SimTime(), "crowd", "stop", nlohmann::json::object()}});
        session.waitUntilIdle();
        session.advanceTo(SimTime::seconds(100));
        session.waitUntilIdle();
        playback.toEnd();
        QVERIFY(playback.time() < SimTime::seconds(50));
        playback.give({Command{SimTime(), "crowd", "start", nlohmann::json::object()}});
        QTRY_VERIFY(playback.time() > SimTime::seconds(99));
    }

    void playingReachesTheEndAndStops() {
        Session session(lessonScene());
        Playback playback(session);
        QSignalSpy changes(&playback, &Playback::playingChanged);
        playback.setSpeed(200);
        playback.give(requestFor("/users/123"));
        QTRY_VERIFY(!changes.isEmpty());
        QTRY_VERIFY(playback.isAtEnd() && !playback.isPlaying());
    }
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
