#pragma once

#include "core/data/items/item.h"
#include "core/kernel/error.h"

#include <string>
#include <vector>

namespace roundtrip::items {

/// A table as a scene describes it, with the items that it has at first.
struct TableDefinition {
    std::string name;
    KeySchema keys;
    std::vector<Item> items;
};

/// {"orders": {"partition_key": "customer", "sort_key": "placed", "sort_type": "number", "items":
/// [...]}}. Problems, with `pointer` before each place: those of JsonObject, and "bad-item" {the
/// service's words}, "same-keys" {name} when both keys are one attribute.
std::vector<TableDefinition> readTables(const nlohmann::json& json, const std::string& pointer,
                                        Problems& problems);

} // namespace roundtrip::items
