#include "app/ui/problems_dialog.h"
#include "app/ui/program_window.h"
#include "tests/support/own_lessons.h"

#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::copyOfSmallLesson;
using roundtrip::testing::replaceIn;

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
