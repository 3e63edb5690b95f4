#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <string>

struct sqlite3_stmt;
struct sqlite3_value;

namespace roundtrip {

/// SQLite's integer, real, text and null as JSON; a blob becomes "x'..'" text.
[[nodiscard]] nlohmann::json jsonOf(sqlite3_value* value);

/// Binds every `:name` of the statement to the member `name` of `values`; with `values` null,
/// parameters stay NULL (enough for a query plan). Errors: "sql-missing-value" {name}.
tl::expected<void, Error> bindValues(sqlite3_stmt* statement, const nlohmann::json& values);

/// How a database says an error of SqliteDatabase: SQLite's own words for what it refuses; else the
/// code and its arguments, one a line.
[[nodiscard]] std::string wordsOf(const Error& error);
/// The error that such words say; "sql-failed" for SQLite's own.
[[nodiscard]] Error errorOfWords(const std::string& words);

} // namespace roundtrip
