#include "app/storage/lesson_files.h"
#include "tests/support/own_lessons.h"

#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::copyOfSmallLesson;
using roundtrip::testing::replaceIn;
using roundtrip::testing::write;

class TestLessonFiles : public QObject {
    Q_OBJECT

  private slots:
    void lessonsOfTheUsersOwnAreFoundByName() {
        const QTemporaryDir folder;
        copyOfSmallLesson(folder.path(), "b-second");
        copyOfSmallLesson(folder.path(), "a-first");
        QVERIFY(QDir(folder.path()).mkdir("no-lesson"));
        const auto found = ownLessonsIn(folder.path());
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].reading.lesson->id, std::string("a-first"));
        QCOMPARE(found[1].reading.lesson->id, std::string("b-second"));
    }

    void whereThereIsNoFolderThereAreNone() {
        QVERIFY(ownLessonsIn({}).empty());
        QVERIFY(ownLessonsIn("/nowhere/at/all").empty());
    }

    void whatCannotBeReadComesWithItsProblems() {
        const QTemporaryDir folder;
        write(copyOfSmallLesson(folder.path(), "broken") + "/lesson.json", "{");
        const auto found = ownLessonsIn(folder.path());
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(!found[0].reading.lesson && !found[0].reading.problems.empty());
    }

    void aLessonNeedsAnIdOfItsOwn_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("the program's") << QByteArray("18-caching");
        QTest::newRow("one before") << QByteArray("a-first");
    }
    void aLessonNeedsAnIdOfItsOwn() {
        QFETCH(QByteArray, id);
        const QTemporaryDir folder;
        copyOfSmallLesson(folder.path(), "a-first");
        replaceIn(copyOfSmallLesson(folder.path(), "copied") + "/lesson.json", "copied", id);
        const auto found = ownLessonsIn(folder.path());
        QVERIFY(found[0].reading.lesson && !found[1].reading.lesson);
        QCOMPARE(found[1].reading.problems.back().code, std::string("duplicate-lesson"));
        QCOMPARE(found[1].reading.problems.back().args.front(), id.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestLessonFiles)
#include "tst_lesson_files.moc"
