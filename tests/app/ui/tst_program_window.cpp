#include "app/storage/lesson_files.h"
#include "app/ui/program_window.h"

#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;

namespace {

/// The program as it starts, with a progress file in `folder`; an empty one keeps nothing.
struct Program {
    explicit Program(const QString& folder = {}, const QString& ownLessons = {})
        : store(folder), window(store, language, style, ownLessons) {
        window.resize(1440, 900);
        window.showHome();
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
        window.activateWindow();
    }
    LessonTile* tile(const char* lesson) {
        for (LessonTile* tile : window.home().tiles()) {
            if (tile->lesson().id == lesson)
                return tile;
        }
        return nullptr;
    }
    /// Does the first step of the lesson that is open.
    void doFirstStep() {
        LessonPlayer& player = window.lesson()->player();
        for (std::size_t i = 0; i < player.step().buttons.size(); ++i) {
            player.pressButton(i);
            window.lesson()->session().waitUntilIdle();
            window.lesson()->playback().toEnd();
        }
        QVERIFY(player.areGoalsMet());
    }

    Style style;
    Language language;
    ProgressStore store;
    ProgramWindow window;
};

} // namespace

class TestProgramWindow : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void allLessonsAreThereToChoose() {
        Program program;
        QCOMPARE(program.window.home().tiles().size(),
                 static_cast<std::size_t>(builtInLessons().size()));
        for (const LessonTile* tile : program.window.home().tiles()) {
            QVERIFY(!tile->accessibleName().isEmpty());
            QVERIFY(tile->accessibleDescription().contains(QLatin1String("0 of")));
            QVERIFY(tile->width() > 100 && tile->height() >= tile->heightForWidth(tile->width()));
        }
    }

    void aKeyOpensALessonAndAnotherGoesBack() {
        Program program;
        LessonTile* tile = program.tile("18-caching");
        QVERIFY(tile != nullptr);
        tile->setFocus();
        QTest::keyClick(tile, Qt::Key_Return);
        QVERIFY(program.window.lesson() != nullptr);
        QVERIFY(program.window.windowTitle().contains(QLatin1String("Caching")));
        emit program.window.lesson()->homeWanted();
        QTRY_VERIFY(program.window.lesson() == nullptr);
        QCOMPARE(program.window.windowTitle(), QStringLiteral("Roundtrip"));
    }

    void whatWasDoneIsShownAndGoneOnWith() {
        const QTemporaryDir folder;
        {
            Program program(folder.path());
            QVERIFY(program.window.home().goOnText().startsWith(QLatin1String("Begin")));
            program.window.openLesson(loadLesson(QStringLiteral("18-caching")));
            program.doFirstStep();
            program.window.lesson()->player().next();
            emit program.window.lesson()->homeWanted();
            QTRY_VERIFY(program.window.lesson() == nullptr);
            QVERIFY(program.tile("18-caching")
                        ->accessibleDescription()
                        .contains(QLatin1String(" 1 of 14")));
            program.window.close();
        }
        Program again(folder.path());
        QCOMPARE(again.window.home().goOnText(),
                 QStringLiteral("Continue: 18 · Caching, step 2 of 14"));
        QTest::keyClick(&again.window.home().goOn(), Qt::Key_Return);
        QVERIFY(again.window.lesson() != nullptr);
        QCOMPARE(again.window.lesson()->player().stepIndex(), std::size_t{1});
    }

    void anotherLearnerBeginsAtTheBeginning() {
        const QTemporaryDir folder;
        Program program(folder.path());
        program.window.openLesson(loadLesson(QStringLiteral("18-caching")));
        program.doFirstStep();
        program.window.lesson()->player().next();
        program.window.showHome();
        QVERIFY(program.window.home().goOnText().startsWith(QLatin1String("Continue")));
        const auto ana = program.store.addLearner(QStringLiteral("Ana"));
        QVERIFY(ana && program.store.switchTo(ana->id));
        emit program.window.learner().learnerChanged();
        QCOMPARE(program.window.learner().text(), QStringLiteral("Ana"));
        QVERIFY(program.window.home().goOnText().startsWith(QLatin1String("Begin")));
        QCOMPARE(program.store.results(ana->id).size(), 0);
        QCOMPARE(program.store.results(program.store.learners().first().id).size(), 2);
    }

    void theGlossaryFindsAWordAndLeadsToItsLesson() {
        Program program;
        program.window.showGlossary(QStringLiteral("ttl"));
        GlossaryDialog* glossary = program.window.glossary();
        QVERIFY(glossary->page().toPlainText().contains(QLatin1String("Time to live")));
        const int all = glossary->terms().count();
        QTest::keyClicks(&glossary->search(), "hit ratio");
        QVERIFY(glossary->terms().count() > 0 && glossary->terms().count() < all);
        QCOMPARE(glossary->terms().currentItem()->text(), QStringLiteral("Hit ratio"));
        QTest::keyClicks(&glossary->search(), "xyzzy");
        QCOMPARE(glossary->terms().count(), 0);
        QVERIFY(glossary->page().toPlainText().contains(QLatin1String("xyzzy")));
        glossary->showTerm(QStringLiteral("ttl"));
        emit glossary->page().anchorClicked(QUrl(QStringLiteral("term:cache")));
        QCOMPARE(glossary->terms().currentItem()->text(), QStringLiteral("Cache"));
        emit glossary->page().anchorClicked(QUrl(QStringLiteral("lesson:18-caching")));
        QTRY_VERIFY(program.window.lesson() != nullptr);
        QTRY_VERIFY(program.window.glossary() == nullptr);
    }

    void theEndOfALessonLeadsOn() {
        Program program;
        program.window.openLesson(loadLesson(QStringLiteral("18-caching")));
        LessonPlayer& player = program.window.lesson()->player();
        player.jumpTo(player.lesson().steps.size() - 1);
        const auto labels =
            program.window.lesson()->findChildren<QLabel*>(QStringLiteral("related"));
        QCOMPARE(labels.size(), 2);
        QVERIFY(labels[0]->text().contains(QLatin1String("Time to live")));
        emit labels[0]->linkActivated(QStringLiteral("term:ttl"));
        QVERIFY(program.window.glossary() != nullptr);
        emit labels[1]->linkActivated(QStringLiteral("lesson:14-apis"));
        QTRY_COMPARE(program.window.lesson()->player().lesson().id, std::string("14-apis"));
    }

    void theLanguageChangesHereToo() {
        Program program;
        const QString english = program.window.home().goOnText();
        program.language.set(QStringLiteral("es"));
        QVERIFY(program.window.home().goOnText() != english);
        QVERIFY(program.window.home().goOnText().startsWith(QLatin1String("Empezar")));
        program.language.set(QStringLiteral("en"));
        QCOMPARE(program.window.home().goOnText(), english);
    }

    void atAnySizeNothingIsWiderThanTheWindow_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("scale");
        QTest::newRow("narrow") << 640 << 100;
        QTest::newRow("large texts") << 1024 << 200;
        QTest::newRow("projector") << 1920 << 150;
    }
    void atAnySizeNothingIsWiderThanTheWindow() {
        QFETCH(int, width);
        QFETCH(int, scale);
        Program program;
        program.style.setScalePercent(scale);
        program.window.resize(width, 800);
        QTRY_COMPARE(program.window.width(), width);
        QTRY_VERIFY(program.window.home().widget()->width() <= width);
        for (const LessonTile* tile : program.window.home().tiles())
            QVERIFY(tile->mapTo(&program.window, QPoint(tile->width(), 0)).x() <= width);
    }

    void damagedProgressCountsAsNone() {
        const LessonReading reading = loadLesson(QStringLiteral("18-caching"));
        for (const char* saved :
             {"", "{", "[]", R"({"step": 2, "visits": [1]})", R"({"step": "two", "visits": []})"}) {
            const LessonProgress progress = readProgress(*reading.lesson, saved);
            QVERIFY2(!progress.isBegun() && progress.steps == reading.lesson->steps.size(), saved);
        }
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("RoundtripTest"));
    QApplication::setOrganizationName(QStringLiteral("RoundtripTest"));
    TestProgramWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_program_window.moc"
