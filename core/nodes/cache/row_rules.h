#pragma once

#include "core/caching/key_pattern.h"
#include "core/kernel/error.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Which rows stand behind a cache's keys: how one is loaded and how one is written. As Hazelcast's
/// MapStore and Ehcache's CacheLoaderWriter say it in code.
struct RowRule {
    KeyPattern key;
    std::string load;  ///< a SELECT; empty: such keys are not loaded
    std::string store; ///< an UPDATE or INSERT; empty: such keys are not written
};
struct RowOfKey {
    const RowRule* rule = nullptr;                    ///< null: no rule is for that key
    nlohmann::json values = nlohmann::json::object(); ///< the names of the key, numbers as numbers
};

/// Problems: "not-an-array", "not-an-object", "missing" {member}, "unknown-member" {name, nearest},
/// "wrong-type" {member, expected}, "cache-rule-without-sql".
std::vector<RowRule> readRowRules(const nlohmann::json& json, Problems& problems);

/// The first rule whose pattern fits.
[[nodiscard]] RowOfKey rowOfKey(const std::vector<RowRule>& rules, std::string_view key);

} // namespace roundtrip
