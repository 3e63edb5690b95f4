#include "core/data/changeset.h"
#include "core/data/naive_sql.h"
#include "core/data/sql_words.h"
#include "core/data/sqlite_values.h"
#include "core/data/transactions/transactions.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace roundtrip {

using Reason = StatementOutcome::Reason;
using State = StatementOutcome::State;

namespace {

constexpr std::size_t kEveryRow = static_cast<std::size_t>(-1);
constexpr std::size_t kMostRemembered = 1000;

/// Cuts a row lock from the end of a SELECT, which SQLite would not know.
std::optional<LockTable::Mode> cutLock(std::string& sql) {
    const auto end = sql.find_last_not_of(" \t\r\n;");
    std::string_view text(sql.data(), end == std::string::npos ? 0 : end + 1);
    for (const auto& [words, mode] : {std::pair{"FOR UPDATE", LockTable::Mode::exclusive},
                                      std::pair{"FOR SHARE", LockTable::Mode::shared}}) {
        const std::string_view suffix(words);
        if (startsWithSqlWord(text, "SELECT") && text.size() > suffix.size() &&
            equalsIgnoringCase(text.substr(text.size() - suffix.size()), suffix)) {
            sql.resize(text.size() - suffix.size());
            return mode;
        }
    }
    return std::nullopt;
}

StatementOutcome done(QueryResult result) {
    StatementOutcome outcome;
    outcome.result = std::move(result);
    return outcome;
}

std::set<std::string> asSet(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

} // namespace

StatementOutcome Transactions::attempt(TransactionId id) {
    Transaction& transaction = open_.at(id);
    Statement& statement = transaction.statement;
    if (statement.onlyBecomesWriter) {
        return takeFile(id).value_or(StatementOutcome{});
    }
    if (statement.isScript) {
        return runByItself(id);
    }
    if (flavour_ != SqlFlavour::sqlite && !statement.lock) {
        statement.lock = cutLock(statement.sql);
    }
    if (statement.lock) {
        return lockingRead(id, *statement.lock);
    }
    if (database_.isReadOnly(statement.sql)) {
        const bool locks = flavour_ == SqlFlavour::mysql && !transaction.isStatement &&
                           transaction.isolation == Isolation::serializable;
        return locks ? lockingRead(id, LockTable::Mode::shared) : read(id);
    }
    return write(id);
}

bool Transactions::usesSnapshot(const Transaction& transaction) const {
    return flavour_ == SqlFlavour::sqlite || transaction.isolation >= Isolation::repeatableRead;
}

bool Transactions::isSerializedByGraph(const Transaction& transaction) const {
    return flavour_ == SqlFlavour::postgresql && transaction.isolation == Isolation::serializable;
}

Transactions::View Transactions::readView(const Transaction& transaction) const {
    if (flavour_ == SqlFlavour::mysql && transaction.isolation == Isolation::readUncommitted) {
        return View::everyone;
    }
    return usesSnapshot(transaction) ? View::snapshot : View::latest;
}

/// InnoDB changes what is there now, whatever the transaction has seen.
Transactions::View Transactions::writeView(const Transaction& transaction) const {
    return flavour_ != SqlFlavour::mysql && usesSnapshot(transaction) ? View::snapshot
                                                                      : View::latest;
}

void Transactions::takeSnapshot(TransactionId id) {
    Transaction& transaction = open_.at(id);
    if (transaction.snapshot || !usesSnapshot(transaction)) {
        return;
    }
    transaction.snapshot = lastCommit_;
    if (isSerializedByGraph(transaction)) {
        conflicts_.begin(id, lastCommit_);
    }
}

/// Runs the statement on the rows as the transaction sees them; nothing of it stays.
tl::expected<QueryResult, Error> Transactions::runIn(View view, TransactionId id) {
    const Transaction& transaction = open_.at(id);
    std::vector<std::string> layers;
    if (view == View::snapshot) {
        for (const Commit& commit : std::views::reverse(commits_)) {
            if (commit.number > transaction.snapshot.value_or(lastCommit_)) {
                layers.push_back(inverted(commit.changes));
            }
        }
    }
    for (const auto& [other, open] : open_) {
        if (view == View::everyone && other != id && !open.changes.empty()) {
            layers.push_back(open.changes);
        }
    }
    if (!transaction.changes.empty()) {
        layers.push_back(transaction.changes);
    }
    const Statement& statement = transaction.statement;
    if (layers.empty() && database_.isReadOnly(statement.sql)) {
        return database_.query(statement.sql, statement.values, kEveryRow);
    }
    const SqliteDatabase::TemporaryView temporary(database_);
    {
        const SqliteDatabase::Room room(database_); // what others hold already has its room
        for (const std::string& layer : layers) {
            (void)database_.apply(layer);
        }
    }
    return database_.query(statement.sql, statement.values, kEveryRow);
}

StatementOutcome Transactions::read(TransactionId id) {
    takeSnapshot(id);
    Transaction& transaction = open_.at(id);
    auto result = runIn(readView(transaction), id);
    if (!result) {
        return failure(id, Reason::sql, wordsOf(result.error()));
    }
    if (isSerializedByGraph(transaction)) {
        conflicts_.read(id, resourcesRead(transaction, *result));
    }
    return checked(id, *std::move(result));
}

/// A transaction that cannot be put in order with others any more learns it at once.
StatementOutcome Transactions::checked(TransactionId id, QueryResult result) {
    return conflicts_.mayCommit(id) ? done(std::move(result)) : failure(id, Reason::dependency);
}

/// The rows that it found by their key; the whole table when it looked further than that.
std::set<std::string> Transactions::resourcesRead(const Transaction& transaction,
                                                  const QueryResult& result) {
    const std::string& sql = transaction.statement.sql;
    const std::vector<std::string> rows =
        result.changeset.empty() ? result.rowsRead : changedRowNames(result.changeset);
    const std::string plan = database_.queryPlan(sql).value_or("");
    const bool byKey = plan.starts_with("SEARCH") && plan.find('\n') == std::string::npos &&
                       plan.find("USING INTEGER PRIMARY KEY (rowid=?)") != std::string::npos;
    return byKey && !rows.empty() ? asSet(rows) : database_.tablesOf(sql).read;
}

StatementOutcome Transactions::lockingRead(TransactionId id, LockTable::Mode mode) {
    Transaction& transaction = open_.at(id);
    if (writeView(transaction) == View::snapshot) {
        takeSnapshot(id);
    }
    auto result = runIn(writeView(transaction), id);
    if (!result) {
        return failure(id, Reason::sql, wordsOf(result.error()));
    }
    const bool isWhole = !transaction.statement.lock; // a plain SELECT that locks what it looks at
    const std::set<std::string> rows =
        isWhole ? resourcesRead(transaction, *result) : asSet(result->rowsRead);
    if (!isWhole && rows.empty() && !result->rows.empty()) {
        return failure(id, Reason::sql,
                       "rows can be locked only when their column id is among those read");
    }
    std::set<TransactionId> holders;
    for (const std::string& row : rows) {
        holders.merge(locks_.against(id, row, mode));
    }
    if (!holders.empty()) {
        transaction.statement.wanted = mode;
        return waiting(std::move(holders), rows);
    }
    if (flavour_ == SqlFlavour::postgresql && changedSinceSnapshot(transaction, rows)) {
        return failure(id, Reason::rowChanged);
    }
    for (const std::string& row : rows) {
        locks_.take(id, row, mode);
    }
    if (isSerializedByGraph(transaction)) {
        conflicts_.read(id, resourcesRead(transaction, *result));
    }
    return checked(id, *std::move(result));
}

/// SQLite's one writer. Nothing: it is the writer now.
std::optional<StatementOutcome> Transactions::takeFile(TransactionId id) {
    Transaction& transaction = open_.at(id);
    std::set<TransactionId> holders = locks_.against(id, "", LockTable::Mode::exclusive);
    if (!holders.empty()) {
        return waiting(std::move(holders), {""});
    }
    if (transaction.snapshot && *transaction.snapshot < lastCommit_) {
        return failure(id, Reason::fileLocked);
    }
    locks_.take(id, "", LockTable::Mode::exclusive);
    return std::nullopt;
}

StatementOutcome Transactions::write(TransactionId id) {
    if (flavour_ == SqlFlavour::sqlite) {
        if (auto outcome = takeFile(id)) {
            return *std::move(outcome);
        }
    }
    Transaction& transaction = open_.at(id);
    Statement& statement = transaction.statement;
    if (!canBeKept(statement)) {
        return runByItself(id);
    }
    if (mayDefer(transaction)) {
        return tryAlone(id);
    }
    if (writeView(transaction) == View::snapshot) {
        takeSnapshot(id);
    }
    const bool isPlainInsert =
        startsWithSqlWord(statement.sql, "INSERT") && !containsSqlWord(statement.sql, "SELECT");
    std::set<TransactionId> holders;
    auto result = isPlainInsert && flavour_ != SqlFlavour::sqlite
                      ? insertBesideOthers(id, holders)
                      : runIn(writeView(transaction), id);
    if (!holders.empty()) {
        return waiting(std::move(holders), {});
    }
    if (!result) {
        return failure(id, Reason::sql, wordsOf(result.error()));
    }
    if (flavour_ == SqlFlavour::postgresql && !usesSnapshot(transaction) && statement.matched) {
        keepMatched(*statement.matched, *result);
    }
    const std::set<std::string> rows = asSet(changedRowNames(result->changeset));
    const std::set<std::string> wanted = rowsMet(id, rows);
    for (const std::string& row : wanted) {
        holders.merge(locks_.against(id, row, LockTable::Mode::exclusive));
    }
    if (!holders.empty() && flavour_ != SqlFlavour::sqlite) {
        if (!statement.matched && !isPlainInsert) {
            statement.matched = rows;
        }
        return waiting(std::move(holders), wanted);
    }
    if (flavour_ == SqlFlavour::postgresql && changedSinceSnapshot(transaction, rows)) {
        return failure(id, Reason::rowChanged);
    }
    keep(id, rows, *result);
    return checked(id, *std::move(result));
}

/// Whether a changeset can hold what the statement does: not a new table, nor rows without a key.
bool Transactions::canBeKept(const Statement& statement) {
    if (keepable_.contains(statement.sql)) {
        return true;
    }
    const std::set<std::string> written = database_.tablesOf(statement.sql).written;
    const std::set<std::string> keyless = database_.tablesWithoutKey();
    const bool isKept = !written.empty() && !written.contains("sqlite_master") &&
                        std::ranges::none_of(written, [&keyless](const std::string& table) {
                            return keyless.contains(table);
                        });
    if (isKept && keepable_.size() < kMostRemembered) {
        keepable_.insert(statement.sql);
    }
    return isKept;
}

/// After waiting, PostgreSQL looks again only at the rows for which it waited.
void Transactions::keepMatched(const std::set<std::string>& matched, QueryResult& result) {
    const auto found = changedRowNames(result.changeset).size();
    result.changeset = filtered(
        result.changeset, [&matched](const std::string& row) { return matched.contains(row); });
    result.rowsChanged = changedRowNames(result.changeset);
    result.changedRows -= static_cast<std::int64_t>(found - result.rowsChanged.size());
}

/// The rows that a statement has to hold: InnoDB also meets rows on its way that are not committed
/// yet.
std::set<std::string> Transactions::rowsMet(TransactionId id, std::set<std::string> changed) {
    if (flavour_ == SqlFlavour::mysql) {
        if (const auto met = runIn(View::everyone, id)) {
            changed.merge(asSet(changedRowNames(met->changeset)));
        }
    }
    return changed;
}

void Transactions::keep(TransactionId id, const std::set<std::string>& rows, QueryResult& result) {
    Transaction& transaction = open_.at(id);
    for (const std::string& row : rows) {
        locks_.take(id, row, LockTable::Mode::exclusive);
    }
    if (isSerializedByGraph(transaction)) {
        conflicts_.read(id, resourcesRead(transaction, result));
        conflicts_.wrote(id, rows);
    }
    transaction.changes = joined(transaction.changes, result.changeset);
    transaction.changedRows += result.changedRows;
}

/// New rows get numbers that nobody else has, be it in a transaction that is not committed; with a
/// value that only one row may have, one waits to see how the other ends.
tl::expected<QueryResult, Error>
Transactions::insertBesideOthers(TransactionId id, std::set<TransactionId>& holders) {
    auto result = runIn(View::everyone, id);
    if (result) {
        return result;
    }
    auto alone = runIn(View::latest, id);
    if (!alone) {
        return alone;
    }
    for (const auto& [other, open] : open_) {
        if (other != id && !open.changes.empty()) {
            holders.insert(other);
        }
    }
    return alone;
}

/// What no changeset can hold is done at once, by itself, when nobody else has changed anything.
StatementOutcome Transactions::runByItself(TransactionId id) {
    Transaction& transaction = open_.at(id);
    if (!transaction.isStatement) {
        return failure(
            id, Reason::sql,
            "inside a transaction only rows of tables with a primary key can be changed");
    }
    std::set<TransactionId> holders;
    for (const auto& [other, open] : open_) {
        if (other != id && (!open.changes.empty() || open.snapshot)) {
            holders.insert(other);
        }
    }
    if (!holders.empty()) {
        return waiting(std::move(holders), {});
    }
    keepable_.clear(); // tables may be others afterwards
    if (transaction.statement.isScript) {
        return runScript(id);
    }
    auto result = database_.query(transaction.statement.sql, transaction.statement.values);
    if (!result) {
        return failure(id, Reason::sql, wordsOf(result.error()));
    }
    noteCommit(result->changeset);
    StatementOutcome outcome = done(*std::move(result));
    outcome.isCommitted = true;
    return outcome;
}

StatementOutcome Transactions::runScript(TransactionId id) {
    NaiveResult ran = runNaively(database_, open_.at(id).statement.sql, nlohmann::json::object());
    QueryResult result;
    result.vmSteps = ran.vmSteps;
    result.changedRows = ran.changedRows;
    if (ran.changedRows > 0) {
        database_.takeChanges(result);
        noteCommit(result.changeset);
    }
    result.rows = std::move(ran.rows);
    StatementOutcome outcome =
        ran.error ? failure(id, Reason::sql, fmt::format("{}", fmt::join(ran.error->args, ", ")))
                  : StatementOutcome{};
    outcome.result = std::move(result); // also what was done before the one that failed
    outcome.isCommitted = true;
    return outcome;
}

bool Transactions::changedSinceSnapshot(const Transaction& transaction,
                                        const std::set<std::string>& rows) const {
    return transaction.snapshot && std::ranges::any_of(commits_, [&](const Commit& commit) {
               return commit.number > *transaction.snapshot &&
                      std::ranges::any_of(rows, [&commit](const std::string& row) {
                          return commit.rows.contains(row);
                      });
           });
}

} // namespace roundtrip
