#include "core/nodes/station_statistics.h"
#include "core/scene/world.h"

#include <QTest>
#include <fmt/format.h>

#include <cmath>
#include <string>

using namespace roundtrip;

namespace {

std::string sceneWith(const std::string& source, const std::string& station) {
    return fmt::format(
        R"({{"format": 1, "nodes": [{}, {{"id": "q", "kind": "station", "parameters": {}}},
            {{"id": "k", "kind": "sink"}}],
            "links": [{{"from": "q", "to": "k", "latency": "0 s"}}{}]}})",
        source, station, R"(, {"from": "a", "to": "q", "latency": "0 s"})");
}

std::string sourceOf(const char* between) {
    return fmt::format(R"({{"id": "a", "kind": "source",
                           "parameters": {{"between": {{"exponential": "{}"}}}}}})",
                       between);
}

StationFigures figuresOf(const std::string& text, const char* node = "q",
                         SimTime end = SimTime::seconds(1'000'000)) {
    const SceneReading reading = readScene(text);
    if (!reading.scene) {
        qFatal("%s", reading.problems.front().code.c_str());
    }
    World world(*reading.scene, 7, std::make_shared<Trace>(), RecordingLevel{.sampleEvery = 0});
    const SimTime warmup = SimTime::seconds(20'000);
    world.simulation().runUntil(warmup);
    world.find("q")->statistics()->restart(warmup);
    world.find("k")->statistics()->restart(warmup);
    world.simulation().runUntil(end);
    return world.find(node)->statistics()->overall(end);
}

bool isNear(double actual, double expected, double share) {
    return std::abs(actual - expected) <= share * expected;
}

} // namespace

/// Scenes of source, station and sink against the closed forms of tests/data/queueing.csv.
class TestQueueingScenes : public QObject {
    Q_OBJECT

  private slots:
    void meansAreThoseOfTheory_data() {
        QTest::addColumn<QString>("between");
        QTest::addColumn<QString>("station");
        QTest::addColumn<double>("wait");
        QTest::addColumn<double>("response");
        QTest::addColumn<double>("present");
        QTest::addColumn<double>("utilisation");
        QTest::addColumn<qint64>("seconds");
        // Bounds below: about four standard errors of a run of this length (see the README of
        // tests/data for the formula), never more than the 2 % that is asked for.
        QTest::newRow("M/M/1 0.5") << "2 s"
                                   << R"({"service": {"exponential": "1 s"}})" << 1.0 << 2.0 << 1.0
                                   << 0.5 << qint64{2'000'000};
        QTest::newRow("M/M/1 0.8") << "1.25 s"
                                   << R"({"service": {"exponential": "1 s"}})" << 4.0 << 5.0 << 4.0
                                   << 0.8 << qint64{4'000'000};
        QTest::newRow("M/M/2") << "555.555556 ms"
                               << R"({"servers": 2, "service": {"exponential": "1 s"}})"
                               << 4.26315789473684 << 5.26315789473684 << 9.47368421052632 << 0.9
                               << qint64{4'000'000};
        QTest::newRow("M/M/10") << "125 ms"
                                << R"({"servers": 10, "service": {"exponential": "1 s"}})"
                                << 0.204590075398222 << 1.20459007539822 << 9.63672060318577 << 0.8
                                << qint64{600'000};
        QTest::newRow("M/M/3/8")
            << "250 ms"
            << R"({"servers": 3, "capacity": 8, "service": {"exponential": "1 s"}})"
            << 1.05223023456834 << 2.05223023456834 << 5.91419626176197 << 0.960612859470573
            << qint64{400'000};
        QTest::newRow("M/D/1") << "1.25 s"
                               << R"({"service": "1 s"})" << 2.0 << 3.0 << 2.4 << 0.8
                               << qint64{3'000'000};
    }
    void meansAreThoseOfTheory() {
        QFETCH(QString, between);
        QFETCH(QString, station);
        QFETCH(double, wait);
        QFETCH(double, response);
        QFETCH(double, present);
        QFETCH(double, utilisation);
        QFETCH(qint64, seconds);
        const StationFigures figures =
            figuresOf(sceneWith(sourceOf(between.toUtf8().constData()), station.toStdString()), "q",
                      SimTime::seconds(seconds));
        constexpr double kBound = 0.02;
        QVERIFY2(isNear(figures.meanWait, wait, kBound),
                 fmt::format("{}", figures.meanWait).c_str());
        QVERIFY2(isNear(figures.meanResponse, response, kBound),
                 fmt::format("{}", figures.meanResponse).c_str());
        QVERIFY2(isNear(figures.meanPresent, present, kBound),
                 fmt::format("{}", figures.meanPresent).c_str());
        QVERIFY(isNear(figures.utilisation, utilisation, kBound));
    }

    void percentilesAndSharesAreThoseOfTheory() {
        const StationFigures figures =
            figuresOf(sceneWith(sourceOf("2 s"), R"({"service": {"exponential": "1 s"}})"));
        QVERIFY(isNear(figures.responses.quantile(0.50).toSeconds(), 1.38629436111989, 0.02));
        QVERIFY(isNear(figures.responses.quantile(0.95).toSeconds(), 5.99146454710798, 0.02));
        QVERIFY(isNear(figures.responses.quantile(0.99).toSeconds(), 9.21034037197618, 0.02));
        QVERIFY(isNear(figures.waitShare, 0.5, 0.02));
    }

    void aFullStationTurnsAway() {
        const StationFigures figures = figuresOf(
            sceneWith(sourceOf("250 ms"),
                      R"({"servers": 3, "capacity": 8, "service": {"exponential": "1 s"}})"));
        QVERIFY(isNear(figures.blockShare, 0.27954035539707, 0.02));
        QVERIFY(isNear(figures.throughput, 2.88183857841172, 0.02));
    }

    void sharingTheProcessorKeepsTheMeanResponse() {
        const StationFigures figures =
            figuresOf(sceneWith(sourceOf("1.25 s"),
                                R"({"discipline": "sharing", "service": {"exponential": "1 s"}})"),
                      "q", SimTime::seconds(4'000'000));
        QVERIFY(isNear(figures.meanResponse, 5.0, 0.02));
    }

    void whoIsOfClassZeroWaitsLess() {
        const SceneReading reading = readScene(R"({"format": 1, "nodes": [
            {"id": "first", "kind": "source",
             "parameters": {"between": {"exponential": "3.333333333 s"}, "class": 0}},
            {"id": "other", "kind": "source",
             "parameters": {"between": {"exponential": "2 s"}, "class": 1}},
            {"id": "q", "kind": "station",
             "parameters": {"discipline": "priority", "service": {"exponential": "1 s"}}},
            {"id": "k", "kind": "sink"}],
            "links": [{"from": "first", "to": "q", "latency": "0 s"},
                      {"from": "other", "to": "q", "latency": "0 s"},
                      {"from": "q", "to": "k", "latency": "0 s"}]})");
        QVERIFY(reading.scene.has_value());
        World world(*reading.scene, 7, std::make_shared<Trace>(), RecordingLevel{.sampleEvery = 0});
        const SimTime end = SimTime::seconds(4'000'000);
        world.simulation().runUntil(end);
        const StationStatistics& statistics = *world.find("q")->statistics();
        constexpr double kBound = 0.02;
        QVERIFY(isNear(statistics.ofClass(0, end).meanWait, 1.14285714285714, kBound));
        QVERIFY(isNear(statistics.ofClass(1, end).meanWait, 5.71428571428571, kBound));
        QVERIFY(isNear(statistics.overall(end).meanWait, 4.0, kBound));
    }

    void stationsInARowAddUp() {
        const SceneReading reading = readScene(R"({"format": 1, "nodes": [
            {"id": "a", "kind": "source", "parameters": {"between": {"exponential": "1.25 s"}}},
            {"id": "q", "kind": "station", "parameters": {"service": {"exponential": "1 s"}}},
            {"id": "r", "kind": "station",
             "parameters": {"service": {"exponential": "0.666666667 s"}}},
            {"id": "s", "kind": "station", "parameters": {"service": {"exponential": "0.5 s"}}},
            {"id": "k", "kind": "sink"}],
            "links": [{"from": "a", "to": "q", "latency": "0 s"},
                      {"from": "q", "to": "r", "latency": "0 s"},
                      {"from": "r", "to": "s", "latency": "0 s"},
                      {"from": "s", "to": "k", "latency": "0 s"}]})");
        QVERIFY(reading.scene.has_value());
        World world(*reading.scene, 7, std::make_shared<Trace>(), RecordingLevel{.sampleEvery = 0});
        const SimTime end = SimTime::seconds(4'000'000);
        world.simulation().runUntil(end);
        const StationFigures whole = world.find("k")->statistics()->overall(end);
        constexpr double kBound = 0.02;
        QVERIFY(isNear(whole.meanResponse, 7.26190476190476, kBound));
        QVERIFY(isNear(whole.responses.quantile(0.5).toSeconds(), 5.9110572, kBound));
    }

    void aSinkMeasuresTheWholeWay() {
        const std::string scene =
            sceneWith(sourceOf("2 s"), R"({"service": {"exponential": "1 s"}})");
        QCOMPARE(figuresOf(scene, "k").departures, figuresOf(scene).departures);
        QVERIFY(isNear(figuresOf(scene, "k").meanResponse, 2.0, 0.02));
    }

    void everyKindExplainsItselfAndHasDefaultsThatFit() {
        for (const NodeKind& kind : allKinds()) {
            QVERIFY(std::string(kind.name).size() > 2 && std::string(kind.help).size() > 10 &&
                    std::string(kind.analogy).size() > 3);
            for (const Parameter& parameter : kind.parameters) {
                QVERIFY2(checkValue(parameter, parameter.fallback).empty(), parameter.name.c_str());
                QVERIFY(std::string(parameter.label).size() > 2);
                QVERIFY(std::string(parameter.help).size() > 5);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestQueueingScenes)
#include "tst_queueing_scenes.moc"
