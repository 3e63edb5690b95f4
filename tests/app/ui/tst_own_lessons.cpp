#include "app/ui/problems_dialog.h"
#include "app/ui/program_window.h"
#include "tests/support/own_lessons.h"

#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::contentOf;
using roundtrip::testing::copyOfSmallLesson;
using roundtrip::testing::replaceIn;
using roundtrip::testing::write;

namespace {

/// The program with a folder of the user's own lessons.
struct Program {
    explicit Program(const QString& ownLessons)
        : store(QString()), window(store, language, style, ownLessons) {
        style.setMotionReduced(true);
        window.showHome();
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
    }

    LessonPlayer& player() { return window.lesson()->player(); }
    QString step() { return QString::fromStdString(player().step().id); }
    QString title() { return QString::fromStdString(player().stepText().title); }
    void pressFirstAndGoOn() {
        player().pressButton(0);
        window.lesson()->session().waitUntilIdle();
        QCoreApplication::processEvents();
        window.lesson()->playback().toEnd();
        player().next();
        window.lesson()->session().waitUntilIdle();
        QCoreApplication::processEvents();
    }

    Style style;
    Language language;
    ProgressStore store;
    ProgramWindow window;
};

} // namespace

class TestOwnLessons : public QObject {
    Q_OBJECT

  private slots:
    void withoutAnyThereIsOnlyAQuietButton() {
        const QTemporaryDir folder;
        Program program(folder.path());
        QVERIFY(program.window.home().ownTiles().empty());
        QVERIFY(program.window.home().ownFolder().isVisibleTo(&program.window));
        QCOMPARE(program.window.home().ownFolder().text(), QString("Your own lessons…"));
        Program without{QString()};
        QVERIFY(!without.window.home().ownFolder().isVisibleTo(&without.window));
    }

    void oneOfTheUsersOwnIsAmongTheLessons() {
        const QTemporaryDir folder;
        copyOfSmallLesson(folder.path(), "mine");
        Program program(folder.path());
        const auto& tiles = program.window.home().ownTiles();
        QCOMPARE(tiles.size(), std::size_t{1});
        QCOMPARE(tiles[0]->accessibleName(), QString("A small lesson"));
        tiles[0]->setFocus();
        QTest::keyClick(tiles[0], Qt::Key_Return);
        QTRY_VERIFY(program.window.lesson() != nullptr);
        QCOMPARE(QString::fromStdString(program.window.lesson()->player().lesson().id),
                 QString("mine"));
        copyOfSmallLesson(folder.path(), "another");
        program.window.showHome();
        QCOMPARE(program.window.home().ownTiles().size(), std::size_t{2});
    }

    void oneWithProblemsIsExplained() {
        const QTemporaryDir folder;
        replaceIn(copyOfSmallLesson(folder.path(), "mine") + "/lesson.json", R"("goals")",
                  R"("gaols")");
        Program program(folder.path());
        const auto& tiles = program.window.home().ownTiles();
        QCOMPARE(tiles.size(), std::size_t{1});
        QCOMPARE(tiles[0]->accessibleName(), QString("mine"));
        QVERIFY(tiles[0]->accessibleDescription().contains("cannot be opened"));
        (void)program.window.grab(); // a tile without a scene is painted, too
        tiles[0]->click();
        QTRY_VERIFY(program.window.findChild<ProblemsDialog*>() != nullptr);
        auto* dialog = program.window.findChild<ProblemsDialog*>();
        const QString said = dialog->list().toPlainText();
        QVERIFY2(said.contains("Nothing is called \"gaols\" here."), qPrintable(said));
        QVERIFY(said.contains("lesson.json#/steps/0"));
        QVERIFY(program.window.lesson() == nullptr);
        dialog->close();
    }

    void whatIsWrittenInAnOpenLessonIsSeenAtOnce() {
        const QTemporaryDir folder;
        const QString lesson = copyOfSmallLesson(folder.path(), "mine");
        Program program(folder.path());
        program.window.openLessonIn(lesson);
        program.pressFirstAndGoOn();
        QCOMPARE(program.step(), QString("hit"));
        const auto learner = program.store.currentLearner().id;
        const auto told = program.store.results(learner).size();
        for (const char* title : {"Asked once more", "And once more"}) { // it goes on watching
            replaceIn(lesson + "/text.en.json", program.title().toUtf8(), title);
            QTRY_COMPARE(program.title(), QString(title));
            QCOMPARE(program.step(), QString("hit"));
            QVERIFY(program.player().isDone(0)); // what was done is still done
            QVERIFY(program.window.lesson()->notice().contains("read again"));
        }
        QCOMPARE(program.store.results(learner).size(), told);
    }

    void aFileThatIsReplacedIsWatchedToo() {
        const QTemporaryDir folder;
        const QString lesson = copyOfSmallLesson(folder.path(), "mine");
        Program program(folder.path());
        program.window.openLessonIn(lesson);
        for (const char* title : {"One", "Two"}) {
            QSaveFile file(lesson + "/text.en.json"); // renames a new one into its place
            const QByteArray text = contentOf(file.fileName());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(text).replace(program.title().toUtf8(), title));
            QVERIFY(file.commit());
            QTRY_COMPARE(program.title(), QString(title));
        }
    }

    void whenStepsMoveTheLearnerMovesWithThem() {
        const QTemporaryDir folder;
        const QString lesson = copyOfSmallLesson(folder.path(), "mine");
        Program program(folder.path());
        program.window.openLessonIn(lesson);
        program.pressFirstAndGoOn();
        // The step before goes; its buttons and texts stay behind as those of no step would.
        auto script =
            nlohmann::ordered_json::parse(contentOf(lesson + "/lesson.json").toStdString());
        auto text =
            nlohmann::ordered_json::parse(contentOf(lesson + "/text.en.json").toStdString());
        script["languages"] = {"en"};
        script["steps"].erase(0);
        script["values"].erase("first");
        text["steps"].erase("miss");
        write(lesson + "/text.en.json", QByteArray::fromStdString(text.dump()));
        write(lesson + "/lesson.json", QByteArray::fromStdString(script.dump()));
        QTRY_COMPARE(program.player().lesson().steps.size(), std::size_t{3});
        QCOMPARE(program.step(), QString("hit"));
        QCOMPARE(program.player().stepIndex(), std::size_t{0});
        // Now this step goes, too.
        script["steps"].erase(0);
        script["values"].erase("second");
        script["quiz"][0]["seen_in"] = "crowd";
        text["steps"].erase("hit");
        write(lesson + "/text.en.json", QByteArray::fromStdString(text.dump()));
        write(lesson + "/lesson.json", QByteArray::fromStdString(script.dump()));
        QTRY_COMPARE(program.player().lesson().steps.size(), std::size_t{2});
        QCOMPARE(program.step(), QString("crowd"));
    }

    void aMistakeLeavesTheLessonAsItWas() {
        const QTemporaryDir folder;
        const QString lesson = copyOfSmallLesson(folder.path(), "mine");
        Program program(folder.path());
        program.window.openLessonIn(lesson);
        const MainWindow* before = program.window.lesson();
        replaceIn(lesson + "/lesson.json", "goals", "gaols");
        QTRY_VERIFY(program.window.lesson()->notice().contains("gaols"));
        QVERIFY(program.window.lesson()->notice().contains("lesson.json#/steps/0"));
        QCOMPARE(program.window.lesson(), before);
        QCOMPARE(program.step(), QString("miss"));
        replaceIn(lesson + "/lesson.json", "gaols", "goals");
        QTRY_VERIFY(program.window.lesson()->notice().contains("read again"));
    }

    void aLessonThatWasClosedIsNotWatched() {
        const QTemporaryDir folder;
        const QString lesson = copyOfSmallLesson(folder.path(), "mine");
        Program program(folder.path());
        program.window.openLessonIn(lesson);
        program.window.showHome();
        replaceIn(lesson + "/text.en.json", "Nobody knows yet", "Something else");
        QTest::qWait(500);
        QVERIFY(program.window.lesson() == nullptr);
    }

    void theOneOpenLastIsOfferedToGoOnWith() {
        const QTemporaryDir folder;
        const QString lesson = copyOfSmallLesson(folder.path(), "mine");
        Program program(folder.path());
        HomeView& home = program.window.home();
        QVERIFY(!home.goOnText().contains("A small lesson"));
        program.window.openLessonIn(lesson);
        program.pressFirstAndGoOn();
        program.window.showHome();
        QCOMPARE(home.goOnText(), QString("Continue: A small lesson, step 2 of 4"));
        home.goOn().click();
        QTRY_VERIFY(program.window.lesson() != nullptr);
        QCOMPARE(program.step(), QString("hit"));
        QCOMPARE(QString::fromStdString(program.player().lesson().id), QString("mine"));

        // Not while it cannot be read, and not when it is gone.
        replaceIn(lesson + "/lesson.json", R"("goals")", R"("gaols")");
        program.window.showHome();
        QVERIFY(home.goOnText().startsWith("Begin: Welcome"));
        replaceIn(lesson + "/lesson.json", R"("gaols")", R"("goals")");
        program.window.showHome();
        QVERIFY(home.goOnText().contains("A small lesson"));
        QVERIFY(QDir(lesson).removeRecursively());
        program.window.showHome();
        QVERIFY(home.goOnText().startsWith("Begin: Welcome"));
        home.goOn().click();
        QTRY_VERIFY(program.window.lesson() != nullptr);
        QCOMPARE(QString::fromStdString(program.player().lesson().id), QString("00-welcome"));
    }

    void oneThatIsGoneMeanwhileIsExplained() {
        const QTemporaryDir folder;
        const QString lesson = copyOfSmallLesson(folder.path(), "mine");
        Program program(folder.path());
        QVERIFY(QDir(lesson).removeRecursively());
        program.window.home().ownTiles()[0]->click();
        QTRY_VERIFY(program.window.findChild<ProblemsDialog*>() != nullptr);
    }
};

QTEST_MAIN(TestOwnLessons)
#include "tst_own_lessons.moc"
