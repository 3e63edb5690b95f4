#include "core/kernel/utf8.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

class TestUtf8 : public QObject {
    Q_OBJECT

  private slots:
    void onlyRfc3629IsValid_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isValid");
        QTest::newRow("ASCII") << QByteArray("a~") << true;
        QTest::newRow("two to four bytes")
            << QByteArray("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") << true;
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x80\xAF") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("beyond U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("cut off") << QByteArray("\xE2\x82") << false;
        QTest::newRow("follower alone") << QByteArray("\x82") << false;
    }
    void onlyRfc3629IsValid() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isValid);
        QCOMPARE(isValidUtf8(bytes.toStdString()), isValid);
    }

    void everyCharacterIsReadBack() {
        QCOMPARE(counterexample(1000,
                                [] {
                                    const auto code = static_cast<char32_t>(
                                        *rc::gen::inRange<std::uint32_t>(0, 0x110000));
                                    RC_PRE(code < 0xD800 || code > 0xDFFF);
                                    std::string text;
                                    appendCharacter(text, code);
                                    const Utf8Character read = characterAt(text, 0);
                                    RC_ASSERT(read.valid);
                                    RC_ASSERT(read.code == code);
                                    RC_ASSERT(read.size == text.size());
                                }),
                 std::string());
    }

    void partsAreCountedInCharacters() {
        QCOMPARE(characterCount("né€"), std::size_t{3});
        QCOMPARE(std::string(characters("né€!", 1, 3)), std::string("é€"));
        QCOMPARE(std::string(characters("né€!", 3, 9)), std::string("!"));
        QCOMPARE(std::string(characters("né€!", 2, 2)), std::string());
    }
};

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
