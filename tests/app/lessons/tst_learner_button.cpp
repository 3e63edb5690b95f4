#include "app/lessons/learner_button.h"

#include <QApplication>
#include <QFile>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace roundtrip;

namespace {

/// The button of a store that is kept nowhere else.
struct Shown {
    Shown() : button(store, style) { button.show(); }

    QAction* action(const QString& name) {
        for (QAction* action : button.menu()->actions()) {
            if (action->objectName() == name || action->text() == name)
                return action;
        }
        return nullptr;
    }
    /// Chooses an item of the menu; `answer` is given the dialog that comes up.
    template <class Dialog, class Answer>
    void choose(const QString& name, Answer answer) {
        QTimer answering;
        answering.setInterval(5);
        bool isAnswered = false;
        QObject::connect(&answering, &QTimer::timeout, &button, [&] {
            if (auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget())) {
                isAnswered = true;
                answer(*dialog);
            }
        });
        answering.start();
        action(name)->trigger();
        QTRY_VERIFY(isAnswered);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }
    void name(const QString& item, const QString& typed) {
        choose<QInputDialog>(item, [&typed](QInputDialog& dialog) {
            dialog.setTextValue(typed);
            dialog.accept();
        });
    }
    QStringList names() const {
        QStringList all;
        for (const Learner& learner : store.learners())
            all << learner.name;
        return all;
    }

    Style style;
    ProgressStore store{QString()};
    LearnerButton button;
};

} // namespace

class TestLearnerButton : public QObject {
    Q_OBJECT

  private slots:
    void itSaysWhoIsLearning() {
        Shown shown;
        QCOMPARE(shown.button.text(), QString("Me"));
        QCOMPARE(shown.button.accessibleName(), QString("Learner: Me"));
        QVERIFY(shown.button.focusPolicy() & Qt::TabFocus);
        QVERIFY(shown.action("Me")->isChecked());
    }

    void aNewLearnerIsTheCurrentOneAndOneCanGoBack() {
        Shown shown;
        const QSignalSpy changed(&shown.button, &LearnerButton::learnerChanged);
        shown.name("newLearner", "Ana & Bea");
        QCOMPARE(shown.store.currentLearner().name, QString("Ana & Bea"));
        QCOMPARE(changed.size(), 1);
        QVERIFY(shown.action("Ana && Bea")->isChecked());
        shown.action("Me")->trigger();
        QTRY_COMPARE(shown.store.currentLearner().name, QString("Me"));
        QCOMPARE(shown.button.text(), QString("Me"));
    }

    void aNameThatIsNoGoodIsAskedForAgain() {
        Shown shown;
        QStringList labels;
        shown.choose<QInputDialog>("newLearner", [&labels](QInputDialog& dialog) {
            labels << dialog.labelText();
            dialog.setTextValue(labels.size() == 1 ? "me" : "Ana");
            dialog.accept();
        });
        QCOMPARE(labels.size(), 2);
        QVERIFY(labels[1].contains("There is a learner called Me already."));
        QCOMPARE(shown.names(), (QStringList{"Me", "Ana"}));
    }

    void whoDoesNotWantToAfterAllChangesNothing() {
        Shown shown;
        shown.choose<QInputDialog>("newLearner", [](QInputDialog& dialog) {
            dialog.setTextValue("Ana");
            dialog.reject();
        });
        QCOMPARE(shown.names(), QStringList{"Me"});
    }

    void aLearnerCanBeCalledOtherwise() {
        Shown shown;
        shown.name("renameLearner", "Ana");
        QCOMPARE(shown.names(), QStringList{"Ana"});
        QCOMPARE(shown.button.text(), QString("Ana"));
    }

    void deletingAsksFirstAndTheSafeAnswerIsNearest() {
        Shown shown;
        shown.store.save("a", "1");
        shown.choose<QMessageBox>("deleteLearner", [](QMessageBox& question) {
            QVERIFY(question.text().contains("Me"));
            QVERIFY(question.informativeText().contains("results"));
            QTest::keyClick(&question, Qt::Key_Return); // Cancel
        });
        QCOMPARE(shown.store.load("a"), QByteArray("1"));
        const QSignalSpy told(&shown.button, &LearnerButton::told);
        shown.choose<QMessageBox>("deleteLearner", [](QMessageBox& question) {
            for (QAbstractButton* button : question.buttons()) {
                if (question.buttonRole(button) == QMessageBox::DestructiveRole) {
                    button->click();
                    return;
                }
            }
        });
        QCOMPARE(shown.store.load("a"), QByteArray());
        QCOMPARE(told.size(), 1);
    }

    void resultsAreWrittenByTheSuffix() {
        const QTemporaryDir folder;
        Shown shown;
        shown.store.record({.lesson = "18-caching"});
        QString said;
        QObject::connect(&shown.button, &LearnerButton::told,
                         [&said](const QString& sentence) { said = sentence; });
        const auto written = [&](const char* name) {
            shown.button.exportTo(folder.filePath(name));
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(written("mine.csv").startsWith("learner,lesson,"));
        QVERIFY(said.contains("mine.csv"));
        QVERIFY(written("mine.JSON").startsWith("[\n"));
        written("nowhere/mine.csv");
        QVERIFY(said.contains("could not be written"));
    }
};

QTEST_MAIN(TestLearnerButton)
#include "tst_learner_button.moc"
