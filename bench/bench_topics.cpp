#include "bench/report.h"
#include "core/scene/world.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace roundtrip;

namespace {

constexpr int kPeople = 100'000;

/// A crowd with a socket each at one hub, spread over so many rooms. Everybody says something at
/// chance moments, and what one says all hear who are in the same room.
Scene crowdScene(int rooms, const char* saysEvery) {
    const nlohmann::json scene{
        {"format", 1},
        {"title", "Sockets"},
        {"seed", 5},
        {"nodes",
         {{{"id", "hub"},
           {"kind", "socket_hub"},
           {"parameters", {{"most_sockets", kPeople}, {"history", 1}}}},
          {{"id", "crowd"},
           {"kind", "live_client"},
           {"parameters",
            {{"count", kPeople},
             {"rooms", rooms},
             {"connects_within", "1 s"},
             {"says_every", {{"exponential", saysEvery}}}}}}}},
        {"links", {{{"from", "crowd"}, {"to", "hub"}, {"latency", "20 ms"}}}}};
    const auto reading = readScene(scene.dump());
    if (!reading.scene) {
        std::fprintf(stderr, "%s %s\n", reading.problems.front().code.c_str(),
                     reading.problems.front().where.c_str());
        std::exit(1);
    }
    return *reading.scene;
}

/// Simulated seconds that one second of this machine runs, once all sockets are open.
double speedup(int rooms, const char* saysEvery) {
    constexpr int kOpened = 2;
    constexpr int kMeasured = 5;
    const Scene scene = crowdScene(rooms, saysEvery);
    constexpr std::uint32_t kSampled = 10'000;
    World world(scene, scene.seed, std::make_shared<Trace>(), {kSampled});
    world.simulation().runUntil(SimTime::seconds(kOpened));
    const auto start = std::chrono::steady_clock::now();
    world.simulation().runUntil(SimTime::seconds(kOpened + kMeasured));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "%d rooms: %llu events so far\n", rooms,
                 static_cast<unsigned long long>(world.simulation().eventCount()));
    return kMeasured / took.count();
}

} // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    report.add("topics.sockets_speedup", speedup(kPeople, "1 s"), "");
    report.add("topics.sockets_rooms_of_100_speedup", speedup(kPeople / 100, "1 s"), "");
    return report.finish();
}
