#include "core/data/sqlite_database.h"

#include "core/data/changeset.h"
#include "core/data/sqlite_values.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <new>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kChangesNamed = 16;
constexpr std::size_t kStatementsKept = 256;

/// "users#123" when the row has an integer column "id" that comes from a table.
void nameRow(sqlite3_stmt* statement, QueryResult& result, std::size_t most) {
    if (result.rowsRead.size() >= most) {
        return;
    }
    const int columns = sqlite3_column_count(statement);
    for (int column = 0; column < columns; ++column) {
        const char* table = sqlite3_column_table_name(statement, column);
        const char* origin = sqlite3_column_origin_name(statement, column);
        const bool isNumber = sqlite3_column_type(statement, column) == SQLITE_INTEGER;
        if (table != nullptr && origin != nullptr && isNumber && std::string_view(origin) == "id") {
            result.rowsRead.push_back(
                fmt::format("{}#{}", table, sqlite3_column_int64(statement, column)));
            return;
        }
    }
}

nlohmann::ordered_json currentRow(sqlite3_stmt* statement) {
    nlohmann::ordered_json row = nlohmann::ordered_json::object();
    const int columns = sqlite3_column_count(statement);
    for (int column = 0; column < columns; ++column) {
        row[sqlite3_column_name(statement, column)] =
            jsonOf(sqlite3_column_value(statement, column));
    }
    return row;
}

} // namespace

/// Records what statements change between two calls of `take`.
struct SqliteDatabase::Session {
    explicit Session(sqlite3* handle) : database(handle) { open(); }
    ~Session() { sqlite3session_delete(session); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void open() {
        sqlite3session_create(database, "main", &session);
        sqlite3session_attach(session, nullptr);
    }
    [[nodiscard]] std::string take() {
        int size = 0;
        void* bytes = nullptr;
        sqlite3session_changeset(session, &size, &bytes);
        std::string changeset(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
        sqlite3_free(bytes);
        forget();
        return changeset;
    }
    void forget() {
        if (sqlite3session_isempty(session) == 0) {
            sqlite3session_delete(session);
            open();
        }
    }
    /// While it lives, changes go unrecorded.
    class Pause {
      public:
        explicit Pause(Session* session) : session_(session) { enable(0); }
        ~Pause() { enable(1); }
        Pause(const Pause&) = delete;
        Pause& operator=(const Pause&) = delete;

      private:
        void enable(int isOn) const {
            if (session_ != nullptr) {
                sqlite3session_enable(session_->session, isOn);
            }
        }
        Session* session_;
    };

    sqlite3* database;
    sqlite3_session* session = nullptr;
};

void SqliteDatabase::StatementDeleter::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

/// SQLite counts the memory it uses, under a lock at each allocation; nobody asks.
void SqliteDatabase::forgoStatistics() {
    static const int kDone = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)kDone;
}

SqliteDatabase::SqliteDatabase() {
    forgoStatistics();
    if (sqlite3_open_v2(":memory:", &handle_,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK) {
        throw std::bad_alloc();
    }
}

SqliteDatabase::SqliteDatabase(sqlite3* handle) : handle_(handle) {}

tl::expected<std::unique_ptr<SqliteDatabase>, Error> SqliteDatabase::open(const std::string& path) {
    forgoStatistics();
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(handle));
    if (code != SQLITE_OK) {
        return tl::unexpected(database->lastError(path));
    }
    return database;
}

SqliteDatabase::~SqliteDatabase() {
    statements_.clear();
    session_.reset();
    sqlite3_close(handle_);
}

Error SqliteDatabase::lastError(std::string_view sql) const {
    return {"sql-failed", {sqlite3_errmsg(handle_)}, std::string(sql)};
}

tl::expected<void, Error> SqliteDatabase::run(const std::string& script) {
    if (sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return tl::unexpected(lastError(script));
    }
    return {};
}

void SqliteDatabase::watchChanges() {
    session_ = std::make_unique<Session>(handle_);
}

tl::expected<sqlite3_stmt*, Error> SqliteDatabase::prepared(std::string_view sql) {
    std::string key(sql);
    if (const auto found = statements_.find(key); found != statements_.end()) {
        return found->second.get();
    }
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    if (sqlite3_prepare_v3(handle_, key.c_str(), static_cast<int>(key.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, &tail) != SQLITE_OK) {
        return tl::unexpected(lastError(sql));
    }
    Statement owned(statement);
    if (statement == nullptr) {
        return tl::unexpected(Error{"sql-failed", {"empty statement"}, key});
    }
    if (std::string_view(tail).find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        return tl::unexpected(Error{"sql-several-statements", {}, key});
    }
    if (statements_.size() >= kStatementsKept) {
        statements_.clear();
    }
    return statements_.emplace(std::move(key), std::move(owned)).first->second.get();
}

tl::expected<QueryResult, Error>
SqliteDatabase::query(std::string_view sql, const nlohmann::json& values, std::size_t rowsNamed) {
    auto result = execute(sql, values, rowsNamed);
    if (result && result->changedRows > 0) {
        takeChanges(*result);
    }
    return result;
}

tl::expected<QueryResult, Error>
SqliteDatabase::execute(std::string_view sql, const nlohmann::json& values, std::size_t rowsNamed) {
    const auto statement = prepared(sql);
    if (!statement) {
        return tl::unexpected(statement.error());
    }
    sqlite3_reset(*statement);
    sqlite3_clear_bindings(*statement);
    sqlite3_stmt_status(*statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    if (auto bound = bindValues(*statement, values); !bound) {
        return tl::unexpected(bound.error());
    }
    QueryResult result;
    const int changedBefore = sqlite3_total_changes(handle_);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(*statement)) == SQLITE_ROW) {
        nameRow(*statement, result, rowsNamed);
        result.rows.push_back(currentRow(*statement));
    }
    if (code != SQLITE_DONE) {
        Error error = lastError(sql);
        sqlite3_reset(*statement);
        return tl::unexpected(std::move(error));
    }
    result.vmSteps =
        static_cast<std::uint32_t>(sqlite3_stmt_status(*statement, SQLITE_STMTSTATUS_VM_STEP, 0));
    sqlite3_reset(*statement);
    result.changedRows = sqlite3_total_changes(handle_) - changedBefore;
    return result;
}

namespace {

/// Nothing that a view or another database needs may fail for a row that is not as it was.
int preferChangeset(void* /*context*/, int conflict, sqlite3_changeset_iter* /*change*/) {
    switch (conflict) {
    case SQLITE_CHANGESET_DATA:
    case SQLITE_CHANGESET_CONFLICT:
        return SQLITE_CHANGESET_REPLACE;
    case SQLITE_CHANGESET_NOTFOUND:
        return SQLITE_CHANGESET_OMIT;
    default:
        return SQLITE_CHANGESET_ABORT;
    }
}

int noteTables(void* tables, int action, const char* first, const char* second,
               const char* database, const char* /*trigger*/) {
    auto& noted = *static_cast<SqliteDatabase::Tables*>(tables);
    const bool isOwn = database != nullptr && std::string_view(database) == "main";
    if (isOwn && action == SQLITE_READ) {
        noted.read.insert(first);
    } else if (isOwn &&
               (action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE)) {
        noted.written.insert(first);
    } else if (action == SQLITE_FUNCTION) {
        noted.functions.insert(second);
    }
    return SQLITE_OK;
}

void noteRow(void* names, int /*action*/, const char* /*database*/, const char* table,
             sqlite3_int64 row) {
    static_cast<std::vector<std::string>*>(names)->push_back(fmt::format("{}#{}", table, row));
}

} // namespace

tl::expected<QueryResult, Error> SqliteDatabase::queryNamingRows(std::string_view sql,
                                                                 const nlohmann::json& values) {
    std::vector<std::string> names;
    const Session::Pause unrecorded(session_.get());
    sqlite3_update_hook(handle_, noteRow, &names);
    auto result = execute(sql, values, kChangesNamed);
    sqlite3_update_hook(handle_, nullptr, nullptr);
    if (result) {
        result->rowsChanged = std::move(names);
    }
    return result;
}

void SqliteDatabase::takeChanges(QueryResult& result) {
    if (session_ != nullptr) {
        result.changeset = session_->take();
        result.rowsChanged = changedRowNames(result.changeset, kChangesNamed);
    }
}

tl::expected<void, Error> SqliteDatabase::apply(std::string_view changeset) {
    if (changeset.empty()) {
        return {};
    }
    const Session::Pause unrecorded(session_.get());
    const int code = sqlite3changeset_apply(handle_, static_cast<int>(changeset.size()),
                                            const_cast<char*>(changeset.data()), nullptr,
                                            preferChangeset, nullptr);
    if (code == SQLITE_FULL) { // SQLite has undone everything, and says only that
        return tl::unexpected(Error{"sql-failed", {sqlite3_errstr(code)}, {}});
    }
    return code == SQLITE_OK ? tl::expected<void, Error>() : tl::unexpected(lastError({}));
}

void SqliteDatabase::limitPages(std::int64_t pages) {
    limit(pages);
    mostPages_ = pages;
}

void SqliteDatabase::limit(std::int64_t pages) {
    constexpr std::int64_t kMost = 1'073'741'823; // SQLite's default
    if (pages > 0 || mostPages_ > 0) {
        (void)run(fmt::format("PRAGMA max_page_count = {}", pages > 0 ? pages : kMost));
    }
}

std::int64_t SqliteDatabase::pages() {
    const auto found = query("PRAGMA page_count", nullptr);
    return found ? found->rows[0]["page_count"].get<std::int64_t>() : 0;
}

SqliteDatabase::TemporaryView::TemporaryView(SqliteDatabase& database) : database_(database) {
    (void)database_.query("SAVEPOINT view", nullptr);
}

SqliteDatabase::TemporaryView::~TemporaryView() {
    (void)database_.query("ROLLBACK TO view", nullptr);
    (void)database_.query("RELEASE view", nullptr);
    if (database_.session_ != nullptr) {
        database_.session_->forget();
    }
}

SqliteDatabase::Tables SqliteDatabase::tablesOf(const std::string& sql) {
    Tables tables;
    sqlite3_set_authorizer(handle_, noteTables, &tables);
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v2(handle_, sql.c_str(), -1, &raw, nullptr);
    const Statement statement(raw);
    sqlite3_set_authorizer(handle_, nullptr, nullptr);
    return tables;
}

std::set<std::string> SqliteDatabase::tablesWithoutKey() {
    std::set<std::string> names;
    const auto found = query("SELECT name FROM sqlite_schema AS t WHERE type = 'table' AND NOT "
                             "EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE pk > 0)",
                             nullptr);
    for (const nlohmann::ordered_json& row : found->rows) {
        names.insert(row["name"].get<std::string>());
    }
    return names;
}

bool SqliteDatabase::hasIntegerKey(const std::string& table) {
    const auto found = query("SELECT count(*) AS columns, upper(max(type)) AS type FROM "
                             "pragma_table_info(:table) WHERE pk > 0",
                             {{"table", table}});
    return found && found->rows[0]["columns"] == 1 && found->rows[0]["type"] == "INTEGER";
}

std::string SqliteDatabase::image() {
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(handle_, "main", &size, 0);
    std::string image(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return image;
}

tl::expected<void, Error> SqliteDatabase::load(std::string_view image) {
    statements_.clear();
    session_.reset();
    auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
    std::ranges::copy(image, bytes);
    const auto size = static_cast<sqlite3_int64>(image.size());
    if (sqlite3_deserialize(handle_, "main", bytes, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) !=
        SQLITE_OK) {
        return tl::unexpected(lastError({}));
    }
    watchChanges();
    limit(mostPages_);
    return {};
}

bool SqliteDatabase::isReadOnly(std::string_view sql) {
    const auto statement = prepared(sql);
    return statement && sqlite3_stmt_readonly(*statement) != 0;
}

tl::expected<std::string, Error> SqliteDatabase::queryPlan(std::string_view sql) {
    const std::string explain = fmt::format("EXPLAIN QUERY PLAN {}", sql);
    statements_.erase(explain); // unlike others, SQLite does not prepare it anew for a new index
    const auto explained = query(explain, nullptr);
    if (!explained) {
        return tl::unexpected(explained.error());
    }
    std::unordered_map<std::int64_t, std::size_t> depths;
    std::string plan;
    for (const nlohmann::ordered_json& step : explained->rows) {
        const auto parent = depths.find(step["parent"].get<std::int64_t>());
        const std::size_t depth = parent == depths.end() ? 0 : parent->second + 1;
        depths[step["id"].get<std::int64_t>()] = depth;
        plan += fmt::format("{}{}{}", plan.empty() ? "" : "\n", std::string(depth * 2, ' '),
                            step["detail"].get<std::string>());
    }
    return plan;
}

std::int64_t SqliteDatabase::rowCount(const std::string& table) const {
    sqlite3_stmt* raw = nullptr;
    const std::string sql = fmt::format("SELECT count(*) FROM \"{}\"", table);
    if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
        return 0;
    }
    const Statement statement(raw);
    return sqlite3_step(raw) == SQLITE_ROW ? sqlite3_column_int64(raw, 0) : 0;
}

} // namespace roundtrip
