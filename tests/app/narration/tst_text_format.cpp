#include "app/narration/text_format.h"

#include <QTest>

using namespace roundtrip;

namespace {

const QChar kBreak(0x200b);

} // namespace

class TestTextFormat : public QObject {
    Q_OBJECT

  private slots:
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
        QCOMPARE(breakable(text).replace(kBreak, QLatin1Char('|')), shown);
        QCOMPARE(breakable(text).remove(kBreak), text);
    }
};

QTEST_APPLESS_MAIN(TestTextFormat)
#include "tst_text_format.moc"
