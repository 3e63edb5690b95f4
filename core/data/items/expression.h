#pragma once

#include "core/data/items/item.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::items {

/// The part of DynamoDB's expression language that is understood ("Using expressions in DynamoDB"):
/// terms joined by AND, on attributes at the top of an item. Left out: OR, NOT, IN, parentheses,
/// paths into maps and lists, size, attribute_type, sets, list_append.
///
/// What is wrong is said in the service's words, which a ValidationException carries.
struct Placeholders {
    const nlohmann::json& names;  ///< {"#n": "name"}
    const nlohmann::json& values; ///< {":n": "Ada"}
};

/// `age > :least`, `sent BETWEEN :a AND :b`, `attribute_not_exists(id)`.
struct Condition {
    enum class Test {
        equal,
        notEqual,
        less,
        atMost,
        greater,
        atLeast,
        between,
        beginsWith,
        contains,
        exists,
        missing
    };
    std::string attribute;
    Test test = Test::equal;
    nlohmann::json value;
    nlohmann::json upper; ///< between
};

/// `kind` is the expression's name in the API: "ConditionExpression". An empty text has no terms.
tl::expected<std::vector<Condition>, std::string>
readConditions(std::string_view text, std::string_view kind, const Placeholders& placeholders);

/// Values of different types are never equal, nor in any order.
[[nodiscard]] bool holds(const Condition& condition, const Item& item);
[[nodiscard]] bool hold(const std::vector<Condition>& conditions, const Item& item);

/// `SET a = :v`, `SET a = a + :n`, `SET a = if_not_exists(a, :zero) + :n`, `ADD a :n`, `REMOVE a`.
struct UpdateAction {
    enum class Kind { set, add, remove };
    /// A value, an attribute, or an attribute with a value in its place when it is missing.
    struct Operand {
        std::string attribute;
        std::optional<nlohmann::json> value;
    };
    Kind kind = Kind::set;
    std::string attribute;
    Operand first;
    std::optional<Operand> second;
    bool subtracts = false;
};

tl::expected<std::vector<UpdateAction>, std::string> readUpdate(std::string_view text,
                                                                const Placeholders& placeholders);

/// The item afterwards; every action sees the item as it was before.
tl::expected<Item, std::string> updated(const Item& item, const std::vector<UpdateAction>& actions);

} // namespace roundtrip::items
