#include "core/metrics/run_series.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);
constexpr NodeId app{1};
constexpr NodeId db{2};

/// One worker that takes 100 ms; the way takes 10 ms.
Scene slowShop() {
    return sceneOf(R"({"format": 1, "nodes": [
        {"id": "browser", "kind": "browser"},
        {"id": "app", "kind": "app_server", "parameters": {"overhead": "0 ms", "workers": 1,
            "routes": [{"method": "GET", "path": "/", "handler": [
                {"do": "compute", "time": "100 ms"}, {"do": "respond"}]}]}},
        {"id": "db", "kind": "sql_database"}],
        "links": [{"from": "browser", "to": "app", "latency": "10 ms"},
                  {"from": "app", "to": "db"}]})");
}

double valueOf(const RunSeries& series, Quantity quantity, std::optional<NodeId> node, SimTime from,
               SimTime to) {
    return series.value(quantity, node, {from, to}).value_or(-1);
}

} // namespace

class TestRunSeries : public QObject {
    Q_OBJECT

  private slots:
    void countersAreTakenAsTheyStoodOverTime() {
        SceneRun run(slowShop());
        for (int i = 0; i < 3; ++i) // at the server from 10 ms on, one after the other
            run.send(SimTime(), "/");
        run.runToTheEnd();
        RunSeries series(slowShop_);
        series.extend(run.trace(), run.trace().size());
        QCOMPARE(valueOf(series, Quantity::utilisation, app, 10 * ms, 310 * ms), 1.0);
        QCOMPARE(valueOf(series, Quantity::utilisation, app, SimTime(), 20 * ms), 0.5);
        QCOMPARE(valueOf(series, Quantity::utilisation, {}, 10 * ms, 110 * ms), 1.0); // busiest
        QCOMPARE(valueOf(series, Quantity::queueLength, app, 10 * ms, 110 * ms), 2.0);
        QCOMPARE(valueOf(series, Quantity::queueLength, {}, 110 * ms, 310 * ms), 0.5);
        QCOMPARE(valueOf(series, Quantity::utilisation, app, 310 * ms, 400 * ms), 0.0);
    }

    void requestsAreCountedWhereTheyEnd() {
        SceneRun run(slowShop());
        for (int i = 0; i < 3; ++i)
            run.send(SimTime(), "/");
        run.send(SimTime(), "/nowhere");
        run.runToTheEnd();
        RunSeries series(slowShop_);
        series.extend(run.trace(), run.trace().size());
        // Answers arrive after 120, 220, 320 ms and, for what there is not, at once.
        const auto points = series.points(Quantity::throughput, {}, {SimTime(), 400 * ms}, 4);
        QCOMPARE(points.size(), 4U);
        QCOMPARE(points[3].at, 400 * ms);
        QCOMPARE(points[3].value, 20.0); // two within 100 ms
        QCOMPARE(valueOf(series, Quantity::medianLatency, {}, SimTime(), 250 * ms), 0.12);
        QCOMPARE(valueOf(series, Quantity::p99Latency, {}, SimTime(), 1000 * ms), 0.32);
        QCOMPARE(valueOf(series, Quantity::errors, {}, SimTime(), 1000 * ms), 0.0); // 404 is none
        // The server's own share is without the way.
        QCOMPARE(valueOf(series, Quantity::medianLatency, app, SimTime(), 150 * ms), 0.1);
    }

    void errorsAreCounted() {
        SceneRun run(slowShop());
        run.give(SimTime(), "app", "stop");
        run.send(5 * ms, "/");
        run.runToTheEnd();
        RunSeries series(slowShop_);
        series.extend(run.trace(), run.trace().size());
        QCOMPARE(valueOf(series, Quantity::errors, {}, SimTime(), SimTime::seconds(1)), 1.0);
    }

    void whereNothingIsToldThereIsAGap() {
        const Scene scene = slowShop();
        RunSeries series(scene);
        QVERIFY(!series.value(Quantity::p95Latency, {}, {SimTime(), 10 * ms}));
        QVERIFY(!series.value(Quantity::hitRatio, {}, {SimTime(), 10 * ms}));
        QVERIFY(!series.value(Quantity::utilisation, NodeId{0}, {SimTime(), 10 * ms}));
        QVERIFY(series.points(Quantity::throughput, {}, {SimTime(), SimTime()}, 5).empty());
        QVERIFY(series.tells(Quantity::utilisation, app));
        QVERIFY(series.tells(Quantity::utilisation, db));
        QVERIFY(!series.tells(Quantity::hitRatio, app));
    }

    void readingBitByBitIsTheSame() {
        const Scene scene = loadScene("tests/scenes/shop.roundtrip");
        SceneRun run(scene);
        run.give(SimTime(), "browser", "send_many",
                 {{"count", 200}, {"rate", 200.0}, {"target", "/users/{key}"}, {"keys", 20}});
        run.runToTheEnd();
        RunSeries whole(scene);
        whole.extend(run.trace(), run.trace().size());
        RunSeries bits(scene);
        for (std::size_t i = 0; i <= run.trace().size(); i += 37)
            bits.extend(run.trace(), i);
        bits.extend(run.trace(), run.trace().size());
        bits.truncate(run.trace(), run.trace().size() / 2);
        QCOMPARE(bits.factsRead(), run.trace().size() / 2);
        bits.extend(run.trace(), run.trace().size());
        const TimeRange range{SimTime(), SimTime::seconds(2)};
        for (std::size_t i = 0; i < kQuantityCount; ++i) {
            const auto quantity = static_cast<Quantity>(i);
            QVERIFY(whole.points(quantity, {}, range, 40) == bits.points(quantity, {}, range, 40));
        }
        QVERIFY(whole.value(Quantity::hitRatio, {}, range).value_or(0) > 0.1);
    }

  private:
    const Scene slowShop_ = slowShop();
};

QTEST_APPLESS_MAIN(TestRunSeries)
#include "tst_run_series.moc"
