#include "core/nodes/app_server/open_api.h"
#include "tests/support/peer.h"
#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::ordered_json;

namespace {

Json menuOf(const nlohmann::json& routes, Framework framework, const nlohmann::json& models = {}) {
    Problems problems;
    const RoutingTable table(framework, readRoutes(routes, "", problems));
    if (!problems.empty())
        qFatal("%s", describe(problems).c_str());
    const auto schema = orm::readSchema(models);
    return openApiOf("Test", table.routes(), framework, schema ? &*schema : nullptr);
}

nlohmann::json library(const char* parameter) {
    const Scene scene = loadScene("tests/scenes/library.roundtrip");
    return scene.findNode("app")->parameters.at(parameter);
}

} // namespace

/// The menu that an app server makes of its routes.
class TestOpenApi : public QObject {
    Q_OBJECT

  private slots:
    void pathsAreWrittenAsTheMenuWritesThem_data() {
        QTest::addColumn<int>("framework");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("shown");
        const auto row = [](Framework framework, const char* path, const char* shown) {
            QTest::newRow(path) << static_cast<int>(framework) << QString(path) << QString(shown);
        };
        row(Framework::flask, "/users/<int:id>", "/users/{id}");
        row(Framework::flask, "/files/<path:name>", "/files/{name}");
        row(Framework::express, "/users/:id/posts/:post", "/users/{id}/posts/{post}");
        row(Framework::express, "/users{/:id}", "/users");
        row(Framework::django, "users/<slug:name>/", "/users/{name}/");
        row(Framework::rails, "/users/:id(.:format)", "/users/{id}");
        row(Framework::none, "/about", "/about");
    }
    void pathsAreWrittenAsTheMenuWritesThem() {
        QFETCH(int, framework);
        QFETCH(QString, path);
        QFETCH(QString, shown);
        const nlohmann::json routes{{{"method", "GET"},
                                     {"path", path.toStdString()},
                                     {"handler", nlohmann::json::array()}}};
        const Json menu = menuOf(routes, static_cast<Framework>(framework));
        QCOMPARE(QString::fromStdString(menu["paths"].begin().key()), shown);
    }

    void aResourceHasItsSixDishes() {
        const Json menu = menuOf(library("routes"), Framework::express, library("models"));
        QCOMPARE(menu["openapi"].get<std::string>(), std::string("3.1.0"));
        QCOMPARE(menu["paths"]["/books"].size(), 2U);
        const Json& one = menu["paths"]["/books/{id}"];
        QCOMPARE(one.size(), 4U);
        QVERIFY(one["get"]["responses"].contains("304"));
        QVERIFY(one["put"]["responses"].contains("412"));
        QVERIFY(one["put"]["responses"].contains("401"));
        QVERIFY(!one["get"]["responses"].contains("401"));
        const Json& input = menu["components"]["schemas"]["BookInput"];
        QCOMPARE(input["required"].dump(), std::string(R"(["title","author_id"])"));
        QCOMPARE(input["properties"]["title"]["maxLength"].get<int>(), 40);
        QVERIFY(!input["properties"].contains("id"));
    }

    void whoMayUseARouteIsSaid() {
        const Json menu = menuOf(library("routes"), Framework::express, library("models"));
        QVERIFY(menu["paths"]["/staff"]["get"]["responses"].contains("403"));
        QVERIFY(!menu["paths"]["/shelf"]["get"].contains("security"));
    }

    void anAppServerShowsIt() {
        SceneRun run(loadScene("tests/scenes/library.roundtrip"));
        run.send(SimTime(), "/openapi.json");
        run.runToTheEnd();
        QCOMPARE(run.all<RequestFinished>().at(0).status, 200U);
    }

    void theValidatorAcceptsIt() {
        const Json menu = menuOf(library("routes"), Framework::express, library("models"));
        const PeerAnswer peer = askNode("openapi_validate.js", nlohmann::json::parse(menu.dump()));
        if (!peer.json)
            QSKIP("swagger-parser is not installed: npm install @apidevtools/swagger-parser, and "
                  "NODE_PATH=.../node_modules");
        QVERIFY2(peer.json->at("valid").get<bool>(), peer.json->dump().c_str());
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_open_api.moc"
