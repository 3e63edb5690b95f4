#include "core/http/form.h"
#include "core/http/uri_component.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>
#include <fmt/format.h>

using namespace roundtrip;
using namespace roundtrip::http;
using namespace roundtrip::test;

namespace {

std::string shown(std::string_view form) {
    std::string text;
    for (const auto& [name, value] : readForm(form))
        text += fmt::format("[{}={}]", name, value);
    return text;
}

} // namespace

class TestForm : public QObject {
    Q_OBJECT

  private slots:
    void aFormIsRead_data() {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* form, const char* read) {
            QTest::newRow(form) << QString(form) << QString(read);
        };
        row("", "");
        row("a=1&b=2", "[a=1][b=2]");
        row("a=1&a=2", "[a=1][a=2]");
        row("&&a=1&", "[a=1]");
        row("a", "[a=]");
        row("=1", "[=1]");
        row("a=b=c", "[a=b=c]");
        row("name=Ada+Lovelace", "[name=Ada Lovelace]");
        row("sum=1%2B1", "[sum=1+1]");
        row("a%3Db=%26", "[a=b=&]");
        row("price=100%", "[price=100%]");
        row("bad=%4&worse=%zz&odd=%+1", "[bad=%4][worse=%zz][odd=% 1]");
    }
    void aFormIsRead() {
        QFETCH(QString, form);
        QFETCH(QString, read);
        QCOMPARE(shown(form.toStdString()), read.toStdString());
    }

    void whatIsQuotedIsReadBack() {
        QCOMPARE(counterexample(500,
                                [](const std::string& name, const std::string& value) {
                                    const auto fields = readForm("a=1&" + quoted(name, "") + "=" +
                                                                 quoted(value, "") + "&b=2");
                                    RC_ASSERT(fields.size() == 3U);
                                    RC_ASSERT(fields[1].first == name);
                                    RC_ASSERT(fields[1].second == value);
                                }),
                 std::string());
    }

    void theQueryStandsBehindTheQuestionMark() {
        QCOMPARE(std::string(queryOf("/a?b=1?c")), std::string("b=1?c"));
        QCOMPARE(std::string(queryOf("/a")), std::string());
    }
};

QTEST_APPLESS_MAIN(TestForm)
#include "tst_form.moc"
