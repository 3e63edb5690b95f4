#include "core/nodes/app_server/open_api.h"
#include "tests/support/peer.h"
#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::ordered_json;

namespace {

Json menuOf(const nlohmann::json& routes, Framework framework, const nlohmann::json& models = {},
            const nlohmann::json& versions = "none") {
    Problems problems;
    const VersionedRoutes table(framework, readVersionRule(versions, problems),
                                readRoutes(routes, "", problems));
    if (!problems.empty())
        qFatal("%s", describe(problems).c_str());
    const auto schema = orm::readSchema(models);
    return openApiOf("Test", table, schema ? &*schema : nullptr);
}

nlohmann::json library(const char* parameter) {
    const Scene scene = loadScene("tests/scenes/library.roundtrip");
    return scene.findNode("app")->parameters.at(parameter);
}

/// The API of tests/scenes/versions.roundtrip, with another rule.
Json versionedMenu(const nlohmann::json& rule) {
    const Scene scene = loadScene("tests/scenes/versions.roundtrip");
    const nlohmann::json& parameters = scene.findNode("app")->parameters;
    return menuOf(parameters.at("routes"), Framework::flask, parameters.at("models"), rule);
}

const nlohmann::json kByPath{{"by", "path"}};
const nlohmann::json kByHeader{{"by", "header"}, {"default", "1"}};
const nlohmann::json kByAccept{{"by", "accept"}, {"name", "people"}, {"default", "1"}};
const nlohmann::json kByQuery{{"by", "query"}};

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

    void versionsInThePathHavePathsOfTheirOwn() {
        const Json menu = versionedMenu(kByPath);
        QCOMPARE(menu["info"]["version"].get<std::string>(), std::string("2"));
        QVERIFY(menu["paths"]["/v1/people/{id}"]["get"]["deprecated"].get<bool>());
        QVERIFY(!menu["paths"]["/v2/people/{id}"]["get"].contains("deprecated"));
        QVERIFY(menu["paths"].contains("/v2/persons"));
        QVERIFY(!menu["paths"].contains("/v1/persons"));
        QVERIFY(menu["paths"].contains("/health")); // needs no version
        QVERIFY(!menu["paths"].contains("/people/{id}"));
    }

    void aVersionsParameterIsDescribed() {
        const Json menu = versionedMenu(kByHeader);
        QCOMPARE(menu["info"]["version"].get<std::string>(), std::string("2"));
        const Json& shared = menu["paths"]["/people/{id}"]["get"];
        const Json& parameter = shared["parameters"][1];
        QCOMPARE(parameter["name"].get<std::string>(), std::string("API-Version"));
        QCOMPARE(parameter["in"].get<std::string>(), std::string("header"));
        QVERIFY(!parameter["required"].get<bool>());
        QCOMPARE(parameter["schema"].dump(),
                 std::string(R"({"type":"string","enum":["1","2"],"default":"1"})"));
        QCOMPARE(parameter["description"].get<std::string>(),
                 std::string("The version of the API; 1 is deprecated from 2026-01-01 on and may "
                             "be gone from 2027-01-01 on"));
        QVERIFY(!shared.contains("deprecated")); // version 2 is not
        QVERIFY(shared["responses"].contains("400"));
        const Json& old = menu["paths"]["/old"]["get"]["parameters"][0]["schema"]["enum"];
        QCOMPARE(old.dump(), std::string(R"(["1"])"));
        QVERIFY(menu["paths"]["/health"]["get"]["parameters"].empty());

        const Json inQuery = versionedMenu(kByQuery);
        const Json& required = inQuery["paths"]["/people/{id}"]["get"]["parameters"][1];
        QCOMPARE(required["in"].get<std::string>(), std::string("query"));
        QVERIFY(required["required"].get<bool>());
    }

    void mediaTypesTellVersionsApart() {
        const Json menu = versionedMenu(kByAccept);
        const Json& content = menu["paths"]["/people/{id}"]["get"]["responses"]["200"]["content"];
        QVERIFY(content.contains("application/vnd.people.v1+json"));
        QVERIFY(content.contains("application/vnd.people.v2+json"));
        QVERIFY(content.contains("application/json")); // without a version, it is version 1
        const Json& objects = menu["paths"]["/persons"]["get"]["responses"]["200"]["content"];
        QCOMPARE(objects["application/vnd.people.v2+json"]["schema"]["type"].get<std::string>(),
                 std::string("array"));
        QVERIFY(!objects.contains("application/json"));
        QVERIFY(menu["paths"]["/people/{id}"]["get"]["responses"].contains("406"));
    }

    void whatIsDeprecatedInEachVersionIsMarked() {
        const nlohmann::json routes{{{"method", "GET"},
                                     {"path", "/old"},
                                     {"deprecated", "2026-01-01"},
                                     {"handler", nlohmann::json::array()}}};
        const Json menu = menuOf(routes, Framework::flask);
        QVERIFY(menu["paths"]["/old"]["get"]["deprecated"].get<bool>());
        QCOMPARE(menu["info"]["version"].get<std::string>(), std::string("1"));
    }

    void theValidatorAcceptsIt_data() {
        QTest::addColumn<QString>("menu");
        const auto row = [](const char* name, const Json& menu) {
            QTest::newRow(name) << QString::fromStdString(menu.dump());
        };
        row("library", menuOf(library("routes"), Framework::express, library("models")));
        row("by path", versionedMenu(kByPath));
        row("by header", versionedMenu(kByHeader));
        row("by accept", versionedMenu(kByAccept));
        row("by query", versionedMenu(kByQuery));
    }
    void theValidatorAcceptsIt() {
        QFETCH(QString, menu);
        const PeerAnswer peer =
            askNode("openapi_validate.js", nlohmann::json::parse(menu.toStdString()));
        if (!peer.json)
            QSKIP("swagger-parser is not installed: npm install @apidevtools/swagger-parser, and "
                  "NODE_PATH=.../node_modules");
        QVERIFY2(peer.json->at("valid").get<bool>(), peer.json->dump().c_str());
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_open_api.moc"
