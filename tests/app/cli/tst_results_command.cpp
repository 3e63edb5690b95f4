#include "app/storage/progress_store.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace roundtrip;

namespace {

struct Outcome {
    int code = -1;
    QString out;
    QString err;
};

/// `results` for what is kept in that folder.
Outcome results(const QString& folder, const QStringList& arguments = {}) {
    QProcess process;
    process.start(QStringLiteral(ROUNDTRIP_BINARY_DIR "/bin/roundtrip-cli"),
                  QStringList{"results", "--folder", folder} + arguments);
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// Two learners, of whom the second has answered a question.
void learn(const QString& folder) {
    ProgressStore store(folder);
    store.record({.lesson = "18-caching"});
    const auto ana = store.addLearner("Ana, the second");
    QVERIFY(ana && store.switchTo(ana->id));
    store.record({.lesson = "18-caching",
                  .verb = LessonResult::Verb::answered,
                  .object = "why",
                  .isRight = true,
                  .note = "near"});
}

} // namespace

class TestResultsCommand : public QObject {
    Q_OBJECT

  private slots:
    void everybodysResultsAreATable() {
        const QTemporaryDir folder;
        learn(folder.path());
        const Outcome outcome = results(folder.path());
        QCOMPARE(outcome.code, 0);
        const QStringList lines = outcome.out.split("\r\n", Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QString("learner,lesson,at,verb,object,right,note"));
        QVERIFY(lines[1].contains(",18-caching,") && lines[1].contains(",initialized,"));
        QVERIFY(lines[2].startsWith("\"Ana, the second\",18-caching,"));
        QVERIFY(lines[2].endsWith(",answered,why,true,near"));
    }

    void oneLearnersResultsAreStatements() {
        const QTemporaryDir folder;
        learn(folder.path());
        const Outcome outcome =
            results(folder.path(), {"--learner", "ana, THE second", "--format", "xapi"});
        QCOMPARE(outcome.code, 0);
        const auto statements = nlohmann::json::parse(outcome.out.toStdString());
        QCOMPARE(statements.size(), std::size_t{1});
        QVERIFY(statements[0]["actor"]["account"]["name"] == "Ana, the second");
        QVERIFY(statements[0]["result"]["success"] == true);
    }

    void nothingIsMadeWhereNobodyHasLearned() {
        const QTemporaryDir folder;
        const Outcome outcome = results(folder.path());
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.err.contains(folder.path()));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void wrongUseIsSaid() {
        const QTemporaryDir folder;
        learn(folder.path());
        const Outcome nobody = results(folder.path(), {"--learner", "Zacharias"});
        QCOMPARE(nobody.code, 2);
        QVERIFY(nobody.err.contains("Zacharias"));
        QCOMPARE(results(folder.path(), {"--format", "xml"}).code, 2);
        QCOMPARE(results(folder.path(), {"--colour"}).code, 2);
        QCOMPARE(results(folder.path(), {"18-caching"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestResultsCommand)
#include "tst_results_command.moc"
