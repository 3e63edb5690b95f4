#pragma once

#include "core/kernel/error.h"
#include "core/web/template_filters.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// A constant or a dotted name.
struct TemplateOperand {
    std::vector<std::string> path; ///< empty for a constant
    nlohmann::json constant;
    bool safe = false; ///< Django trusts the texts that a template's author writes
};

/// "user.name|default:'nobody'|upper".
struct TemplateExpression {
    struct Call {
        const TemplateFilter* filter = nullptr;
        std::optional<TemplateOperand> argument;
    };
    TemplateOperand operand;
    std::vector<Call> calls;
    std::string text;
};

/// Errors: "template-bad-expression" {text, rest}, "template-unknown-filter" {name},
/// "template-filter-arguments" {name}, "template-bad-name" {name}.
tl::expected<TemplateExpression, Error> parseTemplateExpression(std::string_view text);

/// A tree of `and`, `or`, `not`, `in`, `is` and comparisons, as django/template/smartif.py.
struct TemplateCondition {
    enum class Operator {
        value,
        disjunction,
        conjunction,
        negation,
        in,
        notIn,
        is,
        isNot,
        equal,
        unequal,
        greater,
        greaterOrEqual,
        less,
        lessOrEqual
    };
    Operator op = Operator::value;
    TemplateExpression expression;
    std::vector<TemplateCondition> operands;
};

/// Errors as above, and "template-bad-if" {word}.
tl::expected<TemplateCondition, Error>
parseTemplateCondition(const std::vector<std::string_view>& words);

/// Python's comparison of two values; false where it raises.
[[nodiscard]] bool compareValues(TemplateCondition::Operator op, const nlohmann::json& a,
                                 const nlohmann::json& b);

/// Cuts at spaces that stand in no quotes.
[[nodiscard]] std::vector<std::string_view> splitTemplateTag(std::string_view text);

} // namespace roundtrip
