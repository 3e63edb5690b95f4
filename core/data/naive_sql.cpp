#include "core/data/naive_sql.h"

#include "core/kernel/placeholders.h"

#include <sqlite3.h>

#include <algorithm>
#include <vector>

namespace roundtrip {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

/// What is left of the text behind spaces and comments.
std::string_view withoutComments(std::string_view text) {
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
        if (!text.starts_with("--") && !text.starts_with("/*")) {
            return text;
        }
        const std::string_view end = text.starts_with("--") ? "\n" : "*/";
        const auto at = text.find(end, 2);
        text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
    }
}

/// Cuts behind each statement, by SQLite's own judgement of what a complete one is.
std::vector<std::string> splitStatements(const std::string& sql) {
    std::vector<std::string> statements;
    std::string current;
    for (const char letter : sql) {
        current += letter;
        if (letter == ';' && sqlite3_complete(current.c_str()) != 0) {
            statements.push_back(std::move(current));
            current.clear();
        }
    }
    statements.push_back(std::move(current));
    std::erase_if(statements,
                  [](const std::string& statement) { return withoutComments(statement).empty(); });
    return statements;
}

} // namespace

std::string pasteValues(std::string_view sqlTemplate, const nlohmann::json& values) {
    return filledIn(sqlTemplate, values, PlaceholderNames::anything);
}

NaiveResult runNaively(SqliteDatabase& database, std::string_view sqlTemplate,
                       const nlohmann::json& values) {
    NaiveResult result;
    result.sql = pasteValues(sqlTemplate, values);
    const std::vector<std::string> statements = splitStatements(result.sql);
    result.statements = statements.size();
    for (const std::string& statement : statements) {
        const bool isEmpty = withoutComments(statement) == ";";
        const tl::expected<QueryResult, Error> ran =
            isEmpty ? QueryResult{} : database.query(statement, nullptr);
        if (!ran) {
            result.error = ran.error();
            return result;
        }
        for (const nlohmann::ordered_json& row : ran->rows) {
            result.rows.push_back(row);
        }
        ++result.completed;
        result.vmSteps += ran->vmSteps;
        result.changedRows += ran->changedRows;
    }
    return result;
}

} // namespace roundtrip
