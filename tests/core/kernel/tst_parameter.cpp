#include "core/kernel/parameter.h"
#include "core/nodes/node_kind.h"
#include "tests/support/problem_text.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;
using Type = ParameterType;

Parameter parameterOf(Type type) {
    Parameter parameter{.name = "p", .type = type, .choices = {"fifo", "priority"}};
    if (type == Type::integer || type == Type::real || type == Type::duration) {
        parameter.least = 1;
        parameter.most = 10;
    }
    return parameter;
}

} // namespace

class TestParameter : public QObject {
    Q_OBJECT

  private slots:
    void aValueIsChecked_data();
    void aValueIsChecked();
    void aDocumentIsCheckedByItsOwnRules_data();
    void aDocumentIsCheckedByItsOwnRules();
    void withoutARangeAnyNumberFits();
    void aDistributionIsRead_data();
    void aDistributionIsRead();
    void aBadDistributionIsExplained_data();
    void aBadDistributionIsExplained();
    void whatIsNotSaidHasItsFallback();
    void everyKindIsDescribedInFull();
    void everyActionsArgumentsFitTheirFallbacks();
};

void TestParameter::aValueIsChecked_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](Type type, const char* value, const char* problem) {
        QTest::addRow("%d %s", static_cast<int>(type), value)
            << static_cast<int>(type) << QString(value) << QString(problem);
    };
    row(Type::integer, "1", "");
    row(Type::integer, "10", "");
    row(Type::integer, "0", ": out-of-range p 1 10");
    row(Type::integer, "11", ": out-of-range p 1 10");
    row(Type::integer, "18446744073709551615", ": out-of-range p 1 10");
    row(Type::integer, "5.0", ": wrong-type p whole number");
    row(Type::integer, "true", ": wrong-type p whole number");
    row(Type::real, "5", "");
    row(Type::real, "9.99", "");
    row(Type::real, "10.01", ": out-of-range p 1 10");
    row(Type::real, R"("5")", ": wrong-type p number");
    row(Type::duration, R"("10 s")", "");
    row(Type::duration, R"("999 ms")", ": out-of-range p 1 10");
    row(Type::duration, R"("5")", ": bad-duration 5");
    row(Type::duration, "5", ": wrong-type p duration");
    row(Type::boolean, "false", "");
    row(Type::boolean, "0", ": wrong-type p true or false");
    row(Type::choice, R"("fifo")", "");
    row(Type::choice, R"("fiof")", ": unknown-choice fiof fifo");
    row(Type::choice, "1", ": wrong-type p text");
    row(Type::text, R"("")", "");
    row(Type::text, "null", ": wrong-type p text");
    row(Type::distribution, R"("5 ms")", "");
    row(Type::distribution, "[]", ": bad-distribution []");
}

void TestParameter::aDocumentIsCheckedByItsOwnRules_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* value, const char* problem) {
        QTest::newRow(value) << QString(value) << QString(problem);
    };
    row("[]", "");
    row("{}", ": not-an-array");
    row(R"([{"method": "GET"}])", "/0: missing path\n/0: missing handler");
    row(R"([5])", "/0: not-an-object");
    row(R"([{"method": "GTE", "path": "/", "handler": []}])", "/0/method: bad-method GTE");
    row(R"([{"method": "GET", "path": "/", "access": "ad min", "handler": []}])",
        "/0/access: bad-access ad min");
    row(R"([{"resource": "/books", "model": "Book"}])", "");
    row(R"([{"resource": "books", "model": "Book"}])", "/0/resource: route-no-slash books");
}

void TestParameter::aDocumentIsCheckedByItsOwnRules() {
    QFETCH(QString, value);
    QFETCH(QString, problem);
    const Parameter& routes = *findKind("app_server")->findParameter("routes");
    const auto problems = checkValue(routes, Json::parse(value.toStdString()));
    QCOMPARE(QString::fromStdString(describe(problems)), problem);
}

void TestParameter::aValueIsChecked() {
    QFETCH(int, type);
    QFETCH(QString, value);
    QFETCH(QString, problem);
    const auto problems =
        checkValue(parameterOf(static_cast<Type>(type)), Json::parse(value.toStdString()));
    QCOMPARE(QString::fromStdString(describe(problems)), problem);
}

void TestParameter::withoutARangeAnyNumberFits() {
    const Parameter parameter{.name = "p", .type = Type::real};
    QVERIFY(checkValue(parameter, -1e300).empty());
}

void TestParameter::aDistributionIsRead_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<double>("mean"); // seconds
    const auto row = [](const char* json, double mean) {
        QTest::newRow(json) << QString(json) << mean;
    };
    row(R"("250 ms")", 0.25);
    row(R"("0 s")", 0);
    row(R"({"constant": "250 ms"})", 0.25);
    row(R"({"exponential": "250 ms"})", 0.25);
    row(R"({"exponential": ["250 ms"]})", 0.25);
    row(R"({"uniform": ["100 ms", "300 ms"]})", 0.2);
    row(R"({"erlang": [4, "1 s"]})", 1);
    row(R"({"hyperexponential": [0.25, "1 s", "3 s"]})", 2.5);
    row(R"({"lognormal": ["1 s", 0.5]})", 1);
    row(R"({"pareto": [3, "2 s"]})", 3);
    row(R"({"two_point": [0.5, "1 s", "3 s"]})", 2);
}

void TestParameter::aDistributionIsRead() {
    QFETCH(QString, json);
    QFETCH(double, mean);
    const auto read = readDistribution(Json::parse(json.toStdString()));
    QVERIFY(read.has_value());
    QVERIFY(std::abs(read->meanSeconds() - mean) < 1e-12);
}

void TestParameter::aBadDistributionIsExplained_data() {
    QTest::addColumn<QString>("json");
    for (const char* json :
         {"5", "null", "[]", "{}", R"("5")", R"("-5 ms")", R"({"gamma":"1 s"})",
          R"({"constant":"1 s","exponential":"1 s"})", R"({"exponential":5})",
          R"({"exponential":[]})", R"({"exponential":["1 s","2 s"]})", R"({"uniform":["1 s"]})",
          R"({"erlang":[0,"1 s"]})", R"({"erlang":["1 s",2]})", R"({"lognormal":["1 s",-1]})",
          R"({"pareto":[0,"1 s"]})", R"({"two_point":[1.5,"1 s","2 s"]})",
          R"({"erlang":[2.5,"1 s"]})", R"({"uniform":["2 s","1 s"]})"}) {
        QTest::newRow(json) << QString(json);
    }
}

void TestParameter::aBadDistributionIsExplained() {
    QFETCH(QString, json);
    const auto read = readDistribution(Json::parse(json.toStdString()));
    QVERIFY(!read);
    QCOMPARE(describe(read.error()), ": bad-distribution " + json.toStdString());
}

void TestParameter::whatIsNotSaidHasItsFallback() {
    const std::vector<Parameter> parameters{
        {.name = "count", .type = Type::integer, .fallback = 3},
        {.name = "wait", .type = Type::duration, .fallback = "5 ms"},
        {.name = "on", .type = Type::boolean, .fallback = true},
    };
    ParameterValues values(parameters, {{"count", 7}});
    QCOMPARE(values.integer("count"), 7);
    QVERIFY(values.duration("wait") == SimTime::milliseconds(5));
    QVERIFY(values.boolean("on"));
    values.set("wait", "1 s");
    QVERIFY(values.duration("wait") == SimTime::seconds(1));
}

void TestParameter::everyKindIsDescribedInFull() {
    std::set<std::string> ids;
    for (const NodeKind& kind : allKinds()) {
        QVERIFY2(ids.insert(kind.id).second, kind.id.c_str());
        QVERIFY(findKind(kind.id) == &kind);
        QVERIFY(*kind.name != '\0' && *kind.help != '\0' && *kind.analogy != '\0');
        QVERIFY(!kind.ports.empty() && kind.make);
        for (const Parameter& parameter : kind.parameters) {
            const std::string name = kind.id + "." + parameter.name;
            QVERIFY2(*parameter.label != '\0' && *parameter.help != '\0', name.c_str());
            const Problems problems = checkValue(parameter, parameter.fallback);
            QVERIFY2(problems.empty(), (name + describe(problems)).c_str());
        }
        for (const GaugeInfo& gauge : kind.gauges)
            QVERIFY(std::string(gauge.label).find("{value}") != std::string::npos);
    }
    QVERIFY(findKind("submarine") == nullptr);
}

void TestParameter::everyActionsArgumentsFitTheirFallbacks() {
    for (const NodeKind& kind : allKinds()) {
        for (const ActionInfo& action : kind.actions) {
            QVERIFY(*action.label != '\0');
            Json arguments = Json::object();
            for (const Parameter& argument : action.arguments) {
                QVERIFY(*argument.label != '\0' && *argument.help != '\0');
                arguments[argument.name] = argument.fallback;
            }
            const auto checked = checkAction(kind, action.name, arguments);
            QVERIFY2(checked.has_value(), checked ? "" : describe(checked.error()).c_str());
        }
    }
}

QTEST_APPLESS_MAIN(TestParameter)
#include "tst_parameter.moc"
