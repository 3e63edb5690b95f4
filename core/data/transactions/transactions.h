#pragma once

#include "core/data/sqlite_database.h"
#include "core/data/transactions/conflict_graph.h"
#include "core/data/transactions/isolation.h"
#include "core/data/transactions/lock_table.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace roundtrip {

/// What became of a statement, or of a commit.
struct StatementOutcome {
    enum class State { done, waits, failed };
    /// Why a statement failed or waits.
    enum class Reason {
        none,
        sql,         ///< SQLite's own words
        lock,        ///< waits: others hold a row that it needs
        deadlock,    ///< those that wait for each other
        lockTimeout, ///< it has waited long enough
        rowChanged,  ///< somebody changed the row after the snapshot that the transaction sees
        dependency,  ///< no order one after the other explains what was read and written
        fileLocked,  ///< SQLite: another writer, or one since this transaction began to read
        aborted,     ///< the transaction failed before and takes nothing but its end
    };
    State state = State::done;
    Reason reason = Reason::none;
    QueryResult result;              ///< of a commit: all that it changed
    std::string error;               ///< in the words of that database
    std::set<TransactionId> holders; ///< whom it waits for, or who waited in a circle
    std::set<std::string> rows;      ///< for which rows it waits
    bool isCommitted = false;        ///< it was done by itself, without waiting for a commit

    [[nodiscard]] bool waits() const { return state == State::waits; }
    [[nodiscard]] bool failed() const { return state == State::failed; }
    /// Worth to be tried again from the beginning of the transaction.
    [[nodiscard]] bool isRetryable() const {
        return failed() && reason != Reason::sql && reason != Reason::aborted;
    }
};

/// Transactions side by side over one SQLite database that holds what is committed. What a
/// transaction has changed is kept as a changeset; each of its statements runs in a view of the
/// database made for it: the committed rows, without those that came after its snapshot, with its
/// own changes. So PostgreSQL's and MySQL's levels behave as these products do:
///
/// - PostgreSQL (documentation 13.2): read committed sees what was committed when the statement
///   began; after waiting for a row it looks at that row again. Repeatable read is a snapshot, and
///   changing a row that somebody changed since is an error. Serializable: see ConflictGraph.
/// - MySQL's InnoDB (manual 15.7.2): read uncommitted sees everything. Repeatable read reads a
///   snapshot but changes what is there now. Serializable reads take shared locks.
/// - SQLite (with a write-ahead log, sqlite.org/isolation.html): a snapshot, and one writer.
///
/// Left out: locks on gaps between keys below serializable, savepoints, locks on rows that an
/// UPDATE leaves as they are.
class Transactions {
  public:
    Transactions(SqliteDatabase& database, SqlFlavour flavour);

    /// `isStatement`: it lasts for one statement, which nobody put into a transaction.
    /// `needsChangeset`: what it changes is to be told as a changeset; else the names of the rows
    /// are enough, which is cheaper.
    TransactionId begin(Isolation isolation, bool isStatement = false, bool needsChangeset = true);
    /// SQLite's BEGIN IMMEDIATE: becomes the writer at once, or waits for it.
    StatementOutcome becomeWriter(TransactionId id);

    /// Runs one statement. One that waits goes on by itself: see takeResumed. A SELECT may end with
    /// FOR UPDATE or FOR SHARE where the database knows that.
    StatementOutcome execute(TransactionId id, std::string sql, nlohmann::json values);
    /// Runs a text of any statements, as a driver does that gets nothing but text. It is done at
    /// once, by itself, when nobody else has changed anything. `id` is that of a statement alone.
    StatementOutcome executeScript(TransactionId id, std::string script);
    /// Makes everything that it changed visible; on failure everything is undone.
    StatementOutcome commit(TransactionId id);
    void rollback(TransactionId id);
    /// The server stops: nothing that is open counts, and nobody is resumed.
    void rollbackAll();
    /// What another database committed, of which this one is a copy.
    tl::expected<void, Error> follow(const std::string& changes);

    /// Statements that waited and have come to an end since the last call, in that order.
    [[nodiscard]] std::vector<std::pair<TransactionId, StatementOutcome>> takeResumed();

    /// PostgreSQL looks for a circle when a statement has waited a while: fails it if there is one.
    std::optional<StatementOutcome> breakDeadlock(TransactionId id);
    /// Ends the wait of a statement that has waited long enough.
    StatementOutcome giveUp(TransactionId id);

    [[nodiscard]] bool isOpen(TransactionId id) const { return open_.contains(id); }
    [[nodiscard]] bool isAborted(TransactionId id) const;
    /// Those that are begun and not ended, statements by themselves included.
    [[nodiscard]] std::size_t size() const { return open_.size(); }

  private:
    struct Statement {
        std::string sql;
        nlohmann::json values;
        std::optional<LockTable::Mode> lock;                 ///< FOR UPDATE, FOR SHARE
        LockTable::Mode wanted = LockTable::Mode::exclusive; ///< while it waits
        std::optional<std::set<std::string>> matched;        ///< rows that it waited for
        bool onlyBecomesWriter = false;
        bool isScript = false;
    };
    struct Transaction {
        Isolation isolation = Isolation::serializable;
        bool isStatement = false;
        bool isAborted = false;
        bool needsChangeset = true;
        bool isDeferred = false; ///< what it does was only tried, and is done at the commit
        std::optional<std::uint64_t> snapshot; ///< the last commit that it sees
        std::string changes;
        std::int64_t changedRows = 0;
        Statement statement;
        bool isWaiting = false;
        std::set<TransactionId> holders;
        std::set<std::string> awaited;
    };
    struct Commit {
        std::uint64_t number;
        std::string changes;
        std::set<std::string> rows;
    };
    enum class View { latest, snapshot, everyone };

    // Statements: transaction_statements.cpp
    StatementOutcome attempt(TransactionId id);
    StatementOutcome read(TransactionId id);
    StatementOutcome lockingRead(TransactionId id, LockTable::Mode mode);
    StatementOutcome write(TransactionId id);
    [[nodiscard]] bool canBeKept(const Statement& statement);
    static void keepMatched(const std::set<std::string>& matched, QueryResult& result);
    [[nodiscard]] std::set<std::string> rowsMet(TransactionId id, std::set<std::string> changed);
    StatementOutcome runByItself(TransactionId id);
    StatementOutcome runScript(TransactionId id);
    tl::expected<QueryResult, Error> insertBesideOthers(TransactionId id,
                                                        std::set<TransactionId>& holders);
    std::optional<StatementOutcome> takeFile(TransactionId id);
    tl::expected<QueryResult, Error> runIn(View view, TransactionId id);
    [[nodiscard]] View readView(const Transaction& transaction) const;
    [[nodiscard]] View writeView(const Transaction& transaction) const;
    [[nodiscard]] bool usesSnapshot(const Transaction& transaction) const;
    [[nodiscard]] bool isSerializedByGraph(const Transaction& transaction) const;
    void takeSnapshot(TransactionId id);
    [[nodiscard]] std::set<std::string> resourcesRead(const Transaction& transaction,
                                                      const QueryResult& result);
    [[nodiscard]] bool changedSinceSnapshot(const Transaction& transaction,
                                            const std::set<std::string>& rows) const;
    StatementOutcome checked(TransactionId id, QueryResult result);
    void keep(TransactionId id, const std::set<std::string>& rows, QueryResult& result);

    // Statements by themselves, with nobody else around: statement_alone.cpp
    [[nodiscard]] bool mayDefer(const Transaction& transaction);
    [[nodiscard]] bool doesTheSameAgain(const std::string& sql);
    StatementOutcome tryAlone(TransactionId id);
    StatementOutcome commitDeferred(TransactionId id);
    /// Somebody comes: what was only tried is made to a changeset now.
    void endDeferral();

    // Waiting and ending: transactions.cpp
    StatementOutcome waiting(std::set<TransactionId> holders, std::set<std::string> rows) const;
    StatementOutcome failure(TransactionId id, StatementOutcome::Reason reason, std::string error);
    StatementOutcome failure(TransactionId id, StatementOutcome::Reason reason);
    StatementOutcome noteWait(TransactionId id, StatementOutcome outcome);
    void abort(TransactionId id);
    void end(TransactionId id);
    void resumeWaiting();
    [[nodiscard]] bool stillWaits(TransactionId id);
    [[nodiscard]] std::set<TransactionId> circleAround(TransactionId id) const;
    [[nodiscard]] TransactionId cheapestOf(const std::set<TransactionId>& circle,
                                           TransactionId latest) const;
    StatementOutcome deadlock(TransactionId victim, std::set<TransactionId> circle);
    void noteCommit(const std::string& changes);
    void dropOldCommits();

    SqliteDatabase& database_;
    SqlFlavour flavour_;
    LockTable locks_;
    ConflictGraph conflicts_;
    std::map<TransactionId, Transaction> open_;
    std::set<std::string> keepable_; ///< statements whose changes a changeset can hold
    std::unordered_map<std::string, bool> repeatable_; ///< statements that do the same again
    std::vector<TransactionId> line_;                  ///< those that wait, first come first
    std::vector<std::pair<TransactionId, StatementOutcome>> resumed_;
    std::deque<Commit> commits_; ///< since the oldest snapshot
    std::uint64_t lastCommit_ = 0;
    TransactionId lastId_ = 0;
};

} // namespace roundtrip
