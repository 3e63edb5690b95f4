#include "core/web/router.h"
#include "tests/support/property.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using http::Method;
using Kind = RouteDecision::Kind;
using Reason = RouteCandidate::Reason;

class TestRouter : public QObject {
    Q_OBJECT

  private slots:
    void railsAnswers_data();
    void railsAnswers();
    void resourcesAreSevenActions();
    void aConstraintLetsOthersPass();
    void aConstraintMayNotBeAnchored();
    void withoutAFrameworkOnlyTheExactPathCounts();
    void eachOtherRouteSaysWhyNot();
    void flaskSaysWhichConverterRefused();
    void railsHasNoMethodNotAllowed();
    void flaskMergesSlashesByTwo();
    void aNastyPatternDoesNotHang();
    void noTableIsACrash();
};

namespace {

RouteEntry entry(std::vector<Method> methods, const char* path, RouteSyntax syntax) {
    return {std::move(methods), RoutePattern::parse(path, syntax).value(),
            RouteEntry::View::function, true};
}

const char* word(Reason reason) {
    switch (reason) {
    case Reason::path:
        return "path";
    case Reason::method:
        return "method";
    case Reason::converter:
        return "converter";
    case Reason::undecodable:
        return "undecodable";
    case Reason::later:
        return "later";
    }
    return "";
}

QString reasons(const RouteDecision& decision) {
    QStringList words;
    for (const RouteCandidate& candidate : decision.candidates)
        words << QStringLiteral("%1 %2").arg(candidate.route).arg(word(candidate.reason));
    return words.join(", ");
}

} // namespace

void TestRouter::railsAnswers_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("parameters");
    const auto row = [](const char* pattern, const char* path, const char* parameters) {
        QTest::addRow("%s %s", pattern, path)
            << QString(pattern) << QString(path) << QString(parameters);
    };
    row("/users/:id", "/users/7", R"({"id":"7"})");
    row("/users/:id", "/users/7/", R"({"id":"7"})");
    row("/users/:id", "//users//7", R"({"id":"7"})");
    row("/users/:id", "/users/a%20b", R"({"id":"a b"})");
    row("/users/:id", "/users/7.json", "");
    row("/users/:id", "/users", "");
    row("/users/:id", "/Users/7", "");
    row("/users/:id(.:format)", "/users/7", R"({"id":"7"})");
    row("/users/:id(.:format)", "/users/7.json", R"({"format":"json","id":"7"})");
    row("/files/*path", "/files/a/b.png", R"({"path":"a/b.png"})");
    row("/files/*path(.:format)", "/files/a/b.png", R"({"format":"png","path":"a/b"})");
    row("/a(/:b(/:c))", "/a", "{}");
    row("/a(/:b(/:c))", "/a/1/2", R"({"b":"1","c":"2"})");
    row("(/:locale)/help", "/de/help", R"({"locale":"de"})");
    row("(/:locale)/help", "/help", "{}");
    row("/a\\:b", "/a:b", "{}");
}

void TestRouter::railsAnswers() {
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QFETCH(QString, parameters);
    const Router router(Framework::rails,
                        {entry({Method::get}, qPrintable(pattern), RouteSyntax::rails)});
    const auto decision = router.match(Method::get, path.toStdString());
    QCOMPARE(decision.route.has_value(), !parameters.isEmpty());
    if (decision.route)
        QCOMPARE(QString::fromStdString(decision.parameters.dump()), parameters);
}

void TestRouter::resourcesAreSevenActions() {
    const auto resources = railsResources("photos");
    QVERIFY(resources.has_value());
    std::vector<RouteEntry> routes;
    for (const auto& resource : *resources)
        routes.push_back(resource.entry);
    const Router router(Framework::rails, std::move(routes));
    const auto action = [&](Method method, const char* path) {
        const auto decision = router.match(method, path);
        return decision.route ? QString::fromStdString((*resources)[*decision.route].action)
                              : QString();
    };
    QCOMPARE(action(Method::get, "/photos"), QString("index"));
    QCOMPARE(action(Method::post, "/photos"), QString("create"));
    QCOMPARE(action(Method::get, "/photos/new"), QString("new"));
    QCOMPARE(action(Method::get, "/photos/3/edit"), QString("edit"));
    QCOMPARE(action(Method::get, "/photos/3.json"), QString("show"));
    QCOMPARE(action(Method::put, "/photos/3"), QString("update"));
    QCOMPARE(action(Method::patch, "/photos/3"), QString("update"));
    QCOMPARE(action(Method::del, "/photos/3"), QString("destroy"));
    QCOMPARE(action(Method::post, "/photos/3"), QString());
}

void TestRouter::aConstraintLetsOthersPass() {
    auto numbers = RoutePattern::parseRails("/p/:id", {{"id", "\\d+"}});
    QVERIFY(numbers.has_value());
    const Router router(Framework::rails, {{{Method::get}, *numbers, {}, true},
                                           entry({Method::get}, "/p/:name", RouteSyntax::rails)});
    QCOMPARE(router.match(Method::get, "/p/12").route, std::optional<std::size_t>(0));
    const auto decision = router.match(Method::get, "/p/ada");
    QCOMPARE(decision.route, std::optional<std::size_t>(1));
    QCOMPARE(reasons(decision), QString("0 converter"));
    QCOMPARE(QString::fromStdString(decision.candidates[0].value), QString("ada"));
}

void TestRouter::aConstraintMayNotBeAnchored() {
    const auto anchored = RoutePattern::parseRails("/p/:id", {{"id", "^\\d+$"}});
    QVERIFY(!anchored);
    QCOMPARE(QString::fromStdString(anchored.error().code), QString("route-constraint-anchored"));
}

void TestRouter::withoutAFrameworkOnlyTheExactPathCounts() {
    const Router router(Framework::none, {entry({Method::get}, "/users/<id>", RouteSyntax::exact),
                                          entry({Method::get}, "/users", RouteSyntax::exact)});
    QVERIFY(router.match(Method::get, "/users").kind == Kind::route);
    QVERIFY(router.match(Method::get, "/users/").kind == Kind::notFound);
    QVERIFY(router.match(Method::get, "/users/7").kind == Kind::notFound);
    QVERIFY(router.match(Method::head, "/users").kind == Kind::notFound);
}

void TestRouter::eachOtherRouteSaysWhyNot() {
    const Router router(Framework::express,
                        {entry({Method::get}, "/other", RouteSyntax::express),
                         entry({Method::post}, "/users/:id", RouteSyntax::express),
                         entry({Method::get}, "/users/:id", RouteSyntax::express),
                         entry({Method::get}, "/users/me", RouteSyntax::express)});
    QCOMPARE(reasons(router.match(Method::get, "/users/me")), QString("0 path, 1 method, 3 later"));
}

void TestRouter::flaskSaysWhichConverterRefused() {
    const Router router(Framework::flask,
                        {entry({}, "/users/<int:id>/<int:n>", RouteSyntax::flask)});
    const auto decision = router.match(Method::get, "/users/7/x");
    QVERIFY(decision.kind == Kind::notFound);
    QCOMPARE(reasons(decision), QString("0 converter"));
    QCOMPARE(QString::fromStdString(decision.candidates[0].parameter), QString("n"));
    QCOMPARE(QString::fromStdString(decision.candidates[0].value), QString("x"));
}

void TestRouter::railsHasNoMethodNotAllowed() {
    const Router router(Framework::rails, {entry({Method::get}, "/users", RouteSyntax::rails)});
    QCOMPARE(router.match(Method::post, "/users").status, 404);
    QCOMPARE(router.match(Method::options, "/users").status, 404);
    QVERIFY(router.match(Method::head, "/users").headAsGet);
}

void TestRouter::flaskMergesSlashesByTwo() {
    const Router router(Framework::flask, {entry({}, "/x/<name>", RouteSyntax::flask)});
    QCOMPARE(QString::fromStdString(router.match(Method::get, "/x//ada?a=1").location),
             QString("/x/ada?a=1"));
    QCOMPARE(router.match(Method::get, "/x///ada").status, 404);
}

void TestRouter::aNastyPatternDoesNotHang() {
    const Router router(
        Framework::django,
        {entry({}, "^(?:a*)*(?:a|aa)+(?:(?!b)(?:a|.)*)*$", RouteSyntax::djangoRegex),
         entry({}, "(?:(?=(?:a|.)*c).)+d", RouteSyntax::djangoRegex)});
    // An engine that tries every way would need longer than the test may take.
    QCOMPARE(router.match(Method::get, "/" + std::string(5000, 'a') + "\nb").status, 404);
}

void TestRouter::noTableIsACrash() {
    const auto property = [] {
        const auto syntax =
            *rc::gen::element(RouteSyntax::exact, RouteSyntax::express, RouteSyntax::flask,
                              RouteSyntax::django, RouteSyntax::djangoRegex, RouteSyntax::rails);
        const auto framework = syntax == RouteSyntax::exact     ? Framework::none
                               : syntax == RouteSyntax::express ? Framework::express
                               : syntax == RouteSyntax::flask   ? Framework::flask
                               : syntax == RouteSyntax::rails   ? Framework::rails
                                                                : Framework::django;
        const auto texts =
            *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(
                rc::gen::elementOf(std::string("//<>:int()*{}[]^$|?P.+\\a%2\xc3\xa9"))));
        std::vector<RouteEntry> routes;
        for (const std::string& text : texts) {
            if (auto pattern = RoutePattern::parse("/" + text, syntax))
                routes.push_back({{}, std::move(*pattern), RouteEntry::View::function, true});
        }
        const auto path = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        const std::size_t count = routes.size();
        const Router router(framework, std::move(routes));
        const auto decision =
            router.match(*rc::gen::element(Method::get, Method::options), "/" + path);
        RC_ASSERT(decision.candidates.size() + (decision.route ? 1 : 0) == count);
    };
    QCOMPARE(counterexample(2000, property), std::string());
}

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
