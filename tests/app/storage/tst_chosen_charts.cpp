#include "app/charts/series_chart.h"
#include "app/storage/chosen_charts.h"
#include "tests/support/sandbox_program.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace roundtrip;
using namespace roundtrip::test;

class TestChosenCharts : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("Roundtrip tests"));
        QCoreApplication::setApplicationName(QStringLiteral("charts"));
    }

    void beforeAnybodyChoseThereAreNone() { QVERIFY(chosenCharts().isEmpty()); }

    void whatWasChosenIsThereAgain() {
        noteChosenCharts({3, 0});
        QCOMPARE(chosenCharts(), QList<int>({3, 0}));
    }

    void chartsCanBeExchanged() {
        Sandbox sandbox;
        RunCharts& charts = sandbox.window().charts();
        charts.setTopics({ChartTopic::errors, ChartTopic::latency});
        QVERIFY(charts.topics() ==
                std::vector<ChartTopic>({ChartTopic::errors, ChartTopic::latency}));
        charts.setTopics({});
        QCOMPARE(charts.charts().size(), std::size_t{2});
    }

    /// Of a program that keeps nothing nothing is kept.
    void whoKeepsNothingChangesNothing() {
        Sandbox sandbox;
        emit sandbox.window().charts().topicsChosen();
        QCOMPARE(chosenCharts(), QList<int>({3, 0}));
    }

  private:
    QTemporaryDir folder_;
};

QTEST_MAIN(TestChosenCharts)
#include "tst_chosen_charts.moc"
