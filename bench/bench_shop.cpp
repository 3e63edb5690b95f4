#include "bench/report.h"
#include "core/scene/world.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>

using namespace roundtrip;

namespace {

/// A shop: crowd, load balancer, three app servers, cache, database, queue and worker. Nine of ten
/// look at an article, one orders it; an order's mail goes out in the background.
constexpr const char* kServer = R"({
  "workers": 32, "overhead": "0.2 ms",
  "routes": [
    {"method": "GET", "path": "/users/<int:id>", "handler": [
      {"do": "cache_get", "key": "user:{id}", "otherwise": [
        {"do": "query", "sql": "SELECT id, name, city FROM users WHERE id = :id"},
        {"do": "cache_set", "key": "user:{id}", "ttl": "60 s"}]}]},
    {"method": "PUT", "path": "/users/<int:id>", "handler": [
      {"do": "query", "sql": "UPDATE users SET city = 'Rome' WHERE id = :id"},
      {"do": "cache_delete", "key": "user:{id}"},
      {"do": "enqueue", "task": "mail", "arguments": {"user": "{id}"}},
      {"do": "respond", "status": 202}]}]})";

constexpr const char* kScene = R"scene({
  "format": 1, "title": "A shop", "seed": 5,
  "nodes": [
    {"id": "people", "kind": "crowd", "parameters": {"rate": 1000, "keys": 10000, "skew": 0.9, "requests": [
      {"target": "/users/{key}", "weight": 9},
      {"method": "PUT", "target": "/users/{key}", "body": "{\"city\": \"Rome\"}"}]}},
    {"id": "balancer", "kind": "load_balancer", "parameters": {"policy": "least_connections"}},
    {"id": "app-1", "kind": "app_server"},
    {"id": "app-2", "kind": "app_server"},
    {"id": "app-3", "kind": "app_server"},
    {"id": "cache", "kind": "cache", "parameters": {"capacity": 2000}},
    {"id": "database", "kind": "sql_database", "parameters": {"rows": 10000, "connections": 64,
      "flavour": "postgresql"}},
    {"id": "queue", "kind": "task_queue"},
    {"id": "worker", "kind": "worker", "parameters": {"processes": 200,
      "tasks": {"mail": {"preset": "send_email"}}}}],
  "links": [
    {"from": "people", "to": "balancer", "latency": "20 ms"},
    {"from": "balancer", "to": "app-1"}, {"from": "balancer", "to": "app-2"},
    {"from": "balancer", "to": "app-3"},
    {"from": "app-1", "to": "cache"}, {"from": "app-2", "to": "cache"},
    {"from": "app-3", "to": "cache"},
    {"from": "app-1", "to": "database"}, {"from": "app-2", "to": "database"},
    {"from": "app-3", "to": "database"},
    {"from": "app-1", "to": "queue"}, {"from": "app-2", "to": "queue"},
    {"from": "app-3", "to": "queue"},
    {"from": "worker", "to": "queue"}]})scene";

constexpr int kSeconds = 300;
constexpr int kRequests = 1000 * kSeconds;

nlohmann::json shop() {
    auto scene = nlohmann::json::parse(kScene);
    for (auto& node : scene["nodes"]) {
        if (node["kind"] == "app_server") {
            node["parameters"] = nlohmann::json::parse(kServer);
        }
    }
    return scene;
}

} // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    const SceneReading reading = readSceneDocument(shop());
    if (!reading.scene) {
        const Problem& problem = reading.problems.front();
        std::fprintf(stderr, "%s %s\n", problem.where.c_str(), problem.code.c_str());
        return 1;
    }
    const auto trace = std::make_shared<Trace>();
    World world(*reading.scene, 1, trace, RecordingLevel{.sampleEvery = 1000});
    const auto start = std::chrono::steady_clock::now();
    world.simulation().runUntil(SimTime::seconds(kSeconds));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    int finished = 0;
    int failed = 0;
    for (std::size_t i = 0; i < trace->size(); ++i) {
        const Fact fact = (*trace)[i];
        if (fact.is<WindowClosed>()) {
            finished += static_cast<int>(fact.as<WindowClosed>().finished);
            failed += static_cast<int>(fact.as<WindowClosed>().failed);
        }
    }
    if (finished < kRequests * 9 / 10 || failed > finished / 100) {
        std::fprintf(stderr, "%d finished, %d failed\n", finished, failed);
        return 1;
    }
    report.add("topics.shop_speedup", kSeconds / took.count(), "x");
    report.add("topics.shop_requests_per_s", finished / took.count(), "1/s");
    report.add("topics.shop_events_per_request",
               static_cast<double>(world.simulation().eventCount()) / finished, "");
    report.add("topics.shop_facts", static_cast<double>(trace->size()), "");
    return report.finish();
}
