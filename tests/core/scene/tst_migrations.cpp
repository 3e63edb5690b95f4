#include "core/scene/migrations.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

class TestMigrations : public QObject {
    Q_OBJECT

  private slots:
    void formatZeroBecomesFormatOne();
    void aMigratedFileRuns();
    void aCurrentDocumentStaysAsItIs();
    void aNewerFormatIsRefusedWithBothNumbers();
    void aDamagedOldDocumentIsNoCrash_data();
    void aDamagedOldDocumentIsNoCrash();
};

void TestMigrations::formatZeroBecomesFormatOne() {
    const auto old = nlohmann::json::parse(readText("tests/data/scenes/format0.roundtrip"));
    const auto expected =
        nlohmann::json::parse(readText("tests/data/scenes/format0_as_1.roundtrip"));
    const auto migrated = migrateScene(old);
    QVERIFY(migrated.has_value());
    QCOMPARE(migrated->dump(2), expected.dump(2));
}

void TestMigrations::aMigratedFileRuns() {
    SceneRun run(loadScene("tests/data/scenes/format0.roundtrip"));
    run.send(SimTime(), "/");
    run.runToTheEnd();
    QCOMPARE(run.all<RequestFinished>().at(0).status, 404U);
}

void TestMigrations::aCurrentDocumentStaysAsItIs() {
    const auto document =
        nlohmann::json::parse(readText("scenes/lessons/18-caching/scene.roundtrip"));
    QCOMPARE(migrateScene(document)->dump(), document.dump());
}

void TestMigrations::aNewerFormatIsRefusedWithBothNumbers() {
    const SceneReading reading = readScene(readText("tests/data/scenes/format2.roundtrip"));
    QVERIFY(!reading.scene);
    QCOMPARE(describe(reading.problems), std::string("/format: newer-format 2 1"));
}

void TestMigrations::aDamagedOldDocumentIsNoCrash_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("nodes are text") << R"({"format": 0, "nodes": "none", "links": 3})";
    QTest::newRow("a node is a number") << R"({"format": 0, "nodes": [3], "links": [null]})";
    QTest::newRow("a latency below zero")
        << R"({"format": 0, "nodes": [], "links": [{"latency_ms": -5}]})";
    QTest::newRow("a latency without end")
        << R"({"format": 0, "nodes": [], "links": [{"latency_ms": 1e300}]})";
}

void TestMigrations::aDamagedOldDocumentIsNoCrash() {
    QFETCH(QString, text);
    const SceneReading reading = readScene(text.toStdString());
    QVERIFY(!reading.scene);
    QVERIFY(!reading.problems.empty());
}

QTEST_APPLESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
