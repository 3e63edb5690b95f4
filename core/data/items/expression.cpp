#include "core/data/items/expression.h"

#include "core/data/items/expression_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip::items {

namespace {

using Json = nlohmann::json;
using Test = Condition::Test;

struct NamedTest {
    std::string_view name;
    Test test;
};
constexpr std::array<NamedTest, 6> kComparisons{{{"=", Test::equal},
                                                 {"<>", Test::notEqual},
                                                 {"<", Test::less},
                                                 {"<=", Test::atMost},
                                                 {">", Test::greater},
                                                 {">=", Test::atLeast}}};
constexpr std::array<NamedTest, 4> kFunctions{{{"attribute_exists", Test::exists},
                                               {"attribute_not_exists", Test::missing},
                                               {"begins_with", Test::beginsWith},
                                               {"contains", Test::contains}}};

/// begins_with(name, :prefix)
Condition readFunction(ExpressionReader& reader, Test test) {
    Condition condition;
    condition.test = test;
    reader.take();
    reader.expect("(");
    condition.attribute = reader.attribute();
    if (test == Test::beginsWith || test == Test::contains) {
        reader.expect(",");
        condition.value = reader.value();
    }
    reader.expect(")");
    return condition;
}

Condition readTerm(ExpressionReader& reader) {
    const auto* const function = std::ranges::find(kFunctions, reader.peek(), &NamedTest::name);
    if (function != kFunctions.end()) {
        return readFunction(reader, function->test);
    }
    Condition condition;
    condition.attribute = reader.attribute();
    if (reader.takeIf("BETWEEN")) {
        condition.test = Test::between;
        condition.value = reader.value();
        reader.expect("AND");
        condition.upper = reader.value();
        return condition;
    }
    const auto* const comparison = std::ranges::find(kComparisons, reader.take(), &NamedTest::name);
    if (comparison == kComparisons.end()) {
        reader.failAtWord();
        return condition;
    }
    condition.test = comparison->test;
    condition.value = reader.value();
    return condition;
}

bool isBefore(const Json& a, const Json& b) {
    return typeOf(a) == typeOf(b) && a < b;
}

bool contains(const Json& whole, const Json& part) {
    if (whole.is_array()) {
        return std::ranges::find(whole, part) != whole.end();
    }
    return whole.is_string() && part.is_string() &&
           whole.get_ref<const std::string&>().find(part.get_ref<const std::string&>()) !=
               std::string::npos;
}

bool beginsWith(const Json& whole, const Json& prefix) {
    return whole.is_string() && prefix.is_string() &&
           whole.get_ref<const std::string&>().starts_with(prefix.get_ref<const std::string&>());
}

bool isSatisfied(const Condition& condition, const Json& actual) {
    const Json& value = condition.value;
    switch (condition.test) {
    case Test::equal:
        return actual == value;
    case Test::notEqual:
        return actual != value;
    case Test::less:
        return isBefore(actual, value);
    case Test::atMost:
        return isBefore(actual, value) || actual == value;
    case Test::greater:
        return isBefore(value, actual);
    case Test::atLeast:
        return isBefore(value, actual) || actual == value;
    case Test::between:
        return typeOf(actual) == typeOf(value) && !isBefore(actual, value) &&
               typeOf(actual) == typeOf(condition.upper) && !isBefore(condition.upper, actual);
    case Test::beginsWith:
        return beginsWith(actual, value);
    case Test::contains:
        return contains(actual, value);
    default:
        return condition.test == Test::exists;
    }
}

UpdateAction::Operand readOperand(ExpressionReader& reader) {
    if (reader.isValueNext()) {
        return {"", reader.value()};
    }
    if (!reader.takeIf("if_not_exists")) {
        return {reader.attribute(), std::nullopt};
    }
    reader.expect("(");
    UpdateAction::Operand operand{reader.attribute(), std::nullopt};
    reader.expect(",");
    operand.value = reader.value();
    reader.expect(")");
    return operand;
}

UpdateAction readAction(ExpressionReader& reader, UpdateAction::Kind kind) {
    using Kind = UpdateAction::Kind;
    UpdateAction action;
    action.kind = kind;
    action.attribute = reader.attribute();
    if (kind == Kind::add) {
        action.first.value = reader.value();
        if (reader.problem().empty() && !action.first.value->is_number()) {
            reader.fail("Incorrect operand type for operator or function; operator: ADD, operand "
                        "type: STRING");
        }
    } else if (kind == Kind::set) {
        reader.expect("=");
        action.first = readOperand(reader);
        if (reader.peek() == "+" || reader.peek() == "-") {
            action.subtracts = reader.take() == "-";
            action.second = readOperand(reader);
        }
    }
    return action;
}

/// SET, ADD or REMOVE, which begins a clause.
std::optional<UpdateAction::Kind> takeClause(ExpressionReader& reader) {
    using Kind = UpdateAction::Kind;
    if (reader.takeIf("SET")) {
        return Kind::set;
    }
    if (reader.takeIf("ADD")) {
        return Kind::add;
    }
    if (reader.takeIf("REMOVE")) {
        return Kind::remove;
    }
    return std::nullopt;
}

Json sum(const Json& a, const Json& b, bool subtracts) {
    if (a.is_number_integer() && b.is_number_integer()) {
        const auto x = a.get<std::uint64_t>();
        const auto y = b.get<std::uint64_t>(); // unsigned, so that the largest may wrap
        return static_cast<std::int64_t>(subtracts ? x - y : x + y);
    }
    const double x = a.get<double>();
    const double y = b.get<double>();
    return normalized(subtracts ? x - y : x + y);
}

constexpr const char* kWrongOperand = "An operand in the update expression has an incorrect data "
                                      "type";

tl::expected<Json, std::string> valueOf(const Item& item, const UpdateAction::Operand& operand) {
    const auto found = item.find(operand.attribute);
    if (!operand.attribute.empty() && found != item.end()) {
        return *found;
    }
    if (!operand.value) {
        return tl::unexpected<std::string>("The provided expression refers to an attribute that "
                                           "does not exist in the item");
    }
    return *operand.value;
}

tl::expected<Json, std::string> valueToSet(const Item& item, const UpdateAction& action) {
    auto first = valueOf(item, action.first);
    if (!first || !action.second) {
        return first;
    }
    auto second = valueOf(item, *action.second);
    if (!second) {
        return second;
    }
    if (!first->is_number() || !second->is_number()) {
        return tl::unexpected<std::string>(kWrongOperand);
    }
    return sum(*first, *second, action.subtracts);
}

tl::expected<Json, std::string> valueWithAdded(const Item& item, const UpdateAction& action) {
    const auto found = item.find(action.attribute);
    if (found == item.end()) {
        return *action.first.value;
    }
    if (!found->is_number()) {
        return tl::unexpected<std::string>(kWrongOperand);
    }
    return sum(*found, *action.first.value, false);
}

} // namespace

tl::expected<std::vector<Condition>, std::string>
readConditions(std::string_view text, std::string_view kind, const Placeholders& placeholders) {
    std::vector<Condition> conditions;
    ExpressionReader reader(text, kind, placeholders);
    while (!reader.atEnd()) {
        if (!conditions.empty()) {
            reader.expect("AND");
        }
        conditions.push_back(readTerm(reader));
    }
    if (!reader.problem().empty()) {
        return tl::unexpected(reader.problem());
    }
    return conditions;
}

bool holds(const Condition& condition, const Item& item) {
    const auto found = item.find(condition.attribute);
    if (found == item.end()) {
        return condition.test == Test::missing || condition.test == Test::notEqual;
    }
    return isSatisfied(condition, *found);
}

bool hold(const std::vector<Condition>& conditions, const Item& item) {
    return std::ranges::all_of(
        conditions, [&item](const Condition& condition) { return holds(condition, item); });
}

tl::expected<std::vector<UpdateAction>, std::string> readUpdate(std::string_view text,
                                                                const Placeholders& placeholders) {
    std::vector<UpdateAction> actions;
    ExpressionReader reader(text, "UpdateExpression", placeholders);
    while (!reader.atEnd()) {
        const auto kind = takeClause(reader);
        if (!kind) {
            reader.take();
            reader.failAtWord();
            break;
        }
        do {
            actions.push_back(readAction(reader, *kind));
        } while (reader.takeIf(","));
    }
    if (!reader.problem().empty()) {
        return tl::unexpected(reader.problem());
    }
    return actions;
}

tl::expected<Item, std::string> updated(const Item& item,
                                        const std::vector<UpdateAction>& actions) {
    Item result = item;
    for (const UpdateAction& action : actions) {
        if (action.kind == UpdateAction::Kind::remove) {
            result.erase(action.attribute);
            continue;
        }
        auto value = action.kind == UpdateAction::Kind::set ? valueToSet(item, action)
                                                            : valueWithAdded(item, action);
        if (!value) {
            return tl::unexpected(value.error());
        }
        result[action.attribute] = *std::move(value);
    }
    return result;
}

} // namespace roundtrip::items
