#include "app/narration/text_format.h"

#include <QLocale>
#include <QTest>

using namespace roundtrip;

namespace {

const QChar kBreak(0x200b);
const QChar kJoin(0x2060);

} // namespace

class TestTextFormat : public QObject {
    Q_OBJECT

  private slots:
    void countsAreGroupedAsTheLanguageGroupsThem() {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(countForPeople(1000), QString("1,000"));
        QCOMPARE(countForPeople(1200282), QString("1,200,282"));
        QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Spain));
        QCOMPARE(countForPeople(999), QString("999"));
        QCOMPARE(countForPeople(1000), QString("1000"));
        QCOMPARE(countForPeople(12345), QString("12.345"));
        QCOMPARE(countForPeople(1200282), QString("1.200.282"));
        QCOMPARE(countForPeople(-1200282), QString("-1.200.282"));
        QLocale::setDefault(before);
    }

    void aSlashStaysWithItsAddress() {
        const auto shown = [](const char* text) {
            return breakable(QString::fromUtf8(text)).replace(kJoin, QLatin1Char('+'));
        };
        QCOMPARE(shown("Ask for /books or `/orders`."), "Ask for /+books or `/+orders`.");
        QCOMPARE(shown("and/or, </script>, GET /, a//b"), "and/or, </script>, GET /, a//b");
    }

    void longWordsCanBeBroken_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown"); // a bar where a line may end
        QTest::newRow("words") << "What happens now?"
                               << "What happens now?";
        QTest::newRow("short code") << "`id = 5`"
                                    << "`id = 5`";
        QTest::newRow("code") << "See Contact.objects.filter(name__startswith)"
                              << "See Contact.|objects.|filter(|name__|startswith)";
        QTest::newRow("address") << "GET /by-email?email=ada.lovelace@example.com"
                                 << "GET /by-|email?|email=|ada.|lovelace@|example.|com";
        QTest::newRow("no place") << "abcdefghijklmnopqrstuvwxyz"
                                  << "abcdefghijklmnopqrstuv|wxyz";
        QTest::newRow("spaces stay") << "a  b\n\nc"
                                     << "a  b\n\nc";
    }
    void longWordsCanBeBroken() {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        const QString broken = breakable(text).remove(kJoin);
        QCOMPARE(QString(broken).replace(kBreak, QLatin1Char('|')), shown);
        QCOMPARE(QString(broken).remove(kBreak), text);
    }
};

QTEST_APPLESS_MAIN(TestTextFormat)
#include "tst_text_format.moc"
