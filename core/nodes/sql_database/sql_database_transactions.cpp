#include "core/kernel/quantity.h"
#include "core/nodes/sql_database/sql_database.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Reason = StatementOutcome::Reason;

/// PostgreSQL's deadlock_timeout: it looks for a circle only then.
constexpr SimTime kDeadlockTimeout = SimTime::seconds(1);

const char* nameOf(Reason reason) {
    switch (reason) {
    case Reason::deadlock:
        return "deadlock";
    case Reason::lockTimeout:
        return "timeout";
    case Reason::rowChanged:
        return "row-changed";
    case Reason::dependency:
        return "dependency";
    case Reason::fileLocked:
        return "file-locked";
    default:
        return "aborted";
    }
}

/// "accounts#1, accounts#2"; SQLite's lock is on the whole file and has no name.
std::string namesOf(const std::set<std::string>& rows) {
    const bool isFile = rows.empty() || rows.contains("");
    return isFile ? std::string("*") : fmt::format("{}", fmt::join(rows, ", "));
}

} // namespace

Task<SqlReply> SqlDatabase::begin(Work& work) {
    const SqlFlavour flavour = parseFlavour(values().text("flavour"));
    const Isolation isolation = work.command.isolation.value_or(defaultIsolation(flavour));
    const TransactionId id = transactions_->begin(isolation);
    if (work.command.writesAtOnce && flavour == SqlFlavour::sqlite) {
        StatementOutcome outcome = transactions_->becomeWriter(id);
        if (outcome.waits()) {
            Task<StatementOutcome> waited = waitFor(work, id, std::move(outcome));
            outcome = co_await waited;
        }
        if (outcome.failed()) {
            endTransaction(id);
            co_return failed(work, outcome);
        }
    }
    open_.emplace(id, *std::exchange(work.connection, std::nullopt));
    pass(work, "transaction", fmt::format("begun\n{}\n{}", id, roundtrip::nameOf(isolation)));
    SqlReply reply;
    reply.isEmpty = true;
    reply.transaction = id;
    co_return reply;
}

Task<SqlReply> SqlDatabase::commit(Work& work) {
    const TransactionId id = work.command.transaction;
    co_await busyFor(costOf(0));
    SqlReply reply;
    if (!transactions_->isOpen(id)) { // the server was stopped
        co_return reply;
    }
    const StatementOutcome outcome = transactions_->commit(id);
    reply.isEmpty = true;
    if (outcome.failed()) {
        reply = failed(work, outcome);
    } else {
        pass(work, "transaction", fmt::format("committed\n{}\n{}", id, outcome.result.changedRows));
        recordChanges(work, outcome.result);
    }
    endTransaction(id);
    co_return reply;
}

SqlReply SqlDatabase::rollback(Work& work) {
    const TransactionId id = work.command.transaction;
    pass(work, "transaction", fmt::format("rolled-back\n{}", id));
    endTransaction(id);
    SqlReply reply;
    reply.isEmpty = true;
    return reply;
}

void SqlDatabase::endTransaction(TransactionId id) {
    transactions_->rollback(id);
    open_.erase(id);
    resumeOthers();
}

/// Whoever was waiting for what has just become free goes on at this instant.
void SqlDatabase::resumeOthers() {
    for (auto& [id, outcome] : transactions_->takeResumed()) {
        if (const auto waiting = waiting_.find(id); waiting != waiting_.end()) {
            waiting->second->push(std::move(outcome));
        }
    }
}

Task<StatementOutcome> SqlDatabase::waitFor(const Work& work, TransactionId id,
                                            StatementOutcome outcome) {
    const SimTime askedAt = now();
    const bool isFile = parseFlavour(values().text("flavour")) == SqlFlavour::sqlite;
    if (!isFile) {
        pass(work, "lock",
             fmt::format("waits\n{}\n{}", namesOf(outcome.rows), fmt::join(outcome.holders, ", ")));
    }
    Mailbox<StatementOutcome> resumed(simulation());
    waiting_[id] = &resumed;
    Task<std::optional<StatementOutcome>> received = patientlyReceive(resumed, id);
    std::optional<StatementOutcome> ended = co_await received;
    waiting_.erase(id);
    if (!ended) {
        ended = transactions_->giveUp(id);
    }
    resumeOthers();
    if (!ended->failed()) {
        pass(work, isFile ? "writer" : "lock",
             fmt::format("waited\n{}", durationText(now() - askedAt)));
    }
    co_return *std::move(ended);
}

/// Nothing when patience has run out.
Task<std::optional<StatementOutcome>>
SqlDatabase::patientlyReceive(Mailbox<StatementOutcome>& resumed, TransactionId id) {
    const SimTime patience = lockTimeout();
    SimTime waited;
    if (parseFlavour(values().text("flavour")) == SqlFlavour::postgresql) {
        waited = patience == SimTime() ? kDeadlockTimeout : std::min(patience, kDeadlockTimeout);
        std::optional<StatementOutcome> early = co_await resumed.receiveWithin(waited);
        if (!early) {
            early = transactions_->breakDeadlock(id);
        }
        if (early || waited == patience) {
            co_return early;
        }
    }
    if (patience == SimTime()) {
        StatementOutcome outcome = co_await resumed.receive();
        co_return std::optional<StatementOutcome>(std::move(outcome));
    }
    std::optional<StatementOutcome> outcome = co_await resumed.receiveWithin(patience - waited);
    co_return outcome;
}

SimTime SqlDatabase::lockTimeout() const {
    const SimTime own = values().duration("lock_timeout");
    if (own != SimTime()) {
        return own;
    }
    switch (parseFlavour(values().text("flavour"))) {
    case SqlFlavour::sqlite:
        return SimTime::seconds(5); // as Python's and Django's connections have it
    case SqlFlavour::mysql:
        return SimTime::seconds(50); // innodb_lock_wait_timeout
    default:
        return SimTime();
    }
}

SqlReply SqlDatabase::failed(const Work& work, const StatementOutcome& outcome) const {
    if (outcome.reason == Reason::sql) {
        return failed(work, outcome.error);
    }
    std::string reason = nameOf(outcome.reason);
    if (outcome.reason == Reason::deadlock) {
        reason += fmt::format("\n{}", fmt::join(outcome.holders, ", "));
    } else if (outcome.reason == Reason::lockTimeout) {
        reason += fmt::format("\n{}\n{}", namesOf(outcome.rows), durationText(lockTimeout()));
    }
    record(work.request, work.span,
           CheckFailed{.check = text("lock"), .reason = text(reason), .status = 0});
    SqlReply reply;
    reply.error = outcome.error;
    reply.isWorthAnotherTry = outcome.isRetryable();
    return reply;
}

} // namespace roundtrip
