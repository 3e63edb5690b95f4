#include "app/inspector/blocks/blocks_editor.h"
#include "core/scene/scene_edit.h"
#include "tests/support/sandbox_program.h"
#include "tests/support/scene_run.h"

#include <QApplication>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

Scene shop() {
    return sceneOf(R"({"format": 1, "title": "Shop", "nodes": [
        {"id": "browser", "kind": "browser", "name": "Browser", "x": 0, "y": 0},
        {"id": "app", "kind": "app_server", "name": "Shop", "x": 320, "y": 0, "parameters": {
            "routes": [{"method": "GET", "path": "/", "handler": [
                {"do": "compute", "time": "10 ms"}, {"do": "respond"}]}]}}],
        "links": [{"from": "browser", "to": "app"}]})");
}

/// The sandbox with the app server chosen.
struct Workshop : Sandbox {
    Workshop() {
        window().openCopy(shop());
        settle();
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, centre(1));
        settle();
    }
    BlocksEditor& editor() {
        return *dynamic_cast<BlocksEditor*>(window().run().node().editorOf("routes"));
    }
    Json handler() { return settingOf(document().scene(), "app", "routes")[0]["handler"]; }
};

} // namespace

class TestSandboxBlocks : public QObject {
    Q_OBJECT

  private slots:
    void theEditorStaysWhileTheDocumentChanges() {
        Workshop workshop;
        BlocksEditor* before = &workshop.editor();
        before->open("/0/handler/0");
        auto* time = before->cardAt("/0/handler/0")->fields()->fieldOf("time");
        QVERIFY(time->hasFocus());
        QTest::keyClick(time, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(time, "20 ms");
        QTest::keyClick(time, Qt::Key_Return);
        workshop.settle();
        QVERIFY(workshop.handler()[0]["time"] == "20 ms");
        QCOMPARE(&workshop.editor(), before); // though the scene has begun anew
        QVERIFY(QApplication::focusWidget() == time);
    }

    void undoBringsTheBlocksBack() {
        Workshop workshop;
        const Json first = workshop.handler();
        workshop.editor().remove("/0/handler/0");
        workshop.settle();
        QCOMPARE(workshop.handler().size(), std::size_t{1});
        workshop.document().undoStack().undo();
        workshop.settle();
        QVERIFY(workshop.handler() == first);
        QVERIFY(workshop.editor().cardAt("/0/handler/1") != nullptr);
    }

    void aChangeWhileItRunsIsACommand() {
        Workshop workshop;
        workshop.window().runAll();
        workshop.settle();
        workshop.window().run().playback().pause();
        workshop.window().run().playback().toEnd();
        const std::size_t steps = workshop.window().run().playback().steps();
        workshop.editor().addBlock({"/0/handler", 1}, "compute");
        workshop.settle();
        QVERIFY(workshop.window().run().playback().steps() >= steps); // the run goes on
        QCOMPARE(workshop.session().inputs().size(), 2);
        QVERIFY(workshop.editor().cardAt("/0/handler/1")->fields() != nullptr);
    }

    void deleteTakesTheBlockOutAndNotThePart() {
        Workshop workshop;
        workshop.editor().cardAt("/0/handler/0")->setFocus();
        QTest::keyClick(workshop.editor().cardAt("/0/handler/0"), Qt::Key_Delete);
        workshop.settle();
        QCOMPARE(workshop.handler().size(), std::size_t{1});
        QCOMPARE(workshop.document().scene().nodes.size(), std::size_t{2});
    }

    void aPathIsWrittenAsTheFrameworkWantsIt() {
        Workshop workshop;
        workshop.editor().enter("/0", "path", "photos/<int:id");
        QVERIFY(!workshop.editor().cardAt("/0")->problems().isEmpty());
        QVERIFY(settingOf(workshop.document().scene(), "app", "routes")[0]["path"] == "/");
        workshop.editor().enter("/0", "path", "/photos/<int:id>");
        QVERIFY(workshop.editor().cardAt("/0")->problems().isEmpty());
        QVERIFY(settingOf(workshop.document().scene(), "app", "routes")[0]["path"] ==
                "/photos/<int:id>");
    }

    void aPartThatIsGoneTakesItsFormWithIt() {
        Workshop workshop;
        workshop.document().remove({{"app"}, {}});
        QTRY_VERIFY(workshop.window().run().node().editorOf("routes") == nullptr);
    }
};

QTEST_MAIN(TestSandboxBlocks)
#include "tst_sandbox_blocks.moc"
