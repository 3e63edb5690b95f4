#include "core/web/route_pattern.h"
#include "tests/support/problem_text.h"
#include "tests/support/property.h"

#include <QTest>

#include <fstream>

using namespace roundtrip;
using namespace roundtrip::test;
using nlohmann::json;

class TestPathToRegexp : public QObject {
    Q_OBJECT

  private slots:
    void itsOwnCases_data();
    void itsOwnCases();
    void aBadPatternIsRefused_data();
    void aBadPatternIsRefused();
    void aBadEscapeIsNoMatch();
    void noPatternIsACrash();
};

namespace {

ExpressOptions optionsOf(const json& options) {
    ExpressOptions result;
    result.end = options.value("end", true);
    result.sensitive = options.value("sensitive", false);
    result.trailing = options.value("trailing", true);
    result.decode = options.value("decode", true);
    result.delimiter = options.value("delimiter", "/");
    return result;
}

json matched(const json& vector) {
    const json& path = vector["path"];
    const auto texts = path.is_array() ? path.get<std::vector<std::string>>()
                                       : std::vector{path.get<std::string>()};
    const auto pattern = RoutePattern::parseExpress(texts, optionsOf(vector["options"]));
    if (!pattern)
        return describe(pattern.error());
    const auto input = vector["input"].get<std::string>();
    const auto fit = pattern->examine(input);
    if (fit.kind != RoutePattern::Fit::Kind::fits)
        return false;
    return {{"path", input.substr(0, fit.length)}, {"params", fit.parameters}};
}

} // namespace

void TestPathToRegexp::itsOwnCases_data() {
    QTest::addColumn<QByteArray>("vector");
    std::ifstream file(ROUNDTRIP_SOURCE_DIR "/tests/data/path_to_regexp_match.json");
    const json vectors = json::parse(file);
    QCOMPARE(vectors.size(), std::size_t{279});
    for (std::size_t i = 0; i < vectors.size(); ++i)
        QTest::addRow("%zu %s", i, vectors[i]["path"].dump().c_str())
            << QByteArray::fromStdString(vectors[i].dump());
}

void TestPathToRegexp::itsOwnCases() {
    QFETCH(QByteArray, vector);
    const json parsed = json::parse(vector.toStdString());
    QCOMPARE(matched(parsed).dump(), parsed["expected"].dump());
}

void TestPathToRegexp::aBadPatternIsRefused_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* pattern, const char* error) {
        QTest::newRow(pattern) << QString(pattern) << QString(error);
    };
    row("/{:foo,", "/{:foo,: route-unclosed");
    row("/foo}", "/foo}: route-unexpected } 4");
    row("/:id?", "/:id?: route-unexpected ? 4");
    row("/:id(\\\\d+)", "/:id(\\\\d+): route-unexpected ( 4");
    row("/a+", "/a+: route-unexpected + 2");
    row("/[a]", "/[a]: route-unexpected [ 1");
    row("/!", "/!: route-unexpected ! 1");
    row("/:", "/:: route-no-name 2");
    row("/*", "/*: route-no-name 2");
    row("/:1", "/:1: route-no-name 2");
    row("/:\"foo", "/:\"foo: route-unterminated-quote 2");
    row("/a\\", "/a\\: route-bad-escape 3");
    row("/:a:b", "/:a:b: route-missing-text b");
    row("/*a:b", "/*a:b: route-missing-text b");
    row("/{:a}{:b}", "/{:a}{:b}: route-missing-text b");
}

void TestPathToRegexp::aBadPatternIsRefused() {
    QFETCH(QString, pattern);
    QFETCH(QString, error);
    const auto parsed = RoutePattern::parse(pattern.toStdString(), RouteSyntax::express);
    QVERIFY(!parsed);
    QCOMPARE(QString::fromStdString(describe(parsed.error())), error);
}

void TestPathToRegexp::aBadEscapeIsNoMatch() {
    const auto pattern = RoutePattern::parse("/users/:name", RouteSyntax::express);
    const auto fit = pattern->examine("/users/%E0%A4%A");
    QVERIFY(fit.kind == RoutePattern::Fit::Kind::undecodable);
    QCOMPARE(QString::fromStdString(fit.parameter), QString("name"));
    QCOMPARE(QString::fromStdString(fit.value), QString("%E0%A4%A"));
}

void TestPathToRegexp::noPatternIsACrash() {
    const auto property = [] {
        const auto pattern =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("/:*{}\\\"ab-.")));
        const auto path =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("/ab-.%2")));
        const auto parsed = RoutePattern::parse(pattern, RouteSyntax::express);
        if (parsed)
            RC_ASSERT(parsed->examine(path).length <= path.size());
        else
            RC_ASSERT(!parsed.error().code.empty());
    };
    QCOMPARE(counterexample(5000, property), std::string());
}

QTEST_APPLESS_MAIN(TestPathToRegexp)
#include "tst_path_to_regexp.moc"
