#include "app/canvas/canvas_accessible.h"
#include "core/scene/scene_edit.h"
#include "tests/support/sandbox_program.h"

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// A browser, an app server and a database, and one request that has been answered.
struct Running : Sandbox {
    Running() {
        build();
        window().runAll();
        settle();
        playback().pause();
        playback().toEnd();
    }
    Playback& playback() { return window().run().playback(); }
    const CanvasNode* card(const char* key) {
        for (const CanvasNode& node : canvas().model().nodes)
            if (node.key == key)
                return &node;
        return nullptr;
    }
    [[nodiscard]] int kept() { return static_cast<int>(session().inputs().size()); }
    void stand() { // where the edit just made has happened
        do {
            settle(); // what was built meanwhile waits for the session to rest
        } while (session().isBusy());
        playback().pause();
        playback().toEnd();
    }
};

} // namespace

class TestSandboxEdit : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { installCanvasAccessibility(); }

    void aPartIsAddedToTheRunThatGoesOn() {
        Running run;
        const std::size_t steps = run.playback().steps();
        QVERIFY(steps > 0);
        run.window().addPart(QStringLiteral("cache"));
        QVERIFY(run.card("cache") != nullptr); // at once, though the run does not know it yet
        run.stand();
        QVERIFY(run.playback().steps() > steps);
        QCOMPARE(run.session().branches().size(), 1);
        QVERIFY(run.card("cache")->presence == Presence::there);
        QVERIFY(run.window().notice().isEmpty());
        QCOMPARE(run.window().tool().selection().parts, std::set<std::string>{"cache"});
    }

    void itDoesNotPlayOnByItself() {
        Running run;
        run.window().addPart(QStringLiteral("cache"));
        run.settle();
        QTRY_VERIFY(run.playback().isAtEnd());
        QVERIFY(!run.playback().isPlaying());
    }

    void beforeItsTimeItIsFaint() {
        Running run;
        run.window().addPart(QStringLiteral("cache"));
        run.stand();
        run.playback().toStart();
        QVERIFY(run.card("cache")->presence == Presence::notYet);
        run.playback().toEnd();
        QVERIFY(run.card("cache")->presence == Presence::there);
    }

    void whatIsTakenAwayIsThereInThePast() {
        Running run;
        run.window().tool().select({{"sql_database"}, {}});
        run.document().remove(run.window().tool().selection());
        run.stand();
        QVERIFY(run.card("sql_database")->presence == Presence::gone);
        QVERIFY(!run.canvas().model().findNode("sql_database"));
        QVERIFY(run.window().run().node().node() == NodeId::none); // nothing left to set
        run.playback().toStart();
        QVERIFY(run.card("sql_database")->presence == Presence::there);
        // It can be looked at, but it is no part of the document that could be changed.
        run.window().tool().select({{"sql_database"}, {}});
        QVERIFY(run.window().tool().selection().isEmpty());
    }

    void undoBringsItBackIntoTheRun() {
        Running run;
        run.document().remove({{"sql_database"}, {}});
        run.stand();
        run.document().undoStack().undo();
        run.stand();
        QVERIFY(run.card("sql_database")->presence == Presence::there);
        QCOMPARE(run.session().scene().nodes.size(), std::size_t{3});
        const int before = run.kept();
        run.document().undoStack().redo();
        run.stand();
        QCOMPARE(run.kept(), before + 1);
        QVERIFY(run.card("sql_database")->presence == Presence::gone);
    }

    void inThePastItForks() {
        Running run;
        run.playback().seek({2, 0});
        run.window().addPart(QStringLiteral("cache"));
        run.stand();
        QCOMPARE(run.session().branches().size(), 2);
        QVERIFY(run.card("cache")->presence == Presence::there);
    }

    /// The document has the cache, the past does not: what is done there brings it along.
    void aRequestInThePastMeetsWhatTheDocumentHas() {
        Running run;
        run.window().addPart(QStringLiteral("cache"));
        run.stand();
        run.playback().seek({1, 0});
        emit run.window().requests().commandWanted(
            {SimTime(), "browser", "send", {{"target", "/again"}}});
        run.stand();
        QCOMPARE(run.session().branches().size(), 2);
        QVERIFY(run.card("cache")->presence == Presence::there);
    }

    void manyEditsInARowAreAllDone() {
        Running run;
        for (const char* kind : {"cache", "worker", "task_queue", "cdn"})
            run.window().addPart(QString::fromLatin1(kind));
        run.document().connectParts("app_server", "cache");
        run.document().remove({{"worker"}, {}});
        run.stand();
        QVERIFY(run.card("cache")->presence == Presence::there);
        QVERIFY(run.card("cdn")->presence == Presence::there);
        QVERIFY(run.card("worker") == nullptr || run.card("worker")->presence != Presence::there);
        QVERIFY(run.canvas().model().findLink("app_server->cache"));
        QVERIFY(run.window().notice().isEmpty());
    }

    void theSentenceSaysWhatCame() {
        Running run;
        run.window().addPart(QStringLiteral("cache"));
        run.stand();
        const auto fact = run.playback().currentFact();
        QVERIFY(fact);
        const QString told = run.window()
                                 .run()
                                 .narrator()
                                 .narrate(run.playback().trace(), run.playback().trace()[*fact])
                                 .sentence;
        QCOMPARE(told, QStringLiteral("You add, while everything runs: Cache."));
    }

    void aNewClientCanBeUsedAtOnce() {
        Running run;
        run.window().addPart(QStringLiteral("browser"));
        run.document().connectParts("browser_2", "app_server");
        run.stand();
        const std::size_t trips = run.playback().index().spans().trips().size();
        emit run.window().requests().commandWanted({SimTime(), "browser_2", "send"});
        run.stand();
        QCOMPARE(run.window().notice(), QString());
        QCOMPARE(run.playback().index().spans().trips().size(), trips + 1);
    }

    void aPresetIsOneStepAndOneMoment() {
        Running run;
        run.window().tool().select({{"sql_database"}, {}});
        QAction* postgres = nullptr;
        for (QMenu* menu : run.window().findChildren<QMenu*>())
            for (QAction* action : menu->actions())
                postgres =
                    action->text() == QLatin1String("As PostgreSQL comes") ? action : postgres;
        QVERIFY(postgres != nullptr);
        const int before = run.kept();
        postgres->trigger();
        run.stand();
        QVERIFY(settingOf(run.document().scene(), "sql_database", "flavour") == "postgresql");
        QVERIFY(settingOf(run.document().scene(), "sql_database", "connections") == 100);
        QCOMPARE(run.kept(), before + 2); // what differed, at one moment
        run.window().actions()[Actions::undo]->trigger();
        run.stand();
        QVERIFY(settingOf(run.document().scene(), "sql_database", "flavour") == "sqlite");
        QCOMPARE(run.kept(), before + 4);
        run.window().tool().select({{"browser"}, {}}); // it has none
        for (QMenu* menu : run.window().findChildren<QMenu*>())
            if (menu->title() == QLatin1String("Presets"))
                QVERIFY(!menu->menuAction()->isVisible());
    }

    /// Before anything has happened there is nothing to keep.
    void beforeTheRunItIsOnlyBuilt() {
        Sandbox sandbox;
        sandbox.build();
        QVERIFY(sandbox.session().inputs().isEmpty());
        QCOMPARE(sandbox.session().partsAtStart(), std::size_t{3});
    }
};

QTEST_MAIN(TestSandboxEdit)
#include "tst_sandbox_edit.moc"
