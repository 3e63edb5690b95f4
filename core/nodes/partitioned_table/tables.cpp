#include "core/nodes/partitioned_table/tables.h"

#include "core/kernel/json_object.h"

#include <utility>

namespace roundtrip::items {

namespace {

std::string readType(JsonObject& object, std::string_view name) {
    return object.choice(name, {"text", "number"}, 0) == 0 ? "S" : "N";
}

TableDefinition readTable(const std::string& name, const nlohmann::json& json,
                          const std::string& pointer, Problems& problems) {
    TableDefinition table;
    table.name = name;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return table;
    }
    object.allowOnly({"partition_key", "partition_type", "sort_key", "sort_type", "items"});
    KeySchema& keys = table.keys;
    keys.partitionKey = object.requiredText("partition_key");
    keys.partitionType = readType(object, "partition_type");
    keys.sortKey = object.text("sort_key");
    keys.sortType = readType(object, "sort_type");
    if (keys.hasSortKey() && keys.sortKey == keys.partitionKey) {
        object.report("same-keys", {keys.sortKey}, "sort_key");
    }
    for (const auto& element : object.array("items")) {
        Item item = normalized(*element.json);
        std::string problem = problemOfItem(keys, item);
        if (!problem.empty()) {
            problems.push_back({"bad-item", {std::move(problem)}, element.pointer});
        }
        table.items.push_back(std::move(item));
    }
    return table;
}

} // namespace

std::vector<TableDefinition> readTables(const nlohmann::json& json, const std::string& pointer,
                                        Problems& problems) {
    std::vector<TableDefinition> tables;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return tables;
    }
    for (const auto& [name, table] : json.items()) {
        tables.push_back(readTable(name, table, object.pointerTo(name), problems));
    }
    return tables;
}

} // namespace roundtrip::items
