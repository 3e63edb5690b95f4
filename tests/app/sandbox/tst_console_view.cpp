#include "tests/support/sandbox_program.h"

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

struct Asking : Sandbox {
    Asking() {
        build();
        window().run().lower().setCurrentWidget(&console());
        QCoreApplication::processEvents();
    }
    ConsoleView& console() { return window().console(); }
    void ask(const char* text) {
        console().text().setPlainText(QString::fromLatin1(text));
        QTest::keyClick(&console().text(), Qt::Key_Return, Qt::ControlModifier);
        do {
            settle();
        } while (session().isBusy());
        window().run().playback().pause();
        window().run().playback().toEnd();
    }
    [[nodiscard]] QString cell(int row, int column) {
        const QAbstractItemModel& model = *console().table().model();
        return model.index(row, column).data().toString();
    }
};

} // namespace

class TestConsoleView : public QObject {
    Q_OBJECT

  private slots:
    void anAnswerIsATable() {
        Asking asking;
        asking.ask("SELECT id, name FROM users LIMIT 2");
        QCOMPARE(asking.console().table().model()->rowCount(), 2);
        QCOMPARE(asking.console().table().model()->columnCount(), 2);
        QCOMPARE(asking.cell(1, 0), QStringLiteral("2"));
        QVERIFY(asking.console().told().contains(QStringLiteral("SELECT id, name")));
    }

    void beforeItWasAskedThereIsNoAnswer() {
        Asking asking;
        asking.ask("SELECT 1 AS one");
        QCOMPARE(asking.console().table().model()->rowCount(), 1);
        asking.window().run().playback().toStart();
        QCOMPARE(asking.console().table().model()->rowCount(), 0);
        QVERIFY(asking.console().told().isEmpty());
        asking.window().run().playback().toEnd();
        QCOMPARE(asking.console().table().model()->rowCount(), 1);
    }

    void untilTheAnswerComesItSaysSo() {
        Asking asking;
        asking.ask("SELECT 1 AS one");
        asking.window().run().playback().seek({1, 0}); // asked, and no more
        QVERIFY(asking.console().told().startsWith(QStringLiteral("Asked.")));
        QCOMPARE(asking.console().table().model()->rowCount(), 0);
    }

    void whatWasAskedComesBack() {
        Asking asking;
        asking.ask("SELECT 1 AS one");
        asking.ask("SELECT 2 AS two");
        QCOMPARE(asking.console().earlier().count(), 2);
        QCOMPARE(asking.cell(0, 0), QStringLiteral("2"));
        asking.console().earlier().setCurrentRow(1);
        QCOMPARE(asking.cell(0, 0), QStringLiteral("1"));
        emit asking.console().earlier().itemActivated(asking.console().earlier().item(1));
        QCOMPARE(asking.console().text().toPlainText(), QStringLiteral("SELECT 1 AS one"));
    }

    void anErrorIsToldInTheDatabasesWords() {
        Asking asking;
        asking.ask("SELECT colour FROM users");
        QVERIFY(asking.console().told().contains(QStringLiteral("no such column: colour")));
    }

    void withoutADatabaseNothingCanBeAsked() {
        Sandbox sandbox;
        sandbox.window().addPart(QStringLiteral("browser"));
        QVERIFY(!sandbox.window().console().asking().isEnabled());
        sandbox.window().addPart(QStringLiteral("sql_database"));
        QVERIFY(sandbox.window().console().asking().isEnabled());
        QCOMPARE(sandbox.window().console().languages().count(), 2);
    }
};

QTEST_MAIN(TestConsoleView)
#include "tst_console_view.moc"
