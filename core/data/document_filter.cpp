#include "core/data/document_filter.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace roundtrip::documents {

namespace {

constexpr std::array<std::string_view, 13> kOperators{"$eq",  "$ne",  "$gt",  "$gte",    "$lt",
                                                      "$lte", "$in",  "$nin", "$exists", "$and",
                                                      "$or",  "$not", "$size"};

bool isOperator(std::string_view name) {
    return name.starts_with('$');
}

bool isOperators(const Document& value) {
    return value.is_object() && !value.empty() && isOperator(value.begin().key());
}

Error unknown(const std::string& name, const std::string& where) {
    return {"doc-unknown-operator", {name, nearestWord(name, kOperators)}, where};
}

std::optional<Error> problemOfFilter(const Document& filter, const std::string& where);

/// Of what stands under one operator of a field.
std::optional<Error> problemOfOperand(const std::string& path, const std::string& name,
                                      const Document& operand, const std::string& where);

std::optional<Error> problemOfCondition(const std::string& path, const Document& condition,
                                        const std::string& where) {
    if (!isOperators(condition)) {
        return std::nullopt;
    }
    for (const auto& [name, operand] : condition.items()) {
        auto problem = problemOfOperand(path, name, operand, fmt::format("{}/{}", where, name));
        if (problem) {
            return problem;
        }
    }
    return std::nullopt;
}

std::optional<Error> problemOfOperand(const std::string& path, const std::string& name,
                                      const Document& operand, const std::string& where) {
    const bool isLogical = name == "$and" || name == "$or";
    if (isLogical || std::ranges::find(kOperators, name) == kOperators.end()) {
        return unknown(name, where);
    }
    if (name == "$not") {
        return isOperators(operand) ? problemOfCondition(path, operand, where)
                                    : std::optional(Error{"doc-bad-filter", {path}, where});
    }
    const bool isWrong =
        ((name == "$in" || name == "$nin") && !operand.is_array()) ||
        (name == "$size" && (!operand.is_number_integer() || operand.get<std::int64_t>() < 0));
    return isWrong ? std::optional(Error{"doc-bad-filter", {path}, where}) : std::nullopt;
}

std::optional<Error> problemOfBranches(const std::string& name, const Document& branches,
                                       const std::string& where) {
    if (!branches.is_array() || branches.empty()) {
        return Error{"doc-bad-filter", {name}, where};
    }
    for (std::size_t i = 0; i < branches.size(); ++i) {
        auto problem = problemOfFilter(branches[i], where + "/" + std::to_string(i));
        if (problem) {
            return problem;
        }
    }
    return std::nullopt;
}

std::optional<Error> problemOfFilter(const Document& filter, const std::string& where) {
    if (!filter.is_object()) {
        return Error{"doc-bad-filter", {where}, where};
    }
    for (const auto& [name, condition] : filter.items()) {
        const std::string place = fmt::format("{}/{}", where, name);
        std::optional<Error> problem;
        if (name == "$and" || name == "$or") {
            problem = problemOfBranches(name, condition, place);
        } else if (isOperator(name)) {
            problem = unknown(name, place);
        } else {
            problem = problemOfCondition(name, condition, place);
        }
        if (problem) {
            return problem;
        }
    }
    return std::nullopt;
}

/// The order of kinds in a sort.
int rankOf(const Document& value) {
    switch (value.type()) {
    case Document::value_t::null:
    case Document::value_t::discarded:
        return 0;
    case Document::value_t::string:
        return 2;
    case Document::value_t::object:
        return 3;
    case Document::value_t::array:
        return 4;
    case Document::value_t::boolean:
        return 5;
    default:
        return 1; // numbers
    }
}

int sign(bool isLess, bool isGreater) {
    return static_cast<int>(isGreater) - static_cast<int>(isLess);
}

bool equals(const std::vector<const Document*>& values, const Document& wanted) {
    if (wanted.is_null() && values.empty()) {
        return true;
    }
    return std::ranges::any_of(values, [&wanted](const Document* value) {
        return isSame(*value, wanted) ||
               (value->is_array() && std::ranges::any_of(*value, [&wanted](const Document& item) {
                    return isSame(item, wanted);
                }));
    });
}

template <class Test>
bool orders(const std::vector<const Document*>& values, const Document& bound, Test test) {
    const auto fits = [&](const Document& value) {
        return rankOf(value) == rankOf(bound) && test(compare(value, bound));
    };
    return std::ranges::any_of(values, [&](const Document* value) {
        return fits(*value) || (value->is_array() && std::ranges::any_of(*value, fits));
    });
}

bool holds(const Document& document, const std::string& path, const Document& condition);

bool isIn(const std::vector<const Document*>& values, const Document& list) {
    return std::ranges::any_of(list, [&](const Document& item) { return equals(values, item); });
}

bool operatorHolds(const Document& document, const std::string& path, const std::string& name,
                   const Document& operand) {
    const auto values = valuesAt(document, path);
    if (name == "$eq" || name == "$ne") {
        return equals(values, operand) == (name == "$eq");
    }
    if (name == "$in" || name == "$nin") {
        return isIn(values, operand) == (name == "$in");
    }
    if (name == "$gt") {
        return orders(values, operand, [](int order) { return order > 0; });
    }
    if (name == "$gte") {
        return orders(values, operand, [](int order) { return order >= 0; });
    }
    if (name == "$lt") {
        return orders(values, operand, [](int order) { return order < 0; });
    }
    if (name == "$lte") {
        return orders(values, operand, [](int order) { return order <= 0; });
    }
    if (name == "$exists") {
        const bool isWanted =
            operand.is_boolean() ? operand.get<bool>() : !operand.is_null() && operand != 0;
        return values.empty() != isWanted;
    }
    if (name == "$size") {
        return std::ranges::any_of(values, [&operand](const Document* value) {
            return value->is_array() && operand == value->size();
        });
    }
    return !holds(document, path, operand); // $not
}

bool holds(const Document& document, const std::string& path, const Document& condition) {
    if (!isOperators(condition)) {
        return equals(valuesAt(document, path), condition);
    }
    for (const auto& [name, operand] : condition.items()) {
        if (!operatorHolds(document, path, name, operand)) {
            return false;
        }
    }
    return true;
}

std::optional<std::size_t> indexOf(std::string_view text) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    const bool isIndex = error == std::errc() && end == text.data() + text.size();
    return isIndex ? std::optional(index) : std::nullopt;
}

/// Null when `value` has no such member or element.
const Document* step(const Document& value, std::string_view name) {
    if (value.is_object()) {
        const auto found = value.find(std::string(name));
        return found == value.end() ? nullptr : &*found;
    }
    const auto index = value.is_array() ? indexOf(name) : std::nullopt;
    return index && *index < value.size() ? &value[*index] : nullptr;
}

void collect(const Document& value, std::string_view path, std::vector<const Document*>& found) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string_view rest = path.substr(std::min(dot + 1, path.size()));
    if (const Document* next = step(value, path.substr(0, dot))) {
        if (dot == path.size()) {
            found.push_back(next);
        } else {
            collect(*next, rest, found);
        }
    }
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        if (value[i].is_object()) {
            collect(value[i], path, found);
        }
    }
}

} // namespace

std::optional<Error> problemOf(const Document& filter) {
    return problemOfFilter(filter, "");
}

bool matches(const Document& document, const Document& filter) {
    const auto fits = [&document](const Document& branch) { return matches(document, branch); };
    for (const auto& [name, condition] : filter.items()) {
        const bool isTrue = name == "$and"  ? std::ranges::all_of(condition, fits)
                            : name == "$or" ? std::ranges::any_of(condition, fits)
                                            : holds(document, name, condition);
        if (!isTrue) {
            return false;
        }
    }
    return true;
}

const Document* find(const Document& document, std::string_view path) {
    const Document* value = &document;
    while (value != nullptr && !path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        value = step(*value, path.substr(0, dot));
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return value;
}

std::vector<const Document*> valuesAt(const Document& document, std::string_view path) {
    std::vector<const Document*> found;
    collect(document, path, found);
    return found;
}

int compare(const Document& left, const Document& right) {
    if (rankOf(left) != rankOf(right)) {
        return sign(rankOf(left) < rankOf(right), rankOf(left) > rankOf(right));
    }
    if (left.is_number()) {
        return sign(left < right, right < left);
    }
    if (left.is_object()) {
        const std::string leftText = textOf(left);
        const std::string rightText = textOf(right);
        return sign(leftText < rightText, rightText < leftText);
    }
    return sign(left < right, right < left);
}

std::string textOf(const Document& value) {
    return value.dump(-1, ' ', false, Document::error_handler_t::replace);
}

bool isSame(const Document& left, const Document& right) {
    return rankOf(left) == rankOf(right) && compare(left, right) == 0;
}

} // namespace roundtrip::documents
