#include "app/canvas/card_name.h"
#include "app/narration/language.h"
#include "app/narration/narrator.h"
#include "app/storage/lesson_files.h"

#include <QFontMetricsF>
#include <QTest>

using namespace roundtrip;

namespace {

constexpr double kRoom = 184 - 28 - 48; // of a card beside an analogy's drawing

double widthOf(const CardName& name) {
    double width = 0;
    for (const QString& line : name.lines) {
        width = std::max(width, QFontMetricsF(name.font).horizontalAdvance(line));
    }
    return width;
}

} // namespace

class TestCardName : public QObject {
    Q_OBJECT

  private slots:
    void aShortNameStandsOnOneLineInTheUsualSize() {
        const Style style;
        const CardName name = CardName::fitting(style, QStringLiteral("Browser"), kRoom);
        QCOMPARE(name.lines, QStringList{QStringLiteral("Browser")});
        QCOMPARE(name.font.pixelSize(), style.font(15).pixelSize());
    }

    void aLongNameStandsOnTwoLines() {
        const Style style;
        const CardName name =
            CardName::fitting(style, QStringLiteral("Proveedor de identidad"), kRoom);
        QCOMPARE(name.lines.size(), 2);
        QCOMPARE(name.lines.join(QLatin1Char(' ')), QStringLiteral("Proveedor de identidad"));
        QVERIFY(widthOf(name) <= kRoom);
        QVERIFY(2 * name.lineHeight() <= style.px(36)); // above the card's second line
    }

    void aWordThatFitsNowhereIsCut() {
        const Style style;
        const CardName name = CardName::fitting(style, QString(60, QLatin1Char('m')), kRoom);
        QCOMPARE(name.lines.size(), 1);
        QVERIFY(name.lines.front().endsWith(QChar(0x2026)));
        QVERIFY(widthOf(name) <= kRoom);
    }

    void everyPartOfTheLessonsFits_data() {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        for (const QString& lesson : builtInLessons()) {
            for (const char* language : {"en", "es"}) {
                for (const int percent : {100, 150}) {
                    QTest::addRow("%s %s %d", qPrintable(lesson), language, percent)
                        << lesson << language << percent;
                }
            }
        }
    }
    /// In its plain words and in its analogy's.
    void everyPartOfTheLessonsFits() {
        QFETCH(QString, lesson);
        QFETCH(QString, language);
        QFETCH(int, percent);
        Language spoken;
        spoken.set(language);
        Style style;
        style.setScalePercent(percent);
        const LessonReading reading = loadLesson(lesson);
        const LessonText& text = textIn(language.toStdString(), reading.texts);
        Narrator narrator(reading.lesson->scene);
        narrator.setNames(text.names);
        QStringList names;
        for (std::size_t i = 0; i < reading.lesson->scene.nodes.size(); ++i) {
            names << narrator.nodeName(NodeId{static_cast<std::uint16_t>(i)});
        }
        if (text.analogy) {
            for (const auto& [id, name] : text.analogy->nodes) {
                names << QString::fromStdString(name);
            }
        }
        for (const QString& name : names) {
            const CardName shown = CardName::fitting(style, name, kRoom * percent / 100.0);
            QCOMPARE(shown.lines.join(QLatin1Char(' ')), name);
        }
    }
};

QTEST_MAIN(TestCardName)
#include "tst_card_name.moc"
