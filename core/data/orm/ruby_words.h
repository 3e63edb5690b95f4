#pragma once

#include "core/data/orm/query_expression.h"

#include <string>

namespace roundtrip::orm {

/// A value as Ruby writes it; a placeholder is a variable.
[[nodiscard]] std::string rubyLiteral(const Scalar& scalar);

/// A pattern for LIKE; of a placeholder it is put together when the query runs.
[[nodiscard]] std::string likePattern(const std::string& lookup, const Scalar& value);

/// What stands for the lookup in a hash, such as `18..` in `where(age: 18..)`; empty when only SQL
/// text can say it.
[[nodiscard]] std::string rubyHashValue(const std::string& lookup, const Scalar& value);

} // namespace roundtrip::orm
