#include "bench/report.h"
#include "core/data/orm/query_runner.h"
#include "core/web/router.h"
#include "core/web/template.h"

#include <chrono>
#include <cstdio>
#include <string>
#include <tuple>
#include <vector>

using namespace roundtrip;

namespace {

constexpr int kRounds = 20'000;

/// Microseconds that one of many calls takes; negative when a call fails.
template <class Call>
double microsecondsEach(Call&& call) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kRounds; ++i) {
        if (!call(i))
            return -1;
    }
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    return took.count() / kRounds;
}

/// The last of a hundred routes, as each framework finds it.
void measureRouters(bench::Report& report) {
    for (const auto& [name, framework, syntax, parameter, slash] :
         {std::tuple{"express", Framework::express, RouteSyntax::express, ":id", "/"},
          std::tuple{"flask", Framework::flask, RouteSyntax::flask, "<int:id>", "/"},
          std::tuple{"django", Framework::django, RouteSyntax::django, "<int:id>", ""},
          std::tuple{"rails", Framework::rails, RouteSyntax::rails, ":id", "/"}}) {
        std::vector<RouteEntry> routes;
        for (int i = 0; i < 100; ++i) {
            auto pattern = RoutePattern::parse(
                std::string(slash) + "part" + std::to_string(i) + "/" + parameter, syntax);
            routes.push_back(
                {{http::Method::get}, std::move(*pattern), RouteEntry::View::function, true});
        }
        const Router router(framework, std::move(routes));
        report.add(std::string("web.match_100_routes_us.") + name, microsecondsEach([&](int) {
                       return router.match(http::Method::get, "/part99/12").route == 99U;
                   }),
                   "us");
    }
}

void measureTemplate(bench::Report& report) {
    std::string source;
    nlohmann::json context;
    for (int i = 0; i < 20; ++i) {
        const std::string name = "value" + std::to_string(i);
        source += "<p>{{ " + name + " }}</p>\n";
        context[name] = "text " + std::to_string(i);
    }
    const auto page = Template::parse(source);
    report.add("web.render_20_variables_us",
               microsecondsEach([&](int) { return page->render(context).has_value(); }), "us");
}

/// One object of 100,000 by its key.
bool measureOrm(bench::Report& report) {
    SqliteDatabase database;
    const auto schema = orm::readSchema(nlohmann::json::parse(
        R"({"app": "app", "models": [{"name": "Author", "fields": [
            {"name": "name", "type": "text", "max_length": 80},
            {"name": "age", "type": "integer"}]}]})"));
    if (!schema)
        return false;
    for (const std::string& statement : orm::createStatements(*schema)) {
        if (!database.run(statement))
            return false;
    }
    const bool filled = database
                            .run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                 "WHERE i < 100000) INSERT INTO app_author(id, name, age) "
                                 "SELECT i, 'person ' || i, i % 90 FROM n")
                            .has_value();
    const auto expression = orm::parseQuery("Author.objects.get(pk=:id)");
    const auto compiled = orm::compile(*schema, *expression);
    if (!filled || !compiled)
        return false;
    nlohmann::json values{{"id", 0}};
    report.add("orm.get_in_100000_us", microsecondsEach([&](int i) {
                   values["id"] = 1 + (i * 7919LL) % 100'000;
                   return orm::run(database, *compiled, values).has_value();
               }),
               "us");
    return true;
}

} // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    measureRouters(report);
    measureTemplate(report);
    if (!measureOrm(report)) {
        std::fprintf(stderr, "the database of the ORM's figure cannot be made\n");
        return 1;
    }
    return report.finish();
}
