#include "bench/report.h"
#include "core/scene/world.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>

using namespace roundtrip;

namespace {

/// A signed-in person's requests: router, session check, ORM query on 100,000 rows, a page.
constexpr const char* kScene = R"scene({
  "format": 1, "title": "A bookshop", "seed": 5,
  "nodes": [
    {"id": "browser", "kind": "browser"},
    {"id": "app", "kind": "app_server", "parameters": {
      "framework": "django", "workers": 64, "hash_memory": 1, "hash_passes": 1,
      "middleware": [{"use": "error_pages"}, {"use": "security_headers"}, {"use": "session"},
                     {"use": "body_parser"}],
      "models": {"app": "app", "models": [{"name": "Book", "fields": [
        {"name": "title", "type": "text", "max_length": 80},
        {"name": "pages", "type": "integer"}]}]},
      "templates": {"book.html": "<html><body><h1>{{ book.title }}</h1><p>{{ book.pages }} pages, for {{ user.name }}</p></body></html>"},
      "routes": [
        {"method": "POST", "path": "sign-up", "handler": [{"do": "sign_up"}]},
        {"method": "POST", "path": "login", "handler": [{"do": "login"}]},
        {"method": "GET", "path": "authors/<int:id>/", "handler": [{"do": "respond"}]},
        {"method": "GET", "path": "books/<int:id>/", "access": "signed_in", "handler": [
          {"do": "orm", "expression": "Book.objects.get(pk=:id)", "as": "book"},
          {"do": "render", "template": "book.html"}]}]}},
    {"id": "database", "kind": "sql_database", "parameters": {
      "rows": 1, "connections": 64, "base_time": "0.05 ms",
      "models": {"app": "app", "models": [{"name": "Book", "fields": [
        {"name": "title", "type": "text", "max_length": 80},
        {"name": "pages", "type": "integer"}]}]},
      "script": "CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT UNIQUE, password TEXT, role TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO app_book SELECT i, 'Book ' || i, 50 + i % 400 FROM n;"}}],
  "links": [{"from": "browser", "to": "app"}, {"from": "app", "to": "database"}]})scene";

constexpr int kRequests = 100'000;

void give(World& world, const char* action, const nlohmann::json& arguments) {
    const SimTime now = world.simulation().now();
    if (auto done = world.perform({now, "browser", action, arguments}); !done) {
        std::fprintf(stderr, "%s\n", done.error().code.c_str());
    }
    world.simulation().run();
}

} // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    const SceneReading reading = readScene(kScene);
    if (!reading.scene) {
        const Problem& problem = reading.problems.front();
        std::fprintf(stderr, "%s %s\n", problem.where.c_str(), problem.code.c_str());
        return 1;
    }
    const auto trace = std::make_shared<Trace>();
    World world(*reading.scene, 1, trace, RecordingLevel{.sampleEvery = 1000});
    const nlohmann::json account{{"name", "ada"}, {"password", "correct horse"}};
    give(world, "send", {{"method", "POST"}, {"target", "/sign-up"}, {"body", account.dump()}});
    give(world, "send", {{"method", "POST"}, {"target", "/login"}, {"body", account.dump()}});
    const auto start = std::chrono::steady_clock::now();
    give(world, "send_many",
         {{"count", kRequests},
          {"rate", 5000},
          {"target", "/books/{key}/"},
          {"keys", 100'000},
          {"skew", 0.0}});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    int sampled = 0;
    int pages = 0;
    for (std::size_t i = 0; i < trace->size(); ++i) {
        const Fact fact = (*trace)[i];
        sampled += fact.is<RequestFinished>() ? 1 : 0;
        pages += fact.is<TemplateRendered>() ? 1 : 0;
    }
    if (pages == 0 || pages + 2 < sampled) { // all but signing up and in
        std::fprintf(stderr, "of %d sampled requests only %d got a page\n", sampled, pages);
        return 1;
    }
    report.add("web.requests_per_s", kRequests / took.count(), "1/s");
    return report.finish();
}
