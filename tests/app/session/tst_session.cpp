#include "app/session/session.h"
#include "tests/support/scene_run.h"

#include <QSignalSpy>
#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

Scene loadBalancer() {
    return loadScene(QStringLiteral("tests/scenes/load_balancer.roundtrip"));
}

/// It asks and asks, for ever.
Scene crowd() {
    return loadScene(QStringLiteral("tests/scenes/crowd.roundtrip"));
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

  private slots:
    void anotherSceneCountsAtOnceAndItsRunFollows() {
        Session session(loadBalancer());
        session.apply({{SimTime(), "browser", "send", {{"target", "/work"}}}});
        session.waitUntilIdle();
        QVERIFY(session.trace()->size() > 10);
        const QSignalSpy told(&session, &Session::sceneChanged);
        session.begin(crowd());
        QCOMPARE(told.count(), 1);
        QVERIFY(session.scene() == crowd());
        QCOMPARE(session.trace()->size(), std::size_t{0});
        QVERIFY(session.inputs().isEmpty());
        session.waitUntilIdle();
        QVERIFY(session.neverRests());
        QCOMPARE(session.branches().size(), 1);
    }

    void workForAnEarlierSceneIsGivenUpAndNotHeardOf() {
        Session session(crowd());
        session.waitUntilIdle();
        const QSignalSpy failed(&session, &Session::failed);
        session.advanceTo(SimTime::seconds(1'000'000)); // would take very long
        session.begin(loadBalancer());
        session.waitUntilIdle();
        QCOMPARE(failed.count(), 0);
        QVERIFY(session.scene() == loadBalancer());
        QCOMPARE(session.simulatedUntil(), SimTime());
    }

    void looksAreTakenOverWhileTheRunGoesOn() {
        Session session(loadBalancer());
        session.apply({{SimTime(), "browser", "send", {{"target", "/work"}}}});
        session.waitUntilIdle();
        const std::size_t facts = session.trace()->size();
        Scene moved = loadBalancer();
        moved.nodes[1].x = 999;
        moved.nodes[1].name = "Door";
        session.takeLooks(moved);
        QCOMPARE(session.scene().nodes[1].x, 999.0);
        QCOMPARE(session.scene().nodes[1].name, std::string("Door"));
        QCOMPARE(session.trace()->size(), facts);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
