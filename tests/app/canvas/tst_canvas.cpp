#include "tests/support/lesson_window.h"

#include <QAccessible>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::LessonWindow;

class TestCanvas : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { installCanvasAccessibility(); }

    void cardsDoNotOverlapAndLinksEndAtThem() {
        LessonWindow window;
        const CanvasModel& model = window->canvas().model();
        QCOMPARE(model.nodes.size(), std::size_t{4});
        for (std::size_t i = 0; i < model.nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < model.nodes.size(); ++j) {
                QVERIFY(!model.nodes[i].rect.intersects(model.nodes[j].rect));
            }
        }
        for (const CanvasLink& link : model.links) {
            const QRectF from = model.nodes[link.from].rect.adjusted(-1, -1, 1, 1);
            const QRectF to = model.nodes[link.to].rect.adjusted(-1, -1, 1, 1);
            QVERIFY(from.contains(link.pointAt(0)));
            QVERIFY(to.contains(link.pointAt(1)));
        }
    }

    void aFittedStageCutsNoCard() {
        LessonWindow window;
        CanvasWidget& canvas = window->canvas();
        for (std::size_t node = 0; node < canvas.model().nodes.size(); ++node) {
            canvas.setFitted({node});
            for (std::size_t other = 0; other < canvas.model().nodes.size(); ++other) {
                const QRectF card = canvas.nodeRect(other);
                const QRectF stage(canvas.rect());
                QVERIFY(stage.contains(card) || !stage.intersects(card));
            }
        }
        canvas.setFitted({});
    }

    void aMovingMessageLiesOnItsLinkBetweenTheCards() {
        LessonWindow window;
        window->playback().give({{SimTime(), "browser", "send", {{"target", "/users/123"}}}});
        window.settle();
        bool hasSeen = false;
        for (std::size_t moment = 1; moment < window->playback().index().moments(); ++moment) {
            window->playback().seek({moment, 0.5});
            for (const CanvasMessage& message : window->canvas().model().messages) {
                hasSeen = true;
                for (const CanvasNode& node : window->canvas().model().nodes) {
                    QVERIFY(!node.rect.contains(message.at));
                }
                QVERIFY(!message.label.isEmpty());
            }
        }
        QVERIFY(hasSeen);
    }

    void aClickOnTheMovingMessageShowsItsText() {
        LessonWindow window;
        window->playback().give({{SimTime(), "browser", "send", {{"target", "/users/123"}}}});
        window.settle();
        window->playback().toStart();
        while (window->canvas().model().messages.empty()) {
            window->playback().stepForward();
        }
        window->playback().seek({window->playback().position().moments, 0.5});
        window->inspector().setCurrentIndex(2);
        const QRectF place = window->canvas().messageRect(window->canvas().model().messages[0]);
        QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, place.center().toPoint());
        QCOMPARE(window->inspector().currentIndex(), 0);
        QVERIFY(window->messageView().wire().startsWith("GET /users/123 HTTP/1.1"));
        QVERIFY(window->messageView().heading().contains("Browser"));
    }

    void aClickOnACardShowsThePart() {
        LessonWindow window;
        const QRectF place = window->canvas().nodeRect(2);
        QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, place.center().toPoint());
        QCOMPARE(window->inspector().currentIndex(), 1);
        QCOMPARE(window->nodeView().node(), NodeId{2});
    }

    void arrowsGoFromPartToPart() {
        LessonWindow window;
        window->canvas().setFocus();
        window->canvas().selectNode(0);
        QTest::keyClick(&window->canvas(), Qt::Key_Right);
        QCOMPARE(window->canvas().selectedNode(), std::optional<std::size_t>(1));
        QTest::keyClick(&window->canvas(), Qt::Key_Right);
        QVERIFY(*window->canvas().selectedNode() >= 2);
        QTest::keyClick(&window->canvas(), Qt::Key_Left);
        QCOMPARE(window->canvas().selectedNode(), std::optional<std::size_t>(1));
    }

    void zoomingKeepsThePointUnderThePointer() {
        LessonWindow window;
        const QPointF before = window->canvas().nodeRect(0).center();
        const double width = window->canvas().nodeRect(0).width();
        QWheelEvent wheel(before, window->canvas().mapToGlobal(before), {}, {0, 120}, {}, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&window->canvas(), &wheel);
        const QPointF after = window->canvas().nodeRect(0).center();
        QVERIFY((after - before).manhattanLength() < 1);
        QVERIFY(window->canvas().nodeRect(0).width() > width);
        window->canvas().fit();
        QVERIFY(qAbs(window->canvas().nodeRect(0).width() - width) < 1);
    }

    void aScreenReaderFindsPartsLinksAndMessages() {
        LessonWindow window;
        window->playback().give({{SimTime(), "browser", "send", {{"target", "/users/123"}}}});
        window.settle();
        window->playback().toStart();
        while (window->canvas().model().messages.empty()) {
            window->playback().stepForward();
        }
        QAccessibleInterface* stage = QAccessible::queryAccessibleInterface(&window->canvas());
        QVERIFY(stage != nullptr);
        QCOMPARE(stage->childCount(), 4 + 3 + 1);
        QVERIFY(stage->child(0)->text(QAccessible::Name).startsWith("Browser"));
        QVERIFY(stage->child(4)->text(QAccessible::Name).contains("Browser"));
        QVERIFY(stage->child(7)->text(QAccessible::Name).contains("GET /users/123"));
        for (int i = 0; i < stage->childCount(); ++i) {
            QVERIFY(stage->child(i)->isValid());
            QVERIFY(!stage->child(i)->rect().isEmpty());
            QCOMPARE(stage->indexOfChild(stage->child(i)), i);
        }
    }

    void everyScaleFitsTheStage_data() {
        QTest::addColumn<int>("percent");
        for (const int percent : {80, 100, 150, 300}) {
            QTest::addRow("%d", percent) << percent;
        }
    }
    /// The legend stands at the lower edge; it grows with the letters and with another picture's
    /// words.
    void noCardOfAFittedStageTouchesTheLegend() {
        for (const char* id : {"14-apis", "19-realtime"}) {
            LessonWindow window({}, QString::fromLatin1(id));
            const Legend& legend = *window->findChild<Legend*>();
            QVERIFY(legend.isVisible());
            for (const int percent : {80, 100, 150, 300}) {
                window.style().setScalePercent(percent);
                QCoreApplication::processEvents();
                for (std::size_t i = 0; i < window->canvas().model().nodes.size(); ++i) {
                    const QRectF card = window->canvas().nodeRect(i);
                    QVERIFY2(!legend.isVisible() || card.bottom() + 8 <= legend.y(), id);
                    QVERIFY2(card.top() >= 8, id);
                }
            }
        }
    }

    void everyScaleFitsTheStage() {
        QFETCH(int, percent);
        LessonWindow window;
        window.style().setScalePercent(percent);
        QCoreApplication::processEvents();
        for (std::size_t i = 0; i < window->canvas().model().nodes.size(); ++i) {
            QVERIFY(QRectF(window->canvas().rect()).contains(window->canvas().nodeRect(i)));
        }
    }
};

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"
