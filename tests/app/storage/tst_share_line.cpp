#include "app/storage/share_line.h"
#include "tests/support/property.h"
#include "tests/support/scene_run.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

class TestShareLine : public QObject {
    Q_OBJECT

  private slots:
    void aSceneComesBackAsItWas_data() {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"tests/data/scenes/every_kind.roundtrip", "scenes/sandbox/chat.roundtrip",
              "scenes/lessons/16-auth/scene.roundtrip"})
            QTest::newRow(file) << file;
    }

    void aSceneComesBackAsItWas() {
        QFETCH(const QString, file);
        const Scene scene = loadScene(file);
        const QString line = shareLine(scene);
        QVERIFY(isShareLine(line));
        QVERIFY(!line.contains(QLatin1Char('\n')));
        QVERIFY(line.size() < static_cast<qsizetype>(writeScene(scene).size()) / 2);
        const SceneReading reading = sceneFromLine(line);
        QVERIFY2(reading.scene, describe(reading.problems).c_str());
        QCOMPARE(writeScene(*reading.scene), writeScene(scene));
    }

    void lineBreaksOfAMailDoNotMatter() {
        const Scene scene = loadScene("scenes/sandbox/chat.roundtrip");
        QString line = shareLine(scene);
        for (qsizetype at = 70; at < line.size(); at += 72)
            line.insert(at, QStringLiteral("\r\n "));
        QVERIFY(sceneFromLine(QStringLiteral("  ") + line + QStringLiteral("\n")).scene);
    }

    void whatIsNoLineIsExplained_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << ""
                                 << "share-line-damaged";
        QTest::newRow("something else") << "https://example.org"
                                        << "share-line-damaged";
        QTest::newRow("no content") << "roundtrip:1:"
                                    << "share-line-damaged";
        QTest::newRow("no base64") << "roundtrip:1:ab!cd"
                                   << "share-line-damaged";
        QTest::newRow("not packed") << "roundtrip:1:AAAAIGhlbGxv"
                                    << "share-line-damaged";
        QTest::newRow("claims four gigabytes") << "roundtrip:1:_____3icS8wEAACYAFw"
                                               << "share-line-damaged";
        QTest::newRow("newer") << "roundtrip:7:abcd"
                               << "share-line-newer";
        QTest::newRow("no scene") << QStringLiteral("roundtrip:1:") +
                                         QString::fromLatin1(qCompress("[1]").toBase64(
                                             QByteArray::Base64UrlEncoding))
                                  << "not-an-object";
    }

    void whatIsNoLineIsExplained() {
        QFETCH(const QString, line);
        QFETCH(const QString, code);
        const SceneReading reading = sceneFromLine(line);
        QVERIFY(!reading.scene);
        QCOMPARE(reading.problems.front().code, code.toStdString());
    }

    void aDamagedLineNeverGivesHalfAScene() {
        const QString line = shareLine(loadScene("scenes/sandbox/chat.roundtrip"));
        const std::string whole = writeScene(loadScene("scenes/sandbox/chat.roundtrip"));
        const std::string broken = counterexample(300, [&] {
            QString damaged = line;
            const auto at = *rc::gen::inRange<qsizetype>(12, line.size());
            damaged[at] = QChar(*rc::gen::inRange(33, 127));
            const SceneReading reading = sceneFromLine(damaged);
            RC_ASSERT(!reading.scene || writeScene(*reading.scene) == whole);
        });
        QVERIFY2(broken.empty(), broken.c_str());
    }
};

QTEST_APPLESS_MAIN(TestShareLine)
#include "tst_share_line.moc"
