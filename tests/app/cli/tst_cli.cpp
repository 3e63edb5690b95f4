#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

namespace {

struct Outcome {
    int code = -1;
    QString out;
    QString err;
};

Outcome call(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(ROUNDTRIP_BINARY_DIR "/bin/roundtrip-cli"), arguments);
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

const QString kScene =
    QStringLiteral(ROUNDTRIP_SOURCE_DIR "/scenes/lessons/18-caching/scene.roundtrip");

} // namespace

class TestCli : public QObject {
    Q_OBJECT

  private slots:
    void helpNamesEveryCommand() {
        const Outcome outcome = call({"--help"});
        QCOMPARE(outcome.code, 0);
        for (const char* command : {"run SCENE", "play LESSON", "check FILE", "cache-replay TRACE",
                                    "results [--learner"}) {
            QVERIFY(outcome.out.contains(QLatin1String(command)));
        }
    }

    void anUnknownCommandIsWrongUse() {
        const Outcome outcome = call({"rnu"});
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.err.contains(QStringLiteral("rnu")));
    }

    void aGoodFileHasNoProblems() { QCOMPARE(call({"check", kScene}).code, 0); }

    void aBadFileIsExplained() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("bad.roundtrip"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format": 1, "nodes": [{"id": "a", "kind": "cahce"}]})");
        file.close();
        const Outcome outcome = call({"check", file.fileName()});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.out.contains(QStringLiteral("/nodes/0/kind")));
        QVERIFY(outcome.out.contains(QStringLiteral("Did you mean \"cache\"?")));
    }

    void aChallengeIsCheckedAsOne() {
        QFile good(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/scenes/challenges/01-too-few-hands.json"));
        QVERIFY(good.open(QIODevice::ReadOnly));
        QCOMPARE(call({"check", good.fileName()}).code, 0);
        const QTemporaryDir folder;
        QFile bad(folder.filePath("bad.json"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(good.readAll()
                      .replace("\"easy\"", "\"eesy\"")
                      .replace("\"workers\": 2", "\"wokers\": 2"));
        bad.close();
        const Outcome outcome = call({"check", bad.fileName()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.out.contains(QStringLiteral("/level: ")), qPrintable(outcome.out));
        QVERIFY2(outcome.out.contains(QStringLiteral("/scene/nodes/1/parameters/wokers: ")),
                 qPrintable(outcome.out));
    }

    void aMissingFileIsSaid() {
        QCOMPARE(call({"check", "nowhere.roundtrip"}).code, 2);
        QCOMPARE(call({"run", "nowhere.roundtrip"}).code, 2);
    }

    void aRunReportsEveryStation() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("mm1.roundtrip"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format": 1, "nodes": [{"id": "s", "kind": "source"},
            {"id": "q", "kind": "station", "parameters": {"service": {"exponential": "500 ms"}}},
            {"id": "k", "kind": "sink"}],
            "links": [{"from": "s", "to": "q", "latency": "0 s"},
                      {"from": "q", "to": "k", "latency": "0 s"}]})");
        file.close();
        const Outcome outcome =
            call({"run", file.fileName(), "--duration", "100000 s", "--warmup", "1000",
                  "--replications", "3", "--seed", "5", "--report", "json"});
        QCOMPARE(outcome.code, 0);
        const auto json = nlohmann::json::parse(outcome.out.toStdString());
        const auto& station = json["stations"]["q"];
        QVERIFY(qAbs(station["W"].get<double>() - 1.0) < 0.05);
        QVERIFY(qAbs(station["utilisation"].get<double>() - 0.5) < 0.02);
        QVERIFY(station["standard_error"]["W"].get<double>() > 0);
        QVERIFY(station["classes"].contains("0"));
        QVERIFY(json["stations"]["k"]["arrivals"].get<double>() > 90'000);
    }

    void aRunReportsHitsAndStaleAnswers() {
        const Outcome outcome =
            call({"run", QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/scenes/crowd.roundtrip"),
                  "--duration", "300 s", "--warmup", "10 s", "--report", "json"});
        QCOMPARE(outcome.code, 0);
        const auto stations = nlohmann::json::parse(outcome.out.toStdString())["stations"];
        QVERIFY(stations["cache"]["hit_ratio"].get<double>() > 0.5);
        QVERIFY(stations["crowd"]["stale_share"].get<double>() > 0.05);
        QCOMPARE(stations["crowd"]["failed_share"].get<double>(), 0.0);
        QVERIFY(stations["crowd"]["throughput"].get<double>() > 20);
    }

    void aWrongOptionIsWrongUse() {
        QCOMPARE(call({"run", kScene, "--duration", "soon"}).code, 2);
        QCOMPARE(call({"run", kScene, "--report", "xml"}).code, 2);
        QCOMPARE(call({"run"}).code, 2);
        QCOMPARE(call({"play", "18-caching", "--lang", "tlh"}).code, 2);
    }

    void aLessonIsToldWithItsNumbers_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("en") << "en"
                            << "Cache hit";
        QTest::newRow("es") << "es"
                            << "Acierto de caché";
    }
    void aLessonIsToldWithItsNumbers() {
        QFETCH(QString, language);
        QFETCH(QString, word);
        const Outcome outcome = call({"play", "18-caching", "--lang", language});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.contains(word));
        QVERIFY(outcome.out.contains(QStringLiteral("14. ")));
        QVERIFY(!outcome.out.contains(QStringLiteral("{miss}")));
    }

    void aLessonIsToldInItsAnalogy() {
        const Outcome outcome = call({"play", "18-caching", "--analogy"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.contains(QStringLiteral("  No copy of user:123 in the drawer")));
        QVERIFY(!outcome.out.contains(QStringLiteral("  Cache miss")));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
