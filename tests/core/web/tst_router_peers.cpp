#include "core/web/router.h"
#include "tests/support/peer.h"

#include <QTest>

#include <fstream>

using namespace roundtrip;
using namespace roundtrip::test;
using nlohmann::json;

/// One table of routes and requests per framework, in tests/data/routes_<framework>.json with the
/// answers that the real one gave; it is asked again where it is installed.
class TestRouterPeers : public QObject {
    Q_OBJECT

  private slots:
    void theRouterAnswersAsRecorded_data();
    void theRouterAnswersAsRecorded();
    void theRealOneStillAnswersSo_data() { theRouterAnswersAsRecorded_data(); }
    void theRealOneStillAnswersSo();
};

namespace {

json readTable(const QString& name) {
    std::ifstream file(ROUNDTRIP_SOURCE_DIR "/tests/data/routes_" + name.toStdString() + ".json");
    return json::parse(file);
}

RouteEntry entryOf(const json& route, Framework framework) {
    const bool regex = route.value("syntax", "") == "regex";
    const RouteSyntax syntax = framework == Framework::express ? RouteSyntax::express
                               : framework == Framework::flask ? RouteSyntax::flask
                               : regex                         ? RouteSyntax::djangoRegex
                                                               : RouteSyntax::django;
    RouteEntry entry;
    for (const json& method : route["methods"])
        entry.methods.push_back(http::parseMethod(method.get<std::string>()).value());
    entry.pattern = RoutePattern::parse(route["path"].get<std::string>(), syntax).value();
    if (route.value("view", "") == "class")
        entry.view = RouteEntry::View::classBased;
    entry.strictSlashes = route.value("strictSlashes", true);
    return entry;
}

Router routerOf(const json& table, const std::string& name) {
    const Framework framework = name == "express" ? Framework::express
                                : name == "flask" ? Framework::flask
                                                  : Framework::django;
    std::vector<RouteEntry> routes;
    for (const json& route : table["routes"])
        routes.push_back(entryOf(route, framework));
    RouterOptions options;
    options.debug = table.value("debug", false);
    return Router(framework, std::move(routes), options);
}

/// The decision in the words of the peers' scripts.
json answerOf(const RouteDecision& decision, const std::string& method) {
    json answer{{"status", decision.status}};
    if (decision.kind == RouteDecision::Kind::route && method != "HEAD") {
        answer["route"] = *decision.route;
        answer["parameters"] = decision.parameters;
    }
    if (decision.kind == RouteDecision::Kind::redirect)
        answer["location"] = decision.location;
    if (!decision.allow.empty())
        answer["allow"] = decision.allow;
    if (!decision.body.empty())
        answer["body"] = decision.body;
    return answer;
}

} // namespace

void TestRouterPeers::theRouterAnswersAsRecorded_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"express", "flask", "django", "django_debug"})
        QTest::newRow(name) << QString(name);
}

void TestRouterPeers::theRouterAnswersAsRecorded() {
    QFETCH(QString, name);
    const json table = readTable(name);
    const Router router = routerOf(table, name.section('_', 0, 0).toStdString());
    std::string differences;
    for (std::size_t i = 0; i < table["requests"].size(); ++i) {
        const auto method = table["requests"][i][0].get<std::string>();
        const auto path = table["requests"][i][1].get<std::string>();
        const json mine = answerOf(router.match(http::parseMethod(method).value(), path), method);
        if (mine != table["answers"][i])
            differences.append(method)
                .append(" ")
                .append(path)
                .append(": ")
                .append(mine.dump())
                .append(" but the real one ")
                .append(table["answers"][i].dump())
                .append("\n");
    }
    QVERIFY2(differences.empty(), differences.c_str());
}

void TestRouterPeers::theRealOneStillAnswersSo() {
    QFETCH(QString, name);
    json table = readTable(name);
    const json recorded = table["answers"];
    table.erase("answers");
    const QString framework = name.section('_', 0, 0);
    const bool express = framework == "express";
    const PeerAnswer peer = express ? askNode("routes_express.js", table)
                                    : askPython("routes_" + framework + ".py", table);
    if (!peer.json && express)
        QSKIP("Express is not installed: npm install express@5, and NODE_PATH=.../node_modules");
    if (!peer.json && framework == "flask")
        QSKIP("Flask is not installed: apt install python3-flask");
    if (!peer.json)
        QSKIP("Django is not installed: apt install python3-django");
    QCOMPARE(QString::fromStdString(peer.json->dump(1)), QString::fromStdString(recorded.dump(1)));
}

QTEST_GUILESS_MAIN(TestRouterPeers)
#include "tst_router_peers.moc"
