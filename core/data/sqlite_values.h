#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

struct sqlite3_stmt;
struct sqlite3_value;

namespace roundtrip {

/// SQLite's integer, real, text and null as JSON; a blob becomes "x'..'" text.
[[nodiscard]] nlohmann::json jsonOf(sqlite3_value* value);

/// Binds every `:name` of the statement to the member `name` of `values`; with `values` null,
/// parameters stay NULL (enough for a query plan). Errors: "sql-missing-value" {name}.
tl::expected<void, Error> bindValues(sqlite3_stmt* statement, const nlohmann::json& values);

} // namespace roundtrip
