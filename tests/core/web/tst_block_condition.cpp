#include "core/web/block_condition.h"

#include <QTest>

using namespace roundtrip;

namespace {

const nlohmann::json kNames = {{"quantity", 7},
                               {"page", "5"},
                               {"user", {{"name", "ann"}, {"role", "admin"}}},
                               {"rows", nlohmann::json::array({{{"id", 1}}, {{"id", 2}}})},
                               {"note", std::string(80, 'x') + "\nend"}};

BlockCondition conditionOf(const char* text) {
    auto condition = BlockCondition::parse(text);
    if (!condition)
        qFatal("%s: %s", text, condition.error().code.c_str());
    return *condition;
}

} // namespace

class TestBlockCondition : public QObject {
    Q_OBJECT

  private slots:
    void itHoldsOrNot_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char* text, bool holds) {
            QTest::newRow(text) << QString(text) << holds;
        };
        row("quantity > 5", true);
        row("quantity > 5 and user.role == \"admin\"", true);
        row("not quantity > 5 or user.name == 'bob'", false);
        row("rows", true);
        row("rows|length == 2", true);
        row("rows.1.id == 2", true);
        row("user.name in 'joann'", true);
        row("nothing", false);
        row("nothing is None", true);
        row("page > 3", false); // a text, as in Python
        row("page|add:0 > 3", true);
        row("1", true);
    }
    void itHoldsOrNot() {
        QFETCH(QString, text);
        QFETCH(bool, holds);
        QCOMPARE(conditionOf(text.toUtf8().constData()).holds(kNames), holds);
    }

    void itSaysWhatItAskedFor() {
        QCOMPARE(conditionOf("quantity > 5 and user.name == 'x' or quantity").valuesIn(kNames),
                 std::string("quantity = 7, user.name = ann"));
        QCOMPARE(conditionOf("nobody").valuesIn(kNames), std::string("nobody = -"));
        QCOMPARE(conditionOf("1 > 2").valuesIn(kNames), std::string());
        QCOMPARE(conditionOf("note").valuesIn(kNames), "note = " + std::string(40, 'x') + "…");
    }

    void whatIsNoConditionIsRefused_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "quantity >", "> 5", "a b", "x|nofilter"})
            QTest::newRow(text) << QString(text);
    }
    void whatIsNoConditionIsRefused() {
        QFETCH(QString, text);
        QVERIFY(!BlockCondition::parse(text.toStdString()));
    }

    void anEndThatComesTooEarlyIsCalledSo() {
        for (const char* text : {"", "quantity >", "not"})
            QCOMPARE(BlockCondition::parse(text).error().code, std::string("condition-ends"));
        QCOMPARE(BlockCondition::parse("a b").error().code, std::string("template-bad-if"));
    }

    void withoutATextItNeverHolds() {
        const BlockCondition none;
        QVERIFY(!none.holds(kNames) && none.text().empty() && none.valuesIn(kNames).empty());
    }
};

QTEST_APPLESS_MAIN(TestBlockCondition)
#include "tst_block_condition.moc"
