#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace roundtrip {

/// What one statement did.
struct QueryResult {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array(); ///< an object per row
    std::uint32_t vmSteps = 0; ///< SQLITE_STMTSTATUS_VM_STEP: deterministic
    std::int64_t changedRows = 0;
    std::string changeset;                ///< binary, invertible; empty when nothing changed
    std::vector<std::string> rowsRead;    ///< "users#123"; the first 16 rows with an integer id
    std::vector<std::string> rowsChanged; ///< the same for rows written
};

/// A real SQLite database, owned by one node (in memory) or one store (a file) and used on one
/// thread.
class SqliteDatabase {
  public:
    /// In memory.
    SqliteDatabase();
    /// A file, made when there is none. Error: "sql-failed" {SQLite's words}.
    static tl::expected<std::unique_ptr<SqliteDatabase>, Error> open(const std::string& path);
    ~SqliteDatabase();
    SqliteDatabase(const SqliteDatabase&) = delete;
    SqliteDatabase& operator=(const SqliteDatabase&) = delete;

    /// Runs a script of statements without parameters. Errors: "sql-failed" {SQLite's words}.
    tl::expected<void, Error> run(const std::string& script);

    /// Starts to record changesets; rows changed before are not in any.
    void watchChanges();

    /// Runs one statement. `values` is an object: `:name` in the SQL takes the member `name`; of
    /// the rows read, at most `rowsNamed` are named. Statements are prepared once. Errors:
    /// "sql-failed", "sql-missing-value" {name}, "sql-several-statements".
    tl::expected<QueryResult, Error> query(std::string_view sql, const nlohmann::json& values,
                                           std::size_t rowsNamed = 16);

    /// False when the statement may write; also for one that SQLite refuses.
    [[nodiscard]] bool isReadOnly(std::string_view sql);

    /// Does what a changeset of this database's tables says; where a row is not as it expects, the
    /// changeset wins. Is not recorded as a change itself. Error: "sql-failed" {SQLite's words}: a
    /// constraint stands against it, and nothing was done.
    tl::expected<void, Error> apply(std::string_view changeset);

    /// Room for that many pages of 4 KiB and no more, as on a disk that gets full; 0: as many as it
    /// needs. What needs one more fails: "sql-failed" {"database or disk is full"}.
    void limitPages(std::int64_t pages);
    [[nodiscard]] std::int64_t pages();

    /// While it lives, there is room without limit.
    class Room {
      public:
        explicit Room(SqliteDatabase& database) : database_(database) { database_.limit(0); }
        ~Room() { database_.limit(database_.mostPages_); }
        Room(const Room&) = delete;
        Room& operator=(const Room&) = delete;

      private:
        SqliteDatabase& database_;
    };

    /// While it lives, whatever is done to the database will be undone at its end.
    class TemporaryView {
      public:
        explicit TemporaryView(SqliteDatabase& database);
        ~TemporaryView();
        TemporaryView(const TemporaryView&) = delete;
        TemporaryView& operator=(const TemporaryView&) = delete;

      private:
        SqliteDatabase& database_;
    };

    /// Runs one statement as `query` does, without making a changeset: `rowsChanged` names all rows
    /// by their integer keys. Much cheaper for who needs no more.
    tl::expected<QueryResult, Error> queryNamingRows(std::string_view sql,
                                                     const nlohmann::json& values);

    /// The tables that a statement reads and writes, and the functions that it calls; empty for one
    /// that SQLite refuses.
    struct Tables {
        std::set<std::string> read;
        std::set<std::string> written;
        std::set<std::string> functions;
    };
    [[nodiscard]] Tables tablesOf(const std::string& sql);

    /// Names of tables without a primary key: no changeset holds what changes in them.
    [[nodiscard]] std::set<std::string> tablesWithoutKey();

    /// Whether the table has one key column, an integer, so that a row's number is its key.
    [[nodiscard]] bool hasIntegerKey(const std::string& table);

    /// All of it, as a file would hold it, and back; what was in it before is gone. Changes are
    /// watched from then on. Error: "sql-failed" {SQLite's words}.
    [[nodiscard]] std::string image();
    tl::expected<void, Error> load(std::string_view image);

    /// Notes in `result` what was changed since the last statement that `query` ran: for statements
    /// that ran by other ways.
    void takeChanges(QueryResult& result);

    /// SQLite's EXPLAIN QUERY PLAN, one line per step, indented by depth.
    tl::expected<std::string, Error> queryPlan(std::string_view sql);

    /// How many rows the table has; 0 when there is no such table.
    [[nodiscard]] std::int64_t rowCount(const std::string& table) const;

  private:
    explicit SqliteDatabase(sqlite3* handle);
    static void forgoStatistics();
    void limit(std::int64_t pages);
    /// As `query`, without its changes.
    tl::expected<QueryResult, Error> execute(std::string_view sql, const nlohmann::json& values,
                                             std::size_t rowsNamed);
    tl::expected<sqlite3_stmt*, Error> prepared(std::string_view sql);
    [[nodiscard]] Error lastError(std::string_view sql) const;

    struct StatementDeleter {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, StatementDeleter>;
    struct Session;

    sqlite3* handle_ = nullptr;
    std::unique_ptr<Session> session_;
    std::int64_t mostPages_ = 0; ///< 0: no limit
    std::unordered_map<std::string, Statement> statements_;
};

/// The simulated time of a query: a base plus so much for each virtual machine step.
struct QueryCost {
    std::int64_t baseNanoseconds = 300'000;
    std::int64_t nanosecondsPerStep = 50;

    [[nodiscard]] std::int64_t nanoseconds(std::uint32_t vmSteps) const {
        return baseNanoseconds + nanosecondsPerStep * vmSteps;
    }
};

} // namespace roundtrip
