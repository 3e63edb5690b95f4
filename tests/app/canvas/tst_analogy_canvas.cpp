#include "tests/support/lesson_window.h"

#include <QAccessible>
#include <QDir>
#include <QSvgRenderer>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::LessonWindow;

namespace {

QStringList namesOf(const CanvasModel& model) {
    QStringList names;
    for (const CanvasNode& node : model.nodes) {
        names << node.name;
    }
    return names;
}

/// The share of a picture's pixels that are not transparent.
double inkOf(const QImage& image) {
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            inked += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
        }
    }
    return double(inked) / (image.width() * image.height());
}

/// A message is on its way.
void goToAMessage(LessonWindow& window) {
    window->playback().give({{SimTime(), "browser", "send", {{"target", "/users/123"}}}});
    window.settle();
    window->playback().toStart();
    while (window->canvas().model().messages.empty()) {
        window->playback().stepForward();
    }
    window->playback().seek({window->playback().position().moments, 0.5});
}

} // namespace

class TestAnalogyCanvas : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { installCanvasAccessibility(); }

    void cardsShowTheAnalogyAndBackAgain() {
        LessonWindow window;
        const CanvasModel& model = window->canvas().model();
        const QStringList plain = namesOf(model);
        QVERIFY(model.nodes[2].drawing.isEmpty());
        window->setAnalogy(true);
        QCOMPARE(namesOf(model), QStringList({"Reader", "Assistant", "Desk drawer", "Library"}));
        for (const CanvasNode& node : model.nodes) {
            QVERIFY(node.drawing.contains("<svg"));
        }
        for (const QByteArray& drawing : model.drawings) {
            QVERIFY(drawing.contains("<svg"));
        }
        window->setAnalogy(false);
        QCOMPARE(namesOf(model), plain);
        QVERIFY(model.nodes[2].drawing.isEmpty());
        QVERIFY(model.drawings[0].isEmpty());
    }

    void gaugesStayTrue() {
        LessonWindow window;
        const std::vector<CardGauge> plain = window->canvas().model().nodes[2].gauges;
        window->setAnalogy(true);
        QVERIFY(window->canvas().model().nodes[2].gauges == plain);
    }

    void aMessageIsCalledAndSpokenOfInTheAnalogy() {
        LessonWindow window;
        goToAMessage(window);
        const CanvasMessage plain = window->canvas().model().messages[0];
        QCOMPARE(plain.label, QStringLiteral("GET /users/123"));
        window->setAnalogy(true);
        const CanvasMessage& told = window->canvas().model().messages[0];
        QCOMPARE(told.label, QStringLiteral("question · GET /users/123"));
        QCOMPARE(told.at, plain.at);
        QCOMPARE(window->canvas().spokenMessage(told),
                 QStringLiteral("Message question · GET /users/123, on its way from Reader to "
                                "Assistant"));
        QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&window->canvas());
        QVERIFY(canvas->child(0)->text(QAccessible::Name).startsWith(QStringLiteral("Reader")));
    }

    void theStageLooksDifferent() {
        LessonWindow window;
        goToAMessage(window);
        const QImage plain = window->canvas().grab().toImage();
        window->setAnalogy(true);
        QVERIFY(window->canvas().grab().toImage() != plain);
    }

    void itFadesUnlessMotionIsReduced() {
        LessonWindow window;
        window.style().setMotionReduced(false);
        const QImage plain = window->canvas().grab().toImage();
        window->setAnalogy(true);
        QCOMPARE(window->canvas().grab().toImage(), plain); // it begins where it was
        QTRY_VERIFY(window->canvas().findChild<Crossfade*>()->state() == Crossfade::Stopped);
        const QImage faded = window->canvas().grab().toImage();
        QVERIFY(faded != plain);
        window->setAnalogy(false);
        QTRY_VERIFY(window->canvas().findChild<Crossfade*>()->state() == Crossfade::Stopped);
        window.style().setMotionReduced(true);
        window->setAnalogy(true);
        QCOMPARE(window->canvas().findChild<Crossfade*>()->state(), Crossfade::Stopped); // at once
        QVERIFY(window->canvas().grab().toImage() != plain);
    }

    void theZoomStaysAsItIs() {
        LessonWindow window;
        window->canvas().zoomBy(1.5);
        const QRectF place = window->canvas().nodeRect(2);
        window->setAnalogy(true);
        QCOMPARE(window->canvas().nodeRect(2), place);
    }

    void theLegendNamesTheAnalogysMessages() {
        LessonWindow window;
        const auto* legend = window->findChild<Legend*>();
        QCOMPARE(legend->texts().constFirst(), QStringLiteral("request"));
        window->setAnalogy(true);
        QCOMPARE(legend->texts(),
                 QStringList({"question", "answer", "slip", "book", "errand", "call", "error"}));
        QVERIFY(legend->isVisible());
        QVERIFY(legend->geometry().right() <= legend->parentWidget()->width());
    }

    void aFailureIsMarkedInTheAnalogyToo() {
        const LessonReading reading = loadLesson(QStringLiteral("18-caching"));
        const auto analogy = Analogy::of(*reading.lesson, reading.texts.at("en"));
        MessageAtlas atlas;
        const Theme theme = Theme::byName(Theme::Name::light);
        atlas.prepare(theme, 38, 1, analogy->messageDrawings());
        const auto picture = [&atlas](bool isFailure) {
            return atlas.pixmap()
                .copy(atlas.source(MessageKind::response, isFailure).toRect())
                .toImage();
        };
        QVERIFY(inkOf(picture(false)) > 0.5);
        QVERIFY(picture(false) != picture(true));
        const QImage told = picture(false);
        atlas.prepare(theme, 38, 1, {});
        QVERIFY(picture(false) != told);
    }

    void everyShippedDrawingCanBeDrawn_data() {
        QTest::addColumn<QString>("name");
        for (const std::string_view name : shippedDrawings()) {
            QTest::newRow(name.data()) << QString::fromUtf8(name.data());
        }
    }
    void everyShippedDrawingCanBeDrawn() {
        QFETCH(QString, name);
        QFile file(QStringLiteral(":/analogy/%1.svg").arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(svg.contains("viewBox=\"0 0 24 24\"") && svg.contains("stroke-width=\"1.8\""));
        for (const int size : {16, 48}) {
            const QImage image = Style::drawing(svg, size, 1).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            QVERIFY(inkOf(image) > 0.1);
            // Nothing is cut off at the edge.
            for (int i = 0; i < size && size > 16; ++i) {
                for (const QPoint at :
                     {QPoint(i, 0), QPoint(i, size - 1), QPoint(0, i), QPoint(size - 1, i)}) {
                    QVERIFY(qAlpha(image.pixel(at)) < 200);
                }
            }
        }
    }
};

QTEST_MAIN(TestAnalogyCanvas)
#include "tst_analogy_canvas.moc"
