#include "core/kernel/random_stream.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <vector>

using namespace roundtrip;

namespace {

using Draw = std::function<double(RandomStream&)>;

struct Moments {
    double mean = 0.0;
    double variance = 0.0;
    double meanError = 0.0;     ///< standard error of the mean
    double varianceError = 0.0; ///< standard error of the variance
};

Moments momentsOf(const Draw& draw, std::size_t count) {
    RandomStream random(2024, "test", "moments");
    std::vector<double> values(count);
    const auto n = static_cast<double>(count);
    Moments moments;
    for (double& value : values) {
        value = draw(random);
        moments.mean += value / n;
    }
    double fourth = 0.0;
    for (const double value : values) {
        const double square = (value - moments.mean) * (value - moments.mean);
        moments.variance += square / n;
        fourth += square * square / n;
    }
    moments.meanError = std::sqrt(moments.variance / n);
    moments.varianceError = std::sqrt((fourth - moments.variance * moments.variance) / n);
    return moments;
}

double squared(double x) {
    return x * x;
}

/// Pearson's statistic, as the number of standard deviations from what is expected.
double chiSquareScore(const std::vector<double>& counts, const std::vector<double>& expected) {
    double statistic = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        statistic += squared(counts[i] - expected[i]) / expected[i];
    const auto freedom = static_cast<double>(counts.size() - 1);
    return (statistic - freedom) / std::sqrt(2 * freedom);
}

} // namespace

Q_DECLARE_METATYPE(Draw)

class TestRandomStream : public QObject {
    Q_OBJECT

  private slots:
    void theEngineGivesThePublishedNumbers();
    void theSameSeedGivesTheSameNumbers();
    void ownersAndPurposesHaveStreamsOfTheirOwn();
    void aStreamKeepsItsNumbersBetweenVersions();
    void momentsAreThoseOfTheDistribution_data();
    void momentsAreThoseOfTheDistribution();
    void exponentialProbabilitiesAreExact();
    void normalProbabilitiesAreExact();
    void belowIsUniform();
    void paretoHasItsTail();
    void twoPointDrawsItsShare();
    void zipfProbabilitiesAreExact_data();
    void zipfProbabilitiesAreExact();
};

// From the state 1, 2, 3, 4: the reference implementation's first outputs (prng.di.unimi.it,
// xoshiro256plusplus.c), which other implementations test against as well.
void TestRandomStream::theEngineGivesThePublishedNumbers() {
    RandomStream random(RandomStream::State{1, 2, 3, 4});
    const std::vector<std::uint64_t> published{
        41943041U,
        58720359U,
        3588806011781223U,
        3591011842654386U,
        9228616714210784205U,
        9973669472204895162U,
        14011001112246962877U,
        12406186145184390807U,
        15849039046786891736U,
        10450023813501588000U,
    };
    for (const std::uint64_t expected : published)
        QCOMPARE(random.bits(), expected);
}

void TestRandomStream::theSameSeedGivesTheSameNumbers() {
    RandomStream first(7, "web-1", "service time");
    RandomStream second(7, "web-1", "service time");
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(first.normal(), second.normal());
}

void TestRandomStream::ownersAndPurposesHaveStreamsOfTheirOwn() {
    std::vector<std::uint64_t> firsts;
    firsts.push_back(RandomStream(7, "web", "service").bits());
    firsts.push_back(RandomStream(8, "web", "service").bits());
    firsts.push_back(RandomStream(7, "web-2", "service").bits());
    firsts.push_back(RandomStream(7, "web", "services").bits());
    firsts.push_back(RandomStream(7, "webs", "ervice").bits());
    firsts.push_back(RandomStream(7, "", "webservice").bits());
    std::ranges::sort(firsts);
    QVERIFY(std::ranges::adjacent_find(firsts) == firsts.end());
}

// Recorded once. If these change, every saved scene plays differently.
void TestRandomStream::aStreamKeepsItsNumbersBetweenVersions() {
    RandomStream random(1, "web-1", "service time");
    QVERIFY(random.bits() == 13644926869948655331U);
    QVERIFY(random.uniform() == 0x1.2424fbe4ff383p-1);
    QVERIFY(random.exponential(1.0) == 0x1.c7e5f189fb5dep+0);
    QVERIFY(random.normal() == -0x1.6043e62424fa5p+0);
    QVERIFY(random.lognormal(1.0, 0.5) == 0x1.a26f73343378fp+0);
    QVERIFY(random.pareto(1.5, 1.0) == 0x1.68c308fb0190ap+2);
    QVERIFY(random.below(1000) == 919U);
}

void TestRandomStream::momentsAreThoseOfTheDistribution_data() {
    QTest::addColumn<Draw>("draw");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("variance");
    const auto row = [](const char* name, const Draw& draw, double mean, double variance) {
        QTest::newRow(name) << draw << mean << variance;
    };
    row(
        "uniform", [](RandomStream& r) { return r.uniform(); }, 0.5, 1.0 / 12);
    row(
        "uniform 2..5", [](RandomStream& r) { return r.uniform(2, 5); }, 3.5, 9.0 / 12);
    row(
        "exponential", [](RandomStream& r) { return r.exponential(3); }, 3, 9);
    row(
        "normal", [](RandomStream& r) { return r.normal(); }, 0, 1);
    row(
        "erlang", [](RandomStream& r) { return r.erlang(4, 2); }, 2, 1);
    row(
        "hyperexponential", [](RandomStream& r) { return r.hyperexponential(0.3, 1, 5); }, 3.8,
        2 * (0.3 * 1 + 0.7 * 25) - squared(3.8));
    row(
        "lognormal", [](RandomStream& r) { return r.lognormal(2, 0.5); }, 2,
        4 * (std::exp(0.25) - 1));
    row(
        "pareto", [](RandomStream& r) { return r.pareto(6, 1); }, 1.2, 6.0 / (25 * 4));
    row(
        "two points", [](RandomStream& r) { return r.twoPoint(0.2, 1, 11); }, 9, 16);
    row(
        "square of normal", [](RandomStream& r) { return squared(r.normal()); }, 1, 2);
}

void TestRandomStream::momentsAreThoseOfTheDistribution() {
    QFETCH(Draw, draw);
    QFETCH(double, mean);
    QFETCH(double, variance);
    const Moments moments = momentsOf(draw, 1'000'000);
    QVERIFY2(std::abs(moments.mean - mean) < 4 * moments.meanError,
             qPrintable(QString::number(moments.mean, 'g', 8)));
    QVERIFY2(std::abs(moments.variance - variance) < 4 * moments.varianceError,
             qPrintable(QString::number(moments.variance, 'g', 8)));
}

// Cells of equal probability over the body, and the tail beyond the ziggurat's last layer.
void TestRandomStream::exponentialProbabilitiesAreExact() {
    constexpr std::size_t cells = 1000;
    constexpr int draws = 10'000'000;
    RandomStream random(3, "test", "exponential");
    std::vector<double> counts(cells);
    double beyond = 0.0;
    const double start = exponentialZiggurat.x[1];
    for (int i = 0; i < draws; ++i) {
        const double x = random.exponential(1.0);
        const auto cell = static_cast<std::size_t>(-std::expm1(-x) * cells);
        ++counts[std::min(cell, cells - 1)];
        beyond += x > start ? 1.0 : 0.0;
    }
    const double score = chiSquareScore(counts, std::vector<double>(cells, draws / double{cells}));
    QVERIFY2(std::abs(score) < 4, qPrintable(QString::number(score)));
    const double expected = draws * std::exp(-start);
    QVERIFY2(std::abs(beyond - expected) < 4 * std::sqrt(expected),
             qPrintable(QString("%1, not %2").arg(beyond).arg(expected)));
}

void TestRandomStream::normalProbabilitiesAreExact() {
    constexpr std::size_t cells = 1000;
    constexpr int draws = 10'000'000;
    RandomStream random(3, "test", "normal");
    std::vector<double> counts(cells);
    double beyond = 0.0;
    const double start = normalZiggurat.x[1];
    for (int i = 0; i < draws; ++i) {
        const double x = random.normal();
        const auto cell = static_cast<std::size_t>(std::erfc(-x / std::sqrt(2.0)) / 2 * cells);
        ++counts[std::min(cell, cells - 1)];
        beyond += std::abs(x) > start ? 1.0 : 0.0;
    }
    const double score = chiSquareScore(counts, std::vector<double>(cells, draws / double{cells}));
    QVERIFY2(std::abs(score) < 4, qPrintable(QString::number(score)));
    const double expected = draws * std::erfc(start / std::sqrt(2.0));
    QVERIFY2(std::abs(beyond - expected) < 4 * std::sqrt(expected),
             qPrintable(QString("%1, not %2").arg(beyond).arg(expected)));
}

void TestRandomStream::belowIsUniform() {
    constexpr std::size_t cells = 97;
    constexpr int draws = 1'000'000;
    RandomStream random(4, "test", "below");
    std::vector<double> counts(cells);
    for (int i = 0; i < draws; ++i)
        ++counts.at(random.below(cells));
    QVERIFY(std::abs(chiSquareScore(counts, std::vector<double>(cells, draws / double{cells}))) <
            4);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(random.below(1), 0U);
    // A count just above 2^63 refuses nearly half of the draws.
    constexpr std::uint64_t large = (std::uint64_t{1} << 63U) + 1;
    double sum = 0.0;
    for (int i = 0; i < 100'000; ++i)
        sum += static_cast<double>(random.below(large)) / static_cast<double>(large);
    QVERIFY(std::abs(sum / 100'000 - 0.5) < 4 * std::sqrt(1.0 / 12 / 100'000));
}

void TestRandomStream::paretoHasItsTail() {
    RandomStream random(5, "test", "pareto");
    constexpr int draws = 1'000'000;
    double beyond = 0.0;
    for (int i = 0; i < draws; ++i) {
        const double x = random.pareto(1.5, 2.0);
        QVERIFY(x >= 2.0);
        beyond += x > 20.0 ? 1.0 : 0.0;
    }
    const double expected = draws * std::pow(0.1, 1.5);
    QVERIFY(std::abs(beyond - expected) < 4 * std::sqrt(expected));
}

void TestRandomStream::twoPointDrawsItsShare() {
    RandomStream random(6, "test", "two points");
    int first = 0;
    for (int i = 0; i < 100'000; ++i)
        first += random.twoPoint(0.01, 1.0, 2.0) == 1.0 ? 1 : 0;
    QVERIFY(std::abs(first - 1000) < 4 * std::sqrt(990));
    QCOMPARE(random.twoPoint(1.0, 3.0, 4.0), 3.0);
    QCOMPARE(random.twoPoint(0.0, 3.0, 4.0), 4.0);
}

void TestRandomStream::zipfProbabilitiesAreExact_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("exponent");
    QTest::newRow("one item") << 1 << 1.0;
    QTest::newRow("all equal") << 50 << 0.0;
    QTest::newRow("0.8") << 1000 << 0.8;
    QTest::newRow("1.0") << 1000 << 1.0;
    QTest::newRow("steep") << 20 << 1.5;
}

void TestRandomStream::zipfProbabilitiesAreExact() {
    QFETCH(int, count);
    QFETCH(double, exponent);
    constexpr int draws = 2'000'000;
    const auto size = static_cast<std::size_t>(count);
    const ZipfDistribution zipf(size, exponent);
    RandomStream random(7, "test", "zipf");
    std::vector<double> counts(size);
    for (int i = 0; i < draws; ++i)
        ++counts.at(zipf(random) - 1);

    std::vector<double> expected;
    double total = 0.0;
    for (std::size_t rank = 1; rank <= size; ++rank) {
        expected.push_back(draws * zipf.probability(rank));
        total += zipf.probability(rank);
        const double ratio = zipf.probability(rank) / zipf.probability(1);
        QVERIFY(std::abs(ratio - std::pow(rank, -exponent)) < 1e-14);
    }
    QVERIFY(std::abs(total - 1.0) < 1e-12);
    QVERIFY(size == 1 || std::abs(chiSquareScore(counts, expected)) < 4);
    QCOMPARE(zipf.probability(0), 0.0);
    QCOMPARE(zipf.probability(size + 1), 0.0);
}

QTEST_APPLESS_MAIN(TestRandomStream)
#include "tst_random_stream.moc"
