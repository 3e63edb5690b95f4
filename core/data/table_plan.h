#pragma once

#include "core/data/sqlite_database.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// A column of a table that is made and filled at the start.
struct PlannedColumn {
    /// What stands in its rows.
    enum class Content {
        key,       ///< 1, 2, 3 ...: the table's INTEGER PRIMARY KEY
        person,    ///< "Ada Bauer"
        email,     ///< "ada.bauer7@example.com"; each is another
        city,      ///< "Oslo"
        words,     ///< two to four words
        number,    ///< a whole number from `least` to `most`
        price,     ///< an amount from `least` to `most`, with two decimals
        day,       ///< "2026-01-31", from day `least` to day `most` since 1970-01-01
        oneOf,     ///< one of `choices`
        yes,       ///< 1 in that `share` of the rows, else 0
        reference, ///< the key of some row of `table`
    };
    std::string name;
    Content content = Content::words;
    double least = 0;
    double most = 0;
    double share = 0; ///< 0 to 1
    std::vector<std::string> choices;
    std::string table;
    double emptyShare = 0; ///< of the rows, 0 to 1, where it is NULL
    bool isUnique = false;
    bool isIndexed = false;

    friend bool operator==(const PlannedColumn&, const PlannedColumn&) = default;
};

struct PlannedTable {
    std::string name;
    std::int64_t rows = 0;
    std::vector<PlannedColumn> columns; ///< one of them is the key

    friend bool operator==(const PlannedTable&, const PlannedTable&) = default;
};

/// At most, in all tables together.
inline constexpr std::int64_t kMostPlannedRows = 200'000;

/// Reads tables as a document has them: [{"name": "orders", "rows": 500, "columns": "id: key\n
/// user_id: any of users\ntotal: price from 5 to 90, indexed"}]. A line for each column: its name,
/// a colon, what it holds, and behind commas unique, indexed or "empty in 10 %". What is wrong is
/// appended to `problems`: those of JsonObject, "table-name" {name}, "table-twice" {name},
/// "column-line" {number, line}, "column-twice" {name}, "column-range" {number, line},
/// "column-not-unique" {name}, "table-no-key" {table}, "unknown-table" {name, nearest} for what is
/// neither `users` nor a table before it, "too-many-rows" {most}.
[[nodiscard]] std::vector<PlannedTable> readTables(const nlohmann::json& json, Problems& problems);

/// CREATE TABLE, and CREATE INDEX for what is indexed.
[[nodiscard]] std::string createStatement(const PlannedTable& table);

/// Makes the tables and fills them. The same seed gives the same rows on every machine, and each
/// column draws for itself: another one beside it changes none of its values. The table `users` is
/// there. Errors: "sql-failed" {SQLite's words}.
tl::expected<void, Error> makeTables(SqliteDatabase& database,
                                     const std::vector<PlannedTable>& tables, std::uint64_t seed);

} // namespace roundtrip
