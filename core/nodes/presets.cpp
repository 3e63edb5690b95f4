#include "core/nodes/presets.h"

#include "core/kernel/text_marker.h"

#include <map>
#include <string>

namespace roundtrip {

namespace {

using Presets = std::vector<Preset>;

/// What the servers themselves come with: PostgreSQL 15's max_connections is 100, MySQL 8's 151.
Presets databases() {
    return {{ROUNDTRIP_TEXT("presets", "As SQLite comes"),
             ROUNDTRIP_TEXT("presets", "One file: one writes at a time."),
             {{"flavour", "sqlite"}, {"connections", 5}, {"waiting_limit", 0}}},
            {ROUNDTRIP_TEXT("presets", "As PostgreSQL comes"),
             ROUNDTRIP_TEXT("presets", "100 connections, each row written by one at a time."),
             {{"flavour", "postgresql"}, {"connections", 100}, {"waiting_limit", 0}}},
            {ROUNDTRIP_TEXT("presets", "As MySQL comes"),
             ROUNDTRIP_TEXT("presets", "151 connections; transactions read a snapshot."),
             {{"flavour", "mysql"}, {"connections", 151}, {"waiting_limit", 0}}}};
}

Presets caches() {
    return {
        {ROUNDTRIP_TEXT("presets", "As Redis is often set"),
         ROUNDTRIP_TEXT("presets", "What was used longest ago goes first; a restart keeps all."),
         {{"policy", "lru"}, {"persists", true}, {"sliding", false}}},
        {ROUNDTRIP_TEXT("presets", "As Memcached"),
         ROUNDTRIP_TEXT("presets", "The same in memory only: a restart forgets everything."),
         {{"policy", "lru"}, {"persists", false}, {"sliding", false}}},
        {ROUNDTRIP_TEXT("presets", "Fresh within a second"),
         ROUNDTRIP_TEXT("presets", "Copies live for a second, and all who ask share them."),
         {{"ttl", "1 s"}, {"stale_while_revalidate", "0 s"}, {"sliding", false}}}};
}

Presets queues() {
    return {{ROUNDTRIP_TEXT("presets", "As RabbitMQ, on disk"),
             ROUNDTRIP_TEXT("presets", "Tasks outlive a restart, and come back from dead workers."),
             {{"flavour", "rabbitmq"}, {"durable", true}, {"priorities", 0}}},
            {ROUNDTRIP_TEXT("presets", "As a list in Redis"),
             ROUNDTRIP_TEXT("presets", "Fast; what a worker took is forgotten."),
             {{"flavour", "redis_list"}, {"durable", false}, {"priorities", 0}}},
            {ROUNDTRIP_TEXT("presets", "With priorities"),
             ROUNDTRIP_TEXT("presets", "As RabbitMQ: what matters more overtakes."),
             {{"flavour", "rabbitmq"}, {"durable", true}, {"priorities", 10}}}};
}

Presets workers() {
    return {{ROUNDTRIP_TEXT("presets", "Careful"),
             ROUNDTRIP_TEXT("presets", "One task in hand for each process, confirmed when done."),
             {{"ack", "after_work"}, {"processes", 4}, {"prefetch", 4}}},
            {ROUNDTRIP_TEXT("presets", "Careless"),
             ROUNDTRIP_TEXT("presets", "Confirms what it gets at once: a crash loses tasks."),
             {{"ack", "automatic"}, {"processes", 4}, {"prefetch", 0}}}};
}

Presets crowds() {
    return {
        {ROUNDTRIP_TEXT("presets", "A quiet evening"),
         ROUNDTRIP_TEXT("presets", "Two requests a second, at random moments."),
         {{"loop", "open"}, {"rate", 2}, {"profile", nlohmann::json::object()}}},
        {ROUNDTRIP_TEXT("presets", "A busy day"),
         ROUNDTRIP_TEXT("presets", "100 requests a second, whatever the answers take."),
         {{"loop", "open"}, {"rate", 100}, {"profile", nlohmann::json::object()}}},
        {ROUNDTRIP_TEXT("presets", "Twenty people who read"),
         ROUNDTRIP_TEXT("presets", "Each waits for the answer, reads for about 5 s, asks again."),
         {{"loop", "closed"}, {"users", 20}, {"think", {{"exponential", "5 s"}}}}},
        {ROUNDTRIP_TEXT("presets", "Impatient people"),
         ROUNDTRIP_TEXT("presets", "They give up after 2 s and ask again, three times."),
         {{"timeout", "2 s"}, {"retries", 3}, {"backoff", "100 ms"}}}};
}

Presets balancers() {
    return {{ROUNDTRIP_TEXT("presets", "To the least busy one"),
             ROUNDTRIP_TEXT("presets", "Fair when requests take different times."),
             {{"policy", "least_connections"}, {"sticky", "none"}}},
            {ROUNDTRIP_TEXT("presets", "The same key, the same server"),
             ROUNDTRIP_TEXT("presets", "By a hash of the path: good for caches behind it."),
             {{"policy", "consistent_hash"}, {"hash_by", "path"}, {"sticky", "none"}}},
            {ROUNDTRIP_TEXT("presets", "The same person, the same server"),
             ROUNDTRIP_TEXT("presets", "By a cookie: for sessions that a server keeps to itself."),
             {{"policy", "round_robin"}, {"sticky", "cookie"}}}};
}

Presets limiters() {
    return {
        {ROUNDTRIP_TEXT("presets", "Ten a second, with bursts"),
         ROUNDTRIP_TEXT("presets", "A token bucket that lets twenty through at once."),
         {{"algorithm", "token_bucket"}, {"limit", 10}, {"window", "1 s"}, {"burst", 20}}},
        {ROUNDTRIP_TEXT("presets", "Sixty a minute"),
         ROUNDTRIP_TEXT("presets", "Counted over the last minute, of each client."),
         {{"algorithm", "sliding_window"}, {"limit", 60}, {"window", "1 min"}, {"per", "client"}}}};
}

Presets liveClients() {
    return {
        {ROUNDTRIP_TEXT("presets", "A room of 200"),
         ROUNDTRIP_TEXT("presets", "Over WebSockets; somebody speaks every half second."),
         {{"count", 200}, {"transport", "websocket"}, {"says_every", {{"exponential", "100 s"}}}}},
        {ROUNDTRIP_TEXT("presets", "The same by asking again and again"),
         ROUNDTRIP_TEXT("presets", "Polling: what it costs to be up to date."),
         {{"count", 200}, {"transport", "polling"}, {"says_every", {{"exponential", "100 s"}}}}}};
}

} // namespace

const std::vector<Preset>& presetsOf(const NodeKind& kind) {
    static const std::map<std::string, Presets> kPresets{
        {"sql_database", databases()}, {"cache", caches()},
        {"task_queue", queues()},      {"worker", workers()},
        {"crowd", crowds()},           {"load_balancer", balancers()},
        {"rate_limiter", limiters()},  {"live_client", liveClients()}};
    static const Presets kNone;
    const auto found = kPresets.find(kind.id);
    return found == kPresets.end() ? kNone : found->second;
}

} // namespace roundtrip
