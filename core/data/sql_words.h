#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// The first word of a statement, a run of letters, digits and underscores behind spaces and
/// opening brackets: "SELECT" of "(SELECT*FROM t)". Empty when something else stands there.
[[nodiscard]] std::string_view firstSqlWord(std::string_view sql);

/// Whether the first word is `word`, in capitals or not.
[[nodiscard]] bool startsWithSqlWord(std::string_view sql, std::string_view word);

/// Whether `word` stands anywhere as a whole word, also inside quotes; in capitals or not.
[[nodiscard]] bool containsSqlWord(std::string_view sql, std::string_view word);

/// The statements of a script, each with its semicolon if it has one; what stands in quotes,
/// comments and triggers separates nothing. Without those that say nothing.
[[nodiscard]] std::vector<std::string> statementsOf(std::string_view script);

} // namespace roundtrip
