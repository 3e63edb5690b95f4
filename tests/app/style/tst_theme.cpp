#include "app/style/style.h"
#include "core/nodes/node_kind.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QTest>

using namespace roundtrip;

class TestTheme : public QObject {
    Q_OBJECT

  private slots:
    void contrastOfBlackOnWhiteIsTwentyOne() {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    }

    void textCanBeRead_data() {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << "light" << 4.5;
        QTest::newRow("dark") << "dark" << 4.5;
        QTest::newRow("projector") << "projector" << 7.0;
    }
    void textCanBeRead() {
        QFETCH(QString, theme);
        QFETCH(double, least);
        const Theme colours = Theme::byName(Theme::nameFrom(theme));
        const std::vector<std::tuple<const char*, QColor, QColor>> pairs{
            {"text on surface", colours.text, colours.surface},
            {"text on window", colours.text, colours.window},
            {"text on raised", colours.text, colours.raised},
            {"muted on surface", colours.muted, colours.surface},
            {"muted on canvas", colours.muted, colours.canvas},
            {"muted on raised", colours.muted, colours.raised},
            {"accent on surface", colours.accent, colours.surface},
            {"accent on soft", colours.accent, colours.accentSoft},
            {"button", colours.accentText, colours.accent},
            {"good", colours.good, colours.goodSoft},
            {"good on surface", colours.good, colours.surface},
            {"attention", colours.attention, colours.attentionSoft},
            {"attention on surface", colours.attention, colours.surface},
            {"bad", colours.bad, colours.badSoft},
            {"bad on surface", colours.bad, colours.surface},
            {"text on good", colours.text, colours.goodSoft},
            {"text on bad", colours.text, colours.badSoft},
        };
        for (const auto& [name, ink, paper] : pairs) {
            const double ratio = contrastRatio(ink, paper);
            QVERIFY2(ratio >= least,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(ratio)));
        }
    }

    void theProjectorsLettersAreLarger() {
        Style style;
        const int usual = style.px(14);
        style.setTheme(Theme::Name::projector);
        QVERIFY(style.px(14) * 100 >= usual * 115);
        QCOMPARE(style.font(14).pixelSize(), style.px(14));
        QCOMPARE(style.chosenScalePercent(), 100); // so that another theme finds it again
        style.setTheme(Theme::Name::dark);
        QCOMPARE(style.px(14), usual);
    }

    void namesReadBack() {
        for (const auto name : {Theme::Name::light, Theme::Name::dark, Theme::Name::projector}) {
            QCOMPARE(Theme::nameFrom(Theme::textOf(name)), name);
        }
    }

    void theFontIsInstalled() {
        const Style style;
        QVERIFY2(QFontDatabase::families().contains(style.font(14).family()),
                 qPrintable(style.font(14).family()));
        QCOMPARE(QFontInfo(style.font(14)).family(), style.font(14).family());
        QCOMPARE(style.font(14).family(), QStringLiteral("Inter"));
    }

    void scaleStaysWithinItsBounds() {
        Style style;
        style.setScalePercent(10);
        QCOMPARE(style.scalePercent(), 80);
        style.setScalePercent(1000);
        QCOMPARE(style.scalePercent(), 300);
        QCOMPARE(style.px(10), 30);
    }

    void theSheetHasNoPlaceLeftUnfilled() {
        const Style style;
        QVERIFY(!style.sheet().contains(QLatin1Char('<')));
        QVERIFY(!style.sheet().contains(QStringLiteral(": ;")));
    }

    void everyPartHasItsIcon() {
        const Style style;
        for (const NodeKind& kind : allKinds()) {
            const QString name = QString::fromStdString(kind.id);
            const QImage image = Style::partIcon(name, 32, 1).toImage();
            bool hasInk = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    hasInk |= qAlpha(image.pixel(x, y)) > 100;
                }
            }
            QVERIFY2(hasInk, qPrintable(name));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
