#include "core/data/sqlite_values.h"
#include "core/data/transactions/transactions.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace roundtrip {

using Reason = StatementOutcome::Reason;
using State = StatementOutcome::State;

// Most statements come when nobody else is at work, and nobody wants to know more of them than
// which rows they change. For these, making a changeset, taking the change back and applying the
// changeset at the commit is most of the work. So such a statement is run to learn what it does,
// taken back, and run again at its commit. When somebody else comes between, it becomes one like
// all others, before anything else happens.

namespace {

constexpr std::size_t kMostRemembered = 1000;

/// Functions of SQLite whose result another moment changes.
constexpr std::array<std::string_view, 12> kChangeable{
    "random",    "randomblob", "date",    "time",          "datetime",          "julianday",
    "unixepoch", "strftime",   "changes", "total_changes", "last_insert_rowid", "timediff"};

} // namespace

bool Transactions::mayDefer(const Transaction& transaction) {
    return transaction.isStatement && !transaction.needsChangeset && open_.size() == 1 &&
           !transaction.statement.matched && !isSerializedByGraph(transaction) &&
           doesTheSameAgain(transaction.statement.sql);
}

bool Transactions::doesTheSameAgain(const std::string& sql) {
    if (const auto known = repeatable_.find(sql); known != repeatable_.end()) {
        return known->second;
    }
    const SqliteDatabase::Tables tables = database_.tablesOf(sql);
    const bool isFixed = std::ranges::none_of(tables.functions, [](const std::string& function) {
        return std::ranges::find(kChangeable, lowered(function)) != kChangeable.end();
    });
    const bool isNamed = std::ranges::all_of(tables.written, [this](const std::string& table) {
        return database_.hasIntegerKey(table);
    });
    const bool isRepeatable = !tables.written.empty() && isFixed && isNamed;
    if (repeatable_.size() < kMostRemembered) {
        repeatable_.emplace(sql, isRepeatable);
    }
    return isRepeatable;
}

StatementOutcome Transactions::tryAlone(TransactionId id) {
    Transaction& transaction = open_.at(id);
    StatementOutcome outcome;
    {
        const SqliteDatabase::TemporaryView temporary(database_);
        auto result =
            database_.queryNamingRows(transaction.statement.sql, transaction.statement.values);
        if (!result) {
            return failure(id, Reason::sql, wordsOf(result.error()));
        }
        outcome.result = *std::move(result);
    }
    for (const std::string& row : outcome.result.rowsChanged) {
        locks_.take(id, row, LockTable::Mode::exclusive);
    }
    transaction.isDeferred = true;
    transaction.changedRows = outcome.result.changedRows;
    return outcome;
}

StatementOutcome Transactions::commitDeferred(TransactionId id) {
    constexpr std::size_t kRowsNamed = 16;
    const Statement& statement = open_.at(id).statement;
    auto result = database_.queryNamingRows(statement.sql, statement.values);
    if (!result) {
        return failure(id, Reason::sql, result.error().args.front());
    }
    ++lastCommit_;
    StatementOutcome outcome;
    outcome.result.changedRows = result->changedRows;
    outcome.result.rowsChanged = std::move(result->rowsChanged);
    if (outcome.result.rowsChanged.size() > kRowsNamed) {
        outcome.result.rowsChanged.resize(kRowsNamed);
    }
    return outcome;
}

void Transactions::endDeferral() {
    for (auto& [id, transaction] : open_) { // there is at most one
        if (std::exchange(transaction.isDeferred, false)) {
            transaction.needsChangeset = true;
            transaction.changedRows = 0;
            locks_.releaseAll(id);
            (void)attempt(id);
        }
    }
}

} // namespace roundtrip
