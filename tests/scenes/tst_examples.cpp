#include "core/metrics/trip_figures.h"
#include "core/scene/scene_advice.h"
#include "tests/support/scene_run.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// Told by the schedule, or else what the program's Run does: the client's first action.
void begin(SceneRun& run, const Scene& scene) {
    for (const SceneNode& node : scene.nodes) {
        const NodeKind& kind = *findKind(node.kind);
        const bool isTold =
            std::ranges::find(scene.schedule, node.id, &Command::target) != scene.schedule.end();
        if (kind.category == Category::clients && !kind.actions.empty() && !isTold)
            run.give(SimTime(), node.id, kind.actions.front().name);
    }
}

} // namespace

class TestExamples : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        const QDir folder(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/scenes/sandbox"));
        files_ = folder.entryList({QStringLiteral("*.roundtrip")}, QDir::Files);
        QVERIFY(files_.size() >= 12);
    }

    void itDoesWhatItIsAbout_data() {
        QTest::addColumn<QString>("file");
        for (const QString& file : files_)
            QTest::newRow(qPrintable(file)) << file;
    }

    /// In half a minute something is asked and answered, or a job is done, and nearly all goes
    /// well.
    void itDoesWhatItIsAbout() {
        QFETCH(const QString, file);
        const Scene scene = loadScene(QStringLiteral("scenes/sandbox/") + file);
        SceneRun run(scene);
        begin(run, scene);
        run.runUntil(SimTime::seconds(30));
        QVERIFY2(!run.world().simulation().hasFailed(), run.world().simulation().failure().c_str());
        const TripFigures figures = tripFigures(run.trace(), {0, run.trace().size()});
        QVERIFY(run.count<MessageArrived>() > 4);
        if (file != QLatin1String("everything_wrong.roundtrip"))
            QVERIFY2(figures.failed * 20 <= figures.finished,
                     qPrintable(QString::number(figures.failed)));
        // A refusal is the point of some; a way that does not exist never is.
        QCOMPARE(run.count<RouteMissed>(), 0U);
    }

    void adviceIsLeftOnlyWhereItIsThePoint_data() { itDoesWhatItIsAbout_data(); }

    void adviceIsLeftOnlyWhereItIsThePoint() {
        QFETCH(const QString, file);
        const Scene scene = loadScene(QStringLiteral("scenes/sandbox/") + file);
        const std::size_t expected =
            file == QLatin1String("everything_wrong.roundtrip") ? 5 : 0; // as its name says
        QCOMPARE(adviceOn(scene).size(), expected);
    }

    void cardsStandApart_data() { itDoesWhatItIsAbout_data(); }

    void cardsStandApart() {
        QFETCH(const QString, file);
        const Scene scene = loadScene(QStringLiteral("scenes/sandbox/") + file);
        constexpr double kWidth = 190; // of a card
        constexpr double kHeight = 150;
        for (const SceneNode& one : scene.nodes) {
            for (const SceneNode& other : scene.nodes) {
                QVERIFY2(&one == &other || std::abs(one.x - other.x) >= kWidth ||
                             std::abs(one.y - other.y) >= kHeight,
                         (one.id + " and " + other.id).c_str());
            }
        }
    }

  private:
    QStringList files_;
};

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_examples.moc"
