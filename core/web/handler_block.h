#pragma once

#include "core/http/headers.h"
#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// One step of what an app server does for a route. A handler is a list of them; a learner
/// reads it from top to bottom.
struct HandlerBlock {
    enum class Kind {
        cacheGet,    ///< asks the cache for `key`; on a miss runs `otherwise`
        cacheSet,    ///< stores the value under `key` for `ttl`
        cacheDelete, ///< removes `key` from the cache
        query,       ///< runs `sql` with the route's parameters and the body's fields
        compute,     ///< works for `time`
        respond      ///< answers with `status`; nothing after it runs
    };
    Kind kind = Kind::respond;
    std::string key;
    std::string sql;
    SimTime time;
    SimTime ttl; ///< zero: the cache's own time to live
    int status = 200;
    http::Headers headers;
    std::vector<HandlerBlock> otherwise;
};

/// Reads a handler. What is wrong is appended to `problems`, with `pointer` before each place:
/// "not-an-array", "not-an-object", "unknown-block" {name, nearest}, "missing" {member},
/// "unknown-member" {name, nearest}, "wrong-type" {member, expected}, "bad-duration" {text},
/// "too-deep".
std::vector<HandlerBlock> readHandler(const nlohmann::json& json, const std::string& pointer,
                                      Problems& problems);

[[nodiscard]] std::string_view nameOf(HandlerBlock::Kind kind);

/// Replaces each "{name}" by the member `name` of `values`; unknown names and other braces, as of
/// JSON, stay as they are. A name is letters, digits and underscores.
[[nodiscard]] std::string filledIn(std::string_view text, const nlohmann::json& values);

} // namespace roundtrip
