#pragma once

#include "core/data/orm/migrator.h"
#include "core/data/sqlite_database.h"
#include "core/data/transactions/transactions.h"
#include "core/kernel/mailbox.h"
#include "core/kernel/resource.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// A relational database: every statement really runs on an SQLite in memory, and its simulated
/// time follows from the virtual machine steps that it took there. Its flavour says what happens
/// when several work on the same rows, and to one connection too many. Linked behind another
/// database it is a replica: it answers reads, and learns of changes a while after they happened.
class SqlDatabase : public Node {
  public:
    SqlDatabase(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    void linkLeaves(const Port& port, LinkId link) override;
    void linksChanged() override;
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;
    void parametersChanged() override;
    void stopped() override;
    void started() override;

  private:
    /// One message at work.
    struct Work {
        const SqlCommand& command;
        RequestId request;
        SpanId span;
        std::optional<Permit> connection = std::nullopt;     ///< until a transaction keeps it
        std::optional<QueryResult> committed = std::nullopt; ///< by the statement itself
    };

    Process serve(Message message);
    Task<SqlReply> perform(Work& work);
    Task<SqlReply> run(Work& work, TransactionId id);
    Task<SqlReply> runAlone(Work& work);
    Task<SqlReply> readAlone(Work& work);
    [[nodiscard]] SimTime costOf(std::uint32_t vmSteps) const;
    void prepareTables();
    [[nodiscard]] bool isFull() const;
    void refuse(const Message& message);
    void recordExecuted(const Work& work, const QueryResult& result, SimTime took);
    void recordChanges(const Work& work, const QueryResult& result);
    void pass(const Work& work, std::string_view check, std::string_view reason) const;
    [[nodiscard]] SqlReply failed(const Work& work, std::string error) const;
    void showConnections() const;

    // Transactions and locks: sql_database_transactions.cpp
    Task<SqlReply> begin(Work& work);
    Task<SqlReply> commit(Work& work);
    SqlReply rollback(Work& work);
    Task<StatementOutcome> waitFor(const Work& work, TransactionId id, StatementOutcome outcome);
    Task<std::optional<StatementOutcome>> patientlyReceive(Mailbox<StatementOutcome>& resumed,
                                                           TransactionId id);
    void resumeOthers();
    [[nodiscard]] SqlReply failed(const Work& work, const StatementOutcome& outcome) const;
    void endTransaction(TransactionId id);
    [[nodiscard]] SimTime lockTimeout() const;

    // Changes of the tables: sql_database_migrations.cpp
    Process migrate(std::string target);
    Process addTables();
    /// A transaction beside which there is no other with changes; 0 when it did not come to that.
    Task<TransactionId> beginAlone(const Work& work);
    void endAlone(TransactionId id);
    Task<> recordMigration(const Work& work, const orm::MigrationRun& run);

    // Typed by hand: sql_database_console.cpp
    Process answerConsole(std::string typed, bool isOrm);
    Task<bool> runTyped(std::string statement, Work& session);
    Task<bool> runExpression(std::string expression, Work& session);
    void refuseTyped(const std::string& typed, const std::string& why, const Work& session) const;
    Task<SqlReply> runInSession(SqlCommand command, Work& session);

    // Copies: sql_database_replication.cpp
    [[nodiscard]] bool isReplica();
    [[nodiscard]] std::string whyNot(const SqlCommand& command);
    void tellReplicas(const Work& work, const QueryResult& result);
    void sendCopy(LinkId link);
    void meetPrimary();
    void askForCopy();
    void takeLog(Message message);
    Process follow();
    bool followOne(const Message& message, bool isAgain);
    void showBehind() const;
    void showDisk();

    SqliteDatabase database_;
    Resource connections_;
    StationStatistics statistics_;
    std::optional<Transactions> transactions_;
    std::map<TransactionId, Permit> open_; ///< the connections of transactions
    std::map<TransactionId, Mailbox<StatementOutcome>*> waiting_;
    nlohmann::json planned_;  ///< the setting "tables", as far as it has been made
    TransactionId typed_ = 0; ///< the one that was begun by hand; 0: none

    Mailbox<Message> log_; ///< what the primary told and this replica has not done yet
    bool hasPrimary_ = false;
    bool isFollowing_ = false; ///< the process runs
    bool hasImage_ = false;
    bool awaitsCopy_ = false;
    std::uint64_t told_ = 0; ///< how many changes it told its replicas, or was told
    SimTime followedTo_;     ///< when the newest change that a replica knows was committed
};

/// Applies a history of migrations (orm::readMigrations) up to and with `target`, or takes back
/// what lies behind it; empty: all of them. Errors: those of orm::Migrator::migrate.
tl::expected<std::vector<orm::MigrationRun>, Error>
migrateTables(SqliteDatabase& database, const nlohmann::json& history, const std::string& target);

[[nodiscard]] NodeKind sqlDatabaseKind();

} // namespace roundtrip
