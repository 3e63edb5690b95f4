#include "app/canvas/link_labels.h"
#include "app/storage/lesson_files.h"

#include <QTest>

using namespace roundtrip;

namespace {

/// The stage of each lesson, and of each side of its comparisons.
void addScenes() {
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<int>("comparison");
    for (const QString& lesson : builtInLessons()) {
        QTest::addRow("%s", qPrintable(lesson)) << lesson << -1;
        const auto comparisons = loadLesson(lesson).lesson->comparisons.size();
        for (int i = 0; i < static_cast<int>(comparisons); ++i) {
            QTest::addRow("%s, comparison %d", qPrintable(lesson), i) << lesson << i;
        }
    }
}

} // namespace

class TestLinkLabels : public QObject {
    Q_OBJECT

  private slots:
    void wordsCoverNoCardAndNoOtherWords_data() { addScenes(); }
    void wordsCoverNoCardAndNoOtherWords() {
        QFETCH(QString, lesson);
        QFETCH(int, comparison);
        const LessonReading reading = loadLesson(lesson);
        const Scene& scene =
            comparison < 0
                ? reading.lesson->scene
                : reading.lesson->comparisons[static_cast<std::size_t>(comparison)].a.scene;
        const Narrator narrator(scene);
        CanvasModelBuilder builder(scene, narrator);
        const Style style;
        builder.layOut(1, style.font(13));
        const CanvasModel& model = builder.model();
        std::vector<QRectF> words;
        for (const LinkLabel& label : placeLinkLabels(model, style)) {
            words.push_back(label.latency);
            words.push_back(label.rate);
        }
        QCOMPARE(words.size(), model.links.size() * 2);
        for (std::size_t i = 0; i < words.size(); ++i) {
            for (const CanvasNode& node : model.nodes) {
                QVERIFY2(!words[i].intersects(node.rect), qPrintable(node.name));
            }
            for (std::size_t j = 0; j < i; ++j) {
                QVERIFY2(!words[i].intersects(words[j]),
                         qPrintable(QStringLiteral("links %1 and %2").arg(i / 2).arg(j / 2)));
            }
        }
    }

    void aLevelLineHasItsLatencyAbove() {
        CanvasModel model;
        model.links.push_back(
            {.curve = {QPointF(0, 0), QPointF(100, 0), QPointF(200, 0), QPointF(300, 0)},
             .label = QStringLiteral("5 ms")});
        const LinkLabel label = placeLinkLabels(model, Style()).front();
        QVERIFY(!label.isOnLine);
        QVERIFY(label.latency.bottom() < 0);
        QVERIFY(label.rate.top() > 0);
        QVERIFY(qAbs(label.latency.center().x() - 150) < 1);
    }
};

QTEST_MAIN(TestLinkLabels)
#include "tst_link_labels.moc"
