#include "core/http/cache_control.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <string>

using namespace roundtrip::http;

namespace {

/// What was understood, in a fixed order: "max-age=60 private".
std::string wordsOf(const CacheControl& control) {
    std::string words;
    if (control.maxAgeSeconds)
        words += " max-age=" + std::to_string(*control.maxAgeSeconds);
    words += control.noStore ? " no-store" : "";
    words += control.noCache ? " no-cache" : "";
    words += control.isPrivate ? " private" : "";
    words += control.isPublic ? " public" : "";
    words += control.mustRevalidate ? " must-revalidate" : "";
    return words.empty() ? words : words.substr(1);
}

} // namespace

class TestCacheControl : public QObject {
    Q_OBJECT

  private slots:
    void aFieldIsUnderstood_data();
    void aFieldIsUnderstood();
};

void TestCacheControl::aFieldIsUnderstood_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* field, const char* words) {
        QTest::newRow(name) << QString(field) << QString(words);
    };
    row("nothing", "", "");
    row("one", "max-age=60", "max-age=60");
    row("several", "public, max-age=31536000, must-revalidate",
        "max-age=31536000 public must-revalidate");
    row("no-store", "no-store", "no-store");
    row("directives have no case", "Max-Age=5, NO-STORE, Private", "max-age=5 no-store private");
    row("spaces and tabs", " \tmax-age=5 ,\tprivate ", "max-age=5 private");
    row("empty elements of the list", ",,max-age=5,,", "max-age=5");
    // RFC 9111, 5.2: "a cache MUST be able to parse both token and quoted-string".
    row("a quoted number", "max-age=\"60\"", "max-age=60");
    row("a shared cache's age is not ours", "s-maxage=10, max-age=60", "max-age=60");
    // RFC 9111, 5.2.2.4 and 5.2.2.7: with field names they may be read as if without.
    row("no-cache for some fields", "no-cache=\"set-cookie\", max-age=60", "max-age=60 no-cache");
    row("private for some fields", "private=\"x-token, set-cookie\"", "private");
    row("a comma inside quotes divides nothing", "x=\"a, no-store, max-age=9\", max-age=5",
        "max-age=5");
    row("an escaped quote does not end them", "x=\"a\\\", no-store\", max-age=5", "max-age=5");
    row("quotes that stay open", "max-age=5, x=\"no-store, public", "max-age=5");
    // RFC 9111, 5.2.3.
    row("unknown directives", "stale-while-revalidate=30, max-age=5, immutable", "max-age=5");
    row("a name that only begins like one", "no-storey, max-ages=7", "");
    // RFC 9111, 4.2.1: of several the first, or stale; an invalid one counts as stale.
    row("twice", "max-age=5, max-age=500", "max-age=5");
    row("no number", "max-age=soon", "max-age=0");
    row("half a number", "max-age=5x", "max-age=0");
    row("a fraction", "max-age=5.5", "max-age=0");
    row("below zero", "max-age=-5", "max-age=0");
    row("no value", "max-age", "max-age=0");
    row("an empty value", "max-age=", "max-age=0");
    row("a leading plus", "max-age=+5", "max-age=0");
    // RFC 9111, 1.2.2: more than can be represented is 2^31.
    row("the largest", "max-age=2147483648", "max-age=2147483648");
    row("more than the largest", "max-age=2147483649", "max-age=2147483648");
    row("much more", "max-age=99999999999999999999999", "max-age=2147483648");
}

void TestCacheControl::aFieldIsUnderstood() {
    QFETCH(QString, field);
    QFETCH(QString, words);
    QCOMPARE(QString::fromStdString(wordsOf(parseCacheControl(field.toStdString()))), words);
}

QTEST_APPLESS_MAIN(TestCacheControl)
#include "tst_cache_control.moc"
