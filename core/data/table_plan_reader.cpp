#include "core/data/table_plan.h"
#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <utility>

namespace roundtrip {

namespace {

using Content = PlannedColumn::Content;

constexpr std::size_t kMostColumns = 60;
constexpr double kLargest = 1e12; // of a number in a column, either side of zero

std::optional<double> numberIn(std::string_view text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole && std::abs(number) <= kLargest ? std::optional(number) : std::nullopt;
}

/// "2026-01-31" as days since 1970-01-01.
std::optional<double> dayIn(std::string_view text) {
    const auto part = [&text](std::size_t from, std::size_t count) {
        int number = -1;
        std::from_chars(text.data() + from, text.data() + from + count, number);
        return number;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const std::chrono::year_month_day day{std::chrono::year(part(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(part(8, 2)))};
    return day.ok() ? std::optional(static_cast<double>(
                          std::chrono::sys_days(day).time_since_epoch().count()))
                    : std::nullopt;
}

/// "20 %" or "20%"
std::optional<double> shareIn(std::string_view text) {
    if (text.empty() || text.back() != '%') {
        return std::nullopt;
    }
    const auto percent = numberIn(trimmed(text.substr(0, text.size() - 1)));
    return percent && *percent >= 0 && *percent <= 100 ? std::optional(*percent / 100)
                                                       : std::nullopt;
}

std::vector<std::string_view> partsOf(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        parts.push_back(trimmed(cutPart(text, ',')));
    }
    return parts;
}

bool isSqlName(std::string_view name) {
    return !name.empty() && name.size() <= 60 && std::ranges::all_of(name, isWordLetter) &&
           (name.front() < '0' || name.front() > '9');
}

/// Cuts `begin` off; false when the text begins with something else.
bool cutBegin(std::string_view& text, std::string_view begin) {
    if (!text.starts_with(begin)) {
        return false;
    }
    text.remove_prefix(begin.size());
    return true;
}

/// "from A to B"; false when that is not what stands there.
bool readRange(std::string_view text, PlannedColumn& column) {
    const auto read = column.content == Content::day ? dayIn : numberIn;
    const std::size_t middle = text.find(" to ");
    if (!cutBegin(text, "from ") || middle == std::string_view::npos) {
        return false;
    }
    const std::size_t to = text.find(" to ");
    const auto least = read(trimmed(text.substr(0, to)));
    const auto most = read(trimmed(text.substr(to + 4)));
    column.least = least.value_or(0);
    column.most = most.value_or(0);
    return least && most;
}

bool readContent(std::string_view text, PlannedColumn& column) {
    constexpr std::pair<std::string_view, Content> kPlain[]{{"key", Content::key},
                                                            {"person", Content::person},
                                                            {"email", Content::email},
                                                            {"city", Content::city},
                                                            {"words", Content::words}};
    for (const auto& [word, content] : kPlain) {
        if (text == word) {
            column.content = content;
            return true;
        }
    }
    constexpr std::pair<std::string_view, Content> kRanges[]{
        {"number ", Content::number}, {"price ", Content::price}, {"day ", Content::day}};
    for (const auto& [word, content] : kRanges) {
        if (cutBegin(text, word)) {
            column.content = content;
            return readRange(trimmed(text), column);
        }
    }
    if (cutBegin(text, "yes in ")) {
        column.content = Content::yes;
        const auto share = shareIn(trimmed(text));
        column.share = share.value_or(0);
        return share.has_value();
    }
    if (cutBegin(text, "any of ")) {
        column.content = Content::reference;
        column.table = std::string(trimmed(text));
        return isSqlName(column.table);
    }
    if (cutBegin(text, "one of ")) {
        column.content = Content::oneOf;
        column.choices.emplace_back(trimmed(text));
        return !column.choices.back().empty();
    }
    return false;
}

/// What stands behind a comma: a wish, or another choice.
bool readWish(std::string_view text, PlannedColumn& column) {
    if (text == "unique") {
        column.isUnique = true;
    } else if (text == "indexed") {
        column.isIndexed = true;
    } else if (cutBegin(text, "empty in ")) {
        const auto share = shareIn(trimmed(text));
        column.emptyShare = share.value_or(0);
        return share.has_value();
    } else if (column.content == Content::oneOf && !text.empty()) {
        column.choices.emplace_back(text);
    } else {
        return false;
    }
    return true;
}

std::optional<PlannedColumn> readColumn(std::string_view line) {
    PlannedColumn column;
    const std::size_t colon = line.find(':');
    column.name = std::string(trimmed(line.substr(0, colon)));
    if (colon == std::string_view::npos || !isSqlName(column.name)) {
        return std::nullopt;
    }
    const auto parts = partsOf(line.substr(colon + 1));
    if (parts.empty() || !readContent(parts.front(), column)) {
        return std::nullopt;
    }
    const bool isRead = std::all_of(parts.begin() + 1, parts.end(),
                                    [&column](auto part) { return readWish(part, column); });
    return isRead ? std::optional(std::move(column)) : std::nullopt;
}

/// Whether there are as many different values as rows.
bool canBeUnique(const PlannedColumn& column, std::int64_t rows) {
    return column.content == Content::key || column.content == Content::email ||
           (column.content == Content::number &&
            column.most - column.least + 1 >= static_cast<double>(rows));
}

void readColumns(JsonObject& object, PlannedTable& table) {
    const std::string text = object.requiredText("columns");
    std::string_view left = text;
    for (std::size_t number = 1; !left.empty(); ++number) {
        const std::string_view line = trimmed(cutPart(left, '\n'), " \t\r");
        if (line.empty()) {
            continue;
        }
        auto column = readColumn(line);
        const std::string at = fmt::format("{}", number);
        if (!column || table.columns.size() == kMostColumns) {
            object.report("column-line", {at, std::string(line)}, "columns");
            continue;
        }
        if (column->least > column->most) {
            object.report("column-range", {at, std::string(line)}, "columns");
        }
        if (column->isUnique && !canBeUnique(*column, table.rows)) {
            object.report("column-not-unique", {column->name}, "columns");
        }
        const bool isTwice = std::ranges::any_of(table.columns, [&](const PlannedColumn& other) {
            return equalsIgnoringCase(other.name, column->name);
        });
        if (isTwice) {
            object.report("column-twice", {column->name}, "columns");
        }
        table.columns.push_back(*std::move(column));
    }
    if (std::ranges::count(table.columns, Content::key, &PlannedColumn::content) != 1) {
        object.report("table-no-key", {table.name}, "columns");
    }
}

PlannedTable readTable(JsonObject& object, const std::vector<PlannedTable>& before) {
    object.allowOnly({"name", "rows", "columns"});
    PlannedTable table;
    table.name = object.requiredText("name");
    table.rows = object.integer("rows", 100, 0, kMostPlannedRows);
    std::vector<std::string> known{"users"};
    std::ranges::transform(before, std::back_inserter(known), &PlannedTable::name);
    if (!table.name.empty() && !isSqlName(table.name)) {
        object.report("table-name", {table.name}, "name");
    }
    if (std::ranges::any_of(known, [&table](const std::string& other) {
            return equalsIgnoringCase(other, table.name);
        })) {
        object.report("table-twice", {table.name}, "name");
    }
    readColumns(object, table);
    for (const PlannedColumn& column : table.columns) {
        const bool isKnown =
            column.table.empty() || std::ranges::find(known, column.table) != known.end();
        if (!isKnown) {
            object.report("unknown-table", {column.table, nearestWord(column.table, known)},
                          "columns");
        }
    }
    return table;
}

} // namespace

std::vector<PlannedTable> readTables(const nlohmann::json& json, Problems& problems) {
    std::vector<PlannedTable> tables;
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, ""});
        return tables;
    }
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < json.size(); ++i) {
        JsonObject object(json[i], fmt::format("/{}", i), problems);
        if (object.isObject()) {
            tables.push_back(readTable(object, tables));
            rows += tables.back().rows;
        }
    }
    if (rows > kMostPlannedRows) {
        problems.push_back({"too-many-rows", {fmt::format("{}", kMostPlannedRows)}, ""});
    }
    return tables;
}

} // namespace roundtrip
