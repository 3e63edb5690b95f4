#include "app/storage/challenge_files.h"
#include "tests/support/sandbox_program.h"

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// The first challenge, opened.
struct Open : Sandbox {
    Open() {
        ChallengeReading reading = loadChallenge(QStringLiteral("01-too-few-hands"));
        program.sandbox()->openChallenge(*reading.challenge);
        settle();
    }
    ChallengeView& view() { return window().challenge(); }
    void judge() {
        view().checking().click();
        view().judging().waitUntilDone();
    }
};

} // namespace

class TestSandboxChallenge : public QObject {
    Q_OBJECT

  private slots:
    void itIsShownWithItsParts() {
        Open open;
        QVERIFY(open.view().isVisible());
        QVERIFY(open.view().stateText().contains(QLatin1String("0.09")));
        QVERIFY(open.view().stateText().contains(QLatin1String("App server: Workers")));
        int shown = 0;
        QTreeWidget& palette = open.window().palette().list();
        for (int i = 0; i < palette.topLevelItemCount(); ++i) {
            for (int j = 0; j < palette.topLevelItem(i)->childCount(); ++j)
                shown += palette.topLevelItem(i)->child(j)->isHidden() ? 0 : 1;
        }
        QCOMPARE(shown, static_cast<int>(open.view().challenge().parts.size()));
    }

    void theBeginningIsNotSolvedAndABetterOneIs() {
        Open open;
        open.judge();
        QVERIFY(open.view().verdict());
        QVERIFY(!open.view().verdict()->isSolved());
        open.document().setParameter("shop", "workers", 4);
        QVERIFY(!open.view().verdict()); // what was judged is gone
        open.judge();
        QVERIFY(open.view().verdict()->isSolved());
        QCOMPARE(open.view().verdict()->stars, 3);
        QVERIFY(open.view().verdictText().contains(QStringLiteral("★★★")));
        const auto kept = bestResult(open.store, open.view().challenge().id);
        QVERIFY(kept);
        QCOMPARE(kept->stars, 3);
        QCOMPARE(writeScene(kept->solution), writeScene(open.document().scene()));
        QVERIFY(open.store.lastLesson().isEmpty()); // it is no lesson
    }

    void aWorseSolutionDoesNotReplaceTheBest() {
        Open open;
        open.document().setParameter("shop", "workers", 4);
        open.judge();
        const Scene best = open.document().scene();
        open.document().setParameter("shop", "workers", 8);
        open.judge();
        QCOMPARE(open.view().verdict()->stars, 1);
        QCOMPARE(writeScene(bestResult(open.store, open.view().challenge().id)->solution),
                 writeScene(best));
        open.view().best().click(); // back to it, as a step of undo
        QCOMPARE(writeScene(open.document().scene()), writeScene(best));
        open.document().undoStack().undo();
        QVERIFY(writeScene(open.document().scene()) != writeScene(best));
    }

    void whatMustStayIsSaidAtOnce() {
        Open open;
        open.document().remove({{"visitors"}, {}});
        QVERIFY(open.view().stateText().contains(QLatin1String("Visitors")));
        open.judge();
        QVERIFY(!open.view().verdict()->isSolved());
        QCOMPARE(open.view().verdict()->score, 0);
    }

    void hintsComeOneByOne() {
        Open open;
        const auto hints = open.view().challenge().hints.size();
        for (std::size_t i = 0; i < hints; ++i) {
            QVERIFY(open.view().hinting().isEnabled());
            open.view().hinting().click();
        }
        QVERIFY(!open.view().hinting().isEnabled());
    }

    void leavingItGivesAllPartsBack() {
        Open open;
        open.view().leaving().click();
        QVERIFY(!open.view().isVisible());
        QTreeWidget& palette = open.window().palette().list();
        QVERIFY(!palette.topLevelItem(0)->isHidden());
    }

    void closingWhileItIsJudgedIsFine() {
        Open open;
        open.view().checking().click();
    }
};

QTEST_MAIN(TestSandboxChallenge)
#include "tst_sandbox_challenge.moc"
