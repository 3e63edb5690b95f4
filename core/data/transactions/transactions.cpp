#include "core/data/transactions/transactions.h"

#include "core/data/changeset.h"

#include <algorithm>

namespace roundtrip {

using Reason = StatementOutcome::Reason;
using State = StatementOutcome::State;

namespace {

constexpr std::size_t kRowsNamed = 16;

struct Words {
    Reason reason;
    const char* postgresql;
    const char* mysql;
};

/// From PostgreSQL's and MySQL's lists of errors. SQLite says the same of all: SQLITE_BUSY.
constexpr Words kWords[] = {
    {Reason::deadlock, "ERROR: deadlock detected",
     "ERROR 1213 (40001): Deadlock found when trying to get lock; try restarting transaction"},
    {Reason::lockTimeout, "ERROR: canceling statement due to lock timeout",
     "ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction"},
    {Reason::rowChanged, "ERROR: could not serialize access due to concurrent update", ""},
    {Reason::dependency,
     "ERROR: could not serialize access due to read/write dependencies among transactions", ""},
    {Reason::aborted,
     "ERROR: current transaction is aborted, commands ignored until end of transaction block", ""},
};

} // namespace

Transactions::Transactions(SqliteDatabase& database, SqlFlavour flavour)
    : database_(database), flavour_(flavour) {}

StatementOutcome Transactions::failure(TransactionId id, Reason reason) {
    const auto* const found = std::ranges::find(kWords, reason, &Words::reason);
    if (flavour_ == SqlFlavour::sqlite || found == std::end(kWords)) {
        return failure(id, reason, "database is locked");
    }
    return failure(id, reason,
                   flavour_ == SqlFlavour::postgresql ? found->postgresql : found->mysql);
}

TransactionId Transactions::begin(Isolation isolation, bool isStatement, bool needsChangeset) {
    endDeferral();
    const TransactionId id = ++lastId_;
    Transaction& transaction = open_[id];
    transaction.isolation = isolation;
    transaction.isStatement = isStatement;
    transaction.needsChangeset = needsChangeset;
    return id;
}

bool Transactions::isAborted(TransactionId id) const {
    const auto found = open_.find(id);
    return found != open_.end() && found->second.isAborted;
}

StatementOutcome Transactions::becomeWriter(TransactionId id) {
    Transaction& transaction = open_.at(id);
    transaction.statement = {};
    transaction.statement.onlyBecomesWriter = true;
    return noteWait(id, attempt(id));
}

StatementOutcome Transactions::execute(TransactionId id, std::string sql, nlohmann::json values) {
    Transaction& transaction = open_.at(id);
    if (transaction.isAborted) {
        return failure(id, Reason::aborted);
    }
    transaction.statement = {};
    transaction.statement.sql = std::move(sql);
    transaction.statement.values = std::move(values);
    return noteWait(id, attempt(id));
}

StatementOutcome Transactions::executeScript(TransactionId id, std::string script) {
    Transaction& transaction = open_.at(id);
    transaction.statement = {};
    transaction.statement.sql = std::move(script);
    transaction.statement.isScript = true;
    return noteWait(id, attempt(id));
}

StatementOutcome Transactions::commit(TransactionId id) {
    Transaction& transaction = open_.at(id);
    StatementOutcome outcome;
    if (transaction.isAborted) {
        outcome = failure(id, Reason::aborted);
    } else if (transaction.isDeferred) {
        outcome = commitDeferred(id);
    } else if (!conflicts_.mayCommit(id)) {
        outcome = failure(id, Reason::dependency);
    } else if (const auto done = database_.apply(transaction.changes); !done) {
        outcome = failure(id, Reason::sql, done.error().args.front());
    } else {
        outcome.result.changeset = transaction.changes;
        outcome.result.changedRows = transaction.changedRows;
        outcome.result.rowsChanged = changedRowNames(transaction.changes, kRowsNamed);
        noteCommit(transaction.changes);
        conflicts_.committed(id, lastCommit_);
    }
    if (outcome.failed()) {
        conflicts_.forget(id);
    }
    end(id);
    return outcome;
}

void Transactions::noteCommit(const std::string& changes) {
    if (!changes.empty()) {
        const auto names = changedRowNames(changes);
        commits_.push_back({++lastCommit_, changes, {names.begin(), names.end()}});
    }
}

tl::expected<void, Error> Transactions::follow(const std::string& changes) {
    auto done = database_.apply(changes);
    if (done) {
        noteCommit(changes);
        dropOldCommits();
    }
    return done;
}

void Transactions::rollback(TransactionId id) {
    conflicts_.forget(id);
    end(id);
}

void Transactions::rollbackAll() {
    while (!open_.empty()) {
        rollback(open_.begin()->first);
    }
    resumed_.clear();
}

std::vector<std::pair<TransactionId, StatementOutcome>> Transactions::takeResumed() {
    return std::exchange(resumed_, {});
}

StatementOutcome Transactions::waiting(std::set<TransactionId> holders,
                                       std::set<std::string> rows) const {
    StatementOutcome outcome;
    outcome.state = State::waits;
    outcome.reason = flavour_ == SqlFlavour::sqlite ? Reason::fileLocked : Reason::lock;
    outcome.holders = std::move(holders);
    outcome.rows = std::move(rows);
    return outcome;
}

/// After an error, PostgreSQL takes no more statements in the transaction; the others go on, but
/// for one that was chosen to end a circle.
StatementOutcome Transactions::failure(TransactionId id, Reason reason, std::string error) {
    StatementOutcome outcome;
    outcome.state = State::failed;
    outcome.reason = reason;
    outcome.error = std::move(error);
    if (flavour_ == SqlFlavour::postgresql || reason == Reason::deadlock) {
        abort(id);
    }
    return outcome;
}

StatementOutcome Transactions::noteWait(TransactionId id, StatementOutcome outcome) {
    if (!outcome.waits()) {
        return outcome;
    }
    Transaction& transaction = open_.at(id);
    transaction.holders = outcome.holders;
    transaction.awaited = outcome.rows;
    if (!transaction.isWaiting) {
        transaction.isWaiting = true;
        line_.push_back(id);
    }
    if (flavour_ != SqlFlavour::mysql) {
        return outcome;
    }
    const std::set<TransactionId> circle = circleAround(id); // InnoDB looks at once
    if (circle.empty()) {
        return outcome;
    }
    const TransactionId victim = cheapestOf(circle, id);
    StatementOutcome failed = deadlock(victim, circle);
    if (victim == id) {
        resumeWaiting();
        return failed;
    }
    resumed_.emplace_back(victim, std::move(failed));
    resumeWaiting();
    const auto own = std::ranges::find(resumed_, id, [](const auto& pair) { return pair.first; });
    if (own == resumed_.end()) {
        return outcome;
    }
    outcome = std::move(own->second);
    resumed_.erase(own);
    return outcome;
}

std::optional<StatementOutcome> Transactions::breakDeadlock(TransactionId id) {
    const std::set<TransactionId> circle = circleAround(id);
    if (circle.empty()) {
        return std::nullopt;
    }
    StatementOutcome outcome = deadlock(id, circle);
    resumeWaiting();
    return outcome;
}

StatementOutcome Transactions::deadlock(TransactionId victim, std::set<TransactionId> circle) {
    StatementOutcome outcome = failure(victim, Reason::deadlock);
    outcome.holders = std::move(circle);
    return outcome;
}

StatementOutcome Transactions::giveUp(TransactionId id) {
    Transaction& transaction = open_.at(id);
    transaction.isWaiting = false;
    std::erase(line_, id);
    const Reason reason = flavour_ == SqlFlavour::sqlite ? Reason::fileLocked : Reason::lockTimeout;
    StatementOutcome outcome = failure(id, reason);
    outcome.holders = transaction.holders;
    outcome.rows = transaction.awaited;
    resumeWaiting();
    return outcome;
}

/// Its changes are gone and its locks free; it stays open until somebody ends it.
void Transactions::abort(TransactionId id) {
    Transaction& transaction = open_.at(id);
    transaction.isAborted = flavour_ == SqlFlavour::postgresql;
    transaction.isStatement = !transaction.isAborted; // InnoDB takes what follows one by one
    transaction.isWaiting = false;
    transaction.changes.clear();
    transaction.changedRows = 0;
    transaction.snapshot.reset();
    std::erase(line_, id);
    locks_.releaseAll(id);
    conflicts_.forget(id);
}

void Transactions::end(TransactionId id) {
    if (!open_.contains(id)) {
        return;
    }
    std::erase(line_, id);
    locks_.releaseAll(id);
    open_.erase(id);
    dropOldCommits();
    resumeWaiting();
}

/// Whoever waits is tried in the order of the line until nobody can go on: an error may free
/// further rows.
void Transactions::resumeWaiting() {
    for (bool isMoving = true; isMoving;) {
        isMoving = false;
        for (const TransactionId id : std::vector(line_)) {
            if (!open_.contains(id) || !open_.at(id).isWaiting || stillWaits(id)) {
                continue;
            }
            StatementOutcome outcome = attempt(id);
            Transaction& transaction = open_.at(id);
            if (outcome.waits()) {
                transaction.holders = outcome.holders;
                transaction.awaited = outcome.rows;
                continue;
            }
            transaction.isWaiting = false;
            std::erase(line_, id);
            resumed_.emplace_back(id, std::move(outcome));
            isMoving = true;
        }
    }
}

/// Whether one of the rows that it waits for is still held: then it need not be tried.
bool Transactions::stillWaits(TransactionId id) {
    Transaction& transaction = open_.at(id);
    std::set<TransactionId> holders;
    for (const std::string& row : transaction.awaited) {
        holders.merge(locks_.against(id, row, transaction.statement.wanted));
    }
    if (!holders.empty()) {
        transaction.holders = std::move(holders);
        return true;
    }
    return false;
}

std::set<TransactionId> Transactions::circleAround(TransactionId id) const {
    std::vector<TransactionId> toVisit{id};
    std::map<TransactionId, TransactionId> from;
    while (!toVisit.empty()) {
        const TransactionId current = toVisit.back();
        toVisit.pop_back();
        const auto found = open_.find(current);
        if (found == open_.end() || !found->second.isWaiting) {
            continue;
        }
        for (const TransactionId holder : found->second.holders) {
            if (holder == id) {
                std::set<TransactionId> circle{id};
                for (TransactionId at = current; at != id; at = from.at(at)) {
                    circle.insert(at);
                }
                return circle;
            }
            if (from.emplace(holder, current).second) {
                toVisit.push_back(holder);
            }
        }
    }
    return {};
}

/// InnoDB gives up the transaction that has changed the fewest rows, the latest of equals.
TransactionId Transactions::cheapestOf(const std::set<TransactionId>& circle,
                                       TransactionId latest) const {
    TransactionId cheapest = latest;
    for (const TransactionId id : circle) {
        if (open_.at(id).changedRows < open_.at(cheapest).changedRows) {
            cheapest = id;
        }
    }
    return cheapest;
}

void Transactions::dropOldCommits() {
    std::uint64_t oldest = lastCommit_;
    for (const auto& [id, transaction] : open_) {
        oldest = std::min(oldest, transaction.snapshot.value_or(lastCommit_));
    }
    while (!commits_.empty() && commits_.front().number <= oldest) {
        commits_.pop_front();
    }
}

} // namespace roundtrip
