#include "app/narration/problem_text.h"
#include "app/storage/lesson_files.h"
#include "tests/support/own_lessons.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::copyOfSmallLesson;
using roundtrip::testing::replaceIn;
using roundtrip::testing::write;

namespace {

/// A copy of a shipped lesson whose cache is drawn by `drawer.svg`.
class LessonFolder {
  public:
    explicit LessonFolder(const QByteArray& svg) {
        const QDir shipped(QStringLiteral(":/lessons/18-caching"));
        for (const QString& name : shipped.entryList(QDir::Files)) {
            QFile source(shipped.filePath(name));
            (void)source.open(QIODevice::ReadOnly);
            QByteArray content = source.readAll();
            content.replace("\"desk_drawer\"", "\"drawer\"");
            write(name, content);
        }
        write(QStringLiteral("drawer.svg"), svg);
    }
    [[nodiscard]] LessonReading read() const { return loadLesson(folder_.path()); }

  private:
    void write(const QString& name, const QByteArray& content) {
        QFile file(folder_.filePath(name));
        (void)file.open(QIODevice::WriteOnly);
        file.write(content);
    }

    QTemporaryDir folder_;
};

} // namespace

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

    void aLessonMayDrawItsOwnAnalogy() {
        const LessonReading reading =
            LessonFolder("<svg xmlns='http://www.w3.org/2000/svg'/>").read();
        QVERIFY(reading.lesson);
        QVERIFY(reading.lesson->analogy->drawings.contains("drawer"));
    }

    void aDrawingThatIsNoneIsNamed_data() {
        QTest::addColumn<QByteArray>("svg");
        QTest::newRow("cut off") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><path");
        QTest::newRow("something else") << QByteArray("<html/>");
        QTest::newRow("empty") << QByteArray();
    }
    void aDrawingThatIsNoneIsNamed() {
        QFETCH(QByteArray, svg);
        const LessonReading reading = LessonFolder(svg).read();
        QVERIFY(!reading.lesson);
        QCOMPARE(reading.problems.size(), std::size_t{1});
        QCOMPARE(reading.problems[0].code, std::string("bad-drawing"));
        QVERIFY(problemText(reading.problems[0]).startsWith(QStringLiteral("drawer.svg")));
    }
};

QTEST_GUILESS_MAIN(TestLessonFiles)
#include "tst_lesson_files.moc"
