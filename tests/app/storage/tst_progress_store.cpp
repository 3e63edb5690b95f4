#include "app/storage/progress_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;

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
        const ProgressStore store(folder.path());
        QVERIFY(!store.notice().isEmpty());
        QCOMPARE(QDir(folder.path()).entryList({"progress.sqlite.damaged-*"}).size(), 1);
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
