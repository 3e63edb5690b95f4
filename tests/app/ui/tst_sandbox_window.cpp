#include "app/canvas/canvas_accessible.h"
#include "app/storage/example_files.h"
#include "core/scene/scene_edit.h"
#include "tests/support/sandbox_program.h"
#include "tests/support/unnamed_controls.h"

#include <QClipboard>
#include <QMimeData>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using roundtrip::test::Sandbox;

namespace {} // namespace

class TestSandboxWindow : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        installCanvasAccessibility();
    }

    void returnInThePaletteAddsAPart() {
        Sandbox sandbox;
        sandbox.window().palette().search().setFocus();
        QTest::keyClicks(&sandbox.window().palette().search(), "load bal");
        QTest::keyClick(&sandbox.window().palette().search(), Qt::Key_Return);
        QCOMPARE(sandbox.document().scene().nodes.size(), std::size_t{1});
        QCOMPARE(sandbox.document().scene().nodes[0].kind, std::string("load_balancer"));
        QCOMPARE(sandbox.canvas().model().nodes.size(), std::size_t{1});
    }

    void newPartsDoNotCoverOthers() {
        Sandbox sandbox;
        for (int i = 0; i < 12; ++i)
            sandbox.window().addPart(QStringLiteral("app_server"));
        const auto& nodes = sandbox.canvas().model().nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < nodes.size(); ++j)
                QVERIFY(!nodes[i].rect.intersects(nodes[j].rect));
        }
    }

    void aPartIsDraggedAndKeepsToTheGrid() {
        Sandbox sandbox;
        sandbox.build();
        const int before = sandbox.document().undoStack().count();
        sandbox.drag(sandbox.centre(1), sandbox.centre(1) + QPoint(7, 93));
        const SceneNode& moved = *sandbox.document().scene().findNode("app_server");
        QVERIFY(moved.y > 0);
        QCOMPARE(std::fmod(moved.y, EditTool::kGrid), 0.0);
        QCOMPARE(sandbox.document().undoStack().count(), before + 1);
        QVERIFY(sandbox.window().tool().selection().parts.contains("app_server"));
        QVERIFY(sandbox.canvas().nodeRect(1).center().y() > sandbox.canvas().nodeRect(0).bottom());
    }

    void draggingFromTheHandleJoins() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.document().remove({{}, {"browser->app_server"}});
        const QRectF card = sandbox.canvas().nodeRect(0);
        QTest::mouseMove(&sandbox.canvas(), sandbox.centre(0));
        QMouseEvent over(QEvent::MouseMove, sandbox.centre(0),
                         sandbox.canvas().mapToGlobal(sandbox.centre(0)), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&sandbox.canvas(), &over);
        sandbox.drag(QPoint(int(card.right()), int(card.center().y())), sandbox.centre(1));
        QVERIFY(sandbox.document().scene().findLink("browser->app_server") != nullptr);
        QCOMPARE(sandbox.window().tool().selection().links,
                 std::set<std::string>{"browser->app_server"});
    }

    void partsAreJoinedByKeys() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.document().remove({{}, {"browser->app_server"}});
        sandbox.window().tool().select({{"browser"}, {}});
        QTest::keyClick(&sandbox.canvas(), Qt::Key_J);
        QTest::keyClick(&sandbox.canvas(), Qt::Key_Right);
        QTest::keyClick(&sandbox.canvas(), Qt::Key_Return);
        QVERIFY(sandbox.document().scene().findLink("browser->app_server") != nullptr);
    }

    void aFrameChoosesManyAndDeleteRemovesThem() {
        Sandbox sandbox;
        sandbox.build();
        const QRect all = (sandbox.canvas().nodeRect(0) | sandbox.canvas().nodeRect(1))
                              .toAlignedRect()
                              .adjusted(-8, -8, 8, 8);
        sandbox.drag(all.topLeft(), all.bottomRight());
        QCOMPARE(sandbox.window().tool().selection().parts,
                 (std::set<std::string>{"browser", "app_server"}));
        QTest::keyClick(&sandbox.canvas(), Qt::Key_Delete);
        QCOMPARE(sandbox.document().scene().nodes.size(), std::size_t{1});
        sandbox.window().actions()[Actions::undo]->trigger();
        QCOMPARE(sandbox.document().scene().nodes.size(), std::size_t{3});
        QCOMPARE(sandbox.document().scene().links.size(), std::size_t{2});
        QCOMPARE(sandbox.canvas().model().links.size(), std::size_t{2});
    }

    void whatIsBuiltRuns() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.window().runAll();
        sandbox.settle();
        sandbox.window().run().playback().toEnd();
        const Trace& trace = sandbox.window().run().playback().trace();
        bool hasFinished = false;
        for (std::size_t i = 0; i < trace.size(); ++i)
            hasFinished |= trace[i].is<RequestFinished>();
        QVERIFY(hasFinished);
    }

    void withoutAClientItSaysWhatIsMissing() {
        Sandbox sandbox;
        sandbox.window().addPart(QStringLiteral("app_server"));
        sandbox.settle();
        sandbox.window().runAll();
        QVERIFY(sandbox.window().notice().contains("Browser"));
    }

    void aSettingChangedInThePastForksTheRun() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.window().runAll();
        sandbox.settle();
        Playback& playback = sandbox.window().run().playback();
        playback.toEnd();
        playback.stepBack();
        playback.stepBack();
        sandbox.window().tool().select({{"app_server"}, {}});
        auto* workers = qobject_cast<QSpinBox*>(sandbox.window().run().node().editorOf("workers"));
        QVERIFY(workers != nullptr);
        workers->setValue(2);
        sandbox.settle();
        QCOMPARE(sandbox.session().branches().size(), 2);
        QVERIFY(settingOf(sandbox.document().scene(), "app_server", "workers") ==
                nlohmann::json(2));
        sandbox.window().actions()[Actions::undo]->trigger();
        sandbox.settle();
        QVERIFY(settingOf(sandbox.document().scene(), "app_server", "workers") ==
                nlohmann::json(8));
        QVERIFY(sandbox.session().inputs().last().arguments["value"] == nlohmann::json(8));
    }

    /// As in a comparison, which fits the stage to the parts that take part.
    void aFittedStageCutsNoNote() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.canvas().setFitted({0});
        const QPointF edge(sandbox.canvas().width() / 2.0, 0);
        sandbox.document().addNote(sandbox.canvas().transform().inverted().map(edge));
        sandbox.canvas().setFitted({0});
        const QRectF note =
            sandbox.canvas().transform().mapRect(sandbox.canvas().model().notes[0].rect);
        const QRectF stage(sandbox.canvas().rect());
        QVERIFY(stage.intersects(note));
        QVERIFY(stage.contains(note));
    }

    void whatIsChosenIsShownAsNearAsPossible() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.document().moveParts({{"sql_database", {5000, 3000}}});
        sandbox.canvas().fit();
        const double whole = sandbox.canvas().transform().m11();
        sandbox.window().tool().select({{"sql_database"}, {}});
        sandbox.window().actions()[Actions::fitSelection]->trigger();
        QVERIFY(sandbox.canvas().transform().m11() > whole);
        QVERIFY(sandbox.canvas().rect().contains(sandbox.canvas().nodeRect(2).toRect()));
        sandbox.window().tool().select({});
        QVERIFY(!sandbox.window().actions()[Actions::fitSelection]->isEnabled());
    }

    /// A run tells its parts apart by their ids.
    void anIdOfAnotherKindBeginsANewRun() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.window().runAll();
        sandbox.settle();
        sandbox.window().run().playback().toEnd();
        Scene other = sandbox.document().scene();
        other.nodes[2].kind = "cache";
        other.nodes[2].parameters = nlohmann::json::object();
        other.links.pop_back();
        sandbox.document().exchange(other);
        QVERIFY(sandbox.window().notice().contains("anew"));
        sandbox.settle();
        QVERIFY(sandbox.session().inputs().isEmpty());
        QCOMPARE(sandbox.window().run().playback().position().moments, std::size_t{0});
    }

    void aRunIsComparedWithSomethingElseSet() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.window().openComparison();
        QVERIFY(!sandbox.window().isComparing()); // nothing has happened yet
        QVERIFY(!sandbox.window().notice().isEmpty());
        sandbox.window().runAll();
        sandbox.settle();
        QTimer::singleShot(0, qApp, [] {
            QTimer::singleShot(0, qApp, [] {
                if (QWidget* dialog = QApplication::activeModalWidget())
                    dialog->close();
            });
        });
        sandbox.window().actions()[Actions::compare]->trigger();
        QVERIFY(sandbox.window().isComparing());
        CompareView& comparison = *sandbox.window().comparison();
        QTRY_VERIFY(comparison.isReady());
        comparison.setDifference({{SimTime(),
                                   "browser->app_server",
                                   "set",
                                   {{"parameter", "latency"}, {"value", "90 ms"}}}});
        QTRY_VERIFY(comparison.isReady());
        comparison.transport()->toEnd();
        QCOMPARE(comparison.table().item(0, 3)->text().left(4), QStringLiteral("B is"));
        comparison.closeButton().click();
        QVERIFY(!sandbox.window().isComparing());
    }

    void partsAreArrangedAlongTheWayOfTheRequests() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.document().moveParts(
            {{"browser", {900, 0}}, {"app_server", {900, 0}}, {"sql_database", {900, 0}}});
        sandbox.window().actions()[Actions::arrange]->trigger();
        const auto x = [&](const char* part) {
            return sandbox.document().scene().findNode(part)->x;
        };
        QVERIFY(x("browser") < x("app_server"));
        QVERIFY(x("app_server") < x("sql_database"));
        sandbox.window().actions()[Actions::undo]->trigger();
        QCOMPARE(x("browser"), 900.0);
    }

    void copiedPartsArePastedAsText() {
        Sandbox sandbox;
        sandbox.build();
        sandbox.window().tool().selectAll();
        sandbox.window().copy();
        QVERIFY(QApplication::clipboard()->text().contains("\"app_server\""));
        sandbox.window().paste();
        QCOMPARE(sandbox.document().scene().nodes.size(), std::size_t{6});
        QCOMPARE(sandbox.document().scene().links.size(), std::size_t{4});
        QApplication::clipboard()->setText(QStringLiteral("{\"format\": 1, \"nodes\": [{}]}"));
        sandbox.window().paste();
        QVERIFY(!sandbox.window().notice().isEmpty());
        QCOMPARE(sandbox.document().scene().nodes.size(), std::size_t{6});
    }

    void theTableDoesWhatTheStageDoes() {
        Sandbox sandbox;
        sandbox.build();
        PartsTable& table = sandbox.window().table();
        sandbox.window().run().lower().setCurrentWidget(&table);
        table.parts().selectRow(1);
        QCOMPARE(sandbox.window().tool().selection().parts, std::set<std::string>{"app_server"});
        QAbstractItemModel* parts = table.parts().model();
        QVERIFY(parts->setData(parts->index(1, PartsTableModel::nameColumn), "Shop", Qt::EditRole));
        QCOMPARE(sandbox.canvas().model().nodes[1].name, QStringLiteral("Shop"));
        QVERIFY(parts->index(1, PartsTableModel::joinedColumn)
                    .data()
                    .toString()
                    .contains("→ Database"));
        QAbstractItemModel* links = table.links().model();
        const QModelIndex latency = links->index(0, LinksTableModel::latencyColumn);
        QVERIFY(!links->setData(latency, "far away", Qt::EditRole));
        QVERIFY(links->setData(latency, "90 ms", Qt::EditRole));
        QVERIFY(settingOf(sandbox.document().scene(), "browser->app_server", "latency") ==
                nlohmann::json("90 ms"));
    }

    void problemsAreListedWhileOneBuilds() {
        Sandbox sandbox;
        sandbox.build();
        QCOMPARE(sandbox.window().problems().count(), 0);
        sandbox.window().addPart(QStringLiteral("task_queue"));
        QVERIFY(sandbox.window().problems().count() > 0);
        sandbox.window().tool().select({});
        QListWidget& list = sandbox.window().problems().list();
        emit list.itemActivated(list.item(0));
        QCOMPARE(sandbox.window().tool().selection().parts, std::set<std::string>{"task_queue"});
    }

    void aDamagedFileLeavesTheDocumentAsItWas() {
        Sandbox sandbox;
        sandbox.build();
        const QTemporaryDir folder;
        QFile damaged(folder.filePath("damaged.roundtrip"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"format\": 1, \"nodes\": [{\"id\": \"a\", \"kind\": \"cahce\"}]}");
        damaged.close();
        QVERIFY(!sandbox.window().openFile(damaged.fileName()));
        QCOMPARE(sandbox.document().scene().nodes.size(), std::size_t{3});
        QVERIFY(!sandbox.window().openFile(folder.filePath("missing.roundtrip")));
        QVERIFY(sandbox.window().notice().contains("missing"));
    }

    void aLessonOpensInTheSandboxAsItStands() {
        Sandbox sandbox;
        sandbox.program.openLesson(loadLesson(QStringLiteral("00-welcome")));
        MainWindow& lesson = *sandbox.program.lesson();
        lesson.session().waitUntilIdle();
        lesson.playback().give(
            {{SimTime(), "app", "set", {{"parameter", "workers"}, {"value", 3}}},
             {SimTime(), "browser->app", "set", {{"parameter", "latency"}, {"value", "90 ms"}}}});
        lesson.session().waitUntilIdle();
        lesson.playback().toEnd();
        lesson.actions()[Actions::openInSandbox]->trigger();
        QTRY_VERIFY(sandbox.program.lesson() == nullptr);
        const Scene& scene = sandbox.document().scene();
        QVERIFY(settingOf(scene, "app", "workers") == nlohmann::json(3));
        QVERIFY(settingOf(scene, "browser->app", "latency") == nlohmann::json("90 ms"));
        QVERIFY(!scene.title.empty());
        QVERIFY(sandbox.document().isModified()); // it belongs to no file yet
        sandbox.window().runAll();
        sandbox.settle();
        QVERIFY(!sandbox.session().trace()->empty());
        sandbox.document().undoStack().clear(); // nobody is asked when the program closes
    }

    void everyControlHasANameForAScreenReader() {
        Sandbox sandbox;
        sandbox.build();
        RunViews& run = sandbox.window().run();
        for (int tab = 0; tab < run.lower().count(); ++tab) {
            run.lower().setCurrentIndex(tab);
            const QStringList unnamed = roundtrip::testing::unnamedControls(sandbox.window());
            QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QStringLiteral("; "))));
        }
        for (const std::string target : {"app_server", "browser->app_server"}) {
            const bool isPart = target == "app_server";
            sandbox.window().tool().select(isPart ? PartSelection{{target}, {}}
                                                  : PartSelection{{}, {target}});
            const QStringList unnamed = roundtrip::testing::unnamedControls(sandbox.window());
            QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QStringLiteral("; "))));
        }
    }

    void everyExampleIsSoundAndRuns() {
        const std::vector<ExampleFile> examples = exampleFiles();
        QVERIFY(examples.size() >= 12);
        for (const ExampleFile& example : examples) {
            Scene scene = loadExample(example.path);
            QVERIFY2(!scene.nodes.empty(), qPrintable(example.path));
            Sandbox sandbox;
            sandbox.window().openCopy(scene);
            sandbox.settle();
            sandbox.window().runAll();
            sandbox.settle();
            QVERIFY2(sandbox.window().notice().isEmpty(), qPrintable(sandbox.window().notice()));
            const Trace& trace = *sandbox.session().trace();
            std::size_t arrived = 0;
            for (std::size_t i = 0; i < trace.size(); ++i)
                arrived += trace[i].is<MessageArrived>() ? 1 : 0;
            QVERIFY2(arrived > 1, qPrintable(example.path));
        }
    }
};

QTEST_MAIN(TestSandboxWindow)
#include "tst_sandbox_window.moc"
