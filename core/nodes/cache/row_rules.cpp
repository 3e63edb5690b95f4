#include "core/nodes/cache/row_rules.h"

#include "core/kernel/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

/// Keys are texts; a database compares numbers with numbers.
nlohmann::json valueOf(const std::string& text) {
    constexpr std::size_t kMostDigits = 18;
    const bool isNumber = text.size() <= kMostDigits && std::ranges::all_of(text, [](char letter) {
                              return letter >= '0' && letter <= '9';
                          });
    return isNumber ? nlohmann::json(std::stoll(text)) : nlohmann::json(text);
}

} // namespace

std::vector<RowRule> readRowRules(const nlohmann::json& json, Problems& problems) {
    std::vector<RowRule> rules;
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, ""});
        return rules;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        JsonObject object(json[i], fmt::format("/{}", i), problems);
        if (!object.isObject()) {
            continue;
        }
        object.allowOnly({"key", "load", "store"});
        RowRule rule{KeyPattern(object.requiredText("key")), object.text("load"),
                     object.text("store")};
        if (rule.load.empty() && rule.store.empty()) {
            object.report("cache-rule-without-sql", {});
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

RowOfKey rowOfKey(const std::vector<RowRule>& rules, std::string_view key) {
    for (const RowRule& rule : rules) {
        if (const auto names = rule.key.match(key)) {
            RowOfKey row{&rule};
            for (const auto& [name, value] : *names) {
                row.values[name] = valueOf(value);
            }
            return row;
        }
    }
    return {};
}

} // namespace roundtrip
