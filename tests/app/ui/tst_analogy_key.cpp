#include "tests/support/lesson_window.h"

#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace roundtrip;
using roundtrip::testing::LessonWindow;

namespace {

void pressA(LessonWindow& window) {
    QTest::keyClick(&window->canvas(), Qt::Key_A);
    QCoreApplication::processEvents();
}

void askOnce(LessonWindow& window) {
    window->playback().give({{SimTime(), "browser", "send", {{"target", "/users/123"}}}});
    window.settleAndSeeAll();
}

QToolButton* buttonOf(LessonWindow& window) {
    for (QToolButton* button : window->findChildren<QToolButton*>()) {
        if (button->defaultAction() == window->actions()[Actions::analogy]) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class TestAnalogyKey : public QObject {
    Q_OBJECT

  private slots:
    void oneKeyTurnsTheSceneAndBack() {
        LessonWindow window;
        askOnce(window);
        const std::uint64_t facts = window->playback().facts();
        const QString plain = window->spoken();
        QVERIFY2(plain.contains(QStringLiteral("Browser")), qPrintable(plain));
        pressA(window);
        QVERIFY(window->actions()[Actions::analogy]->isChecked());
        QCOMPARE(window->canvas().model().nodes[0].name, QStringLiteral("Reader"));
        QVERIFY2(window->spoken().startsWith(QStringLiteral("Reader")),
                 qPrintable(window->spoken()));
        pressA(window);
        QCOMPARE(window->spoken(), plain);
        QCOMPARE(window->playback().facts(), facts);
    }

    void theEventsAreToldInThePicture() {
        LessonWindow window;
        askOnce(window);
        const auto told = [&window] {
            QStringList cells;
            for (const auto* view : window->events().findChildren<QAbstractItemView*>()) {
                const QAbstractItemModel* model = view->model();
                for (int row = 0; row < model->rowCount(); ++row) {
                    for (int column = 0; column < model->columnCount(); ++column) {
                        cells << model->index(row, column).data().toString();
                    }
                }
            }
            return cells;
        };
        QVERIFY(told().contains(QStringLiteral("App server")));
        pressA(window);
        QVERIFY(told().contains(QStringLiteral("Assistant")));
        QVERIFY(!told().contains(QStringLiteral("App server")));
    }

    void theInspectorNamesThePartOfThePicture() {
        LessonWindow window;
        window->canvas().selectNode(2);
        const auto says = [&window](const QString& text) {
            const auto labels = window->nodeView().findChildren<QLabel*>();
            return std::ranges::any_of(labels,
                                       [&text](const QLabel* l) { return l->text() == text; });
        };
        QVERIFY(says(QStringLiteral("Cache")));
        pressA(window);
        QVERIFY(says(QStringLiteral("Desk drawer")));
    }

    void theButtonNamesTheAnalogy() {
        LessonWindow window;
        const QToolButton* button = buttonOf(window);
        QVERIFY(button != nullptr && button->isVisible());
        QCOMPARE(button->text(), QStringLiteral("Analogy: library"));
        window->actions().setPlaying(true);
        QCOMPARE(button->text(), QStringLiteral("Analogy: library"));
    }

    void anotherLanguageTellsTheSamePicture() {
        LessonWindow window;
        pressA(window);
        window.language().set(QStringLiteral("es"));
        QCoreApplication::processEvents();
        QCOMPARE(window->canvas().model().nodes[2].name, QStringLiteral("Cajón"));
        QCOMPARE(buttonOf(window)->text(), QStringLiteral("Analogía: biblioteca"));
        QVERIFY(window->actions()[Actions::analogy]->isChecked());
    }

    void itStaysInTheNextStepAndOnTheProjector() {
        LessonWindow window;
        pressA(window);
        window->player().jumpTo(1);
        window.settle();
        QCOMPARE(window->canvas().model().nodes[0].name, QStringLiteral("Reader"));
        window->setProjector(true);
        QCOMPARE(window->canvas().model().nodes[0].name, QStringLiteral("Reader"));
        pressA(window);
        QCOMPARE(window->canvas().model().nodes[0].name, QStringLiteral("Browser"));
        window->setProjector(false);
    }

    void bothSidesOfAComparisonFollow() {
        LessonWindow window;
        pressA(window);
        window->openComparison();
        const auto nameOn = [&window](Side side) {
            return window->comparison()->side(side).canvas()->model().nodes[0].name;
        };
        QCOMPARE(nameOn(Side::a), QStringLiteral("Reader"));
        QCOMPARE(nameOn(Side::b), QStringLiteral("Reader"));
        window->actions()[Actions::analogy]->trigger();
        QCOMPARE(nameOn(Side::a), QStringLiteral("Browser"));
        window->closeComparison();
    }

    void aLessonWithoutOneDoesNotOfferIt() {
        LessonReading reading = loadLesson(QStringLiteral("18-caching"));
        reading.lesson->analogy.reset();
        ProgressStore store{QString()};
        Language language;
        Style style;
        MainWindow window(std::move(*reading.lesson), std::move(reading.texts), store, language,
                          style);
        window.show();
        QVERIFY(!window.actions()[Actions::analogy]->isVisible());
        window.setAnalogy(true);
        QCOMPARE(window.canvas().model().nodes[0].name, QStringLiteral("Browser"));
    }
};

QTEST_MAIN(TestAnalogyKey)
#include "tst_analogy_key.moc"
