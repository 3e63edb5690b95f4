#include "app/storage/share_line.h"
#include "core/metrics/trip_figures.h"
#include "tests/support/sandbox_program.h"
#include "tests/support/scene_run.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

Scene shop(const char* title) {
    Scene scene = sceneOf(R"({"format": 1, "nodes": [
        {"id": "browser", "kind": "browser", "x": 0, "y": 0},
        {"id": "app", "kind": "app_server", "x": 320, "y": 0}],
        "links": [{"from": "browser", "to": "app", "latency": "10 ms"}]})");
    scene.title = title;
    return scene;
}

SimTime medianOf(Sandbox& sandbox, Side side) {
    const Trace& trace = sandbox.window().comparison()->side(side).playback()->trace();
    return tripFigures(trace, {0, trace.size()}).median;
}

struct Pages : Sandbox {
    SandboxPages& pages() { return *program.sandbox(); }
    void deliver() { QCoreApplication::processEvents(); }
};

} // namespace

class TestSandboxPages : public QObject {
    Q_OBJECT

  private slots:
    void anUntouchedDocumentMakesRoom() {
        Pages sandbox;
        sandbox.pages().openCopy(shop("One"));
        QCOMPARE(sandbox.pages().all().size(), 1);
        QVERIFY(!sandbox.pages().tabs().isVisible()); // with one there is nothing to choose
        sandbox.pages().openCopy(shop("Two"));
        QCOMPARE(sandbox.pages().all().size(), 2);
        QVERIFY(sandbox.pages().tabs().isVisible());
        QVERIFY(sandbox.pages().tabs().tabText(1).startsWith(QLatin1String("Two")));
        QCOMPARE(sandbox.document().name(), QStringLiteral("Two"));
        QVERIFY(sandbox.program.windowTitle().contains(QLatin1String("Two")));
    }

    void aTabShowsItsDocument() {
        Pages sandbox;
        sandbox.pages().openCopy(shop("One"));
        sandbox.pages().openCopy(shop("Two"));
        sandbox.pages().tabs().setCurrentIndex(0);
        QCOMPARE(sandbox.document().name(), QStringLiteral("One"));
        QVERIFY(sandbox.program.windowTitle().contains(QLatin1String("One")));
    }

    void aFileThatIsOpenIsShownAgain() {
        Pages sandbox;
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("shop.roundtrip"));
        sandbox.pages().openCopy(shop("One"));
        QVERIFY(sandbox.window().saveTo(file));
        sandbox.pages().openNew();
        QCOMPARE(sandbox.pages().all().size(), 2);
        QVERIFY(sandbox.pages().openFile(file));
        QCOMPARE(sandbox.pages().all().size(), 2);
        QCOMPARE(sandbox.document().file(), file);
        // One that can't be read opens no tab.
        QVERIFY(!sandbox.pages().openFile(folder.filePath(QStringLiteral("missing.roundtrip"))));
        QCOMPARE(sandbox.pages().all().size(), 2);
    }

    void theLastTabMakesRoomForAnEmptyOne() {
        Pages sandbox;
        const QTemporaryDir folder;
        sandbox.pages().openCopy(shop("One"));
        QVERIFY(sandbox.window().saveTo(folder.filePath(QStringLiteral("one.roundtrip"))));
        sandbox.window().actions()[Actions::closeDocument]->trigger();
        sandbox.deliver();
        QCOMPARE(sandbox.pages().all().size(), 1);
        QVERIFY(sandbox.window().isUntouched());
    }

    void aLineThatIsPastedIsADocument() {
        Pages sandbox;
        sandbox.pages().openCopy(shop("One"));
        QGuiApplication::clipboard()->setText(shareLine(shop("Shared")));
        sandbox.window().paste();
        sandbox.deliver();
        QCOMPARE(sandbox.pages().all().size(), 2);
        QCOMPARE(sandbox.document().name(), QStringLiteral("Shared"));
        QGuiApplication::clipboard()->setText(QStringLiteral("roundtrip:1:abc"));
        sandbox.window().paste();
        QVERIFY(sandbox.window().notice().contains(QLatin1String("not whole")));
    }

    void twoDocumentsAreCompared() {
        Pages sandbox;
        sandbox.pages().openCopy(shop("One"));
        sandbox.settle();
        sandbox.window().runAll();
        sandbox.settle();
        SandboxWindow& one = sandbox.window();
        Scene slow = shop("Two");
        slow.links.front().parameters["latency"] = "90 ms";
        sandbox.pages().openCopy(slow);
        sandbox.settle();
        sandbox.window().runAll();
        sandbox.settle();
        sandbox.window().compareWithDocument(one);
        QVERIFY(sandbox.window().isComparing());
        QTRY_VERIFY(sandbox.window().comparison()->isReady());
        // A is the one from which one compares.
        QVERIFY(medianOf(sandbox, Side::a) > medianOf(sandbox, Side::b));
    }

    void twoRunsAreCompared() {
        Pages sandbox;
        sandbox.pages().openCopy(shop("One"));
        sandbox.settle();
        sandbox.window().runAll();
        sandbox.settle();
        Playback& playback = sandbox.window().run().playback();
        playback.pause();
        playback.toStart();
        playback.give(
            {{SimTime(), "browser->app", "set", {{"parameter", "latency"}, {"value", "70 ms"}}},
             {SimTime(), "browser", "send", {{"target", "/"}}}});
        sandbox.settle();
        QCOMPARE(sandbox.session().branches().size(), 2);
        sandbox.window().compareWithBranch(sandbox.session().branches().front().number);
        QTRY_VERIFY(sandbox.window().comparison()->isReady());
        QVERIFY(medianOf(sandbox, Side::a) > medianOf(sandbox, Side::b));
    }
};

QTEST_MAIN(TestSandboxPages)
#include "tst_sandbox_pages.moc"
