#include "app/storage/progress_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;

namespace {

QStringList namesIn(const ProgressStore& store) {
    QStringList names;
    for (const Learner& learner : store.learners())
        names << learner.name;
    return names;
}

template <class T>
QString codeOf(const tl::expected<T, Error>& done) {
    return done ? QString() : QString::fromStdString(done.error().code);
}

/// All that stands in the store's files, also in pages that are free and in the log.
QByteArray bytesOf(const QString& folder) {
    QByteArray all;
    for (const QString& name : QDir(folder).entryList(QDir::Files)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class TestProgressStore : public QObject {
    Q_OBJECT

  private slots:
    void whatIsSavedIsThereTheNextTime() {
        const QTemporaryDir folder;
        {
            ProgressStore store(folder.path());
            QVERIFY(store.isKept());
            store.save("18-caching", "{\"step\": 3}");
            store.save("18-caching", "{\"step\": 4}");
        }
        const ProgressStore again(folder.path());
        QCOMPARE(again.load("18-caching"), QByteArray("{\"step\": 4}"));
        QCOMPARE(again.load("13-frameworks"), QByteArray());
        QVERIFY(again.notice().isEmpty());
    }

    void forgettingALessonLeavesTheOthers() {
        const QTemporaryDir folder;
        ProgressStore store(folder.path());
        store.save("a", "1");
        store.save("b", "2");
        store.forget("a");
        QCOMPARE(store.load("a"), QByteArray());
        QCOMPARE(store.load("b"), QByteArray("2"));
    }

    void aDamagedFileIsSetAsideWithANotice() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("progress.sqlite"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        ProgressStore store(folder.path());
        QVERIFY(store.isKept());
        QVERIFY(!store.notice().isEmpty());
        QCOMPARE(QDir(folder.path()).entryList({"progress.sqlite.damaged-*"}).size(), 1);
        store.save("a", "1");
        QCOMPARE(store.load("a"), QByteArray("1"));
    }

    void aFileOfANewerVersionIsNotTouched() {
        const QTemporaryDir folder;
        {
            ProgressStore store(folder.path());
            store.save("a", "precious");
        }
        {
            auto database = SqliteDatabase::open(folder.filePath("progress.sqlite").toStdString());
            QVERIFY(database && (*database)->run("PRAGMA user_version = 99"));
        }
        ProgressStore store(folder.path());
        QVERIFY(!store.notice().isEmpty());
        const QStringList newer{"progress.sqlite.newer-*"};
        QCOMPARE(QDir(folder.path()).entryList(newer, QDir::Files).size(), 1);
        QVERIFY(store.deleteLearner(store.currentLearner().id));
        QCOMPARE(QDir(folder.path()).entryList(newer, QDir::Files).size(), 1);
    }

    void theProgressOfVersionOneBelongsToTheFirstLearner() {
        const QTemporaryDir folder;
        {
            auto database = SqliteDatabase::open(folder.filePath("progress.sqlite").toStdString());
            QVERIFY(database);
            QVERIFY((*database)->run(
                "CREATE TABLE progress(lesson TEXT PRIMARY KEY, state TEXT NOT NULL, saved_at TEXT "
                "NOT NULL); INSERT INTO progress VALUES('a', '1', '2026-10-01 10:00:00'), ('b', "
                "'2', '2026-10-02 10:00:00'); PRAGMA user_version = 1"));
        }
        for (int opened = 0; opened < 2; ++opened) {
            const ProgressStore store(folder.path());
            QVERIFY(store.isKept() && store.notice().isEmpty());
            QCOMPARE(namesIn(store), QStringList{"Me"});
            QCOMPARE(store.load("a"), QByteArray("1"));
            QCOMPARE(store.load("b"), QByteArray("2"));
            QCOMPARE(store.lastLesson(), QString("b"));
        }
    }

    void learnersDoNotSeeEachOther() {
        const QTemporaryDir folder;
        std::int64_t ana = 0;
        {
            ProgressStore store(folder.path());
            store.save("a", "mine");
            store.markSeen("press");
            const auto added = store.addLearner("  Ana  María ");
            QVERIFY(added);
            QCOMPARE(added->name, QString("Ana María"));
            ana = added->id;
            QCOMPARE(store.load("a"), QByteArray("mine")); // nobody has switched yet
            QVERIFY(store.switchTo(ana));
            QCOMPARE(store.load("a"), QByteArray());
            QVERIFY(store.lastLesson().isEmpty() && !store.hasSeen("press"));
            store.save("a", "Ana's");
            store.save("b", "Ana's too");
            QCOMPARE(store.lastLesson(), QString("b"));
        }
        ProgressStore again(folder.path());
        QCOMPARE(again.currentLearner().name, QString("Ana María"));
        QCOMPARE(again.load("a"), QByteArray("Ana's"));
        QVERIFY(again.switchTo(again.learners().first().id));
        QCOMPARE(again.load("a"), QByteArray("mine"));
        QVERIFY(again.hasSeen("press") && !again.hasSeen("step"));
    }

    void aNameMustBeThereAndBeUnique() {
        ProgressStore store{QString()};
        const auto ana = store.addLearner("Ana");
        QVERIFY(ana);
        QCOMPARE(codeOf(store.addLearner(" \t ")), QString("no-learner-name"));
        QCOMPARE(codeOf(store.addLearner(QString(81, 'x'))), QString("long-learner-name"));
        QCOMPARE(codeOf(store.addLearner("ANA")), QString("learner-exists"));
        QCOMPARE(codeOf(store.renameLearner(ana->id, "me")), QString("learner-exists"));
        QVERIFY(store.renameLearner(ana->id, "ana")); // their own
        QVERIFY(store.renameLearner(ana->id, "Bea"));
        QCOMPARE(namesIn(store), (QStringList{"Me", "Bea"}));
        QCOMPARE(codeOf(store.renameLearner(99, "Cid")), QString("unknown-learner"));
        QCOMPARE(codeOf(store.switchTo(99)), QString("unknown-learner"));
        QCOMPARE(codeOf(store.deleteLearner(99)), QString("unknown-learner"));
    }

    void resultsAreKeptInOrder() {
        const QTemporaryDir folder;
        {
            ProgressStore store(folder.path());
            store.record({.lesson = "18-caching", .verb = LessonResult::Verb::initialized});
            store.record({"18-caching", "2026-11-24T10:00:00.000Z", LessonResult::Verb::answered,
                          "why", false, "b"});
            store.record({"18-caching", "", LessonResult::Verb::answered, "why", true, "a"});
        }
        const ProgressStore store(folder.path());
        const auto results = store.results(store.currentLearner().id);
        QCOMPARE(results.size(), 3);
        QCOMPARE(results[0].verb, LessonResult::Verb::initialized);
        QVERIFY(!results[0].isRight && results[0].at.endsWith('Z'));
        QCOMPARE(results[1].at, QString("2026-11-24T10:00:00.000Z"));
        QCOMPARE(results[1].isRight, std::optional(false));
        QCOMPARE(results[2].isRight, std::optional(true));
        QCOMPARE(results[2].note, QString("a"));
        QVERIFY(store.results(99).isEmpty());
    }

    void nothingIsLeftOfALearnerWhoIsDeleted() {
        const QTemporaryDir folder;
        ProgressStore store(folder.path());
        store.save("a", "mine");
        const auto gone = store.addLearner("Zacharias");
        QVERIFY(gone && store.switchTo(gone->id));
        for (int i = 0; i < 200; ++i) {
            store.save(QString("lesson-%1").arg(i), QByteArray("secret-state ").repeated(50));
            store.record({.lesson = "lesson", .object = "secret-step", .note = "secret-note"});
        }
        store.markSeen("secret-hint");
        QVERIFY(bytesOf(folder.path()).contains("secret-state"));
        QVERIFY(store.deleteLearner(gone->id));
        const QByteArray bytes = bytesOf(folder.path());
        QVERIFY(!bytes.contains("secret") && !bytes.contains("Zacharias"));
        QVERIFY(bytes.contains("mine"));
        QCOMPARE(store.currentLearner().name, QString("Me"));
        QCOMPARE(store.load("a"), QByteArray("mine"));
    }

    void aFileThatWasSetAsideGoesWithALearner() {
        const QTemporaryDir folder;
        {
            QFile file(folder.filePath("progress.sqlite"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x') + "Zacharias");
        }
        ProgressStore store(folder.path());
        const QStringList damaged{"progress.sqlite.damaged-*"};
        const QDir files(folder.path());
        QFile log(files.filePath(files.entryList(damaged).value(0) + "-wal"));
        QFile other(files.filePath("notes.txt"));
        for (QFile* file : {&log, &other}) {
            QVERIFY(file->open(QIODevice::WriteOnly));
            file->write("Zacharias");
            file->close();
        }
        QCOMPARE(files.entryList(damaged).size(), 2);
        QCOMPARE(codeOf(store.deleteLearner(99)), QString("unknown-learner"));
        QCOMPARE(files.entryList(damaged).size(), 2); // nobody was deleted
        QVERIFY(store.deleteLearner(store.currentLearner().id));
        QVERIFY(files.entryList(damaged).isEmpty());
        QVERIFY(other.exists()); // is not the program's
        store.save("a", "again");
        QCOMPARE(store.load("a"), QByteArray("again"));
    }

    void withTheLastLearnerGoneAFirstOneBeginsAnew() {
        const QTemporaryDir folder;
        ProgressStore store(folder.path());
        store.save("a", "mine");
        QVERIFY(store.renameLearner(store.currentLearner().id, "Ana"));
        QVERIFY(store.deleteLearner(store.currentLearner().id));
        QCOMPARE(namesIn(store), QStringList{"Me"});
        QCOMPARE(store.load("a"), QByteArray());
        store.save("a", "again");
        QCOMPARE(ProgressStore(folder.path()).load("a"), QByteArray("again"));
    }

    void withoutAFolderProgressLivesInMemory() {
        ProgressStore store{QString()};
        QVERIFY(!store.isKept());
        store.save("a", "1");
        QCOMPARE(store.load("a"), QByteArray("1"));
    }

    void aFolderThatCannotBeWrittenIsSaid() {
        const ProgressStore store(QStringLiteral("/proc/nowhere"));
        QVERIFY(!store.isKept());
        QVERIFY(store.notice().contains(QStringLiteral("/proc/nowhere")));
    }
};

QTEST_GUILESS_MAIN(TestProgressStore)
#include "tst_progress_store.moc"
