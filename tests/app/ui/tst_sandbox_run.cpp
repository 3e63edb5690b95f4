#include "app/sandbox/schedule_dialog.h"
#include "tests/support/sandbox_program.h"
#include "tests/support/scene_run.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// Works for 100 ms at a time, one request after the other.
Scene slowShop() {
    return sceneOf(R"({"format": 1, "title": "Slow shop", "nodes": [
        {"id": "browser", "kind": "browser", "name": "Browser", "x": 0, "y": 0},
        {"id": "app", "kind": "app_server", "name": "Shop", "x": 320, "y": 0, "parameters": {
            "workers": 1, "overhead": "0 ms",
            "routes": [{"method": "GET", "path": "/", "handler": [
                {"do": "compute", "time": "100 ms"}, {"do": "respond"}]}]}}],
        "links": [{"from": "browser", "to": "app", "latency": "10 ms"}],
        "schedule": [
            {"at": "0 s", "target": "browser", "action": "send", "arguments": {"target": "/"}},
            {"at": "0 s", "target": "browser", "action": "send", "arguments": {"target": "/"}},
            {"at": "1 s", "target": "browser", "action": "send",
             "arguments": {"target": "/nowhere"}}]})");
}

struct Run : Sandbox {
    Run() {
        window().openCopy(slowShop());
        settle();
        window().runAll();
        settle();
        window().run().playback().pause();
        window().run().playback().toEnd();
    }
    void show(QWidget& view) {
        window().run().lower().setCurrentWidget(&view);
        QCoreApplication::processEvents();
    }
};

} // namespace

class TestSandboxRun : public QObject {
    Q_OBJECT

  private slots:
    void runDoesWhatTheScheduleSays() {
        Run run;
        const SpanIndex& spans = run.window().run().playback().index().spans();
        QCOMPARE(spans.trips().size(), std::size_t{3}); // and no request of Run's own
        QVERIFY(run.session().inputs().isEmpty());
    }

    void runningAgainReplaysIt() {
        Run run;
        const std::size_t steps = run.window().run().playback().steps();
        run.window().runAll();
        QVERIFY(run.window().run().playback().isPlaying());
        QVERIFY(!run.window().run().playback().isAtEnd());
        QCOMPARE(run.window().run().playback().steps(), steps);
    }

    void chartsShowTheRunUpToThePosition() {
        Run run;
        RunCharts& charts = run.window().charts();
        run.show(charts);
        QCOMPARE(charts.charts().size(), std::size_t{3});
        const QString all = charts.charts()[0]->summary();
        QVERIFY2(all.contains(QLatin1String("p95 220 ms")), qPrintable(all));
        run.window().run().playback().toStart();
        QTRY_VERIFY(charts.charts()[0]->summary() != all); // nothing has ended there
    }

    void aChartOfOnePartIsItsOwn() {
        Run run;
        RunCharts& charts = run.window().charts();
        run.show(charts);
        SeriesChart& chart = *charts.add(ChartTopic::latency);
        QCOMPARE(chart.parts().count(), 3); // all, browser, shop
        chart.parts().setCurrentIndex(2);
        emit chart.parts().activated(2);
        QCOMPARE(chart.part(), NodeId{1});
        QVERIFY2(chart.summary().contains(QLatin1String("p95 200 ms")),
                 qPrintable(chart.summary())); // without the way
        charts.remove(&chart);
        QCOMPARE(charts.charts().size(), std::size_t{3});
    }

    void theTableHasAColumnForEachLine() {
        Run run;
        run.show(run.window().charts());
        const QString csv = run.window().charts().csv();
        QVERIFY(csv.startsWith(QLatin1String("\"time_s\",\"median_latency\",\"p95_latency\","
                                             "\"p99_latency\",\"throughput\",\"queue_length\"")));
        const QStringList lines = csv.split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 30);
        for (const QString& line : lines)
            QCOMPARE(line.count(QLatin1Char(',')), 5);
        QVERIFY(run.window().charts().picture().startsWith("\x89PNG"));
    }

    void whyIsItSlowNamesWhereTheTimeWent() {
        Run run;
        run.show(run.window().why());
        const auto& path = run.window().why().path();
        QVERIFY(path);
        QCOMPARE(path->total, SimTime::milliseconds(220)); // it stood in line behind the first
        QVERIFY(run.window().why().slowSentence().contains(QLatin1String("220 ms")));
        const PathShare& first = path->shares.front();
        QCOMPARE(first.time, SimTime::milliseconds(100));
        QVERIFY(run.window().why().placeOf(first).startsWith(QLatin1String("Shop")));
    }

    void whyDidItFailPointsAtTheRule() {
        Run run;
        WhyView& why = run.window().why();
        run.show(why);
        QCOMPARE(why.causes().size(), std::size_t{1});
        QCOMPARE(why.causes().front().node, NodeId{1});
        // A press on its button goes there.
        emit why.factChosen(why.causes().front().fact);
        const auto now = run.window().run().playback().currentFact();
        QVERIFY(now);
        QVERIFY(*now >= why.causes().front().fact - 1 && *now <= why.causes().front().fact);
    }

    void whatIsScheduledIsAStepOfUndo() {
        Run run;
        QTimer::singleShot(0, [] {
            auto* dialog = qobject_cast<ScheduleDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            dialog->time().setText(QStringLiteral("soon"));
            QVERIFY(!dialog->accepting().isEnabled());
            dialog->time().setText(QStringLiteral("500 ms"));
            dialog->targets().setCurrentIndex(1);
            emit dialog->targets().activated(1);
            QCOMPARE(dialog->command().action, std::string("stop")); // faults come first
            dialog->accepting().click();
        });
        run.window().schedule().adding().click();
        QCOMPARE(run.document().scene().schedule.size(), std::size_t{4});
        QCOMPARE(run.document().scene().schedule[2].target, std::string("app"));
        QCOMPARE(run.window().schedule().table().model()->rowCount(), 4);
        QVERIFY(!run.window().notice().isEmpty()); // the run begins anew
        run.document().undoStack().undo();
        QCOMPARE(run.document().scene().schedule.size(), std::size_t{3});
    }

    void aScheduledTimeIsChangedInTheTable() {
        Run run;
        QAbstractItemModel& model = *run.window().schedule().table().model();
        QVERIFY(model.setData(model.index(2, 0), QStringLiteral("3 s"), Qt::EditRole));
        QCOMPARE(run.document().scene().schedule[2].at, SimTime::seconds(3));
        QVERIFY(!model.setData(model.index(2, 0), QStringLiteral("later"), Qt::EditRole));
        QVERIFY(!model.setData(model.index(2, 1), QStringLiteral("app"), Qt::EditRole));
    }

    void aRequestIsSentByHandAndKept() {
        Run run;
        RequestsView& requests = run.window().requests();
        run.show(requests);
        QCOMPARE(requests.clients().count(), 1);
        QVERIFY(!requests.keeping().isEnabled()); // it has no name yet
        requests.setRequest({"Nowhere", "browser", {{"target", "/nowhere"}}});
        requests.sending().click();
        run.settle();
        const auto& trips = run.window().run().playback().index().spans().trips();
        QCOMPARE(trips.back().status, 404U);
        QCOMPARE(requests.earlier().count(), 1); // what was sent stands there
        requests.keeping().click();
        QCOMPARE(run.document().scene().requests.size(), std::size_t{1});
        QCOMPARE(requests.earlier().count(), 2); // kept, and sent
        requests.form().setParameters({});
        requests.earlier().setCurrentRow(0);
        QVERIFY(requests.request().arguments == (nlohmann::json{{"target", "/nowhere"}}));
        requests.dropping().click();
        QVERIFY(run.document().scene().requests.empty());
        run.document().undoStack().undo();
        QCOMPARE(run.document().scene().requests.front().name, std::string("Nowhere"));
    }

    void whatIsChosenCanBeBroken() {
        Run run;
        QMenu& menu = *run.window().breaking().menu();
        const auto entry = [&menu](const QString& text) -> QAction* {
            emit menu.aboutToShow();
            const auto actions = menu.actions();
            const auto found = std::ranges::find(actions, text, &QAction::text);
            return found == actions.end() ? nullptr : *found;
        };
        run.window().tool().select({{"browser"}, {}});
        QVERIFY(entry(QStringLiteral("Stop it")) == nullptr); // people cannot be broken
        run.window().tool().select({{"app"}, {}});
        QVERIFY(entry(QStringLiteral("Stop it")) != nullptr);
        entry(QStringLiteral("Stop it"))->trigger();
        run.settle();
        run.window().run().playback().toEnd();
        QVERIFY(!run.canvas().model().nodes[1].isRunning);
        run.window().tool().select({{}, {"browser->app"}});
        entry(QStringLiteral("Cut the line"))->trigger();
        run.settle();
        QVERIFY(entry(QStringLiteral("Mend the line")) != nullptr);
    }

    void heatIsWhatTheCardsSay() {
        Run run;
        run.window().actions()[Actions::heat]->setChecked(true);
        run.window().run().playback().seekToTime(SimTime::milliseconds(60));
        QCOMPARE(run.canvas().model().nodes[1].heat, std::optional(1.0));
        QVERIFY(!run.canvas().model().nodes[0].heat); // nobody says how busy a browser is
        run.window().run().playback().toEnd();
        QCOMPARE(run.canvas().model().nodes[1].heat, std::optional(0.0));
        run.window().actions()[Actions::heat]->setChecked(false);
        QVERIFY(!run.canvas().model().nodes[1].heat);
    }

    void aProblemIsMendedAtAClick() {
        Sandbox sandbox;
        sandbox.window().addPart(QStringLiteral("browser"));
        sandbox.window().addPart(QStringLiteral("task_queue"));
        ProblemsList& problems = sandbox.window().problems();
        const int before = problems.count();
        for (int row = 0; row < problems.count(); ++row) {
            problems.list().setCurrentRow(row);
            if (problems.mending().isEnabled())
                break;
        }
        QVERIFY(problems.mending().isEnabled());
        const std::string scene = writeScene(sandbox.document().scene());
        problems.mending().click();
        QVERIFY(problems.count() < before || sandbox.document().scene().nodes.size() == 3);
        sandbox.document().undoStack().undo(); // in one step
        QCOMPARE(writeScene(sandbox.document().scene()), scene);
    }

    void theStageIsSavedInThreeForms() {
        Run run;
        const QTemporaryDir folder;
        for (const auto& [ending, head] :
             {std::pair("png", "\x89PNG"), std::pair("svg", "<?xml"), std::pair("pdf", "%PDF")}) {
            const QString file = folder.filePath(QStringLiteral("stage.%1").arg(ending));
            QVERIFY2(run.window().savePictureTo(file), ending);
            QFile saved(file);
            QVERIFY(saved.open(QIODevice::ReadOnly));
            QVERIFY2(saved.read(8).startsWith(head), ending);
        }
        QVERIFY(!run.window().savePictureTo(folder.filePath(QStringLiteral("stage.bmp"))));
        QVERIFY(run.window().notice().contains(QLatin1String(".svg")));
        QVERIFY(!run.window().savePictureTo(folder.filePath(QStringLiteral("no/where.png"))));
    }

    void aSpanOfTheRunIsAnAnimation() {
        Run run;
        Playback& playback = run.window().run().playback();
        playback.toStart();
        playback.stepForward();
        const Position before = playback.position();
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("run.webp"));
        QVERIFY(run.window().saveAnimationTo(
            file, {.from = 0, .to = 3, .framesPerSecond = 8, .width = 320}));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray bytes = saved.readAll();
        QVERIFY(bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP");
        QVERIFY(bytes.contains("ANIM"));
        QVERIFY2(bytes.count("ANMF") > 2, qPrintable(QString::number(bytes.count("ANMF"))));
        QVERIFY(playback.position() == before);
    }
};

QTEST_MAIN(TestSandboxRun)
#include "tst_sandbox_run.moc"
