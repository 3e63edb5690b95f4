#include "app/narration/problem_text.h"

#include <QTest>

using namespace roundtrip;

class TestProblemText : public QObject {
    Q_OBJECT

  private slots:
    void aProblemIsASentence_data();
    void aProblemIsASentence();
};

void TestProblemText::aProblemIsASentence_data() {
    QTest::addColumn<QStringList>("codeAndArguments");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QStringList& problem, const char* sentence) {
        QTest::newRow(name) << problem << QString(sentence);
    };
    row("with its argument", {"missing", "action"}, "\"action\" is missing.");
    row("with a suggestion", {"unknown-kind", "cahce", "cache"},
        "No part is called \"cahce\". Did you mean \"cache\"?");
    row("with a suggestion behind two arguments", {"orm-unknown-field", "titel", "Book", "title"},
        "Book has no field \"titel\". Did you mean \"title\"?");
    row("with an operator's suggestion", {"doc-unknown-operator", "$gtt", "$gt"},
        "No operator is called \"$gtt\". Did you mean \"$gt\"?");
    row("with all its words in the sentence", {"template-unknown-filter", "uper"},
        "No template filter is called \"uper\".");
    row("without a suggestion", {"unknown-kind", "zebra", ""}, "No part is called \"zebra\".");
    row("the reason why a command is refused",
        {"bad-command", "sned", "unknown-action", "sned", "send"},
        "The command \"sned\" would be refused. This part cannot do \"sned\". Did you mean "
        "\"send\"?");
    row("an argument with a percent sign", {"bad-duration", "%1"},
        "\"%1\" is no duration. Write a number with a unit, like \"250 ms\".");
    row("without words of its own", {"never-heard-of"}, "never-heard-of");
}

void TestProblemText::aProblemIsASentence() {
    QFETCH(QStringList, codeAndArguments);
    QFETCH(QString, sentence);
    Error error{codeAndArguments.takeFirst().toStdString(), {}, {}};
    for (const QString& argument : codeAndArguments)
        error.args.push_back(argument.toStdString());
    QCOMPARE(problemText(error), sentence);
}

QTEST_GUILESS_MAIN(TestProblemText)
#include "tst_problem_text.moc"
