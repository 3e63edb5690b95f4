#include "app/inspector/hops.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

std::vector<Hop> hopsOfTrip(const Scene& scene, const SceneRun& run, std::uint32_t number,
                            std::size_t facts = static_cast<std::size_t>(-1)) {
    SpanIndex spans;
    spans.extend(run.trace(), run.trace().size());
    return hopsOf(*spans.trip(RequestId{number}), run.trace(), std::min(facts, run.trace().size()),
                  Narrator(scene));
}

QStringList namesOf(const std::vector<Hop>& hops) {
    QStringList names;
    for (const Hop& hop : hops)
        names << hop.name;
    return names;
}

} // namespace

class TestHops : public QObject {
    Q_OBJECT

  private slots:
    void waysAndWorkAreTold() {
        const Scene scene = loadScene("tests/scenes/transactions.roundtrip");
        SceneRun run(scene);
        run.send(SimTime::seconds(1), "/accounts/1");
        run.runUntil(SimTime::seconds(2));
        const auto hops = hopsOfTrip(scene, run, 1);
        QCOMPARE(namesOf(hops),
                 (QStringList{"\u2192 Bank: GET /accounts/1", "\u2192 Primary: SELECT",
                              "Primary runs the query", "\u2192 Bank: 1 row(s)",
                              "\u2192 Ada: 200 OK", "all in all"}));
        QVERIFY(hops.front().start == SimTime());
        QVERIFY(hops[2].took > SimTime::microseconds(400));
        QVERIFY(hops.back().took == run.facts<RequestFinished>()[0].time - SimTime::seconds(1));
        // Of a trip that is seen half, only what has happened.
        QCOMPARE(hopsOfTrip(scene, run, 1, run.trace().size() / 2).size() < hops.size(), true);
    }

    void aWaitForALockIsTold() {
        const Scene scene = loadScene("tests/scenes/transactions.roundtrip");
        SceneRun run(scene);
        run.send(SimTime::seconds(1), "/locked/30", "POST");
        run.send(SimTime::seconds(1), "/locked/30", "POST");
        run.runUntil(SimTime::seconds(2));
        QVERIFY(!namesOf(hopsOfTrip(scene, run, 1)).contains("Primary waits for a lock"));
        const auto hops = hopsOfTrip(scene, run, 2);
        QVERIFY(namesOf(hops).contains("Primary waits for a lock"));
        QVERIFY(namesOf(hops).contains("Bank works"));
        for (const Hop& hop : hops) {
            if (hop.name == "Primary waits for a lock")
                QVERIFY(hop.took > SimTime::milliseconds(20));
        }
    }
};

QTEST_GUILESS_MAIN(TestHops)
#include "tst_hops.moc"
