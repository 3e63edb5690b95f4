#include "core/http/uri_component.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::http;
using namespace roundtrip::test;

class TestUriComponent : public QObject {
    Q_OBJECT

  private slots:
    void escapesAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("javascript"); // null where decodeURIComponent throws
        QTest::addColumn<QString>("python");
        const auto row = [](const char* text, const QString& javascript, const char* python) {
            QTest::newRow(text) << QString(text) << javascript << QString(python);
        };
        row("", "", "");
        row("plain+text", "plain+text", "plain+text");
        row("%2f%2F", "//", "//");
        row("caf%C3%A9", "café", "café");
        row("%25%34%31", "%41", "%41");
        row("100%", {}, "100%");
        row("%4", {}, "%4");
        row("%zz%41", {}, "%zzA");
        row("%%41", {}, "%A");
    }
    void escapesAreRead() {
        QFETCH(QString, text);
        QFETCH(QString, javascript);
        QFETCH(QString, python);
        const auto decoded = decodedUriComponent(text.toStdString());
        QCOMPARE(decoded.has_value(), !javascript.isNull());
        QCOMPARE(decoded.value_or(""), javascript.toStdString());
        QCOMPARE(unquoted(text.toStdString()), python.toStdString());
    }

    void bytesThatAreNoUtf8AreRefusedOnlyByJavaScript() {
        QVERIFY(!decodedUriComponent("%C3"));
        QVERIFY(!decodedUriComponent("%ED%A0%80")); // a surrogate
        QCOMPARE(unquoted("%C3"), std::string("\xC3"));
    }

    void whatIsQuotedIsReadBack() {
        QCOMPARE(counterexample(500,
                                [](const std::string& text) {
                                    RC_ASSERT(unquoted(quoted(text, "")) == text);
                                    RC_ASSERT(unquoted(quoted(text, "/:@")) == text);
                                }),
                 std::string());
        QCOMPARE(quoted("a b/c~é", "/"), std::string("a%20b/c~%C3%A9"));
    }
};

QTEST_APPLESS_MAIN(TestUriComponent)
#include "tst_uri_component.moc"
