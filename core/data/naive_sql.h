#pragma once

#include "core/data/sqlite_database.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roundtrip {

/// What a string-built query did.
struct NaiveResult {
    std::string sql;                                               ///< with the values pasted in
    nlohmann::ordered_json rows = nlohmann::ordered_json::array(); ///< of every statement, in turn
    std::size_t statements = 0; ///< how many stand in the text, empty ones too; more than the
                                ///< template's own are stacked
    std::size_t completed = 0;  ///< how many of them ran
    std::optional<Error> error; ///< "sql-failed" {SQLite's words}, said of the first that cannot
    std::uint32_t vmSteps = 0;
    std::int64_t changedRows = 0;
};

/// The text with each `{name}` replaced by the member `name` of `values` as it stands, nothing
/// escaped: the mistake that SQL injection lives on. Unknown names stay.
[[nodiscard]] std::string pasteValues(std::string_view sqlTemplate, const nlohmann::json& values);

/// Pastes the values and runs all the statements that come of it, as a naive driver would, up to
/// the first that fails.
NaiveResult runNaively(SqliteDatabase& database, std::string_view sqlTemplate,
                       const nlohmann::json& values);

} // namespace roundtrip
