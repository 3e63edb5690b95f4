#include "tests/core/kernel/queueing_models.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

// The standard error of the mean wait over n jobs of an M/M/1 queue with load r is about
// sqrt(r (2 + 5 r - 4 r^2 + r^3) / (1 - r)^4 / n): 4 of them are 1.8 % of the response at load 0.8.
constexpr std::uint64_t manyJobs = 4'000'000;

/// Splits a line at commas outside quotes; a doubled quote inside quotes stands for one.
QStringList fieldsOf(const QString& line) {
    QStringList fields{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && isQuoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[++i];
        else if (line[i] == '"')
            isQuoted = !isQuoted;
        else if (line[i] == ',' && !isQuoted)
            fields.append(QString());
        else
            fields.back() += line[i];
    }
    return fields;
}

/// One row of tests/data/queueing.csv: what the formulas say about a model.
class ClosedForm {
  public:
    explicit ClosedForm(const QString& id) {
        QFile file(ROUNDTRIP_SOURCE_DIR "/tests/data/queueing.csv");
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        const QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
        const QStringList names = fieldsOf(lines.front().trimmed());
        for (const QString& line : lines) {
            const QStringList fields = fieldsOf(line.trimmed());
            for (qsizetype i = 0; fields.front() == id && i < fields.size(); ++i)
                fields_[names.at(i)] = fields[i];
        }
        if (fields_.isEmpty())
            qFatal("no row %s", qPrintable(id));
    }

    [[nodiscard]] double number(const QString& name) const {
        return fields_.value(name).toDouble();
    }
    [[nodiscard]] double extra(const QString& name) const {
        return extras()[name].toString().toDouble();
    }
    [[nodiscard]] std::vector<double> extraList(const QString& name) const {
        std::vector<double> list;
        const QJsonArray values = extras()[name].toArray();
        for (const QJsonValue& value : values)
            list.push_back(value.toString().toDouble());
        return list;
    }

  private:
    [[nodiscard]] QJsonObject extras() const {
        return QJsonDocument::fromJson(fields_.value("extra").toUtf8()).object();
    }

    QHash<QString, QString> fields_;
};

/// Within 2 % and within 4 standard errors.
bool agrees(const Estimator& estimate, double expected) {
    const double error = std::abs(estimate.mean() - expected);
    if (error < 0.02 * expected && error < 4 * estimate.standardError())
        return true;
    qWarning("measured %g +- %g, expected %g", estimate.mean(), estimate.standardError(), expected);
    return false;
}

bool isNear(double measured, double expected) {
    if (std::abs(measured - expected) < 0.02 * expected)
        return true;
    qWarning("measured %g, expected %g", measured, expected);
    return false;
}

Service exponential(double rate) {
    return [mean = 1 / rate](RandomStream& random) { return random.exponential(mean); };
}

void verifyMultiServer(MultiServer& queue, const ClosedForm& theory, int servers) {
    queue.run();
    QVERIFY(agrees(queue.response, theory.number("W_mean")));
    QVERIFY(agrees(queue.wait, theory.number("Wq_mean")));
    QVERIFY(isNear(queue.present.mean(), theory.number("L_mean")));
    QVERIFY(isNear(queue.busy.mean() / servers, theory.number("utilisation")));
}

} // namespace

class TestQueueingTheory : public QObject {
    Q_OBJECT

  private slots:
    void oneServerAgreesWithTheFormula_data();
    void oneServerAgreesWithTheFormula();
    void severalServersAgreeWithErlangC_data();
    void severalServersAgreeWithErlangC();
    void constantServiceAgreesWithPollaczekAndKhinchin();
    void aFullSystemTurnsJobsAwayAsErlangSays();
    void prioritiesAgreeWithCobham();
    void processorSharingAgreesWithTheFormula();
    void aTandemAgreesWithBurke();
};

void TestQueueingTheory::oneServerAgreesWithTheFormula_data() {
    QTest::addColumn<double>("arrivalRate");
    QTest::addColumn<double>("serviceRate");
    QTest::newRow("mm1_0.5_1") << 0.5 << 1.0;
    QTest::newRow("mm1_0.8_1") << 0.8 << 1.0;
    QTest::newRow("mm1_40_50") << 40.0 << 50.0;
}

void TestQueueingTheory::oneServerAgreesWithTheFormula() {
    QFETCH(double, arrivalRate);
    QFETCH(double, serviceRate);
    MultiServer queue(arrivalRate, manyJobs, 1, exponential(serviceRate));
    verifyMultiServer(queue, ClosedForm(QTest::currentDataTag()), 1);
}

void TestQueueingTheory::severalServersAgreeWithErlangC_data() {
    QTest::addColumn<double>("arrivalRate");
    QTest::addColumn<int>("servers");
    QTest::newRow("mmc_1.8_1_2") << 1.8 << 2;
    QTest::newRow("mmc_8_1_10") << 8.0 << 10;
}

void TestQueueingTheory::severalServersAgreeWithErlangC() {
    QFETCH(double, arrivalRate);
    QFETCH(int, servers);
    MultiServer queue(arrivalRate, manyJobs, servers, exponential(1.0));
    verifyMultiServer(queue, ClosedForm(QTest::currentDataTag()), servers);
}

void TestQueueingTheory::constantServiceAgreesWithPollaczekAndKhinchin() {
    MultiServer queue(0.8, manyJobs, 1, [](RandomStream&) { return 1.0; });
    verifyMultiServer(queue, ClosedForm("md1_0.8_1"), 1);
}

void TestQueueingTheory::aFullSystemTurnsJobsAwayAsErlangSays() {
    MultiServer queue(4.0, manyJobs, 3, exponential(1.0), 8);
    const ClosedForm theory("mmck_4_1_3_8");
    verifyMultiServer(queue, theory, 3);
    QVERIFY(agrees(queue.blocked, theory.number("P_block")));
}

void TestQueueingTheory::prioritiesAgreeWithCobham() {
    const ClosedForm theory("prio_np_2a");
    PriorityQueue queue(0.3, 0.5, manyJobs);
    queue.run();
    const std::vector<double> expected = theory.extraList("Wq_by_class");
    QVERIFY(agrees(queue.byClass[0], expected.at(0)));
    QVERIFY(agrees(queue.byClass[1], expected.at(1)));
    QVERIFY(agrees(queue.response, theory.number("W_mean")));
}

void TestQueueingTheory::processorSharingAgreesWithTheFormula() {
    const ClosedForm theory("mm1ps_0.8");
    SharedQueue queue(0.8, manyJobs / 2);
    queue.run();
    QVERIFY(agrees(queue.response, theory.number("W_mean")));
    QVERIFY(isNear(queue.present.mean(), theory.number("L_mean")));
    // Sharing is fair: the expected response is proportional to the demand.
    QVERIFY(agrees(queue.slowdown, theory.extra("E[T|x=1]")));
}

void TestQueueingTheory::aTandemAgreesWithBurke() {
    const ClosedForm theory("tandem_0.8_3");
    Tandem queue(0.8, manyJobs, {1.0, 1.5, 2.0});
    queue.run();
    const std::vector<double> expected = theory.extraList("W_by_station");
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(agrees(queue.byStation[i], expected[i]));
    QVERIFY(agrees(queue.response, theory.number("W_mean")));
    QVERIFY(isNear(queue.present.mean(), theory.number("L_mean")));
}

QTEST_APPLESS_MAIN(TestQueueingTheory)
#include "tst_queueing_theory.moc"
