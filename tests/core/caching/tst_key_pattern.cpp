#include "core/caching/key_pattern.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;

class TestKeyPattern : public QObject {
    Q_OBJECT

  private slots:
    void namesTakeWhatStandsInTheirPlace_data();
    void namesTakeWhatStandsInTheirPlace();
};

void TestKeyPattern::namesTakeWhatStandsInTheirPlace_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("values"); // "-": another form
    QTest::newRow("one name") << "user:{id}"
                              << "user:7"
                              << "id=7;";
    QTest::newRow("two names") << "cart:{shop}:{id}"
                               << "cart:north:12"
                               << "id=12;shop=north;";
    QTest::newRow("a name in the middle") << "a{x}z"
                                          << "abcz"
                                          << "x=bc;";
    QTest::newRow("no name at all") << "top"
                                    << "top"
                                    << "";
    QTest::newRow("another beginning") << "user:{id}"
                                       << "item:7"
                                       << "-";
    QTest::newRow("nothing in its place") << "user:{id}"
                                          << "user:"
                                          << "-";
    QTest::newRow("more behind it") << "a{x}z"
                                    << "abzc"
                                    << "-";
    QTest::newRow("less") << "cart:{shop}:{id}"
                          << "cart:north"
                          << "-";
    QTest::newRow("an open brace is a letter") << "a{b"
                                               << "a{b"
                                               << "";
    QTest::newRow("the empty pattern") << ""
                                       << ""
                                       << "";
    QTest::newRow("the empty pattern and a key") << ""
                                                 << "a"
                                                 << "-";
}

void TestKeyPattern::namesTakeWhatStandsInTheirPlace() {
    QFETCH(QString, pattern);
    QFETCH(QString, key);
    QFETCH(QString, values);
    const auto found = KeyPattern(pattern.toStdString()).match(key.toStdString());
    QString text = found ? QString() : QStringLiteral("-");
    for (const auto& [name, value] : found.value_or(std::map<std::string, std::string>()))
        text += QString::fromStdString(name + "=" + value + ";");
    QCOMPARE(text, values);
}

QTEST_APPLESS_MAIN(TestKeyPattern)
#include "tst_key_pattern.moc"
