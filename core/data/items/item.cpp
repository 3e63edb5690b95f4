#include "core/data/items/item.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace roundtrip::items {

namespace {

using Json = nlohmann::json;

std::int64_t roundedUp(std::int64_t bytes, std::int64_t unit) {
    return std::max<std::int64_t>(1, (bytes + unit - 1) / unit);
}

/// Zeros before the first and after the last other digit do not count.
std::int64_t significantDigits(const Json& number) {
    std::string digits;
    for (const char letter : number.dump()) {
        if (letter == 'e' || letter == 'E') {
            break;
        }
        if (letter >= '0' && letter <= '9' && (letter != '0' || !digits.empty())) {
            digits += letter;
        }
    }
    const std::size_t last = digits.find_last_not_of('0');
    return last == std::string::npos ? 0 : static_cast<std::int64_t>(last) + 1;
}

std::int64_t valueSize(const Json& value) {
    if (value.is_string()) {
        return static_cast<std::int64_t>(value.get_ref<const std::string&>().size());
    }
    if (value.is_number()) {
        return (significantDigits(value) + 1) / 2 + 1;
    }
    if (value.is_object()) {
        return 3 + static_cast<std::int64_t>(value.size()) + itemSize(value);
    }
    if (value.is_array()) {
        std::int64_t size = 3;
        for (const Json& element : value) {
            size += 1 + valueSize(element);
        }
        return size;
    }
    return 1;
}

std::string wrongKey(const KeySchema& schema, const Json& value, bool isSortKey) {
    const std::string& name = isSortKey ? schema.sortKey : schema.partitionKey;
    const std::string& type = isSortKey ? schema.sortType : schema.partitionType;
    if (typeOf(value) != type) {
        return fmt::format("One or more parameter values were invalid: Type mismatch for key {} "
                           "expected: {} actual: {}",
                           name, type, typeOf(value));
    }
    if (!value.is_string()) {
        return {};
    }
    const std::size_t size = value.get_ref<const std::string&>().size();
    if (size == 0) {
        return "One or more parameter values are not valid. The AttributeValue for a key attribute "
               "cannot contain an empty string value. Key: " +
               name;
    }
    // Also the missing space is the service's.
    if (!isSortKey && size > kMostPartitionKeyBytes) {
        return "One or more parameter values were invalid: Size of hashkey has exceeded the "
               "maximum size limit of2048 bytes";
    }
    if (isSortKey && size > kMostSortKeyBytes) {
        return "One or more parameter values were invalid: Aggregated size of all range keys has "
               "exceeded the size limit of 1024 bytes";
    }
    return {};
}

} // namespace

std::int64_t itemSize(const Item& item) {
    std::int64_t size = 0;
    for (const auto& [name, value] : item.items()) {
        size += static_cast<std::int64_t>(name.size()) + valueSize(value);
    }
    return size;
}

double readUnits(std::int64_t bytes, bool consistent) {
    constexpr std::int64_t kReadUnit = 4096;
    return static_cast<double>(roundedUp(bytes, kReadUnit)) * (consistent ? 1.0 : 0.5);
}

double writeUnits(std::int64_t bytes) {
    constexpr std::int64_t kWriteUnit = 1024;
    return static_cast<double>(roundedUp(bytes, kWriteUnit));
}

std::string_view typeOf(const Json& value) {
    if (value.is_string()) {
        return "S";
    }
    if (value.is_number()) {
        return "N";
    }
    if (value.is_boolean()) {
        return "BOOL";
    }
    if (value.is_null()) {
        return "NULL";
    }
    return value.is_array() ? "L" : "M";
}

Json normalized(Json value) {
    constexpr double kExact = 9007199254740992.0; // 2^53: every integer below is a double
    if (value.is_structured()) {
        for (Json& part : value) {
            part = normalized(std::move(part));
        }
    } else if (value.is_number_float()) {
        const auto number = value.get<double>();
        if (std::abs(number) < kExact && number == std::floor(number)) {
            return static_cast<std::int64_t>(number);
        }
    }
    return value;
}

nlohmann::ordered_json typedValue(const Json& value) {
    nlohmann::ordered_json typed;
    const std::string type(typeOf(value));
    if (type == "N") {
        typed[type] = value.dump();
    } else if (type == "NULL") {
        typed[type] = true;
    } else if (type == "M") {
        typed[type] = typedItem(value);
    } else if (type == "L") {
        typed[type] = nlohmann::ordered_json::array();
        for (const Json& element : value) {
            typed[type].push_back(typedValue(element));
        }
    } else {
        typed[type] = nlohmann::ordered_json(value);
    }
    return typed;
}

nlohmann::ordered_json typedItem(const Item& item) {
    auto typed = nlohmann::ordered_json::object();
    for (const auto& [name, value] : item.items()) {
        typed[name] = typedValue(value);
    }
    return typed;
}

Item KeySchema::keyOf(const Item& item) const {
    Item key{{partitionKey, item.at(partitionKey)}};
    if (hasSortKey()) {
        key[sortKey] = item.at(sortKey);
    }
    return key;
}

std::string problemOfItem(const KeySchema& schema, const Item& item) {
    if (!item.is_object()) {
        return "Item has to be a map of attributes";
    }
    for (const bool isSortKey : {false, true}) {
        const std::string& name = isSortKey ? schema.sortKey : schema.partitionKey;
        if (isSortKey && !schema.hasSortKey()) {
            continue;
        }
        if (!item.contains(name)) {
            return fmt::format(
                "One or more parameter values were invalid: Missing the key {} in the item", name);
        }
        std::string problem = wrongKey(schema, item[name], isSortKey);
        if (!problem.empty()) {
            return problem;
        }
    }
    return itemSize(item) > kMostItemBytes ? "Item size has exceeded the maximum allowed size"
                                           : std::string();
}

std::string problemOfKey(const KeySchema& schema, const Item& key) {
    const char* const mismatch = "The provided key element does not match the schema";
    if (!key.is_object() || key.size() != (schema.hasSortKey() ? 2U : 1U)) {
        return mismatch;
    }
    for (const auto& [name, value] : key.items()) {
        const bool isSortKey = name != schema.partitionKey;
        if (!schema.isKey(name) ||
            typeOf(value) != (isSortKey ? schema.sortType : schema.partitionType)) {
            return mismatch;
        }
        std::string problem = wrongKey(schema, value, isSortKey);
        if (!problem.empty()) {
            return problem;
        }
    }
    return {};
}

} // namespace roundtrip::items
