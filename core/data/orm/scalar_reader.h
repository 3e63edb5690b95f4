#pragma once

#include "core/data/orm/query_expression.h"
#include "core/data/orm/syntax.h"

#include <optional>
#include <string>

namespace roundtrip::orm {

/// The text that the node is; none when it is something else.
[[nodiscard]] std::optional<std::string> readText(const SyntaxNode& node);
/// A path for order_by: "-age" or F("age").desc().
[[nodiscard]] std::optional<std::string> readOrdering(const SyntaxNode& node);

/// A value, list, F, aggregate or arithmetic. Errors: "orm-unknown-function" {name, nearest},
/// "orm-bad-argument" {function}, "orm-bad-value" ... as of parseQuery.
tl::expected<Scalar, Error> readScalar(const SyntaxNode& node);

/// A lookup `name=value`, or Q objects joined by & | ~.
tl::expected<Condition, Error> readCondition(const SyntaxNode& node);

/// The bound of a slice, or none for None: a whole number from 0, or a placeholder.
tl::expected<std::optional<Scalar>, Error> readBound(const SyntaxNode& node);

/// Sorts the lookups behind the conditions given as Q objects by their names, as Django does.
void sortLookups(Condition& condition);

} // namespace roundtrip::orm
