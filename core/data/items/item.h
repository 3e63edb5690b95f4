#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace roundtrip::items {

/// Attributes by their names: texts, numbers, booleans, null, lists and maps, as plain JSON.
using Item = nlohmann::json;

// Limits of DynamoDB ("Quotas in Amazon DynamoDB"), in bytes.
constexpr std::int64_t kMostItemBytes = 400 * 1024;
constexpr std::int64_t kMostPageBytes = 1024 * 1024; ///< what one Query or Scan reads
constexpr std::size_t kMostPartitionKeyBytes = 2048;
constexpr std::size_t kMostSortKeyBytes = 1024;

/// In bytes: names and values in UTF-8, a number one byte for two significant digits and one more,
/// true, false and null one, a list or a map three and one for each element ("DynamoDB item sizes
/// and formats").
[[nodiscard]] std::int64_t itemSize(const Item& item);

/// Read capacity units: one for each 4 KB begun, at least one; half of it when eventually
/// consistent ("DynamoDB provisioned capacity mode").
[[nodiscard]] double readUnits(std::int64_t bytes, bool consistent);
/// Write capacity units: one for each 1 KB begun, at least one.
[[nodiscard]] double writeUnits(std::int64_t bytes);

/// "S", "N", "BOOL", "NULL", "L" or "M".
[[nodiscard]] std::string_view typeOf(const nlohmann::json& value);
/// Whole numbers become integers, so that 1 and 1.0 are one key.
[[nodiscard]] nlohmann::json normalized(nlohmann::json value);
/// A value as it crosses the wire: {"S": "Ada"}, {"N": "36"}.
[[nodiscard]] nlohmann::ordered_json typedValue(const nlohmann::json& value);
/// The same for each attribute of an item.
[[nodiscard]] nlohmann::ordered_json typedItem(const Item& item);

/// What identifies an item of a table.
struct KeySchema {
    std::string partitionKey;
    std::string partitionType = "S"; ///< or "N"
    std::string sortKey;             ///< empty: none
    std::string sortType = "S";      ///< or "N"

    [[nodiscard]] bool hasSortKey() const { return !sortKey.empty(); }
    [[nodiscard]] bool isKey(std::string_view attribute) const {
        return attribute == partitionKey || (hasSortKey() && attribute == sortKey);
    }
    /// The key attributes of an item that has them.
    [[nodiscard]] Item keyOf(const Item& item) const;
};

/// The service's words when `item` lacks a key or has a wrong one; empty when it is fine.
[[nodiscard]] std::string problemOfItem(const KeySchema& schema, const Item& item);
/// The same for a key on its own, which has to have nothing else.
[[nodiscard]] std::string problemOfKey(const KeySchema& schema, const Item& key);

} // namespace roundtrip::items
