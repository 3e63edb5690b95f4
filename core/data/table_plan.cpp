#include "core/data/table_plan.h"

#include "core/data/people.h"
#include "core/kernel/random_stream.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <numeric>
#include <utility>

namespace roundtrip {

namespace {

using Content = PlannedColumn::Content;

constexpr std::array<std::string_view, 24> kWords{
    "amber", "bridge", "cedar", "delta", "echo",  "forest", "garden", "harbour",
    "ivory", "jade",   "kite",  "lemon", "maple", "north",  "ocean",  "paper",
    "quiet", "river",  "stone", "tiger", "umber", "violet", "willow", "zephyr"};

std::string sqlText(std::string_view text) {
    std::string sql = "'";
    for (const char letter : text) {
        sql += letter == '\'' ? "''" : std::string(1, letter);
    }
    return sql + "'";
}

const char* typeOf(Content content) {
    switch (content) {
    case Content::key:
        return "INTEGER PRIMARY KEY";
    case Content::number:
    case Content::yes:
    case Content::reference:
        return "INTEGER";
    case Content::price:
        return "NUMERIC";
    default:
        return "TEXT";
    }
}

std::string dayText(std::int64_t days) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

/// Draws the values of one column, row by row.
class ColumnFiller {
  public:
    /// `referred`: how many rows the table has that the column refers to.
    ColumnFiller(const PlannedColumn& column, RandomStream random, std::int64_t referred)
        : column_(column), random_(random), referred_(static_cast<std::uint64_t>(referred)),
          start_(random_.bits()), step_(stepFor(range())) {}

    /// As it stands in SQL; rows count from 1.
    std::string next(std::int64_t row) {
        if (column_.emptyShare > 0 && random_.uniform() < column_.emptyShare) {
            return "NULL";
        }
        switch (column_.content) {
        case Content::key:
            return fmt::format("{}", row);
        case Content::person: {
            const PersonName person = drawPerson(random_);
            return sqlText(fmt::format("{} {}", person.first, person.last));
        }
        case Content::email: {
            const PersonName person = drawPerson(random_);
            return sqlText(fmt::format("{}.{}{}@example.com", lowered(person.first),
                                       lowered(person.last), row));
        }
        case Content::city:
            return sqlText(drawCity(random_));
        case Content::words:
            return sqlText(words());
        default:
            return number(row);
        }
    }

  private:
    [[nodiscard]] std::uint64_t range() const {
        return static_cast<std::uint64_t>(std::max(0.0, column_.most - column_.least)) + 1;
    }
    /// Steps of that width meet every number below `range` once.
    static std::uint64_t stepFor(std::uint64_t range) {
        std::uint64_t step = range * 5 / 8 + 1; // far from the one before
        while (std::gcd(step, range) != 1) {
            ++step;
        }
        return step;
    }
    std::string words() {
        std::string text;
        for (std::uint64_t left = 2 + random_.below(3); left > 0; --left) {
            text += (text.empty() ? "" : " ") + std::string(kWords[random_.below(kWords.size())]);
        }
        return text;
    }
    std::string number(std::int64_t row) {
        const auto least = static_cast<std::int64_t>(column_.least);
        switch (column_.content) {
        case Content::price: {
            constexpr double kCents = 100;
            const auto cents = static_cast<std::uint64_t>((column_.most - column_.least) * kCents);
            return fmt::format(
                "{:.2f}", column_.least + static_cast<double>(random_.below(cents + 1)) / kCents);
        }
        case Content::day:
            return sqlText(dayText(least + static_cast<std::int64_t>(random_.below(range()))));
        case Content::oneOf:
            return sqlText(column_.choices[random_.below(column_.choices.size())]);
        case Content::yes:
            return random_.uniform() < column_.share ? "1" : "0";
        case Content::reference:
            return referred_ == 0 ? "NULL" : fmt::format("{}", 1 + random_.below(referred_));
        default: {
            const std::uint64_t place =
                column_.isUnique
                    ? (start_ % range() + static_cast<std::uint64_t>(row) * step_) % range()
                    : random_.below(range());
            return fmt::format("{}", least + static_cast<std::int64_t>(place));
        }
        }
    }

    const PlannedColumn& column_;
    RandomStream random_;
    std::uint64_t referred_;
    std::uint64_t start_;
    std::uint64_t step_;
};

std::string insertStatements(const PlannedTable& table, std::vector<ColumnFiller>& fillers) {
    constexpr std::int64_t kRowsPerInsert = 500;
    std::string script;
    for (std::int64_t row = 1; row <= table.rows; ++row) {
        script += row % kRowsPerInsert == 1 ? fmt::format("INSERT INTO \"{}\" VALUES", table.name)
                                            : std::string(",");
        for (std::size_t i = 0; i < fillers.size(); ++i) {
            script += (i == 0 ? "(" : ",") + fillers[i].next(row);
        }
        script += ')';
        if (row % kRowsPerInsert == 0 || row == table.rows) {
            script += ';';
        }
    }
    return script;
}

} // namespace

std::string createStatement(const PlannedTable& table) {
    std::string sql = fmt::format("CREATE TABLE \"{}\" (", table.name);
    std::string indexes;
    for (const PlannedColumn& column : table.columns) {
        sql +=
            fmt::format("{}\"{}\" {}{}{}", &column == table.columns.data() ? "" : ", ", column.name,
                        typeOf(column.content),
                        column.content == Content::key || column.emptyShare > 0 ? "" : " NOT NULL",
                        column.isUnique ? " UNIQUE" : "");
        if (!column.table.empty()) {
            sql += fmt::format(" REFERENCES \"{}\"", column.table);
        }
        if (column.isIndexed) {
            indexes += fmt::format(" CREATE INDEX \"{0}_{1}\" ON \"{0}\" (\"{1}\");", table.name,
                                   column.name);
        }
    }
    return sql + ");" + indexes;
}

tl::expected<void, Error> makeTables(SqliteDatabase& database,
                                     const std::vector<PlannedTable>& tables, std::uint64_t seed) {
    std::map<std::string, std::int64_t> rows{{"users", database.rowCount("users")}};
    for (const PlannedTable& table : tables) {
        std::vector<ColumnFiller> fillers;
        fillers.reserve(table.columns.size());
        for (const PlannedColumn& column : table.columns) {
            fillers.emplace_back(column, RandomStream(seed, table.name, "column " + column.name),
                                 rows[column.table]);
        }
        auto made = database.run("BEGIN;" + createStatement(table) +
                                 insertStatements(table, fillers) + "COMMIT;");
        if (!made) {
            return made;
        }
        rows[table.name] = table.rows;
    }
    return {};
}

} // namespace roundtrip
