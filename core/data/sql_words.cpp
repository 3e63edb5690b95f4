#include "core/data/sql_words.h"

#include "core/kernel/text.h"

#include <sqlite3.h>

#include <algorithm>

namespace roundtrip {

namespace {

/// Moves `sql` to its next word, whatever stands before it.
std::string_view cutWord(std::string_view& sql) {
    const auto* begin = std::ranges::find_if(sql, isWordLetter);
    const auto* end = std::find_if_not(begin, sql.end(), isWordLetter);
    const std::string_view word(begin, end);
    sql = std::string_view(end, sql.end());
    return word;
}

} // namespace

std::string_view firstSqlWord(std::string_view sql) {
    sql.remove_prefix(std::min(sql.find_first_not_of(" \t\r\n("), sql.size()));
    return sql.empty() || !isWordLetter(sql.front()) ? std::string_view() : cutWord(sql);
}

bool startsWithSqlWord(std::string_view sql, std::string_view word) {
    return equalsIgnoringCase(firstSqlWord(sql), word);
}

bool containsSqlWord(std::string_view sql, std::string_view word) {
    while (!sql.empty()) {
        if (equalsIgnoringCase(cutWord(sql), word)) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> statementsOf(std::string_view script) {
    std::vector<std::string> statements;
    const auto take = [&statements](std::string_view part) {
        const std::string_view statement = trimmed(part, " \t\r\n");
        if (!statement.empty() && statement != ";") {
            statements.emplace_back(statement);
        }
    };
    std::size_t begin = 0;
    for (std::size_t end = script.find(';'); end != std::string_view::npos;
         end = script.find(';', end + 1)) {
        const std::string so(script.substr(begin, end + 1 - begin));
        if (sqlite3_complete(so.c_str()) != 0) {
            take(so);
            begin = end + 1;
        }
    }
    take(script.substr(begin));
    return statements;
}

} // namespace roundtrip
