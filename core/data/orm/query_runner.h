#pragma once

#include "core/data/orm/compiled_query.h"
#include "core/data/sqlite_database.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

/// One statement that was sent.
struct StatementRun {
    std::string sql;
    nlohmann::json values; ///< of its parameters, by name
    std::uint32_t vmSteps = 0;
    std::int64_t changedRows = 0;
    std::int64_t rows = 0;
    std::vector<std::string> rowsRead; ///< as in QueryResult
    std::vector<std::string> rowsChanged;
    std::string changeset;
};

/// What a query gave and what it took.
struct QueryRun {
    nlohmann::ordered_json result;
    std::vector<StatementRun> statements;
};

/// Runs one statement somewhere and gives its result; "BEGIN" and "COMMIT" are statements too.
using StatementSender = std::function<tl::expected<QueryResult, Error>(
    const std::string& sql, const nlohmann::json& values)>;

/// Runs a compiled query; `values` is an object with a member for each placeholder.
///
/// Errors: "orm-missing-value" {placeholder}, those of boundValue, "orm-does-not-exist" {model},
/// "orm-multiple-objects" {model, how many, "20+" for more}, "orm-index-out-of-range",
/// "orm-protected" {model, the protecting Model.field}, "sql-failed" {SQLite's words}.
tl::expected<QueryRun, Error> run(SqliteDatabase& database, const CompiledQuery& query,
                                  const nlohmann::json& values = nlohmann::json::object());
tl::expected<QueryRun, Error> run(const StatementSender& sender, const CompiledQuery& query,
                                  const nlohmann::json& values);

/// Parses, compiles and runs.
tl::expected<QueryRun, Error> runQuery(SqliteDatabase& database, const Schema& schema,
                                       std::string_view expression,
                                       const nlohmann::json& values = nlohmann::json::object());

/// Runs a query for objects and then, as a template would that touches `row.relation` in a loop,
/// fetches that relation for each row by a query of its own: N+1. A relation that the query has
/// fetched already costs none. Errors beside those of `run`: "orm-not-a-relation" {name, nearest}.
tl::expected<QueryRun, Error> runLazily(SqliteDatabase& database, const CompiledQuery& query,
                                        std::string_view relation,
                                        const nlohmann::json& values = nlohmann::json::object());
tl::expected<QueryRun, Error> runLazily(const StatementSender& sender, const CompiledQuery& query,
                                        std::string_view relation, const nlohmann::json& values);

} // namespace roundtrip::orm
