#include "app/sandbox/autosave.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace roundtrip;

namespace {

constexpr const char* kChild = "--edits-without-end";

/// What the killed program does: edits, keeps drafts, saves, as fast as it can.
int editWithoutEnd(const QString& file, const QString& drafts) {
    SandboxDocument document;
    Autosave autosave(document, drafts);
    for (int round = 0;; ++round) {
        const std::string part = document.addPart(*findKind("app_server"), QPointF(round, 0));
        document.renamePart(part, "Round " + std::to_string(round));
        autosave.keepNow();
        if (round % 3 == 0 && !document.saveAs(file)) {
            return 1;
        }
        if (round == 0) {
            std::puts("begun");
            std::fflush(stdout);
        }
        constexpr std::size_t kMany = 40; // so that files stay some kilobytes
        if (document.scene().nodes.size() > kMany)
            document.exchange({});
    }
}

bool isWhole(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) &&
           readScene(file.readAll().toStdString()).scene.has_value();
}

} // namespace

class TestKilledProgram : public QObject {
    Q_OBJECT

  private slots:
    /// Two hundred times the program is killed at a moment that nobody chose.
    void nothingIsEverHalf() {
        QRandomGenerator moments(7);
        int withDrafts = 0;
        for (int round = 0; round < 200; ++round) {
            const QTemporaryDir folder;
            const QString file = folder.filePath(QStringLiteral("shop.roundtrip"));
            const QString drafts = folder.filePath(QStringLiteral("drafts"));
            QProcess program;
            program.start(QCoreApplication::applicationFilePath(),
                          {QString::fromLatin1(kChild), file, drafts});
            QVERIFY(program.waitForReadyRead(20'000));
            QTest::qSleep(moments.bounded(25));
            program.kill();
            program.waitForFinished();
            QVERIFY2(isWhole(file), qPrintable(QStringLiteral("round %1").arg(round)));
            const auto left = Autosave::leftIn(drafts);
            withDrafts += left.empty() ? 0 : 1;
            for (const LeftWork& work : left) {
                QCOMPARE(work.file, file);
                QVERIFY(!work.scene.nodes.empty());
            }
        }
        // Most of the time something was not saved yet, and then it can be had back.
        QVERIFY2(withDrafts > 50, qPrintable(QString::number(withDrafts)));
    }
};

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String(kChild))
        return editWithoutEnd(arguments.value(2), arguments.value(3));
    TestKilledProgram test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed_program.moc"
