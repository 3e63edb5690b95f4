#include "app/playback/playback.h"
#include "app/session/history.h"
#include "bench/report.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace roundtrip;

namespace {

constexpr const char* kScene = R"({
  "format": 1, "title": "A million facts", "seed": 5,
  "nodes": [
    {"id": "browser", "kind": "browser"},
    {"id": "app", "kind": "app_server", "parameters": {"routes": [
      {"method": "GET", "path": "/users/<int:id>", "handler": [
        {"do": "cache_get", "key": "user:{id}", "otherwise": [
          {"do": "query", "sql": "SELECT id, name FROM users WHERE id = :id"},
          {"do": "cache_set", "key": "user:{id}"}]},
        {"do": "respond"}]}]}},
    {"id": "cache", "kind": "cache"},
    {"id": "database", "kind": "sql_database"}],
  "links": [{"from": "browser", "to": "app"}, {"from": "app", "to": "cache"},
            {"from": "app", "to": "database"}]})";

double milliseconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const auto took = std::chrono::steady_clock::now() - start;
    return std::chrono::duration<double, std::milli>(took).count();
}

/// Sends so many requests that about a million facts are recorded.
void fill(History& history) {
    const auto done = history.apply(
        {{SimTime(), "browser", "send_many", {{"count", 28'000}, {"rate", 200}, {"keys", 1000}}}});
    if (!done) {
        std::fprintf(stderr, "%s\n", done.error().code.c_str());
        std::exit(1);
    }
}

/// Median time of a seek to a place that has nothing to do with the last one, state included.
double seekMilliseconds(const History& history) {
    TraceIndex index;
    index.attach(history.trace());
    index.extend(history.trace()->size());
    const Scene& scene = history.scene();
    StateTimeline states(
        {scene.nodes.size(), scene.nodes.size(), scene.links.size(), scene.links.size()});
    states.attach(history.trace(), 0);
    states.extend(history.trace()->size(), history.trace()->size());
    RandomStream random(1, "bench", "seek");
    std::vector<double> times(200);
    std::size_t seen = 0;
    for (double& time : times) {
        const std::size_t moment = random.below(index.moments());
        time = milliseconds([&] {
            const std::size_t facts = index.factsAfter(moment);
            seen += states.at(facts).flights.size();
        });
    }
    std::ranges::sort(times);
    std::fprintf(stderr, "messages in flight seen while seeking: %zu\n", seen);
    return times[times.size() * 99 / 100];
}

} // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    auto reading = readScene(kScene);
    if (!reading.scene) {
        std::fprintf(stderr, "%s\n", reading.problems.front().code.c_str());
        return 1;
    }
    History history(*reading.scene, reading.scene->seed);
    const double filled = milliseconds([&] { fill(history); });
    const auto facts = static_cast<double>(history.trace()->size());
    report.add("session.facts", facts, "");
    report.add("session.facts_per_s", facts / filled * 1000, "1/s");
    report.add("trace.bytes_per_fact", sizeof(Fact), "B");
    report.add("trace.bytes_per_fact_with_texts",
               static_cast<double>(history.trace()->ownedBytes()) / facts, "B");
    report.add("session.seek_ms", seekMilliseconds(history), "ms");
    const SimTime middle = (*history.trace())[history.trace()->size() / 2].time;
    report.add("session.fork_ms", milliseconds([&] {
                   (void)history.apply({{middle, "browser", "send", {{"target", "/users/1"}}}});
               }),
               "ms");
    return report.finish();
}
