#include "core/data/orm/other_orms.h"
#include "tests/core/data/orm/library.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::orm;
using namespace roundtrip::test;

class TestOtherOrms : public QObject {
    Q_OBJECT

  private slots:
    void aQueryReadsAsOthersWriteIt_data();
    void aQueryReadsAsOthersWriteIt();
    void everyExpressionIsShownOrRefused();
};

void TestOtherOrms::aQueryReadsAsOthersWriteIt_data() {
    QTest::addColumn<QString>("django");
    QTest::addColumn<QString>("rails");
    QTest::addColumn<QString>("sqlAlchemy");
    QTest::addColumn<QString>("prisma");
    const auto golden = nlohmann::json::parse(readFile("data/orm/other_orms.json"));
    for (const auto& entry : golden) {
        const auto text = [&](const char* member) {
            return QString::fromStdString(entry.at(member).get<std::string>());
        };
        QTest::newRow(qPrintable(text("django")))
            << text("django") << text("rails") << text("sqlalchemy") << text("prisma");
    }
}

void TestOtherOrms::aQueryReadsAsOthersWriteIt() {
    QFETCH(QString, django);
    QFETCH(QString, rails);
    QFETCH(QString, sqlAlchemy);
    QFETCH(QString, prisma);
    const Library library;
    const auto query = parseQuery(django.toStdString());
    QVERIFY(query.has_value());
    const auto shown = [](const tl::expected<std::string, Error>& text) {
        return QString::fromStdString(text ? *text : describe(text.error()));
    };
    QCOMPARE(shown(asRails(library.schema, *query)), rails);
    QCOMPARE(shown(asSqlAlchemy(library.schema, *query)), sqlAlchemy);
    QCOMPARE(shown(asPrisma(library.schema, *query)), prisma);
}

void TestOtherOrms::everyExpressionIsShownOrRefused() {
    const Library library;
    int shown = 0;
    for (const auto& text : nlohmann::json::parse(readFile("data/orm/expressions.json"))) {
        const auto query = parseQuery(text.get<std::string>());
        if (!query)
            continue;
        for (const auto& written :
             {asRails(library.schema, *query), asSqlAlchemy(library.schema, *query),
              asPrisma(library.schema, *query)}) {
            shown += written ? 1 : 0;
            QVERIFY(written || written.error().code.starts_with("orm-"));
        }
    }
    QVERIFY2(shown > 450, qPrintable(QString::number(shown)));
}

QTEST_GUILESS_MAIN(TestOtherOrms)
#include "tst_other_orms.moc"
