#include "core/kernel/json_object.h"
#include "core/scene/scene.h"
#include "tests/support/problem_text.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

/// What the JSONTestSuite says of parsers: y_ must parse, n_ must be refused, i_ may be either.
class TestJsonTestSuite : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void whatIsNoJsonIsRefused_data();
    void whatIsNoJsonIsRefused();
    void whatIsJsonIsParsed_data();
    void whatIsJsonIsParsed();
    void whatMayBeEitherIsNoCrash_data();
    void whatMayBeEitherIsNoCrash();

  private:
    void addFiles(const QString& prefix);
    [[nodiscard]] std::string content() const;

    QTemporaryDir folder_;
};

void TestJsonTestSuite::initTestCase() {
    QVERIFY(folder_.isValid());
    const QString archive =
        QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/data/JSONTestSuite_test_parsing.tar.gz");
    QCOMPARE(QProcess::execute("tar", {"xzf", archive, "-C", folder_.path()}), 0);
    const QDir unpacked(folder_.filePath("test_parsing"));
    QCOMPARE(unpacked.entryList({"*.json"}).size(), 318);
}

void TestJsonTestSuite::addFiles(const QString& prefix) {
    QTest::addColumn<QString>("name");
    const QDir unpacked(folder_.filePath("test_parsing"));
    for (const QString& name : unpacked.entryList({prefix + "*.json"}))
        QTest::newRow(qPrintable(name)) << name;
}

std::string TestJsonTestSuite::content() const {
    QFETCH(QString, name);
    QFile file(folder_.filePath("test_parsing/" + name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(name));
    return file.readAll().toStdString();
}

void TestJsonTestSuite::whatIsNoJsonIsRefused_data() {
    addFiles("n_");
}

void TestJsonTestSuite::whatIsNoJsonIsRefused() {
    const SceneReading reading = readScene(content());
    QVERIFY(!reading.scene);
    QCOMPARE(reading.problems.size(), 1U);
    const Problem& problem = reading.problems[0];
    QVERIFY2(problem.code == "syntax" || problem.code == "duplicate-member",
             describe(problem).c_str());
    QVERIFY2(problem.where.starts_with("line "), describe(problem).c_str());
}

void TestJsonTestSuite::whatIsJsonIsParsed_data() {
    addFiles("y_");
}

/// RFC 8259 leaves the meaning of a member that comes twice open; in a document of ours it is a
/// slip, and we refuse it.
void TestJsonTestSuite::whatIsJsonIsParsed() {
    QFETCH(QString, name);
    const auto parsed = parseJson(content());
    if (name.startsWith("y_object_duplicated_key")) {
        QCOMPARE(parsed.error().code, std::string("duplicate-member"));
        return;
    }
    QVERIFY2(parsed.has_value(), parsed ? "" : describe(parsed.error()).c_str());
}

void TestJsonTestSuite::whatMayBeEitherIsNoCrash_data() {
    addFiles("i_");
}

void TestJsonTestSuite::whatMayBeEitherIsNoCrash() {
    const SceneReading reading = readScene(content());
    QVERIFY(!reading.scene);
    QVERIFY(!reading.problems.empty());
}

QTEST_GUILESS_MAIN(TestJsonTestSuite)
#include "tst_json_test_suite.moc"
