#include "core/data/items/expression.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::items;
using Json = nlohmann::json;

namespace {

const Json kNames{{"#n", "name"}};
const Json kValues{{":one", 1}, {":two", 2},    {":x", "x"},  {":ada", "Ada"},
                   {":a", "A"}, {":list", {1}}, {":zero", 0}, {":half", 0.5}};
const Item kItem{{"id", 7}, {"name", "Ada"}, {"age", 2}, {"tags", {"x", "y"}}};

/// "true", "false" or what is wrong.
std::string answer(const char* expression) {
    const auto conditions = readConditions(expression, "ConditionExpression", {kNames, kValues});
    if (!conditions)
        return conditions.error();
    return hold(*conditions, kItem) ? "true" : "false";
}

std::string changed(const char* expression) {
    const auto actions = readUpdate(expression, {kNames, kValues});
    if (!actions)
        return actions.error();
    const auto item = updated(kItem, *actions);
    return item ? item->dump() : item.error();
}

} // namespace

class TestExpression : public QObject {
    Q_OBJECT

  private slots:
    void conditionsHoldOrNot_data();
    void conditionsHoldOrNot();
    void updatesChangeAnItem_data();
    void updatesChangeAnItem();
};

void TestExpression::conditionsHoldOrNot_data() {
    QTest::addColumn<QByteArray>("answered");
    const auto row = [](const char* expression, const char* expected) {
        QTest::newRow(expression) << QByteArray(expected);
    };
    row("", "true");
    row("attribute_exists(id)", "true");
    row("attribute_not_exists(id)", "false");
    row("attribute_not_exists(gone)", "true");
    row("age = :two", "true");
    row("age = :x", "false");
    row("age <> :x", "true");
    row("gone = :x", "false");
    row("gone <> :x", "true");
    row("age < :x", "false");
    row("age > :one", "true");
    row("age >= :two", "true");
    row("age < :two", "false");
    row("age <= :two", "true");
    row("age BETWEEN :one AND :two", "true");
    row("age between :zero and :one", "false");
    row("#n BETWEEN :a AND :x", "true");
    row("begins_with(#n, :a)", "true");
    row("begins_with(#n, :x)", "false");
    row("begins_with(age, :x)", "false");
    row("contains(tags, :x)", "true");
    row("contains(tags, :a)", "false");
    row("contains(#n, :ada)", "true");
    row("age = :two AND #n = :ada", "true");
    row("age = :two AND #n = :x", "false");
    row("age BETWEEN :one AND :two AND #n = :ada", "true");
    row("age = :gone", "Invalid ConditionExpression: An expression attribute value used in "
                       "expression is not defined; attribute value: :gone");
    row("#gone = :x", "Invalid ConditionExpression: An expression attribute name used in the "
                      "document path is not defined; attribute name: #gone");
    row("name = :x", "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved "
                     "keyword: name");
    row("age =", "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"");
    row("age = 2", "Invalid ConditionExpression: Syntax error; token: \"2\", near: \"= 2\"");
    row("age ! :x", "Invalid ConditionExpression: Syntax error; token: \"!\", near: \"age ! :x\"");
    row("age = :two OR id = :x",
        "Invalid ConditionExpression: Syntax error; token: \"OR\", near: \":two OR id\"");
    row("age = :two AND",
        "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"AND\"");
}

void TestExpression::conditionsHoldOrNot() {
    QFETCH(QByteArray, answered);
    const QByteArray expression(QTest::currentDataTag());
    QCOMPARE(QByteArray::fromStdString(answer(expression.constData())), answered);
}

void TestExpression::updatesChangeAnItem_data() {
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* expression, const char* expected) {
        QTest::newRow(expression) << QByteArray(expected);
    };
    row("SET age = :x", R"({"age":"x","id":7,"name":"Ada","tags":["x","y"]})");
    row("SET age = age + :one", R"({"age":3,"id":7,"name":"Ada","tags":["x","y"]})");
    row("SET age = age - :half", R"({"age":1.5,"id":7,"name":"Ada","tags":["x","y"]})");
    row("SET n = if_not_exists(n, :zero) + :one",
        R"({"age":2,"id":7,"n":1,"name":"Ada","tags":["x","y"]})");
    row("SET n = age, age = :one", R"({"age":1,"id":7,"n":2,"name":"Ada","tags":["x","y"]})");
    row("ADD age :one, n :two", R"({"age":3,"id":7,"n":2,"name":"Ada","tags":["x","y"]})");
    row("REMOVE tags, gone SET #n = :x", R"({"age":2,"id":7,"name":"x"})");
    row("SET n = gone", "The provided expression refers to an attribute that does not exist in the "
                        "item");
    row("SET age = #n + :one", "An operand in the update expression has an incorrect data type");
    row("ADD #n :one", "An operand in the update expression has an incorrect data type");
    row("ADD age :x", "Invalid UpdateExpression: Incorrect operand type for operator or function; "
                      "operator: ADD, operand type: STRING");
    row("PUT age :x", "Invalid UpdateExpression: Syntax error; token: \"PUT\", near: \"PUT age\"");
}

void TestExpression::updatesChangeAnItem() {
    QFETCH(QByteArray, after);
    const QByteArray expression(QTest::currentDataTag());
    QCOMPARE(QByteArray::fromStdString(changed(expression.constData())), after);
}

QTEST_APPLESS_MAIN(TestExpression)
#include "tst_expression.moc"
