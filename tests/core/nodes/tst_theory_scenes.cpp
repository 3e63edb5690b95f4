#include "tests/support/batch_means.h"

#include <QTest>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

BatchRun::Ask response(std::size_t jobClass) {
    return [jobClass](const StationStatistics& statistics, SimTime now) {
        return statistics.ofClass(jobClass, now).meanResponse;
    };
}
double meanResponse(const StationStatistics& statistics, SimTime now) {
    return statistics.overall(now).meanResponse;
}
double meanWait(const StationStatistics& statistics, SimTime now) {
    return statistics.overall(now).meanWait;
}
double meanPresent(const StationStatistics& statistics, SimTime now) {
    return statistics.overall(now).meanPresent;
}
double utilisation(const StationStatistics& statistics, SimTime now) {
    return statistics.overall(now).utilisation;
}
double throughput(const StationStatistics& statistics, SimTime now) {
    return statistics.overall(now).throughput;
}
double blockShare(const StationStatistics& statistics, SimTime now) {
    return statistics.overall(now).blockShare;
}
double leaveShare(const StationStatistics& statistics, SimTime now) {
    return statistics.overall(now).leaveShare;
}
double ninetiethWait(const StationStatistics& statistics, SimTime now) {
    return statistics.overall(now).waits.quantile(0.9).toSeconds();
}

/// source a -> station q -> sink k
std::string oneStation(const std::string& source, const std::string& station) {
    return fmt::format(R"({{"format": 1, "nodes": [
        {{"id": "a", "kind": "source", "parameters": {}}},
        {{"id": "q", "kind": "station", "parameters": {}}}, {{"id": "k", "kind": "sink"}}],
        "links": [{{"from": "a", "to": "q", "latency": "0 s"}},
                  {{"from": "q", "to": "k", "latency": "0 s"}}]}})",
                       source, station);
}
constexpr const char* kPoisson08 = R"({"between": {"exponential": "1.25 s"}})";

/// Composite Simpson's rule.
double integral(const std::function<double(double)>& f, double from, double to, int steps) {
    const double width = (to - from) / steps;
    double sum = f(from) + f(to);
    for (int i = 1; i < steps; ++i)
        sum += f(from + i * width) * (i % 2 == 1 ? 4 : 2);
    return sum * width / 3;
}

/// rho(x) of an M/M/1 with mean service 1: load of the jobs that are at most x long.
double loadUpTo(double lambda, double x) {
    return lambda * (1 - std::exp(-x) * (1 + x));
}
double secondMomentUpTo(double x) {
    return 2 - std::exp(-x) * (x * x + 2 * x + 2);
}

/// Schrage & Miller 1966: waiting plus residence of a job of size x, over exponential sizes.
double srptResponse(double lambda) {
    const auto residence = [lambda](double x) {
        return integral([lambda](double t) { return 1 / (1 - loadUpTo(lambda, t)); }, 0, x, 64);
    };
    const auto waiting = [lambda](double x) {
        const double second = secondMomentUpTo(x) + x * x * std::exp(-x);
        return lambda * second / 2 / std::pow(1 - loadUpTo(lambda, x), 2);
    };
    return integral([&](double x) { return std::exp(-x) * (residence(x) + waiting(x)); }, 0, 40,
                    800);
}
/// Harchol-Balter, Performance Modeling and Design of Computer Systems (2013), section 32.
double psjfResponse(double lambda) {
    return integral(
        [lambda](double x) {
            const double free = 1 - loadUpTo(lambda, x);
            return std::exp(-x) * (x / free + lambda * secondMomentUpTo(x) / 2 / (free * free));
        },
        0, 40, 4000);
}
/// The same book, section 31: shortest job first without interrupting; E[S^2] = 2.
double sjfWait(double lambda) {
    return integral(
        [lambda](double x) { return std::exp(-x) * lambda / std::pow(1 - loadUpTo(lambda, x), 2); },
        0, 40, 4000);
}

/// Stationary distribution of a birth-death chain by its rates.
std::vector<double> birthDeath(std::size_t states, const std::function<double(std::size_t)>& up,
                               const std::function<double(std::size_t)>& down) {
    std::vector<double> shares{1};
    for (std::size_t n = 1; n < states; ++n)
        shares.push_back(shares.back() * up(n - 1) / down(n));
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares)
        share /= sum;
    return shares;
}

/// Two M/M/1 with join the shortest queue: a chain cut off at `most` in each, solved by
/// Gauss-Seidel. Service rate 1.
class ShortestQueueChain {
  public:
    ShortestQueueChain(double lambda, std::size_t most)
        : lambda_(lambda), most_(most), shares_((most + 1) * (most + 1), 1.0) {
        constexpr int kRounds = 4000;
        for (int round = 0; round < kRounds; ++round)
            sweep();
    }

    /// Mean number in both.
    [[nodiscard]] double present() const {
        double sum = 0;
        double present = 0;
        for (std::size_t state = 0; state < shares_.size(); ++state) {
            sum += shares_[state];
            const std::size_t inBoth = state / (most_ + 1) + state % (most_ + 1);
            present += shares_[state] * static_cast<double>(inBoth);
        }
        return present / sum;
    }

  private:
    [[nodiscard]] double at(std::size_t i, std::size_t j) const {
        return shares_[i * (most_ + 1) + j];
    }
    /// Of arrivals at a queue of `own`.
    [[nodiscard]] double joinRate(std::size_t own, std::size_t other) const {
        if (own == most_ || own > other)
            return 0;
        return own < other ? lambda_ : lambda_ / 2;
    }
    [[nodiscard]] double flowInto(std::size_t i, std::size_t j) const {
        double flow = 0;
        flow += i > 0 ? at(i - 1, j) * joinRate(i - 1, j) : 0;
        flow += j > 0 ? at(i, j - 1) * joinRate(j - 1, i) : 0;
        flow += i < most_ ? at(i + 1, j) : 0;
        flow += j < most_ ? at(i, j + 1) : 0;
        return flow;
    }
    void sweep() {
        for (std::size_t state = 0; state < shares_.size(); ++state) {
            const std::size_t i = state / (most_ + 1);
            const std::size_t j = state % (most_ + 1);
            const double served = (i > 0 ? 1.0 : 0.0) + (j > 0 ? 1.0 : 0.0);
            shares_[state] = flowInto(i, j) / (joinRate(i, j) + joinRate(j, i) + served);
        }
    }

    double lambda_;
    std::size_t most_;
    std::vector<double> shares_; // of states (i, j), not normalised
};

/// P(loss) of M/D/1/K by the chain embedded at departures: Gross & Harris, section 5.1.8.
/// `load` is arrivals per service.
double md1kLoss(double load, std::size_t room) {
    std::vector<double> arrivals{std::exp(-load)};
    for (std::size_t n = 1; n <= room; ++n)
        arrivals.push_back(arrivals.back() * load / static_cast<double>(n));
    std::vector<double> q{1}; // left behind, unnormalised: 0 to K-1
    for (std::size_t n = 0; n + 1 < room; ++n) {
        double rest = q[n] - q[0] * arrivals[n];
        for (std::size_t i = 1; i <= n; ++i)
            rest -= q[i] * arrivals[n - i + 1];
        q.push_back(rest / arrivals[0]);
    }
    const double sum = std::accumulate(q.begin(), q.end(), 0.0);
    return 1 - 1 / (q[0] / sum + load);
}

} // namespace

/// Scenes of the parts of queueing theory against closed forms and small exact chains.
class TestTheoryScenes : public QObject {
    Q_OBJECT

  private slots:
    void theOrderDecidesTheMeans_data();
    void theOrderDecidesTheMeans();
    void prioritiesByClass_data();
    void prioritiesByClass();
    void lifoAndRandomOrderSpreadTheWaits();
    void classesHaveServiceTimesOfTheirOwn();
    void manyServersShare();
    void impatientJobsLeave();
    void jobsComeInBatches();
    void arrivalsNeedNotBePoisson();
    void theShortestQueueOfTwo();
    void aDispatcherByWeightAndClass();
    void twoChoicesAmongMany();
    void partsThatJoinAgain();
    void jobsThatTryAgain();
    void fewTriesAndThenLost();
    void aTokenBucketDrops();
    void aTokenBucketDelays();
    void machinesAndARepairman();
    void aClosedNetworkOfTwoStations();
    void jobsThatGoBack();
};

void TestTheoryScenes::theOrderDecidesTheMeans_data() {
    QTest::addColumn<QString>("order");
    QTest::addColumn<double>("expected");
    // All that know no sizes have W = 1/(mu - lambda); Conway, Maxwell & Miller 1967.
    for (const char* order : {"fifo", "lifo", "lifo_preemptive", "random", "priority",
                              "priority_preemptive", "sharing"})
        QTest::newRow(order) << order << 5.0;
    QTest::newRow("sjf") << "sjf" << 1 + sjfWait(0.8);
    QTest::newRow("psjf") << "psjf" << psjfResponse(0.8);
    QTest::newRow("srpt") << "srpt" << srptResponse(0.8);
}

void TestTheoryScenes::theOrderDecidesTheMeans() {
    QFETCH(QString, order);
    QFETCH(double, expected);
    BatchRun run(
        oneStation(kPoisson08, fmt::format(R"({{"discipline": "{}"}})", order.toStdString())),
        60'000);
    const auto found = run.estimate({{"q", meanResponse}, {"q", meanPresent}, {"q", utilisation}});
    verifyNear(found[0], expected);
    verifyNear(found[1], 0.8 * expected); // Little
    verifyNear(found[2], 0.8);
}

void TestTheoryScenes::prioritiesByClass_data() {
    QTest::addColumn<QString>("order");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    // Classes of 0.3/s and 0.5/s, one with exponential service of 0.5 s, the other of 1 s: loads
    // 0.15 and 0.5; R0 = sum of lambda E[S^2] / 2 = 0.3 * 0.25 + 0.5 * 1.
    constexpr double kResidual = 0.575;
    // Cobham 1954
    QTest::newRow("not interrupting")
        << "priority" << 0.5 + kResidual / 0.85 << 1 + kResidual / (0.85 * 0.35);
    // Preemptive resume: W_k = S_k/(1-s_{k-1}) + R_k/((1-s_{k-1})(1-s_k)); Takagi 1991, 3.4
    QTest::newRow("interrupting") << "priority_preemptive" << 0.5 + 0.075 / 0.85
                                  << 1 / 0.85 + kResidual / (0.85 * 0.35);
}

void TestTheoryScenes::prioritiesByClass() {
    QFETCH(QString, order);
    QFETCH(double, first);
    QFETCH(double, second);
    BatchRun run(oneStation(
        R"({"between": {"exponential": "1.25 s"}, "classes": [0.375, 0.625]})",
        fmt::format(R"({{"discipline": "{}", "class_services": {{"0": {{"exponential": "0.5 s"}},
                        "1": {{"exponential": "1 s"}}}}}})",
                    order.toStdString())));
    const auto found = run.estimate({{"q", response(0)}, {"q", response(1)}, {"q", utilisation}});
    verifyNear(found[0], first);
    verifyNear(found[1], second);
    verifyNear(found[2], 0.65);
}

/// Kingman 1962: first come first served has the least variance of waits, lifo the greatest.
void TestTheoryScenes::lifoAndRandomOrderSpreadTheWaits() {
    const auto ninetieth = [](const char* order) {
        BatchRun run(oneStation(kPoisson08, fmt::format(R"({{"discipline": "{}"}})", order)));
        return run.estimate({{"q", ninetiethWait}})[0].mean;
    };
    const double fifo = ninetieth("fifo");
    // P(Wq > t) = rho e^{-(mu - lambda) t}
    QVERIFY(std::abs(fifo - std::log(8) / 0.2) < 0.05 * fifo);
    QVERIFY(ninetieth("random") != fifo);
    QVERIFY(ninetieth("lifo") < ninetieth("random")); // most wait less, a few for very long
}

void TestTheoryScenes::classesHaveServiceTimesOfTheirOwn() {
    BatchRun run(oneStation(R"({"between": {"exponential": "2 s"}, "classes": [1, 1]})",
                            R"({"class_services": {"0": "0.5 s", "1": "1.5 s"}})"));
    const auto found = run.estimate({{"q", response(0)}, {"q", response(1)}});
    // Pollaczek-Khinchine: lambda E[S^2] / (2 (1 - rho)), E[S^2] = 1.25, rho = 0.5
    verifyNear(found[0], 0.625 + 0.5);
    verifyNear(found[1], 0.625 + 1.5);
}

/// The number in M/M/c with shared servers is that of M/M/c: Erlang C.
void TestTheoryScenes::manyServersShare() {
    BatchRun run(oneStation(R"({"between": {"exponential": "0.625 s"}})",
                            R"({"discipline": "sharing", "servers": 2})"));
    const auto found = run.estimate({{"q", meanResponse}, {"q", utilisation}});
    verifyNear(found[0], 1 / (1 - 0.64)); // M/M/2: W = S/(1 - rho^2)
    verifyNear(found[1], 0.8);
}

/// M/M/2+M: a birth-death chain; Garnett, Mandelbaum & Reiman 2002.
void TestTheoryScenes::impatientJobsLeave() {
    constexpr double kLambda = 2.5;
    constexpr double kTheta = 0.5;
    const auto p = birthDeath(
        200, [](std::size_t) { return kLambda; },
        [](std::size_t n) {
            const auto count = static_cast<double>(n);
            return std::min(count, 2.0) + std::max(0.0, count - 2) * kTheta;
        });
    double waiting = 0;
    double present = 0;
    for (std::size_t n = 0; n < p.size(); ++n) {
        present += p[n] * static_cast<double>(n);
        waiting += p[n] * std::max(0.0, static_cast<double>(n) - 2);
    }
    BatchRun run(oneStation(R"({"between": {"exponential": "0.4 s"}})",
                            R"({"servers": 2, "patience": {"exponential": "2 s"}})"));
    const auto found = run.estimate({{"q", leaveShare}, {"q", meanPresent}, {"q", throughput}});
    verifyNear(found[0], kTheta * waiting / kLambda);
    verifyNear(found[1], present);
    verifyNear(found[2], kLambda - kTheta * waiting);
}

/// M[X]/M/1: L = rho (1 + E[X^2]/E[X]) / (2 (1 - rho)); Gross & Harris, section 3.1.
void TestTheoryScenes::jobsComeInBatches() {
    const auto present = [](const char* batch, double rate) {
        BatchRun run(
            oneStation(fmt::format(R"({{"between": {{"exponential": "{} s"}}, "batch": {}}})",
                                   1 / rate, batch),
                       "{}"));
        return run.estimate({{"q", meanPresent}})[0];
    };
    verifyNear(present("3", 0.2), 0.6 * (1 + 3) / 2 / 0.4);
    verifyNear(present(R"({"geometric": 2})", 0.3), 0.6 * (1 + 3) / 2 / 0.4); // E[X^2]/E[X] = 3
    verifyNear(present(R"({"uniform": [1, 3]})", 0.3), 0.6 * (1 + 7.0 / 3) / 2 / 0.4);
    verifyNear(present(R"({"shares": [1, 0, 1]})", 0.3), 0.6 * (1 + 2.5) / 2 / 0.4);
}

/// GI/M/1: W = 1/(mu (1 - s)) with s the root of s = A*(mu - mu s); Kleinrock 1975, section 6.
void TestTheoryScenes::arrivalsNeedNotBePoisson() {
    const auto theory = [](const std::function<double(double)>& transform) {
        double root = 0.5;
        for (int i = 0; i < 1000; ++i)
            root = transform(1 - root);
        return 1 / (1 - root);
    };
    const auto simulated = [](const char* between) {
        BatchRun run(oneStation(fmt::format(R"({{"between": {}}})", between), "{}"));
        return run.estimate({{"q", meanResponse}})[0];
    };
    verifyNear(simulated(R"("1.25 s")"), theory([](double s) { return std::exp(-1.25 * s); }));
    verifyNear(simulated(R"({"erlang": [3, "1.25 s"]})"),
               theory([](double s) { return std::pow(1 + 1.25 / 3 * s, -3); }));
    verifyNear(simulated(R"({"hyperexponential": [0.4, "0.5 s", "2.5 s"]})"),
               theory([](double s) { return 0.4 / (1 + 0.5 * s) + 0.6 / (1 + 2.5 * s); }));
}

/// source a -> dispatcher d -> `count` stations s0, s1 ... -> sink k
std::string dispatched(const std::string& source, const std::string& dispatcher, int count) {
    std::string nodes;
    std::string links;
    for (int i = 0; i < count; ++i) {
        nodes += fmt::format(R"(, {{"id": "s{}", "kind": "station"}})", i);
        links += fmt::format(R"(, {{"from": "d", "to": "s{0}", "latency": "0 s"}},
                                 {{"from": "s{0}", "to": "k", "latency": "0 s"}})",
                             i);
    }
    return fmt::format(R"({{"format": 1, "nodes": [
        {{"id": "a", "kind": "source", "parameters": {}}},
        {{"id": "d", "kind": "dispatcher", "parameters": {}}}, {{"id": "k", "kind": "sink"}}{}],
        "links": [{{"from": "a", "to": "d", "latency": "0 s"}}{}]}})",
                       source, dispatcher, nodes, links);
}

void TestTheoryScenes::theShortestQueueOfTwo() {
    BatchRun run(dispatched(R"({"between": {"exponential": "0.625 s"}})",
                            R"({"policy": "shortest_queue"})", 2));
    const auto found = run.estimate({{"k", meanResponse}});
    verifyNear(found[0], ShortestQueueChain(1.6, 50).present() / 1.6); // Little
    BatchRun least(
        dispatched(R"({"between": {"exponential": "0.625 s"}})", R"({"policy": "least_work"})", 2));
    // Least work left is one line for both servers: M/M/2 (Foss 1980).
    verifyNear(least.estimate({{"k", meanResponse}})[0], 1 / (1 - 0.64));
}

void TestTheoryScenes::aDispatcherByWeightAndClass() {
    BatchRun run(dispatched(R"({"between": {"exponential": "1 s"}, "classes": [3, 1]})",
                            R"({"weights": {"s0": 3, "s1": 1}})", 2));
    const auto found = run.estimate({{"s0", meanResponse}, {"s1", meanResponse}});
    verifyNear(found[0], 1 / (1 - 0.75)); // M/M/1 each: a Poisson stream that is split
    verifyNear(found[1], 1 / (1 - 0.25));
    BatchRun classes(dispatched(R"({"between": {"exponential": "1 s"}, "classes": [3, 1]})",
                                R"({"policy": "by_class", "targets": ["s1", "s0"]})", 2));
    const auto swapped = classes.estimate({{"s0", meanResponse}, {"s1", meanResponse}});
    verifyNear(swapped[0], 1 / (1 - 0.25));
    verifyNear(swapped[1], 1 / (1 - 0.75));
    BatchRun turns(dispatched(R"({"between": {"exponential": "0.625 s"}})",
                              R"({"policy": "round_robin"})", 2));
    double root = 0.5; // each station has Erlang-2 arrivals: GI/M/1
    for (int i = 0; i < 1000; ++i)
        root = std::pow(1 + 0.625 * (1 - root), -2);
    verifyNear(turns.estimate({{"k", meanResponse}})[0], 1 / (1 - root));
}

/// Mitzenmacher 2001: with many servers W = sum over i >= 1 of rho^((2^i - 2)/(2 - 1)).
void TestTheoryScenes::twoChoicesAmongMany() {
    double expected = 0;
    for (int i = 1; i < 12; ++i)
        expected += std::pow(0.8, std::pow(2, i) - 2);
    BatchRun run(dispatched(R"({"between": {"exponential": "12.5 ms"}})",
                            R"({"policy": "power_of_d", "choices": 2})", 100),
                 300);
    const double found = run.estimate({{"k", meanResponse}})[0].mean;
    QVERIFY2(std::abs(found - expected) < 0.02 * expected, fmt::format("{}", found).c_str());
}

/// Two: (12 - rho)/8 of M/M/1, Flatto & Hahn 1984. More: Nelson & Tantawi 1988, good to 5 %.
void TestTheoryScenes::partsThatJoinAgain() {
    const auto simulated = [](int parts) {
        std::string nodes;
        std::string links;
        for (int i = 0; i < parts; ++i) {
            nodes += fmt::format(R"(, {{"id": "s{}", "kind": "station"}})", i);
            links += fmt::format(R"(, {{"from": "f", "to": "s{0}", "latency": "0 s"}},
                                     {{"from": "s{0}", "to": "j", "latency": "0 s"}})",
                                 i);
        }
        BatchRun run(fmt::format(R"({{"format": 1, "nodes": [
            {{"id": "a", "kind": "source", "parameters": {{"between": {{"exponential": "2 s"}}}}}},
            {{"id": "f", "kind": "fork"}}, {{"id": "j", "kind": "join"}},
            {{"id": "k", "kind": "sink"}}{}],
            "links": [{{"from": "a", "to": "f", "latency": "0 s"}},
                      {{"from": "j", "to": "k", "latency": "0 s"}}{}]}})",
                                 nodes, links));
        return run.estimate({{"k", meanResponse}})[0];
    };
    constexpr double kRho = 0.5;
    const double two = (12 - kRho) / 8 / (1 - kRho);
    verifyNear(simulated(2), two);
    const double harmonic = 1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4;
    const double four =
        (harmonic / 1.5 + 4.0 / 11 * (1 - harmonic / 1.5) * kRho) * (12 - kRho) / 8 / (1 - kRho);
    const double found = simulated(4).mean;
    QVERIFY2(std::abs(found - four) < 0.05 * four, fmt::format("{} {}", found, four).c_str());
}

std::string withOrbit(const char* between, const char* station, const char* orbit) {
    return fmt::format(R"({{"format": 1, "nodes": [
        {{"id": "a", "kind": "source", "parameters": {{"between": {{"exponential": "{}"}}}}}},
        {{"id": "q", "kind": "station", "parameters": {}}},
        {{"id": "o", "kind": "orbit", "parameters": {}}}, {{"id": "k", "kind": "sink"}}],
        "links": [{{"from": "a", "to": "q", "latency": "0 s"}},
                  {{"from": "q", "to": "k", "latency": "0 s"}},
                  {{"from": "q", "to": "o", "latency": "0 s"}},
                  {{"from": "o", "to": "q", "latency": "0 s"}}]}})",
                       between, station, orbit);
}

/// M/M/1/1 with retrials at rate theta: mean in orbit rho (lambda + rho theta)/((1 - rho) theta);
/// Falin & Templeton 1997, section 1.3.
void TestTheoryScenes::jobsThatTryAgain() {
    BatchRun run(withOrbit("2 s", R"({"capacity": 1})", R"({"pause": {"exponential": "2 s"}})"));
    const auto found = run.estimate({{"o", meanPresent}, {"q", utilisation}, {"k", meanResponse}});
    verifyNear(found[0], 0.5 * (0.5 + 0.5 * 0.5) / (0.5 * 0.5));
    verifyNear(found[1], 0.5);
    verifyNear(found[2], (1.5 + 0.5) / 0.5); // Little: all present per arrival
}

/// Retries that wait for very long are Poisson again: Erlang B of the first tries and the second.
void TestTheoryScenes::fewTriesAndThenLost() {
    BatchRun run(withOrbit("1 s", R"({"capacity": 1})",
                           R"({"pause": {"exponential": "500 s"}, "tries": 1})"),
                 60'000);
    const auto found = run.estimate({{"k", throughput}});
    double offered = 1; // the fixed point: offered = 1 + B(offered), lost = B of the retries
    for (int i = 0; i < 200; ++i)
        offered = 1 + offered / (1 + offered) * 1;
    verifyNear(found[0], offered / (1 + offered));
}

/// A bucket of b tokens that drops is M/D/1 with room for b: what is missing in the bucket is its
/// work (Bhargava, Kurose et al. 1989).
void TestTheoryScenes::aTokenBucketDrops() {
    const auto lost = [](int burst) {
        BatchRun run(fmt::format(R"({{"format": 1, "nodes": [
            {{"id": "a", "kind": "source", "parameters": {{"between": {{"exponential": "1.25 s"}}}}}},
            {{"id": "q", "kind": "token_bucket", "parameters": {{"rate": 1, "burst": {}}}}}],
            "links": [{{"from": "a", "to": "q", "latency": "0 s"}}]}})",
                                 burst));
        return run.estimate({{"q", blockShare}})[0];
    };
    verifyNear(lost(1), 0.8 / 1.8); // an M/D/1/1 loses as any M/G/1/1: Erlang B
    verifyNear(lost(2), md1kLoss(0.8, 2));
    verifyNear(lost(5), md1kLoss(0.8, 5));
}

/// A bucket of one token that delays is M/D/1, but lets through at the beginning of the service.
void TestTheoryScenes::aTokenBucketDelays() {
    BatchRun run(R"({"format": 1, "nodes": [
        {"id": "a", "kind": "source", "parameters": {"between": {"exponential": "1.25 s"}}},
        {"id": "q", "kind": "token_bucket",
         "parameters": {"rate": 1, "burst": 1, "when_empty": "delay"}},
        {"id": "k", "kind": "sink"}],
        "links": [{"from": "a", "to": "q", "latency": "0 s"},
                  {"from": "q", "to": "k", "latency": "0 s"}]})");
    const auto found = run.estimate({{"q", meanWait}, {"k", throughput}});
    verifyNear(found[0], 2.0); // Pollaczek-Khinchine
    verifyNear(found[1], 0.8);
}

/// A loop of `count` jobs: source a, which starts them all, thinking z, stations.
std::string closedNetwork(int count, const char* think, const std::string& stations,
                          const std::string& links) {
    return fmt::format(R"({{"format": 1, "nodes": [
        {{"id": "a", "kind": "source", "parameters": {{"between": "0 s", "count": {}}}}},
        {{"id": "z", "kind": "station", "parameters": {{"discipline": "infinite",
          "service": {{"exponential": "{}"}}}}}}, {}],
        "links": [{{"from": "a", "to": "z", "latency": "0 s"}}, {}]}})",
                       count, think, stations, links);
}

/// M/M/1//N (Palm 1943): a birth-death chain.
void TestTheoryScenes::machinesAndARepairman() {
    const auto p = birthDeath(
        6, [](std::size_t n) { return (5.0 - static_cast<double>(n)) / 4; },
        [](std::size_t) { return 1.0; });
    BatchRun run(closedNetwork(5, "4 s", R"({"id": "q", "kind": "station"})",
                               R"({"from": "z", "to": "q", "latency": "0 s"},
                                  {"from": "q", "to": "z", "latency": "0 s"})"));
    const auto found = run.estimate(
        {{"q", utilisation}, {"q", throughput}, {"q", meanResponse}, {"z", utilisation}});
    const double busy = 1 - p[0];
    verifyNear(found[0], busy);
    verifyNear(found[1], busy);
    verifyNear(found[2], 5 / busy - 4);
    verifyNear(found[3], 4 * busy); // how many think
}

/// Exact mean value analysis: Reiser & Lavenberg 1980.
void TestTheoryScenes::aClosedNetworkOfTwoStations() {
    const std::vector<double> demands{0.5, 0.8};
    constexpr double kThink = 5;
    std::vector<double> queues(2);
    std::vector<double> responses(2);
    double rate = 0;
    for (int n = 1; n <= 10; ++n) {
        double cycle = kThink;
        for (std::size_t i = 0; i < 2; ++i) {
            responses[i] = demands[i] * (1 + queues[i]);
            cycle += responses[i];
        }
        rate = n / cycle;
        for (std::size_t i = 0; i < 2; ++i)
            queues[i] = rate * responses[i];
    }
    BatchRun run(closedNetwork(
        10, "5 s",
        R"({"id": "p", "kind": "station", "parameters": {"service": {"exponential": "0.5 s"}}},
           {"id": "q", "kind": "station", "parameters": {"service": {"exponential": "0.8 s"}}})",
        R"({"from": "z", "to": "p", "latency": "0 s"}, {"from": "p", "to": "q", "latency": "0 s"},
           {"from": "q", "to": "z", "latency": "0 s"})"));
    const auto found = run.estimate(
        {{"q", throughput}, {"p", meanResponse}, {"q", meanResponse}, {"q", utilisation}});
    verifyNear(found[0], rate);
    verifyNear(found[1], responses[0]);
    verifyNear(found[2], responses[1]);
    verifyNear(found[3], rate * 0.8);
}

/// Jackson 1957: a job goes back with probability 0.4; the station has lambda / 0.6.
void TestTheoryScenes::jobsThatGoBack() {
    BatchRun run(R"({"format": 1, "nodes": [
        {"id": "a", "kind": "source", "parameters": {"between": {"exponential": "2.5 s"}}},
        {"id": "q", "kind": "station"},
        {"id": "d", "kind": "dispatcher", "parameters": {"weights": {"q": 0.4, "k": 0.6}}},
        {"id": "k", "kind": "sink"}],
        "links": [{"from": "a", "to": "q", "latency": "0 s"},
                  {"from": "q", "to": "d", "latency": "0 s"},
                  {"from": "d", "to": "q", "latency": "0 s"},
                  {"from": "d", "to": "k", "latency": "0 s"}]})");
    const auto found = run.estimate({{"q", meanPresent}, {"k", meanResponse}, {"k", throughput}});
    const double load = 0.4 / 0.6;
    verifyNear(found[0], load / (1 - load));
    verifyNear(found[1], load / (1 - load) / 0.4);
    verifyNear(found[2], 0.4);
}

QTEST_GUILESS_MAIN(TestTheoryScenes)
#include "tst_theory_scenes.moc"
