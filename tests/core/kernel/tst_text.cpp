#include "core/kernel/text.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

class TestText : public QObject {
    Q_OBJECT

  private slots:
    void spacesAreCutAtBothEnds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spaces");
        QTest::addColumn<QString>("result");
        QTest::newRow("nothing") << ""
                                 << " \t"
                                 << "";
        QTest::newRow("only spaces") << " \t "
                                     << " \t"
                                     << "";
        QTest::newRow("no spaces") << "a"
                                   << " \t"
                                   << "a";
        QTest::newRow("both ends") << "\t a b\t "
                                   << " \t"
                                   << "a b";
        QTest::newRow("a line's end is no space here") << " a\n"
                                                       << " \t"
                                                       << "a\n";
        QTest::newRow("with lines' ends") << "\r\n a \n"
                                          << " \r\n"
                                          << "a";
        QTest::newRow("only blanks") << "\ta "
                                     << " "
                                     << "\ta";
    }
    void spacesAreCutAtBothEnds() {
        QFETCH(QString, text);
        QFETCH(QString, spaces);
        QFETCH(QString, result);
        const std::string given = text.toStdString();
        QCOMPARE(std::string(trimmed(given, spaces.toStdString())), result.toStdString());
    }

    void spacesAroundATextMakeNoDifference() {
        QCOMPARE(counterexample(500,
                                [](const std::string& text) {
                                    const std::string wider = " \t" + text + "\t ";
                                    RC_ASSERT(trimmed(wider) == trimmed(text));
                                    RC_ASSERT(trimmed(trimmed(text)) == trimmed(text));
                                    RC_ASSERT(text.find(trimmed(text)) != std::string::npos);
                                }),
                 std::string());
    }

    void partsAreCutOffOneByOne() {
        std::string_view rest = "a;;b";
        QCOMPARE(std::string(cutPart(rest, ';')), std::string("a"));
        QCOMPARE(std::string(cutPart(rest, ';')), std::string());
        QCOMPARE(std::string(cutPart(rest, ';')), std::string("b"));
        QVERIFY(rest.empty());
        QCOMPARE(std::string(cutPart(rest, ';')), std::string());
    }

    void partsAndSeparatorsMakeTheText() {
        QCOMPARE(counterexample(500,
                                [](const std::string& text) {
                                    std::string_view rest = text;
                                    std::string joined;
                                    while (!rest.empty()) {
                                        const bool isLast = rest.find(';') == std::string::npos;
                                        joined += cutPart(rest, ';');
                                        joined += isLast ? "" : ";";
                                    }
                                    RC_ASSERT(joined == text);
                                }),
                 std::string());
    }

    void wordsAreLettersDigitsAndUnderscores() {
        std::string letters;
        for (int code = 0; code < 256; ++code) {
            if (isWordLetter(static_cast<char>(code)))
                letters += static_cast<char>(code);
        }
        QCOMPARE(letters, std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
                                      "abcdefghijklmnopqrstuvwxyz"));
    }

    void onlyLettersOfAsciiHaveCases() {
        QCOMPARE(lowered("AZaz[@{`"), std::string("azaz[@{`"));
        QCOMPARE(lowered("É"), std::string("É"));
        QVERIFY(equalsIgnoringCase("Content-TYPE", "content-type"));
        QVERIFY(equalsIgnoringCase("", ""));
        QVERIFY(!equalsIgnoringCase("\xc3\x84", "\xc3\xa4")); // Ä and ä
        QVERIFY(!equalsIgnoringCase("a", "ab"));
        QVERIFY(!equalsIgnoringCase("[", "{"));
    }

    void aTextHasTheSameNumberEverywhere() {
        // FNV-1a gives cbf29ce484222325, af63dc4c8601ec8c and 85944171f73967e8; then the last mix.
        QCOMPARE(hashOf(""), 0xf52a15e9a9b5e89bU);
        QCOMPARE(hashOf("a"), 0x02c0bdbf481420f8U);
        QCOMPARE(hashOf("foobar"), 0x404da9e3b74078c2U);
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
