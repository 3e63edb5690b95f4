#include "core/kernel/distribution.h"

#include <QTest>

#include <cmath>

using namespace roundtrip;

Q_DECLARE_METATYPE(Distribution)

class TestDistribution : public QObject {
    Q_OBJECT

  private slots:
    void samplesHaveTheStatedMean_data();
    void samplesHaveTheStatedMean();
    void aConstantIsConstant();
    void aHeavyTailHasNoMean();
    void equalDescriptionsAreEqual();
};

void TestDistribution::samplesHaveTheStatedMean_data() {
    QTest::addColumn<Distribution>("distribution");
    QTest::addColumn<double>("mean");
    constexpr SimTime ms = SimTime::milliseconds(1);
    const auto row = [](const char* name, const Distribution& distribution, double mean) {
        QTest::newRow(name) << distribution << mean;
    };
    row("constant", Distribution::constant(3 * ms), 0.003);
    row("uniform", Distribution::uniform(2 * ms, 6 * ms), 0.004);
    row("exponential", Distribution::exponential(5 * ms), 0.005);
    row("erlang", Distribution::erlang(3, 6 * ms), 0.006);
    row("hyperexponential", Distribution::hyperexponential(0.9, ms, 20 * ms), 0.0029);
    row("lognormal", Distribution::lognormal(8 * ms, 0.7), 0.008);
    row("pareto", Distribution::pareto(3.0, 2 * ms), 0.003);
    row("two points", Distribution::twoPoint(0.75, 4 * ms, 40 * ms), 0.013);
}

void TestDistribution::samplesHaveTheStatedMean() {
    QFETCH(Distribution, distribution);
    QFETCH(double, mean);
    QVERIFY(std::abs(distribution.meanSeconds() - mean) < 1e-15);
    constexpr int draws = 400'000;
    RandomStream random(1, "test", "distribution");
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < draws; ++i) {
        const double x = distribution.sample(random).toSeconds();
        QVERIFY(x >= 0.0);
        sum += x;
        squares += x * x;
    }
    const double average = sum / draws;
    const double error = std::sqrt(std::max(0.0, squares / draws - average * average) / draws);
    QVERIFY2(std::abs(average - mean) < 4 * error + 1e-9,
             qPrintable(QString("%1, not %2").arg(average).arg(mean)));
}

void TestDistribution::aConstantIsConstant() {
    RandomStream random(1, "test", "constant");
    QVERIFY(Distribution().sample(random) == SimTime());
    const Distribution constant = Distribution::constant(SimTime::nanoseconds(1'234'567'891));
    QVERIFY(constant.sample(random) == SimTime::nanoseconds(1'234'567'891));
    const Distribution negative = Distribution::constant(SimTime::seconds(-1));
    QVERIFY(negative.sample(random) == SimTime());
}

void TestDistribution::aHeavyTailHasNoMean() {
    QVERIFY(std::isinf(Distribution::pareto(1.0, SimTime::seconds(1)).meanSeconds()));
}

void TestDistribution::equalDescriptionsAreEqual() {
    const Distribution a = Distribution::lognormal(SimTime::seconds(1), 0.5);
    QVERIFY(a == Distribution::lognormal(SimTime::seconds(1), 0.5));
    QVERIFY(a != Distribution::lognormal(SimTime::seconds(1), 0.6));
    QVERIFY(Distribution::exponential(SimTime::seconds(1)) !=
            Distribution::constant(SimTime::seconds(1)));
    QVERIFY(a.kind() == Distribution::Kind::lognormal);
}

QTEST_APPLESS_MAIN(TestDistribution)
#include "tst_distribution.moc"
